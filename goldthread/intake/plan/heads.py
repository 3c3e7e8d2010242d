"""Headings of a plan: what starts a section, what starts an item, and what an item's label says."""

import re
from dataclasses import dataclass

from goldthread.common.text import fold, squeeze

_KIND = (
    r"(?:recommendation|area (?:for|of|to) (?:development|improvement|improve|priority action|action|focus|concern)"
    r"|areas? for|priority action|priority|finding|requirement|objective|improvement action|must do|should do|issue|concern"
    r"|statement|outcome|goal|workstream|theme|action plan item|item)"
)
_INSPECTORATES = r"(?:ofsted|cqc|hmicfrs|hmip|hmi|care quality commission)"
_SOURCE = (
    r"(?:(?:additional|further|other)(?= area)|ofsted|cqc|hmicfrs|hmip|hmi|jtai|lga|dfe|scie|peer review"
    rf"|self[- ]evaluation)(?:\s*(?:/|and|&)\s*{_INSPECTORATES})*"
)
_LABEL = re.compile(
    rf"(?:(?P<number>\d{{1,3}}(?:\.\d{{1,2}})*)\s*[.):]?\s+)?(?P<source>{_SOURCE})?\s*(?P<kind>{_KIND})?s?\b"
    r"\s*(?P<after>\d{1,3}(?:\.\d{1,2})*[a-z]?)?\s*(?P<mark>[:.–—-]|$)?",
    re.I,
)
_INNER = re.compile(r"^(?P<before>.*?)\s+(?P<label>\d{1,2}\.\s*(?:Area for|Ofsted|Recommendation\b).*)$", re.S)
_CUT = re.compile(r"^(?P<before>.*?[\w.])(?P<junk>(?:\s+[A-Z]){1,3})?\s+(?P<label>(?:Ofsted )?Recommendation: Timescale:.*)$", re.S)
_LABEL_WORDS = re.compile(
    r"(?:recommendation|.?evelopment|improvement|timescale|.{0,4}escale:?|months?|within|immediate\w*|\(end|\d{4}\)"
    r"|end [a-z]+|by end|ofsted|cqc|area for)\b.*|.{0,6}timescale.*|\d{4}\).*",
    re.I,
)
_DEVELOP = re.compile(r"(?:development|recommendation|improvement)\s*:?(?:\s+\w{1,5})?", re.I)


@dataclass(frozen=True, slots=True)
class Label:
    """What the label of an item says. source: who raised it; text: what follows the label in the same place."""

    number: str | None
    source: str | None
    kind: str
    text: str


def kind_of(words: str) -> str:
    """The contract's kind for an item's label or its section's title."""
    plain = fold(words)
    if "recommendation" in plain:
        return "recommendation"
    own = re.search(r"\b(additional|further|other)\b", plain)
    raised = re.search(rf"\b{_SOURCE}\b|areas? (for|to|of) (improve|priority)|priority action|(must|should) do|requirement", plain)
    if raised and not own:
        return "recommendation"
    return "area_for_development" if re.search(r"areas? (for|of|to)\b|development|finding|concern|weakness", plain) else "action_group"


def read_label(text: str) -> Label | None:
    """The item label at the start of text (“3. Ofsted recommendation:”, “Priority 2 –”), or None when it starts as prose."""
    flat = squeeze(text)
    match = _LABEL.match(flat)
    if not match or not match.group("kind"):
        return None
    number = match.group("number") or match.group("after")
    marked = bool((match.group("mark") or "").strip()) or match.end() >= len(flat.rstrip(" :"))
    named = re.search(r"areas? for|recommendation", match.group("kind"), re.I) is not None
    if not ((marked and (number or named)) or (number and match.group("after") is None and named)):
        return None
    rest = flat[match.end() :].lstrip(" :–—-.")
    kind = kind_of(f"{match.group('source') or ''} {match.group('kind')}")
    return Label(number, _source(match.group("source"), flat), kind, rest)


def _source(printed: str | None, label: str) -> str | None:
    if printed and fold(printed) in {"additional", "further", "other"}:
        return "additional area"
    if printed:
        return re.sub(r"\s*/\s*", "/", squeeze(printed))
    return "additional area" if re.search(r"area for development", label, re.I) else None


def starts_label(text: str) -> bool:
    """Whether a first-column cell opens an item label that may run over rows (“3. Area for” / “Development:”)."""
    flat = squeeze(text)
    if (
        re.match(r"(?:.{0,25}\s)?\d{1,2}[.)]\s*(?:area for\b|ofsted\b|inspect(?:ion|ors)\b|recommendation\b|priority action\b)", flat, re.I)
        and len(flat) < 140
    ):
        return True
    return bool(re.match(r"(?:ofsted|cqc)?\s*(?:/\s*cqc)?\s*recommendation:", flat, re.I)) or bool(_DEVELOP.fullmatch(flat))


def continues_label(text: str) -> bool:
    """Whether a first-column cell goes on with an item label (“Recommendation”, “Timescale: Within 3”, “2012)”)."""
    flat = squeeze(text)
    return not flat or (len(flat) < 80 and _LABEL_WORDS.match(flat) is not None)


def label_within(text: str) -> tuple[str, str] | None:
    """Where a lost row border let the next item's label into a cell: the cell's own text, and the label."""
    for pattern in (_INNER, _CUT):
        match = pattern.match(text)
        if match and not starts_label(text):
            return match.group("before").strip(), match.group("label").strip()
    return None


@dataclass(frozen=True, slots=True)
class SectionTitle:
    """A section's number as printed and its title without it. printed: the whole heading, for showing."""

    number: str | None
    title: str
    printed: str = ""


def read_section(text: str) -> SectionTitle:
    """A section's heading as number and title (“2. Safeguarding: additional areas”)."""
    flat = squeeze(text)
    match = re.fullmatch(
        r"(?:(?:section|part|theme|workstream|strand|pillar|priority|objective)\s+)?(\d{1,2}|[A-H])[.:)\s]\s*[:–-]?\s*(.+?):?", flat, re.I
    )
    whole = flat.rstrip(": ")
    return SectionTitle(match.group(1), match.group(2).strip(), whole) if match else SectionTitle(None, whole, whole)


def is_plan_section(text: str) -> bool:
    """Whether a line outside tables names a section of a plan rather than an item or a sentence."""
    flat = squeeze(text)
    if len(flat) > 110 or re.search(r"[.;,]$", flat):
        return False
    return bool(
        (
            re.match(r"\d{1,2}[.)]?\s+\S", flat)
            and re.search(
                r"recommendations?|areas? (for|of) |priorit|theme|workstream|actions?\b|improvement|services|leadership|practice",
                flat,
                re.I,
            )
        )
        or re.match(r"(section|theme|workstream|strand|pillar|part)\s+(\d{1,2}|[A-H])\b", flat, re.I)
    )


_BARE_NAME = re.compile(r"(?:the )?(?:action |improvement )?(?:plan|tracker|actions)(?: ?\d{1,2})?", re.IGNORECASE)


def is_bare_name(text: str) -> bool:
    """Whether a heading is only what a sheet of a workbook is called (“Plan”, “Tracker”), and names neither paper nor theme."""
    return bool(_BARE_NAME.fullmatch(text.strip()))
