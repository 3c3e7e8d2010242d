"""What each column of a plan table holds, told by its heading and, where that is not enough, by its contents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.common.text import squeeze
from goldthread.intake.plan.column_words import LONGEST_HEADING, Role, plain_heading, role_of

__all__ = ["ABOUT", "CORE", "Header", "Role", "is_group", "is_sentence", "plain_heading", "read_header", "role_of", "settle"]

CORE = frozenset({Role.ACTION, Role.ITEM, Role.OUTCOME})
ABOUT = frozenset({Role.LEAD, Role.BY_WHEN, Role.PROGRESS, Role.RATING, Role.MEASURE, Role.EVIDENCE, Role.ACCOUNTABLE, Role.OUTCOME})


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
        if role is Role.LEAD and role in seen and _each_leads(roles, texts):
            continue
        if role in {Role.ITEM, Role.LEAD, Role.RATING} and role in seen:
            roles[i] = {Role.ITEM: Role.SECTION, Role.LEAD: Role.ACCOUNTABLE, Role.RATING: Role.OTHER}[role]
            if role is Role.ITEM:
                first = roles.index(Role.ITEM)
                roles[first], roles[i] = Role.SECTION, Role.ITEM
        if role:
            seen.add(role)
    return tuple(roles)


_BODY_RESPONSIBLE = re.compile(r"(?:responsible|lead)\b.*|.*\bresponsible")
_GROUPS = re.compile(
    r"(?:.*\b)?"
    r"(?:themes?|work ?streams?|strands?|pillars?|domains?|standards?|programmes?|chapters?|bucket|epic)(?: .{0,20})?"
)


def _settle_alone(roles: list[Role | None], texts: Sequence[str]) -> None:
    """A “responsible body” leads where no other column does; a “theme” is the item where no other column is."""
    plain = [plain_heading(text) for text in texts]
    if Role.LEAD not in roles and Role.ACCOUNTABLE in roles:
        at = roles.index(Role.ACCOUNTABLE)
        if _BODY_RESPONSIBLE.fullmatch(plain[at]):
            roles[at] = Role.LEAD
    if (
        Role.LEAD not in roles
        and Role.SUPPORT in roles
        and re.fullmatch(r".*\b(?:partners?|agenc(?:y|ies))\b.*", plain[roles.index(Role.SUPPORT)])
    ):
        roles[roles.index(Role.SUPPORT)] = Role.LEAD
    if Role.ACTION not in roles and "next steps" in plain:
        roles[plain.index("next steps")] = Role.ACTION
    if Role.ACTION not in roles and {Role.LEAD, Role.BY_WHEN} <= set(roles) and {Role.RATING, Role.PROGRESS} & set(roles):
        roles[:] = _titles_as_actions(roles, plain)
    if Role.ACTION not in roles and {Role.LEAD, Role.BY_WHEN} <= set(roles) and {Role.RATING, Role.PROGRESS} & set(roles):
        roles[:] = _titles_as_actions(roles, plain)
    if roles.count(Role.ACTION) > 1 and plain[roles.index(Role.ACTION)].endswith("response"):
        roles[roles.index(Role.ACTION)] = None  # an answer in words beside the action that follows from it
    if Role.ITEM not in roles and Role.ACTION in roles and Role.SECTION in roles:
        at = roles.index(Role.SECTION)
        if (is_group(texts[at]) and at < roles.index(Role.ACTION)) or _EXPORTED_GROUPS.fullmatch(plain[at]):
            roles[at] = Role.ITEM


def is_group(heading: str) -> bool:
    """Whether a heading names groups of actions (theme, workstream, bucket) rather than a recommendation or an aim."""
    return bool(_GROUPS.fullmatch(plain_heading(heading)))


_TITLES = re.compile(r"(?:code (?:&|and) )?(?:title|summary|name|subject|description)|(?:card|ticket) (?:title|name)|work item")
_EXPORTED_GROUPS = re.compile(r"buckets?|epics?(?: (?:name|link))?|parent .*|task lists?")


def _titles_as_actions(roles: Sequence[Role | None], plain: Sequence[str]) -> list[Role | None]:
    """A task system's export says who, when and how far of each entry, and calls what is to be done its title or summary."""
    at = next((at for at, text in enumerate(plain) if roles[at] is None and _TITLES.fullmatch(text)), None)
    return [Role.ACTION if i == at else role for i, role in enumerate(roles)]


def _each_leads(roles: Sequence[Role | None], texts: Sequence[str]) -> bool:
    """Whether several lead columns are each an agency's own (“LA lead”, “Health lead”), none above or behind another."""
    leads = [plain_heading(text) for role, text in zip(roles, texts, strict=True) if role is Role.LEAD]
    return all(re.fullmatch(r"[a-z' ]+ leads?", text) for text in leads) and not any(re.search(_STANDING, text) for text in leads)


_STANDING = (
    r"\b(?:strategic|operational|delivery|exec\w*|senior|accountable|overall|responsible|project|theme|work ?stream|action|support\w*"
    r"|deputy|day to day|smt|slt|corporate|political|named)\b"
)


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
    if any(len(text) > 40 or re.match(r"\d", text) or re.search(r":\s*\S", text) for text in own):
        return False
    below = [squeeze(text) for text in rows[at + 1]]
    return sum(1 for text in below if text) >= max(4, len(below) - 1) and _is_header(below, _roles(below))


def _under_groups(spread: Sequence[str], groups: Sequence[str], below: Sequence[str]) -> list[str]:
    """Headings with those merged across repeated where the row below divides them (“RAG” over “Delivery” and “Impact”)."""
    return [squeeze(group) if not text and lower else text for text, group, lower in zip(spread, groups, below, strict=True)]


def _half_header(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) >= 2 and sum(1 for text in filled if role_of(text)) * 2 >= len(filled)
