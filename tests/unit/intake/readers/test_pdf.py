"""PDF files set for each test: lines, tables, emphasis and shading as they are printed."""

from pathlib import Path

import pytest
import typst

from goldthread.common.text import squeeze
from goldthread.intake.document import Document, Line, Table
from goldthread.intake.readers import pdf

SET = '#set text(font: "Libertinus Serif", size: 10pt)\n'
PROSE = "Leaders know their services well and act on what children tell them about the help that they get. "


def read(tmp_path: Path, source: str) -> Document:
    path = tmp_path / "paper.pdf"
    path.write_bytes(typst.compile((SET + source).encode(), ignore_system_fonts=True))
    return pdf.read(path)


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def line(document: Document, start: str) -> Line:
    return next(block for block in document.blocks if isinstance(block, Line) and block.text.startswith(start))


def test_a_line_has_its_place_size_weight_and_gap(tmp_path: Path) -> None:
    document = read(
        tmp_path, '#text(size: 16pt, weight: "bold")[What needs to improve]\n\nFirst words.\\\nSecond words.\n#v(2em)\nLast words.'
    )
    heading, second, last = line(document, "What"), line(document, "Second"), line(document, "Last")
    assert (heading.size, heading.bold) == (16.0, True)
    assert (second.size, second.bold, second.gap) == (10.0, False, False)
    assert last.gap
    assert (last.place.page, last.place.line, last.place.quote) == (1, 4, "Last words.")
    assert document.pages == 1


def test_bullets_keep_their_character_and_their_indent(tmp_path: Path) -> None:
    document = read(tmp_path, "Before\n- one entry\n  - an entry within it\n")
    entry, within = line(document, "• one"), line(document, "‣ an")
    assert entry.bullet
    assert within.bullet
    assert within.indent > entry.indent
    assert not line(document, "Before").bullet


@pytest.mark.parametrize("mark", ["#footnote[See the glossary.]", "#super(typographic: false)[1]", "¹"])
def test_a_note_mark_is_no_part_of_the_heading(tmp_path: Path, mark: str) -> None:
    document = read(tmp_path, f"What needs to improve?{mark} More words")
    assert lines(document)[0] == "What needs to improve? More words"


def test_digits_on_the_line_stay(tmp_path: Path) -> None:
    assert lines(read(tmp_path, "Section47 and 2012-13, H#sub[2]O")) == ["Section47 and 2012-13, H2O"]


def test_the_words_of_a_footnote_are_lines(tmp_path: Path) -> None:
    assert "1 See the glossary." in lines(read(tmp_path, "Plans#footnote[See the glossary.] exist."))


def test_ligatures_are_letters(tmp_path: Path) -> None:
    assert lines(read(tmp_path, "Staff find effective offers")) == ["Staff find effective offers"]


def test_columns_of_print_are_read_one_after_the_other(tmp_path: Path) -> None:
    source = f"#set page(height: 12cm, columns: 2)\n#set par(justify: true)\nLEFT {PROSE * 4}\n#colbreak()\nRIGHT {PROSE * 4} END"
    found = " ".join(lines(read(tmp_path, source)))
    assert found == f"LEFT {PROSE * 4} RIGHT {PROSE * 4} END".replace("  ", " ")


def test_running_headers_and_page_numbers_are_left_out_and_headings_stay(tmp_path: Path) -> None:
    source = (
        "#set page(header: [Example Council plan], footer: context [Version 2 #h(1fr) Page #counter(page).display() of 4])\n"
        + "#pagebreak()\n".join(f"= Recommendation {number}\nWords of page {number}." for number in range(1, 5))
    )
    found = lines(read(tmp_path, source))
    assert found == [text for number in range(1, 5) for text in (f"Recommendation {number}", f"Words of page {number}.")]


def test_a_line_that_only_one_page_has_in_its_margin_stays(tmp_path: Path) -> None:
    source = "#set page(margin: 1cm)\nInspection of Northmere\n#pagebreak()\nWhat is good\n#pagebreak()\nWhat is not"
    assert lines(read(tmp_path, source)) == ["Inspection of Northmere", "What is good", "What is not"]


def test_text_that_cannot_be_seen_is_left_out(tmp_path: Path) -> None:
    source = "Seen #text(fill: white)[unseen] #box(fill: black, inset: 3pt)[#text(fill: white)[on black]]"
    assert [squeeze(text) for text in lines(read(tmp_path, source))] == ["Seen on black"]


