"""To whom an action answers: the boards and posts that a cell says it is reported to, signed off or scrutinised by."""

import re
from collections.abc import Iterator
from functools import lru_cache

from goldthread.common.dates import find_part_dates, find_undated
from goldthread.common.text import squeeze
from goldthread.intake.plan.names import is_body, is_full_name, kind_of_name
from goldthread.intake.plan.splitting import sequence_of, split_names

_WORD = r"(?:[A-Z](?:[\w'’.-]*\w)?|\d{1,2}-\d{1,2}\b)"
_JOIN = r"(?:\s+(?:of|and|&|for|the|on|in)\s+|\s*,\s+|\s*/\s*|\s+)"
_BODY_NOUN = r"(?:boards?|panels?|(?:sub-?)?groups?|(?:sub-?)?committees?|teams?|partnerships?|forums?|meetings?|chair|manager|director)\b"
_HELD = rf"(?:{_WORD}\s+){{0,3}}[A-Z]\w*['’]s(?:\s+[a-z-]+){{1,5}}?\s+{_BODY_NOUN}"
_TOWARDS = re.compile(
    rf"\b(?P<way>to|by|through|via|at)\s+(?:the\s+|each\s+|every\s+)?(?:[a-z]+['’]s?\s+)?(?P<name>{_HELD}"
    rf"|{_WORD}(?:{_JOIN}{_WORD})*(?:\s+{_BODY_NOUN})?)"
)
_SCRUTINY = re.compile(
    r"\b(?:accountab|report|sign(?:ed)?[\s-]?off|scrutin|monitor|review|agree|approv|consider|endors|ratif|receiv|overs|overseen|challeng"
    r"|present|submit|escalat|update|feedback|fed back|outcome|assur)",
    re.IGNORECASE,
)
_TIMING = re.compile(
    r"\b(?:ongoing|on-going|immediate(?:ly)?|monthly|quarterly|annual(?:ly)?|weekly|termly|then|and|by|end|from|at|of)\b", re.IGNORECASE
)
_OFTEN = re.compile(
    r"^\s*(?:(?:ongoing|on-going|immediate(?:ly)?|(?:bi-?)?(?:monthly|weekly|annually)|quarterly|termly|then|and|from|at|by)\b[\s,;:–-]*)+(?=[A-Z])",
    re.IGNORECASE,
)
"""Time words that run into the name after them (“… then monthly” / “Corporate Parenting Board”)."""
_TAIL = re.compile(
    r"(?:[\s,&]+(?:and|the|of|for|on|in|monthly|quarterly|annual(?:ly)?|weekly|termly|ongoing|progress|report|any|all"
    r"|monitoring|outcome|improvements?))+$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:accountab(?:le|ility)(?:\s+to)?|report(?:ed|s|ing)?\s+to|sign(?:ed)?[\s-]?off\s+by|reviewed\s+by|then|to|by|and"
    r"|via|through|the)\b[\s:–-]*",
    re.IGNORECASE,
)


def without_dates(text: str, year_hint: int | None = None) -> str:
    """Text with a bar for every date and time word, so that no name runs into one."""
    spans = [(found.start, found.end) for found in find_part_dates(text, year_hint=year_hint)]
    spans += [(odd.start, odd.end) for odd in find_undated(text, year_hint=year_hint)]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} | {text[end:]}"
    return text


@lru_cache(maxsize=1024)
def answerable_in(text: str, *, year_hint: int | None = None) -> tuple[str, ...]:
    """The boards and posts in running text that something is reported to, signed off or scrutinised by, as printed.

    A body or post that is all that stands beside a date counts too ("Meeting of the Strategy Group, February"); one that
    only does the work does not.
    """
    names: list[tuple[int, str]] = []
    plain = without_dates(text.replace("\n", " "), year_hint)
    for start, sentence in _sentences(plain):
        for match in _TOWARDS.finditer(sentence):
            names += [(start + match.start(), name) for name in _towards(match, sentence)]
        names += [(start, name) for name in _standing_alone(sentence)]
    return sequence_of([name for _, name in sorted(names, key=lambda pair: pair[0])])


@lru_cache(maxsize=1024)
def accountable_names(text: str) -> tuple[str, ...]:
    """The boards and posts that an "Accountable to" cell names, whether as a list or in sentences."""
    plain = re.sub(r",?\s+then\s+(?:to\s+)?", "; ", re.sub(r"\([^)]*\)", "", without_dates(text)))
    listed = [_LEAD_IN.sub("", _LEAD_IN.sub("", name)) for name in split_names(plain)]
    if listed and all(_is_answerable(name) for name in listed):
        return sequence_of([squeeze(name) for name in listed])
    return answerable_in(text)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"(?:[^.]|\.(?!\s|$))+", text):
        yield match.start(), match[0]


def _towards(match: re.Match[str], sentence: str) -> list[str]:
    names = [_TAIL.sub("", name) for name in split_names(match["name"])]
    scrutinised = bool(_SCRUTINY.search(sentence[: match.start()]))
    if match["way"] == "at" and not scrutinised:
        return []
    wanted = ("meeting", "organisation", "post") if scrutinised else ("meeting",)
    if match["way"] != "to" and not scrutinised:
        return []
    return [name for name in names if kind_of_name(name) in wanted and is_full_name(name) and _turns_on_name(name)]


def _standing_alone(sentence: str) -> list[str]:
    names: list[str] = []
    for fragment in re.split(r"\||;|\s[–—-]\s|(?<![\w])/|/(?![\w])|^\s*[–—/-]|[–—/-]\s*$|\bthen\b", sentence):
        bare = re.sub(r"^Meetings? of (?:the )?", "", squeeze(_OFTEN.sub("", fragment)).strip(" ,:/()–—-"))
        pieces = split_names(bare) if bare else []
        if pieces and all(_is_answerable(piece) for piece in pieces):
            names += pieces
    return names


def _is_answerable(name: str) -> bool:
    """Whether a fragment is nothing but the name of a board or post: no verb, no small words but those inside names."""
    if not is_full_name(name) or len(name.split()) > 9 or _TIMING.fullmatch(name) or not _turns_on_name(name):
        return False
    small = [word for word in name.split() if word[:1].islower()]
    return all(re.fullmatch(rf"of|and|for|the|on|in|{_BODY_NOUN}", word) for word in small)


def _turns_on_name(name: str) -> bool:
    """Whether the words say a post, or end in what makes them a body: "LSCB" does, "LSCB Annual Review" does not."""
    last = re.split(r"\s(?:of|for|to)\s|,\s", name)[0].split()[-1]
    return kind_of_name(name) == "post" or is_body(last) or bool(re.match(r"(?:NHS|CAMHS|Police)\b", name))
