"""The headings that stand above a plan table outside it: which name a section, which an item, which are neither."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Block, Line, Table
from goldthread.intake.plan.builder import Builder, ended, take_number
from goldthread.intake.plan.heads import Label, is_bare_name, is_plan_section, read_label, read_section
from goldthread.intake.plan.labelled import is_line_fact, is_note, read_cell, read_facts

_ELSEWHERE = re.compile(
    r"(?:rating |status |rag )?key\b|legend|glossary|acronym|abbreviation|contents|version|document control|monitoring"
    r"|governance|at a glance"
    r"|introduction|background|context|summary|foreword|purpose|membership|distribution|appendi|signed|approv|how to read",
    re.IGNORECASE,
)

_GENERAL = re.compile(
    r"(?:(?:our|key|the|planned|agreed|detailed) )?(?:actions?(?: (?:plan|table|tracker|log|points?))?|what (?:we|will we) (?:will )?do"
    r"|how we will (?:do it|get there)|milestones?|progress|activit(?:y|ies)|next steps|delivery plan)",
    re.IGNORECASE,
)
"""A heading that only says that actions follow: the one above it names the item."""


@dataclass(slots=True)
class Heading:
    """A heading with its rank (1 is the highest) and the plain lines that stand under it."""

    text: str
    rank: float
    first: Line
    under: list[Line] = field(default_factory=list)


def _begins_actions(block: Block) -> bool:
    """Whether actions stand here: a table, or a line labelled so."""
    return isinstance(block, Table) or bool(re.match(r"(?:key )?actions?(?: \d[\d.]*)?\s*:", block.text, re.IGNORECASE))


def _names_table(line: Line, after: Block) -> bool:
    """Whether a short line set apart straight above a table, in text without any styles, is its heading."""
    told = isinstance(after, Table) and line.gap and 8 <= len(line.text) < 100 and not line.bullet
    return told and not re.search(r"[.;,:]$|\d{4}|\b(?:council|updated?|version|plan|author|owner)\b", line.text, re.IGNORECASE)


class Styles:
    """Tells headings from running text by level, size and weight, as far as the format keeps them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        lines = [block for block in blocks if isinstance(block, Line)]
        weights: Counter[float] = Counter()
        for line in lines:
            if line.size is not None and not line.bold and line.level is None:
                weights[line.size] += len(line.text)
        self.body = weights.most_common(1)[0][0] if weights else None
        sizes = sorted(
            {line.size for line in lines if line.size is not None and self.body is not None and line.size >= self.body}, reverse=True
        )
        self.above_tables = {
            id(line)
            for at, line in enumerate(blocks)
            if isinstance(line, Line) and any(_begins_actions(after) for after in blocks[at + 1 : at + 4])
        }
        plain = not any(line.level or line.bold or line.size is not None for line in lines)
        self.alone = {id(line) for line, after in pairwise(blocks) if plain and isinstance(line, Line) and _names_table(line, after)}
        self.order = {size: place for place, size in enumerate(sizes, 1)}

    def rank(self, line: Line) -> float | None:
        """The rank of a heading, or None for running text. Levels are ranks; a size's rank is its place among the sizes."""
        if line.level is not None:
            return float(line.level)
        if line.bullet or len(line.text) > 400:
            return None
        if line.size is not None and self.body is not None:
            larger = line.size > self.body + 0.4
            if larger or (line.bold and self._may_head(line)):
                return self.order.get(line.size, 9) + (0 if line.bold or larger else 0.5)
            return self._by_words(line) if line.bold else None
        if line.bold and self._may_head(line):
            return 5.0
        return self._by_words(line)

    def _may_head(self, line: Line) -> bool:
        """Whether a bold line is short enough for a heading; one that stands over a table may be a finding in full."""
        longest = 300 if id(line) in self.above_tables else 150
        return len(line.text) < longest and not re.search(r"[,;]$", line.text)

    def _by_words(self, line: Line) -> float | None:
        if is_plan_section(line.text):
            return 5.0
        label = read_label(line.text)
        told = read_cell(line.text, soft=True)
        if told.label and not told.text and not told.label.number:
            return None  # who raised an item and by when, under its heading
        if label and len(line.text) < 400 and (label.text or label.number):
            return 6.0
        if id(line) in self.alone and not is_line_fact(line.text):
            return 7.0
        numbered = re.match(r"[A-Z]{0,3}\d{1,3}(?:\.\d{1,2}){0,2}[.):]?\s+[A-Z]", line.text)
        return 7.0 if numbered and id(line) in self.above_tables and len(line.text) < 250 else None


