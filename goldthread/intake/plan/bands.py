"""Rows of a ruled plan table that are no actions: titles across the table, an item's own head, facts about the item."""

import re
from collections.abc import Sequence

from goldthread.common.text import squeeze
from goldthread.intake.document import Cell
from goldthread.intake.plan.columns import Role, role_of
from goldthread.intake.plan.labelled import fact_of, read_cell
from goldthread.intake.plan.rating_words import is_rating_text, read_key_line

Row = tuple[Cell, ...]


def covered_across(row: Row) -> list[Cell]:
    """The cells of a row that are parts of one merged across, from the same row."""
    return [cell for cell in row if cell.merged_from is not None and cell.merged_from[0] == cell.place.row]


def parts_of(row: Row) -> list[Cell]:
    """The cells that hold text, in order."""
    return [cell for cell in row if cell.text.strip()]


def is_band(row: Row) -> bool:
    """Whether a row is one text, or a text with a remark, across the table."""
    filled = parts_of(row)
    if not filled or len(row) < 3:
        return False
    across = len(covered_across(row))
    if across:
        return len(filled) <= 3 and across + len(filled) >= len(row) - 1 and across * 2 >= len(row) - 1
    if any(cell.merged_from for cell in row) or row.index(filled[0]) > 1:
        return False
    return len(filled) == 1 or (len(filled) == 2 and len(row) >= 5 and any(_labels_item(cell.text) for cell in filled))


def _labels_item(text: str) -> bool:
    told = read_cell(text, soft=True)
    return told.label is not None and not told.text


def spans_all(row: Row) -> bool:
    """Whether one merged cell takes the whole row."""
    return len(parts_of(row)) == 1 and len(covered_across(row)) >= len(row) - 1


def is_empty_fact(row: Row) -> bool:
    """Whether a row has a fact's label and says nothing beside it."""
    filled = parts_of(row)
    if len(filled) != 1 or spans_all(row) or re.search(r":\s*\w", filled[0].text):
        return False
    role = fact_of(filled[0].text)
    unmerged = len(row) >= 5 and row.index(filled[0]) == 0 and role in {Role.OUTCOME, Role.MEASURE, Role.TIMESCALE}
    return role is not None and (bool(covered_across(row)) or unmerged)


_KEY_LABEL = re.compile(r"(?:b?rag |status |rating )*(?:key|legend|rating|status)\s*:?", re.IGNORECASE)


def is_key_row(row: Row) -> bool:
    """Whether a row of a plan table is its legend: two shaded ratings or more (or “Red = overdue”), and nothing else."""
    filled = [cell for cell in parts_of(row) if not _KEY_LABEL.fullmatch(cell.text.strip())]
    return len(filled) >= 2 and all((cell.fill and is_rating_text(cell.text)) or read_key_line(cell.text) for cell in filled)


def fact_in(row: Row) -> tuple[Role, str, Sequence[Cell]] | None:
    """A row that says one thing about the item (“Outcome | Families are helped…”): what, its label, its cells."""
    filled = parts_of(row)
    if len(filled) < 2 or not (covered_across(row) or len(filled) == 2):
        return None
    label = squeeze(filled[0].text)
    role = fact_of(label) if len(label) <= 60 else None
    unmerged = len(row) >= 5 and row.index(filled[0]) == 0 and role in {Role.OUTCOME, Role.MEASURE, Role.TIMESCALE}
    if role is None or not (covered_across(row) or label.endswith(":") or unmerged):
        return None
    return (role, label, filled[1:]) if len(filled) == 2 or role in {Role.OUTCOME, Role.MEASURE} else None


_TOLD_LATER = re.compile(r"(?P<label>[A-Z][^:\n]{3,50}?)\s*:\s*\S")


def is_update(row: Row) -> Role | None:
    """PROGRESS or EVIDENCE for a row across the table that tells more of the action above it (“Update January 2026: …”)."""
    filled = parts_of(row)
    match = _TOLD_LATER.match(squeeze(filled[0].text)) if len(filled) == 1 else None
    role = role_of(match["label"]) if match else None
    return role if role in {Role.PROGRESS, Role.EVIDENCE} else None
