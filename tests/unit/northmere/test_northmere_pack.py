"""The built papers say what the words say, and are built the same each time."""

import io
from pathlib import Path

import docx
import make
import openpyxl
import pypdfium2
import pytest
from press import words
from press.says import says


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    return make.papers()


def text_of_pdf(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())


@pytest.mark.slow
def test_the_committed_pack_is_current() -> None:
    assert make.stale() == []


@pytest.mark.slow
def test_building_twice_gives_the_same_bytes(built: dict[str, bytes]) -> None:
    assert make.papers() == built


@pytest.mark.slow
def test_a_missing_or_changed_paper_is_named(tmp_path: Path, built: dict[str, bytes]) -> None:
    for name, data in built.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "improvement-plan.docx").write_bytes(built["inspection-report.docx"])
    (tmp_path / "inspection-report.pdf").unlink()
    assert make.stale(tmp_path) == ["inspection-report.pdf", "improvement-plan.docx"]


def test_the_same_words_packed_anew_say_the_same(built: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(built["improvement-plan.docx"]))
    again = io.BytesIO()
    document.save(again)
    assert again.getvalue() != built["improvement-plan.docx"]
    assert says("x.docx", again.getvalue())[1] == says("x.docx", built["improvement-plan.docx"])[1]


@pytest.mark.slow
def test_the_report_runs_to_eight_to_ten_pages(built: dict[str, bytes]) -> None:
    assert 8 <= len(pypdfium2.PdfDocument(built["inspection-report.pdf"])) <= 10


@pytest.mark.slow
def test_the_list_of_areas_runs_over_a_page(built: dict[str, bytes]) -> None:
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(built["inspection-report.pdf"])]
    counts = [page.count("\u25fc") for page in pages]
    assert counts[1] > 0
    assert counts[2] > 1
    assert sum(counts) == 10


@pytest.mark.slow
@pytest.mark.parametrize("name", ["improvement-plan.pdf"])
def test_every_action_stands_in_the_pdf(built: dict[str, bytes], name: str) -> None:
    printed = text_of_pdf(built[name])
    assert printed.count("BRAG") > 1, "the header row repeats on every page"
    first_words = [" ".join(action.text.split()[:3]) for action in words.actions()]
    assert [text for text in first_words if text not in printed] == []


def test_word_repeats_header_rows_merges_cells_and_marks_leads(built: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(built["improvement-plan.docx"]))
    xml = document.element.xml
    assert xml.count("<w:tblHeader") >= 20
    assert "<w:vMerge" in xml
    assert "<w:gridSpan" in xml
    underlined = {
        run.text for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs for run in p.runs if run.underline
    }
    expected = {
        a.responsible for s in words.sections() for i in s.items for a in i.actions if s.lead_mark == "underline" and len(a.leads) > 1
    }
    assert underlined == expected - {None}


def test_some_ratings_are_shading_alone(built: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(built["improvement-plan.docx"]))
    table = next(table for table in document.tables if table.rows[0].cells[-1].text == "BRAG")
    assert {row.cells[-1].text for row in table.rows if row.cells[0].text.count(".") == 1 and row.cells[0].text[0].isdigit()} == {""}


def test_the_workbook_hides_sheets_shades_ratings_and_holds_real_dates(built: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(built["improvement-plan.xlsx"]))
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 4 + ["hidden", "veryHidden"]
    plan = [row for sheet in book.worksheets[2:4] for row in sheet.iter_rows(min_row=5) if isinstance(row[4].value, str)]
    assert [row[4].value for row in plan] == [action.ref for action in words.actions()]
    assert [row[11].fill.fgColor.rgb[2:] for row in plan] == [words.fills()[action.rating] for action in words.actions()]
    assert sum(row[7].is_date for row in plan) >= 15
    assert {row[11].value for row in book.worksheets[3].iter_rows(min_row=5)} == {None}
