"""The golden thread of one item: what it answers and why that is taken to be so, then everything that hangs on it."""

from collections.abc import Container
from dataclasses import dataclass, replace

from goldthread.reports.covered import BASES, reason
from goldthread.reports.map.content import FindingLine, GradeLine, ItemLine
from goldthread.reports.map.lines import Lines, breaks
from goldthread.reports.map.words import unmeasured
from goldthread.thread.links import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A finding that an item answers. basis: in words, why it is taken to; likeness: 0–100, None where words play no part.

    grade: the judgement behind the finding, None where none is known.
    """

    finding: FindingLine
    basis: str
    likeness: float | None
    grade: GradeLine | None

    @property
    def reason(self) -> str:
        """Why the finding and the item are taken to belong together."""
        return reason(self.basis, self.likeness)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemThread:
    """One item from judgement to measure. line.breaks says where its thread is broken."""

    line: ItemLine
    behind: tuple[Behind, ...]

    @property
    def unmeasured(self) -> str:
        """What is missing where the threads do not all lead to a measure; empty where they do."""
        line = self.line
        if line.measures or (line.actions and all(action.measures for action in line.actions)):
            return ""
        return unmeasured(line.actions)


def item_thread(lines: Lines, position: int) -> ItemThread:
    """The thread of the item at a position, from 0."""
    line = lines.item(position)
    links = {link.finding: link for link in lines.links.links if link.item == line.item.ref}
    return ItemThread(line=line, behind=tuple(_behind(found, links.get(found.finding.ref), lines) for found in line.findings))


def _behind(found: FindingLine, link: Link | None, lines: Lines) -> Behind:
    by_words = link is not None and link.basis == "same words"
    return Behind(
        finding=found,
        basis=BASES.get(link.basis, link.basis) if link else "",
        likeness=link.likeness if link and by_words else None,
        grade=lines.grade_behind(found.finding.ref),
    )


def cut_to(thread: ItemThread, keys: Container[str]) -> ItemThread:
    """The thread with only the actions that have these keys; what is broken is said of those alone."""
    line = thread.line
    actions = tuple(action for action in line.actions if action.key in keys)
    item = replace(line.item, actions=tuple(action.action for action in actions))
    told = breaks(line.findings, line.outcomes, actions, line.measures)
    return replace(thread, line=replace(line, item=item, actions=actions, breaks=told))
