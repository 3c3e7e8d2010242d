"""The key of everything that a page or drawing may lead to: its JSON Pointer in the picture (``/plan/items/3/actions/1``)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from goldthread.thread.checks.base import CheckFinding, Line, at_finding, at_item
from goldthread.thread.picture import Picture


def judgement_key(at: int) -> str:
    """The key of a judgement by its position, from 0."""
    return f"/judgements/{at}"


def finding_key(at: int) -> str:
    """The key of a finding by its position, from 0."""
    return f"/findings/{at}"


def item_key(at: int) -> str:
    """The key of an item by its position, from 0."""
    return f"/plan/items/{at}"


def outcome_key(item: int, outcome: int) -> str:
    """The key of an outcome, both positions from 0."""
    return f"/plan/items/{item}/outcomes/{outcome}"


def action_key(item: int, action: int) -> str:
    """The key of an action, both positions from 0."""
    return f"/plan/items/{item}/actions/{action}"


class Keys:
    """by_ref: keys by ref, items before findings, the first where a ref repeats. by_where: by the place that checks print."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture

    @cached_property
    def by_ref(self) -> Mapping[str, str]:
        items = ((item.ref, item_key(at)) for at, item in enumerate(self._picture.plan.items))
        findings = ((finding.ref, finding_key(at)) for at, finding in enumerate(self._picture.findings))
        return _first(chain(items, findings))

    @cached_property
    def by_where(self) -> Mapping[str, str]:
        return _first(_places(self._picture))

    def find(self, where: str, refs: Iterable[str]) -> str | None:
        """The key of the place that a check names, else of the first ref that the picture has."""
        named = (self.by_ref[ref] for ref in refs if ref in self.by_ref)
        return self.by_where.get(where) or next(named, None)

    def of(self, finding: CheckFinding) -> str | None:
        """The key of what a finding of a check speaks of; None where it speaks of the whole plan."""
        return self.find(finding.where, finding.refs)


def _places(picture: Picture) -> Iterator[tuple[str, str]]:
    for at, finding in enumerate(picture.findings):
        yield at_finding(finding), finding_key(at)
    for at, item in enumerate(picture.plan.items):
        yield at_item(item), item_key(at)
        for number in range(len(item.outcomes)):
            yield f"{at_item(item)}:outcome {number + 1}", outcome_key(at, number)
        for number, action in enumerate(item.actions):
            yield Line(item=item, action=action, position=number + 1).where, action_key(at, number)


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, key in pairs:
        found.setdefault(name, key)
    return found
