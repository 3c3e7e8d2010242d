"""Where a plan explains its ratings: tables, shaded cells and lines under a heading that says so, or beside no heading at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Block, Line, Table
from goldthread.intake.plan.rating_words import is_rating_text, read_key_line, read_key_table
from goldthread.thread.picture import StatusKey

_HEADING = re.compile(r"(?:.{0,40}\b)?(?:key|legend|b?rag|rayg|rating|ratings|status|colour|colours)\b.{0,40}", re.IGNORECASE)
_ONE_LINE = re.compile(
    r"\s*(?:;|\||,(?=\s*(?:red|amber|green|blue|grey|gray|yellow|white|black|purple|r|a|g|b)\b)|\n|\t| {3,})\s*", re.IGNORECASE
)
_OPENING = re.compile(r"^\s*(?:b?rag|rayg|status|ratings?|key|legend|colours?)(?:\s+\w+){0,3}\s*[:–-]\s*", re.IGNORECASE)
_FILL_LABEL = re.compile(r"#[0-9A-F]{6}")


def read_status_key(blocks: Sequence[Block]) -> tuple[StatusKey, ...]:
    """The plan's own key, from the blocks that are no plan tables; of several, the fullest under a heading that says key first."""
    found: list[tuple[bool, tuple[StatusKey, ...]]] = []
    heading = ""
    for block in blocks:
        if isinstance(block, Table):
            entries = _in_table(block, heading)
            if entries:
                found.append((says_key(heading) or says_key(block.title or "") or _has_key_header(block), entries))
            heading = ""
        else:
            heading = block.text if len(block.text) < 120 else heading
    lines = tuple(_in_lines([block for block in blocks if isinstance(block, Line)]))
    if lines:
        found.append((True, lines))
    if not found:
        return ()
    return _without_repeats(max(found, key=lambda one: (one[0], sum(bool(entry.meaning) for entry in one[1]), len(one[1])))[1])


def _without_repeats(entries: Sequence[StatusKey]) -> tuple[StatusKey, ...]:
    if any(_FILL_LABEL.fullmatch(entry.label) for entry in entries):  # then short meanings are meanings too, and not labels
        entries = [
            replace(entry, label=entry.colour, meaning=entry.label) if entry.colour and not entry.meaning else entry for entry in entries
        ]
    return tuple({(fold(entry.label), entry.colour): entry for entry in reversed(entries)}.values())[::-1]


def says_key(text: str) -> bool:
    """Whether a heading says that a key to the ratings follows."""
    flat = squeeze(text)
    return len(flat) < 90 and bool(_HEADING.fullmatch(flat))


def _has_key_header(table: Table) -> bool:
    heads = [fold(cell.text) for cell in table.rows[0] if cell.text.strip()] if table.rows else []
    return (
        len(heads) > 1
        and bool(re.search(r"\b(colour|rating|rag|brag|status|key)\b", heads[0]))
        and bool(re.search(r"mean|defin|descri|explan|criteria|key", " ".join(heads[1:])))
    )


def is_key_table(table: Table, heading: str = "") -> bool:
    """Whether a table explains ratings. heading: the line above it."""
    return bool(_in_table(table, heading))


def _in_table(table: Table, heading: str) -> tuple[StatusKey, ...]:
    """A table's entries when it is a rating key: it must say so, or speak in ratings alone; figures are counts, not meanings."""
    entries = read_key_table(table)
    if not entries or any(re.fullmatch(r"[\d\s.,%]*", entry.meaning or "x") for entry in entries):
        return ()
    rated = sum(is_rating_text(entry.label) or bool(_FILL_LABEL.fullmatch(entry.label)) for entry in entries)
    named = says_key(heading) or says_key(table.title or "") or _has_key_header(table)
    return entries if named or rated * 3 >= len(entries) * 2 else ()


def _in_lines(lines: Sequence[Line]) -> Iterator[StatusKey]:
    """Entries printed as lines: several on one line, or a run of at least two lines."""
    run: list[StatusKey] = []
    for line in lines:
        several = _on_one_line(line.text)
        if several:
            yield from several
            continue
        entry = read_key_line(line.text)
        if entry is not None and len(line.text) < 300:
            run.append(entry)
            continue
        if len(run) > 1:
            yield from run
        run = []
    if len(run) > 1:
        yield from run


def _on_one_line(text: str) -> list[StatusKey]:
    """“RAG: Red = not started; Amber = under way; Green = done” as its entries; nothing for other lines."""
    if len(text) > 800:
        return []
    pieces = [piece for piece in _ONE_LINE.split(_OPENING.sub("", text)) if piece.strip()]
    entries = [read_key_line(piece.strip(" .")) for piece in pieces]
    told = [entry for entry in entries if entry]
    return told if len(told) >= 2 and len(told) == len(pieces) else []
