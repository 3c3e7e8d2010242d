"""The bodies that a finding addresses, from its own words, its table or the heading that it stands under."""

import re

from goldthread.common.text import squeeze

_NOUNS = (
    r"councils?|authorit(?:y|ies)|borough|city|county|board|boards|lscb|lscp|lsp|safeguarding partners|trusts?|nhs [\w'’]+"
    r"|pcts?|ccgs?|icbs?"
    r"|partnerships?|partners|police|constabulary|probation(?: service)?|services|service|directorate|department|teams?|agency|agencies"
    r"|hospitals?|schools?|leaders?|managers?|commissioners?|providers?|director(?: of [\w'’, -]{4,40})?|chief executive|chief constable"
    r"|secretary of state|government|ofsted|cqc|colleges?|cafcass|gps|general practitioners|members|chair|officers?|group|yjs|yot|ambulance"
    r"|independent chair|head of service|governing bod(?:y|ies)|consortium|federation|foundation|commission|executive|cabinet|panel|ssab"
)
_BODY_END = re.compile(rf"(?:^|[\s(])(?:{_NOUNS})(?:\s*\([A-Za-z& ]{{2,15}}\))?$", re.IGNORECASE)
_PLAIN_SERVICE = re.compile(r"(?:services?|teams?|officers?|members|group)(?:\s*\(\w+\))?$", re.IGNORECASE)
_HEAD = re.compile(r"\s(?:of|for|in|across|within|at|from|with|on|between|about|by)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|all|both|each)\s+(?=\S)", re.IGNORECASE)
_MODAL = re.compile(
    r"^(?P<who>[^.;:!?]{2,220}?)\s+(?:should|must|(?:jointly\s+)?needs?\s+to|(?:is|are)\s+(?:required\s+)?to|will\s+need\s+to)\b"
)
_VERBS = (
    r"ensure|provide|put|develop|establish|strengthen|draw|improve|review|implement|agree|work|make|take|monitor|undertake"
    r"|consider|increase"
    r"|reduce|complete|introduce|continue|secure|address|set|produce|publish|report|carry|audit|promote|clarify|extend"
    r"|build|raise|embed|track"
    r"|share|identify|prioritise|accelerate|revise|update|evaluate|appoint|recruit|train|deliver|drive|demonstrate|engage"
    r"|commission|hold|use"
    r"|adopt|create|maintain|challenge|act|reflect|align|fully|urgently|further|also|jointly|together|immediately|robustly|consistently"
)
_INFINITIVE = re.compile(rf"^(?P<who>[^.;:!?]{{2,220}}?)\s+to\s+(?:{_VERBS})\b")
_LEAD = re.compile(
    r"(?P<who>[^.;:!?]{2,220}?)\s+(?:should|must|(?:needs?|(?:is|are)(?: required)?)\s+to|to)"
    r"(?:\s+(?:ensure|ensure that|take action to|improve|act to))?\s*:$"
)
_OPENING = re.compile(
    r"^(?:in order to|to (?:improve|help|address|achieve|raise)|with immediate effect|(?:with)?in (?:\w+ ){1,3}(?:weeks?"
    r"|months?)|immediately|by \w+ 20\d\d)[^:]*?,\s+",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    r"^(?:we|inspectors|ofsted|hmi\w*|(?:his|her) majesty[’']s inspectorate\b.{0,40}?) recommends?(?: that)?\s+", re.IGNORECASE
)
_NO_BODY = re.compile(r"\s[–—-]\s|\b(?:findings|inspection|information|effectiveness|experiences|progress|outcomes)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s+&\s+|\s+/\s+|\s+with\s+)")
_SHARED = re.compile(
    r"^(?:the\s+)?(?:senior\s+|strategic\s+|all\s+)*(?:leaders|partners|agencies|managers|commissioners"
    r"|providers)\b.*\b(?:across|in|from|of|at|within)\b",
    re.I,
)
_ACTS = re.compile(r"\b(?:should|must|needs? to|ensure)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|to)\s+", re.IGNORECASE)
_REST_OF_NAME = re.compile(
    r"(?:(?!NHS|[Cc]ouncil|[Tt]rust|[Pp]olice)[\w'’,&. -]){0,90}?\b(?:ICB|CCG|[Ii]ntegrated [Cc]are|[Cc]linical [Cc]omm)"
)
_QUESTION = re.compile(r"^what (?:does|do) (?P<who>.{2,90}?) needs? to\b", re.IGNORECASE)
_LONGEST = 400


