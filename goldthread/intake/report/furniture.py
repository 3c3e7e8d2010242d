"""Running headers, footers and footnotes that a text file keeps between the lines."""

import re
from collections import defaultdict

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
_PAGE = re.compile(r"^(?:page )?\d{1,3}(?: of \d{1,3})?\s+|\s+(?:page )?\d{1,3}(?: of \d{1,3})?$")


def running_lines(document: Document, first: int, end: int) -> frozenset[int]:
    """Positions of the short lines in the same words, a page number aside, that stand at least three times in the report.

    Only lines that tell of the paper itself are taken: headings that come again in each part are none.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(first, end):
        block = document.blocks[at]
        if isinstance(block, Line) and block.level is None and 0 < len(block.text) <= _LONGEST:
            words = _PAGE.sub("", fold(block.text))
            if _RUNNING.search(words) and not words.endswith((":", ";")):
                places[words].append(at)
    return frozenset(at for found in places.values() if len(found) >= _OFTEN for at in found)


def footnote_figures(document: Document, first: int, end: int) -> frozenset[str]:
    """The figures that stand as footnote marks at the ends of lines: "What needs to improve?1"."""
    blocks = (document.blocks[at] for at in range(first, end))
    marks = (_NOTE_MARK.search(block.text.rstrip()[-12:]) for block in blocks if isinstance(block, Line))
    return frozenset(mark[1] for mark in marks if mark)


def is_footnote(text: str, figures: frozenset[str]) -> bool:
    """Whether text begins with the figure of a footnote that the report has a mark for."""
    match = _NOTE.match(text)
    return match is not None and match[1] in figures
