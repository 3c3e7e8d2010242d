"""Web pages: what the reader sees as a browser shows it, and what it must leave out or refuse."""

from collections.abc import Callable
from pathlib import Path

import pytest

from goldthread.common.errors import Refused
from goldthread.intake.document import Document, Line, Span, Table
from goldthread.intake.readers.web import read
from goldthread.intake.readers.web_colours import colour_of

Read = Callable[[str], Document]


@pytest.fixture
def page(tmp_path: Path) -> Read:
    def make(body: str) -> Document:
        path = tmp_path / "page.html"
        path.write_text(body, encoding="utf-8")
        return read(path)

    return make


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def table(document: Document) -> Table:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def test_headings_paragraphs_and_breaks_become_lines(page: Read) -> None:
    document = page("<title>Tab</title><h2>Action <b>plan</b></h2>\n<p>Agreed\n by the board<br>in May</p><div>Loose <i>words</i></div>")
    assert lines(document) == ["Action plan", "Agreed by the board", "in May", "Loose words"]
    heading, agreed, broken, _ = document.blocks
    assert isinstance(heading, Line)
    assert isinstance(agreed, Line)
    assert isinstance(broken, Line)
    assert heading.level == 2
    assert agreed.level is None
    assert agreed.place.line == 2
    assert agreed.gap
    assert not broken.gap


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<ol><li>one<li>two</ol>", ["1. one", "2. two"]),
        ("<ol start=4><li>one<li value=9>two<li>three</ol>", ["4. one", "9. two", "10. three"]),
        ("<ol type=a><li>one<li>two</ol>", ["a. one", "b. two"]),
        ("<ol type=I start=3><li>one<li>two</ol>", ["III. one", "IV. two"]),
        ("<ol style='list-style-type:lower-roman'><li>one</ol>", ["i. one"]),
        ("<ol style='list-style:none'><li>one</ol>", ["one"]),
        ("<ul><li>one<ol type=a><li>inner</ol><li>two</ul>", ["one", "a. inner", "two"]),
        # Word saves its marks as letters of a symbol font
        ("<p class=MsoListParagraph><span style='font-family:Symbol'>·<span>&nbsp; &nbsp;</span></span>one</p>", ["• one"]),
        ("<p class=MsoListParagraph>3.<span>&nbsp; </span>one</p>", ["3. one"]),
    ],
)
def test_list_entries_get_their_printed_mark_back(page: Read, markup: str, expected: list[str]) -> None:
    document = page(markup)
    assert lines(document) == expected
    assert all(isinstance(block, Line) and block.bullet for block in document.blocks)


def test_a_term_stands_before_its_meaning(page: Read) -> None:
    assert lines(page("<dl><dt>LAC<dd>Looked after<dt>IRO<dt>Lone<dd>Alone<dd>Again</dl>")) == [
        "LAC — Looked after",
        "IRO",
        "Lone — Alone",
        "Lone — Again",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>secret</script>",
        "<style>.secret{}</style>",
        "<p hidden>secret</p>",
        "<p style='display: none'>secret</p>",
        "<style>.off{display:none}</style><p class='big off'>secret</p>",
        "<span aria-hidden=true>secret</span>",
        "<nav>secret</nav>",
        "<header>secret</header>",
        "<footer>secret</footer>",
        "<div role=navigation>secret</div>",
        "<div class=cookie-banner>secret</div>",
        "<ol class='govuk-breadcrumbs breadcrumb'><li>secret</ol>",
        "<!--[if gte mso 9]><p>secret</p><![endif]-->",
        "<p>x<del>secret</del></p>",
        "<p>x<span style='text-decoration: line-through'>secret</span></p>",
    ],
)
def test_what_a_reader_does_not_see_or_need_is_left_out(page: Read, markup: str) -> None:
    assert "secret" not in str(page(f"<body>{markup}<p>kept</p>").blocks)


def test_words_struck_out_or_hidden_are_said_to_be_left_out(page: Read) -> None:
    document = page("<p>Now <s>by May</s> by June<p hidden>note")
    assert [(problem.severity, problem.found) for problem in document.problems] == [
        ("info", "1 passage struck out (deleted words), left out"),
        ("info", "1 passage hidden on the page, left out"),
    ]


def test_the_header_that_holds_the_only_title_is_kept(page: Read) -> None:
    assert lines(page("<header><nav>menu</nav><h1>Plan</h1></header><p>words</p>")) == ["Plan", "words"]
    assert lines(page("<main><header><h1>Plan</h1><p>July</p></header></main>")) == ["Plan", "July"]


def test_merged_cells_are_laid_out(page: Read) -> None:
    found = table(
        page("<table><caption>Year one<tr><th>Action<th>Lead<tr><td rowspan=2>Audit<td>Head<tr><td>Deputy<tr><td colspan=2>End</table>")
    )
    assert found.title == "Year one"
    assert found.ruled
    assert texts(found) == [["Action", "Lead"], ["Audit", "Head"], ["", "Deputy"], ["End", ""]]
    assert found.rows[2][0].merged_from == (2, 1)
    assert found.rows[3][1].merged_from == (4, 1)
    assert (found.rows[2][1].place.table, found.rows[2][1].place.row, found.rows[2][1].place.column) == (1, 3, 2)


def test_lines_in_a_cell_keep_breaks_and_marks(page: Read) -> None:
    found = table(page("<table><tr><td>First<br>second<ul><li>one<li>two</ul><ol type=a><li>x</ol><p>end</p><td>2</table>"))
    assert texts(found) == [["First\nsecond\n• one\n• two\na. x\nend", "2"]]


