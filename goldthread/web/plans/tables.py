"""The table of a plan on a page: its columns, and its rows with their addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from goldthread.queries.plan_pages import Reading
from goldthread.reports.rows import COLUMNS, UNEVIDENCED, Row
from goldthread.reports.slipping import Moved, Standing, standing
from goldthread.web.plans.places import Href
from goldthread.web.tags.parts import Column

ROWS: Final = (
    Column(text="Action", key="ref", least="in the plan’s order", greatest="last"),
    Column(text="Leads", key="lead", least="A", greatest="Z"),
    Column(text="Due", key="due", least="earliest", greatest="latest"),
    Column(text="Lateness", key="late", least="least", greatest="most"),
    Column(text="Inspectors’ limit", key="limit", least="earliest", greatest="latest"),
    Column(text="Rating", key="rating", least="first of the key", greatest="last of the key"),
    Column(text="Proof", key="proof", least="evidence", greatest="none"),
    Column(text="Breaks", key="breaks", least="fewest", greatest="most"),
)
BOARDS: Final = (Column(text="Board"), Column(text="Looks"), Column(text="What for"))
PLAIN: Final = "ref"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row with where it leads. opens_item: the first of its item on this page. moved: None where its date never was."""

    row: Row
    standing: Standing
    moved: Moved | None
    href: str | None
    item_href: str | None
    opens_item: bool


def lines(rows: Iterable[Row], reading: Reading, href: Href) -> Iterator[Line]:
    """The rows of one page in their order."""
    before = ""
    for row in rows:
        yield Line(
            row=row,
            standing=standing(row, reading.as_at),
            moved=reading.moves.get(row.key),
            href=href(row.key),
            item_href=href(row.item_key),
            opens_item=row.item_key != before,
        )
        before = row.item_key


def order(asked: str) -> tuple[str, str, bool]:
    """What an address asks for as ``sort``, its column, and whether the greatest comes first; the plan's own order for anything else."""
    column = asked.removeprefix("-")
    return (asked, column, asked.startswith("-")) if column in COLUMNS else (PLAIN, PLAIN, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number above the table. href: the rows that it counts; empty when there are none."""

    number: int
    words: str
    href: str


def figures(reading: Reading) -> list[Figure]:
    """What is late, what slipped, what has no date and what has nothing to show, each with the list of them."""
    counts = reading.tally
    told = (
        (counts.late, "late", "lateness=overdue&sort=-late"),
        (reading.slipped, "moved to a later date", "lateness=moved"),
        (counts.beyond, "later than the inspectors’ limit", "lateness=after_limit"),
        (counts.undated, "without a date", "lateness=undated"),
        (counts.unproved, "with nothing reported", "proof=none"),
        (counts.unevidenced, "without evidence of effect", f"proof={UNEVIDENCED}"),
    )
    return [Figure(number=number, words=words, href=f"?{query}" if number else "") for number, words, query in told]
