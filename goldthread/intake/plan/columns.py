"""What each column of a plan table holds, told by its heading and, where that is not enough, by its contents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from goldthread.common.text import fold, squeeze


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    SECTION = "section"
    ITEM = "item"
    SOURCE = "source"
    TIMESCALE = "timescale"
    OUTCOME = "outcome"
    ACTION = "action"
    PART = "part"
    LEAD = "lead"
    SUPPORT = "support"
    ACCOUNTABLE = "accountable"
    BY_WHEN = "by_when"
    MEASURE = "measure"
    EVIDENCE = "evidence"
    PROGRESS = "progress"
    RATING = "rating"
    IMPACT = "impact"
    NOTES = "notes"
    OTHER = "other"


HEADINGS: tuple[tuple[Role, str], ...] = (
    (
        Role.SUPPORT,
        r"support(ing|ed by)?( (officers?|leads?|agenc(y|ies)|partners?|staff|services?|from|by))?"
        r"|(key |other )?partners?( involved| agencies)?|contributors?",
    ),
    (Role.MEASURE, r"(current )?baseline.*"),
    (
        Role.NUMBER,
        r"((kloe |unique )?ref(erence)?|no|nr|number|item no|action no|action ref(erence)?|id|#|(unique )?(action )?id"
        r"|s/?n)( no| number)?[.:]?",
    ),
    (
        Role.NUMBER,
        r"(rec(ommendation)?|priority|item|objective|outcome|action|task|milestone|finding|area|line|row)"
        r"\.? ?(no|nr|ref(erence)?|number|#|id)[.:]?",
    ),
    (
        Role.IMPACT,
        r"impact (rag|rating|status|score|brag).*|(rag|brag|rating|status) ?[(:–-]? ?(of |for |on )?(the )?(impact|outcomes?)\b.*",
    ),
    (Role.IMPACT, r"(difference made|outcome) (rag|brag|rating|status)"),
    (
        Role.RATING,
        r".*\b(b?rag|brag|rayg)\b.*|(overall |current |delivery |action |progress )?(status|rating|colour)( rating"
        r"| rag)?( (?!update|report|comment|narrative).{0,20})?",
    ),
    (
        Role.RATING,
        r"(action |delivery )?(complete|completed|on track)( ?\(?(y/n|yes/no)\)?)?\??|direction of travel|% ?complete"
        r"|percent(age)? complete|assurance( level| rating)?",
    ),
    (
        Role.BY_WHEN,
        r"(target|planned|proposed|expected|milestone)( completion| delivery| end| finish)? (dates?|time ?scales?|deadlines?)( .*)?",
    ),
    (Role.PROGRESS, r"progress (against|to|towards?) .*"),
    (
        Role.MEASURE,
        r".*\b(success|kpis?|measurable|targets?|measures?|measured|performance indicators?|indicators?|milestones? and measures?)\b.*",
    ),
    (
        Role.MEASURE,
        r"(how )?(will )?(we|you) (will )?know.*|how (will )?(it|this|we) (will )?be measured.*|what (will )?good looks? like.*",
    ),
    (
        Role.PROGRESS,
        r".*\bprogress\b.*|(latest |monthly |current |quarterly |status |delivery |narrative |action |lead |officer )?(position"
        r"|updates?|narrative)\b.*|status (comment|report|narrative).*|comments?( .{0,30})?|commentary.*",
    ),
    (
        Role.EVIDENCE,
        r"(source of |sources of |supporting |required |planned |assurance )?evidence( required| source| of (impact|completion"
        r"|success))?( .{0,30})?",
    ),
    (Role.EVIDENCE, r"(evidence of )?(impact|difference made)( on children.*| so far| to date| evidence.*)?"),
    (Role.EVIDENCE, r"how (will )?((this|it|we) )?(will )?(be )?evidenced?.*|impact for children.*"),
    (
        Role.PROGRESS,
        r"what (have )?we (have )?(done|achieved).*|where are we now.*|actions? taken.*|activity to date|narrative.*|achievements?.*",
    ),
    (Role.PROGRESS, r"q[1-4]( .*)?|quarter [1-4].*|.*\bsince last\b.*"),
    (
        Role.ACCOUNTABLE,
        r"(to be )?(account(able|ability)|report(ed|s|ing)?|governance|overse(en|eing)|oversight|monitor(ed|ing)?)\b( (to|by"
        r"|board|body|group|forum|.*))?",
    ),
    (
        Role.ACCOUNTABLE,
        r"(responsible |lead |accountable )?(board|body|forum|committee|sub-?group|delivery group"
        r"|workstream board)( responsible)?|sign(ed)?[- ]?off( by)?( .{0,20})?|scrutini[sz](ed|ing)( by)?( .{0,30})?",
    ),
    (
        Role.BY_WHEN,
        r"by when.*|when/.*|when( by)?\??|(target|due|completion|end|finish|delivery|agreed|revised|original)[ /].*dates?.*"
        r"|dates?( .{0,25})?|.*\bdeadlines?\b.*",
    ),
    (
        Role.BY_WHEN,
        r"(by )?(time ?-?(scale|frame|line|table|limit)s?)( .{0,30})?|(to be )?complet(ed?|ion)( by)( date)?"
        r"|(to be )?complet(ed|ion)( date)?|finish(ed)?( by| date)?|implementation( date| by)?|due( by)?|target completion"
        r"|due date",
    ),
    (
        Role.LEAD,
        r"(action |lead |responsible |accountable |smt |slt |senior |strategic |operational |exec(utive)? |resp\.? |named "
        r"|plan )?(leads?|owners?|officers?|persons?|who)(/ ?\w+)?( .{0,40})?\??|sro|senior responsible .*|who'?s .{0,30}",
    ),
    (
        Role.LEAD,
        r"(person|officer|agency|agencies|partner|body|role|lead)s?[ /(-]*responsible.*|responsib(le|ility)( .{0,40})?"
        r"|by whom\??|lead .{0,30}|who .{0,30}",
    ),
    (Role.LEAD, r".*\b(lead|owner|responsible) (officer|person|manager|agency)\b.*|assigned to|named lead.*|delivery lead.*"),
    (
        Role.OUTCOME,
        r".*\boutcomes?\b.*|(what (will )?(be |the )?(different|difference|look different).*)"
        r"|(desired|intended|expected|anticipated) (result|impact|effect|benefit)s?.*",
    ),
    (
        Role.OUTCOME,
        r"(intended |expected |desired )?(impact|result|benefit|difference)s?\b.{0,40}|what (do )?we want to (achieve|see).*|so what\??"
        r"|our (aim|ambition)s?|so that.*",
    ),
    (
        Role.ACTION,
        r".*\b(actions?|activit(y|ies)|tasks?)\b.*|what (will|do|are) (we|you) (need to |going to )?(do|doing).*"
        r"|what (we|you) (will|need to|must|are going to|plan to|are) (do|doing).*|how( (?!often|many|much).{0,30})?\??"
        r"|steps?( .*)?|milestones?",
    ),
    (
        Role.ACTION,
        r"(our |council |management |agreed |proposed )?response( .{0,30})?|what (needs|has|is) to (be done|happen|change).*"
        r"|(key |delivery |project )?milestones?|deliverables?( .*)?|we will.*|interventions?",
    ),
    (
        Role.SOURCE,
        r"(source|origin|raised by|inspection( report)?|(report )?(ref|para)\b.*|report ref.*|para(graph)?s?( no| ref| number)?\.?)",
    ),
    (
        Role.SECTION,
        r"(improvement |priority |key |delivery |strategic )?"
        r"(theme|work ?stream|section|domain|chapter|strand|pillar|programme|service area|category|standard)s?( .{0,20})?",
    ),
    (
        Role.ITEM,
        r".*\b(recommendations?|areas? (for|of|to) .*|findings?|ofsted .*|inspect(ion|or).*|requirements?|issues?( identified)?"
        r"|concerns?|weakness(es)?|must dos?|should dos?)\b.*",
    ),
    (
        Role.ITEM,
        r"(key |strategic |improvement |our )?(priorit(y|ies)|objectives?|goals?|aims?)( .{0,30})?|what( (did|do|does) .*)?"
        r"|improvement (area|required|needed)|driver|need|afis?|what (needs?|has) to improve.*|areas?",
    ),
    (Role.NOTES, r"notes?( .{0,20})?|remarks?|risks?( .*)?|barriers.*|dependenc.*|mitigat.*"),
    (
        Role.OTHER,
        r"(resources?|costs?|budget|funding|finance|risk)( .{0,30})?|start( date)?|date (started|added|raised)|last updated.*"
        r"|updated( on| by)?",
    ),
)
"""Heading words, first match wins; made from the plans listed in docs/explanation/plan-shapes.md."""

_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in HEADINGS)
_LOOKALIKES = str.maketrans("АВСЕНІКМОРТХУаеорсухі", "ABCEHIKMOPTXYaeopcyxi")
_DAMAGED = {"lead": Role.LEAD, "actions": Role.ACTION, "evidence of progress": Role.PROGRESS, "required outcome": Role.OUTCOME}
CORE = frozenset({Role.ACTION, Role.ITEM, Role.OUTCOME})
ABOUT = frozenset({Role.LEAD, Role.BY_WHEN, Role.PROGRESS, Role.RATING, Role.MEASURE, Role.EVIDENCE, Role.ACCOUNTABLE, Role.OUTCOME})
LONGEST_HEADING = 90


def plain_heading(text: str) -> str:
    """Folded, with look-alike letters of other alphabets made Latin (a damaged text prints “Ву” for “By”)."""
    return fold(text.translate(_LOOKALIKES)).replace("’", "'").replace("(s)", "s").strip(" :*.-")


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """The role that a column heading names, or None. A by-when heading that also says whom to account to is by-when."""
    text = plain_heading(heading)
    if not text or len(text) > LONGEST_HEADING:
        return None
    if re.search(r"\b(by|when|date|timescale)\b.*account|account.*\b(when|date)\b", text):
        return Role.BY_WHEN
    if re.match(r"\(?(lead|who|owner|responsib\w*)\b.*\b(when|date|timescale)", text):
        return Role.LEAD
    if re.match(r"accountable (lead|officer|person|manager|head|director|executive|owner)", text):
        return Role.LEAD
    if re.fullmatch(r"(date (added|raised|opened|created|started|logged|of inspection)|start( date)?|report para.*)", text):
        return Role.SOURCE if "para" in text else Role.OTHER
    for role, pattern in _PATTERNS:
        if pattern.fullmatch(text):
            return role
    return _damaged_role(text)


def _damaged_role(text: str) -> Role | None:
    """The role of a heading with letters misread (“Leau”, “Lividence of progress”): short ones must open and end alike."""
    close = max(_DAMAGED, key=lambda known: fuzz.ratio(text[: len(known) + 2], known))
    if len(close) < 10 and (text[:1] != close[:1] or len(text) > len(close) + 2):
        return None
    return _DAMAGED[close] if fuzz.ratio(text[: len(close)], close) >= 75 else None


def is_sentence(text: str) -> bool:
    """Whether text reads as a statement rather than a heading."""
    flat = squeeze(text)
    return len(flat) > LONGEST_HEADING or bool(re.search(r"[.;]\s*$", flat) and len(flat.split()) > 3)


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised heading row. roles: one a column, None where a heading names nothing known. depth: rows it takes."""

    roles: tuple[Role | None, ...]
    texts: tuple[str, ...]
    depth: int = 1

    def column(self, role: Role) -> int | None:
        """The first column with that role."""
        return self.roles.index(role) if role in self.roles else None

    def order(self) -> tuple[Role, ...]:
        """The roles that are known, left to right."""
        return tuple(role for role in self.roles if role)


