"""An id on the page for everything in a picture, by position, since refs may repeat in a damaged document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from goldthread.common.text import shorten, slug
from goldthread.thread.checks.base import Line, at_finding, at_item
from goldthread.thread.picture import Picture


def _unique(prefix: str, names: Iterable[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    found = []
    for number, name in enumerate(names, start=1):
        stem = f"{prefix}-{slug(shorten(name, 40)) or number}"
        seen[stem] += 1
        found.append(stem if seen[stem] == 1 else f"{stem}--{seen[stem]}")
    return tuple(found)


class Anchors:
    """items, findings, judgements: ids by position in the picture. by_ref: by ref; by_where: by the place that checks print."""

    def __init__(self, picture: Picture) -> None:
        self.items = _unique("item", (item.ref for item in picture.plan.items))
        self.findings = _unique("finding", (finding.ref for finding in picture.findings))
        self.judgements = _unique("judgement", (str(number) for number in range(1, len(picture.judgements) + 1)))
        self.by_ref: Mapping[str, str] = _first(
            [
                *((item.ref, anchor) for item, anchor in zip(picture.plan.items, self.items, strict=True)),
                *((finding.ref, anchor) for finding, anchor in zip(picture.findings, self.findings, strict=True)),
            ]
        )
        self.by_where: Mapping[str, str] = _first(self._places(picture))

    def _places(self, picture: Picture) -> Iterator[tuple[str, str]]:
        for finding, anchor in zip(picture.findings, self.findings, strict=True):
            yield at_finding(finding), anchor
        for position, item in enumerate(picture.plan.items):
            yield at_item(item), self.items[position]
            for number in range(len(item.outcomes)):
                yield f"{at_item(item)}:outcome {number + 1}", self.outcome(position, number)
            for number, action in enumerate(item.actions):
                yield Line(item=item, action=action, position=number + 1).where, self.action(position, number)

    def find(self, where: str, refs: Iterable[str]) -> str | None:
        """The id of the place that a check names, else of the first ref that is on the page."""
        named = (self.by_ref[ref] for ref in refs if ref in self.by_ref)
        return self.by_where.get(where) or next(named, None)

    def outcome(self, item: int, outcome: int) -> str:
        """The id of an outcome, both positions from 0."""
        return f"{self.items[item]}-outcome-{outcome + 1}"

    def action(self, item: int, action: int) -> str:
        """The id of an action, both positions from 0."""
        return f"{self.items[item]}-action-{action + 1}"


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ref, anchor in pairs:
        found.setdefault(ref, anchor)
    return found
