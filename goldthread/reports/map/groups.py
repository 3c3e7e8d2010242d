"""Folding a big plan: by its own sections, else by the judgement behind each item, else by runs of items."""

from collections.abc import Callable, Iterable, Sequence

from goldthread.reports.map.content import FindingLine, GradeLine, Group, ItemLine
from goldthread.reports.map.lines import Lines
from goldthread.reports.map.words import service_words

MOST_ITEMS = 12
"""A fold with more items than this is cut into runs of ``RUN``."""
RUN = 10
OPEN_WHOLE = 6
"""A plan with no more items than this is shown unfolded."""

_UNANSWERED = "Asked for, and answered by no item"


def _judged(item: ItemLine) -> str:
    return item.grades[0].judgement.area if item.grades else "No judgement behind these items"


def _sectioned(item: ItemLine) -> str:
    return item.item.section or "No section"


def _useful(names: Sequence[str]) -> bool:
    """Whether names divide items into folds that are neither one nor nearly as many as the items."""
    return 1 < len(set(names)) <= max(2, len(names) / 2)


def _naming(items: Sequence[ItemLine]) -> Callable[[ItemLine], str]:
    for naming in (_sectioned, _judged):
        if _useful([naming(item) for item in items]):
            return naming
    return lambda _: "The plan"


def _runs(title: str, items: Sequence[ItemLine]) -> Iterable[tuple[str, tuple[ItemLine, ...]]]:
    if len(items) <= MOST_ITEMS:
        yield title, tuple(items)
        return
    for start in range(0, len(items), RUN):
        run = tuple(items[start : start + RUN])
        name = f"{run[0].item.ref} to {run[-1].item.ref}" if len(run) > 1 else run[0].item.ref
        yield f"{title}: {name}", run


def _folds(items: Sequence[ItemLine]) -> list[tuple[str, tuple[ItemLine, ...]]]:
    naming = _naming(items)
    named: dict[str, list[ItemLine]] = {}
    for item in items:
        named.setdefault(naming(item), []).append(item)
    return [run for title, members in named.items() for run in _runs(title, members)]


def _unanswered(lines: Lines) -> dict[str, list[tuple[FindingLine, GradeLine | None]]]:
    found: dict[str, list[tuple[FindingLine, GradeLine | None]]] = {}
    for line in lines.findings:
        if line.needs_answer and not line.answered_by:
            service = service_words(line.finding.service) if line.finding.service != "all" else None
            title = f"{_UNANSWERED}: {service}" if service else _UNANSWERED
            found.setdefault(title, []).append((line, lines.grade_behind(line.finding.ref)))
    return found


def groups(items: Sequence[ItemLine], lines: Lines) -> tuple[Group, ...]:
    """The folds of the thread, in the plan's order, then the findings that no item answers."""
    folds = _folds(items)
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
        for number, (title, members) in enumerate(folds, start=1)
    ]
    left = [
        Group(anchor=f"fold-{number}", title=title, items=(), unanswered=tuple(pairs), broken=len(pairs), open=opened)
        for number, (title, pairs) in enumerate(_unanswered(lines).items(), start=len(found) + 1)
    ]
    return (*found, *left)
