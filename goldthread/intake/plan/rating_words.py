"""Ratings in words, and the key in which a plan says what its ratings mean. Nothing maps one vocabulary onto another."""

import re
from collections.abc import Iterator, Sequence

from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Cell, Table
from goldthread.thread.picture import StatusKey

_COLOURS = "red|amber|green|blue|yellow|gr[ae]y|white|black|purple|orange|pink|gold|silver|bronze"
_WORDS = (
    r"(?:fully |partially |partly |mostly |nearly |now |not )?(?:completed?|complete|achieved|met|embedded|implemented|delivered|done)"
    r"|complete and (?:embedded|verified)|in place|in progress|progressing"
    r"|on[ -]track|on[ -]target|on[ -]schedule|off[ -]track|off[ -]target"
    r"|(?:some|minor|significant|major) (?:slippage|delays?|concerns?|progress|risk)"
    r"|slippage|slipped|overdue|late|delayed|at risk|behind(?: schedule)?|ahead(?: of schedule)?"
    r"|(?:not (?:yet )?|un)started|not (?:yet )?due|not applicable|started"
    r"|planned|superseded|closed|open|on[ -]?going|on hold|paused|awaiting sign[ -]?off|signed[ -]off|verified"
    r"|improving|declining|stable|static|steady|no change|unchanged|worsening|deteriorating|no progress|limited progress|good progress"
    r"|(?:full|substantial|significant|reasonable|moderate|partial|limited|minimal|no) assurance"
)
_ARROWS = "[↑↓→←↔↗↘↖↙⇧⇩⇨⇔⬆⬇➡⬅⬈⬊▲▼►◄△▽✓✔✗✘☑☒]"
_TERM = rf"(?:(?:{_COLOURS})(?: [a-z])?|{_WORDS}|(?:100|\d{{1,2}}) ?%(?: complete(?:d)?)?|[ragbywc]|{_ARROWS}\ufe0f?)"
_RATING = re.compile(rf"{_TERM}(?:[\s/,;:()+&-]+(?:to |and )?{_TERM}){{0,3}}[\s).*]*")
_LABEL = re.compile(r"^\s*(?:b?rag(?:\s+(?:rating|status))?|status|rating|progress)\s*[:–-]\s*", re.IGNORECASE)
_KEY_LABEL = re.compile(
    rf"(?:b?rag\s+)?(?:{_COLOURS})(?: [a-z])?(?: rat(?:ed|ing))?|{_WORDS}|[ragbywc]|(?:{_COLOURS})\s?[/-]\s?(?:{_COLOURS})"
)
_KEY_LINE = re.compile(r"^\s*(?P<label>[^–—:=\t()]{1,40}?)\s*(?:\s[-–—]+\s?|[–—:=\t]+\s*|\s*-\s+|\s*(?=\())(?P<meaning>\S.*)$", re.DOTALL)
_COLOUR = re.compile(rf"\b(?:{_COLOURS})\b")
_HEADER = re.compile(
    r"(?:b?rag|status|rating|colour|key|meaning|definition|description|what (?:it|this) means|explanation|progress|criteria)\b.{0,30}"
)
_LONGEST = 60


def read_rating(text: str) -> str | None:
    """The rating that a short cell prints, as printed ("Green", "G", "On track", "75%", an arrow); None for other words."""
    bare = squeeze(_LABEL.sub("", text))
    if len(bare) > _LONGEST or re.fullmatch("[a-z]", bare):
        return None
    return bare if _RATING.fullmatch(fold(bare)) else None


def is_rating_text(text: str) -> bool:
    """Whether a cell's words are a rating and nothing else."""
    return read_rating(text) is not None


def read_key_line(text: str) -> StatusKey | None:
    """One entry of a rating key on a line: "Red – significant delay", "Blue (complete)", "G = on track"; or None."""
    match = _KEY_LINE.match(re.sub(r"^[-–*]\s+", "", text.strip(" •●\uf0b7\t")))
    if not match or not _KEY_LABEL.fullmatch(fold(match["label"])):
        return None
    meaning = squeeze(match["meaning"])
    if meaning.startswith("(") and meaning.endswith(")"):
        meaning = meaning[1:-1]
    return (
        StatusKey(label=squeeze(match["label"]), colour=_colour_word(match["label"]), meaning=meaning)
        if re.search(r"\w", meaning)
        else None
    )


