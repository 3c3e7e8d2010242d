"""Plans without tables: headings, and under them actions as labelled lines (“Action: … Lead: … By: …”) or list entries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from goldthread.common.text import squeeze
from goldthread.intake.document import Cell, Line
from goldthread.intake.plan.builder import Builder
from goldthread.intake.plan.columns import Role, role_of
from goldthread.intake.plan.context import Headings
from goldthread.intake.plan.labelled import is_note
from goldthread.intake.plan.tails import take_tail

_WORD = (
    r"(?:(?:key|agreed|proposed|required|lead|responsible|accountable|target|due|completion|success|intended|desired"
    r"|expected|latest|current|review|rag|brag)\s+)?"
    r"(?:actions?|tasks?|leads?|owners?|who|officers?|responsib(?:le|ility)|by when|by whom|by|when|deadline|timescales?"
    r"|dates?|outcomes?|impact|measures?|criteria|evidence|progress|updates?|status|rating|rag|brag|"
    r"accountable to|reports? to|notes?|what we will do|what will be different|how we will know)"
)
_LABEL = re.compile(
    rf"(?:(?<=[.;,|(\t–-])|(?<=\s)|^)\s*(?P<label>{_WORD})(?:\s+(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*[a-z]?))?\s*[:–]\s*(?=\S)",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^(?:[•●▪■◦\uf0b7\uf0a7–*-]|\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)[.):]?)\s+(?P<text>\S.*)$", re.DOTALL)
_SHORT = {"by": Role.BY_WHEN, "who": Role.LEAD, "rag": Role.RATING, "brag": Role.RATING}


_LONGEST = 2000
"""Characters of one value; lines that would make it longer are running text."""


@dataclass(slots=True)
class ProseReader:
    """Reads lines in order; an action is told to the builder when the next one begins."""

    builder: Builder
    headings: Headings
    soft: bool
    given: list[tuple[Role, Cell]] = field(default_factory=list)
    openers: frozenset[int] = frozenset()
    number: str | None = None
    actions: int = 0

    def line(self, line: Line) -> None:
        """Take the next line outside tables."""
        told = list(labelled_parts(line)) or self._opening(line)
        if told:
            self._labelled(told, line)
            return
        over_actions = id(line) in self.headings.styles.above_tables
        if self.headings.styles.rank(line) is not None and not line.bullet and (over_actions or not _is_entry_of(line)):
            self._flush()
            self.headings.line(line)
            return
        if (
            self.given
            and not is_note(line.text)
            and not _ENTRY.match(line.text)
            and not line.gap
            and len(self.given[-1][1].text) < _LONGEST
        ):
            self._goes_on(line)
        else:
            self._flush()
            self.headings.line(line)

    def _opening(self, line: Line) -> list[tuple[Role, str, str | None]]:
        """An action's words without a label, told by the labelled lines that follow them."""
        if id(line) not in self.openers:
            return []
        entry = _ENTRY.match(line.text.strip())
        return [(Role.ACTION, entry["text"], entry["number"])] if entry else [(Role.ACTION, line.text.strip(), None)]

    def _labelled(self, told: list[tuple[Role, str, str | None]], line: Line) -> None:
        for role, text, number in told:
            if role is Role.ACTION or (role in {Role.OUTCOME} and any(one is Role.ACTION for one, _ in self.given)):
                self._flush()
            if role is Role.ACTION:
                self.number = number
            self.given.append((role, Cell(text=text, place=line.place.saying(squeeze(line.text)))))

    def _goes_on(self, line: Line) -> None:
        role, cell = self.given[-1]
        joiner = "\n" if line.bullet or _ENTRY.match(line.text) else " "
        self.given[-1] = (role, Cell(text=f"{cell.text}{joiner}{line.text}", place=cell.place))

    def _flush(self) -> None:
        given, self.given = self.given, []
        if not any(role is Role.ACTION for role, _ in given):
            return
        if self.number:
            given.insert(0, (Role.NUMBER, Cell(text=self.number, place=given[0][1].place)))
            self.number = None
        self.headings.table(names_items=any(role is Role.ITEM for role, _ in given))
        self.builder.row(given, given[0][1].place, soft=self.soft)
        self.actions += 1

    def finish(self) -> None:
        """No more lines."""
        self._flush()


