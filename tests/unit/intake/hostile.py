"""Small files that mean harm, and small files that only look as if they did. All words are made up."""

import io
import os
import select
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_WORD_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
BINARY_SHEET_TYPE = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"

_WORD_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINE = "Every child has a named social worker within five days."


def types(main: str, part: str = "/word/document.xml") -> str:
    """The list of content types that says what an archive is."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="{part}" ContentType="{main}"/></Types>'
    )


def relations(*links: str) -> str:
    """A part of relationships; links are whole elements."""
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONS_NS}">{"".join(links)}</Relationships>'


def relation(kind: str, target: str, *, number: int = 1, outside: bool = False) -> str:
    """One relationship of an Office kind."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rId{number}" Type="{_OFFICE_RELATIONS}/{kind}" Target="{target}"{mode}/>'


def body(text: str = LINE, *, prolog: str = "") -> str:
    """A Word document's main part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document xmlns:w="{_WORD_NS}">'
        f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    )


def word_parts(main: str = WORD_TYPE, document: str | bytes | None = None) -> dict[str, str | bytes]:
    """The least that makes a Word document."""
    return {
        "[Content_Types].xml": types(main),
        "_rels/.rels": relations(relation("officeDocument", "word/document.xml")),
        "word/document.xml": body() if document is None else document,
    }


def sheet_parts(rows: str) -> dict[str, str | bytes]:
    """The least that makes a workbook; rows: the row elements of its one sheet."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {
        "[Content_Types].xml": types(SHEET_TYPE, "/xl/workbook.xml").replace(
            "</Types>",
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        ),
        "_rels/.rels": relations(relation("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{_OFFICE_RELATIONS}"><sheets>'
        '<sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(relation("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData></worksheet>',
    }


def zipped(parts: dict[str, str | bytes] | Iterable[tuple[str, str | bytes]]) -> bytes:
    """The bytes of a zip archive with these parts, packed."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(name, content)
    return made.getvalue()


def locked(content: bytes) -> bytes:
    """The same archive with the mark of encryption on every part."""
    made = bytearray(content)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark)
        while at >= 0:
            made[at + flags] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


def quoted_overlap(parts: dict[str, str | bytes], extra: int = 5) -> bytes:
    """Parts that all quote one packed stretch: the same bytes unpack once for each name in the directory."""
    first = zipped(parts)
    whole = b"\0" * 100_000
    kernel, check = zlib.compress(whole)[2:-4], zlib.crc32(whole)
    header = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 33, check, len(kernel), len(whole), 8, 0) + b"xl/a.bin"
    end = first.rfind(b"PK\5\6")
    start = struct.unpack("<L", first[end + 16 : end + 20])[0]
    directory = first[start:end]
    for number in range(extra):
        name = f"xl/b{number}.bin".encode()
        sizes = (check, len(kernel), len(whole), len(name), 0, 0, 0, 0, 0, start)
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 33, *sizes) + name
    content = first[:start] + header + kernel
    count = len(parts) + extra
    return content + directory + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(content), 0)


def old_office(*streams: str) -> bytes:
    """The frame of an OLE2 file with streams of these names, without their content."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


def pdf(text: str | None = LINE, *, before: bytes = b"", size: tuple[int, int] = (600, 800)) -> bytes:
    """A PDF of one page of so many points; without text the page has only a drawing on it. before: bytes in front of its header."""
    drawn = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode() if text else b"0 0 100 100 re f"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>" % size,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    made_table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return before + made + made_table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(made))


def listing(folder: Path) -> list[tuple[str, int]]:
    """Every file under a folder with its size, to show that nothing was written."""
    return sorted((str(path.relative_to(folder)), path.stat().st_size if path.is_file() else 0) for path in folder.rglob("*"))


def is_gone(number: int, *, within: float = 10) -> bool:
    """Whether that process ends within so many seconds; one that has ended and waits for its new parent counts as gone.

    The system takes a killed process away a moment after the signal, so this waits for its end instead of looking once.
    """
    try:
        ending = os.pidfd_open(number)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([ending], [], [], within)[0])
    finally:
        os.close(ending)
