"""Who watches the plan and how often; the mechanisms it promises; the words it explains."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldthread.common.text import BULLETS, fold, squeeze
from goldthread.intake.document import Block, Cell, Line, Table
from goldthread.intake.plan.columns import plain_heading
from goldthread.intake.plan.recurrence import recurrence_of
from goldthread.thread.picture import GlossaryEntry, Mechanism, Monitoring

_CADENCE = re.compile(
    r"\b(?:(?:on|at)\s+an?\s+)?(?P<cadence>(?:bi-?\s?|fort|tri-)?(?:week|month|quarter|annual|year|night)ly"
    r"|bi-?annual(?:ly)?|half[- ]yearly|six[- ]?(?:weekly|monthly)|"
    r"(?:every|each)\s+(?:other\s+)?(?:\w+\s+)?(?:weeks?|months?|quarters?|years?|terms?|fortnight|meeting)"
    r"|(?:once|twice|three times|four times)\s+(?:a|per)\s+(?:year|month|term|quarter)|termly|annual|"
    r"(?:two|three|four|six|eight|ten|twelve)[- ]?(?:weekly|monthly)|\d{1,2}[- ]?(?:weekly|monthly)|fortnightly|daily"
    r"|ad hoc|as required)(?:\s+basis)?(?=$|[\s.,;:)–-])",
    re.I,
)
_HEADING = re.compile(
    r"\b(monitoring|governance|accountability|scrutiny|oversight|reporting|assurance)\b"
    r"|^how\b.*\b(monitor(ed)?|overs(ee|een|ight)|report(ed)?|scrutinised?|govern(ed)?|track(ed)?|review(ed)?|held to account)\b"
    r"|^who (will )?(monitors?|oversees?|watch(es)?|scrutinises?|checks?)\b",
    re.I,
)
_BODY = re.compile(
    r"\b(board|committee|panel|partnership|group|forum|cabinet|council|team|meeting|director|member|chief executive|chair"
    r"|scrutiny|executive|LSCB|DMT|SLT|SMT|colleagues|Ofsted|DfE|adviser|commissioner)\b",
    re.I,
)
_MEETS = re.compile(
    r"(?:The|Our|A|An)?\s?(?:[A-Z][\w’'&-]*\s(?:(?:of|and|for|the|to)\s)*){1,9}(?:will|meets?|receives?|reviews?|considers?|oversees?|monitors?|is|has)\b"
)
"""A sentence that opens with a name in capitals and says what it does."""
_MECHANISMS = re.compile(r"\bmechanisms?\b|\bways? (?:of|in which) (?:progress|the plan)\b", re.I)
_ENTRY = re.compile(r"^(?:\(?(?P<number>\d{1,2}|[a-z])[.)]|[-–•●▪■\uf0b7\uf0a7])\s*(?P<text>.+)$", re.S)
_PURPOSE = re.compile(
    r"^(?P<board>.+?)\s+(?:(?P<will>(?:will|to|has|have|is|are|which|who|that"
    r"|(?:meet|receive|check|review|consider|oversee|monitor|scrutinise|hear|get|hold|agree|approve|challenge|track)s?)\b.+)|[–—:-]\s+(?P<after>.+))$",
    re.I | re.S,
)
_GLOSSARY_HEADING = re.compile(
    r"(?:key to |list of |table of )?(?:acronyms?|abbreviations?|glossary)(?: of (?:terms|acronyms"
    r"|abbreviations))?(?: (?:and|&) (?:acronyms?|abbreviations?|terms|glossary|definitions))?(?: used.*)?",
    re.I,
)
_TERM = re.compile(r"^(?P<term>[A-Z0-9][\w&/.’' -]{0,40}?)\s*(?:\s[-–—:=]\s?|\s?[–—:=]\s|\t)\s*(?P<meaning>\S.*)$", re.S)


def cadence_of(text: str) -> str | None:
    """How often, in lower case as printed (``monthly``, ``bi-monthly``, ``every six weeks``), or None."""
    match = _CADENCE.search(text)
    return re.sub(r"bi-?\s?(?=month|annual|week)", "bi-", squeeze(match.group("cadence")).lower()) if match else None


def read_arrangement(text: str) -> tuple[str, str | None, str | None]:
    """One monitoring arrangement as (board, cadence, purpose) from a list entry's words."""
    flat = squeeze(text).rstrip(".")
    cadence = cadence_of(flat)
    purpose: str | None = None
    opening = re.match(
        r"(?:\w+-?\s?\w*ly\s+)?(?P<what>(?:monitoring|scrutiny|review|oversight|reporting|updates?) (?:of"
        r"|on) .+?)\s+(?:involving|by|through|at|to|from)\s+(?P<who>.+)$",
        flat,
        re.I,
    )
    if opening:
        return _trim(opening.group("who")), cadence, opening.group("what")
    whole = _CADENCE.sub("", flat, count=1) if cadence else flat
    parted = _PURPOSE.match(squeeze(whole))
    board = squeeze(whole)
    if parted and _BODY.search(parted.group("board")):
        board, purpose = parted.group("board"), squeeze(parted.group("will") or parted.group("after"))
    return _trim(board), cadence, purpose


