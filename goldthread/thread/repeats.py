"""Which of many texts say nearly the same, letter for letter and with the same figures."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

_FIGURES = re.compile(r"\d+")


@lru_cache(maxsize=4)
def nearly_the_same(texts: tuple[str, ...], percent: int) -> tuple[tuple[int, int], ...]:
    """Positions of every two texts with the same figures whose letters agree in so many of a hundred, in the order of the texts.

    What was found is remembered, since a plan is looked at far oftener than it changes.
    """
    by_figures: dict[tuple[str, ...], list[int]] = {}
    for at, text in enumerate(texts):
        by_figures.setdefault(tuple(_FIGURES.findall(text)), []).append(at)
    return tuple(sorted(pair for same in by_figures.values() for pair in _alike(same, texts, percent)))


def _alike(group: Sequence[int], texts: Sequence[str], percent: int) -> Iterator[tuple[int, int]]:
    by_length = sorted(group, key=lambda at: len(texts[at]))
    lengths = [len(texts[at]) for at in by_length]
    for start, at in enumerate(by_length):
        # Two texts agree in no more letters than the shorter one has, so that a much longer text need not be looked at.
        end = bisect_right(lengths, lengths[start] * (200 - percent) / percent + 1)
        others = by_length[start + 1 : end]
        found = process.extract(texts[at], [texts[other] for other in others], scorer=fuzz.ratio, score_cutoff=percent, limit=None)
        yield from ((min(at, others[number]), max(at, others[number])) for _text, _score, number in found)
