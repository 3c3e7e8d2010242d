"""The table of a plan on a page: its columns, and its rows with their addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from goldthread.reports.rows import COLUMNS, Row
from goldthread.web.plans.places import Href
from goldthread.web.tags.parts import Column

ROWS: Final = (
    Column(text="Action", key="ref", least="in the plan’s order", greatest="in reverse"),
    Column(text="Leads", key="lead", least="A", greatest="Z"),
    Column(text="Due", key="due", least="earliest", greatest="latest"),
    Column(text="Days late", key="late", numeric=True, least="least late", greatest="most late"),
    Column(text="Inspectors’ limit", key="limit", least="earliest", greatest="latest"),
    Column(text="Rating", key="rating", least="first in the key", greatest="last in the key"),
    Column(text="Proof", key="proof", least="with evidence", greatest="without"),
    Column(text="Breaks", key="breaks", numeric=True, least="fewest", greatest="most"),
)
PLAIN: Final = "ref"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row with where it leads. opens_item: the first of its item on this page."""

    row: Row
    href: str | None
    item_href: str | None
    opens_item: bool


def lines(rows: Iterable[Row], href: Href) -> Iterator[Line]:
    """The rows of one page in their order."""
    before = ""
    for row in rows:
        yield Line(row=row, href=href(row.key), item_href=href(row.item_key), opens_item=row.item_key != before)
        before = row.item_key


def order(asked: str) -> tuple[str, str, bool]:
    """What an address asks for as ``sort``, its column, and whether the greatest comes first; the plan's own order for anything else."""
    column = asked.removeprefix("-")
    return (asked, column, asked.startswith("-")) if column in COLUMNS else (PLAIN, PLAIN, False)