def test_sideways_text_in_the_margin_is_left_out(tmp_path: Path) -> None:
    document = read(tmp_path, "#place(left + horizon, dx: -1.5cm, rotate(-90deg, reflow: true)[Page 49])\nUpright words stand here.")
    assert lines(document) == ["Upright words stand here."]
    assert not document.problems


PLAN = """#set page(width: 29.7cm, height: 12cm, margin: 1.5cm)
#table(columns: (1cm, 5cm, 4cm, 3cm, 1fr, 2cm),
  table.header([*No*], [*Action*], [*Lead*], [*By when*], [*Progress*], [*Rating*]),
  table.cell(colspan: 6, fill: rgb("#D9D9D9"))[*Recommendation 1: write clear plans*],
  [1.1], [Write the plan and share it with partners in the area], [#underline[Head of service], Team manager], [March 2012], [Begun],
  table.cell(fill: rgb("#00B050"))[],
  table.cell(rowspan: 2)[1.2], [Second action], [Both], [Ongoing], [a) one \\ b) two], table.cell(fill: rgb("#FF0000"))[Red],
  [Third action], [Nobody], [], [*Done* in part], table.cell(fill: white)[Amber],
  ..range(3, 20).map(i => ([1.#i], [Action #i], [Lead #i], [May 2012], [Words \\ and words], [])).flatten())
"""


@pytest.fixture
def plan(tmp_path: Path) -> list[Table]:
    return tables(read(tmp_path, PLAN))


def test_a_table_over_pages_comes_as_a_piece_for_each_page(plan: list[Table]) -> None:
    assert [table.place.page for table in plan] == list(range(1, len(plan) + 1))
    assert [table.place.table for table in plan] == list(range(1, len(plan) + 1))
    assert len(plan) >= 3
    assert all(table.ruled and texts(table)[0] == ["No", "Action", "Lead", "By when", "Progress", "Rating"] for table in plan)
    assert sum(len(table.rows) for table in plan) == 22 + len(plan) - 1


def test_cells_keep_their_lines_and_places(plan: list[Table]) -> None:
    cell = plan[0].rows[2][1]
    assert cell.text == "Write the plan and share it with\npartners in the area"
    assert (cell.place.page, cell.place.table, cell.place.row, cell.place.column) == (1, 1, 3, 2)
    assert cell.place.quote == cell.text


def test_merged_cells_name_the_cell_that_covers_them(plan: list[Table]) -> None:
    across = plan[0].rows[1]
    assert [cell.merged_from for cell in across] == [None] + [(2, 1)] * 5
    assert [cell.text for cell in across] == ["Recommendation 1: write clear plans"] + [""] * 5
    assert plan[0].rows[4][0].merged_from == (4, 1)
    assert plan[0].rows[4][1].merged_from is None


def test_shading_is_the_cell_s_colour_and_white_is_none(plan: list[Table]) -> None:
    assert [row[5].fill for row in plan[0].rows[1:6]] == ["D9D9D9", "00B050", "FF0000", None, None]


def test_the_underlined_lead_is_marked_and_cell_borders_underline_nothing(plan: list[Table]) -> None:
    lead = plan[0].rows[2][2]
    assert [(span.text, span.underline) for span in lead.spans] == [("Head of service", True), (", Team\nmanager", False)]
    others = [cell for table in plan for row in table.rows for cell in row if cell.place != lead.place]
    assert not any(span.underline for cell in others for span in cell.spans)


def test_bold_words_are_a_stretch_of_their_own(plan: list[Table]) -> None:
    spans = plan[0].rows[4][4].spans
    assert [(span.text, span.bold) for span in spans] == [("Done", True), (" in part", False)]


def test_the_stretches_are_the_text(plan: list[Table]) -> None:
    assert all("".join(span.text for span in cell.spans) == cell.text for table in plan for row in table.rows for cell in row)


