"""Workbooks built for each test: what shows in their sheets, how sheets are cut, and what is left out and said."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule, IconSetRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle

from goldthread.common.errors import Refused
from goldthread.intake.document import Cell, Document, Line, Table
from goldthread.intake.readers import workbook
from goldthread.intake.readers.workbook_values import shown

RED, GREEN = PatternFill("solid", fgColor="FFFF0000"), PatternFill("solid", fgColor="FF00B050")
Read = Callable[[Any], Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def saved(book: Workbook) -> Document:
        book.save(tmp_path / "tracker.xlsx")
        return workbook.read(tmp_path / "tracker.xlsx")

    return saved


def book(*rows: tuple[object, ...], name: str = "Plan") -> Any:
    made = Workbook()
    made.active.title = name
    for row in rows:
        made.active.append(row)
    return made


PLAN = (("Ref", "Action", "Lead", "RAG"), ("1", "Visit", "Head", "Green"), ("2", "Train", "Nurse", "Red"))


def tables(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in block.rows] for block in document.blocks if isinstance(block, Table)]


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def cell(document: Document, row: int, column: int) -> Cell:
    """The cell that the sheet shows at this row and column."""
    blocks = [block for block in document.blocks if isinstance(block, Table)]
    return next(each for block in blocks for line in block.rows for each in line if (each.place.row, each.place.column) == (row, column))


def found(document: Document) -> str:
    return "; ".join(f"{problem.where}: {problem.found}" for problem in document.problems)


# How a sheet is cut


def test_each_sheet_is_a_heading_and_its_tables_with_places_as_the_sheet_shows_them(read: Read) -> None:
    made = book(*PLAN)
    made.create_sheet("Other").append(("a", "b"))
    made.create_sheet("Empty")
    document = read(made)
    heading, table, other, _ = document.blocks
    assert isinstance(heading, Line)
    assert isinstance(other, Line)
    assert isinstance(table, Table)
    assert (heading.text, heading.level, heading.place.page, other.text, other.place.page) == ("Plan", 2, 1, "Other", 2)
    assert (table.place.page, table.place.table, table.ruled) == (1, 1, True)
    assert document.pages == 3
    place = cell(document, 2, 3).place
    assert (place.page, place.table, place.row, place.column, place.quote) == (1, 1, 2, 3, "Head")


def test_titles_above_a_table_are_lines(read: Read) -> None:
    made = book(("Improvement plan",), ("At 1 May 2026\nDraft",), *PLAN)
    made.active["A1"].font = Font(bold=True, size=16)
    made.active.merge_cells("A1:D1")
    document = read(made)
    assert lines(document) == ["Plan", "Improvement plan", "At 1 May 2026", "Draft"]
    title = document.blocks[1]
    assert isinstance(title, Line)
    assert (title.bold, title.size, title.place.row) == (True, 16.0, 1)
    assert len(tables(document)) == 1


def test_a_band_between_rows_stays_in_the_table(read: Read) -> None:
    made = book(*PLAN[:2], ("Section 2: Help",), PLAN[2])
    made.active.merge_cells("A3:D3")
    document = read(made)
    assert tables(document)[0][2] == ["Section 2: Help", "", "", ""]
    assert cell(document, 3, 2).merged_from == (3, 1)


@pytest.mark.parametrize("band", [(), ("Section 2: Help",)])
def test_a_blank_row_within_a_plan_does_not_cut_it(read: Read, band: tuple[str, ...]) -> None:
    document = read(book(*PLAN, (), *([band] if band else []), ("3", "Write", "Head", "Amber")))
    assert len(tables(document)) == 1
    assert tables(document)[0][-1][1] == "Write"
    assert cell(document, 5 + bool(band), 2).text == "Write"


def test_a_key_below_a_plan_is_a_table_of_its_own(read: Read) -> None:
    document = read(book(*PLAN, (), ("Key",), ("Red", "Late"), ("Green", "On track")))
    assert tables(document)[1] == [["Red", "Late"], ["Green", "On track"]]
    assert lines(document) == ["Plan", "Key"]


def test_a_key_beside_the_titles_is_a_table_of_its_own(read: Read) -> None:
    beside = (None, None, None, None)
    head = (*PLAN[0], "Due", "Progress", "Evidence")
    document = read(
        book(("Plan for 2026", *beside, "Red", "Late"), ("Draft", *beside, "Green", "On time"), head, ("1", "Visit", "Head", "Red", "May"))
    )
    assert lines(document) == ["Plan", "Plan for 2026", "Draft"]
    assert [len(each) for each in tables(document)] == [2, 2]
    assert tables(document)[1][0] == list(head)


def test_a_column_left_blank_does_not_cut_a_table(read: Read) -> None:
    document = read(book(("No", None, "Action", "Lead"), ("1", None, "Visit", "Head"), ("2", None, "Train", "Nurse")))
    assert tables(document) == [[["No", "Action", "Lead"], ["1", "Visit", "Head"], ["2", "Train", "Nurse"]]]


def test_two_narrow_tables_with_titles_are_two(read: Read) -> None:
    document = read(book(("Key",), ("Red", "Late"), ("Green", "On time"), (), ("Glossary",), ("DMT", "A team"), ("IRO", "An officer")))
    assert lines(document) == ["Plan", "Key", "Glossary"]
    assert len(tables(document)) == 2


def test_a_table_with_a_heading_of_its_own_is_another_and_a_repeated_heading_is_not(read: Read) -> None:
    made = book(*PLAN, (), *PLAN[:2], (), ("Risk", "Owner", "Score", "Date"), ("Fire", "Head", "4", "May"))
    for row in (1, 5, 8):
        for each in made.active[row]:
            each.font = Font(bold=True)
    assert [len(each) for each in tables(read(made))] == [5, 2]


def test_a_note_merged_across_the_foot_is_a_line(read: Read) -> None:
    made = book(*PLAN, ("Updated monthly by the leads",))
    made.active.merge_cells("A4:D4")
    assert lines(read(made)) == ["Plan", "Updated monthly by the leads"]


def test_rows_and_columns_that_hold_nothing_are_left_out_and_places_stay(read: Read) -> None:
    made = Workbook()
    for (row, column), value in {(5, 2): "Ref", (5, 7): "Action", (6, 2): "1", (6, 7): "Visit"}.items():
        made.active.cell(row, column, value)
    document = read(made)
    assert tables(document) == [[["Ref", "Action"], ["1", "Visit"]]]
    assert cell(document, 6, 7).text == "Visit"


def test_one_cell_in_the_last_row_and_column_is_one_line(read: Read) -> None:
    made = Workbook()
    made.active["XFD1048576"] = "far away"
    made.active["A1"] = "near"
    line = read(made).blocks[-1]
    assert isinstance(line, Line)
    assert (line.text, line.place.row, line.place.column) == ("far away", 1048576, 16384)


def test_a_merged_range_as_large_as_the_sheet_is_no_burden(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    book(*PLAN).save(path)
    change(
        path,
        "xl/worksheets/sheet1.xml",
        b"</sheetData>",
        b'</sheetData><mergeCells count="1"><mergeCell ref="E1:XFD1048576"/></mergeCells>',
    )
    assert tables(workbook.read(path))[0][0] == ["Ref", "Action", "Lead", "RAG"]


def test_merged_cells_are_covered_by_their_first_and_share_its_colour(read: Read) -> None:
    made = book(("Item", "Action"), ("One", "a"), (None, "b"), ("Two", "c"))
    made.active["A2"].fill = RED
    made.active.merge_cells("A2:A3")
    document = read(made)
    covered = cell(document, 3, 1)
    assert (covered.text, covered.merged_from, covered.fill) == ("", (2, 1), "FF0000")
    assert cell(document, 4, 1).merged_from is None


# What is hidden


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_left_out_and_said(read: Read, state: str) -> None:
    made = book(*PLAN)
    old = made.create_sheet("Old")
    old.append(("stale", "words"))
    old.sheet_state = state
    document = read(made)
    assert "stale" not in str(document.blocks)
    assert "hidden" in found(document)
    assert document.problems[0].severity == "info"


def test_hidden_rows_and_columns_are_left_out_and_said(read: Read) -> None:
    made = book(*PLAN)
    made.active.row_dimensions[3].hidden = True
    made.active.column_dimensions["C"].hidden = True
    document = read(made)
    assert tables(document) == [[["Ref", "Action", "RAG"], ["1", "Visit", "Green"]]]
    assert "1 hidden row, left out (3)" in found(document)
    assert "1 hidden column, left out (C)" in found(document)


def test_rows_that_a_filter_hides_are_kept_and_said(read: Read) -> None:
    made = book(*PLAN)
    made.active.auto_filter.ref = "A1:D3"
    made.active.row_dimensions[2].hidden = True
    document = read(made)
    assert tables(document)[0][1][1] == "Visit"
    assert "hidden by a filter" in found(document)


def test_the_words_of_a_merged_range_show_where_its_first_cell_is_hidden(read: Read) -> None:
    made = book(("a", "b", "c"), ("Across", None, "z"))
    made.active.merge_cells("A2:B2")
    made.active.column_dimensions["A"].hidden = True
    assert tables(read(made)) == [[["b", "c"], ["Across", "z"]]]


def test_comments_and_macros_are_counted_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsm"
    made = book(*PLAN)
    made.active["B2"].comment = Comment("Is this right?", "A")
    made.save(path)
    link = (
        b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Rel'
    )
    change(path, "xl/_rels/workbook.xml.rels", b"</Rel", link)
    change(path, "xl/vbaProject.bin", b"", b"code")
    document = workbook.read(path)
    assert "macros, not run" in found(document)
    assert "1 comment, left out" in found(document)
    assert "Is this right?" not in str(document.blocks)


# Values


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (date(2026, 3, 27), "dd/mm/yyyy", "27 March 2026"),
        (date(2026, 3, 27), "[$-809]dddd d mmmm yyyy;@", "27 March 2026"),
        (datetime(2026, 3, 27, 14, 30), "dd/mm/yyyy hh:mm", "27 March 2026 14:30"),
        (date(2026, 3, 1), "mmmm yyyy", "March 2026"),
        (date(2026, 3, 1), "mmm-yy", "Mar-26"),
        (0.45, "0%", "45%"),
        (0.456, "0.0%", "45.6%"),
        (5, "General", "5"),
        (5.0, "General", "5"),
        (0.1 + 0.2, "General", "0.3"),
        (12345.5, "#,##0.00", "12,345.50"),
        (1200, '"£"#,##0', "£1,200"),
        (1200, "[$£-809]#,##0;[Red]-[$£-809]#,##0", "£1,200"),
        (-4, "0", "-4"),
        (-4, "0;(0)", "(4)"),
        (7, "000", "007"),
        (3, '"Action "0', "Action 3"),
        (True, "General", "Yes"),
        (False, "General", "No"),
        ("1.10", "@", "1.10"),
        ("one_x000D_\ntwo", "@", "one\ntwo"),
        ("a_xD83D__x005F_b_x0007_", "@", "a_b"),
    ],
)
def test_a_value_reads_as_its_format_means_it(read: Read, value: object, form: str, text: str) -> None:
    made = book(("Due", "x"), (value, "y"))
    made.active["A2"].number_format = form
    assert cell(read(made), 2, 1).text == text


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    assert shown(0, "dd/mm/yyyy", from_1904=True) == "1 January 1904"
    assert shown(59, "dd/mm/yyyy") == "28 February 1900"
    assert shown(61, "dd/mm/yyyy") == "1 March 1900"


@given(st.dates(min_value=date(1900, 3, 1)), st.sampled_from(["dd/mm/yyyy", "d-mmm-yy", "yyyy\\-mm\\-dd", "dddd, mmmm d, yyyy"]))
def test_every_day_keeps_its_date(day: date, form: str) -> None:
    assert shown((day - date(1899, 12, 30)).days, form) == f"{day.day} {day:%B} {day.year}"


@given(st.floats(), st.text(max_size=20), st.booleans())
def test_no_number_and_no_format_is_too_odd(value: float, form: str, from_1904: bool) -> None:
    assert isinstance(shown(value, form, from_1904=from_1904), str)
    assert isinstance(shown(value, f"dd/mm/yyyy{form}", from_1904=from_1904), str)


def test_a_formula_shows_its_last_value_and_one_without_is_said(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    book(("Done", "x"), ("=1+1", "y"), ("=2+2", "z"), ("=A9", "e")).save(path)
    change(path, "xl/worksheets/sheet1.xml", b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>", b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    change(path, "xl/worksheets/sheet1.xml", b'<c r="A4"><f>A9</f><v></v>', b'<c r="A4" t="e"><f>A9</f><v>#REF!</v>',
           b'<c r="A4"><f>A9</f><v />', b'<c r="A4" t="e"><f>A9</f><v>#REF!</v>')  # fmt: skip
    document = workbook.read(path)
    assert [row[0] for row in tables(document)[0]] == ["Done", "2", "", "#REF!"]
    assert "1 formula without a value (A3)" in found(document)
    assert "1 formula in error, kept as text (A4 #REF!)" in found(document)


def test_words_shared_by_cells_are_read_with_their_runs(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    book(("Lead", "x"), ("LEAD", "y")).save(path)
    runs = b"<r><rPr><u/></rPr><t>Head</t></r><r><t xml:space='preserve'> / Nurse_x000D_</t></r><rPh><t>no</t></rPh>"
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>unused</t></si><si>' + runs + b"</si></sst>"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    change(path, "xl/sharedStrings.xml", b"", strings)
    change(path, "xl/_rels/workbook.xml.rels", b"</Rel", b'<Relationship Id="rId9" Type="' + kind + b'" Target="sharedStrings.xml"/></Rel')
    change(path, "xl/worksheets/sheet1.xml", b't="inlineStr"><is><t>LEAD</t></is>', b't="s"><v>1</v>')
    lead = cell(workbook.read(path), 2, 1)
    assert [(span.text, span.underline) for span in lead.spans] == [("Head", True), (" / Nurse", False)]
    assert lead.text == "Head / Nurse"


# Emphasis and colours


def test_rich_text_and_fonts_give_spans(read: Read) -> None:
    made = book(("Lead", "x"), (CellRichText(TextBlock(InlineFont(u="single"), "Head"), " / Nurse"), "y"), ("Bold", "z"))
    made.active["A3"].font = Font(bold=True)
    document = read(made)
    assert [(span.text, span.bold, span.underline) for span in cell(document, 2, 1).spans] == [
        ("Head", False, True),
        (" / Nurse", False, False),
    ]
    assert [(span.text, span.bold) for span in cell(document, 3, 1).spans] == [("Bold", True)]


@pytest.mark.parametrize(
    ("fill", "seen"),
    [
        (RED, "FF0000"),
        (PatternFill("solid", fgColor="FFFFFFFF"), None),
        (PatternFill(), None),
        (PatternFill("solid", fgColor=Color(theme=5)), "C0504D"),
        (PatternFill("solid", fgColor=Color(theme=0, tint=-0.5)), "808080"),
        (PatternFill("solid", fgColor=Color(theme=0)), None),
        (PatternFill("solid", fgColor=Color(indexed=10)), "FF0000"),
    ],
)
def test_a_fill_is_the_colour_seen(read: Read, fill: PatternFill, seen: str | None) -> None:
    made = book(("Rating", "x"), ("r", "y"))
    made.active["A2"].fill = fill
    assert cell(read(made), 2, 1).fill == seen


def test_a_column_of_colours_without_words_is_kept(read: Read) -> None:
    made = book((None, "On track"), (None, "Late"))
    made.active["A1"].fill, made.active["A2"].fill = GREEN, RED
    document = read(made)
    assert [cell(document, row, 1).fill for row in (1, 2)] == ["00B050", "FF0000"]


def test_a_coloured_dot_colours_its_cell(read: Read) -> None:
    made = book(("Ref", "RAG"), ("1", "l"), ("2", "●"), ("3", "●"))
    made.active["B2"].font = Font(name="Wingdings", color="FFFF0000")
    made.active["B3"].font = Font(color="FFFFC000")
    document = read(made)
    assert [(cell(document, row, 2).text, cell(document, row, 2).fill) for row in (2, 3, 4)] == [
        ("●", "FF0000"),
        ("●", "FFC000"),
        ("●", None),
    ]


def contains(words: str) -> Rule:
    style = DifferentialStyle(fill=PatternFill(bgColor="FF00B050"))
    return Rule(type="containsText", operator="containsText", text=words, dxf=style, formula=[f'NOT(ISERROR(SEARCH("{words}",B1)))'])


@pytest.mark.parametrize(
    "rule",
    [
        contains("green"),
        CellIsRule(operator="equal", formula=['"Green"'], fill=PatternFill(bgColor="FF00B050")),
        CellIsRule(operator="equal", formula=["$C$2"], fill=PatternFill(bgColor="FF00B050")),
        FormulaRule(formula=['$B1="Green"'], fill=PatternFill(bgColor="FF00B050")),
        FormulaRule(formula=['OR(LEFT($B1,1)="G",FALSE)'], fill=PatternFill(bgColor="FF00B050")),
        FormulaRule(formula=['AND(ISNUMBER(SEARCH("green",$B1)),$A1<>"")'], fill=PatternFill(bgColor="FF00B050")),
    ],
)
def test_a_rule_on_words_colours_the_cells_that_it_holds_for(read: Read, rule: Rule) -> None:
    made = book(("Ref", "RAG", "x"), ("1", "Green", "Green"), ("2", "Red", "y"))
    made.active.conditional_formatting.add("B1:B3", rule)
    document = read(made)
    assert [cell(document, row, 2).fill for row in (1, 2, 3)] == [None, "00B050", None]


def test_the_first_rule_that_holds_wins_and_comes_before_the_cells_own_fill(read: Read) -> None:
    made = book(("Ref", "Done"), ("1", 80), ("2", 20))
    made.active["B2"].fill = made.active["B3"].fill = PatternFill("solid", fgColor="FF0000FF")
    for least, colour in ((75, "FF00B050"), (50, "FFFFC000")):
        made.active.conditional_formatting.add("B2:B3", CellIsRule("greaterThan", formula=[str(least)], fill=PatternFill(bgColor=colour)))
    document = read(made)
    assert [cell(document, row, 2).fill for row in (2, 3)] == ["00B050", "0000FF"]


def test_rules_that_cannot_be_worked_out_colour_nothing_and_are_said(read: Read) -> None:
    made = book(("Ref", "Due"), ("1", 3))
    made.active.conditional_formatting.add("B2", FormulaRule(formula=["B2<TODAY()"], fill=PatternFill(bgColor="FFFF0000")))
    made.active.conditional_formatting.add("B2", IconSetRule("3TrafficLights1", "percent", [0, 33, 67]))
    document = read(made)
    assert cell(document, 2, 2).fill is None
    assert "2 rules for colours or icons" in found(document)


# Files


def change(path: Path, part: str, *swaps: bytes) -> None:
    """Replace bytes in a part of a zip file, in pairs of old and new."""
    with zipfile.ZipFile(path) as old:
        parts = {part: b""} | {name: old.read(name) for name in old.namelist()}
    for before, after in zip(swaps[::2], swaps[1::2], strict=True):
        parts[part] = parts[part].replace(before, after) if before else after
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)


def test_the_strict_kind_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    book(*PLAN).save(path)
    swaps = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )  # fmt: skip
    for part in ("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"):
        change(path, part, *swaps)
    assert len(tables(workbook.read(path))[0]) == 3


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda data: data[: len(data) // 2], "cut short"),
        (lambda _data: b"a,b,c", "cut short"),
        (lambda _data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_a_file_that_is_no_whole_workbook_is_refused_in_one_line(tmp_path: Path, damage: Callable[[bytes], bytes], says: str) -> None:
    path = tmp_path / "tracker.xlsx"
    book(*PLAN).save(path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(Refused, match=rf"^tracker\.xlsx: .*{says}"):
        workbook.read(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_broken_part_is_refused(tmp_path: Path, part: str) -> None:
    path = tmp_path / "tracker.xlsx"
    book(*PLAN).save(path)
    change(path, part, b">", b"")
    with pytest.raises(Refused, match="not a whole workbook"):
        workbook.read(path)


@pytest.mark.slow
def test_a_large_tracker_is_read_in_good_time(read: Read) -> None:
    made = book(PLAN[0], *((str(at), "Visit every child " * 10, "Head", "Green") for at in range(2000)))
    made.active.conditional_formatting.add("D2:D2001", contains("green"))
    assert len(tables(read(made))[0]) == 2001
