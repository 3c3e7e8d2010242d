"""Which finding a damaged heading stood for, told by its place between headings that are sure.

A plan that answers recommendations one after another keeps the report's order. Where one heading among them is lost, the
one finding left over between its neighbours is the one it stood for; where several are left over, the scraps of the
heading have to fit one of them alone. Anything less is left open.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from goldthread.thread.picture import Finding, Item

FEWEST_WORDS = 2
"""So many telling words of a heading have to survive before they may choose between findings."""

Stems = Mapping[str, frozenset[str]]


def placed_by_order(
    items: Sequence[Item], findings: Sequence[Finding], linked: Mapping[str, Sequence[str]], stems: Stems
) -> Iterator[tuple[str, str]]:
    """Pairs of finding ref and item ref, for recommendations of the plan that no words link.

    findings: those that must be answered, in the report's order. linked: item ref to the refs of findings it answers.
    stems: text to its telling words.
    """
    order = {finding.ref: position for position, finding in enumerate(findings)}
    answered = {ref for refs in linked.values() for ref in refs}
    for _section, group in groupby(items, key=lambda item: item.section):
        run = list(group)
        sure = [(at, order[linked[item.ref][0]]) for at, item in enumerate(run) if len(linked.get(item.ref, ())) == 1]
        if not sure or any(one[1] >= two[1] for one, two in pairwise(sure)):
            continue
        for at, item in enumerate(run):
            if item.kind == "recommendation" and not linked.get(item.ref):
                between = _between(at, sure, findings)
                found = _one_left([finding for finding in between if finding.ref not in answered], item, _gap(at, run, linked), stems)
                if found:
                    yield found.ref, item.ref


def _between(at: int, sure: Sequence[tuple[int, int]], findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings of the neighbours' own service between the headings before and after that are sure."""
    before = max((place for where, place in sure if where < at), default=None)
    after = min((place for where, place in sure if where > at), default=None)
    beside = [findings[place].service for place in (before, after) if place is not None]
    inside = findings[0 if before is None else before + 1 : len(findings) if after is None else after]
    return [finding for finding in inside if finding.service in beside]


def _gap(at: int, run: Sequence[Item], linked: Mapping[str, Sequence[str]]) -> int:
    """How many headings in a row, this one among them, no words link."""
    left = next((back for back, item in enumerate(reversed(run[:at])) if linked.get(item.ref)), at)
    right = next((on for on, item in enumerate(run[at + 1 :]) if linked.get(item.ref)), len(run) - at - 1)
    return left + right + 1


def _one_left(candidates: Sequence[Finding], item: Item, gap: int, stems: Stems) -> Finding | None:
    if len(candidates) == 1 and gap == 1:
        return candidates[0]
    left = stems[item.text]
    fitting = [finding for finding in candidates if len(left) >= FEWEST_WORDS and left <= stems[finding.text]]
    return fitting[0] if len(fitting) == 1 else None
