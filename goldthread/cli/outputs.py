"""Writing what was asked for: whole or not at all, and nowhere but where ``--out`` says."""

import contextlib
import os
import tempfile
from pathlib import Path

from goldthread.common.errors import Refused


def write(path: Path, text: str) -> None:
    """Write text to path, replacing a file there; a reader never sees half of it. Raises Refused when it cannot be written."""
    data = text.encode("utf-8")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    except OSError as error:
        raise Refused(_cannot(path, error)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(draft, 0o666 & ~_umask())
        os.replace(draft, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise Refused(_cannot(path, error)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot(path: Path, error: OSError) -> str:
    return f"{path}: it cannot be written ({error.strerror}). Name a file with --out in a folder where you may write."


def is_folder(out: Path | None, typed: str | None) -> bool:
    """Whether ``--out`` names a folder: it is one, or was typed with a slash at its end."""
    return out is not None and (out.is_dir() or str(typed).endswith(("/", os.sep)))


def names_for(files: list[Path]) -> list[str]:
    """A name for each file's picture: its own with ``.json`` behind it; a second file of one name gets a number."""
    taken: dict[str, int] = {}
    names = []
    for file in files:
        taken[file.name] = taken.get(file.name, 0) + 1
        names.append(f"{file.name}.json" if taken[file.name] == 1 else f"{file.name}-{taken[file.name]}.json")
    return names
