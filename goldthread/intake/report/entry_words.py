"""How the entries of a list of findings read, whatever they are set as."""

import re
from collections.abc import Sequence

from goldthread.common.text import squeeze
from goldthread.intake.timescale import Timescale, read_timescale

_LONGEST_OPEN = 300  # characters of an entry without a stop at its end
_FOOTNOTE = re.compile(r"(?<=[a-z)’'”][.;,])\d{1,2}$|(?<=[a-z]{4}[.;])\s\d{1,2}$|[¹²³⁴⁵⁶⁷⁸⁹⁰]+$")
_OPENING_BAND = re.compile(
    r"(?:immediately|with immediate effect|(?:with)?in (?:the next )?(?:\d{1,2}|[a-z]{3,7}) (?:weeks?"
    r"|months?)(?: of [^,:]{3,40})?)\s*[,:–-]\s*",
    re.IGNORECASE,
)
_DIRECTIVE = re.compile(r"\b(?:should|must|needs? to|is to|are to|ought to|to ensure)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|will|would|may|identified|found|saw|told|remains?|said"
    r"|continues?|made|makes|know|knows|"
    r"told|report(?:ed)?|receive[sd]?|judged|inspected|visited|recognised?)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:as|in|at|on|by|for|while|since|during|following|although|however|to|after|before|from|under|with)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"(?:how|whether|ensuring|improving|strengthening|developing)\s+\w", re.IGNORECASE)
_SUBORDINATE = re.compile(r"(?:[,;:]|\b(?:that|which|who|whose|so|where|when|whether|how|if|to ensure|because|including)\b)", re.IGNORECASE)
_IMPERATIVE = re.compile(
    r"(?:urgently |further |fully |immediately )?(?:ensure|improve|develop|strengthen|review|implement|establish|increase"
    r"|reduce|provide|put|make|take|"
    r"complete|address|accelerate|work with|monitor|evaluate|agree|embed|secure|raise|publish|revise|introduce|set)\b",
    re.IGNORECASE,
)


def opening_band(text: str) -> Timescale:
    """The time band that a sentence begins with: "Within three months, the council should…"."""
    own = _OPENING_BAND.match(text[:120])
    return read_timescale(own[0]) if own else Timescale()


def without_footnote(text: str) -> str:
    """The text on one line without a footnote figure at its end."""
    return _FOOTNOTE.sub("", squeeze(text)).strip()


def reads_like_entry(text: str) -> bool:
    """Whether text without a bullet asks for something ("Leaders should…", "The quality of…") and does not report."""
    start = text[:400]
    told = _DIRECTIVE.search(_SUBORDINATE.split(start, maxsplit=1)[0])
    if (told and not _FINITE.search(start[: told.start()])) or is_imperative(start):
        return True
    return is_noun_phrase(start) and len(text) < 700


def ends_no_sentence(text: str) -> bool:
    """Whether text begins with a capital and ends without a stop, as entries of a list do and prose does not."""
    return text[:1].isupper() and len(text) < _LONGEST_OPEN and not text.endswith((".", "!", "?", ":"))


def is_imperative(text: str) -> bool:
    """Whether text begins by telling what to do: "Ensure that…"."""
    return bool(_IMPERATIVE.match(text))


def is_noun_phrase(sentence: str) -> bool:
    """Whether a sentence names something without saying anything of it, as lists of areas do."""
    if _QUESTION.match(sentence):
        return True
    head = _SUBORDINATE.split(sentence, maxsplit=1)[0]
    return len(head.split()) > 1 and not _PREPOSITION.match(head) and not _FINITE.search(head)


def sentences_as_entries(text: str) -> Sequence[str]:
    """Text whose every sentence is an entry, run together where the bullets were lost; the whole text otherwise."""
    sentences = re.split(r"(?<=[a-z0-9)’'”]\.)\s+(?=[A-Z])", text)
    return sentences if len(sentences) > 1 and all(map(is_noun_phrase, sentences)) else [text]
