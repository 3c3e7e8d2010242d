"""Running headers, footers and footnotes that a text file keeps between the lines."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from goldthread.common.text import fold
from goldthread.intake.document import Document, Line

_NOTE_MARK = re.compile(r"[a-z)?’”][.?,]?(\d{1,2})$")
_NOTE = re.compile(r"(\d{1,2})\s+[A-Z]")
_LONGEST = 130  # characters
_OFTEN = 3
_RUNNING = re.compile(
    r"\binspection\b|\breport\b|\bofsted\b|\bvisit\b|\bcouncil\b|\bno\. \d{5,}"
    r"|^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:[a-z]{3,9} )?(?:20\d\d )?(?:to|-|and) .*20\d\d$"
)
_PAGE_FIGURE = re.compile(r"(?:^|\s)(\d{1,3})$")
_PAGE_LAST = re.compile(r"\s+(?:page )?\d{1,3}(?: of \d{1,3})?$", re.IGNORECASE)
_PAGE_FIRST = re.compile(
    r"^(?:page )?\d{1,3}(?: of \d{1,3})?\s+(?!(?:to|and|of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|[-–])", re.IGNORECASE
)


def running_lines(document: Document, first: int, end: int) -> frozenset[int]:
    """Positions of the running headers and feet: short lines in the same words, page numbers aside.

    They stand at least three times, or twice with numbers that rise; the line beside one each time is one too. Only lines
    that tell of the paper itself are taken: headings that come again in each part are none.
    """
    groups = _groups(document, first, end)
    running = {words for words, found in groups.items() if _RUNNING.search(words) and _comes_again(document, found)}
    sure = {at for words in running for at in groups[words]}
    beside = (at for found in groups.values() if len(found) > 1 for at in found if _all_beside(found, sure) and {at - 1, at + 1} & sure)
    return frozenset(sure | set(beside))


def page_feet(document: Document, first: int, end: int) -> tuple[str, ...]:
    """The words of the report's running headers and feet, those that a reader left out included."""
    blocks = (document.blocks[at] for at in sorted(running_lines(document, first, end)))
    return (*document.furniture, *dict.fromkeys(_without_page(block.text) for block in blocks if isinstance(block, Line)))


def _groups(document: Document, first: int, end: int) -> dict[str, list[int]]:
    """Short lines by their words."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(first, end):
        block = document.blocks[at]
        if isinstance(block, Line) and block.level is None and 0 < len(block.text) <= _LONGEST:
            words = _without_page(fold(block.text))
            if not words.endswith((":", ";", ".")) and not block.text[:1].islower():
                places[words].append(at)
    return places


def _without_page(text: str) -> str:
    """The words of a running line without the page's number at its end or, unless a day stands there, its start."""
    return _PAGE_FIRST.sub("", _PAGE_LAST.sub("", text))


def _comes_again(document: Document, found: Sequence[int]) -> bool:
    if len(found) >= _OFTEN:
        return True
    numbers = [int(number[1]) for at in found if (number := _PAGE_FIGURE.search(_text(document, at)))]
    return 1 < len(numbers) == len(found) and all(before < after for before, after in pairwise(numbers))


def _text(document: Document, at: int) -> str:
    block = document.blocks[at]
    return block.text if isinstance(block, Line) else ""


def _all_beside(found: Sequence[int], sure: set[int]) -> bool:
    """Whether all of the lines, a title on the cover aside, stand beside running lines."""
    return sum(bool({at - 1, at + 1} & sure) for at in found) >= max(2, len(found) - 1)


def footnote_figures(document: Document, first: int, end: int) -> frozenset[str]:
    """The figures that stand as footnote marks at the ends of lines: "What needs to improve?1"."""
    blocks = (document.blocks[at] for at in range(first, end))
    marks = (_NOTE_MARK.search(block.text.rstrip()[-12:]) for block in blocks if isinstance(block, Line))
    return frozenset(mark[1] for mark in marks if mark)


def is_footnote(text: str, figures: frozenset[str]) -> bool:
    """Whether text begins with the figure of a footnote that the report has a mark for."""
    match = _NOTE.match(text)
    return match is not None and match[1] in figures
