"""Words of a page or of a cell put together to lines of print."""

import re
from collections import Counter
from typing import NamedTuple

from goldthread.common.text import BULLETS, LOST
from goldthread.intake.readers.pdf_geometry import Box, Word

_SAME_LINE = 0.4  # of the type size between baselines
_RAISED = 0.12
_SMALLER = 0.9
_TOUCHING = 0.12
_WIDE = 1.8  # of the type size: wider than any space in justified print
_NOTE_MARK = re.compile(r"[\d,*†‡§¹²³⁰⁴-⁹]{1,4}")
_LABEL = re.compile(r"\W|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.):]?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}[.)]")
_UNKNOWN = re.compile("\ufffd+")


class Print(NamedTuple):
    """One line of print. words are in order from the left, footnote marks left out."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    bullet: bool
    words: tuple[Word, ...]


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Words that stand on one line, from top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    base = size = 0.0
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if rows and abs(word.base - base) <= _SAME_LINE * max(word.style.size, size):
            rows[-1].append(word)
            if word.style.size > size:  # the first may have been a raised mark
                base, size = word.base, word.style.size
        else:
            rows.append([word])
            base, size = word.base, word.style.size
    return [sorted(row, key=lambda word: word.left) for row in rows]


def set_line(row: list[Word]) -> Print | None:
    """The row as a line of print, or None when nothing but a footnote mark stands in it."""
    size = _main_size(row)
    words = _without_note_marks(row, size)
    if not words:
        return None
    text = "".join(_with_space(words, index) for index in range(len(words)))
    text = _UNKNOWN.sub(LOST, text)
    lettered = [word for word in words if any(letter.isalnum() for letter in word.text)]
    return Print(
        text=text,
        box=Box(
            words[0].left,
            min(word.base - word.style.size for word in words),
            max(word.right for word in words),
            max(word.base for word in words),
        ),
        base=Counter(word.base for word in words if word.style.size == size).most_common(1)[0][0],
        size=size,
        bold=bool(lettered) and all(word.style.bold for word in lettered),
        bullet=text[0] in BULLETS or (text[0] in "-–—−o" and text[1:2] == " "),
        words=tuple(words),
    )


def _main_size(row: list[Word]) -> float:
    letters: Counter[float] = Counter()
    for word in row:
        letters[word.style.size] += len(word.text)
    return letters.most_common(1)[0][0]


def _without_note_marks(row: list[Word], size: float) -> list[Word]:
    kept: list[Word] = []
    full = [word for word in row if word.style.size == size]
    base = Counter(word.base for word in full).most_common(1)[0][0]
    for word in row:
        raised = base - word.base > _RAISED * size and word.style.size < _SMALLER * size
        after_word = bool(kept) and word.left - kept[-1].right < size
        if not (raised and after_word and _NOTE_MARK.fullmatch(word.text)):
            kept.append(word)
    return kept


def _with_space(words: list[Word], index: int) -> str:
    word = words[index]
    return (space_before(words[index - 1], word) if index else "") + word.text


def space_before(before: Word, word: Word) -> str:
    """What stands between two words of a line: nothing, a space, or two spaces for a gap as wide as between columns."""
    size = max(before.style.size, word.style.size)
    gap = word.left - before.right
    if gap > _WIDE * size and not _LABEL.fullmatch(before.text):
        return "  "
    is_mark = before.style.size < _SMALLER * size and before.base < word.base - _RAISED * size
    return " " if word.spaced or is_mark or gap > _TOUCHING * size or _is_number_before(before, word, gap) else ""


def _is_number_before(before: Word, word: Word, gap: float) -> bool:
    """A list's number that nearly touches its text; "1.2" is set closer still."""
    return gap > 0.02 * word.style.size and word.text[0].isalpha() and bool(_NUMBER.fullmatch(before.text))