def addressees(text: str) -> tuple[str, ...]:
    """The bodies that a finding's first words tell to act: "The council to ensure…", "Leaders in health should…".

    Words without an article in front, in print order; empty when the finding names nobody.
    """
    start = _RECOMMENDED.sub("", _OPENING.sub("", squeeze(text[:_LONGEST])))
    modal = _MODAL.match(start)
    if modal and _is_named(modal["who"]) and (told := bodies(modal["who"])):
        return told
    plain = _INFINITIVE.match(start)
    if not plain or not _is_named(plain["who"]):
        return ()
    return bodies(plain["who"])


def lead_in_bodies(text: str) -> tuple[str, ...]:
    """The bodies of a sentence that its list completes: "The council should:"."""
    start = _RECOMMENDED.sub("", _OPENING.sub("", squeeze(text)[-_LONGEST:].rsplit(". ", 1)[-1]))
    match = _LEAD.fullmatch(start)
    return bodies(match["who"]) if match else ()


def heading_bodies(text: str) -> tuple[str, ...]:
    """The bodies that a list's heading names: "Recommendations for the board", "What does the council need to improve?"."""
    flat = squeeze(text)
    if len(flat) > 160:
        return ()
    question = _QUESTION.search(flat)
    named = [question["who"]] if question else [flat[match.end() :].rstrip(":?0123456789 ") for match in _FOR.finditer(flat)]
    return next((told for who in named if (told := bodies(who))), ())


def bodies(words: str) -> tuple[str, ...]:
    """The bodies that the whole of words names; empty when any of it is something else."""
    flat = squeeze(words).strip(" .,:;")
    if not flat or len(flat) > 250:
        return ()
    if _SHARED.match(flat):
        return () if len(flat) > 110 or _ACTS.search(flat) else (_bare(flat),)
    pieces = _pieces(flat)
    return tuple(_bare(piece) for piece in pieces) if pieces and all(_is_body(piece) for piece in pieces) else ()


def listed_bodies(text: str) -> tuple[str, ...]:
    """The bodies in a table's cell for them: a body a line, or parted by commas; what is no known kind of body is kept."""
    told: list[str] = []
    for line in _unwrapped(text):
        told += bodies(line) or (_bare(line),)
    return tuple(dict.fromkeys(told))


def _unwrapped(text: str) -> list[str]:
    """The cell's lines; a line that begins small, or follows one that plainly goes on, is part of the one before."""
    lines: list[str] = []
    for line in filter(None, (squeeze(line).strip("•▪-–; ") for line in text.splitlines())):
        if lines and (line[:1].islower() or lines[-1].endswith((" and", " of", " for", ",", " &")) or not _is_body(lines[-1])):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _pieces(flat: str) -> list[str]:
    """The words parted at commas and "and" wherever what stands before is a body of its own."""
    found: list[str] = []
    start = 0
    for join in _PARTS.finditer(flat):
        piece = flat[start : join.start()]
        if _is_body(piece) and not (piece.startswith("NHS ") and _REST_OF_NAME.match(flat[join.start() :])):
            found.append(piece)
            start = join.end()
    return [*found, flat[start:]]


def _is_body(piece: str) -> bool:
    head = _HEAD.split(squeeze(piece), maxsplit=1)[0].strip(" ,")
    return bool(_BODY_END.search(head)) and not _NO_BODY.search(head) and not piece.lower().startswith(("that ", "how ", "when ", "which "))


def _is_named(who: str) -> bool:
    """Whether words before "to ensure" are a body's own name and not just some service's work."""
    head = _ARTICLE.sub("", _HEAD.split(squeeze(who), maxsplit=1)[0].strip())
    return bool(_BODY_END.search(head)) and not (_PLAIN_SERVICE.search(head) and len(head.split()) < 2)


def _bare(piece: str) -> str:
    return _ARTICLE.sub("", squeeze(piece).strip(" .,:;"))