def _roles(texts: Sequence[str]) -> tuple[Role | None, ...]:
    return settle([role_of(text) for text in texts], texts)


def settle(found: list[Role | None], texts: Sequence[str]) -> tuple[Role | None, ...]:
    """Settle the roles that only make sense beside the others (an “objective” is the item only where no other column is)."""
    roles = list(found)
    if Role.ACTION not in roles:
        for spare in (Role.OUTCOME, Role.ITEM):
            if roles.count(spare) > 1:
                roles[len(roles) - 1 - roles[::-1].index(spare)] = Role.ACTION
                break
    if Role.ITEM in roles and Role.OUTCOME not in roles and roles.count(Role.ITEM) > 1:
        second = [i for i, role in enumerate(roles) if role is Role.ITEM][1]
        if re.search(r"objective|aim|goal", plain_heading(texts[second])):
            roles[second] = Role.OUTCOME
    if Role.EVIDENCE in roles and Role.OUTCOME not in roles and Role.ACTION in roles:
        first = roles.index(Role.EVIDENCE)
        if first < roles.index(Role.ACTION) and plain_heading(texts[first]).startswith("impact"):
            roles[first] = Role.OUTCOME  # what is hoped for stands before the action, what came of it after
    _settle_alone(roles, texts)
    _keep_latest_rating(roles, texts)
    seen: set[Role] = set()
    for i, role in enumerate(roles):
        if role in {Role.ITEM, Role.LEAD, Role.RATING} and role in seen:
            roles[i] = {Role.ITEM: Role.SECTION, Role.LEAD: Role.ACCOUNTABLE, Role.RATING: Role.OTHER}[role]
            if role is Role.ITEM:
                first = roles.index(Role.ITEM)
                roles[first], roles[i] = Role.SECTION, Role.ITEM
        if role:
            seen.add(role)
    return tuple(roles)


