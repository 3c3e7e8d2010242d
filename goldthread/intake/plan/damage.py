"""Text that was damaged on its way here: page-edge letters, cut words, lines printed twice, cells split in the middle.

Nothing here restores what is lost. It removes what is plainly not the document's words (a page number set on edge),
joins what was cut where the document's own words show how, and leaves ``[...]`` where something is missing.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from goldthread.common.text import BULLETS, LOST, fold, words

Vocabulary = frozenset[str]


def vocabulary(texts: Iterable[str]) -> Vocabulary:
    """The folded words, and pairs of small-letter words, that the document uses; damage is judged against them."""
    known: set[str] = set()
    for text in texts:
        known.update(words(text))
        plain = re.findall(r"[a-z]+", text) if len(text) > 60 else []
        known.update(f"{a} {b}" for a, b in pairwise(plain))
    return frozenset(known)


def _foreign(character: str) -> bool:
    if character.isascii() or not character.isalpha():
        return unicodedata.category(character) in {"So", "Mn", "Mc", "Co"} and character not in BULLETS
    return not unicodedata.name(character, "").startswith(("LATIN CAPITAL", "LATIN SMALL"))


def is_foreign(text: str) -> bool:
    """Whether text holds letters of an alphabet that an English plan does not print."""
    return any(_foreign(character) for character in text)


def mark_foreign(text: str) -> str:
    """Text with every word that is not in the Latin alphabet replaced by ``[...]``, once for a run of them."""
    if not is_foreign(text):
        return text
    kept = [LOST if is_foreign(word) else word for word in text.split(" ")]
    return re.sub(r"\[\.\.\.\](\s+\[\.\.\.\])+", LOST, " ".join(kept))


_EDGE = re.compile(r"(?:page|ıge|pa)\s*\d{0,3}|\d{1,3}(?:\s+\d{1,3})?|[-_.,·•'’|]+|\(?\\?[a-z]{0,6}[{(]?\\?[\w]?[})]?", re.I)


def is_edge(text: str) -> bool:
    """Whether a first-column cell holds only a page number set on edge, or the scraps that it left."""
    bare = text.strip()
    if not bare:
        return False
    if is_foreign(bare) and len(bare) <= 6:
        return True
    if len(bare) <= 2 and not bare.isalpha():
        return not re.fullmatch(r"\d[.)]", bare)
    return bool(re.fullmatch(r"(page|ıge|pa)(\s*\d{1,3})?|\d{1,3}(\s+\d{1,3})?|[-_.,·•|\\]+", bare, re.I))


def is_scrap(texts: Sequence[str]) -> bool:
    """Whether a row holds nothing but scraps: no word of three letters or more that belongs to a sentence."""
    filled = [text.strip() for text in texts if text.strip()]
    if not filled:
        return True
    return all(
        len(text) <= 12 and (is_foreign(text) or not re.search(r"[A-Za-z]{3,}", text) or "\\" in text) for text in filled
    ) and not any(re.search(r"\d{4}", text) for text in filled)


def without_edge(text: str) -> str:
    """A cell's text without a page number set on edge before it."""
    return re.sub(r"^Page(\s+\d{1,3}\b)?\s+(?=\S)", "", text)


_TELLING = 20
"""Characters that show where in the inspectors' words a cut text stands."""


def is_cut(text: str, whole: Iterable[str]) -> bool:
    """Whether text stops inside a word of one of the whole texts, which go on with it (“sharing of inform”, “…ation”)."""
    end = fold(text)[-_TELLING:]
    if len(end) < _TELLING or not end[-1].isalpha():
        return False
    return any((at := (told := fold(other)).find(end)) >= 0 and told[at + len(end) : at + len(end) + 1].isalpha() for other in whole)


def trail(text: str) -> str:
    """Text without the scraps that a cell border left at its end (``,,,,`` or ``• ``)."""
    return re.sub(r"[\s,·•_]*[,·•_]{2,}$", "", text).strip()


