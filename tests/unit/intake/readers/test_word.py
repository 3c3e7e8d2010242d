"""Word files built for each test: paragraphs, lists, tables, tracked changes and what must not become text."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from goldthread.common.errors import Refused
from goldthread.intake.document import Document, Line, Table
from goldthread.intake.readers import word

NAMES = (
    nsdecls("w", "r", "a", "wp")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"'
    + ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def xml(inner: str) -> Any:
    """An element; inner is one element of WordprocessingML without its namespaces."""
    name, rest = inner[1:].split(">", 1)[0], inner
    bare = name.rstrip("/").split(" ", 1)[0]
    return parse_xml(rest.replace(f"<{bare}", f"<{bare} {NAMES}", 1))


def body(*inner: str) -> Any:
    """A document whose body holds these elements."""
    document = docx.Document()
    for each in inner:
        document.element.body.insert(len(document.element.body) - 1, xml(each))
    return document


def p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text)) if text else '<w:p/>'}</w:tc>"


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Any], Document]:
    def saved(document: Any) -> Document:
        document.save(tmp_path / "paper.docx")
        return word.read(tmp_path / "paper.docx")

    return saved


Read = Callable[[Any], Document]


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def texts(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table(document).rows]


def merged(document: Document) -> list[list[tuple[int, int] | None]]:
    return [[cell.merged_from for cell in row] for row in table(document).rows]


def fills(document: Document) -> list[str | None]:
    return [cell.fill for row in table(document).rows for cell in row]


def found(document: Document) -> str:
    return "; ".join(problem.found for problem in document.problems)


# Paragraphs


def test_a_heading_has_its_level_size_weight_and_place(read: Read) -> None:
    made = docx.Document()
    made.add_paragraph("Before")
    made.add_heading("What needs to improve", 2)
    made.add_paragraph("")
    made.add_paragraph().add_run("After").font.size = Pt(9)
    before, heading, after = read(made).blocks
    assert isinstance(before, Line)
    assert isinstance(heading, Line)
    assert isinstance(after, Line)
    assert (heading.level, heading.bold, heading.size) == (2, True, 13.0)
    assert (before.level, before.bold, after.size, after.gap) == (None, False, 9.0, True)
    assert (heading.place.line, heading.place.page, heading.place.quote, after.place.line) == (2, None, "What needs to improve", 4)
    assert not before.gap


def test_a_style_based_on_a_heading_is_a_heading_and_the_contents_title_is_none(read: Read) -> None:
    made = docx.Document()
    made.styles.add_style("Überschrift Rat", 1).base_style = made.styles["Heading 3"]
    made.add_paragraph("Own style", style="Überschrift Rat")
    made.add_paragraph("Front", style="Title")
    made.element.body.insert(2, xml(p('<w:pPr><w:outlineLvl w:val="3"/></w:pPr>' + r("Outline"))))
    made.element.body.insert(3, xml(p('<w:pPr><w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/></w:pPr>' + r("Contents"))))
    assert [block.level for block in read(made).blocks if isinstance(block, Line)] == [3, 1, 4, None]


def test_text_in_content_controls_hyperlinks_and_fields_is_kept_and_field_codes_are_not(read: Read) -> None:
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inner}'
        for kind, inner in (("begin", "<w:r><w:instrText>DATE</w:instrText></w:r>"), ("separate", r("3 March 2026")), ("end", ""))
    )
    document = read(body(
        f"<w:sdt><w:sdtContent>{p(r('In a control'))}</w:sdtContent></w:sdt>",
        p("<w:hyperlink>" + r("a link") + "</w:hyperlink><w:sdt><w:sdtContent>" + r(" and a choice") + "</w:sdtContent></w:sdt>"),
        p(r("Agreed ") + field),
    ))  # fmt: skip
    assert lines(document) == ["In a control", "a link and a choice", "Agreed 3 March 2026"]


def test_a_text_box_comes_once_though_it_is_stored_twice(read: Read) -> None:
    box = f"<w:txbxContent>{p(r('In the box'))}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
    document = read(body(p(r("Beside it") + f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>")))
    assert lines(document) == ["Beside it", "In the box"]


def test_tracked_changes_are_read_as_accepted_and_reported(read: Read) -> None:
    document = read(body(p(r("Due ") + "<w:ins>" + r("June") + "</w:ins><w:del><w:r><w:delText>May</w:delText></w:r></w:del>")))
    assert lines(document) == ["Due June"]
    assert "1 tracked insertion, kept" in found(document)
    assert "1 tracked deletion, left out" in found(document)
    assert {problem.severity for problem in document.problems} == {"info"}


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(read: Read) -> None:
    ended = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert lines(read(body(p(ended + r("One ")), p(r("sentence.")), p(r("Another."))))) == ["One sentence.", "Another."]


def test_hidden_text_is_left_out_and_struck_text_is_kept_with_a_warning(read: Read) -> None:
    document = read(body(p(r("Seen") + r("unseen", "<w:vanish/>") + r(" and struck", "<w:strike/>"))))
    assert lines(document) == ["Seen and struck"]
    assert "hidden text" in found(document)
    assert "struck-through" in found(document)


@pytest.mark.parametrize(
    ("before", "raised", "printed"),
    [
        ("What needs to improve?", "1", "What needs to improve?"),  # a note mark typed by hand
        ("on the 21", "st", "on the 21st"),
        ("10 m", "2", "10 m2"),
    ],
)
def test_a_raised_note_mark_is_no_text(read: Read, before: str, raised: str, printed: str) -> None:
    assert lines(read(body(p(r(before) + r(raised, '<w:vertAlign w:val="superscript"/>'))))) == [printed]


@pytest.mark.parametrize(
    ("inner", "printed"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>', "✗"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>', "✓"),
        (r("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "✓"),
        (r("a") + "<w:r><w:noBreakHyphen/></w:r>" + r("b"), "a‑b"),
        ('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>', "☒"),
        ('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>', "☐"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>', "☒"),
        ("<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>" + r("On track") + "</w:sdtContent></w:sdt>", "On track"),
    ],
)
def test_signs_and_choices_become_characters(read: Read, inner: str, printed: str) -> None:
    assert lines(read(body(p(inner)))) == [printed]


def test_a_prompt_that_nobody_answered_is_no_text(read: Read) -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Choose an item.')}</w:sdtContent></w:sdt>"
    document = read(body(p(r("Rating: ") + control)))
    assert lines(document) == ["Rating:"]
    assert "1 field not filled in" in found(document)


def test_lines_typed_apart_are_lines_and_a_sentence_over_a_break_is_one(read: Read) -> None:
    document = read(
        body(p(r("Dates: 2 June") + "<w:r><w:br/></w:r>" + r("Lead: A. N. Other")), p(r("A long") + "<w:r><w:br/></w:r>" + r("sentence")))
    )
    assert lines(document) == ["Dates: 2 June", "Lead: A. N. Other", "A long sentence"]


def test_headers_and_footers_are_no_body_text(read: Read) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Running head"
    made.sections[0].footer.paragraphs[0].text = "Page 1"
    made.add_paragraph("Body")
    assert lines(read(made)) == ["Body"]


def test_comments_and_pictures_are_counted(read: Read) -> None:
    made = docx.Document()
    run = made.add_paragraph().add_run("Plan")
    made.add_comment(run, text="Is this right?", author="A", initials="A")
    assert "1 comment, left out" in found(read(made))


# Lists


def numbered(made: Any, *levels: tuple[str, str]) -> None:
    """Give the document list 77 with these levels (number format, text)."""
    part = made.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    part.insert(0, xml(f'<w:abstractNum w:abstractNumId="77">{inner}</w:abstractNum>'))
    part.append(xml('<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    part.append(
        xml(
            '<w:num w:numId="78"><w:abstractNumId w:val="77"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )


def entry(text: str, level: int = 0, which: int = 77) -> str:
    inner = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr></w:pPr>'
    return p(inner + (r(text) if text else ""))


@pytest.mark.parametrize(
    ("form", "text", "printed"),
    [
        ("lowerLetter", "%1.", ["a. one", "b. two", "c. three"]),
        ("lowerRoman", "(%1)", ["(i) one", "(ii) two", "(iii) three"]),
        ("upperLetter", "%1)", ["A) one", "B) two", "C) three"]),
        ("decimal", "Action %1:", ["Action 1: one", "Action 2: two", "Action 3: three"]),
        ("bullet", "\uf0b7", ["• one", "• two", "• three"]),
        ("none", "", ["one", "two", "three"]),
    ],
)
def test_the_numbers_that_word_draws_are_in_the_text(read: Read, form: str, text: str, printed: list[str]) -> None:
    made = body(*(entry(word) for word in ("one", "two", "three")))
    numbered(made, (form, text))
    document = read(made)
    assert lines(document) == printed
    assert all(block.bullet == (form != "none") for block in document.blocks if isinstance(block, Line))


def test_deeper_levels_count_within_theirs_and_start_again(read: Read) -> None:
    made = body(entry("A"), entry("B", 1), entry("C", 1), entry("D"), entry("E", 1), p(r("between")), entry("F"), entry("G", which=78))
    numbered(made, ("decimal", "%1."), ("decimal", "%1.%2"))
    document = read(made)
    assert lines(document) == ["1. A", "1.1 B", "1.2 C", "2. D", "2.1 E", "between", "3. F", "1. G"]
    first, deeper = document.blocks[:2]
    assert isinstance(first, Line)
    assert isinstance(deeper, Line)
    assert deeper.indent > first.indent


def test_a_numbered_heading_is_a_heading_and_no_list_entry(read: Read) -> None:
    made = body(p('<w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr>' + r("Leadership")))
    numbered(made, ("decimal", "%1."))
    (line,) = read(made).blocks
    assert isinstance(line, Line)
    assert (line.text, line.level, line.bullet) == ("1. Leadership", 1, False)


def test_a_cell_with_nothing_but_its_number_prints_it(read: Read) -> None:
    made = body(tbl(*(f"<w:tc>{entry('')}</w:tc>" + tc(words) for words in ("First", "Second"))))
    numbered(made, ("decimal", "%1."))
    assert texts(read(made)) == [["1.", "First"], ["2.", "Second"]]


# Tables


def test_merged_cells_are_covered_by_their_first(read: Read) -> None:
    made = docx.Document()
    grid = made.add_table(3, 3)
    for at, row in enumerate(grid.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"{at}{column}"
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Across"
    grid.cell(1, 2).merge(grid.cell(2, 2)).text = "Down"
    document = read(made)
    assert texts(document) == [["Across", "", "02"], ["10", "11", "Down"], ["20", "21", ""]]
    assert merged(document) == [[None, (1, 1), None], [None, None, None], [None, None, (2, 3)]]
    place = table(document).rows[1][2].place
    assert (place.table, place.row, place.column, place.quote) == (1, 2, 3, "Down")


def test_old_sideways_merges_and_rows_that_start_late_or_end_early_are_placed(read: Read) -> None:
    document = read(body(
        tbl(
            tc("A", '<w:hMerge w:val="restart"/>') + tc("", "<w:hMerge/>") + tc("C"),
            tc("a") + tc("b") + tc("c"),
        ).replace("</w:tbl>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("late") + "</w:tr></w:tbl>")
    ))  # fmt: skip
    assert texts(document) == [["A", "", "C"], ["a", "b", "c"], ["", "late", ""]]
    assert merged(document)[0] == [None, (1, 1), None]
    assert merged(document)[2] == [None, None, None]


def test_a_row_that_claims_to_start_far_out_is_no_burden(read: Read) -> None:
    far = '<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>' + tc("far", '<w:gridSpan w:val="999999999"/>') + "</w:tr>"
    assert texts(read(body(tbl(tc("a") + tc("b")).replace("</w:tbl>", far + "</w:tbl>"))))[1][-1] == "far"


def test_borders_a_hair_apart_are_one_column(read: Read) -> None:
    grid = "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in (2000, 30, 1970)) + "</w:tblGrid>"
    rows = tc("Action", '<w:gridSpan w:val="2"/>') + tc("Lead"), tc("Visit") + tc("Head", '<w:gridSpan w:val="2"/>')
    assert texts(read(body(tbl(*rows).replace("</w:tblPr>", f"</w:tblPr>{grid}")))) == [["Action", "Lead"], ["Visit", "Head"]]


def test_rows_and_cells_in_content_controls_are_read_and_deleted_rows_are_not(read: Read) -> None:
    held = f"<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{tc('held')}</w:sdtContent></w:sdt>{tc('x')}</w:tr></w:sdtContent></w:sdt>"
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + tc("gone") + tc("y") + "</w:tr>"
    assert texts(read(body(tbl(tc("a") + tc("b")).replace("</w:tbl>", f"{held}{gone}</w:tbl>")))) == [["a", "b"], ["held", "x"]]


@pytest.mark.parametrize(
    ("shading", "seen"),
    [
        ('<w:shd w:val="clear" w:color="auto" w:fill="92d050"/>', "92D050"),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', None),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', None),
        ('<w:shd w:val="nil"/>', None),
        ('<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>', "FF0000"),
        ('<w:shd w:val="pct50" w:color="FF0000" w:fill="FFFFFF"/>', "FF8080"),
        ('<w:shd w:val="clear" w:themeFill="accent2"/>', "C0504D"),
        ('<w:shd w:val="clear" w:themeFill="background1"/>', None),
        ('<w:shd w:val="clear" w:themeFill="background1" w:themeFillShade="80"/>', "808080"),
    ],
)
def test_shading_is_the_colour_seen(read: Read, shading: str, seen: str | None) -> None:
    assert fills(read(body(tbl(tc("x", shading) + tc("y"))))) == [seen, None]


def test_a_highlighted_rating_and_a_coloured_dot_colour_their_cell_but_a_highlighted_word_does_not(read: Read) -> None:
    cells = [
        r("Green", '<w:highlight w:val="green"/>'),
        r("●", '<w:color w:val="FFC000"/>'),
        r("only ") + r("this", '<w:highlight w:val="red"/>'),
    ]
    document = read(body(tbl("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells))))
    assert fills(document) == ["00FF00", "FFC000", None]


def test_a_table_style_colours_its_heading_row(read: Read) -> None:
    made = docx.Document()
    grid = made.add_table(2, 2, style="Light Shading Accent 1")
    grid.cell(0, 0).text, grid.cell(1, 1).text = "Head", "Body"
    style = next(each for each in made.styles.element if each.get(qn("w:styleId")) == grid.style.style_id)
    part = next(each for each in style.iter(qn("w:tblStylePr")) if each.get(qn("w:type")) == "firstRow")
    part.append(xml('<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F497D"/></w:tcPr>'))
    head, body_cell = table(read(made)).rows[0][0], table(read(made)).rows[1][1]
    assert (head.fill, head.spans[0].bold) == ("1F497D", True)
    assert not body_cell.spans[0].bold


def test_spans_keep_underline_and_bold_from_runs_and_styles_and_a_links_line_is_none(read: Read) -> None:
    made = docx.Document()
    strong = made.styles.add_style("Marked", 2)
    strong.font.underline = True
    link = made.styles.add_style("Hyperlink", 2)
    link.font.underline = True
    cell = made.add_table(1, 2).cell(0, 0)
    cell.paragraphs[0].add_run("Head of Help", style="Marked")
    cell.paragraphs[0].add_run(" / Head of Care; ")
    cell.paragraphs[0].add_run("Nurse", style="Hyperlink")
    cell.add_paragraph().add_run("Bold").bold = True
    read_cell = table(read(made)).rows[0][0]
    assert [(span.text, span.bold, span.underline) for span in read_cell.spans] == [
        ("Head of Help", False, True),
        (" / Head of Care; Nurse\n", False, False),
        ("Bold", True, False),
    ]
    assert read_cell.text == "Head of Help / Head of Care; Nurse\nBold"


def test_paragraphs_breaks_and_tables_within_a_cell_are_its_lines(read: Read) -> None:
    inner = tbl(tc("Jan") + tc("5"), tc("Feb") + tc("7"))
    cell = f"<w:tc>{p(r('One') + '<w:r><w:br/></w:r>' + r('two'))}<w:p/>{inner}<w:p/></w:tc>"
    document = read(body(tbl(cell + tc("beside"))))
    assert texts(document) == [["One\ntwo\nJan\t5\nFeb\t7", "beside"]]


def test_a_frame_of_one_cell_is_no_table_and_its_table_is(read: Read) -> None:
    inner = tbl(tc("Action") + tc("Lead"), tc("Visit") + tc("Head"))
    document = read(body(tbl(f"<w:tc>{p(r('Above'))}{inner}<w:p/></w:tc>")))
    assert lines(document) == ["Above"]
    assert texts(document) == [["Action", "Lead"], ["Visit", "Head"]]


def test_a_caption_is_a_title_only_where_the_format_says_so(read: Read) -> None:
    document = read(body(p(r("Above")), tbl(tc("a") + tc("b"), properties='<w:tblCaption w:val="Key"/>'), p(""), tbl(tc("c") + tc("d"))))
    assert [block.title for block in document.blocks if isinstance(block, Table)] == ["Key", None]


@pytest.mark.parametrize(
    ("target", "content", "mark"),
    [
        ("Minutes.docx", b"", "[embedded file: Minutes.docx]"),
        ("oleObject1.bin", b"\x02\x00Audit summary.pdf\x00C:\\Audit summary.pdf\x00", "[embedded file: Audit summary.pdf]"),
        ("oleObject1.bin", b"", "[embedded file: AcroExch.Document.DC .pdf]"),
    ],
)
def test_an_embedded_file_leaves_a_mark(tmp_path: Path, target: str, content: bytes, mark: str) -> None:
    path = tmp_path / "paper.docx"
    objects = '<w:r><w:object><o:OLEObject Type="Embed" ProgID="AcroExch.Document.DC" r:id="rId99"/></w:object></w:r>'
    body(tbl(f"<w:tc>{p(r('Enclosed:') + objects)}</w:tc>" + tc("x"))).save(path)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="embeddings/{target}"/></Relationships>'
    with_parts(
        path,
        {
            "word/_rels/document.xml.rels": lambda old: old.replace(b"</Relationships>", link.encode()),
            f"word/embeddings/{target}": lambda _: content,
        },
    )
    document = word.read(path)
    assert texts(document)[0][0] == f"Enclosed: {mark}"
    assert "1 embedded file" in found(document)


# Files


def with_parts(path: Path, changes: dict[str, Callable[[bytes], bytes]]) -> None:
    """Change or add parts of a zip file."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for name, change in changes.items():
        parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)


