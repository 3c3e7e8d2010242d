"""Cells that say nothing, and lead cells left blank because the one above goes on.

The latter is told by the whole plan, never by a single gap.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.doubts import Doubts
from goldthread.intake.plan.drafts import DraftAction, DraftItem

_NOTHING = re.compile(r"[\s‐‑‒–—−.-]*(?:n\s?[/.]\s?a\.?|not applicable\.?)?[\s‐‑‒–—−.-]*", re.IGNORECASE)
_SHORT = 40


def says_nothing(text: str) -> bool:
    """Whether a cell is empty or holds only what people put in one to leave it empty: a dash, "n/a"."""
    return len(text) <= _SHORT and bool(_NOTHING.fullmatch(text))


def fill_blank_leads(drafts: Sequence[DraftItem], doubts: Doubts) -> None:
    """Repeat the lead of an item's first action where the plan prints each item's lead once.

    That is so when every item's first action prints a lead, and in two items or more at least half of the rows below
    print none. A plan with a lead on most rows has a gap where one is missing, and keeps it.
    """
    groups = [draft.actions for draft in drafts if draft.actions and not draft.unruled]
    if any(not group[0].text(Role.LEAD) for group in groups):
        return
    later = [action for group in groups for action in group[1:]]
    blank = [action for action in later if not action.text(Role.LEAD)]
    told_once = sum(1 for group in groups if any(not action.text(Role.LEAD) for action in group[1:]))
    if told_once < 2 or len(blank) * 2 < len(later):
        return
    for group in groups:
        _repeat(group)
    doubts.say(
        "leads",
        f"{len(blank)} lead cells left blank below the first action of an item",
        "a lead on each row",
        "Check them; each repeats the lead above it.",
        "info",
    )


def _repeat(actions: Sequence[DraftAction]) -> None:
    for above, action in pairwise(actions):
        if not action.text(Role.LEAD):
            action.cells[Role.LEAD] = list(above.pieces(Role.LEAD))
            action.filled.add(Role.LEAD)
