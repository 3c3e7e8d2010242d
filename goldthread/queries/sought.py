"""What somebody types into the search: words, “quoted phrases”, and beginnings of words with a star. Nothing typed is an error."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goldthread.common.text import words

MOST_TERMS: Final = 12
"""Further ones are left out: nobody types them, and each costs the database work."""
LONGEST: Final = 200
"""Characters that are read of what is typed."""
_LONGEST_WORD = 60
_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_OWNER = re.compile(r"(?<=\w)'s?(?!\w)")
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})
_LITTLE = frozenset(
    words(
        "a an and are as at be but by for from had has have he her his i if in into is it its me my not of on or our she so such that the "
        "their them then there these they this to us was we were which who will with you your"
    )
)
"""Words that stand in nearly every text. They count in phrases, and when nothing else is typed."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that have to stand next to each other; one word, mostly. is_beginning: the last of them may go on."""

    words: tuple[str, ...]
    is_beginning: bool = False


def read(typed: str) -> tuple[Sought, ...]:
    """What is sought, all of it together: plain letters and figures only, accents taken off. Empty when nothing typed is a word."""
    text = typed[:LONGEST].translate(_PLAIN)
    found = [sought for piece in _PIECE.finditer(text) if (sought := _sought(piece[1] if piece[1] is not None else piece[2]))]
    telling = [one for one in found if len(one.words) > 1 or one.is_beginning or one.words[0] not in _LITTLE]
    return tuple(dict.fromkeys(telling or found))[:MOST_TERMS]


def _sought(piece: str) -> Sought | None:
    cut = tuple(_words(piece))
    return Sought(cut, is_beginning=piece.rstrip().endswith("*")) if cut else None


def _words(piece: str) -> Iterator[str]:
    """Accents go before the words are cut, as both databases' indexes do it; ``children’s`` is looked for as ``children``."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", piece) if not unicodedata.combining(sign))
    yield from (word[:_LONGEST_WORD] for word in _WORD.findall(_OWNER.sub("", bare.lower())))
