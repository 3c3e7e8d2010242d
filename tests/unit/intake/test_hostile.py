"""Harmful files against the real readers in the real sandbox: a picture or one line, soon, and nothing written."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from goldthread.common.errors import Refused
from goldthread.intake import sandbox
from tests.unit.intake.hostile import LINE, body, listing, pdf, relation, relations, sheet_parts, word_parts, zipped

pytestmark = pytest.mark.slow  # each test starts a process

SOON = 20  # seconds; far more than any of these takes on a quiet computer
FAR_CELL = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>Far</t></is></c></row>'
ACTIONS = "<tr><th>Action<th>Lead<th>By when</tr><tr><td>Visit each child<td>Manager<td>May 2012</tr>"


def _sheet_with(more: str) -> bytes:
    parts = sheet_parts("")
    parts["xl/worksheets/sheet1.xml"] = str(parts["xl/worksheets/sheet1.xml"]).replace("<sheetData></sheetData>", more)
    return zipped(parts)


def _word_with(inside: str) -> bytes:
    return zipped(word_parts(document=body().replace("<w:p>", inside + "<w:p>", 1)))


DEEP_TABLES = "<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000

ATTACKS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a cell at the far corner": ("a.xlsx", lambda: zipped(sheet_parts(FAR_CELL))),
    "a merged range of the whole sheet": (
        "a.xlsx",
        lambda: _sheet_with(f'<sheetData>{FAR_CELL}</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ),
    "many large merged ranges": (
        "a.xlsx",
        lambda: _sheet_with(
            "<sheetData/><mergeCells>" + "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 3000)) + "</mergeCells>"
        ),
    ),
    "a column of the whole width": (
        "a.xlsx",
        lambda: _sheet_with('<cols><col min="1" max="2147483647" width="9"/></cols><sheetData/>'),
    ),
    "a row beyond the last": ("a.xlsx", lambda: zipped(sheet_parts('<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row>'))),
    "a shared text that is not there": ("a.xlsx", lambda: zipped(sheet_parts('<row r="1"><c r="A1" t="s"><v>999999</v></c></row>'))),
    "a number that is none": ("a.xlsx", lambda: zipped(sheet_parts('<row r="1"><c r="A1"><v>1e99999</v></c></row>'))),
    "an XML part deep in itself": ("a.docx", lambda: _word_with(DEEP_TABLES)),
    "a sheet deep in itself": ("a.xlsx", lambda: _sheet_with("<a>" * 100_000)),
    "a cell that spans everything": (
        "a.docx",
        lambda: _word_with('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
    ),
    "rows that skip everything": (
        "a.docx",
        lambda: _word_with('<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>'),
    ),
    "broken XML": ("a.docx", lambda: zipped(word_parts(document="<w:document><w:body>"))),
    "a main part that is not there": ("a.docx", lambda: zipped({k: v for k, v in word_parts().items() if "document" not in k})),
    "relationships in a circle": (
        "a.docx",
        lambda: zipped(
            word_parts()
            | {
                "word/_rels/document.xml.rels": relations(relation("header", "header1.xml")),
                "word/_rels/header1.xml.rels": relations(relation("header", "document.xml")),
                "word/header1.xml": body(),
            }
        ),
    ),
    "a relationship that leads out": (
        "a.docx",
        lambda: zipped(word_parts() | {"_rels/.rels": relations(relation("officeDocument", "../../../../etc/hostname"))}),
    ),
    "a template from elsewhere": (
        "a.docx",
        lambda: zipped(
            word_parts()
            | {"word/_rels/settings.xml.rels": relations(relation("attachedTemplate", "http://127.0.0.1:9/t.dotm", outside=True))}
        ),
    ),
    "a huge row span": ("a.html", lambda: f'<table><tr><td rowspan="999999999" colspan="999999999">x{ACTIONS}</table>'.encode()),
    "many huge spans": ("a.html", lambda: b"<table>" + b'<tr><td rowspan="65534" colspan="1000">x' * 2000 + b"</table>"),
    "tags deep in themselves": ("a.html", lambda: b"<html>" + b"<div>" * 200_000 + b"x"),
    "tables deep in themselves": ("a.html", lambda: b"<html>" + b"<table><tr><td>" * 5000 + b"x"),
    "words defined in a page": ("a.html", lambda: b'<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/hostname">]><p>&e;' + ACTIONS.encode()),
    "pictures and frames from elsewhere": ("a.html", lambda: b'<html><img src="http://127.0.0.1:9/"><iframe src="file:///etc/hostname">'),
    "a comment without end": ("a.html", lambda: b"<html><!--" + b"<!--" * 200_000),
    "one line without end": ("a.txt", lambda: b"improvement plan " * 300_000),
    "brackets without end": ("a.txt", lambda: b"(" * 1_000_000),
    "bars without end": ("a.md", lambda: b"|" * 200_000 + b"\n" + b"|-" * 100_000),
    "quotes without end": ("a.csv", lambda: b'Action,Lead\n"' + b'""' * 500_000),
    "columns without end": ("a.csv", lambda: b"," * 3_000_000),
    "one long row among many short": ("a.csv", lambda: b"," * 100_000 + b"\nx" * 20_000),
    "a cut PDF": ("a.pdf", lambda: pdf()[:400]),
    "only a PDF's header": ("a.pdf", lambda: b"%PDF-1.7\n%%EOF"),
    "pages in a circle": ("a.pdf", lambda: pdf().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")),
    "pages that are not there": ("a.pdf", lambda: pdf().replace(b"/Count 1", b"/Count 99999999")),
    "a page without end": ("a.pdf", lambda: pdf(size=(2_000_000_000, 2_000_000_000))),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_harmful_file_is_read_or_refused_soon(attack: str, tmp_path: Path) -> None:
    name, make = ATTACKS[attack]
    path = tmp_path / name
    path.write_bytes(make())
    before, started = listing(tmp_path), time.monotonic()

    try:
        picture = sandbox.run(path)
        assert picture.source.file == name
        assert "hostname" not in str(picture.plan)
    except Refused as refused:
        said = str(refused)
        assert said.isprintable()
        assert said.startswith(f"{name}: ")
        assert str(tmp_path) not in said
        assert "reference" not in said
        assert "second" not in said

    assert time.monotonic() - started < SOON
    assert listing(tmp_path) == before
    assert LINE
