"""A file is read in a process of its own, with limits, so that no document can harm or hang whoever reads it.

Limits of memory, time, open files and files written are the system's own on Linux. macOS does not limit memory and Windows
knows none of them: there the time limit, the bounded answer and Python's own doors (network, programs, writing) remain.
Safe to use from several threads at once.
"""

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

from goldthread.common.errors import Refused
from goldthread.intake.child import Request
from goldthread.intake.hearing import lines
from goldthread.intake.opening_file import check_file, shown
from goldthread.intake.words import Words, from_json
from goldthread.thread import codec
from goldthread.thread.picture import Picture

GB = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one file may take.

    memory: bytes of address space. cpu_seconds: of work. seconds: on the clock, longer because files are read side by side.
    output_bytes: of the answer. open_files: at once.
    """

    memory: int = 2 * GB
    cpu_seconds: int = 60
    seconds: float = 120
    output_bytes: int = 64_000_000
    open_files: int = 64


DEFAULT = Limits()
WITH_OCR = Limits(memory=8 * GB, cpu_seconds=1800, seconds=3600, open_files=256)
"""LibreOffice and Tesseract are started by the child and share its limits; a scanned page takes some seconds."""

_START = "import sys; sys.path.append(sys.argv[1]); from goldthread.intake.child import main; main()"
"""Finds this very package, installed or not, after the standard library and never before it."""
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")
"""Of the environment; proxies and credentials stay here."""
_CHUNK = 1 << 20
_AGAIN = 2.0
"""Seconds after which progress is told once more though nothing has changed, so that whoever is told can stop the reading."""
_living: "set[subprocess.Popen[bytes]]" = set()
_at_hand = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading one file gave: the proposed picture, and the document's own words to lay beside it."""

    picture: Picture
    words: Words


def run(
    path: Path, as_: str = "auto", *, ocr: bool = False, limits: Limits = DEFAULT, progress: Callable[[str], None] | None = None
) -> Picture:
    """The picture that a file holds, with the file's name, sum and size as its source; the rest as for ``read``."""
    return _read(path, as_, ocr, limits, progress, words=False)[0]


def read(
    path: Path, as_: str = "auto", *, ocr: bool = False, limits: Limits = DEFAULT, progress: Callable[[str], None] | None = None
) -> Reading:
    """The picture that a file holds, with the file's name, sum and size as its source, and the words it was read from.

    as_: ``report``, ``plan`` or ``auto``. progress: told in a few words what is being done, and told again every two
    seconds or so while that goes on. What it raises ends the reading, child and all, and reaches the caller.
    Raises Refused with one line when the file cannot be read, for whatever reason.
    """
    picture, words = _read(path, as_, ocr, limits, progress, words=True)
    return Reading(picture=picture, words=from_json(words))


def _read(path: Path, as_: str, ocr: bool, limits: Limits, progress: Callable[[str], None] | None, *, words: bool) -> tuple[Picture, bytes]:
    """The picture, and the words as JSON when they are wanted."""
    if ocr and limits is DEFAULT:
        limits = WITH_OCR
    path = Path(os.path.abspath(path))  # the child works in another folder; links stay as they are named
    check_file(path)
    before = _sum(path)
    picture, said = _ask(path, as_, ocr, limits, progress or (lambda _: None), words)
    if _sum(path) != before:
        raise Refused(f"{shown(path.name)}: the file changed while it was being read. Read it again.")
    sha256, size = before
    return replace(picture, source=replace(picture.source, file=shown(path.name), sha256=sha256, bytes=size)), said


def stop_all() -> None:
    """Ends every reading under way in any thread; each then raises Refused. For Ctrl-C, which only the main thread hears."""
    with _at_hand:
        for process in _living:
            _kill(process)


def _sum(path: Path) -> tuple[str, int]:
    """The file's SHA-256 and its size in bytes."""
    total, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                total.update(chunk)
                size += len(chunk)
    except OSError:
        raise Refused(f"{shown(path.name)}: the system could not read it to its end. Copy it to this computer, then read it.") from None
    return total.hexdigest(), size


def _ask(path: Path, as_: str, ocr: bool, limits: Limits, progress: Callable[[str], None], words: bool) -> tuple[Picture, bytes]:
    name = shown(path.name)
    request = Request(
        path=os.fsencode(path).hex(),
        as_=as_,
        ocr=ocr,
        memory=limits.memory,
        cpu_seconds=limits.cpu_seconds,
        open_files=limits.open_files,
        words=words,
    )
    child = _Child(limits)
    word, payload = child.answer(json.dumps(asdict(request)).encode(), progress)
    if word == b"picture":
        return codec.from_json(payload), child.words
    if word == b"refused":
        raise Refused(shown(payload.decode("utf-8", "replace")))
    raise Refused(f"{name}: {_why(word, payload, child, limits)}")


