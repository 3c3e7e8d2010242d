"""From the top of a document to its end: which blocks are plan, and under which headings its tables stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from goldthread.common.text import squeeze
from goldthread.intake.document import Block, Cell, Document, Line, Table
from goldthread.intake.plan.builder import Builder
from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.context import Headings
from goldthread.intake.plan.damage import Vocabulary, vocabulary
from goldthread.intake.plan.doubts import Doubts
from goldthread.intake.plan.forms import forms_in
from goldthread.intake.plan.front import read_title
from goldthread.intake.plan.head_tables import begin_with, head_of_item, lone_heading
from goldthread.intake.plan.heads import continues_label, is_plan_section, read_section, starts_label
from goldthread.intake.plan.ordinary import ordinary
from goldthread.intake.plan.other_tables import Kind, kind_of_table
from goldthread.intake.plan.pillars import pillars_in
from goldthread.intake.plan.prose import ProseReader, names_over_entries, openers_in
from goldthread.intake.plan.ruled import RuledReader, rows_come_first
from goldthread.intake.plan.sheets import parted
from goldthread.intake.plan.unruled import UnruledReader


def texts_in(blocks: Sequence[Block]) -> list[str]:
    """Every text of the blocks, lines and cells alike."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            texts.append(block.text)
        else:
            texts += [cell.text for row in block.rows for cell in row if cell.text]
    return texts


def is_wrapped(document: Document) -> bool:
    """Whether newlines in cells are where print wrapped (a PDF, plain text) rather than where the writer ended a paragraph."""
    if document.file.lower().endswith((".pdf", ".txt")):
        return True
    breaks = goes_on = 0
    for block in document.blocks:
        if isinstance(block, Table):
            for following in (line for row in block.rows for cell in row for line in cell.text.split("\n")[1:]):
                breaks, goes_on = breaks + 1, goes_on + bool(re.match(r"\s*[a-z]{2}", following))
    return breaks > 20 and goes_on * 3 > breaks


def _as_row(line: Line) -> tuple[Cell, ...]:
    return (Cell(text=line.text, place=line.place),)


_CONTINUING = 0.1
"""Of a hundred rows of print, so many at most start small where each holds a whole row of the table."""


_SHORT = 40


def has_whole_rows(blocks: Sequence[Block]) -> bool:
    """Whether the document's unruled tables keep a row to a line: hardly any row begins in the middle of a sentence."""
    unruled = [block for block in blocks if isinstance(block, Table) and not block.ruled]
    firsts = [next((cell.text for cell in row if cell.text.strip()), "") for table in unruled for row in table.rows]
    told = [text for text in firsts if text.strip()]
    if any(starts_label(label) and len(rest) < _SHORT and continues_label(rest) for label, rest in pairwise(told)):
        return False  # an item's label runs over several lines of print
    return bool(told) and sum(1 for text in told if text.strip()[:1].islower()) < _CONTINUING * len(told)


