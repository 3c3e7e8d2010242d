"""Which of a picture's problems name which of its proposals.

Problems say where they stand in words (``item 1.4 › action 2 › by when``, ``A3, A4``, ``line 12``), as people read them first.
"""

import re
from collections.abc import Iterator

from goldthread.common.places import NOWHERE, Place
from goldthread.thread.picture import Item, Picture, Problem

_ITEM = re.compile(r"(?:section (?P<section>\S+) › )?item (?P<ref>[^›]+?)(?: › action (?P<action>[^›]+?))?(?: › .*)?")


class Concerns:
    """Problems by the path of the proposal that they name; general: those that name none."""

    def __init__(self, picture: Picture) -> None:
        self._paths = dict(_names(picture))
        self.paths = tuple(self._named(picture, problem) for problem in picture.problems)
        self._of: dict[str, list[Problem]] = {}
        for problem, paths in zip(picture.problems, self.paths, strict=True):
            for path in paths:
                self._of.setdefault(path, []).append(problem)
        self.general = tuple(problem for problem, paths in zip(picture.problems, self.paths, strict=True) if not paths)

    def of(self, path: str) -> tuple[Problem, ...]:
        """The problems that name what stands at a path."""
        return tuple(self._of.get(path, ()))

    def _named(self, picture: Picture, problem: Problem) -> tuple[str, ...]:
        """Paths, each once; a file's name before the place, as in a picture of two papers, is passed over."""
        where = problem.where
        for source in (picture.source, picture.report_source):
            where = where.removeprefix(f"{source.file}, ") if source and source.file else where
        found = [path for part in where.split("; ") for path in self._paths_of(part)]
        return tuple(dict.fromkeys(found or self._paths_of(where)))

    def _paths_of(self, where: str) -> tuple[str, ...]:
        if where in self._paths:
            return (self._paths[where],)
        if where.startswith("inspection:"):
            return ("/inspection",)
        if match := _ITEM.fullmatch(where):
            return self._item(match)
        refs = where.split(", ")
        return tuple(self._paths[ref] for ref in refs) if all(ref in self._paths for ref in refs) else ()

    def _item(self, match: re.Match[str]) -> tuple[str, ...]:
        refs = [f"{match['section']}.{match['ref']}", match["ref"]] if match["section"] else [match["ref"]]
        item = next((self._paths[f"item {ref}"] for ref in refs if f"item {ref}" in self._paths), None)
        if item is None or match["action"] is None:
            return (item,) if item else ()
        return (self._paths.get(f"{item} action {match['action']}", item),)


def _names(picture: Picture) -> Iterator[tuple[str, str]]:
    """What problems call a proposal, with its path; of two called the same the first stands last, and so is kept."""
    pairs = list(_called(picture))
    yield from reversed(pairs)


def _called(picture: Picture) -> Iterator[tuple[str, str]]:
    for at, item in enumerate(picture.plan.items):
        yield from _item_called(f"/plan/items/{at}", item)
    for at, finding in enumerate(picture.findings):
        yield finding.ref, f"/findings/{at}"
    yield from _placed(picture)


def _item_called(path: str, item: Item) -> Iterator[tuple[str, str]]:
    yield f"item {item.ref}", path
    for at, action in enumerate(item.actions):
        yield f"{path} action {action.number or at + 1}", f"{path}/actions/{at}"


def _placed(picture: Picture) -> Iterator[tuple[str, str]]:
    near: list[tuple[Place, str]] = [(finding.place, f"/findings/{at}") for at, finding in enumerate(picture.findings)]
    near += [(judgement.place, f"/judgements/{at}") for at, judgement in enumerate(picture.judgements)]
    near += [(place, "/inspection") for place in (picture.inspection.places or {}).values()]
    for at, item in enumerate(picture.plan.items):
        near.append((item.place, f"/plan/items/{at}"))
        near += [(action.place, f"/plan/items/{at}/actions/{n}") for n, action in enumerate(item.actions)]
    yield from ((str(place), path) for place, path in near if place.saying("") != NOWHERE.saying(""))
