"""Headings that begin with a number of their own: "Area 2: Supervision", "Priority 1 – Leadership", "Recommendation 4".

The number may be the inspectors' or the plan's own, so that it names a finding only when nothing in the heading says otherwise.
"""

import re
from collections.abc import Sequence

from goldthread.common.text import fold
from goldthread.thread.picture import Finding, Item

_LABEL = re.compile(
    r"(?P<kind>area for (?:priority action|improvement)|priority action|recommendation|priority area|improvement area|area|priority)"
    r"\s+(?:no\.?\s*)?(?P<number>\d{1,2})(?![\d.]*\d)(?!\s*(?:,|&|-|–|and|to)\s*\d)\s*(?:[:.)–—-]+\s*|$|\s(?=\w))",
    re.IGNORECASE,
)
_KINDS = {
    "recommendation": ("recommendation",),
    "priority action": ("priority_action",),
    "area for priority action": ("priority_action",),
    "priority": ("priority_action", "area_for_improvement"),
    "priority area": ("priority_action", "area_for_improvement"),
}


def unlabelled(text: str) -> str:
    """The heading's own words, without "Area 2:" before them."""
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def named_by_heading(item: Item, findings: Sequence[Finding]) -> Finding | None:
    """The one finding that has the number which the item's heading begins with, of the first kind that the report has."""
    label = _LABEL.match(item.text)
    if not label:
        return None
    for kind in _KINDS.get(fold(label["kind"]), ("area_for_improvement",)):
        if of_kind := [finding for finding in findings if finding.kind == kind]:
            named = [finding for finding in of_kind if (finding.number or finding.ref[1:]) == label["number"]]
            return named[0] if len(named) == 1 else None
    return None
