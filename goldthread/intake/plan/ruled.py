"""Plan tables with certain cells (Word, workbooks, web pages, ruled PDFs): rows to the builder."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from goldthread.common.places import Place
from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.bands import Row, covered_across, fact_in, is_band, is_empty_fact, is_key_row, is_update, parts_of, spans_all
from goldthread.intake.plan.builder import Builder, take_number
from goldthread.intake.plan.by_contents import asks_for_columns, heads_columns, settled, with_openings, without_heading
from goldthread.intake.plan.columns import Header, Role, is_sentence
from goldthread.intake.plan.doubts import Doubts
from goldthread.intake.plan.drafts import DraftItem, Piece
from goldthread.intake.plan.headings_of import headers_in
from goldthread.intake.plan.heads import Label, kind_of, read_label, read_section
from goldthread.intake.plan.labelled import Told, flat, is_line_fact, is_note, read_cell, tell_fact, tell_label, tell_line
from goldthread.intake.plan.lone_rows import heads_item
from goldthread.intake.plan.rating_words import is_rating_text
from goldthread.intake.plan.row_values import values_of

_NAME = 2
"""Words: so many with a full stop may still be a name (“Early help.”)."""


def texts_of(row: Row) -> list[str]:
    """The row's texts, one a cell."""
    return [cell.text for cell in row]


