"""Running headers and footers that a text file keeps between the lines: the report's title, its dates, its number."""

import re
from collections import defaultdict

from goldthread.common.text import fold
from goldthread.intake.document import Document, Line

_LONGEST = 130  # characters
_OFTEN = 3
_RUNNING = re.compile(
    r"\binspection\b|\breport\b|\bofsted\b|\bvisit\b|\bcouncil\b|\bno\. \d{5,}"
    r"|^(?:\d{1,2} )?(?:[a-z]{3,9} )?(?:20\d\d )?(?:to|-|and) .*20\d\d$"
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