_BODY_RESPONSIBLE = re.compile(r"(?:responsible|lead)\b.*|.*\bresponsible")
_GROUPS = re.compile(r"(?:.*\b)?(?:themes?|work ?streams?|strands?|pillars?|domains?|standards?|programmes?|chapters?)(?: .{0,20})?")


def _settle_alone(roles: list[Role | None], texts: Sequence[str]) -> None:
    """A “responsible body” leads where no other column does; a “theme” is the item where no other column is."""
    plain = [plain_heading(text) for text in texts]
    if Role.LEAD not in roles and Role.ACCOUNTABLE in roles:
        at = roles.index(Role.ACCOUNTABLE)
        if _BODY_RESPONSIBLE.fullmatch(plain[at]):
            roles[at] = Role.LEAD
    if Role.ITEM not in roles and Role.ACTION in roles and Role.SECTION in roles:
        at = roles.index(Role.SECTION)
        if _GROUPS.fullmatch(plain[at]) and at < roles.index(Role.ACTION):
            roles[at] = Role.ITEM


def _keep_latest_rating(roles: list[Role | None], texts: Sequence[str]) -> None:
    """Of ratings by month or quarter the last is the rating; the earlier columns are left out (and said to be)."""
    rated = [i for i, role in enumerate(roles) if role is Role.RATING]
    dated = [
        i
        for i in rated
        if re.search(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\bq[1-4]\b|20\d\d|current|latest|now|previous|last", texts[i], re.I)
    ]
    if len(rated) > 1 and len(dated) == len(rated):
        current = next((i for i in rated if re.search(r"current|latest|now", texts[i], re.I)), rated[-1])
        for i in rated:
            roles[i] = Role.RATING if i == current else Role.OTHER


def _is_header(texts: Sequence[str], roles: Sequence[Role | None]) -> bool:
    filled = [text for text in texts if text.strip()]
    known = [role for role in roles if role]
    if len(filled) < 2 or any(is_sentence(text) for text in filled):
        return False
    named = set(known)
    enough = len(named) >= 2 and len(known) * 2 >= len(filled)
    return enough and bool(named & CORE) and bool(named & (ABOUT - ({Role.OUTCOME} if len(named) < 3 else set())))


def _merged(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return [squeeze(f"{upper} {lower}") for upper, lower in zip(first, second, strict=True)]


def _continues(header: Sequence[str], row: Sequence[str], covered: Sequence[bool]) -> bool:
    """Whether row is the lower part of a heading: short words only, under headings that it completes or divides."""
    filled = [i for i, text in enumerate(row) if text.strip()]
    if not filled or any(len(row[i]) > 40 or is_sentence(row[i]) for i in filled):
        return False
    if sum(covered) and len(filled) + sum(covered) >= len(row) - 1:
        return True
    words = [plain_heading(row[i]) for i in filled]
    return len(filled) <= max(3, sum(1 for text in header if text)) and all(
        re.fullmatch(
            r"when/?.*|accountab.*|account(able)? to|to|by|officer|date|status|responsible|lead|outcome|rating|\(.{0,30}\)|/.*", word
        )
        or (role_of(word) is not None and not re.search(r"\d", word))
        for word in words
    )


def read_header(
    rows: Sequence[Sequence[str]],
    at: int,
    covered: Sequence[Sequence[bool]] | None = None,
    groups: Sequence[Sequence[str]] | None = None,
) -> Header | None:
    """The header that starts at row ``at``, with the rows below that belong to it, or None.

    covered: for each row, which cells are parts of a merged cell. groups: each row's texts, those merged across repeated.
    """
    texts = [squeeze(text) for text in rows[at]]
    depth = 1
    if any(re.match(r"\d{1,3}[.)]\s+\S", text) for text in texts):
        return None
    if groups and _is_group_row(rows, at, groups):
        below = [squeeze(text) for text in rows[at + 1]]
        return Header(_roles(below), tuple(below), 2)
    if any(is_sentence(text) for text in texts):
        return None
    roles = _roles(texts)
    spread = list(texts)
    if not _is_header(texts, roles):
        if at + 1 >= len(rows) or not any(role_of(text) for text in texts if text):
            return None
        if not _half_header(texts):
            return None
        spread = _merged(groups[at] if groups else texts, [squeeze(text) for text in rows[at + 1]])
        roles, depth = _roles(spread), 2
        if not _is_header(spread, roles):
            return None
    while at + depth < len(rows):
        below = [squeeze(text) for text in rows[at + depth]]
        cover = covered[at + depth] if covered else [False] * len(below)
        if not _continues(spread, below, cover):
            break
        spread = _merged(_under_groups(spread, groups[at] if groups and depth == 1 else spread, below), below)
        roles = _roles(spread)
        depth += 1
    return Header(roles, tuple(spread), depth)


def _is_group_row(rows: Sequence[Sequence[str]], at: int, groups: Sequence[Sequence[str]]) -> bool:
    """Whether a row only groups the headings of the row below, which can do without it (“Item” over “No.”, “Area”, “Outcome”)."""
    own = [squeeze(text) for text in rows[at] if text.strip()]
    if at + 1 >= len(rows) or list(rows[at]) == list(groups[at]) or len(own) < 2:
        return False
    if any(len(text) > 40 or re.match(r"\d", text) for text in own):
        return False
    below = [squeeze(text) for text in rows[at + 1]]
    return sum(1 for text in below if text) >= max(4, len(below) - 1) and _is_header(below, _roles(below))


def _under_groups(spread: Sequence[str], groups: Sequence[str], below: Sequence[str]) -> list[str]:
    """Headings with those merged across repeated where the row below divides them (“RAG” over “Delivery” and “Impact”)."""
    return [squeeze(group) if not text and lower else text for text, group, lower in zip(spread, groups, below, strict=True)]


def _half_header(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) >= 2 and sum(1 for text in filled if role_of(text)) * 2 >= len(filled)
