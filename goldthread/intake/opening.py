"""Uploads are hostile until read: what a file is, whether it may be parsed, and by which reader."""

import importlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from goldthread.common.errors import Refused
from goldthread.common.text import squeeze
from goldthread.intake import opening_kinds as kinds
from goldthread.intake.document import Document
from goldthread.intake.opening_file import MOST_TEXT_BYTES, check_file, check_size, shown
from goldthread.intake.opening_kinds import Kind
from goldthread.intake.telling import Tell, tell_nobody
from goldthread.intake.typesetting import tidied
from goldthread.thread.picture import Problem

_READABLE = (kinds.PDF, kinds.WORD, kinds.WORKBOOK, kinds.TEXT, kinds.DELIMITED, kinds.WEB)
_IN_PLAIN_TEXT = (kinds.TEXT, kinds.DELIMITED, kinds.WEB)
_NAMED = {
    ".pdf": "pdf",
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), "word"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), "workbook"),
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    **dict.fromkeys((".csv", ".tsv"), "delimited"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "web"),
}
_BY_NAME = {kind.name: kind for kind in _READABLE}
_NAMES_A_KIND = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,7}")
"""An ending that names a kind of file; the .2 of "Plan v1.2" does not."""
_OTHER_NAMES = {
    **{kind.suffix: kind for kind in vars(kinds).values() if isinstance(kind, Kind) and kind.do and kind.suffix not in ("", ".xml")},
    **dict.fromkeys((".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"), kinds.IMAGE),
    **dict.fromkeys((".eml",), kinds.MESSAGE),
}
_CONVERTED = {kinds.OLD_WORD: kinds.WORD, kinds.OLD_WORKBOOK: kinds.WORKBOOK}
"""What LibreOffice turns into what."""


def read_document(path: Path, *, ocr: bool = False, tell: Tell = tell_nobody) -> Document:
    """The document that a file holds, found by its content. ocr: use Tesseract and LibreOffice where they are installed.

    Raises Refused with one line for whatever is missing, unsafe, mislabelled or of a kind that cannot be read.
    """
    name = shown(path.name)
    try:
        document = _read(path, ocr=ocr, tell=tell)
    except Refused as refusal:
        raise Refused(one_line(str(refusal).replace(path.name, name))) from None
    except OSError as error:
        raise Refused(f"{name}: the system could not read it ({type(error).__name__}). Copy it to this computer, then read it.") from None
    return replace(tidied(document), file=name)


def one_line(words: str) -> str:
    """Words as one printable line."""
    return shown(squeeze(words))


def _read(path: Path, *, ocr: bool, tell: Tell) -> Document:
    size = check_file(path)
    kind, problems = _look_inside(path, size)
    if ocr and kind in _CONVERTED:
        return _convert(path, kind, tell)
    if kind not in _READABLE:
        _refuse(path, kind)
    kind = _checked_label(path, kind)
    if kind in _IN_PLAIN_TEXT:
        check_size(path, size, MOST_TEXT_BYTES)
    document = _scanned(path, tell) if ocr and kind is kinds.PDF else _reader(kind)(path)
    return replace(document, problems=(*problems, *document.problems))


def _look_inside(path: Path, size: int) -> tuple[Kind, tuple[Problem, ...]]:
    with path.open("rb") as file:
        head = file.read(kinds.HEAD_BYTES)
        file.seek(-min(2048, size), 2)
        tail = file.read()
    if not kinds.is_zip(head):
        return kinds.kind_of(path, head, tail), ()
    from goldthread.intake.archives import open_archive  # zip support takes time to load that text needs not spend

    opened = open_archive(path)
    return opened.kind, opened.problems


def _checked_label(path: Path, kind: Kind) -> Kind:
    """The kind to read as. Between kinds of plain text the name decides; all others must be named as what they are."""
    suffix = path.suffix.lower() if _NAMES_A_KIND.fullmatch(path.suffix) else ""
    named = _BY_NAME.get(_NAMED.get(suffix, "")) or _OTHER_NAMES.get(suffix)
    if named is kind or (named is None and (kind is not kinds.TEXT or not suffix)):
        return kind
    if named is None:
        _refuse(path, kinds.OTHER)
    if kind is kinds.TEXT and (named is kinds.DELIMITED or (named is kinds.WEB and _has_tags(path))):
        return named
    raise _mislabelled(path, kind, named)


def _has_tags(path: Path) -> bool:
    with path.open("rb") as file:
        return kinds.has_tags(file.read(kinds.HEAD_BYTES))


def _mislabelled(path: Path, kind: Kind, named: Kind) -> Refused:
    if kind is kinds.TEXT and named not in _IN_PLAIN_TEXT:  # exports named .xls are tables in plain text or in tags
        tabular = named in (kinds.WORKBOOK, kinds.OLD_WORKBOOK)
        kind = kinds.WEB if _has_tags(path) else kinds.DELIMITED if tabular else kind
    right = shown(path.with_suffix(kind.suffix).name)
    return Refused(f"{shown(path.name)}: this is {kind.words}, not {named.words}. Rename it to {right} and read it again.")


def _refuse(path: Path, kind: Kind) -> NoReturn:
    name = shown(path.name)
    if kind is kinds.OTHER:
        raise Refused(f"{name}: this is {kind.words}; it reads {kinds.READABLE}. {kind.do}.")
    hint = " Where LibreOffice is installed, --ocr reads it as it is." if kind in _CONVERTED else ""
    raise Refused(f"{name}: this is {kind.words}, which cannot be read. {kind.do}.{hint}")


def _reader(kind: Kind) -> Callable[[Path], Document]:
    """Loaded only now, so that a text file needs no PDF library."""
    module = importlib.import_module(f"goldthread.intake.readers.{kind.name}")
    read: Callable[[Path], Document] = module.read
    return read


def _scanned(path: Path, tell: Tell) -> Document:
    from goldthread.intake.conversion import read_scanned

    return read_scanned(path, tell=tell)


def _convert(path: Path, kind: Kind, tell: Tell) -> Document:
    """An old Office file through LibreOffice; what comes out is opened with the same distrust."""
    from goldthread.intake.conversion import converted

    with converted(path, _CONVERTED[kind].suffix, tell=tell) as new:
        return _read(new, ocr=False, tell=tell)
