"""Running headers and footers and page numbers: what stands on the page and does not belong to the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from goldthread.common.text import fold
from goldthread.intake.readers.pdf_lines import Print

_ZONE = 0.14  # of the page's height at the top and at the bottom
_NEAR = 6.0  # points by which a running line may move from page to page
_LARGER = 1.05  # of the body's type size
_SAME = 0.3  # points between sizes that are one size
_TIGHT = 1.4  # of the type's size: from one line of a paragraph to the next
_PAGES = 3
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?|pg\.?)?\s*[-–—|(\[]?\s*(?:\d{1,3}|[ivxl]{1,6})\s*(?:(?:of|/|\|)\s*\d{1,4})?\s*[-–—|)\]]?(?:\s*\|?\s*p ?a ?g ?e)?",
    re.IGNORECASE,
)

_AT_END = re.compile(r"^(?:page )?\d{1,3}\s{2,}|\s+(?:page )?\d{1,3}(?: of \d{1,3})?$", re.IGNORECASE)


class Page(NamedTuple):
    """A page's height in points and its lines in reading order."""

    height: float
    lines: list[Print]


class _Running(NamedTuple):
    """The words that stand in the zones of all pages, with page and distance from the edge, and the body's type size."""

    seen: dict[str, list[tuple[int, float]]]
    body: float
    pages: int


def furniture(pages: list[Page]) -> list[set[int]]:
    """For each page the positions of the lines that are page furniture.

    A line is furniture when it lies in the page's top or bottom zone, nothing but furniture lies between it and the edge,
    and it is a page number or its words stand at the same height on other pages too (on two of two pages, else on three).
    Digits may differ in a small line only: "Recommendation 1", "Recommendation 2" at the head of each page are headings.
    """
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page.lines:
            if _in_zone(line, page.height):
                seen[_words(line.text)].append((number, _from_edge(line, page.height)))
    running = _Running(seen, _body_size(pages), len(pages))
    return [_of_page(page, running) for page in pages]


def printed_furniture(pages: list[Page], outside: list[set[int]]) -> tuple[str, ...]:
    """The words of the furniture's lines, each once, in print order; a page number at an end and bare numbers left out."""
    texts = (page.lines[index].text for page, found in zip(pages, outside, strict=True) for index in sorted(found))
    plain = (_AT_END.sub("", text).strip() for text in texts)
    return tuple(dict.fromkeys(text for text in plain if text and not _PAGE_NUMBER.fullmatch(text)))


def running_words(texts: list[list[str]]) -> set[str]:
    """Of texts per page, those that stand on three pages or more, digits apart; folded."""
    counts = Counter(words for page in texts for words in {_words(text) for text in page})
    return {words for words, count in counts.items() if count >= _PAGES}


def is_running(text: str, running: set[str]) -> bool:
    """Whether the text is one of those, digits apart."""
    return _words(text) in running


def in_margin(top: float, bottom: float, height: float) -> bool:
    """Whether something lies wholly in the page's top or bottom zone."""
    return bottom < height * _ZONE or top > height * (1 - _ZONE)


def _body_size(pages: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _in_zone(line: Print, height: float) -> bool:
    return in_margin(line.base, line.base, height)


def _from_edge(line: Print, height: float) -> float:
    return line.base if line.base < height / 2 else line.base - height


def _words(text: str) -> str:
    return re.sub(r"\d+", "#", fold(text))


def _of_page(page: Page, running: _Running) -> set[int]:
    order = sorted(range(len(page.lines)), key=lambda index: page.lines[index].base)
    above = [index for index in order if page.lines[index].base < page.height / 2]
    below = [index for index in reversed(order) if page.lines[index].base >= page.height / 2]
    found: set[int] = set()
    for side in (above, below):
        for index in side:
            line = page.lines[index]
            if not (_in_zone(line, page.height) and _is_furniture(line, page.height, running)):
                break
            found.add(index)
    return found - set(_last_of_text(page, below, found, running))


def _last_of_text(page: Page, below: list[int], found: set[int], running: _Running) -> Iterator[int]:
    """Lines taken for a foot that are the end of the text above: of its type, and no more than a line below it."""
    down = list(reversed(below))
    start = next((at for at, index in enumerate(down) if index in found), len(down))
    for above, index in pairwise(down[max(0, start - 1) :]):
        if not _goes_on(page.lines[above], page.lines[index], running.body):
            return
        yield index


def _goes_on(above: Print, line: Print, body: float) -> bool:
    alike = abs(line.size - body) < _SAME and abs(above.size - line.size) < _SAME
    return alike and not _PAGE_NUMBER.fullmatch(line.text.strip()) and 0 < line.base - above.base < _TIGHT * line.size


def _is_furniture(line: Print, height: float, running: _Running) -> bool:
    if _PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    words, at = _words(line.text), _from_edge(line, height)
    is_heading = at > 0 and (line.bold or line.size > running.body * _LARGER)
    if is_heading and "#" in words:
        return False
    others = {page for page, place in running.seen[words] if abs(place - at) <= _NEAR}
    return len(others) >= max(2, min(_PAGES, running.pages))
