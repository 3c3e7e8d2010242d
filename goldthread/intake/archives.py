"""Office files are zip archives of XML; whatever could harm the reader of one is refused before a parser sees it."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from goldthread.common.errors import Refused
from goldthread.intake import opening_kinds as kinds
from goldthread.intake.opening_file import MB, shown
from goldthread.intake.opening_kinds import Kind
from goldthread.intake.opening_xml import danger_in
from goldthread.thread.picture import Problem

MOST_PARTS = 10_000
"""A pack with a picture on every page has some thousands."""
MOST_PART_BYTES = 100 * MB
"""Of one XML part; a workbook of 100,000 filled rows comes to half of it, and parsing takes several times as much memory."""
MOST_UNPACKED_BYTES = 500 * MB
MOST_RATIO = 200
"""Unpacked to packed. Sheets of much-formatted empty cells come to 50; deflate can reach 1,000 with nothing but repetition."""
_RATIO_MATTERS_FROM = 1 * MB
_LOCAL_HEADER = 30  # bytes before a part's name and content
_CHUNK = 1 << 20

_BROKEN = (BadZipFile, OSError, ValueError, EOFError, zlib.error, RuntimeError, NotImplementedError, OverflowError, KeyError)
_MAIN_PARTS: tuple[tuple[str, Kind], ...] = (
    (r"wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled", kinds.WORD),
    (r"ms-excel\.sheet\.binary", kinds.BINARY_WORKBOOK),
    (r"spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled", kinds.WORKBOOK),
    (r"presentationml\.\w+\.main\+xml|ms-powerpoint\.\w+\.macroEnabled", kinds.SLIDES),
)
_OUTSIDE = re.compile(rb"<[^<>]*TargetMode\s*=\s*[\"']External[\"'][^<>]*>")
_OUTSIDE_CONTENT = re.compile(rb"relationships/(?:subDocument|frame|image|oleObject|package|aFChunk)[\"']")


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive's kind, and what was left out of it."""

    kind: Kind
    problems: tuple[Problem, ...] = ()


def open_archive(path: Path) -> Opened:
    """The kind of an archive whose parts are safe to parse when the kind is Word or Excel.

    Raises Refused for a broken archive and for one that is made to harm its reader.
    """
    name = shown(path.name)
    _check_count(path, name)
    try:
        with ZipFile(path) as archive:
            return _open(archive, name)
    except _BROKEN:
        raise Refused(
            f"{name}: not a whole file; the archive that Office files are made of is broken or cut short. "
            "Fetch or save it again, then read it."
        ) from None


def _check_count(path: Path, name: str) -> None:
    """Counted in the raw bytes, because listing millions of parts is itself the attack."""
    count, rest = 0, b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            count += (rest + chunk).count(b"PK\x01\x02")
            rest = chunk[-3:]
    if count > MOST_PARTS:
        raise _harmful(name, f"more than {MOST_PARTS:,} parts")


def _open(archive: ZipFile, name: str) -> Opened:
    parts = archive.infolist()
    kind = _kind(archive, parts)
    if kind not in (kinds.WORD, kinds.WORKBOOK):
        return Opened(kind)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(f"{name}: parts of this file are locked with a password. Save a copy without a password and read that.")
    harm = next(_harm(archive, parts), None) or _harm_inside(archive, parts)
    if harm:
        raise _harmful(name, harm)
    return Opened(kind, tuple(_left_out(archive, parts)))


def _harmful(name: str, harm: str) -> Refused:
    return Refused(f"{name}: {harm}; no Office program writes that, so it is not opened. Save it again from its source, then read it.")


