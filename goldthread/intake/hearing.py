"""Lines of a process as they come, and word that none has come for a while."""

import threading
from collections.abc import Generator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import IO


def lines(output: IO[bytes], most: int, every: float) -> Generator[bytes | None, None, None]:
    """Each line of a pipe, and None whenever nothing has come for so many seconds; the pipe is closed afterwards.

    most: bytes that are read in all; the line that goes beyond them comes cut off one byte later and is the last.
    A thread reads, as not every system lets a pipe be waited for with a time limit; it reads only what is asked for.
    """
    asked: SimpleQueue[int] = SimpleQueue()
    heard: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_read, args=(output, asked, heard), daemon=True).start()
    try:
        while most >= 0:
            asked.put(most + 1)
            while (line := _next(heard, every)) is None:
                yield None
            if not line:
                return
            most -= len(line)
            yield line
    finally:
        asked.put(0)


def _next(heard: "SimpleQueue[bytes]", seconds: float) -> bytes | None:
    with suppress(Empty):
        return heard.get(timeout=seconds)
    return None


def _read(output: IO[bytes], asked: "SimpleQueue[int]", heard: "SimpleQueue[bytes]") -> None:
    with suppress(OSError, ValueError), output:
        while most := asked.get():
            heard.put(output.readline(most))
    heard.put(b"")
