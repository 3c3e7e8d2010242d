"""What a column holds, judged by what stands in it: where its heading names nothing known, or names one thing and holds another."""

import re
from collections.abc import Sequence

from goldthread.common.dates import find_part_dates, find_undated
from goldthread.common.text import squeeze
from goldthread.intake.document import Cell
from goldthread.intake.plan.columns import Header, Role, plain_heading, role_of
from goldthread.intake.plan.names import CONNECTORS, OPENER, is_body, is_full_name, kind_of_name
from goldthread.intake.plan.rating_words import is_rating_text
from goldthread.intake.plan.splitting import split_names

Column = Sequence[Cell]
_TIME_WORDS = re.compile(
    r"\b(?:ongoing|on-going|immediate(?:ly)?|monthly|quarterly|annual(?:ly)?|weekly|termly|tbc|completed?)\b", re.IGNORECASE
)
_MARK = re.compile(r"\(?(?:[A-Z]{0,4}[-.]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[a-z])[.)]?")
_MOST = 0.6
_SAMPLE = 40


def _filled(column: Column) -> list[Cell]:
    return [cell for cell in column if cell.text.strip()][:_SAMPLE]


def _is_time(text: str) -> bool:
    flat = squeeze(text)
    if len(flat) > 70:
        return False
    return bool(find_part_dates(flat) or find_undated(flat) or _TIME_WORDS.search(flat))


def _is_lead(text: str) -> bool:
    if len(text) > 160 or find_part_dates(text):
        return False
    names = split_names(text)
    return bool(names) and all(is_full_name(name) and _is_titled(name) for name in names)


def _is_titled(name: str) -> bool:
    """Whether a name is printed as one: capitals but for small joining words, or the opening of a post."""
    small = [word for word in name.split() if word[:1].islower() and word not in CONNECTORS]
    return bool(OPENER.match(name)) or len(small) <= 1


def _mean(cells: Sequence[Cell]) -> float:
    return sum(len(cell.text) for cell in cells) / len(cells)


def looks_of(column: Column) -> Role | None:
    """NUMBER, RATING, BY_WHEN or LEAD when most of a column's filled cells are of that kind; None for prose and for empty columns."""
    cells = _filled(column)
    if not cells:
        return Role.RATING if sum(1 for cell in column if cell.fill) * 2 > len(column) else None
    texts = [cell.text.strip() for cell in cells]
    for role, fits in (
        (Role.NUMBER, lambda text: bool(_MARK.fullmatch(text)) and not text.isalpha()),
        (Role.RATING, lambda text: is_rating_text(text) and not re.fullmatch(r"[\d\s%]+", text)),
        (Role.BY_WHEN, _is_time),
        (Role.LEAD, _is_lead),
    ):
        if sum(1 for text in texts if fits(text)) >= _MOST * len(texts):
            return role
    return None


def is_prose(column: Column) -> bool:
    """Whether a column holds sentences rather than names, dates or marks."""
    cells = _filled(column)
    return bool(cells) and _mean(cells) >= 20 and looks_of(column) is None


def settled(header: Header, columns: Sequence[Column]) -> Header:
    """The heading with its unknown and mistaken columns settled by what they hold. columns: the cells below, column by column."""
    roles = list(header.roles)
    for at, (role, column) in enumerate(zip(header.roles, columns, strict=True)):
        looks = looks_of(column)
        if role is None and looks is not None and looks not in roles:
            roles[at] = looks
        elif role is Role.MEASURE and looks is Role.BY_WHEN and Role.BY_WHEN not in roles:
            roles[at] = Role.BY_WHEN  # a “Target” that is a day
        elif role is Role.RATING and is_prose(column) and _mean(_filled(column)) > 30:
            roles[at] = Role.PROGRESS  # a “Status” told in sentences
        elif role in {Role.OUTCOME, Role.EVIDENCE} and looks is Role.RATING and Role.IMPACT not in roles and _may_rate(column):
            roles[at] = Role.IMPACT  # an “Impact” told in colours
        elif role in {Role.PROGRESS, Role.EVIDENCE} and looks is Role.RATING and Role.RATING not in roles and roles.count(role) == 1:
            roles[at] = Role.RATING
        elif role is Role.ITEM and _grades(column):
            roles[at] = Role.OTHER  # a “Priority” of high, medium or low
        elif looks is Role.NUMBER and Role.NUMBER not in roles and (role is Role.ITEM or _ranks(role, header.texts[at])):
            roles[at] = Role.NUMBER
        elif role is Role.ACCOUNTABLE and looks is Role.LEAD and Role.LEAD not in roles and not _bodies(column):
            roles[at] = Role.LEAD
    if Role.ITEM not in roles and Role.ITEM in header.roles:
        _give_back_item(roles, header)
    if roles.count(Role.ACTION) == 2:
        _part_actions(roles, header, columns)
    if Role.ACTION not in roles and Role.OUTCOME not in roles:
        prose = [at for at, role in enumerate(roles) if role is None and is_prose(columns[at])]
        if len(prose) == 1:
            roles[prose[0]] = Role.ACTION
    if Role.ACTION not in roles and Role.ITEM in roles and {Role.LEAD, Role.BY_WHEN} & set(roles):
        at = roles.index(Role.ITEM)
        if re.fullmatch(r"what\??", plain_heading(header.texts[at])):
            roles[at] = Role.ACTION  # what, who and when alone
    return Header(tuple(roles), header.texts, header.depth)


