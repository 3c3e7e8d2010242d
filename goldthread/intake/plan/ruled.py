"""Plan tables with certain cells (Word, workbooks, web pages, ruled PDFs): rows to the builder."""

import re
from collections.abc import Sequence
from dataclasses import replace

from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.builder import Builder, take_number
from goldthread.intake.plan.columns import Header, Role, read_header, role_of
from goldthread.intake.plan.heads import read_label, read_section

Row = tuple[Cell, ...]


def texts_of(row: Row) -> list[str]:
    """The row's texts, one a cell."""
    return [cell.text for cell in row]


def headers_in(table: Table) -> list[tuple[int, Header]]:
    """Every heading row of a table with its index; a repeated heading counts again."""
    texts = [texts_of(row) for row in table.rows]
    covered = [[cell.merged_from is not None for cell in row] for row in table.rows]
    found: list[tuple[int, Header]] = []
    at = 0
    while at < len(texts):
        header = read_header(texts, at, covered)
        if header:
            found.append((at, header))
            at += header.depth
        else:
            at += 1
    return found


def banner(row: Row) -> str | None:
    """The words of a row that holds one text across the table (a section or item title inside it), or None."""
    filled = [cell for cell in row if cell.text.strip()]
    if len(filled) != 1 or len(row) < 3:
        return None
    at = row.index(filled[0])
    covers = sum(1 for cell in row if cell.merged_from == (filled[0].place.row, filled[0].place.column) or cell.merged_from)
    first = all(not cell.text.strip() for cell in row[:at]) and at <= 1
    return squeeze(filled[0].text) if first and (covers >= len(row) // 2 or at == 0) else None


class RuledReader:
    """Feeds one table after another; a table without headings goes on with those of the table before when it fits."""

    def __init__(self, builder: Builder, *, soft: bool) -> None:
        self.builder, self.soft = builder, soft
        self.header: Header | None = None
        self.width = 0

    def feed(self, table: Table) -> bool:
        """Read a table if it is a plan table (or continues one); whether it was."""
        headers = dict(headers_in(table))
        if not headers and not (self.header and len(table.rows[0]) == self.width and self.soft):
            return False
        self._rows(table, headers)
        return True

    def _rows(self, table: Table, headers: dict[int, Header]) -> None:
        at, first = 0, bool(self.header and self.soft)
        before: list[Row] = []
        while at < len(table.rows):
            header = headers.get(at)
            if header:
                again = self.header is not None and [fold(t) for t in header.texts] == [fold(t) for t in self.header.texts]
                self._above(before, again)
                before = []
                self.header, self.width = header, len(table.rows[at])
                first = first and again
                at += header.depth
                continue
            if self.header is None or (self.width != len(table.rows[at])):
                before.append(table.rows[at])
            else:
                self._row(table.rows[at], cut=first, upcoming=headers, at=at)
                first = False
            at += 1

    def _above(self, rows: Sequence[Row], again: bool) -> None:
        """Rows above a heading: the item's own head, or a section's title."""
        if again:
            return
        for row in rows:
            self._heading_row(row)

    def _heading_row(self, row: Row) -> bool:
        filled = [cell for cell in row if cell.text.strip()]
        if not filled:
            return True
        text = squeeze(filled[0].text)
        label = read_label(text)
        rest = squeeze(" ".join(cell.text for cell in filled[1:]))
        place = filled[0].place.saying(squeeze(" | ".join(cell.text for cell in filled)))
        if label and (label.text or rest) and len(filled) <= 3:
            words = squeeze(f"{label.text} {rest}")
            timescale = re.search(r"\btimescale:?\s*(.+)$", words, re.I)
            self.builder.begin_item(
                label,
                words[: timescale.start()].strip() if timescale else words,
                place,
                timescale=timescale.group(1) if timescale else "",
                soft=self.soft,
            )
            return True
        named = _labelled(filled)
        if named and self.builder.item and not self.builder.item.actions:
            return self._facts(named, filled)
        if len(filled) == 1:
            self.title(text, filled[0])
            return True
        return False

    def _facts(self, named: str, filled: Sequence[Cell]) -> bool:
        assert self.builder.item is not None
        words = squeeze(" ".join(cell.text for cell in filled[1:]))
        if named == "timescale":
            self.builder.item.timescale = words
        elif named == "outcome":
            from goldthread.intake.plan.drafts import Piece

            self.builder.item.outcomes.extend(Piece(cell.text, cell, True) for cell in filled[1:])
        else:
            self.builder.item.notes.append(squeeze(f"{filled[0].text} {words}"))
        return True

    def title(self, text: str, cell: Cell) -> None:
        """A title inside or above the table: a section where the rows name their own items, else an item."""
        label = read_label(text)
        if label and label.text:
            self.builder.begin_item(label, label.text, cell.place.saying(text), soft=self.soft)
        elif self.header is None or self.header.column(Role.ITEM) is not None or _is_section(text):
            self.builder.begin_section(read_section(text))
        else:
            number, bare = take_number(text)
            self.builder.begin_item(None, bare, cell.place.saying(text), soft=self.soft, number=number)

    def _row(self, row: Row, *, cut: bool, upcoming: dict[int, Header], at: int) -> None:
        assert self.header is not None
        if all(not cell.text.strip() and not cell.fill for cell in row):
            return
        whole = banner(row)
        if whole is not None and not (cut and whole[:1].islower()):
            cell = next(cell for cell in row if cell.text.strip())
            if self._stands_alone(row, cell, upcoming, at):
                self.title(whole, cell)
                return
        elif read_label(squeeze(row[0].text)) and self._before_header(upcoming, at) and self._heading_row(row):
            return
        roles = self.header.roles
        values = [
            (role, replace(cell, text=_with_heading(cell, self.header, i)))
            for i, (role, cell) in enumerate(zip(roles, row, strict=True))
            if role and role is not Role.OTHER
        ]
        self.builder.row(values, row[0].place, soft=self.soft, cut=cut)

    def _stands_alone(self, row: Row, cell: Cell, upcoming: dict[int, Header], at: int) -> bool:
        """A lone text is a title unless it is the number or item cell of a row whose other cells are simply empty."""
        assert self.header is not None
        spans = any(other.merged_from for other in row)
        role = self.header.roles[row.index(cell)]
        return spans or (role not in {Role.ACTION, Role.OUTCOME} and not re.fullmatch(r"[\d. ]+", cell.text) and role is not None)

    def _before_header(self, upcoming: dict[int, Header], at: int) -> bool:
        return any(at < where <= at + 6 for where in upcoming)


def _labelled(filled: Sequence[Cell]) -> str | None:
    if len(filled) < 2:
        return None
    text = fold(filled[0].text).strip(" :")
    if re.match(r"time ?(scale|frame|limit)", text):
        return "timescale"
    if role_of(text) is Role.OUTCOME:
        return "outcome"
    return "note" if re.match(r"nb|notes?|link|cross", text) else None


def _is_section(text: str) -> bool:
    return bool(re.match(r"(section|theme|workstream|work stream|strand|pillar|part|priority area)\b", text, re.I))


def _with_heading(cell: Cell, header: Header, column: int) -> str:
    """Where several columns share a role (quarters of progress), a cell's words say which column they stood in."""
    role = header.roles[column]
    if role is Role.PROGRESS and header.roles.count(role) > 1 and cell.text.strip():
        return f"{squeeze(header.texts[column])}: {cell.text}"
    return cell.text