def _why(word: bytes, payload: bytes, child: "_Child", limits: Limits) -> str:
    smaller = "Split the file and read the parts, or save it anew from its source."
    if child.too_late:
        return f"reading it stopped after {limits.seconds:g} seconds. {smaller}"
    if child.too_much:
        return f"reading it gave more than {limits.output_bytes // 1_000_000} MB. {smaller}"
    if child.ended_by("SIGXCPU"):
        return f"reading it stopped after {limits.cpu_seconds} seconds of work. {smaller}"
    if word == b"memory":
        return f"reading it needed more than {limits.memory / GB:.3g} GB of memory. {smaller}"
    if child.ended_by("SIGKILL"):
        return f"reading it was stopped by the system, most often for want of memory or time. {smaller}"
    reference = payload.decode("ascii", "replace") or child.ending
    return (
        f"it could not be read: the reader failed (reference {shown(reference)}). "
        "Save it anew from its source and read that; if it fails again, report the reference."
    )


class _Child:
    """One reading process: started, listened to, and gone when ``answer`` returns, whatever happens."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.too_late = self.too_much = False
        self.words = b""
        self._code = 0

    def ended_by(self, name: str) -> bool:
        """Whether the signal of that name ended it."""
        return self._code < 0 and self._code == -getattr(signal, name, 0)

    @property
    def ending(self) -> str:
        """How it ended: a signal's name or its exit code."""
        with suppress(ValueError):
            return signal.Signals(-self._code).name if self._code < 0 else f"exit-{self._code}"
        return f"signal-{-self._code}"

    def answer(self, request: bytes, progress: Callable[[str], None]) -> tuple[bytes, bytes]:
        """The last word and its payload; two empty ones when it ended without."""
        with tempfile.TemporaryDirectory(prefix="goldthread-", ignore_cleanup_errors=True) as folder, self._started(folder) as process:
            assert process.stdin
            assert process.stdout
            with suppress(OSError):  # it may have ended already; its ending says why
                process.stdin.write(request)
                process.stdin.close()
            return self._listen(process.stdout, progress)

    def _listen(self, output: IO[bytes], progress: Callable[[str], None]) -> tuple[bytes, bytes]:
        doing = ""
        with closing(self._lines(output)) as heard:
            for line in heard:
                word, _, payload = line.rstrip(b"\n").partition(b" ")
                if word == b"doing":
                    doing = payload.decode("utf-8", "replace")
                elif word == b"words":
                    self.words = payload
                elif word:
                    return (word, payload) if line.endswith(b"\n") else (b"", b"")
                if doing and word != b"words":
                    progress(doing)
        return b"", b""

    def _lines(self, output: IO[bytes]) -> Generator[bytes, None, None]:
        """Lines within the limits, an empty one whenever nothing has come for a while."""
        left = self._limits.output_bytes
        with closing(lines(output, left, _AGAIN)) as heard:
            for line in heard:
                left -= len(line or b"")
                self.too_much = left < 0
                if self.too_much or self.too_late:
                    return
                yield line or b""

    @contextmanager
    def _started(self, folder: str) -> Iterator["subprocess.Popen[bytes]"]:
        process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # may hold a document's words
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,  # so that all it starts can be ended with it, and Ctrl-C reaches only us
        )
        with _at_hand:
            _living.add(process)
        timer = threading.Timer(self._limits.seconds, self._stop_late, [process])
        timer.daemon = True
        timer.start()
        listening = False
        try:
            yield process
            listening = True
        finally:
            answered = listening and not self.too_much
            if not answered:
                _kill(process)
            self._reap(process, timer)

    def _reap(self, process: "subprocess.Popen[bytes]", timer: threading.Timer) -> None:
        """Waits for its end; then the timer must not fire any more, as the system may give its number to another."""
        try:
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT) if hasattr(os, "waitid") else process.wait()
        finally:
            timer.cancel()
            timer.join()
            with _at_hand:
                _living.discard(process)
            _kill(process)
            self._code = process.wait()
            with suppress(OSError):  # the other pipe is closed by whoever reads it
                process.stdin and process.stdin.close()

    def _stop_late(self, process: "subprocess.Popen[bytes]") -> None:
        self.too_late = True
        _kill(process)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Ends the process and all that it started."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()


def _command() -> list[str]:
    """Isolated: no environment, no user packages, no current folder; compiled modules are kept where the parent keeps them."""
    keep = ["-B"] if sys.dont_write_bytecode else []
    cache = ["-X", f"pycache_prefix={sys.pycache_prefix}"] if sys.pycache_prefix else []
    home = str(Path(__file__).resolve().parents[2])
    return [sys.executable, "-I", *keep, *cache, "-X", "utf8", "-c", _START, home]


def _environment(folder: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"), folder) | {"LANG": "C.UTF-8"}