def saved(tmp_path: Path) -> Path:
    path = tmp_path / "paper.docx"
    body(p(r("Words"))).save(path)
    return path


def test_the_strict_kind_is_read(tmp_path: Path) -> None:
    path = saved(tmp_path)
    usual, strict = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    links, strict_links = (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    names = ("word/document.xml", "word/styles.xml", "_rels/.rels", "word/_rels/document.xml.rels")
    with_parts(path, {name: lambda old: old.replace(usual, strict).replace(links, strict_links) for name in names})
    assert lines(word.read(path)) == ["Words"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda data: data[: len(data) // 2], "cut short"),
        (lambda _data: b"", "cut short"),
        (lambda _data: b"not a zip at all", "cut short"),
        (lambda _data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (lambda _data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, r"before 2007.*\.docx"),
    ],
)
def test_a_file_that_is_no_whole_document_is_refused_in_one_line(tmp_path: Path, change: Callable[[bytes], bytes], says: str) -> None:
    path = saved(tmp_path)
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(Refused, match=says) as refused:
        word.read(path)
    assert str(refused.value).startswith("paper.docx: ")
    assert "\n" not in str(refused.value)
    assert str(tmp_path) not in str(refused.value)


@pytest.mark.parametrize(
    "damage",
    [lambda old: old[:-40], lambda _: b"", lambda old: old.replace(b"w:body", b"w:corpse")],
)
def test_a_broken_part_is_refused(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = saved(tmp_path)
    with_parts(path, {"word/document.xml": damage})
    with pytest.raises(Refused, match="not a whole Word document"):
        word.read(path)


def test_a_zip_without_a_document_is_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("readme.txt", "nothing here")
    (tmp_path / "paper.docx").write_bytes(made.getvalue())
    with pytest.raises(Refused, match="without a document"):
        word.read(tmp_path / "paper.docx")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = saved(tmp_path)
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    entity = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'.encode()
    with_parts(path, {"word/document.xml": lambda old: old.replace(b"?>", b"?>" + entity, 1).replace(b"Words", b"Words &e;")})
    assert "SECRET" not in " ".join(lines(word.read(path)))


@pytest.mark.slow
def test_a_plan_of_a_hundred_pages_is_read_in_good_time(read: Read) -> None:
    row = tc("1.1") + tc("Visit every child in care. " * 8) + tc("Head of Corporate Parenting") + tc("Green", '<w:shd w:fill="00B050"/>')
    document = read(body(*(tbl(*[row] * 20) + "" for _ in range(40))))
    assert sum(len(block.rows) for block in document.blocks if isinstance(block, Table)) == 800
