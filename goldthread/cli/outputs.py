"""Writing what was asked for: whole or not at all, and nowhere but where ``--out`` says."""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from goldthread.common.errors import Refused


def write(path: Path, text: str) -> None:
    """Write text to path, replacing a file there; a reader never sees half of it. Raises Refused when it cannot be written."""
    data = text.encode("utf-8")
    try:
        if path.is_dir():
            raise Refused(f"{path}: this is a folder. Name a file in it with --out.")
        if path.exists() and not path.is_file():  # /dev/stdout or a named pipe: replacing it would break it
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)  # a link stays a link; what it leads to is replaced
    except OSError as error:
        raise Refused(f"{path}: it cannot be written ({error.strerror}). Name a file with --out in a folder where you may write.") from None


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(draft, 0o666 & ~_umask())
        os.replace(draft, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def refuse_papers(out: Path, papers: Iterable[Path], *, endings: Iterable[str], write: str) -> None:
    """Raises Refused when ``--out`` would write over a paper that is read, or bears the ending of a kind that is not written."""
    if any(_same(out, paper) for paper in papers):
        raise Refused(f"{out}: this is the paper itself. Name another file with --out.")
    if out.suffix.lower() in endings:
        raise Refused(f"{out}: what is written here is a {write} file. Name one with --out, such as {out.stem}{write}.")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them does not exist yet
        return one.resolve() == other.resolve()


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
