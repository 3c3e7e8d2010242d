"""PDF files written by hand: what is refused, pictures of pages, turned pages and unseen text."""

from pathlib import Path

import pytest

from goldthread.common.errors import Refused
from goldthread.intake.document import Line
from goldthread.intake.readers import pdf

IMAGE = "q 200 0 0 200 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
WORDS = "BT /F1 12 Tf 20 150 Td (Plain words) Tj ET"


def write(tmp_path: Path, *contents: str, page: str = "", trailer: str = "", size: tuple[int, int] = (200, 200)) -> Path:
    """A PDF with a page for each content stream."""
    first = 4
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {first + 2 * index + 1} 0 R {page} >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    body = "%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    start = len(body)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    body += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    path = tmp_path / "paper.pdf"
    path.write_bytes(body.encode("latin-1"))
    return path


def lines(path: Path) -> list[str]:
    return [block.text for block in pdf.read(path).blocks if isinstance(block, Line)]


def test_plain_words_are_read(tmp_path: Path) -> None:
    assert lines(write(tmp_path, WORDS)) == ["Plain words"]


def test_a_password_is_refused(tmp_path: Path) -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'11' * 32}> /U <{'22' * 32}> /P -44 >> /ID [<00> <00>]"
    with pytest.raises(Refused, match="password"):
        pdf.read(write(tmp_path, WORDS, trailer=lock))


@pytest.mark.parametrize("kept", [0, 10, 300, -20])
def test_a_file_cut_short_is_refused(tmp_path: Path, kept: int) -> None:
    path = write(tmp_path, WORDS)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(Refused, match="cut short"):
        pdf.read(path)


def test_something_else_under_the_name_of_a_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_text("<html>Report not found</html>")
    with pytest.raises(Refused, match="not a whole PDF"):
        pdf.read(path)


def test_no_pages_and_too_many_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"0 pages|not a whole PDF"):
        pdf.read(write(tmp_path))
    with pytest.raises(Refused, match="2 pages; from 1 to 1"):
        pdf.read(write(tmp_path, WORDS, WORDS), max_pages=1)


def test_a_scan_without_text_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"no text can be read.*OCR.*--ocr"):
        pdf.read(write(tmp_path, IMAGE))


def test_a_page_that_is_only_a_picture_is_a_problem(tmp_path: Path) -> None:
    (problem,) = pdf.read(write(tmp_path, WORDS, IMAGE)).problems
    assert (problem.where, problem.found, problem.expected, problem.severity) == ("page 2", "an image and no text", "text", "warning")


def test_an_empty_page_is_no_problem(tmp_path: Path) -> None:
    assert pdf.read(write(tmp_path, WORDS, "")).problems == ()


def test_the_unseen_text_under_a_scan_is_its_text(tmp_path: Path) -> None:
    unseen = "BT 3 Tr /F1 12 Tf 20 150 Td (Recognised words) Tj ET"
    assert lines(write(tmp_path, f"{IMAGE} {unseen}")) == ["Recognised words"]
    assert lines(write(tmp_path, f"{WORDS} {unseen}")) == ["Plain words"]


def test_text_outside_the_crop_box_is_left_out(tmp_path: Path) -> None:
    outside = "BT /F1 12 Tf 20 20 Td (Cut off) Tj ET"
    assert lines(write(tmp_path, WORDS + " " + outside, page="/CropBox [0 100 200 200]")) == ["Plain words"]


@pytest.mark.parametrize(
    ("rotate", "matrix"),
    [(90, "0 1 -1 0 100 20"), (180, "-1 0 0 -1 180 100"), (270, "0 -1 1 0 100 180")],
)
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, rotate: int, matrix: str) -> None:
    content = f"BT /F1 12 Tf {matrix} Tm (First line) Tj 0 -20 Td (Second line) Tj ET"
    document = pdf.read(write(tmp_path, content, page=f"/Rotate {rotate}"))
    assert [block.text for block in document.blocks if isinstance(block, Line)] == ["First line", "Second line"]
    assert all(isinstance(block, Line) and 19 <= block.indent <= 21 for block in document.blocks)


def test_a_raised_digit_is_dropped_only_when_it_is_smaller(tmp_path: Path) -> None:
    content = "BT /F1 12 Tf 20 150 Td (improve?) Tj /F1 7 Tf 4 Ts (1) Tj /F1 12 Tf 0 Ts ( ) Tj (29) Tj /F1 7 Tf 4 Ts (th) Tj ET"
    assert lines(write(tmp_path, content)) == ["improve? 29th"]


def test_a_number_that_nearly_touches_its_text_is_set_apart(tmp_path: Path) -> None:
    content = "BT /F1 12 Tf 20 150 Td (10.) Tj 17.5 0 Td (Since then) Tj ET BT /F1 12 Tf 20 120 Td (1.2) Tj ( e.g. so) Tj ET"
    assert lines(write(tmp_path, content)) == ["10. Since then", "1.2 e.g. so"]


def test_dotted_lines_and_doubled_lines_make_cells(tmp_path: Path) -> None:
    dots = " ".join(f"{x} {y} 0.5 0.5 re f" for y in (100, 140, 180) for x in range(20, 181, 2))
    doubled = " ".join(f"{x} 100 0.5 80 re f" for x in (20, 21.5, 100, 101.5, 180))
    words = " ".join(
        f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in ((25, 155, "a"), (110, 155, "b"), (25, 115, "c"), (110, 115, "d"))
    )
    (table,) = pdf.read(write(tmp_path, f"{dots} {doubled} {words}")).blocks
    assert not isinstance(table, Line)
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b"], ["c", "d"]]


def test_a_round_mark_colours_its_cell(tmp_path: Path) -> None:
    rules = "20 100 m 180 100 l 180 180 l 20 180 l 20 100 l S 100 100 m 100 180 l S 20 140 m 180 140 l S"
    circle = "1 0 0 rg 145 160 m 145 165 140 165 140 160 c 140 155 145 155 145 160 c f"
    words = "0 g BT /F1 10 Tf 25 155 Td (Done) Tj ET BT /F1 10 Tf 25 115 Td (Next) Tj ET"
    (table,) = pdf.read(write(tmp_path, f"{rules} {circle} {words}")).blocks
    assert not isinstance(table, Line)
    assert [[cell.fill for cell in row] for row in table.rows] == [[None, "FF0000"], [None, None]]


def test_text_cut_off_at_a_low_row_stays_in_its_own_cell(tmp_path: Path) -> None:
    rules = "20 140 160 40 re S 20 160 m 180 160 l S 100 140 m 100 180 l S"
    cell = "q 20 160 80 20 re W n BT /F1 10 Tf 25 167 Td (Do this) Tj 0 -13 Td (and that) Tj ET Q"
    below = "BT /F1 10 Tf 25 146 Td (Next) Tj ET BT /F1 10 Tf 110 146 Td (May) Tj ET"
    (table,) = pdf.read(write(tmp_path, f"{rules} {cell} {below}")).blocks
    assert not isinstance(table, Line)
    assert [[cell.text for cell in row] for row in table.rows] == [["Do this\nand that", ""], ["Next", "May"]]
