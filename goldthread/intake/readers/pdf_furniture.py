"""Running headers and footers and page numbers: what stands on the page and does not belong to the text."""

import re
from collections import Counter, defaultdict

from goldthread.common.text import fold
from goldthread.intake.readers.pdf_lines import Print

_ZONE = 0.14  # of the page's height at the top and at the bottom
_NEAR = 6.0  # points by which a running line may move from page to page
_PAGE_NUMBER = re.compile(r"(?:page|p\.?|pg\.?)?\s*[-–—|(\[]?\s*(\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/|\|)\s*\d{1,4})?\s*[-–—|)\]]?(?:\s*\|?\s*p ?a ?g ?e)?", re.IGNORECASE)

Edge = tuple[str, str, int]


def furniture(pages: list[tuple[float, list[Print]]]) -> list[set[int]]:
    """For each page (its height, its lines from top to bottom) the positions of lines that are page furniture.

    A line is furniture when it lies in the page's top or bottom zone, nothing but furniture lies between it and the edge,
    and it is a page number or its words stand at the same height on other pages too. Digits may differ in a small
    line only: "Recommendation 1", "Recommendation 2" at the head of each page are headings.
    """
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (height, lines) in enumerate(pages):
        for line in lines:
            if _in_zone(line, height):
                seen[_words(line)].append((number, _from_edge(line, height)))
    body = _body_size(pages)
    return [_of_page(number, height, lines, seen, body, len(pages)) for number, (height, lines) in enumerate(pages)]


def _body_size(pages: list[tuple[float, list[Print]]]) -> float:
    sizes: Counter[float] = Counter()
    for _, lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _in_zone(line: Print, height: float) -> bool:
    return line.base < height * _ZONE or line.base > height * (1 - _ZONE)


def _from_edge(line: Print, height: float) -> float:
    return line.base if line.base < height / 2 else line.base - height


def _words(line: Print) -> str:
    return re.sub(r"\d+", "#", fold(line.text))


def _of_page(
    number: int, height: float, lines: list[Print], seen: dict[str, list[tuple[int, float]]], body: float, pages: int
) -> set[int]:
    found: set[int] = set()
    order = sorted(range(len(lines)), key=lambda index: lines[index].base)
    for sequence, side in ((order, "top"), (order[::-1], "bottom")):
        for index in sequence:
            line = lines[index]
            on_side = line.base < height / 2 if side == "top" else line.base >= height / 2
            if not (on_side and _in_zone(line, height) and _is_furniture(number, line, height, seen, body, pages)):
                break
            found.add(index)
    return found


def _is_furniture(number: int, line: Print, height: float, seen: dict[str, list[tuple[int, float]]], body: float, pages: int) -> bool:
    if _PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    words = _words(line)
    at = _from_edge(line, height)
    others = {page for page, place in seen[words] if abs(place - at) <= _NEAR}
    heading = (line.bold or line.size > body * 1.05) and at > 0
    if heading and "#" in words:
        return False
    return len(others) >= min(3, pages) and len(others) >= 2