def openers_in(lines: Sequence[Line]) -> frozenset[int]:
    """The lines, by identity, that are an action's words: a lead or a time is told straight under them, and no label says “Action:”."""
    told = [next((role for role, _, _ in labelled_parts(line)), None) for line in lines]
    if Role.ACTION in told:
        return frozenset()
    found: set[int] = set()
    for at in range(1, len(lines)):
        if told[at] in {Role.LEAD, Role.BY_WHEN} and told[at - 1] is None:
            first = _first_of(lines, told, at - 1)
            if first is not None:
                found.add(id(lines[first]))
    return frozenset(found)


def names_over_entries(lines: Sequence[Line]) -> Iterator[Line]:
    """In print without emphasis, the short lines that stand alone right over entries that say who and when: names of items."""
    if any(line.level or line.bold or line.size is not None for line in lines):
        return
    for line, after in pairwise(lines):
        short = len(line.text) <= _LONGEST_NAME and not re.search(r"[.:;,]", line.text) and not _ENTRY.match(line.text)
        if short and line.gap and after.gap and _is_entry_of(after) and next(labelled_parts(after), (None,))[0] is Role.ACTION:
            yield line


_LONGEST_NAME = 90


def _first_of(lines: Sequence[Line], told: Sequence[Role | None], last: int) -> int | None:
    """Where the words that end on a line begin: at its number or bullet, at most a few lines of print before; None for a heading."""
    for at in range(last, max(-1, last - 4), -1):
        line = lines[at]
        if told[at] is not None or line.level is not None:
            break
        if _ENTRY.match(line.text.strip()) or line.bullet:
            return at
        if line.gap and at < last:
            break
    plain = lines[last]
    return last if plain.level is None and not plain.bold and len(plain.text) > 20 and plain.text[:1].isupper() else None


def _is_entry_of(line: Line) -> bool:
    return line.level is None and not line.bold and bool(_ENTRY.match(line.text))


def labelled_parts(line: Line) -> Iterator[tuple[Role, str, str | None]]:
    """A line's labelled parts as (role, words, number); an entry that ends in “(Lead: …; by …)” is an action with its facts."""
    text = line.text.strip()
    entry = _ENTRY.match(text)
    marks = list(_LABEL.finditer(text)) if len(text) < _LONGEST else []
    if entry and _closes_with_facts(text, [_role(mark["label"]) for mark in marks], marks):
        yield Role.ACTION, text[entry.start("text") : marks[0].start()].strip(_BETWEEN), entry["number"]
        yield from _told_by(text.rstrip(" .)") if text[: marks[0].start()].rstrip().endswith("(") else text, marks)
        return
    words, facts = take_tail(entry["text"] if entry else text)
    if facts and (entry or line.bullet) and not _LABEL.match(text):
        yield Role.ACTION, words, entry["number"] if entry else None
        yield from ((role, said, None) for role, said in facts)
        return
    if not marks or (text[: marks[0].start()].strip(" •●▪-–*0123456789.)(")):
        return
    yield from _told_by(text, marks)


def _closes_with_facts(text: str, roles: Sequence[Role | None], marks: Sequence[re.Match[str]]) -> bool:
    """Whether an entry's own sentence comes first and then who and when, each under its label (“Train them. Lead: … By: …”)."""
    both = len(marks) > 1 and {Role.LEAD, Role.BY_WHEN} <= set(roles) and Role.ACTION not in roles
    return both and len(text[: marks[0].start()].split()) > _FEW


_FEW = 2
_BETWEEN = " ;|\t(–—-"
"""What stands between facts in a line."""
_SAID_SHORTLY = frozenset({Role.LEAD, Role.BY_WHEN, Role.RATING})


def _told_by(text: str, marks: Sequence[re.Match[str]]) -> Iterator[tuple[Role, str, str | None]]:
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        role = _role(mark["label"])
        if role:
            said = text[mark.end() : end].strip(_BETWEEN)
            yield role, said.rstrip(".") if role in _SAID_SHORTLY else said, mark["number"]


def _role(label: str) -> Role | None:
    plain = squeeze(label).lower()
    return _SHORT.get(plain) or role_of(plain)
