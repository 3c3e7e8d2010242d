"""Where in a source a value was found."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a source document; every number counts from 1 and is None where the format has no such thing.

    page: page of a PDF or printed pack, or the sheet's position in a workbook.
    line: line of a text file, or line on the page.
    table, row, column: the table's position in the document, then row and column within it.
    quote: the words as printed there, damage and all.
    """

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    quote: str | None = None

    def saying(self, quote: str) -> "Place":
        """The same place with other words quoted from it."""
        return replace(self, quote=quote)

    def __str__(self) -> str:
        parts = [f"{name} {getattr(self, name)}" for name in ("page", "line", "table", "row", "column") if getattr(self, name)]
        return ", ".join(parts) or "somewhere in the document"


NOWHERE = Place()
