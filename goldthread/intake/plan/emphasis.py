"""Which of the names in a cell are underlined or bold from end to end."""

import re
from collections.abc import Callable, Sequence

from goldthread.intake.document import Span


def _marked_words(spans: Sequence[Span], is_marked: Callable[[Span], bool]) -> list[tuple[str, bool]]:
    """The cell's words in order; a word that several runs share is marked when any of its letters is."""
    text = "".join(span.text for span in spans)
    flags = [flag for span in spans for flag in [is_marked(span)] * len(span.text)]
    return [(match[0].casefold(), any(flags[match.start() : match.end()])) for match in re.finditer(r"\w+", text)]


def emphasised(names: Sequence[str], spans: Sequence[Span], is_marked: Callable[[Span], bool]) -> list[str]:
    """The names whose every word is marked. Empty when all are (that marks none) or when the spans hold other words.

    Where none is marked throughout, the only one that is marked for the most part counts: drawn underlines break off.
    """
    shares = _shares(names, _marked_words(spans, is_marked))
    whole = [name for name, share in shares.items() if share == 1]
    partly = [name for name, share in shares.items() if 0 < share < 1]
    if not whole and len(partly) == 1 and shares[partly[0]] >= _MOST:
        return partly if len(names) > 1 else []
    return whole if len(whole) < len(names) else []


_MOST = 0.5


def _shares(names: Sequence[str], words: Sequence[tuple[str, bool]]) -> dict[str, float]:
    """How much of each name is marked, 0–1; names whose words stand elsewhere are left out."""
    shares: dict[str, float] = {}
    start = 0
    for name in names:
        wanted = re.findall(r"\w+", name.casefold())
        place = next((at for at in range(start, len(words)) if [word for word, _ in words[at : at + len(wanted)]] == wanted), None)
        if place is None or not wanted:
            continue
        start = place + len(wanted)
        shares[name] = sum(marked for _, marked in words[place:start]) / len(wanted)
    return shares
