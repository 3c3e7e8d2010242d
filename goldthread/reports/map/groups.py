"""Folding a big plan: by its own sections, else by the judgement behind each item, else by runs of items."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from goldthread.reports.map.content import FindingLine, GradeLine, Group, ItemLine
from goldthread.reports.map.lines import Lines
from goldthread.reports.map.words import service_words
from goldthread.thread.picture import Item

MOST_ITEMS = 12
"""A fold with more items than this is cut into runs of ``RUN``."""
RUN = 10
OPEN_WHOLE = 6
"""A plan with no more items than this is shown unfolded."""

_UNANSWERED = "Asked for, and answered by no item"


class Foldable(Protocol):
    """An item as folding sees it."""

    @property
    def item(self) -> Item: ...

    @property
    def grades(self) -> tuple[GradeLine, ...]: ...


Folded = TypeVar("Folded", bound=Foldable)


def _judged(item: Foldable) -> str:
    return item.grades[0].judgement.area if item.grades else "No judgement behind these items"


def _sectioned(item: Foldable) -> str:
    return item.item.section or "No section"


def _useful(names: Sequence[str]) -> bool:
    """Whether names divide items into folds that are neither one nor nearly as many as the items."""
    return 1 < len(set(names)) <= max(2, len(names) / 2)


def _naming(items: Sequence[Foldable]) -> Callable[[Foldable], str]:
    for naming in (_sectioned, _judged):
        if _useful([naming(item) for item in items]):
            return naming
    return lambda _: "The plan"


def _runs(title: str, items: Sequence[Folded]) -> Iterable[tuple[str, tuple[Folded, ...]]]:
    if len(items) <= MOST_ITEMS:
        yield title, tuple(items)
        return
    for start in range(0, len(items), RUN):
        run = tuple(items[start : start + RUN])
        name = f"{run[0].item.ref} to {run[-1].item.ref}" if len(run) > 1 else run[0].item.ref
        yield f"{title}: {name}", run


def folds(items: Sequence[Folded]) -> list[tuple[str, tuple[Folded, ...]]]:
    """The titles of the folds with the items of each, in the plan's order."""
    naming = _naming(items)
    named: dict[str, list[Folded]] = {}
    for item in items:
        named.setdefault(naming(item), []).append(item)
    return [run for title, members in named.items() for run in _runs(title, members)]


def unanswered_findings(lines: Lines) -> dict[str, list[tuple[FindingLine, GradeLine | None]]]:
    """The findings that no item answers, each with the judgement behind it, by the title of their fold."""
    found: dict[str, list[tuple[FindingLine, GradeLine | None]]] = {}
    for line in lines.findings:
        if line.needs_answer and not line.answered_by:
            service = service_words(line.finding.service) if line.finding.service != "all" else None
            title = f"{_UNANSWERED}: {service}" if service else _UNANSWERED
            found.setdefault(title, []).append((line, lines.grade_behind(line.finding.ref)))
    return found


def groups(items: Sequence[ItemLine], lines: Lines) -> tuple[Group, ...]:
    """The folds of the thread, in the plan's order, then the findings that no item answers."""
    opened = len(items) <= OPEN_WHOLE
    found = [
        Group(
            anchor=f"fold-{number}",
            title=title,
            items=members,
            unanswered=(),
            broken=sum(bool(member.breaks) for member in members),
            open=opened or number == 1,
        )
        for number, (title, members) in enumerate(folds(items), start=1)
    ]
    left = [
        Group(anchor=f"fold-{number}", title=title, items=(), unanswered=tuple(pairs), broken=len(pairs), open=opened)
        for number, (title, pairs) in enumerate(unanswered_findings(lines).items(), start=len(found) + 1)
    ]
    return (*found, *left)