def _ranks(role: Role | None, heading: str) -> bool:
    """Whether a “Priority” of figures was taken for a section because another column names the items."""
    return role is Role.SECTION and role_of(heading) is Role.ITEM


def _give_back_item(roles: list[Role | None], header: Header) -> None:
    """Where a “Priority” of high or low was taken for the item, the column that names items and was taken for a section is the item."""
    spare = [at for at, role in enumerate(roles) if role is Role.SECTION and role_of(header.texts[at]) is Role.ITEM]
    if spare:
        roles[spare[0]] = Role.ITEM


def _grades(column: Column) -> bool:
    """Whether a column says how pressing each row is and nothing else."""
    texts = [cell.text.strip() for cell in _filled(column)]
    return len(texts) > 1 and all(
        re.fullmatch(r"h(?:igh)?|m(?:ed(?:ium)?)?|l(?:ow)?|urgent|critical|very high", text, re.IGNORECASE) for text in texts
    )


def _may_rate(column: Column) -> bool:
    """Whether a column rates: it is shaded without words, or says a few words again and again."""
    texts = [cell.text.strip() for cell in _filled(column)]
    return (
        not texts or (all(is_rating_text(text) for text in texts) and any(cell.fill for cell in column)) or len(set(texts)) * 2 < len(texts)
    )


def _part_actions(roles: list[Role | None], header: Header, columns: Sequence[Column]) -> None:
    """Two columns of actions: the one that covers several rows of the other is the item; milestones beside actions measure them."""
    first = roles.index(Role.ACTION)
    second = roles.index(Role.ACTION, first + 1)
    if Role.ITEM not in roles and len(_filled(columns[first])) < len(_filled(columns[second])):
        roles[first] = Role.ITEM
    elif re.match(r"\W*(?:recovery|remedial|corrective|mitigating) action", header.texts[second], re.IGNORECASE):
        roles[second] = Role.PROGRESS  # what is done about an action's being late
    elif re.search(r"milestone|deliverable", header.texts[second], re.IGNORECASE):
        roles[second] = Role.MEASURE


def _bodies(column: Column) -> bool:
    cells = _filled(column)
    return sum(1 for cell in cells if is_body(squeeze(cell.text)) or kind_of_name(squeeze(cell.text)) == "meeting") * 2 >= len(cells)


def heads_columns(row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether a row stands over columns as their heading: short words, none of the kind that the column below holds."""
    if any(len(cell.text) > _HEADING for cell in row) or sum(1 for cell in row if cell.text.strip()) < 2:
        return False
    kinds = [looks_of(column) for column in columns]
    return not any(kind is not None and cell.text.strip() and looks_of([cell]) is kind for kind, cell in zip(kinds, row, strict=True))


_HEADING = 40
_ASKS_WHO = re.compile(r"\b(?:who|whom|name|person|responsible|lead|officer|owner|accountable)\b", re.IGNORECASE)
_ASKS_WHEN = re.compile(r"\b(?:when|dates?|day|time\w*|deadline|complet\w+)\b", re.IGNORECASE)


def asks_for_columns(row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether a row asks in sentences for what the columns below hold: who over names, when over dates, neither itself."""
    kinds = [looks_of(column) for column in columns]
    if not all(cell.text.strip() for cell in row) or not {Role.LEAD, Role.BY_WHEN} <= set(kinds):
        return False
    who, when = row[kinds.index(Role.LEAD)], row[kinds.index(Role.BY_WHEN)]
    asked = bool(_ASKS_WHO.search(who.text) and _ASKS_WHEN.search(when.text))
    return asked and looks_of([who]) is not Role.LEAD and not find_part_dates(when.text)


def without_heading(columns: Sequence[Column]) -> Header | None:
    """Roles for a table without known headings, when its columns speak for themselves: who and by when stand beside what is to be done."""
    if len(columns) < 3 or min((len(column) for column in columns), default=0) < 2:
        return None
    looks = [looks_of(column) for column in columns]
    if looks.count(Role.LEAD) != 1 or looks.count(Role.BY_WHEN) != 1:
        return None
    beside = min(looks.index(Role.LEAD), looks.index(Role.BY_WHEN))
    prose = [at for at, column in enumerate(columns) if looks[at] is None and is_prose(column)]
    before = [at for at in prose if at < beside]
    if not before or len(before) > 2:
        return None
    roles: list[Role | None] = [role if role in {Role.LEAD, Role.BY_WHEN, Role.RATING} else None for role in looks]
    if looks[0] is Role.NUMBER:
        roles[0] = Role.NUMBER
    roles[before[-1]] = Role.ACTION
    if len(before) == 2:
        roles[before[0]] = Role.ITEM
    after = [at for at in prose if at > max(looks.index(Role.LEAD), looks.index(Role.BY_WHEN))]
    if len(after) == 1:
        roles[after[0]] = Role.PROGRESS
    return Header(tuple(roles), ("",) * len(columns), 0)


_OPENING = 80


def with_openings(roles: Sequence[Role | None], headings: Sequence[str]) -> tuple[Role | None, ...]:
    """Roles with those that contents did not tell, told by the opening words of headings that are too long to be known whole."""
    settled_roles = list(roles)
    for at, heading in enumerate(headings):
        opening = role_of(heading[:_OPENING].rsplit(" ", 1)[0]) if len(heading) > _OPENING else role_of(heading)
        if settled_roles[at] is None and opening in {Role.PROGRESS, Role.EVIDENCE, Role.MEASURE, Role.OUTCOME, Role.RATING}:
            settled_roles[at] = opening if opening not in settled_roles else None
    return tuple(settled_roles)
