"""Plan tables in text whose cell borders are gone: lines of print split into columns, cut by pages, damaged.

The heading row of each piece tells its columns; a piece without one is aligned by what its columns hold. A row is one
printed line or one whole row of the table; the builder is told that it may be either.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldthread.common.places import Place
from goldthread.common.text import LOST, fold, squeeze
from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.alignment import align
from goldthread.intake.plan.builder import Builder, ended
from goldthread.intake.plan.columns import Header, Role, plain_heading, read_header, role_of
from goldthread.intake.plan.damage import (
    Vocabulary,
    better_reading,
    is_edge,
    is_line_again,
    is_printed_twice,
    is_scrap,
    is_second_reading,
    join_pieces,
    mark_foreign,
    trail,
    without_edge,
)
from goldthread.intake.plan.heads import Label, continues_label, kind_of, label_within, starts_label

Row = tuple[Cell, ...]
_PARTS = re.compile(
    r"(?:^|\s)(?:(?P<number>\d{1,2})[.)])?\s*(?P<source>(?:Ofsted|CQC)(?:\s*/\s*(?:Ofsted"
    r"|CQC))?)?\s*(?:inspect(?:ion|ors’?)\s+)?(?P<kind>recommendation|area for(?: development| improvement)?|.?evelopment)",
    re.I,
)
_TIMESCALE = re.compile(r"\w{0,2}mescale:?\s*(?P<when>.+)$", re.I | re.S)


def clean(row: Row) -> Row:
    """A row without page-edge scraps, foreign letters marked as lost but in headings, which are known with them (“Ву when”)."""
    cells = []
    for i, cell in enumerate(row):
        text = "" if i == 0 and is_edge(cell.text) else without_edge(cell.text.strip()) if i == 0 else cell.text.strip()
        text = trail(text if role_of(text) else mark_foreign(text))
        cells.append(replace(cell, text=text if re.search(r"\w|\[", text) else ""))
    return tuple(cells)


def clean_rows(rows: Sequence[Row], known: Vocabulary) -> list[Row]:
    """The rows of a piece without scraps, and with lines that were read twice made one."""
    kept: list[Row] = []
    for row in (clean(row) for row in rows):
        if is_scrap([cell.text for cell in row]):
            continue
        if kept and is_printed_twice([c.text for c in kept[-1]], [c.text for c in row]):
            kept[-1] = _either(kept[-1], row, known)
        else:
            above, row = _without_second_reading(kept[-1], row, known) if kept else ((), row)
            if kept:
                kept[-1] = above
            kept.append(row)
    return kept


def _without_second_reading(above: Row, row: Row, known: Vocabulary) -> tuple[Row, Row]:
    """Two rows without the worse of two readings of one printed line; of equal ones the later stays, read on a page of its own."""
    first, second = list(above), list(row)
    for at, (over, cell) in enumerate(zip(above, row, strict=False)):
        if is_line_again(over.text, cell.text):
            second[at] = replace(cell, text="")
        elif is_second_reading(over.text, cell.text):
            worse = second if better_reading(over.text, cell.text, known) == over.text else first
            worse[at] = replace(worse[at], text="")
    return tuple(first), tuple(second)


def _either(first: Row, second: Row, known: Vocabulary) -> Row:
    pairs = zip(first, second, strict=False)
    return tuple(a if better_reading(a.text, b.text, known) == a.text else b for a, b in pairs)


_SURE = 4
_LONGEST_STRAY = 25
"""Words: so many in a row are a finding's and not chance; longer stretches are not looked for."""


@dataclass(slots=True)
class Head:
    """An item's head while its printed lines are gathered."""

    label: str
    lines: list[str]
    place: Place


