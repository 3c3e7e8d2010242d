"""The process that reads one file for ``sandbox``: it limits itself, reads, and answers in lines on its standard output.

It is started with a request on its standard input (JSON) and answers with lines ``WORD payload``:
``doing words``, where they are asked for once ``words json`` (the document's own), and at the end one of ``picture json``,
``refused words``, ``memory``, ``failed reference``.
"""

import contextlib
import ctypes
import json
import os
import re
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_CLONE_NEWNET, _CLONE_NEWUSER = 0x40000000, 0x10000000  # linux/sched.h
_DIE_WITH_PARENT, _KILL = 1, 9  # PR_SET_PDEATHSIG, SIGKILL
_DEEPEST = 1000  # calls within calls; no reader of ours needs more
_COMPILED_BYTES = 4_000_000  # of a module that Python may keep compiled
_OCR_BYTES = 1_000_000_000  # of one file that Tesseract or LibreOffice may write in its private folder
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "pty.")
_CHANGING = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate")
_COPYING = ("shutil.", "tempfile.")  # each made of changes that are asked for one by one
_COMPILED = re.compile(r"[/\\]__pycache__(?:[/\\][^/\\]*\.pyc[^/\\]*)?$")
_NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of the child. path: the file's system name in hexadecimal, which keeps bytes that are no text.

    words: the document's own words are wanted too.
    """

    path: str
    as_: str
    ocr: bool
    memory: int
    cpu_seconds: int
    open_files: int
    words: bool = False


def main() -> None:
    """Reads the request, answers, and ends without tidying up: the system does that faster."""
    answers = _own_output()
    request = Request(**json.loads(sys.stdin.buffer.read()))
    confine(request)
    _answer(request, answers)
    answers.flush()
    os._exit(0)


def _own_output() -> IO[bytes]:
    """The standard output, to which from now on only this module writes: libraries' own words go where errors go."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def confine(request: Request) -> None:
    """Takes away from this process what reading does not need, for good."""
    sys.setrecursionlimit(_DEEPEST)
    _leave_network()
    _limit(request)
    sys.addaudithook(_deny_outside(os.getcwd()) if request.ocr else _deny)


def _limit(request: Request) -> None:
    """Limits of the system, where it has them. Address space cannot be limited on macOS, nothing can on Windows."""
    try:
        import resource
    except ImportError:
        return
    limits = {
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": request.cpu_seconds,
        "RLIMIT_NOFILE": request.open_files,
        "RLIMIT_FSIZE": _OCR_BYTES if request.ocr else _COMPILED_BYTES,
        "RLIMIT_AS": request.memory,
    }
    for name, most in limits.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            kind = getattr(resource, name)
            hard = resource.getrlimit(kind)[1]
            # A little between the two limits of work: at the lower comes a signal that says why, at the higher one that does not.
            highest = most + 2 * (name == "RLIMIT_CPU")
            highest = highest if hard == resource.RLIM_INFINITY else min(highest, hard)
            resource.setrlimit(kind, (min(most, highest), highest))


def _leave_network() -> None:
    """On Linux, where the system lets us: a network of our own that leads nowhere. And to end when the parent does."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):
        system = ctypes.CDLL(None)
        system.prctl(_DIE_WITH_PARENT, _KILL, 0, 0, 0)
        if system.unshare(_CLONE_NEWNET):
            system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _deny(event: str, arguments: tuple[Any, ...]) -> None:
    """Python's own doors, should a document talk a reader into trying one: no network, no programs, nothing written."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError("Reading needs neither network nor programs.")
    changes = _writes(arguments) if event == "open" else event.startswith(_CHANGING + _COPYING)
    if changes and not _is_compiled_module(arguments):
        raise PermissionError("Reading writes nothing.")


def _is_compiled_module(arguments: tuple[Any, ...]) -> bool:
    """What Python keeps beside its modules so that they load faster the next time."""
    return bool(arguments) and isinstance(arguments[0], str) and bool(_COMPILED.search(arguments[0]))


def _deny_outside(folder: str) -> Callable[[str, tuple[Any, ...]], None]:
    """As ``_deny``, but programs may be started and the private folder written to: Tesseract and LibreOffice need both."""

    def deny(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_NETWORK):
            raise PermissionError("Reading needs no network.")
        changes = _writes(arguments) if event == "open" else event.startswith(_CHANGING)
        if changes and not _is_compiled_module(arguments) and not _is_inside(folder, arguments[0]):
            raise PermissionError("Reading writes only in its private folder.")

    return deny


def _is_inside(folder: str, path: object) -> bool:
    if not isinstance(path, str | bytes):
        return isinstance(path, int)  # opened before, and allowed then
    whole = os.path.abspath(os.path.join(folder, os.fsdecode(path)))
    return whole == os.devnull or whole.startswith(folder + os.sep)


def _writes(arguments: tuple[Any, ...]) -> bool:
    mode, flags = arguments[1], arguments[2]
    return bool(set(mode) & set("wax+")) if isinstance(mode, str) else bool((flags or 0) & _WRITING)


def _answer(request: Request, answers: IO[bytes]) -> None:
    def say(word: str, words: str = "") -> None:
        answers.write(f"{word} {words}\n".encode())
        answers.flush()

    from goldthread.common.errors import Refused

    try:
        answers.write(b"picture " + _picture(request, say) + b"\n")
    except Refused as refusal:
        say("refused", " ".join(str(refusal).split()))
    except MemoryError:
        say("memory")
    except Exception as error:  # whatever a document makes a reader do, the person gets one line
        say("failed", reference(error))


def _picture(request: Request, say: Any) -> bytes:
    """The picture as JSON on one line. Raises whatever reading raises."""
    import msgspec

    from goldthread.intake.opening import read_document
    from goldthread.intake.propose import propose
    from goldthread.thread.codec import to_builtins

    path = Path(os.fsdecode(bytes.fromhex(request.path)))
    say("doing", "reading")
    document = read_document(path, ocr=request.ocr, tell=lambda words: say("doing", words))
    say("doing", "finding the thread")
    picture = propose(document, as_=request.as_)
    if request.words:
        from goldthread.intake.words import to_json, words_of

        say("words", to_json(words_of(document)).decode())
    return msgspec.json.encode(to_builtins(picture))


def reference(error: BaseException) -> str:
    """The kind of error and where in the code it arose; never its message, which may hold a document's words."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "goldthread" in Path(frame.filename).parts] or frames
    place = f"{Path(ours[-1].filename).stem}-{ours[-1].lineno}" if ours else "nowhere"
    return f"{type(error).__name__}-{place}"


if __name__ == "__main__":
    main()