@dataclass(slots=True)
class Walk:
    """Drives the readers of plan tables. spare: tables and lines that were no part of the plan's actions."""

    document: Document
    skip: range
    findings: Sequence[str] = ()
    doubts: Doubts = field(default_factory=Doubts)
    builder: Builder = field(default_factory=Builder)
    spare: list[Block] = field(default_factory=list)
    plan_tables: int = 0
    unruled_ahead: bool = False
    title: str | None = None
    own: list[Block] | None = None

    def run(self) -> "Walk":
        """Walk the whole document once."""
        blocks = self.blocks()
        self.unruled_ahead = any(isinstance(block, Table) and not block.ruled for block in blocks)
        soft = is_wrapped(self.document)
        known: Vocabulary = vocabulary(texts_in(blocks)) if any(isinstance(b, Table) and not b.ruled for b in blocks) else frozenset()
        self.title = read_title(self.own_pages()) or read_title(blocks)
        ruled = RuledReader(self.builder, self.doubts, soft=soft, title=self.title)
        unruled = UnruledReader(self.builder, known, self.findings)
        headings = Headings(self.builder, blocks, soft=soft, title=self.title)
        for at, block in enumerate(blocks):
            if isinstance(block, Line):
                if not (at and ruled.updated and isinstance(blocks[at - 1], Table) and ruled.told_more(_as_row(block))):
                    self._line(block, headings, unruled)
                continue
            lone = lone_heading(block)
            if lone:
                self._line(lone, headings, unruled)
            elif self._head(block, blocks[at + 1 : at + 4], headings, ruled):
                continue
            elif self.other(block) is None and self._table(block, headings, ruled, unruled):
                self.plan_tables += 1
            else:
                self.spare.append(block)
        unruled.finish()
        if ruled.keys:
            self.spare.append(Table(rows=tuple(ruled.keys[:1]), place=ruled.keys[0][0].place, title="Key"))
        if not self.plan_tables and not self._pillars(soft):
            self._prose(blocks, soft)
        return self

    def _pillars(self, soft: bool) -> bool:
        """No table of actions: the plan may stand on a page, in columns of lists; whether it did."""
        found = [entry for block in self.spare if isinstance(block, Table) for entry in pillars_in(block)]
        for entry in found if self.title else []:
            self.builder.row(entry, entry[1][1].place, soft=soft)
        return bool(found and self.title)

    def _prose(self, blocks: Sequence[Block], soft: bool) -> None:
        """No table of actions: the plan may be headings and labelled lines."""
        builder = Builder()
        lines = [block for block in blocks if isinstance(block, Line)]
        openers = openers_in(lines)
        headings = Headings(builder, blocks, soft=soft, title=self.title)
        headings.styles.above_tables |= {id(line) for line, after in pairwise(lines) if id(after) in openers and id(line) not in openers}
        headings.styles.alone |= {id(line) for line in names_over_entries(lines)}
        reader = ProseReader(builder, headings, soft, openers=openers)
        for line in lines:
            reader.line(line)
        reader.finish()
        if reader.actions > 1:
            self.builder = builder

    def blocks(self) -> list[Block]:
        """The blocks that no inspection report takes; tables of text that keep one row a line as tables with certain cells."""
        if self.own is None:
            self.own = ordinary(self._certain(parted([block for i, block in enumerate(self.document.blocks) if i not in self.skip])))
        return self.own

    def _certain(self, blocks: list[Block]) -> list[Block]:
        if not has_whole_rows(blocks):
            return blocks
        self.builder.blanks_repeat = True
        return [replace(block, ruled=True) if isinstance(block, Table) else block for block in blocks]

    def own_spare(self) -> Sequence[Block]:
        """The blocks of the plan's own pages that are no actions."""
        own = {id(block) for block in self.own_pages()}
        return [block for block in self.spare if id(block) in own]

    def own_pages(self) -> Sequence[Block]:
        """The blocks after an inspection report in the same file, where its plan usually stands; all where there is none."""
        after = self.document.blocks[self.skip.stop :] if self.skip else ()
        return after if any(isinstance(block, Table) for block in after) else self.blocks()

    def _head(self, table: Table, following: Sequence[Block], headings: Headings, ruled: RuledReader) -> bool:
        """A small table that says what the plan table after it is about (“Recommendation | …”, “Outcome | …”); whether it was one."""
        facts = head_of_item(table)
        if not facts or not any(isinstance(block, Table) and block.ruled and ruled.headers(block, adjacent=False) for block in following):
            return False
        headings.table(names_items=True)
        begin_with(self.builder, facts, soft=ruled.soft)
        return True

    def other(self, table: Table) -> Kind | None:
        """The kind of a table that is no plan table; the last line above it may say."""
        above = self.spare[-1] if self.spare else None
        return kind_of_table(table, above.text if isinstance(above, Line) and len(above.text) < 120 else "")

    def _table(self, table: Table, headings: Headings, ruled: RuledReader, unruled: UnruledReader) -> bool:
        """Read a table if it is part of a plan; whether it was."""
        if not table.ruled:
            return unruled.feed(table)
        forms = forms_in(table)
        if forms:
            for form in forms:
                headings.table(names_items=any(role is Role.ITEM for role, _ in form))
                self.builder.row(form, form[0][1].place, soft=ruled.soft)
            return True
        headers = ruled.headers(table, adjacent=not headings.fresh)
        if headers is None:
            return False
        own = ruled.names_items(table, headers) and not (headings.names_item() and rows_come_first(table, headers))
        if not headings.table(names_items=own) and table.title and not own and not re.fullmatch(r"(?:table|sheet) ?\d*", table.title, re.I):
            self.builder.heading = (table.title, table.place.saying(table.title))
        ruled.feed(table, headers)
        return True

    def _line(self, line: Line, headings: Headings, unruled: UnruledReader) -> None:
        self.spare.append(line)
        headings.line(line)
        if self.unruled_ahead and is_plan_section(line.text):
            self.builder.begin_section(read_section(squeeze(line.text)))
            unruled.section_began()