def _kind(archive: ZipFile, parts: list[ZipInfo]) -> Kind:
    names = {part.filename: part for part in parts}
    types = names.get("[Content_Types].xml")
    if types and types.file_size < MB and not types.flag_bits & 1:
        said = archive.read(types).replace(b"\0", b"").decode("latin-1")
        return next((kind for form, kind in _MAIN_PARTS if re.search(form, said)), kinds.ARCHIVE)
    if types:
        return next((kind for part, kind in (("word/", kinds.WORD), ("xl/", kinds.WORKBOOK)) if _any_under(names, part)), kinds.ARCHIVE)
    said_type = names.get("mimetype")
    if said_type and said_type.file_size < 200 and archive.read(said_type).startswith(b"application/vnd.oasis.opendocument."):
        said = archive.read(said_type).decode("latin-1")
        return kinds.OPEN_TEXT if ".text" in said else kinds.OPEN_SHEET if ".spreadsheet" in said else kinds.OPEN_OTHER
    return kinds.ARCHIVE


def _any_under(names: dict[str, ZipInfo], folder: str) -> bool:
    return any(name.startswith(folder) for name in names)


def _harm(archive: ZipFile, parts: list[ZipInfo]) -> Iterator[str]:
    """What the list of parts shows: names that lead out, parts twice, parts in one another, parts that swell."""
    if any(_leads_out(part.orig_filename) for part in parts):
        yield "a part whose name leads out of the file"
    if len({part.filename.casefold() for part in parts}) < len(parts):
        yield "two parts with the same name"
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        yield "a part packed in a way that Office does not use"
    if _overlap(parts, archive.start_dir):
        yield "parts that overlap one another"
    if any(part.file_size > MOST_PART_BYTES and _is_xml(part) for part in parts):
        yield f"a part that unpacks to more than {MOST_PART_BYTES // MB} MB"
    if sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        yield f"parts that unpack to more than {MOST_UNPACKED_BYTES // MB} MB"
    if any(_swells(part) for part in parts):
        yield f"a part that unpacks to more than {MOST_RATIO} times its size"


def _leads_out(name: str) -> bool:
    steps = re.split(r"[/\\]", name)
    return ".." in steps or not steps[0] or bool(re.match(r"[A-Za-z]:", name)) or any(letter < " " for letter in name)


def _overlap(parts: list[ZipInfo], directory: int) -> bool:
    """Quoted parts pack one stretch of bytes into many; each part must end before the next begins."""
    places = sorted((part.header_offset, _LOCAL_HEADER + part.compress_size) for part in parts)
    return any(start + length > after for (start, length), (after, _) in pairwise([*places, (directory, 0)]))


def _swells(part: ZipInfo) -> bool:
    """A blank picture packs that well too, so for pictures only the sum counts."""
    return _is_xml(part) and part.file_size > _RATIO_MATTERS_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _is_xml(part: ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels", ".vml"))


def _harm_inside(archive: ZipFile, parts: list[ZipInfo]) -> str | None:
    """Reads every XML part to its end, so that a part that is cut or damaged shows here too."""
    for part in parts:
        if _is_xml(part):
            with archive.open(part) as content:
                harm = danger_in(iter(lambda: content.read(_CHUNK), b""))
            if harm:
                return harm
    return None


def _left_out(archive: ZipFile, parts: list[ZipInfo]) -> Iterator[Problem]:
    if any("vbaproject" in part.filename.lower() or "macrosheets/" in part.filename.lower() for part in parts):
        yield Problem(
            where="the file",
            found="macros",
            expected="a document without programs",
            do="nothing: they were not run; save it without macros before passing it on",
            severity="info",
        )
    links = sum(_linked_content(archive, part) for part in parts if part.filename.lower().endswith(".rels"))
    if links:
        yield Problem(
            where="the file",
            found=f"{links} links to content that is kept outside it (pictures or documents), not fetched",
            expected="the whole content in the file",
            do="if a part is missing, open the file where the links work and save it with its content inside",
            severity="info",
        )


def _linked_content(archive: ZipFile, part: ZipInfo) -> int:
    links = _OUTSIDE.findall(archive.read(part).replace(b"\0", b""))
    return sum(bool(_OUTSIDE_CONTENT.search(link)) for link in links)