class Headings:
    """Gathers the lines since the last plan table and opens the section and item that they name."""

    def __init__(self, builder: Builder, blocks: Sequence[Block], *, soft: bool, title: str | None = None) -> None:
        self.builder, self.soft, self.title = builder, soft, title
        self.styles = Styles(blocks)
        self.stack: list[Heading] = []
        self.fresh: list[Heading] = []
        self.loose: list[Line] = []
        self.last: Line | None = None

    def line(self, line: Line) -> None:
        """Take the next line outside tables."""
        rank = self.styles.rank(line)
        if rank is not None and self._wraps(line, rank):
            self.stack[-1].text = squeeze(f"{self.stack[-1].text} {line.text}")
        elif rank is not None:
            self._push(Heading(squeeze(line.text), rank, line))
        elif self.fresh:
            self.fresh[-1].under.append(line)
        else:
            self.loose.append(line)
        self.last = line

    def _wraps(self, line: Line, rank: float) -> bool:
        """Whether a heading's line goes on with the one before it."""
        before = self.stack[-1] if self.stack else None
        if (
            not self.soft
            or before is None
            or before.rank != rank
            or before.under
            or line.gap
            or self.last is None
            or self.last.size != line.size
        ):
            return False
        return not ended(before.text) and (line.text[:1].islower() or len(self.last.text) > 60)

    def _push(self, heading: Heading) -> None:
        while self.stack and self.stack[-1].rank >= heading.rank:
            self.stack.pop()
        self.fresh = [one for one in self.fresh if one in self.stack]
        self.stack.append(heading)
        self.fresh.append(heading)

    def table(self, *, names_items: bool) -> bool:
        """A plan table begins: open what its headings name. names_items: its rows name their own items. Whether anything opened."""
        self._notes(self.loose)
        fresh = [one for one in self.fresh if not _ELSEWHERE.match(_bare(one.text)) and not self._is_title(one)]
        fresh = [one for one in fresh if not _GENERAL.fullmatch(one.text.strip(" :."))] or fresh
        self.fresh, self.loose = [], []
        if not fresh:
            return False
        if names_items:
            self.builder.begin_section(read_section(fresh[-1].text))
            return True
        self._item(fresh)
        return True

    def names_item(self) -> bool:
        """Whether the last heading since the plan table before is an item's, by its label (“Priority action 1: …”)."""
        label = read_label(self.fresh[-1].text) if self.fresh else None
        return bool(label and label.text)

    def _is_title(self, heading: Heading) -> bool:
        """The document's own title is no section: the first and only heading of its rank."""
        if self.title and (fold(self.title).startswith(fold(heading.text)) or is_bare_name(heading.text)):
            return True
        first = self.stack[0] if self.stack else None
        return heading is first and len(self.stack) > 1 and bool(re.search(r"\bplan\b|tracker|statement of action", heading.text, re.I))

    def _item(self, fresh: Sequence[Heading]) -> None:
        last = fresh[-1]
        outer = [one for one in self.stack if one.rank < last.rank and not self._is_title(one) and not _ELSEWHERE.match(_bare(one.text))]
        above = _bare_label(outer[-1].text) if outer and outer[-1] in fresh and not read_label(last.text) else None
        self._section(outer[:-1] if above else outer)
        place = last.first.place.saying(last.text)
        label = above or read_label(last.text)
        if label and label.text:
            item = self.builder.begin_item(label, label.text, place, soft=self.soft)
        elif above or (label and label.number and _words_under(last)):
            item = self.builder.begin_item(label, squeeze(last.text) if above else _words_under(last), place, soft=self.soft)
        else:
            number, bare = take_number(last.text)
            if number is None:
                number, bare = read_section(last.text).number, read_section(last.text).title
            item = self.builder.begin_item(label, bare, place, soft=self.soft, number=number)
        item.from_heading = True
        read_facts(item, last.under)

    def _section(self, outer: Sequence[Heading]) -> None:
        """Open the section that the headings above an item name, or close the one that they have left."""
        if outer:
            section = read_section(outer[-1].text)
            if self.builder.section is None or fold(self.builder.section.printed) != fold(section.printed):
                self.builder.begin_section(section)
        elif self.builder.section is not None:
            self.builder.section, self.builder.section_kind = None, "action_group"

    def _notes(self, lines: Sequence[Line]) -> None:
        """Lines after a table belong to the item above when they are notes."""
        if self.builder.item is not None and not self.builder.item.empty:
            self.builder.item.notes += [squeeze(line.text) for line in lines if re.match(r"(?:NB|N\.B\.|Note)\b\s*[:.–-]", line.text)]


def _bare_label(text: str) -> Label | None:
    """The label that a heading is and nothing else (“Priority action 1”)."""
    label = read_label(text)
    return label if label and label.number and not label.text else None


def _words_under(heading: Heading) -> str:
    """The running text straight under a heading that is a label alone: the item's words; empty for facts and lists."""
    first = heading.under[0] if heading.under else None
    if first is None or first.bullet or len(first.text) < _SHORTEST or read_label(first.text):
        return ""
    return "" if is_note(first.text) or is_line_fact(first.text) else squeeze(first.text)


_SHORTEST = 20
"""Characters of an item's words that stand under its label."""


def _bare(text: str) -> str:
    return re.sub(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-H])[.):]?\s+", "", text.strip())