class RuledReader:
    """Feeds one table after another; a table without headings goes on with those of the table before when it fits."""

    def __init__(self, builder: Builder, doubts: Doubts, *, soft: bool, title: str | None = None) -> None:
        self.builder, self.doubts, self.soft, self.document_title = builder, doubts, soft, title
        self.header: Header | None = None
        self.width = 0
        self.bands: list[str] = []
        self.keys: list[Row] = []
        self.updated = False

    def headers(self, table: Table, *, adjacent: bool) -> dict[int, Header] | None:
        """The heading rows of a plan table by their index, none for one that goes on; None for a table of another kind.

        adjacent: no heading stands between this table and the plan table before it.
        """
        found = headers_in(table)
        if found:
            ends = [at for at, _ in found[1:]] + [len(table.rows)]
            headers = {
                at: settled(header, columns_of(table.rows[at + header.depth : end], len(header.roles)))
                for (at, header), end in zip(found, ends, strict=True)
            }
            kept = {at: header for at, header in headers.items() if tells_who_or_when(header)}
            return kept or None
        if self.header and table.rows and len(table.rows[0]) == self.width and (adjacent or (self.soft and not _is_headed(table))):
            return {}
        guessed = _guessed(table)
        if guessed is None:
            return None
        self.doubts.say(
            f"table {table.place.table or ''}".strip(),
            "a table of actions without headings",
            "a heading over each column",
            "Check what was read from it; the columns were told by what they hold.",
        )
        return {0: guessed}

    def names_items(self, table: Table, headers: Mapping[int, Header]) -> bool:
        """Whether the table's own rows say where its items begin: a column for them, bands, or a head above the heading."""
        if any(header.column(Role.ITEM) is not None for header in headers.values()):
            return True
        heading_rows = {at + step for at, header in headers.items() for step in range(header.depth)}
        first, own = min(headers, default=0), next(iter(headers.values()), self.header)
        for at, (row, following) in enumerate(zip_longest(table.rows, table.rows[1:])):
            if at not in heading_rows and heads_item(row, following, own):
                return True
            if at in heading_rows or not is_band(row) or fact_in(row) or is_empty_fact(row) or is_note(parts_of(row)[0].text):
                continue
            if at > first and is_update(row):
                continue
            if (at < first and not self._names_document(parts_of(row)[0].text)) or self._titled(row, headers):
                return True
        return False

    def _titled(self, row: Row, headers: Mapping[int, Header]) -> bool:
        """Whether a band's words are a title: it spans the table, or they stand in no column that a lone value may fill."""
        cell = parts_of(row)[0]
        if self._names_document(cell.text):
            return False
        header = next(iter(headers.values()), self.header)
        if covered_across(row) or header is None:
            return True
        role = header.roles[row.index(cell)] if row.index(cell) < len(header.roles) else None
        return role not in {Role.ACTION, Role.OUTCOME, Role.PROGRESS, Role.MEASURE, Role.LEAD} and not re.fullmatch(r"[\d. ]+", cell.text)

    def feed(self, table: Table, headers: dict[int, Header]) -> None:
        """Read a plan table. headers: as ``headers`` gave them."""
        self.updated = False
        at, first = 0, bool(self.header and self.soft)
        before: list[Row] = []
        while at < len(table.rows):
            row, header = table.rows[at], headers.get(at)
            if header and header is not self.header:
                first = self._above(before) and first and self._same(header)
                before = []
                self._take(header, len(row))
                at += header.depth
                continue
            if self.header is None or self.width != len(row) or self._heads_next(table.rows, at, headers):
                before.append(row)
            else:
                self._row(row, table.rows[at + 1] if at + 1 < len(table.rows) else None, cut=first)
                first = False
            at += 1
        for row in before:
            if parts_of(row) and not (is_band(row) and self._band(row)):
                self._unused(row)

    def _same(self, header: Header) -> bool:
        return self.header is not None and [fold(text) for text in header.texts] == [fold(text) for text in self.header.texts]

    def _take(self, header: Header, width: int) -> None:
        if not self._same(header):
            self._doubt(header)
        self.header, self.width = header, width
        self.builder.rated = self.builder.rated or Role.RATING in header.roles
        column = header.column(Role.ITEM)
        if column is not None and (kind := kind_of(header.texts[column])) != "action_group":
            self.builder.section_kind = kind

    def _doubt(self, header: Header) -> None:
        for role, text in zip(header.roles, header.texts, strict=True):
            if role is None and re.search(r"\w", text):
                self.doubts.say(
                    "columns",
                    f"a column headed “{squeeze(text)}”",
                    "a heading that says action, lead, by when, outcome, progress…",
                    "Say what the column holds; it was left out.",
                )
            elif role is Role.OTHER:
                self.doubts.say(
                    "columns",
                    f"a column headed “{squeeze(text)}”",
                    "nothing: a plan's picture has no place for it",
                    "Nothing; the column was left out.",
                    "info",
                )

    def _heads_next(self, rows: Sequence[Row], at: int, headers: Mapping[int, Header]) -> bool:
        """Whether a row belongs to the head of the item whose heading row comes next (only bands and facts in between)."""
        following = next((where for where in range(at + 1, at + 7) if where in headers), None)
        return following is not None and all(is_band(row) or fact_in(row) for row in rows[at:following])

    def _above(self, rows: Sequence[Row]) -> bool:
        """Rows above a heading: the item's own head, or a section's title. Whether they only repeat what stood above the last one."""
        texts = [fold(" ".join(texts_of(row))) for row in rows]
        if texts and texts == self.bands:
            return True
        self.bands = texts or self.bands
        for row in rows:
            if not self._band(row):
                self._unused(row)
        return not texts

    def _unused(self, row: Row) -> None:
        self.doubts.say(
            f"table {row[0].place.table or ''} › rows".strip(),
            squeeze(" | ".join(texts_of(row)))[:120],
            "rows under the table's headings",
            "Look at these rows; nothing was made of them.",
        )

    def _band(self, row: Row) -> bool:
        """Take a row that is no action; whether it was one."""
        filled = parts_of(row)
        if is_key_row(row):
            self.keys.append(row)
            return True
        if not filled or is_empty_fact(row):
            return True
        item = self.builder.item
        if is_note(filled[0].text) and item and len(filled) == 1:
            item.notes.append(squeeze(filled[0].text))
            return True
        if len(filled) > 1 and item and not item.actions and all(is_line_fact(cell.text) for cell in filled):
            for cell in filled:
                tell_line(item, cell.text, cell.place)
            return True
        fact = fact_in(row)
        if fact and item and not item.actions:
            role, label, cells = fact
            tell_fact(item, role, label, cells)
            return True
        if len(filled) == 1 and item and not item.actions and tell_line(item, filled[0].text, filled[0].place):
            return True
        if len(filled) == 1 and item and self._explains(item, filled[0].text):
            item.notes.append(squeeze(filled[0].text))
            return True
        if len(filled) == 1:
            self.title(flat(filled[0].text, soft=self.soft), filled[0])
            self._rate(row)
            return True
        if len(filled) > 3:
            return False
        self._head(filled)
        self._rate(row)
        return True

    def _explains(self, item: DraftItem, text: str) -> bool:
        """Whether a sentence right below an item's labelled name (“Priority 2: Acting early”) says why, and names no other."""
        named = item.label is not None and bool(item.text) and not is_sentence(item.text) and not self.builder.needs_item()
        told = text.rstrip().endswith(".") and len(text.split()) > _NAME
        return named and not item.actions and told and read_label(text) is None and take_number(text)[0] is None

    def _head(self, filled: Sequence[Cell]) -> None:
        """An item's head in several cells: label and words, or words and label, and what else is said of it."""
        place = filled[0].place.saying(squeeze(" | ".join(cell.text for cell in filled)))
        first = read_cell(filled[0].text, soft=self.soft)
        labelled = first.label is not None and not first.text and len(filled) > 1
        if not first.label and len(filled) > 1 and re.fullmatch(r"[A-Z]{0,3}\d[\w.]{0,7}", filled[0].text.strip()):
            self._numbered_head(filled, place)
            return
        told, others = (read_cell(filled[1].text, soft=self.soft), filled[2:]) if labelled else (first, filled[1:])
        item = self._begin(told, place, label=first.label if labelled else None)
        item.timescale = first.timescale or told.timescale or item.timescale
        for cell in others:
            if not tell_label(item, squeeze(cell.text)):
                item.notes.append(squeeze(cell.text))

    def _begin(self, told: Told, place: Place, *, label: Label | None = None) -> DraftItem:
        """An item of a cell's words, which may open with a label and go on in the same line (“1. Recommendation: Improve…”)."""
        text = flat(told.text, soft=self.soft)
        within = read_label(text)
        if label is None and told.label is None and within and within.text:
            number, bare, label = within.number, within.text, within
        else:
            number, bare = take_number(text)
        item = self.builder.begin_item(label or told.label, bare, place, soft=self.soft, number=number)
        item.timescale = told.timescale or item.timescale
        item.notes += told.notes
        return item

    def _numbered_head(self, filled: Sequence[Cell], place: Place) -> None:
        """An item's head whose number has a cell of its own."""
        text = flat(filled[1].text, soft=self.soft)
        label = read_label(text)
        words = label.text if label and label.text else text
        item = self.builder.begin_item(label, words, place, soft=self.soft, number=filled[0].text.strip(" .)"))
        for cell in filled[2:]:
            if not tell_label(item, squeeze(cell.text)) and not is_rating_text(cell.text):
                item.notes.append(squeeze(cell.text))

    def _rate(self, row: Row) -> None:
        """A band that stands over the ratings' column may rate its item."""
        if self.header is None or self.builder.item is None or self.builder.item.actions or len(row) != len(self.header.roles):
            return
        for role, cell in zip(self.header.roles, row, strict=True):
            if (
                role in {Role.RATING, Role.IMPACT}
                and cell.merged_from is None
                and (cell.fill or is_rating_text(cell.text))
                and not spans_all(row)
            ):
                (self.builder.item.rating if role is Role.RATING else self.builder.item.impact).append(Piece(cell.text, cell, True))

    def _names_document(self, text: str) -> bool:
        """Whether a row above the headings is the document's own title, as the sheets of a workbook repeat it."""
        whole = squeeze(text)
        own = self.document_title is not None and fold(self.document_title) == fold(whole)
        return own or (len(whole) < 120 and bool(re.search(r"\b(?:improvement|action|delivery)\b.{0,40}\b(?:plan|tracker)\b", whole, re.I)))

    def title(self, text: str, cell: Cell) -> None:
        """A title inside or above the table: a section where the rows name their own items, else an item."""
        label = read_label(text)
        if not label and self._names_document(text):
            return
        if label and label.text:
            self._begin(read_cell(cell.text, soft=self.soft), cell.place.saying(text))
        elif self.header is None or self.header.column(Role.ITEM) is not None or _is_section(text):
            self.builder.begin_section(read_section(text))
        else:
            number, bare = take_number(text)
            self.builder.begin_item(label, bare, cell.place.saying(text), soft=self.soft, number=number)

    def _row(self, row: Row, following: Row | None, *, cut: bool) -> None:
        assert self.header is not None
        filled = parts_of(row)
        if all(not cell.text.strip() and not cell.fill for cell in row) or (len(filled) <= 2 and _is_total(filled)):
            return
        if is_key_row(row):
            self.keys.append(row)
            return
        if self.told_more(row):
            self.updated = True
            return
        if len(filled) > 3 and heads_item(row, following, self.header):
            told = [cell for role, cell in zip(self.header.roles, row, strict=True) if role not in {None, Role.OTHER} and cell.text.strip()]
            self._numbered_head(told, row[0].place.saying(squeeze(" | ".join(texts_of(row)))))
            return
        if self._is_head(row, following, cut) and self._band(row):
            return
        self.builder.row(values_of(row, self.header), row[0].place, soft=self.soft, cut=cut)

    def told_more(self, row: Row) -> bool:
        """Give the last action what a row across the table, or a line below it, tells of how far it is; whether one did."""
        role, action = is_update(row), self.builder.action
        if role is None or action is None:
            return False
        told = parts_of(row)[0]
        action.add(role, Piece(told.text, told, True))
        return True

    def _is_head(self, row: Row, following: Row | None, cut: bool) -> bool:
        """Whether a row below the headings is no action but a title, a fact about the item or a note."""
        assert self.header is not None
        item = self.builder.item
        if fact_in(row) and item and not item.actions:
            return True
        if heads_item(row, following, self.header):
            return True
        told = item is not None and not item.actions and len(parts_of(row)) == 1 and is_line_fact(parts_of(row)[0].text)
        return is_band(row) and (told or self._stands_alone(row)) and not self._resumes(row, cut)

    def _resumes(self, row: Row, cut: bool) -> bool:
        return cut and parts_of(row)[0].text.strip()[:1].islower()

    def _stands_alone(self, row: Row) -> bool:
        """A lone text is a title unless it is a value of a row whose other cells are simply empty."""
        assert self.header is not None
        return spans_all(row) or (self._titled(row, {0: self.header}))


