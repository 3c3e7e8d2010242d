"""Tables of a plan's document that hold no actions, told by their headings: they are read elsewhere or left alone."""

import re
from collections.abc import Sequence
from enum import StrEnum

from goldthread.common.dates import find_part_dates
from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.columns import Role, plain_heading
from goldthread.intake.plan.headings_of import headers_in
from goldthread.intake.plan.keys import is_key_table
from goldthread.intake.plan.monitoring import is_glossary_table, read_board_table


class Kind(StrEnum):
    """What a table that is no plan table holds."""

    KEY = "key"
    GLOSSARY = "glossary"
    BOARDS = "boards"
    RISKS = "risks"
    FIGURES = "figures"
    VERSIONS = "versions"
    MEMBERS = "members"
    CONTENTS = "contents"


_RISK = re.compile(
    r"risk( (description|title|no|ref|id|event))?|likelihood"
    r"|(inherent|residual|current|gross|net|target) (risk )?(score|rating)|mitigat.*|controls?( in place)?|impact score"
)
_FIGURES = re.compile(
    r"(baseline|target|actual|latest|outturn|numerator|denominator|performance|trend|direction|stat(istical)? neighbours?"
    r"|england( average)?|national|polarity|value)\b.*"
    r"|(apr|may|jun|jul|aug|sep|oct|nov|dec|jan|feb|mar)[a-z]*[- ']?\d{0,4}|q[1-4]( .{0,8})?|20\d\d([-/]\d{2,4})?"
)
_VERSION = re.compile(
    r"version( (no|number))?|(date )?(issued|amended|revised)|amendments?( .{0,20})?|changes?( made)?|author"
    r"|summary of changes|revision( history)?|approved by"
)
_MEMBER = re.compile(
    r"(members?|name|name of member|representative|attendees?|job title|organisation|agency|role|email|telephone"
    r"|contact( details)?|designation)"
)
_CONTENTS = re.compile(r".*(?:\.{4}|…{2}|\s)\s?\d{1,3}")


def kind_of_table(table: Table, heading: str = "") -> Kind | None:
    """The kind of a table that is no plan table, or None when it may be one. heading: the line above it."""
    heads = [plain_heading(cell.text) for cell in _first(table)]
    if _share(_RISK, heads) >= 0.5 or (any(re.fullmatch(r"likelihood.*", head) for head in heads) and _share(_RISK, heads) > 0.25):
        return Kind.RISKS
    if _is_plainly_plan(table):
        return None
    if _is_counts(table):
        return Kind.FIGURES
    if read_board_table(table):
        return Kind.BOARDS
    if is_key_table(table, heading):
        return Kind.KEY
    if is_glossary_table(table):
        return Kind.GLOSSARY
    if _is_scorecard(heads):
        return Kind.FIGURES
    if len(heads) > 1 and _share(_VERSION, heads) >= 0.5 and any(head.startswith(("version", "revision", "issue")) for head in heads):
        return Kind.VERSIONS
    if len(heads) > 1 and _share(_MEMBER, heads) == 1:
        return Kind.MEMBERS
    return Kind.CONTENTS if re.match(r"contents\b", heading.strip(), re.I) and _mostly(_CONTENTS, table) else None


def _is_plainly_plan(table: Table) -> bool:
    """Whether the headings name what is to be done or reached, by whom or by when, and more beside."""
    for _, header in headers_in(table):
        roles = set(header.order())
        does, about = roles & {Role.ACTION, Role.OUTCOME, Role.ITEM}, roles & {Role.LEAD, Role.BY_WHEN}
        if does and (len(about) == 2 or (about and len(roles) >= 4)):
            return True
        if {Role.ITEM, Role.PROGRESS, Role.RATING} <= roles:
            return True  # a report of how far each recommendation is
    return False


def _first(table: Table) -> list[Cell]:
    """The filled cells of the first row that has more than one."""
    for row in table.rows[:3]:
        filled = [cell for cell in row if cell.text.strip()]
        if len(filled) > 1:
            return filled
    return []


def _share(pattern: re.Pattern[str], heads: Sequence[str]) -> float:
    return sum(1 for head in heads if pattern.fullmatch(head)) / len(heads) if heads else 0.0


_FIGURE = re.compile(r"[£\s\d.,%()/–-]*\d[£\s\d.,%()/–-]*")


def _is_counts(table: Table) -> bool:
    """Whether everything beside the first column, below the first row, is figures."""
    told = [cell.text for row in table.rows[1:] for cell in row[1:] if cell.text.strip()]
    return len(told) >= 2 and all(len(text) < 20 and _FIGURE.fullmatch(text) and not find_part_dates(text) for text in told)


def _is_scorecard(heads: Sequence[str]) -> bool:
    """Measures with their figures: an indicator, then numbers by period or against a target, and nobody who does anything."""
    if not heads or not re.search(
        r"indicator|measure|kpi|metric|performance|^pi\b|data", heads[0] + " " + (heads[1] if len(heads) > 1 else "")
    ):
        return False
    does = any(re.search(r"\b(action|what we will do|task|milestone)", head) for head in heads)
    return not does and _share(_FIGURES, heads[1:]) >= 0.5


def _mostly(pattern: re.Pattern[str], table: Table) -> bool:
    texts = [fold(squeeze(" ".join(cell.text for cell in row))) for row in table.rows]
    return sum(1 for text in texts if pattern.fullmatch(text)) * 2 > len(texts)
