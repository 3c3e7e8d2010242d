"""One page of a PDF, turned upright: its visible words and what is drawn around them."""

from bisect import bisect_left, bisect_right
from typing import Any

import pypdfium2.raw as pdfium

from goldthread.intake.readers.pdf_drawing import Drawing, read_drawing
from goldthread.intake.readers.pdf_geometry import Box, Rule, Sheet, Word, is_white
from goldthread.intake.readers.pdf_glyphs import Affine, join_words, main_turn, read_glyphs

_UNDERLINE_DEPTH = 0.28  # of the type size below the baseline; a cell's border lies below the descenders
_STRIKE_HEIGHT = 0.4
_SHORTEST = 2.0  # points: a dot of a dotted border
_TALLEST = 30.0  # points: no larger type is looked at for lines under it


class Unreadable(Exception):
    """The page cannot be opened."""


def read_sheet(document: Any, index: int) -> Sheet:
    """The page at index (from 0). Raises Unreadable when the library cannot open it."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise Unreadable(index)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        return _sheet(page, text_page, index + 1)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)


def _sheet(page: Any, text_page: Any, number: int) -> Sheet:
    glyphs = read_glyphs(text_page)
    visible = [glyph for glyph in glyphs if glyph.text != " "]
    turn = main_turn(glyphs)
    quarter = -turn % 4 if visible else pdfium.FPDFPage_GetRotation(page)
    affine, width, height = _upright(_crop(page), quarter)
    drawing = read_drawing(page, affine)
    frame = Box(0, 0, width, height)
    words = join_words([glyph for glyph in glyphs if glyph.style.turn == turn], affine)
    words = _shown([word for word in words if frame.holds(word.middle, 1)], drawing, frame)
    words, level = _underlined(words, drawing.level)
    return Sheet(
        number=number,
        width=width,
        height=height,
        words=words,
        level=[rule for rule in level if -1 <= rule.at <= height + 1],
        upright=[rule for rule in drawing.upright if -1 <= rule.at <= width + 1],
        fills=drawing.fills,
        images=drawing.images,
        unreadable=sum(glyph.text == "\ufffd" for glyph in visible),
        turned=sum(glyph.style.turn != turn for glyph in visible),
    )


def _crop(page: Any) -> Box:
    """The part of the page that is shown, with y upwards: top is the larger number."""
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rectangle)
    return Box(rectangle.left, rectangle.top, rectangle.right, rectangle.bottom)


def _upright(crop: Box, quarter: int) -> tuple[Affine, float, float]:
    """The transformation to points from the top left after quarter turns clockwise, and the page's width and height then."""
    left, top, right, bottom = crop
    across, along = right - left, top - bottom
    if quarter == 1:
        return (0, 1, 1, 0, -bottom, -left), along, across
    if quarter == 2:
        return (-1, 0, 0, 1, right, -bottom), across, along
    if quarter == 3:
        return (0, -1, -1, 0, top, right), along, across
    return (1, 0, 0, -1, -left, top), across, along


def _shown(words: list[Word], drawing: Drawing, frame: Box) -> list[Word]:
    """Words that can be seen: not set without ink (unless they lie under a scan) and not white on white."""
    is_scan = any(image.overlap(frame).area > frame.area * 0.5 for image in drawing.images)
    return [word for word in words if (is_scan or not word.style.hidden) and not _is_lost(word, drawing)]


def _is_lost(word: Word, drawing: Drawing) -> bool:
    """Whether a word is white and nothing darker lies behind it."""
    if not is_white(word.style.colour) or word.style.hidden:
        return False
    if any(image.holds(word.middle) for image in drawing.images):
        return False
    under = [fill for fill in drawing.fills if fill.box.holds(word.middle)]
    return not under or is_white(under[-1].colour)


def _underlined(words: list[Word], level: list[Rule]) -> tuple[list[Word], list[Rule]]:
    """Words marked where a line runs just under them, and the lines that are neither that nor struck through words."""
    order = sorted(range(len(words)), key=lambda index: words[index].base)
    bases = [words[index].base for index in order]
    marked: dict[int, Rule] = {}
    others: list[Rule] = []
    for rule in level:
        if rule.end - rule.start < _SHORTEST:
            others.append(rule)
            continue
        near = order[bisect_left(bases, rule.at - _TALLEST) : bisect_right(bases, rule.at + _TALLEST)]
        along = [index for index in near if _runs_along(words[index], rule)]
        under = [index for index in along if 0 <= rule.at - words[index].base <= words[index].style.size * _UNDERLINE_DEPTH]
        through = [index for index in along if _is_struck(words[index], rule)]
        if _spans(words, under, rule):
            marked |= dict.fromkeys(under, rule)
        elif not _spans(words, through, rule):
            others.append(rule)
    return [piece for index, word in enumerate(words) for piece in _marked(word, marked.get(index))], others


def _runs_along(word: Word, rule: Rule) -> bool:
    shared = min(word.right, rule.end) - max(word.left, rule.start)
    return shared > 0.5 * (word.right - word.left)


def _is_struck(word: Word, rule: Rule) -> bool:
    return word.style.size * 0.1 < word.base - rule.at < word.style.size * _STRIKE_HEIGHT


def _spans(words: list[Word], along: list[int], rule: Rule) -> bool:
    """Whether the rule is as long as the words, give or take the space that follows them."""
    if not along:
        return False
    start, end = min(words[index].left for index in along), max(words[index].right for index in along)
    slack = max(words[index].style.size for index in along) * 0.4
    return rule.start >= start - slack and rule.end <= end + slack


def _marked(word: Word, rule: Rule | None) -> list[Word]:
    """The word with its underlined letters apart, as in a name with a comma after the line's end."""
    if rule is None:
        return [word]
    slack = word.style.size * 0.15
    cut = sum(end <= rule.end + slack for end in word.ends)
    if not 0 < cut < len(word.text) or len(word.ends) != len(word.text):
        return [word._replace(underline=True)]
    at = word.ends[cut - 1]
    head = word._replace(text=word.text[:cut], right=at, ends=word.ends[:cut], underline=True)
    return [head, word._replace(text=word.text[cut:], left=at, ends=word.ends[cut:], spaced=False)]
