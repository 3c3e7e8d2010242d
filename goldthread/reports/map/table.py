"""Small sums and phrases for the plan on a page and the folds."""

from collections.abc import Callable, Mapping, Sequence

from goldthread.reports.map.content import ActionLine, Group
from goldthread.reports.map.words import count, sentence

_FILTERS: Mapping[str, tuple[str, Callable[[ActionLine], bool]]] = {
    "all": ("All actions", lambda _: True),
    "late": ("Late against the limit", lambda line: line.timing.late),
    "overdue": ("Date passed, not done", lambda line: line.timing.overdue),
    "unled": ("Nobody responsible", lambda line: line.lead.name is None),
    "unproved": ("Nothing reported", lambda line: not line.evidence),
}


def filters(actions: Sequence[ActionLine]) -> list[tuple[str, str, int]]:
    """The choices above the plan on a page: name, label, and how many actions each shows."""
    return [(name, label, sum(map(test, actions))) for name, (label, test) in _FILTERS.items()]


def states(line: ActionLine) -> str:
    """The names of the choices that show an action, as its row's classes."""
    return " ".join(name for name, (_, test) in _FILTERS.items() if name != "all" and test(line))


def proof(line: ActionLine) -> str:
    """Whether an action has evidence, and of which kind."""
    kinds = {piece.kind for piece in line.evidence}
    if "Evidence" in kinds:
        return "Yes"
    return "Progress only" if kinds else "None"


def fold_words(group: Group) -> str:
    """What a fold holds and how much of it is broken."""
    if group.unanswered:
        return sentence(count(len(group.unanswered), "finding"))
    whole = "every thread whole" if not group.broken else f"{count(group.broken, 'thread')} broken"
    return sentence(f"{count(len(group.items), 'item')}, {count(group.actions, 'action')}, {whole}")