@pytest.mark.parametrize("drawn", ["stroke: (x, y) => (bottom: 0.5pt)", 'stroke: none, fill: (x, y) => if calc.odd(y) { rgb("#EEEEFF") }'])
def test_rows_between_level_lines_or_bands_are_a_table_with_certain_rows(tmp_path: Path, drawn: str) -> None:
    source = f"""{PROSE * 3}
#table(columns: (5cm, 1fr, 3cm), {drawn}, [*Action*], [*Who*], [*When*],
  [Do this long thing that wraps over two lines], [Head of service], [May 2012],
  [Next], [Team manager], [June], [Third], [Nobody], [July 2013])
{PROSE * 3}"""
    (table,) = tables(read(tmp_path, source))
    assert table.ruled
    assert texts(table) == [
        ["Action", "Who", "When"],
        ["Do this long thing that wraps\nover two lines", "Head of service", "May 2012"],
        ["Next", "Team manager", "June"],
        ["Third", "Nobody", "July 2013"],
    ]


def test_entries_in_line_without_any_drawing_are_a_table_when_there_are_three_columns(tmp_path: Path) -> None:
    source = (
        "#table(columns: (5cm, 1fr, 3cm), stroke: none, [Action], [Who], [When], [Do this], [Head], [May], [Do that], [Nobody], [July])"
    )
    (table,) = tables(read(tmp_path, source))
    assert table.ruled  # every line fills every column: no cell wraps
    assert texts(table) == [["Action", "Who", "When"], ["Do this", "Head", "May"], ["Do that", "Nobody", "July"]]


def test_two_columns_without_any_drawing_stay_lines(tmp_path: Path) -> None:
    source = (
        "#table(columns: (8cm, 1fr), stroke: none, [*Judgement*], [*Grade*], [Overall], [Good], [Leaders], [Good], [Care leavers], [Good])"
    )
    assert lines(read(tmp_path, source)) == ["Judgement  Grade", "Overall  Good", "Leaders  Good", "Care leavers  Good"]


@pytest.mark.parametrize(
    "source",
    [
        PROSE * 12,
        "#set par(justify: true)\n" + PROSE * 12,
        "\n".join(f"+ Entry {number} with some words" for number in range(8)),
        "#outline()\n" + "\n".join(f"= Part {number}" for number in range(8)),
        "#rect(width: 100%)[" + PROSE + "]",
        "#rect(fill: luma(90%))[Boxed words]",
        '#underline[Underlined words] and #link("https://example.org")[others]\n#line(length: 100%)\nMore words\n#line(length: 100%)',
    ],
    ids=["prose", "justified", "list", "contents", "box", "shaded box", "lines"],
)
def test_running_text_lists_boxes_and_rules_are_no_tables(tmp_path: Path, source: str) -> None:
    assert not tables(read(tmp_path, source))


def test_rows_without_upright_lines_take_the_columns_of_a_shaded_head(tmp_path: Path) -> None:
    source = """#table(columns: (5cm, 5cm), stroke: none, fill: (x, y) => if y == 0 { rgb("#004488") },
  text(fill: white)[Judgement], text(fill: white)[Grade], [Overall effectiveness], [Good], [Care leavers], [Inadequate])"""
    (table,) = tables(read(tmp_path, source))
    assert texts(table) == [["Judgement", "Grade"], ["Overall effectiveness", "Good"], ["Care leavers", "Inadequate"]]
    assert table.rows[0][0].fill == "004488"


def test_a_heading_row_alone_at_the_head_of_a_page_joins_its_table(tmp_path: Path) -> None:
    row = "[1.1], [Action], [Lead]"
    source = f"""#set page(height: 8cm, margin: 1cm)
#table(columns: (2cm, 5cm, 1fr), {", ".join([row] * 10)}, table.cell(colspan: 3)[Recommendation 2: {PROSE}])"""
    pieces = tables(read(tmp_path, source))
    assert [len(piece.rows[0]) for piece in pieces] == [3, 3]
    assert pieces[1].rows[0][0].text.startswith("Recommendation 2")
    assert pieces[1].rows[0][2].merged_from == (1, 1)


def test_a_table_turned_on_its_side_is_read_upright(tmp_path: Path) -> None:
    source = "#rotate(90deg, reflow: true, table(columns: 3, [Action], [Who], [When], [Do this], [Head], [May]))"
    assert [texts(table) for table in tables(read(tmp_path, source))] == [[["Action", "Who", "When"], ["Do this", "Head", "May"]]]


def test_a_character_that_takes_two_halves_is_one(tmp_path: Path) -> None:
    document = read(tmp_path, '#text(font: ("Libertinus Serif", "New Computer Modern Math"))[Measure 𝐀 of 2]')
    whole = " ".join(lines(document))
    assert "𝐀" in whole
    whole.encode("utf-8")