def _trim(board: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+(?=[A-Z])", "", re.sub(r"[\s,;:(–-]+$", "", squeeze(board)), flags=re.I).strip()


def is_monitoring_heading(text: str) -> bool:
    """Whether a line introduces the arrangements for watching the plan."""
    flat = squeeze(text)
    return len(flat) < 140 and bool(_HEADING.search(flat)) and (flat.endswith(":") or (len(flat.split()) <= 9 and not flat.endswith(".")))


def read_lists(blocks: Sequence[Block]) -> tuple[tuple[Monitoring, ...], tuple[Mechanism, ...]]:
    """Arrangements and mechanisms printed as lists under a heading that says so."""
    boards: list[Monitoring] = []
    mechanisms: list[Mechanism] = []
    into: str | None = None
    for line in (block for block in blocks if isinstance(block, Line)):
        entry = _ENTRY.match(line.text)
        if into and (entry or line.bullet):
            words = entry.group("text") if entry else line.text
            number = entry.group("number") if entry else None
            if into == "mechanisms":
                mechanisms.append(Mechanism(number=number, text=squeeze(words), place=line.place))
            elif _BODY.search(words):
                board, cadence, purpose = read_arrangement(words)
                boards.append(Monitoring(board=board, cadence=cadence, purpose=purpose, place=line.place))
            continue
        if into == "boards" and not line.level and len(line.text) < 250 and cadence_of(line.text) and _MEETS.match(line.text):
            board, cadence, purpose = read_arrangement(line.text)
            boards.append(Monitoring(board=board, cadence=cadence, purpose=purpose, place=line.place))
            continue
        if _MECHANISMS.search(line.text):
            into = "mechanisms"
        elif is_monitoring_heading(line.text):
            into = "boards"
        elif into and (line.level or len(line.text) > 60) and not line.text.endswith(":") and (boards or mechanisms):
            into = None
    return tuple(boards), tuple(mechanisms)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a table of boards say who, how often and to what end."""

    board: int
    often: int
    about: int | None
    width: int


def read_board_tables(blocks: Sequence[Block]) -> tuple[Monitoring, ...]:
    """The boards of every table of boards; one without headings goes on with the table straight before it."""
    found: list[Monitoring] = []
    columns: _Columns | None = None
    for block in blocks:
        if isinstance(block, Line):
            columns = None
            continue
        at, own = _board_columns(block)
        goes_on = own is None and columns is not None and len(block.rows[0]) == columns.width
        columns = own or (columns if goes_on else None)
        if columns:
            found.extend(_board_rows(block.rows[at:], columns))
    return tuple(found)


def read_board_table(table: Table) -> tuple[Monitoring, ...]:
    """A table of boards with how often they meet; empty when it is another table."""
    at, columns = _board_columns(table)
    return tuple(_board_rows(table.rows[at:], columns)) if columns else ()


def _board_columns(table: Table) -> tuple[int, _Columns | None]:
    """The first row below the headings and their columns; row 0 and None when the table has no such headings."""
    for at, row in enumerate(table.rows[:4]):
        heads = [plain_heading(cell.text) for cell in row]
        board = next((i for i, head in enumerate(heads) if _BOARD_HEAD.fullmatch(head)), None)
        often = next((i for i, head in enumerate(heads) if re.search(r"frequen|cadence|how often|meets|when|schedule", head)), None)
        if board is not None and often is not None and _tells_how_often(heads[often], table.rows[at + 1 :], often):
            about = next(
                (i for i, head in enumerate(heads) if re.search(r"purpose|role|remit|what|function|responsib|part in", head)), None
            )
            return at + 1, _Columns(board, often, about, len(row))
    return 0, None


_BOARD_HEAD = re.compile(
    r"(name of )?(the )?(board|forum|committee|body|group|meeting|governance|who|where|panel)( .{0,25})?",
)


def _tells_how_often(head: str, rows: Sequence[tuple[Cell, ...]], often: int) -> bool:
    """Whether the column says how often: its heading does, or under “When” most cells do."""
    if not re.fullmatch(r"when.*|schedule.*", head):
        return True
    told = [row[often].text for row in rows if row[often].text.strip()]
    return bool(told) and sum(1 for text in told if cadence_of(text)) * 2 >= len(told)


def _board_rows(rows: Sequence[tuple[Cell, ...]], columns: _Columns) -> Iterator[Monitoring]:
    for row in rows:
        name = squeeze(row[columns.board].text)
        if name:
            printed = squeeze(row[columns.often].text)
            yield Monitoring(
                board=name,
                cadence=recurrence_of(printed) or cadence_of(printed) or (printed.lower() or None),
                purpose=squeeze(row[columns.about].text) or None if columns.about is not None else None,
                place=row[columns.board].place.saying(squeeze(" | ".join(cell.text for cell in row if cell.text))),
            )


def is_glossary_heading(text: str) -> bool:
    """Whether a line says that terms are explained below it."""
    return bool(_GLOSSARY_HEADING.fullmatch(fold(text).strip(" :.")))


def read_glossary(blocks: Sequence[Block]) -> tuple[GlossaryEntry, ...]:
    """The terms explained under a glossary heading, from lines or from a two-column table."""
    found: list[GlossaryEntry] = []
    inside = False
    for block in blocks:
        if isinstance(block, Line):
            if is_glossary_heading(block.text):
                inside = True
            elif inside:
                inside = block.level is None and _glossary_line(block, found)
        elif inside or is_glossary_table(block):
            found.extend(_glossary_rows(block))
    return tuple(dict.fromkeys(found))


def _glossary_line(line: Line, found: list[GlossaryEntry]) -> bool:
    match = _TERM.match(re.sub(rf"^(?:[{re.escape(BULLETS)}]|[-–*])\s*", "", line.text))
    if match:
        found.append(GlossaryEntry(term=squeeze(match.group("term")), meaning=squeeze(match.group("meaning"))))
        return True
    if found and (line.text[:1].islower() or line.text[:1] == "("):
        last = found.pop()
        found.append(GlossaryEntry(term=last.term, meaning=squeeze(f"{last.meaning} {line.text}")))
        return True
    return not line.level and (not found or len(line.text) < 25)


def is_glossary_table(table: Table) -> bool:
    """Whether a table explains terms."""
    heads = [plain_heading(cell.text) for cell in table.rows[0] if cell.text.strip()] if table.rows else []
    named = bool(heads) and bool(re.fullmatch(r"(acronym|abbreviation|term|glossary|initials?)s?( .{0,20})?", heads[0]))
    return (named and len(heads) <= 3) or bool(table.title and _GLOSSARY_HEADING.fullmatch(fold(table.title)))


def _glossary_rows(table: Table) -> Iterator[GlossaryEntry]:
    for row in table.rows:
        filled = [squeeze(cell.text) for cell in row if cell.text.strip()]
        for term, meaning in zip(filled[::2], filled[1::2], strict=False):
            if len(term) <= 60 and not re.fullmatch(
                r"(acronym|abbreviation|term|glossary|meaning|definition|full (name|title)|explanation)s?", fold(term)
            ):
                yield GlossaryEntry(term=term, meaning=meaning)
