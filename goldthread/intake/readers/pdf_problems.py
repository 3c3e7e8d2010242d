"""What a PDF's pages hold that could not be read as text."""

from collections.abc import Iterator

from goldthread.intake.readers.pdf_geometry import Sheet
from goldthread.thread.picture import Problem

ONLY_IMAGE = "an image and no text"
_MOST_UNREADABLE = 0.1  # of a page's letters
_SIDEWAYS = 60  # letters: more than a page number or a note in the margin


def page_problems(sheets: list[Sheet], broken: list[int]) -> Iterator[Problem]:
    """A problem for each page that is broken, only a picture, without known letters or partly sideways."""
    for number in broken:
        yield Problem(
            where=f"page {number}",
            found="a page that cannot be opened",
            expected="a whole page",
            do="save the PDF again from its source, then read it again",
            severity="error",
        )
    for sheet in sheets:
        yield from _of(sheet)


def _of(sheet: Sheet) -> Iterator[Problem]:
    where = f"page {sheet.number}"
    letters = sum(len(word.text) for word in sheet.words)
    if not sheet.words and sheet.images:
        yield Problem(where=where, found=ONLY_IMAGE, expected="text", do="run the page through OCR or type it in")
    elif sheet.unreadable > _MOST_UNREADABLE * letters:
        yield Problem(
            where=where,
            found=f"{sheet.unreadable} letters for which the file names no character",
            expected="text that can be copied",
            do="run the page through OCR, or save the PDF again from its source",
        )
    if sheet.turned > _SIDEWAYS:
        yield Problem(
            where=where,
            found=f"{sheet.turned} letters set sideways, left out",
            expected="upright text",
            do="type in what matters of it",
        )
