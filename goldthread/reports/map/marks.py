"""Grades and ratings as word, letter, shape and colour, so that none of the four is needed to read the others.

A colour here is only how a mark looks. What it means comes from the plan's own key or the inspection's own scale.
"""

import colorsys
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from goldthread.common.text import fold, squeeze
from goldthread.thread.picture import Judgement, StatusKey
from goldthread.thread.ratings import entry_of

SHAPES: Mapping[str, str] = {"red": "down", "amber": "diamond", "green": "disc", "blue": "square", "grey": "ring", "plain": "bar"}
"""The shape that goes with each tone; ``plain`` is for words whose colour nobody printed."""

_COLOUR_WORDS = {
    "red": "red",
    "amber": "amber",
    "orange": "amber",
    "yellow": "amber",
    "gold": "amber",
    "green": "green",
    "blue": "blue",
    "purple": "blue",
    "grey": "grey",
    "gray": "grey",
    "white": "grey",
    "black": "grey",
}
_GRADE_TONES = {
    "outstanding": "blue",
    "good": "green",
    "adequate": "amber",
    "requires_improvement": "amber",
    "inadequate": "red",
    "outcome_1": "green",
    "outcome_2": "amber",
    "outcome_3": "red",
}
_HUES = ((0.045, "red"), (0.19, "amber"), (0.45, "green"), (0.88, "blue"), (1.01, "red"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """word: as printed; letter: one or two capitals; shape and tone: see ``SHAPES``; meaning: the key's words, if any."""

    word: str
    letter: str
    tone: str
    meaning: str | None = None

    @property
    def shape(self) -> str:
        """The name of the shape drawn beside the letter."""
        return SHAPES[self.tone]

    @property
    def says_its_letter(self) -> bool:
        """Whether the word is nothing but the letter, as in plans that rate with R, A and G; it is shown once then."""
        return self.word.casefold() == self.letter.casefold()


def _hex_tone(colour: str) -> str | None:
    found = re.fullmatch(r"#?([0-9a-fA-F]{6})", colour.strip())
    if not found:
        return None
    red, green, blue = (int(found[1][at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    return "grey" if saturation < 0.15 else next(tone for limit, tone in _HUES if hue < limit)


def colour_tone(colour: str | None) -> str:
    """The tone nearest to a colour's word or ``#RRGGBB``; ``plain`` when it is neither."""
    if not colour:
        return "plain"
    named = next((_COLOUR_WORDS[word] for word in re.findall(r"[a-z]+", fold(colour)) if word in _COLOUR_WORDS), None)
    return named or _hex_tone(colour) or "plain"


def _initials(words: str, most: int = 2) -> str:
    found = re.findall(r"[^\W_]", " ".join(word[0] for word in words.split() if word[0].isalnum()))
    return "".join(found[:most]).upper() or "?"


def _letter(key: StatusKey) -> str:
    colour = key.colour if key.colour and not key.colour.startswith("#") else None
    return _initials(colour or key.label, 1)


def _apart(labels: Sequence[str]) -> list[str]:
    """Two capitals for each label that begins with the same letter: its first, and the first of its others that no rival has."""
    found = []
    for label in labels:
        rivals = {letter for other in labels if other != label for letter in fold(other)[1:]}
        own = next((letter for letter in fold(label)[1:] if letter.isalnum() and letter not in rivals), "")
        found.append((label[:1] + own).upper())
    return found


def _letters(status_key: Sequence[StatusKey]) -> list[str]:
    first = [_letter(key) for key in status_key]
    words = [_initials(key.label) for key in status_key]
    short = [word if first.count(one) > 1 else one for one, word in zip(first, words, strict=True)]
    for one in {letter for letter in short if short.count(letter) > 1}:
        same = [at for at, letter in enumerate(short) if letter == one]
        for at, letters in zip(same, _apart([squeeze(status_key[at].label) for at in same]), strict=True):
            short[at] = letters
    return short


def key_marks(status_key: Sequence[StatusKey]) -> tuple[Mark, ...]:
    """The plan's own key as marks, in its order; entries that would share a letter take what tells their labels apart."""
    return tuple(
        Mark(
            word=squeeze(key.label),
            letter=letter,
            tone=colour_tone(key.colour or key.label),
            meaning=key.meaning,
        )
        for key, letter in zip(status_key, _letters(status_key), strict=True)
    )


def rating_mark(label: str | None, status_key: Sequence[StatusKey]) -> Mark | None:
    """A printed rating under the plan's own key; without an entry there the raw word stands. None when nothing is printed."""
    return _rating_mark(label, tuple(status_key)) if label and label.strip() else None


@lru_cache(maxsize=1024)
def _rating_mark(label: str, status_key: tuple[StatusKey, ...]) -> Mark:
    entry = entry_of(label, status_key)
    if entry:
        return next(mark for key, mark in zip(status_key, key_marks(status_key), strict=True) if key == entry)
    return Mark(word=squeeze(label), letter=_initials(label, 1), tone=colour_tone(label))


def grade_words(judgement: Judgement) -> str | None:
    """The grade as the report prints it, else its name; None when the report gives none."""
    return judgement.as_printed or (judgement.grade.replace("_", " ").capitalize() if judgement.grade else None)


def grade_mark(judgement: Judgement) -> Mark | None:
    """A judgement's grade; None when none was given."""
    word = grade_words(judgement)
    if not word:
        return None
    outcome = re.fullmatch(r"outcome_(\d)", judgement.grade or "")
    letter = outcome[1] if outcome else _initials((judgement.grade or word).replace("_", " "))
    return Mark(word=squeeze(word), letter=letter, tone=_GRADE_TONES.get(judgement.grade or "", "plain"))
