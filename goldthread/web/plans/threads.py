"""An item's thread as its page shows it: facts, findings and actions with the addresses of their pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldthread.reports.item import ItemThread
from goldthread.reports.map.content import ActionLine
from goldthread.reports.map.words import action_words, sentence
from goldthread.web.plans.places import Href
from goldthread.web.tags.parts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """An action of the thread with the page that shows it. words: all of its own."""

    line: ActionLine
    words: str
    href: str | None


def knots(thread: ItemThread, href: Href) -> Iterator[Knot]:
    """The actions in their order."""
    for line in thread.line.actions:
        yield Knot(line=line, words=action_words(line), href=href(line.key))


def facts(thread: ItemThread) -> list[Fact]:
    """What the plan says of the item itself."""
    line, item = thread.line, thread.line.item
    found = [
        Fact(key="Section", value=item.section),
        Fact(key="Raised by", value=item.source),
        Fact(key="Inspectors’ limit", value=line.limit and sentence(line.limit), none="No limit is known"),
        Fact(key="Notes", value=item.notes),
    ]
    return [fact for fact in found if fact.value or fact.key == "Inspectors’ limit"]