class UnruledReader:
    """Feeds pieces of unruled tables to the builder, one after another."""

    def __init__(self, builder: Builder, known: Vocabulary, findings: Sequence[str] = ()) -> None:
        self.builder, self.known, self.findings = builder, known, " | ".join(fold(finding) for finding in findings)
        self.strays: Row = ()
        self.header: Header | None = None
        self.head: Head | None = None
        self.between = False

    def section_began(self) -> None:
        """A section's title stood here: what follows is title until an item's head or a heading row."""
        self._end_head(None)
        self.between = True

    def feed(self, table: Table) -> bool:
        """Read one piece; whether it belongs to a plan."""
        rows = clean_rows(table.rows, self.known)
        texts = [[cell.text for cell in row] for row in rows]
        if self.header is None and not any(read_header(texts, i) for i in range(len(texts))):
            return False
        self._piece(rows, texts)
        return True

    def _piece(self, rows: list[Row], texts: list[list[str]]) -> None:
        at = 0
        mapping: tuple[Role | None, ...] | None = None
        while at < len(rows):
            header = read_header(texts, at)
            if header:
                self._rest_of_label(rows[at][0])
                self._end_head(header)
                self.header, self.between, mapping = header, False, header.roles
                at += header.depth
                continue
            row = self._inner_label(rows[at], mapping)
            if at + 1 < len(rows) and not (self.head or starts_label(row[0].text)) and starts_label(rows[at + 1][0].text):
                row = self._without_findings(row)
            if self.head and at + 1 < len(rows) and plain_heading(row[0].text) == "required" and read_header(texts, at + 1):
                row = (replace(row[0], text=""), *row[1:])
            if self._in_head(row):
                mapping = None
            elif self.header and not self.between:
                if mapping is None or len(mapping) < len(row):
                    mapping = self._align(rows[at:], texts[at:])
                self._data(row, mapping)
            at += 1

    def _rest_of_label(self, cell: Cell) -> None:
        """A heading row's first cell may hold the end of the label above it (“Timescale: Immediate Required Outcome”)."""
        found = re.match(r"(?P<rest>\W*\w{0,6}scale:?.{3,60}?)\s+(?:required|desired|intended|expected)?\s*outcomes?\b", cell.text, re.I)
        if self.head and found:
            self.head.label = squeeze(f"{self.head.label} {found['rest']}")

    def _in_head(self, row: Row) -> bool:
        first, rest = row[0].text, row[1:]
        if starts_label(first) and not (self.head and self.head.lines == [] and continues_label(first)):
            if self.head and continues_label(first) and not re.match(r"\s*\d", first):
                self._more_head(row)
                return True
            self._end_head(None)
            self.between = False
            self.head = Head(first, [], row[0].place)
            strays, self.strays = self.strays, ()
            if strays:
                self._more_head(strays)
            self._more_head((replace(row[0], text=""), *rest))
            return True
        if self.head and self._head_goes_on(row):
            self._more_head(row)
            return True
        return False

    def _head_goes_on(self, row: Row) -> bool:
        filled = [cell.text for cell in row[1:] if cell.text]
        return continues_label(row[0].text) or not filled or not row[0].text

    def _more_head(self, row: Row) -> None:
        assert self.head is not None
        self.head.label = squeeze(f"{self.head.label} {row[0].text}")
        line = self._across([cell.text for cell in row[1:]])
        if line:
            self.head.lines.append(line)

    def _across(self, texts: Sequence[str]) -> str:
        """One printed line whose cells were cut by the columns below it; an empty cell in between lost its words."""
        line, gap = "", False
        for text in texts:
            if text and role_of(text) is Role.RATING:
                self.builder.rated = True
                continue
            if not text or re.fullmatch(r"[b-hj-z]", text):
                gap = gap or not text
                continue
            line = f"{line}{LOST}{text}" if gap else join_pieces(line, text, self.known)
            gap = False
        return line

    def _end_head(self, header: Header | None) -> None:
        """The head is complete: begin its item. A heading's own words that ran into it are taken off its end."""
        if self.head is None:
            return
        head, self.head = self.head, None
        lines = [_without_heading_words(line, header, self.header) for line in head.lines]
        whole = squeeze(" ".join(line for line in lines if line))
        text, notes = _split_notes(whole)
        timescale = _TIMESCALE.search(head.label)
        item = self.builder.begin_item(
            self._label(head.label),
            text,
            head.place.saying(squeeze(f"{head.label} {whole}")),
            timescale=timescale.group("when") if timescale else "",
            soft=True,
        )
        item.notes.extend(notes)
        item.damaged = not text or LOST in text or text[:1].islower()

    def _label(self, words: str) -> Label:
        match = _PARTS.search(words)
        number, source = (match.group("number"), match.group("source")) if match else (None, None)
        kind = kind_of(words) if kind_of(words) != "action_group" else self.builder.section_kind
        printed = re.sub(r"\s*/\s*", "/", squeeze(source)) if source else "additional area" if kind == "area_for_development" else None
        return Label(number, printed, kind, "")

    def _inner_label(self, row: Row, mapping: tuple[Role | None, ...] | None) -> Row:
        """A row that swallowed the next item's label gives it back: the label opens a head after the row is read."""
        found = label_within(row[0].text) if row[0].text else None
        if not found or self.header is None:
            return row
        own, label = found
        kept, strays = self._part_strays(replace(row[0], text=own), row[1:])
        self._data(kept, mapping or self._align([kept], [[cell.text for cell in kept]]))
        return (replace(row[0], text=label), *strays)

    def _without_findings(self, row: Row) -> Row:
        """The row before an item's head, without the ends of its cells that are words of the report's own finding."""
        parted = [self._finding_stray(cell.text) for cell in row]
        if not any(len(stray.split()) >= _SURE for _, stray in parted):
            return row
        self.strays = tuple(replace(cell, text=stray) for cell, (_, stray) in zip(row, parted, strict=True))
        return tuple(replace(cell, text=own) for cell, (own, _) in zip(row, parted, strict=True))

    def _finding_stray(self, text: str) -> tuple[str, str]:
        tokens = text.split()
        for start in range(max(0, len(tokens) - _LONGEST_STRAY), len(tokens) - 2):
            stray = " ".join(tokens[start:])
            if fold(stray) in self.findings:
                return " ".join(tokens[:start]), stray
        return text, ""

    def _part_strays(self, first: Cell, rest: Sequence[Cell]) -> tuple[Row, Row]:
        kept, strays = [first], []
        for cell in rest:
            own, stray = split_stray(cell.text)
            kept.append(replace(cell, text=own))
            strays.append(replace(cell, text=stray))
        return tuple(kept), tuple(strays)

    def _align(self, rows: Sequence[Row], texts: Sequence[Sequence[str]]) -> tuple[Role | None, ...]:
        """The columns of a piece without headings, from its rows down to the next head or heading."""
        assert self.header is not None
        until = next((i for i, row in enumerate(rows) if i and (starts_label(row[0].text) or read_header(texts, i))), len(rows))
        width = max(len(row) for row in rows[:until])
        columns = [[row[i].text for row in rows[:until] if i < len(row) and row[i].text] for i in range(width)]
        action = self.builder.action
        unfinished = {role: bool(action.text(role)) and not ended(action.text(role)) for role in Role} if action else {}
        if action and action.wrapped:
            unfinished[Role.ACTION] = False
        return align(columns, self.header.order(), unfinished)

    def _data(self, row: Row, mapping: tuple[Role | None, ...]) -> None:
        values = [
            (Role.NUMBER if role is Role.OUTCOME and re.fullmatch(r"\d{1,2}[.)]", cell.text) else role, cell)
            for role, cell in zip(mapping, row, strict=False)
            if role
        ]
        if any(cell.text for _, cell in values):
            self.builder.row(values, row[0].place, soft=True, broken=True)

    def finish(self) -> None:
        """No more pieces."""
        self._end_head(None)


