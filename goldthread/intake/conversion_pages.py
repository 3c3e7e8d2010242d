"""Between a scanned page and Tesseract: the page as a picture, and the words that come back as lines."""

import csv
import io
import itertools
from pathlib import Path

import pypdfium2

from goldthread.common.places import Place
from goldthread.intake.document import Line

_DOTS = 300  # an inch: what Tesseract's models were taught with
_POINTS = 72  # an inch
_MOST_DOTS = 40_000_000  # a page of A3; larger drawings are rendered more coarsely
_UNSURE = 60  # of 100: below it Tesseract is wrong about as often as right
_WORD = "5"  # the level of words in Tesseract's table


def render(path: Path, number: int, picture: Path) -> int:
    """Writes page number (from 1) as a grey picture in PNM form; returns its dots an inch."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[number - 1]
        width, height = (side / _POINTS for side in page.get_size())
        dots = int(min(_DOTS, (_MOST_DOTS / max(width * height, 0.01)) ** 0.5))
        bitmap = page.render(scale=max(dots, 1) / _POINTS, grayscale=True)
        with picture.open("wb") as file:
            file.write(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height))
            rows = memoryview(bitmap.buffer).cast("B")
            for row in range(bitmap.height):
                file.write(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width])
    finally:
        document.close()
    return max(dots, 1)


def page_lines(table: str, number: int, dots: int) -> tuple[list[Line], int]:
    """The lines of Tesseract's table of words, and how many of the words it was unsure of."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row.get("level") == _WORD and (row.get("text") or "").strip()]
    lines: list[Line] = []
    paragraph = ""
    for place, group in itertools.groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"])):
        in_line = list(group)
        text = " ".join(row["text"].strip() for row in in_line)
        gap = bool(lines) and paragraph != str(place[:2])
        paragraph = str(place[:2])
        indent = float(in_line[0]["left"]) * _POINTS / dots
        lines.append(Line(text=text, place=Place(page=number, line=len(lines) + 1, quote=text), indent=indent, gap=gap))
    return lines, sum(float(row["conf"]) < _UNSURE for row in words)
