"""Plain text and Markdown: lines, and the several ways in which text prints tables."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldthread.common.errors import Refused
from goldthread.intake.document import Document, Line, Span, Table
from goldthread.intake.readers.text import read

Read = Callable[..., Document]


@pytest.fixture
def text(tmp_path: Path) -> Read:
    def make(content: str | bytes, name: str = "plan.txt") -> Document:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path)

    return make


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


# Lines


def test_lines_keep_their_number_indent_and_the_gap_before_them(text: Read) -> None:
    found = [block for block in text("Title\n\n  set in  \nnext\r\n\r\n\r\nlast").blocks if isinstance(block, Line)]
    assert [(line.text, line.place.line, line.indent, line.gap) for line in found] == [
        ("Title", 1, 0, False),
        ("set in", 3, 2, True),
        ("next", 4, 0, False),
        ("last", 7, 0, True),
    ]
    assert found[1].place.quote == "set in"


@pytest.mark.parametrize(
    ("printed", "expected", "bullet"),
    [
        ("- one", "- one", True),
        ("* one", "* one", True),
        ("• one", "• one", True),
        ("\uf0b7one", "\uf0b7one", True),
        ("•\tone", "• one", True),
        # a conversion sets its own mark before the printed one
        ("- 1. one", "1. one", True),
        ("- (a) one", "(a) one", True),
        ("- • one", "• one", True),
        # no bullets
        ("1. one", "1. one", False),
        ("1.\tone", "1. one", False),
        ("-one", "-one", False),
        ("\tset in by a tab", "set in by a tab", False),
    ],
)
def test_list_marks_are_kept_as_printed(text: Read, printed: str, expected: str, bullet: bool) -> None:
    (line,) = text(printed).blocks
    assert isinstance(line, Line)
    assert (line.text, line.bullet) == (expected, bullet)
    assert line.place.quote == printed.strip()


def test_headings_of_markdown_have_levels(text: Read) -> None:
    document = text("# Plan #\n\nSecond\n------\nFirst\n=====\nwords\n\n#4 on the list\n---\n\n- entry\n---\n", "plan.md")
    assert [(line.text, line.level) for line in document.blocks if isinstance(line, Line)] == [
        ("Plan", 1),
        ("Second", 2),
        ("First", 1),
        ("words", None),
        ("#4 on the list", 2),
        ("- entry", None),
    ]


@pytest.mark.parametrize(
    ("printed", "words", "bold"),
    [
        ("**Whole line**", "Whole line", True),
        ("Some **bold** words", "Some bold words", False),
        ("__Head__ of service", "Head of service", False),
        ("<u>Head</u>", "Head", False),
        # marks that mean themselves
        ("2 ** 3 and 4 ** 5", "2 ** 3 and 4 ** 5", False),
        ("Signed ________", "Signed ________", False),
        ("an **open mark", "an **open mark", False),
    ],
)
def test_emphasis_is_read_and_its_marks_left_out(text: Read, printed: str, words: str, bold: bool) -> None:
    (line,) = text(printed).blocks
    assert isinstance(line, Line)
    assert (line.text, line.bold, line.place.quote) == (words, bold, printed)


def test_markdown_links_entities_and_escapes_are_read_only_in_markdown(text: Read) -> None:
    printed = "See [the _plan_](https://example.org/p) &amp; \\*notes\\*"
    assert lines(text(printed, "plan.md")) == ["See the plan & *notes*"]
    assert lines(text(printed, "plan.txt")) == [printed]


def test_struck_words_of_markdown_stay_without_their_marks(text: Read) -> None:
    assert lines(text("~~Ann Reed~~ Bo Vale leads, ~~~ and ~~ alone stay\n", "plan.md")) == [
        "Ann Reed Bo Vale leads, ~~~ and ~~ alone stay"
    ]


def test_fenced_words_mean_themselves(text: Read) -> None:
    document = text("before\n```text\n# no heading\n**as is**\n```\nafter\n```\nnever closed", "plan.md")
    assert lines(document) == ["before", "# no heading", "**as is**", "after", "never closed"]
    assert all(isinstance(block, Line) and block.level is None for block in document.blocks)


def test_form_feeds_divide_pages(text: Read) -> None:
    document = text("one\n\ntwo\n\fthree\nfour\n\f\n")
    assert document.pages == 2
    assert [block.place.page for block in document.blocks] == [1, 1, 2, 2]
    assert [block.place.line for block in document.blocks] == [1, 3, 4, 5]
    plain = text("one\ntwo")
    assert plain.pages is None
    assert plain.blocks[0].place.page is None


# Tables parted by tabs


def test_rows_parted_by_tabs_are_a_table_without_certain_borders(text: Read) -> None:
    document = text("Plan\nAction\tLead\tBy when\n Audit \tHead\nwords")
    (table,) = tables(document)
    assert not table.ruled
    assert texts(table) == [["Action", "Lead", "By when"], ["Audit", "Head", ""]]
    cell = table.rows[1][0]
    assert (cell.place.line, cell.place.table, cell.place.row, cell.place.column) == (3, 1, 2, 1)
    assert cell.place.quote == " Audit "
    assert lines(document) == ["Plan", "words"]


def test_a_blank_line_or_page_ends_a_piece(text: Read) -> None:
    assert [texts(table) for table in tables(text("a\tb\n\nc\td\n\fe\tf"))] == [[["a", "b"]], [["c", "d"]], [["e", "f"]]]


def test_the_rest_of_a_first_cell_between_two_rows_stays_in_the_table(text: Read) -> None:
    (table,) = tables(text("Staff receive\tAudit\tHead\nregular supervision\n\tTrain\tHead\n"))
    assert texts(table) == [["Staff receive", "Audit", "Head"], ["regular supervision", "", ""], ["", "Train", "Head"]]


def test_a_paragraph_between_two_rows_is_a_line(text: Read) -> None:
    document = text("a\tb\n" + "A long paragraph that explains the plan. " * 3 + "\nc\td\n")
    assert len(tables(document)) == 2
    assert len(lines(document)) == 1


def test_rows_of_the_last_column_go_on_after_a_page_break(text: Read) -> None:
    document = text("Action\tLead\tWhen\tHow\tProgress\nAudit\tHead\tMay\tx\tBegun\n\n\t\t\t\tDone in June.\n\t\t\t\tTold the board.\n")
    assert texts(tables(document)[1]) == [["", "", "", "", "Done in June."], ["", "", "", "", "Told the board."]]
    assert tables(text("\t\t\t\tTo the board\n\n\tDear all")) == []


def test_lists_whose_marks_stand_before_a_tab_are_lines(text: Read) -> None:
    document = text("1.\tFirst\n2.\tSecond\n(a)\tThird\n•\tFourth\n")
    assert tables(document) == []
    assert lines(document) == ["1. First", "2. Second", "(a) Third", "• Fourth"]


# Tables with drawn borders


@pytest.mark.parametrize(
    "printed",
    [
        "| Action | Lead |\n|---|:---:|\n| Audit | Head |\n",
        "Action | Lead\n--- | ---\nAudit | Head\n",
        "| Action | Lead |\n| Audit | Head |\n",
        "  |Action|Lead|\n  |-|-|\n  |Audit|Head|\n",
    ],
)
def test_pipe_tables(text: Read, printed: str) -> None:
    (table,) = tables(text(printed, "plan.md"))
    assert table.ruled
    assert texts(table) == [["Action", "Lead"], ["Audit", "Head"]]


def test_cells_of_pipe_tables_keep_breaks_pipes_and_emphasis(text: Read) -> None:
    (table,) = tables(
        text("| Action | Lead |\n|---|---|\n| a. Audit<br> b. Train \\| test | <u>Head</u>, **AD** |\n| short |\n", "plan.md")
    )
    audit, lead = table.rows[1]
    assert audit.text == "a. Audit\nb. Train | test"
    assert lead.text == "Head, AD"
    assert lead.spans == (Span(text="Head", underline=True), Span(text=", "), Span(text="AD", bold=True))
    assert texts(table)[2] == ["short", ""]
    assert lead.place.line == 3


def test_tables_in_markup_inside_markdown_are_read_with_their_lines(text: Read) -> None:
    printed = "Plan\n\n<table>\n<tr><th>Action</th><th>Lead</th></tr>\n\n<tr><td colspan=2>Audit</td></tr>\n</table>\n\nafter\n"
    document = text(printed, "plan.md")
    (table,) = tables(document)
    assert table.ruled
    assert texts(table) == [["Action", "Lead"], ["Audit", ""]]
    assert [row[0].place.line for row in table.rows] == [4, 6]
    assert lines(document) == ["Plan", "after"]
    assert tables(text(printed, "plan.txt")) == []


def test_a_pipe_in_a_sentence_makes_no_table(text: Read) -> None:
    assert tables(text("Use a | to part values.\nNot a table | at all.\n")) == []


def test_rows_of_dashes_alone_make_no_table(text: Read) -> None:
    assert tables(text("|---|---|\n|---|---|\n\nwords\n", "plan.md")) == []


def test_drawn_grids_join_the_lines_of_their_cells(text: Read) -> None:
    (table,) = tables(
        text(
            "+------------+-------+\n"
            "| Action     | Lead  |\n"
            "+============+=======+\n"
            "| Audit all  | Head  |\n"
            "| open files |       |\n"
            "|            |       |\n"
            "| Train      |       |\n"
            "+------------+       |\n"
            "| Second     |       |\n"
            "+------------+-------+\n"
            "| Right across       |\n"
            "+--------------------+\n"
        )
    )
    assert table.ruled
    assert texts(table) == [["Action", "Lead"], ["Audit all open files\nTrain", "Head"], ["Second", ""], ["Right across", ""]]
    assert table.rows[2][1].merged_from == (2, 2)
    assert table.rows[3][1].merged_from == (4, 1)


def test_columns_under_rules_of_dashes(text: Read) -> None:
    (table,) = tables(text("Action        Lead\n-----------   ------\nAudit files   Head\nTrain         Deputy\n\nafter"))
    assert texts(table) == [["Action", "Lead"], ["Audit files", "Head"], ["Train", "Deputy"]]


def test_a_heading_with_one_row_straight_below_it_is_a_table(text: Read) -> None:
    document = text("No  Action          Lead        By when\n1   Plan visits.    Ann Reed    May 2026\n\nAfter.", "plan.txt")
    (table,) = tables(document)
    assert texts(table) == [["No", "Action", "Lead", "By when"], ["1", "Plan visits.", "Ann Reed", "May 2026"]]
    assert lines(document) == ["After."]


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("Name       Post      Telephone\nAnn Reed   Manager   None", id="three columns"),
        pytest.param("No  Action      Lead      By when\nThe visits were  planned  in  May", id="words that start elsewhere"),
    ],
)
def test_two_lines_are_seldom_a_table(text: Read, printed: str) -> None:
    assert tables(text(printed, "plan.txt")) == []


def test_columns_lined_up_by_spaces_under_a_heading_row(text: Read) -> None:
    printed = (
        "Action                Lead       By when\n"
        "Audit all open files  Head of    May 2031\n"
        "and report            service\n"
        "Train new staff       Deputy     June 2031\n"
    )
    (table,) = tables(text(printed))
    assert not table.ruled
    assert texts(table)[1:3] == [["Audit all open files", "Head of", "May 2031"], ["and report", "service", ""]]


@pytest.mark.parametrize(
    "printed",
    [
        # prose with a double space after full stops, justified prose, two columns of prose
        "The board met.  It agreed the plan.\nIt will meet again.  Minutes follow.\nThe plan is new.  It has ten parts.\n",
        "Plan  for  the  year\nwords   set  to   the margin  here\nand  more   words  set  like it\n",
        "Our aims are these           The board will watch over it\nand we mean to keep them     and will meet in each month\n"
        "for as long as we can        to hear how far we have got\n",
        "Action    Lead\nAudit     Head\n",
    ],
)
def test_prose_is_not_cut_apart(text: Read, printed: str) -> None:
    assert tables(text(printed)) == []


# Encodings and refusals


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_encoding_is_found(text: Read, encoding: str) -> None:
    document = text("Children’s plan – first draft\nsecond line\n".encode(encoding))
    assert lines(document) == ["Children’s plan – first draft", "second line"]
    assert document.problems == ()


def test_characters_that_cannot_be_read_are_counted(text: Read) -> None:
    (problem,) = text(b"Children\x92s pl\x81n for the next year \x8d\n").problems
    assert "2 characters" in problem.found
    (problem,) = text("Children’s – plan".encode() + b" \xff").problems
    assert "a character" in problem.found


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\t\n", "no text"),
        (b"some\x00thing\x00\x00\x00\x01\x02", "binary"),
        (bytes(range(1, 32)) * 10, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 words}", "rich text"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(text: Read, content: bytes, match: str) -> None:
    with pytest.raises(Refused, match=match) as refusal:
        text(content)
    assert str(refusal.value).startswith("plan.txt: ")


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["words and ", "**a ", "__a ", "[a](", "<u>", "a  b  ", "| ", "\t", "- ", "+--", "&a;", "`", "_a", "*a ", "<a ", "\f", " "]
)
def test_a_very_long_line_takes_no_more_than_its_share_of_time(text: Read, piece: str) -> None:
    began = time.perf_counter()
    text("# |-" + piece * (1_000_000 // len(piece)) + "x", "plan.md")
    assert time.perf_counter() - began < 10


@given(st.text(st.sampled_from("ab \t\n|-+=*_#<u>/`•1.\f"), min_size=1, max_size=120))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@pytest.mark.slow
def test_any_text_gives_blocks_with_places_in_order(text: Read, printed: str) -> None:
    try:
        document = text("x\n" + printed, "plan.md")
    except Refused:
        return
    numbers = [block.place.line or 0 for block in document.blocks]
    assert numbers == sorted(numbers)
    for table in tables(document):
        assert len({len(row) for row in table.rows}) == 1
        assert all("".join(span.text for span in cell.spans) in ("", cell.text) for row in table.rows for cell in row)