def split_stray(text: str) -> tuple[str, str]:
    """A cell's own words, and the fragment of the next item's head that ran in behind them (small letter after an end)."""
    match = re.match(r"^(?P<own>.*?(?:[.;:)]|\b(?:19|20)\d\d))\s+(?P<stray>(?:[a-z]|I\b)[^.]*)$", text, re.S)
    match = match or re.match(r"^(?P<own>.*[a-z])\s+(?P<stray>[b-hj-z]\s+[a-z][^.]*)$", text, re.S)
    if match:
        return match.group("own"), re.sub(r"^I\s+(?=[a-z])", "", match.group("stray"))
    sentences = re.split(r"(?<=[.])\s+(?=\S)", text)
    if len(sentences) > 1 and not ended(sentences[-1]):
        return " ".join(sentences[:-1]), sentences[-1]
    return text, ""


def _without_heading_words(line: str, *headers: Header | None) -> str:
    """A line without the heading row's words that ran in at its end (“… forum. Actions Lead By Evidence of progress”)."""
    texts = " ".join(" ".join(header.texts) for header in headers if header)
    if not texts:
        return line
    heading = set(plain_heading(texts).split()) | {"required", "by"}
    tokens = line.split()
    keep = len(tokens)
    while keep and plain_heading(tokens[keep - 1]) in heading:
        keep -= 1
    return " ".join(tokens[:keep]) if len(tokens) - keep >= 3 else line


def _split_notes(text: str) -> tuple[str, list[str]]:
    before, mark, after = text.partition(" NB:")
    if not mark and text.startswith("NB:"):
        before, mark, after = "", "NB:", text[3:]
    return before.strip(), [f"NB: {after.strip()}"] if mark else []
