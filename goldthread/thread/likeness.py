"""How alike two texts are by their telling words, rare ones counting for more, and which texts are worth comparing at all."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from goldthread.common.text import words

SHORT = 4
"""Texts of fewer telling words than this need a rare one of their own to be alike."""

_COMMON = frozenset(
    words(
        "a about all also an and any are as at be been being but by for from has have how in into is it its more must not of on or "
        "other our out over should so such than that the their them these they this those through to under up was were when where "
        "which who will with within would ensure ensuring ensured"
    )
)
_ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|s)$")
_PLURAL = re.compile(r"ies$")


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The telling words of text without their endings and cut to six letters, so that forms and slips of one word are one."""
    return frozenset(stem(word) for word in words(text) if word not in _COMMON and (len(word) > 1 or word.isdigit()))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A folded word without its ending, cut to six letters."""
    return _ENDING.sub("", _PLURAL.sub("y", word.removesuffix("'s")))[:6]


def likeness(one: str, other: str) -> float:
    """How much (0–100) of the shorter text's telling words stand in the longer, without knowing which words are rare."""
    shared, shorter = stems(one) & stems(other), min(len(stems(one)), len(stems(other)))
    if not shared or len(shared) < min(SHORT, shorter):
        return 0.0  # as the scale would say, and much sooner
    return Scale([one, other]).likeness(one, other)


class Scale:
    """Weighs words by how rare they are among the texts of one picture. A text counts from when it is first asked about."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._stems: dict[str, frozenset[str]] = {text: stems(text) for text in texts}
        self._seen = Counter(chain.from_iterable(self._stems.values()))
        self._forget()

    def _forget(self) -> None:
        """A new text makes every word rarer, so that no weight holds any longer."""
        self._weight: dict[str, float] = {}
        self._weights: dict[frozenset[str], float] = {}

    def stems(self, text: str) -> frozenset[str]:
        """The telling words of a text, which counts from now on."""
        if text not in self._stems:
            self._stems[text] = stems(text)
            self._forget()
        return self._stems[text]

    def _rarity(self, one: str) -> float:
        if (known := self._weight.get(one)) is None:
            known = self._weight[one] = math.log1p(len(self._stems) / self._seen.get(one, 1))
        return known

    def weight(self, found: frozenset[str]) -> float:
        """How much the words of a set tell, all together."""
        if (known := self._weights.get(found)) is None:
            known = self._weights[found] = sum(map(self._rarity, found))
        return known

    def likeness(self, one: str, other: str) -> float:
        """0–100: how much of the text that tells less stands in the other."""
        first, second = self.stems(one), self.stems(other)
        shared = first & second
        shorter = second if self.weight(second) < self.weight(first) else first
        if not shared or len(shared) < min(SHORT, len(shorter)):
            return 0.0
        if len(shorter) < SHORT and (len(shorter) < 2 or not any(self._seen[stem] <= 2 for stem in shared)):
            return 0.0
        return 100 * sum(map(self._rarity, shared)) / self.weight(shorter)


class Index:
    """Finds which of several texts share telling words with another, without comparing it with each."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._stems = [stems(text) for text in texts]
        self._holders: dict[str, list[int]] = {}
        for at, found in enumerate(self._stems):
            for one in found:
                self._holders.setdefault(one, []).append(at)

    def shared(self, wanted: frozenset[str]) -> Mapping[int, int]:
        """How many of the words each text has, by its position; those that have none are left out."""
        return Counter(chain.from_iterable(self._holders.get(one, ()) for one in wanted))

    def comparable(self, wanted: frozenset[str]) -> frozenset[int]:
        """The positions of texts that any scale may find alike; for all the others it says 0."""
        enough = min(SHORT, len(wanted))
        return frozenset(at for at, count in self.shared(wanted).items() if count >= min(enough, len(self._stems[at])))
