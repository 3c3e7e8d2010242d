"""An id on the page for everything in a picture, by position, since refs may repeat in a damaged document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from goldthread.common.text import shorten, slug
from goldthread.reports.map.keys import Keys, action_key, finding_key, item_key, judgement_key, outcome_key
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
    """items, findings, judgements: ids by position in the picture. by_key: by key, outcomes and actions too."""

    def __init__(self, picture: Picture) -> None:
        self.items = _unique("item", (item.ref for item in picture.plan.items))
        self.findings = _unique("finding", (finding.ref for finding in picture.findings))
        self.judgements = _unique("judgement", (str(number) for number in range(1, len(picture.judgements) + 1)))
        self.by_key: Mapping[str, str] = dict(self._ids(picture))
        self._keys = Keys(picture)

    def name(self, key: str) -> str:
        """The id of what has a key. Raises KeyError for a key that is not the picture's."""
        return self.by_key[key]

    def _ids(self, picture: Picture) -> Iterator[tuple[str, str]]:
        yield from ((judgement_key(at), anchor) for at, anchor in enumerate(self.judgements))
        yield from ((finding_key(at), anchor) for at, anchor in enumerate(self.findings))
        for at, item in enumerate(picture.plan.items):
            yield item_key(at), self.items[at]
            yield from ((outcome_key(at, number), self.outcome(at, number)) for number in range(len(item.outcomes)))
            yield from ((action_key(at, number), self.action(at, number)) for number in range(len(item.actions)))

    def find(self, where: str, refs: Iterable[str]) -> str | None:
        """The id of the place that a check names, else of the first ref that is on the page."""
        key = self._keys.find(where, refs)
        return self.by_key[key] if key else None

    def outcome(self, item: int, outcome: int) -> str:
        """The id of an outcome, both positions from 0."""
        return f"{self.items[item]}-outcome-{outcome + 1}"

    def action(self, item: int, action: int) -> str:
        """The id of an action, both positions from 0."""
        return f"{self.items[item]}-action-{action + 1}"