def test_emphasis_in_cells_is_kept_as_spans(page: Read) -> None:
    cell = table(page("<table><tr><td>Head, <u>Deputy</u> <span style='font-weight:700'>now</span><td>x</table>")).rows[0][0]
    assert cell.spans == (Span(text="Head, "), Span(text="Deputy", underline=True), Span(text=" "), Span(text="now", bold=True))
    assert "".join(span.text for span in cell.spans) == cell.text


@pytest.mark.parametrize(
    ("cell", "fill"),
    [
        ("<td bgcolor=red>R", "FF0000"),
        ("<td style='background:#0a0'>G", "00AA00"),
        ("<td class=amber>A", "FFBF00"),
        ("<td><span class=amber>Amber</span>", "FFBF00"),
        ("<td><div style='background:blue'></div>", "0000FF"),
        # not the whole cell, or no colour at all
        ("<td>Mostly <span class=amber>fine</span>", None),
        ("<td style='background:white'>x", None),
        ("<td style='background:transparent'>x", None),
        ("<th class=amber>td only", None),
    ],
)
def test_shading_is_read_from_styles_classes_and_attributes(page: Read, cell: str, fill: str | None) -> None:
    style = "<style>td.amber, span.amber { background-color: amber } @media print { td { background: red } }</style>"
    assert table(page(f"{style}<table><tr><td>1{cell}</table>")).rows[0][1].fill == fill


def test_a_row_shades_its_cells_unless_they_say_otherwise(page: Read) -> None:
    row = table(page("<table><tr bgcolor=green><td>a<td style='background:#fff'>b</table>")).rows[0]
    assert [cell.fill for cell in row] == ["008000", None]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("#abc", "AABBCC"),
        ("#FFC000", "FFC000"),
        ("#ffc000ff", "FFC000"),
        ("FFC000", "FFC000"),
        ("rgb(255, 0,0)", "FF0000"),
        ("rgb(100% 0% 0%)", "FF0000"),
        ("hsl(120, 100%, 50%)", "00FF00"),
        ("limegreen", "32CD32"),
        ("url(red.png) no-repeat amber", "FFBF00"),
        # no shading
        ("rgba(255,0,0,0)", None),
        ("#fff", None),
        ("windowtext", None),
        ("", None),
    ],
)
def test_colours(value: str, expected: str | None) -> None:
    assert colour_of(value) == expected


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<img src=x.png alt='On track'>", "On track"),
        ("<i class=icon title=Overdue></i>", "Overdue"),
        ("<input type=checkbox checked> done", "☑ done"),
        ("✓", "✓"),
        ("<table><tr><td>in<td>ner<tr><td>two</table>", "in ner\ntwo"),
    ],
)
def test_pictures_and_tables_inside_a_cell_are_its_words(page: Read, cell: str, text: str) -> None:
    assert table(page(f"<table border=1><tr><td>1<td>{cell}</table>")).rows[0][1].text == text


def test_a_table_that_only_places_things_is_taken_apart(page: Read) -> None:
    inner = "<table><tr><td>Action<td>Lead<tr><td>Audit the files<td>Head</table>"
    document = page(f"<table><tr><td>Menu<td><p>Plan</p>{inner}</table>")
    assert lines(document) == ["Menu", "Plan"]
    assert texts(table(document)) == [["Action", "Lead"], ["Audit the files", "Head"]]


def test_spans_that_claim_too_much_are_bounded(page: Read) -> None:
    found = table(page("<table><tr><td>a<td>b<tr><td colspan=1000>c<tr><td rowspan=999999>d<td>e</table>"))
    assert [len(row) for row in found.rows] == [2, 2, 2]


@pytest.mark.slow
def test_a_table_of_spans_only_is_refused(page: Read) -> None:
    with pytest.raises(Refused, match="cells"):
        page("<table>" + "<tr><td rowspan=9999 colspan=20>x" * 1000 + "</table>")


def test_deep_nesting_is_read_and_a_bomb_of_it_refused(page: Read) -> None:
    assert lines(page("<div>" * 200 + "deep")) == ["deep"]
    with pytest.raises(Refused, match="nested too deeply"):
        page("<div>" * 10_000 + "deep")


@pytest.mark.parametrize(
    ("markup", "match"),
    [
        ("<title>Northmere</title><h1>Report not found</h1><p>Try again", "Report not found"),
        ("<h1>404</h1>", "404"),
        ("<p>Sorry, the page you asked for cannot be found.", "cannot be found"),
        ("<p>The document is no longer available", "no longer available"),
        ("<p>We use cookies. Accept all cookies?", "holds no document"),
        ("<div class=cookie-banner>We use cookies</div>", "holds no document"),
        ("<noscript>Please enable JavaScript</noscript><div id=app></div>", "holds no document"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>x", "MHTML"),
        ("   ", "no text"),
    ],
)
def test_pages_without_a_document_are_refused_with_the_reason(page: Read, markup: str, match: str) -> None:
    with pytest.raises(Refused, match=match) as refusal:
        page(markup)
    assert "page.html" in str(refusal.value)


def test_a_report_that_says_what_was_not_found_is_read(page: Read) -> None:
    document = page("<p>Inspectors looked for a risk assessment; the document could not be found. " + "It should be on file. " * 40)
    assert len(document.blocks) == 1


def test_the_declared_encoding_is_used_where_the_bytes_are_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "word.htm"
    path.write_bytes(
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>child’s plan – ok<o:p></o:p></p>".encode("cp1252")
    )
    assert lines(read(path)) == ["child’s plan – ok"]


def test_entities_are_not_fetched_or_multiplied(page: Read) -> None:
    document = page(
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/hostname'>]><p>x &b; &c; y</p>"
    )
    assert "aaaa" not in str(document.blocks[-1])
