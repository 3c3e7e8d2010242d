"""An item's thread as its page shows it: facts, findings and actions with the addresses of their pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldthread.queries.plan_pages import Reading
from goldthread.reports.item import Behind, ItemThread
from goldthread.reports.map.content import ActionLine
from goldthread.reports.map.words import action_words, count, sentence
from goldthread.reports.slipping import LATE, Standing, standing
from goldthread.web.plans.places import Href
from goldthread.web.tags.parts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """An action of the thread with the page that shows it. words: all of its own; due: its date in words, or what is printed.

    evidenced: whether it has evidence of effect, which progress is not.
    """

    line: ActionLine
    words: str
    due: str
    standing: Standing
    href: str | None
    evidenced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A finding with its page. opens_grade: whether the judgement behind it is told before it, which is done once."""

    said: Behind
    href: str | None
    judged_href: str | None
    opens_grade: bool


def knots(thread: ItemThread, reading: Reading, href: Href) -> Iterator[Knot]:
    """The actions in their order."""
    rows = {row.key: row for row in reading.rows}
    for line in thread.line.actions:
        row = rows[line.key]
        yield Knot(
            line=line,
            words=action_words(line),
            due=row.due_words or line.timing.by_when,
            standing=standing(row, reading.as_at),
            href=href(line.key),
            evidenced=row.proof == "evidence",
        )


def lede(thread: ItemThread, shown: Sequence[Knot]) -> str:
    """Where the thread breaks; else what is late or without evidence of effect although every step is there."""
    if thread.line.breaks:
        return f"The thread breaks: {', '.join(thread.line.breaks)}."
    weak = [one for one in shown if one.standing.state == LATE or not one.evidenced]
    if len(weak) == 1:
        late = f"is {weak[0].standing.words}" if weak[0].standing.state == LATE else ""
        unproved = "" if weak[0].evidenced else "has no evidence of effect"
        return f"Every step is there; {weak[0].line.ref} {' and '.join(filter(None, (late, unproved)))}."
    counted = (
        (sum(one.standing.state == LATE for one in weak), "late"),
        (sum(not one.evidenced for one in weak), "without evidence of effect"),
    )
    told = " and ".join(f"{count(number, 'action')} {words}" for number, words in counted if number)
    return f"Every step is there, with {told}." if told else "The thread runs from end to end."


def answered(thread: ItemThread, href: Href) -> Iterator[Answered]:
    """The findings in the report's order."""
    before = None
    for said in thread.behind:
        grade = said.grade.key if said.grade else None
        yield Answered(
            said=said,
            href=href(said.finding.key),
            judged_href=href(grade) if grade else None,
            opens_grade=grade is not None and grade != before,
        )
        before = grade


def facts(thread: ItemThread) -> list[Fact]:
    """What the plan says of the item itself."""
    line, item = thread.line, thread.line.item
    found = [
        Fact(key="Section", value=item.section),
        Fact(key="Raised by", value=item.source),
        Fact(key="Inspectors’ limit", value=line.limit and sentence(line.limit), none="None known"),
        Fact(key="Notes", value=item.notes),
    ]
    return [fact for fact in found if fact.value or fact.key == "Inspectors’ limit"]