def rows_come_first(table: Table, headers: Mapping[int, Header]) -> bool:
    """Whether actions stand straight under the heading, before any band: they belong to the item named above the table."""
    if not headers or any(header.column(Role.ITEM) is not None for header in headers.values()):
        return False
    at = min(headers)
    below = table.rows[at + headers[at].depth :]
    return not any(is_band(row) for row in table.rows[:at]) and bool(below) and len(parts_of(below[0])) > 1 and not is_band(below[0])


def _is_headed(table: Table) -> bool:
    """Whether a table whose headings are unknown has some: then it is no rest of the one before."""
    return heads_columns(table.rows[0], columns_of(table.rows[1:], len(table.rows[0]))) and len(parts_of(table.rows[0])) == len(
        table.rows[0]
    )


def _guessed(table: Table) -> Header | None:
    """A heading told by contents alone, with the words of the first row where that stands over the columns."""
    width = len(table.rows[0]) if table.rows else 0
    below = columns_of(table.rows[1:], width)
    headed = bool(width) and (heads_columns(table.rows[0], below) or asks_for_columns(table.rows[0], below))
    if headed and (header := without_heading(below)):
        texts = tuple(squeeze(cell.text) for cell in table.rows[0])
        return Header(with_openings(header.roles, texts), texts, 1)
    return without_heading(columns_of(table.rows, width))


def columns_of(rows: Sequence[Row], width: int) -> list[list[Cell]]:
    """The cells below a heading, column by column, without rows that run across the table."""
    kept = [row for row in rows if not is_band(row)]
    return [list(column) for column in zip(*kept, strict=True)] if kept else [[] for _ in range(width)]


def tells_who_or_when(header: Header) -> bool:
    """Whether the columns say what is done or reached and something of its doing: one that only names bodies is no plan."""
    roles = set(header.order())
    told = roles & {Role.LEAD, Role.BY_WHEN, Role.PROGRESS, Role.RATING, Role.ACCOUNTABLE, Role.EVIDENCE, Role.MEASURE}
    return bool(told) if Role.ACTION in roles else len(told) >= 2


def _is_total(filled: Sequence[Cell]) -> bool:
    return bool(filled) and bool(re.match(r"(?:sub-?\s?|grand )?totals?\b", filled[0].text.strip(), re.IGNORECASE))


def _is_section(text: str) -> bool:
    return bool(re.match(r"(section|theme|workstream|work stream|strand|pillar|part|priority area)\b", text, re.I))
