"""Tables in PDFs without upright lines: whole rows where the page makes them certain, and lines where it does not."""

from pathlib import Path

import pytest
import typst

from goldthread.intake.document import Document, Line, Table
from goldthread.intake.readers import pdf

SET = '#set text(font: "Libertinus Serif", size: 10pt)\n#set page(width: 29.7cm, height: 21cm, margin: 1.5cm)\n'
PROSE = "Leaders know their services well and act on what children tell them about the help that they get. "
HEAD = "table.header([*No*], [*Action*], [*Lead*], [*By when*])"
ROWS = (
    "[1], [Write the plan and share it with every partner in the area], [Head of Service, Early Help], [March 2026], "
    "[2], [Check it monthly], [Team manager], [by the end of April 2026, then quarterly], "
    "[3], [Train staff], [], [Ongoing]"
)
EXPECTED = [
    ["No", "Action", "Lead", "By when"],
    ["1", "Write the plan and share it with\nevery partner in the area", "Head of Service, Early\nHelp", "March 2026"],
    ["2", "Check it monthly", "Team manager", "by the end of April\n2026, then quarterly"],
    ["3", "Train staff", "", "Ongoing"],
]
COLUMNS = "columns: (1cm, 5.5cm, 4cm, 3.6cm)"
SHADED_HEAD = 'fill: (x, y) => if y == 0 { rgb("#D9E2EC") }'


def read(tmp_path: Path, source: str) -> Document:
    path = tmp_path / "paper.pdf"
    path.write_bytes(typst.compile((SET + source).encode(), ignore_system_fonts=True))
    return pdf.read(path)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


@pytest.mark.parametrize(
    "drawn",
    [
        "stroke: (x: none, y: 0.5pt)",
        f"stroke: (x: none, y: 0.5pt), {SHADED_HEAD}",
        "stroke: none",
        f"stroke: none, {SHADED_HEAD}",
        "stroke: none, fill: (x, y) => if calc.odd(y) { luma(230) }",
        "stroke: (x, y) => (top: if y < 2 { 0.5pt }, bottom: if y == 3 { 0.5pt })",
        "stroke: none, inset: (x: 4pt, y: 3.25pt)",
    ],
    ids=["lines", "lines and head", "nothing", "head", "bands", "three lines", "rows no further apart than lines"],
)
def test_rows_are_whole_and_none_is_lost(tmp_path: Path, drawn: str) -> None:
    document = read(tmp_path, f"{PROSE}\n#table({COLUMNS}, {drawn}, {HEAD}, {ROWS})\n#v(2em)\n{PROSE}")
    (table,) = tables(document)
    assert table.ruled
    assert texts(table) == EXPECTED
    assert lines(document) == [PROSE.strip()] * 2


@pytest.mark.parametrize("drawn", ["stroke: (x: none, y: 0.5pt)", "stroke: none"])
def test_a_cell_that_goes_on_past_the_next_row_is_one_cell(tmp_path: Path, drawn: str) -> None:
    source = f"""#table({COLUMNS}, {drawn}, {SHADED_HEAD}, {HEAD},
      [1], table.cell(rowspan: 2)[The plan is written, shared with every partner in the area and checked each month by managers],
      [Head], [May],
      [2], [Team manager], [June], [3], [Train], [Both], [July])"""
    (table,) = tables(read(tmp_path, source))
    assert [row[0].text for row in table.rows] == ["No", "1", "2", "3"]
    assert table.rows[2][1].merged_from == (2, 2)
    assert table.rows[1][1].text.endswith("managers")


@pytest.mark.parametrize("drawn", ["stroke: (x: none, y: 0.5pt)", "stroke: none"])
def test_bands_across_the_table_are_one_cell_and_headings_after_it_are_lines(tmp_path: Path, drawn: str) -> None:
    band = "table.cell(colspan: 4)[*Recommendation 1: write plans that say clearly who does what by when*]"
    document = read(tmp_path, f"#table({COLUMNS}, {drawn}, {SHADED_HEAD}, {HEAD}, {band}, {ROWS})\n== Glossary\nWords")
    (table,) = tables(document)
    assert [cell.merged_from for cell in table.rows[1]] == [None, (2, 1), (2, 1), (2, 1)]
    assert texts(table)[2:] == EXPECTED[1:]
    assert lines(document) == ["Glossary", "Words"]


def test_tables_with_the_same_columns_stay_apart(tmp_path: Path) -> None:
    table = f"#table({COLUMNS}, stroke: (x: none, y: 0.5pt), {SHADED_HEAD}, {HEAD}, {ROWS})"
    document = read(tmp_path, f"{table}\n*Second plan*\n{table}")
    assert [texts(found) for found in tables(document)] == [EXPECTED, EXPECTED]
    assert lines(document) == ["Second plan"]


def test_each_page_has_its_rows_and_the_footer_is_no_row(tmp_path: Path) -> None:
    rows = ", ".join(f"[{number}], [Action {number} that wraps onto a second line], [Lead], [May]" for number in range(1, 31))
    source = (
        f"#set page(height: 10cm, footer: [Plan – page #context counter(page).display()])\n#table({COLUMNS}, stroke: none, {HEAD}, {rows})"
    )
    found = tables(read(tmp_path, source))
    assert len(found) > 2
    numbers = [row[0].text for table in found for row in table.rows if row[0].text != "No"]
    assert numbers == [str(number) for number in range(1, 31)]
    assert all(table.ruled for table in found)


def test_cells_set_to_the_middle_are_not_certain(tmp_path: Path) -> None:
    found = tables(read(tmp_path, f"#table({COLUMNS}, stroke: none, align: horizon, {HEAD}, {ROWS}, {ROWS})"))
    assert not any(table.ruled for table in found)


def test_a_name_parted_at_its_hyphen_is_one(tmp_path: Path) -> None:
    source = "#table(columns: (2.7cm, 3cm), [Board], [Date], [Training Sub-Group], [May], [long-term], [June])"
    (table,) = tables(read(tmp_path, source))
    assert texts(table)[1:] == [["Training Sub-Group", "May"], ["long-term", "June"]]


@pytest.mark.parametrize(
    "source",
    [
        f"#set page(columns: 2)\n#set par(justify: true)\n{PROSE * 20}",
        "\n".join(f"+ *Heading {number}* {PROSE * 2}" for number in range(5)),
        f"*Our reference:* #h(1cm) AB/12\\\n*Date:* #h(2cm) 3 May 2026\n\n{PROSE * 3}",
        f"#rect(width: 100%)[#grid(columns: (8cm, 1fr), row-gutter: 8pt, [*Type*], [Full], [*Lead*], [{PROSE}], [*Date*], [May])]",
        f"#line(length: 100%)\n{PROSE * 3}\n#line(length: 100%)\n{PROSE * 3}\n#line(length: 100%)",
    ],
    ids=["two columns", "hanging indents", "letter", "key facts", "rules between paragraphs"],
)
def test_what_is_no_table_stays_lines(tmp_path: Path, source: str) -> None:
    assert not tables(read(tmp_path, source))