def join_pieces(left: str, right: str, known: Vocabulary) -> str:
    """Two pieces of one sentence that a column border cut: joined as the document's own words show, else with ``[...]``."""
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return left or right
    before, after = re.search(r"\w*$", left), re.match(r"\w*", right)
    head, tail = (before.group() if before else ""), (after.group() if after else "")
    if not head or not tail:
        return f"{left} {right}"
    whole = f"{head}{tail}"
    if whole.lower() in known and not (head.lower() in known and tail.lower() in known and len(tail) > 2):
        return left + right
    for lap in range(min(len(head), len(tail)), 0, -1):
        if head[-lap:].lower() == tail[:lap].lower():
            if (head + tail[lap:]).lower() in known:
                return left + right[lap:]
            if lap == len(tail) and head.lower() in known:
                return left + right[lap:]
    for cut in (1, 2):
        if len(head) > cut and f"{head[:-cut]}{tail}".lower() in known:
            return left[:-cut] + right
    if head.lower() in known and tail.lower() in known:
        return f"{left} {right}"
    return f"{left}{LOST}{right}" if tail.lower() not in known else f"{left} {LOST} {right}"


def _known_share(text: str, known: Vocabulary) -> float:
    found = words(text)
    return sum(word in known for word in found) / len(found) if found else 0.0


def is_printed_twice(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two rows are two readings of the same printed line."""
    pairs = [(a.strip(), b.strip()) for a, b in zip(first, second, strict=False) if a.strip() and b.strip()]
    if not pairs:
        return False
    weight = sum(max(len(a), len(b)) for a, b in pairs)
    alike = sum(fuzz.ratio(a.lower()[: len(b)], b.lower()[: len(a)]) * max(len(a), len(b)) for a, b in pairs) / weight
    return alike >= 72 and weight >= 15 and all(len(a) < 70 and len(b) < 70 for a, b in pairs)


def is_second_reading(above: str, text: str) -> bool:
    """Whether a cell is the printed line above it, read once more and differently."""
    return 12 <= len(text) < 70 and words(above) != words(text) and fuzz.ratio(above.lower(), text.lower()) >= 86


def is_line_again(above: str, text: str) -> bool:
    """Whether a cell repeats the line above it, from the middle of a sentence."""
    return above == text and 7 <= len(text) < 70 and text[:1].islower() and not _SAID_OFTEN.search(text)


_SAID_OFTEN = re.compile(r"\d{4}|ongoing|month|quarter|week|immediate|annual|complete|progress|on track|due|not ", re.I)
"""Words of dates and ratings, which one row after another may well repeat."""


def better_reading(first: str, second: str, known: Vocabulary) -> str:
    """Of two readings of one printed line, the one with more of the document's own words; either where one is blank."""
    if not first.strip() or not second.strip():
        return first if first.strip() else second
    return first if _known_share(first, known) > _known_share(second, known) else second


def unbroken(text: str) -> str:
    """Printed lines joined into one text; a hyphen at a line's end stays and takes no space."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[a-z])-\s*\n\s*(?=[a-z])", "-", text)).strip()


_FASTENED = frozenset(
    [
        "of",
        "the",
        "to",
        "and",
        "for",
        "in",
        "with",
        "by",
        "a",
        "an",
        "on",
        "from",
        "at",
        "or",
        "as",
        "their",
        "its",
        "our",
        "that",
        "which",
        "nor",
        "be",
        "is",
        "are",
        "was",
        "will",
        "been",
        "not",
        "who",
    ]
)
_OPENERS = {"All", "The", "There", "Each", "Every", "Any", "This", "These", "To"}


def split_unpunctuated(text: str, known: Vocabulary = frozenset()) -> list[str]:
    """Statements that ran together when their line breaks were lost: cut before a capital that can only open a statement."""
    tokens = text.split()
    starts = [0]
    for i in range(1, len(tokens)):
        before, token = tokens[i - 1], tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else ""
        fastened = before.lower() in _FASTENED or re.search(r"[,(/&–-]$|ly$", before) or f"{before} {token.lower()}" in known
        if fastened or not re.match(r"[A-Z][a-z]*$|[A-Z][a-z]+-", token):
            continue
        if re.search(r"[.;:?!]$", before) or (
            after[:1].islower() and (token in _OPENERS or (before[:1].islower() and after not in _FASTENED))
        ):
            starts.append(i)
    cuts = [*starts, len(tokens)]
    return [" ".join(tokens[a:b]) for a, b in pairwise(cuts)]