def _colour_word(text: str) -> str | None:
    colours = _COLOUR.findall(fold(text))
    return colours[0] if len(colours) == 1 else None


def read_key_table(table: Table) -> tuple[StatusKey, ...]:
    """The entries of a table that is a rating key, down its rows or across them; empty when it is another table.

    colour: the cell's shading as ``#RRGGBB``, or the colour's word. An entry that prints no label but a shaded cell takes
    a meaning of up to four words as its label, and else the shading itself.
    """
    rows = [[cell for cell in row if not cell.merged_from] for row in table.rows]
    rows = [row for row in rows if any(cell.text.strip() or cell.fill for cell in row)]
    rows = rows[1:] if rows and _is_header(rows[0]) else rows
    if not 1 <= len(rows) <= 12:
        return ()
    for entries, wanted in ((_down(rows), len(rows)), (_across(rows), 2), (_in_cells(rows), 2)):
        if len(entries) >= max(2, wanted - 1):
            return tuple(entries)
    return ()


def _is_header(row: Sequence[Cell]) -> bool:
    texts = [fold(cell.text) for cell in row if cell.text.strip()]
    return bool(texts) and all(_HEADER.fullmatch(text) for text in texts)


def _down(rows: Sequence[Sequence[Cell]]) -> list[StatusKey]:
    """A label or shaded cell, then its meaning, on every row."""
    pairs = ([cell for cell in row if cell.text.strip() or cell.fill] for row in rows)
    fitting = (pair for pair in pairs if 2 <= len(pair) <= 3 and not any(_is_label(cell) for cell in pair[1:]))
    return [key for pair in fitting if (key := _shaded(pair) or _entry(pair[0], squeeze(" – ".join(cell.text for cell in pair[1:]))))]


def _shaded(row: Sequence[Cell]) -> StatusKey | None:
    """A shaded cell, its label and its meaning in three columns."""
    if len(row) != 3 or row[0].text.strip() or not row[0].fill or not 0 < len(row[1].text.split()) <= 4:
        return None
    return StatusKey(label=squeeze(row[1].text), colour=f"#{row[0].fill}", meaning=squeeze(row[2].text))


def _is_label(cell: Cell) -> bool:
    """Whether a cell is one of a row of labels: a colour's word or letter, or a shaded rating."""
    return bool(re.fullmatch(rf"{_COLOURS}|[ragbyw]", fold(cell.text))) or (bool(cell.fill) and is_rating_text(cell.text))


def _across(rows: Sequence[Sequence[Cell]]) -> list[StatusKey]:
    """Labels or shaded cells on one row, their meanings on the next."""
    if len(rows) != 2 or len(rows[0]) != len(rows[1]):
        return []
    return [key for top, below in zip(*rows, strict=True) if (key := _entry(top, squeeze(below.text)))]


def _in_cells(rows: Sequence[Sequence[Cell]]) -> list[StatusKey]:
    """Label and meaning together in each cell, or a shaded cell with its label; such cells are most of the table."""
    told = [cell for row in rows for cell in row if cell.text.strip()]
    speaking = [cell for cell in told if any(_keys_in(cell))]
    return [key for cell in speaking for key in _keys_in(cell)] if len(speaking) * 2 > len(told) else []


def _keys_in(cell: Cell) -> Iterator[StatusKey]:
    lines = [line for line in cell.text.split("\n") if line.strip()]
    for line in lines:
        if key := read_key_line(line):
            yield StatusKey(label=key.label, colour=f"#{cell.fill}" if cell.fill else key.colour, meaning=key.meaning)
        elif len(lines) == 1 and cell.fill and is_rating_text(line):
            yield StatusKey(label=squeeze(line), colour=f"#{cell.fill}")


def _entry(cell: Cell, meaning: str) -> StatusKey | None:
    label = squeeze(cell.text)
    if not meaning or len(label) > _LONGEST:
        return None
    if label:
        if not (cell.fill or _KEY_LABEL.fullmatch(fold(label)) or is_rating_text(label)):
            return None
        return StatusKey(label=label, colour=f"#{cell.fill}" if cell.fill else _colour_word(label), meaning=meaning)
    if not cell.fill:
        return None
    if len(meaning.split()) <= 4:
        return StatusKey(label=meaning, colour=f"#{cell.fill}")
    return StatusKey(label=f"#{cell.fill}", colour=f"#{cell.fill}", meaning=meaning)
