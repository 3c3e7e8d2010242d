"""Lines of a pipe as they come, and silence."""

import os
from contextlib import closing
from itertools import islice

from goldthread.intake.hearing import lines


def test_lines_come_one_by_one_to_the_end() -> None:
    assert _heard(b"a\nb\nc", most=100) == [b"a\n", b"b\n", b"c"]


def test_nothing_is_read_beyond_the_limit_but_one_byte() -> None:
    assert _heard(b"aaa\nbbbbbb\nccc\n", most=7) == [b"aaa\n", b"bbbb"]


def test_silence_is_said_while_it_lasts() -> None:
    output, into = os.pipe()
    with closing(lines(os.fdopen(output, "rb"), 100, 0.001)) as heard:
        assert list(islice(heard, 2)) == [None, None]
        os.write(into, b"a\n")
        os.close(into)
        assert [line for line in heard if line] == [b"a\n"]


def _heard(sent: bytes, *, most: int) -> list[bytes]:
    output, into = os.pipe()
    os.write(into, sent)
    os.close(into)
    return [line for line in lines(os.fdopen(output, "rb"), most, 60) if line]
