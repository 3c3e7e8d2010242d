"""Bytes as text: the encoding is found from the bytes, never assumed, and what cannot be told is said."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from goldthread.common.errors import Refused
from goldthread.thread.picture import Problem

LARGEST = 64 * 1024 * 1024  # bytes; no plan or report in text comes near
_SAMPLE = 4096
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"PK\x03\x04", "a Word document, workbook or other zipped file", "its right ending (.docx or .xlsx)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", ".docx or .xlsx after saving it in that format"),
    (b"{\\rtf", "rich text", ".docx after saving it in that format"),
)
_WINDOWS = ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso8859-1", "cp1252")
_CONTROLS = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r\f\v") | {127: None}
_UNSEEN = {11: " ", 0x200B: None, 0x2060: None, 0xFEFF: None}
"""A Word line break becomes a space; characters without width would part words when they are compared."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the name of its encoding, and what was lost on the way."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def read_text(path: Path, declared: Callable[[bytes], str | None] = lambda _: None) -> Decoded:
    """The file's text without byte-order mark and control characters; tabs, line ends and form feeds stay.

    declared: finds the encoding that the file itself names, used where the bytes are not UTF-8.
    Raises Refused when the file is empty, larger than LARGEST, another format or not text.
    """
    if path.stat().st_size > LARGEST:
        raise Refused(f"{path.name}: larger than {LARGEST >> 20} MB. Split the file and read the parts.")
    data = path.read_bytes()
    _refuse_other(path.name, data)
    encoding, text = _decode(path.name, data, declared)
    if "\0" in text or _is_binary(text):
        raise Refused(f"{path.name}: not text but binary data. Save it as plain text (UTF-8), or give it the ending of its real format.")
    lost = text.count("\ufffd")
    text = text.translate(_CONTROLS | _UNSEEN)
    if not text.strip():
        raise Refused(f"{path.name}: the file holds no text. Save it again from its source, then read it.")
    return Decoded(text, encoding, (_lost(lost),) if lost else ())


def _refuse_other(name: str, data: bytes) -> None:
    if not data:
        raise Refused(f"{name}: the file is empty. Save it again from its source, then read it.")
    for start, what, ending in _OTHER_FORMATS:
        if data.startswith(start):
            raise Refused(f"{name}: this is {what}, not text. Give it {ending}, then read it.")


def _decode(name: str, data: bytes, declared: Callable[[bytes], str | None]) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, data[len(mark) :].decode(encoding, "replace")
    wide = _wide(data[:_SAMPLE])
    if wide:
        return wide, data.decode(wide, "replace")
    if b"\0" in data:
        raise Refused(f"{name}: not text but binary data. Save it as plain text (UTF-8), or give it the ending of its real format.")
    try:
        return "utf-8", data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_or_old(data, declared(data))


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    pairs = len(sample) // 2
    if not pairs:
        return None
    high, low = sample[1::2].count(0) / pairs, sample[0::2].count(0) / pairs
    if high > 0.5 and low < 0.05:
        return "utf-16-le"
    return "utf-16-be" if low > 0.5 and high < 0.05 else None


def _damaged_or_old(data: bytes, declared: str | None) -> tuple[str, str]:
    """UTF-8 with a few broken bytes, the encoding that the file names, or Windows-1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    if whole > broken:
        return "utf-8", text
    if declared and declared.lower() not in _WINDOWS and not declared.lower().startswith(("utf", "unicode")):
        try:
            return declared.lower(), data.decode(declared, "replace")
        except (LookupError, ValueError):
            pass
    return "windows-1252", data.decode("cp1252", "replace")


def _is_binary(text: str) -> bool:
    sample = text[: _SAMPLE * 4]
    odd = len(re.findall(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]", sample))
    return odd > 0.1 * len(sample)


def _lost(count: int) -> Problem:
    letters = "a character" if count == 1 else f"{count} characters"
    return Problem(
        where="the whole file",
        found=f"{letters} that could not be read (printed as \ufffd)",
        expected="text in one encoding, best UTF-8",
        do="save the file again as UTF-8 from its source, or correct these characters",
    )
