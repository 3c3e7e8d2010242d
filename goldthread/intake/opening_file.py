"""What can be said of a file before a byte of it is read: that it is one, and of a size that can be read."""

import os
import stat
from pathlib import Path

from goldthread.common.errors import Refused

MB = 1_000_000
MOST_BYTES = 100 * MB
"""The longest committee packs with their scanned appendices come to some 50 MB; what is larger is not a paper for a meeting."""
MOST_TEXT_BYTES = 20 * MB
"""A thousand printed pages come to some 3 MB of text; a web page may carry its pictures inside."""

_NOT_FILES = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def shown(name: str) -> str:
    """A file's name as a message may print it: one line, every character printable."""
    return "".join(letter if letter.isprintable() else "�" for letter in name) or "This path"


def check_file(path: Path) -> int:
    """The size in bytes of an ordinary file that may be read. Raises Refused for anything else."""
    found = _look(path)
    for is_kind, words in _NOT_FILES:
        if is_kind(found.st_mode):
            raise Refused(f"{shown(path.name)}: this is {words}, not a document. Name a file.")
    if not found.st_size:
        raise Refused(f"{shown(path.name)}: the file is empty. Fetch or save it again, then read it.")
    if not os.access(path, os.R_OK):
        raise Refused(f"{shown(path.name)}: you may not read this file. Ask its owner for access, or copy it to a folder of yours.")
    check_size(path, found.st_size, MOST_BYTES)
    return found.st_size


def check_size(path: Path, size: int, most: int) -> None:
    """Raises Refused when size is more than most; both in bytes."""
    if size > most:
        raise Refused(
            f"{shown(path.name)}: {size / MB:,.1f} MB; at most {most // MB} MB can be read. Split it, or save it without its pictures."
        )


def _look(path: Path) -> os.stat_result:
    name = shown(path.name)
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            raise Refused(f"{name}: a link to a file that is not there. Name the file itself.") from None
        raise Refused(f"{name}: no such file. Check the name and the folder.") from None
    except PermissionError:
        raise Refused(f"{name}: you may not look into its folder. Ask the owner for access, or copy it to a folder of yours.") from None
    except (OSError, ValueError):  # links in a circle, names longer than the system allows, a zero byte in the name
        raise Refused(f"{name}: the system cannot open this path (links in a circle, or a name too long). Name the file itself.") from None
