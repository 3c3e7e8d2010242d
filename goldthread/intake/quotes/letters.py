"""Letters and digits of a text, each with where it stands: spaces, hyphens and signs are not compared."""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

_ONE_WORD = re.compile(r".|\w\w|\d[.,/:]\d|[^\W\d][-‐‑'’\u00ad][^\W\d]", re.DOTALL)
"""Two letters, with what is between them, that belong to one word or number."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Letters:
    """What of a text is compared. at: the offset of each letter; begins: 1 for each letter that a word or number begins with."""

    text: str
    at: "array[int]"
    begins: bytes

    def parts_words(self, letter: int) -> bool:
        """Whether one word ends before this letter and another begins with it; so at both ends."""
        return letter == len(self.text) or bool(self.begins[letter])

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of some of its letters, from the first up to after the last."""
        return self.at[start], self.at[end - 1] + 1


@lru_cache(maxsize=4096)
def letters_of(text: str, *, signs: bool = False) -> Letters:
    """The letters and digits of a text, folded; with signs, everything that is no space."""
    pairs = [(letter, offset) for offset, sign in enumerate(text) for letter in _folded(sign, signs)]
    at = array("I", (offset for _, offset in pairs))
    begins = bytes(n == 0 or not _ONE_WORD.fullmatch(text, at[n - 1], offset + 1) for n, offset in enumerate(at))
    return Letters("".join(letter for letter, _ in pairs), at, begins)


@lru_cache(maxsize=4096)
def _folded(sign: str, signs: bool) -> str:
    plain = unicodedata.normalize("NFKD", sign).casefold()
    return "".join(letter for letter in plain if letter.isalnum() or (signs and not letter.isspace()))


def same_numbers(one: str, other: str) -> bool:
    """Whether two texts of the same letters hold the same numbers: 1.1 is not 11."""
    return _NUMBER.findall(one) == _NUMBER.findall(other)
