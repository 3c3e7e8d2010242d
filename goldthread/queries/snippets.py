"""A few words around what was found. The databases mark a text and cut nothing: PostgreSQL would leave words out."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from goldthread.common.text import fold
from goldthread.queries.engines import END, START

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it was sought."""
WORDS: Final = 32
"""Words of a snippet."""
_BEFORE, _TRIED = 5, 200
"""Words that lead up to what was found; places that are tried."""
_TOKEN = re.compile(r"\s+|\S+")


def pieces(marked: str) -> Pieces:
    """A text with START and END around what was found, in pieces."""
    found: list[tuple[str, bool]] = []
    for at, piece in enumerate(marked.split(START)):
        inside, _, outside = piece.partition(END) if at else ("", "", piece)
        found += [(inside, True), (outside, False)]
    return tuple((words, is_found) for words, is_found in found if words)


def snippet(text: Pieces, title: Pieces) -> Pieces:
    """The stretch of the text that holds most of what was sought; nothing when the title shows all of it."""
    tokens = [(" " if token.isspace() else token, found) for words, found in text for token in _TOKEN.findall(words)]
    hits = [at for at, (token, found) in enumerate(tokens) if found and token != " "][:_TRIED]
    if not hits:
        return ()
    first, last = _best(tokens, hits)
    shown = tokens[first:last]
    if _told(shown) <= _told(title):
        return ()
    before, after = [("… ", False)] * (first > 0), [("…", False)] * (last < len(tokens))
    joined = groupby([*before, *shown, *after], key=lambda token: token[1])
    return tuple(("".join(words for words, _ in run), found) for found, run in joined)


def _best(tokens: Sequence[tuple[str, bool]], hits: Sequence[int]) -> tuple[int, int]:
    """Where the stretch begins and ends: of those with most different found words the first."""
    stretches = [(max(0, at - 2 * _BEFORE), min(len(tokens), at + 2 * (WORDS - _BEFORE))) for at in hits]
    first, last = max(stretches, key=lambda stretch: len(_told(tokens[slice(*stretch)])))
    return first + (tokens[first][0] == " "), last - (tokens[last - 1][0] == " ")


def _told(tokens: Sequence[tuple[str, bool]]) -> set[str]:
    return {word for words, found in tokens if found for word in fold(words).split()}
