"""The entries of a list of findings, whatever they are set as: bullets, numbers, plain paragraphs or table rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goldthread.common.places import Place
from goldthread.common.text import squeeze
from goldthread.intake.report.bodies import bodies, lead_in_bodies
from goldthread.intake.report.chunks import BULLET, HEADING, NUMBERED, SMALL, TABLE, TEXT, Chunk
from goldthread.intake.report.entry import Entry
from goldthread.intake.report.entry_words import ends_no_sentence, is_imperative, opening_band, reads_like_entry, sentences_as_entries
from goldthread.intake.report.finding_tables import Layout, head_rows, layout_of, plain_layout, table_entries
from goldthread.intake.report.headings import band
from goldthread.intake.report.responsible import credit, without_responsible
from goldthread.intake.report.stretches import Stretch
from goldthread.intake.timescale import Timescale

_LEAD = re.compile(
    r"\b(?:should|must|needs? to|required to|are to|is to)(?: (?:take action to|ensure(?: that)?|improve|address|act))?\s*:$"
    r"|\b(?:following|below|as follows)\b[^:]{0,200}[.:]$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\d{1,2}\s+[A-Z]")
_POINT = re.compile(r"\(?(?:[ivx]{1,4}|[a-h])[.)]\s+(?=\S)")
_IMMEDIATE = re.compile(r"\bimmediate(?:ly)?\b", re.IGNORECASE)
_DEEPER = frozenset("o–-−‒—◦▪")
_NEAR = 3.0


@dataclass(slots=True)
class _List:
    """What has been read of a list. form: how its entries are set, None until the first after a lead-in or band.

    led: a sentence has led in to the entries. fresh: none has been read since the band or heading.
    """

    chunks: Sequence[Chunk]
    addressees: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list)
    rest: list[Chunk] = field(default_factory=list)
    form: str | None = None
    band: Timescale | None = None
    band_place: Place | None = None
    layout: Layout | None = None
    closed: bool = False
    fresh: bool = True
    led: bool = False


def read_list(stretch: Stretch) -> tuple[list[Entry], list[Chunk]]:
    """The stretch's findings, and its chunks that are none: sentences that lead in, and what follows the list."""
    chunks, named = without_responsible(stretch.chunks)
    state = _List(chunks, stretch.addressees)
    if stretch.heading and _IMMEDIATE.search(stretch.heading.text[:120]):
        state.band, state.band_place = Timescale(code="immediately"), stretch.heading.place
    marks: list[tuple[int, tuple[str, ...]]] = []
    for at, chunk in enumerate(state.chunks):
        marks += [(len(state.entries), told) for told in named.get(at, ())]
        if state.closed:
            state.rest.append(chunk)
        elif chunk.kind != SMALL and not _is_note(state, at, chunk):
            _take(state, at, chunk)
    credit(state.entries, [*marks, *((len(state.entries), told) for told in named.get(len(state.chunks), ()))])
    return state.entries, state.rest


def _is_note(state: _List, at: int, chunk: Chunk) -> bool:
    """Whether a line between entries is a footnote: a figure, then a sentence."""
    after = _next(state, at)
    between = bool(state.entries) and after is not None and after.kind == state.form
    return between and chunk.kind == TEXT and bool(_NOTE.match(chunk.text)) and chunk.ended


def _take(state: _List, at: int, chunk: Chunk) -> None:
    told = band(chunk.text) if chunk.kind in (HEADING, TEXT, BULLET) else None
    if told:
        state.band, state.band_place, state.form, state.fresh = told, chunk.place, None, True
    elif chunk.kind == HEADING:
        _turn(state, chunk)
    elif chunk.kind == TABLE:
        _take_table(state, chunk)
    elif state.form is None:
        _take_first(state, at, chunk)
    else:
        _TAKE[state.form](state, at, chunk)


def _turn(state: _List, chunk: Chunk) -> None:
    """A heading or sentence that says whom the next entries are for, or by when: "The council should:"."""
    named = lead_in_bodies(chunk.text)
    state.led = state.led or bool(named)
    state.addressees = named or bodies(chunk.text.rstrip(" :")) or state.addressees
    state.form, state.fresh = None, True
    told = opening_band(chunk.text)
    if told.code:
        state.band, state.band_place = told, chunk.place


def _take_first(state: _List, at: int, chunk: Chunk) -> None:
    """The first chunk of a list, or of a part of it: an entry, or a sentence that leads in to the entries."""
    if chunk.kind == BULLET and not (_leads_on(state, at, chunk) and lead_in_bodies(chunk.text)):
        _begin(state, chunk, BULLET)
    elif chunk.kind == BULLET or _leads_in(state, at, chunk):
        _turn(state, chunk)
        state.led = True
        state.rest.append(chunk)
    elif chunk.kind == NUMBERED:
        if state.led or state.band or reads_like_entry(chunk.text):
            _begin(state, chunk, NUMBERED)
        else:
            _close(state, chunk)
    elif _POINT.match(chunk.text):
        _begin_lettered(state, chunk)
    elif state.band or reads_like_entry(chunk.text) or _is_open(state, at, chunk):
        _begin_each(state, chunk)
    else:
        _close(state, chunk)


def _leads_in(state: _List, at: int, chunk: Chunk) -> bool:
    """Whether a chunk before the first entry introduces the entries: "The council should:", "…the following areas:"."""
    after = _next(state, at)
    if after is None or is_imperative(chunk.text):
        return False
    listed = after.kind in (BULLET, NUMBERED, TABLE) or band(after.text) is not None
    if _LEAD.search(chunk.text[-300:]):
        return listed if chunk.kind == NUMBERED else listed or (after.kind == TEXT and chunk.text.endswith(":"))
    if chunk.kind == NUMBERED:
        return band(after.text) is not None
    if not reads_like_entry(chunk.text) and not _is_open(state, at, chunk):
        return any(other.kind in (BULLET, NUMBERED, TABLE) for other in state.chunks[at + 1 :])
    return listed and not chunk.text.endswith(".") and not after.starts_lower


def _is_open(state: _List, at: int, chunk: Chunk) -> bool:
    """Whether a chunk ends no sentence and one beside it does not either: a list whose marks are lost."""
    beside = [state.chunks[near] for near in (at - 1, at + 1) if 0 <= near < len(state.chunks)]
    return ends_no_sentence(chunk.text) and any(other.kind == TEXT and ends_no_sentence(other.text) for other in beside)


def _take_bullet_form(state: _List, at: int, chunk: Chunk) -> None:
    last = state.entries[-1]
    if chunk.kind == BULLET:
        if _leads_on(state, at, chunk) and lead_in_bodies(chunk.text):
            _turn(state, chunk)
        elif _is_torn(chunk, last):
            last.go_on(chunk.text)
        elif _is_point(chunk, last):
            last.points.append(chunk.text)
        else:
            _begin(state, chunk, BULLET)
    elif chunk.kind == NUMBERED:
        _close(state, chunk)
    elif _goes_on(chunk):
        last.go_on(chunk.text)
    elif _POINT.match(chunk.text):
        last.points.append(chunk.text)
    elif _leads_on(state, at, chunk):
        _turn(state, chunk)
    elif (after := _next(state, at)) and after.kind == BULLET and reads_like_entry(chunk.text) and not chunk.text.endswith(":"):
        _begin(state, chunk, BULLET)
    else:
        _close(state, chunk)


def _take_number_form(state: _List, at: int, chunk: Chunk) -> None:
    last = state.entries[-1]
    if chunk.kind == NUMBERED:
        expected = int(last.number or 0) + 1
        if int(chunk.number or 0) == expected or (state.fresh and chunk.number == "1"):
            _begin(state, chunk, NUMBERED)
        elif int(chunk.number or 0) < expected and last.last.endswith((":", ";", ",")):
            last.points.append(chunk.text)
        elif expected < int(chunk.number or 0) <= expected + 3:
            _begin(state, chunk, NUMBERED)
        else:
            _close(state, chunk)
    elif chunk.kind == BULLET or _POINT.match(chunk.text):
        last.points.append(chunk.text)
    elif _goes_on(chunk):
        last.go_on(chunk.text)
    elif _leads_on(state, at, chunk):
        _turn(state, chunk)
    elif (after := _next(state, at)) and after.kind == NUMBERED and int(after.number or 0) == int(last.number or 0) + 1:
        last.points.append(chunk.text)
    else:
        _close(state, chunk)


def _take_text_form(state: _List, at: int, chunk: Chunk) -> None:
    last = state.entries[-1]
    if chunk.kind == BULLET:
        if last.points or last.text.endswith((":", "–", "-")) or chunk.starts_lower:
            last.points.append(chunk.text)
        else:
            _begin(state, chunk, BULLET)
    elif chunk.kind == NUMBERED:
        _close(state, chunk)
    elif _goes_on(chunk):
        last.go_on(chunk.text)
    elif _POINT.match(chunk.text):
        if last.number and last.number.isalpha():
            _begin_lettered(state, chunk)
        else:
            last.points.append(chunk.text)
    elif _leads_on(state, at, chunk):
        _turn(state, chunk)
    elif reads_like_entry(chunk.text) or _is_open(state, at, chunk):
        _begin_each(state, chunk)
    else:
        _close(state, chunk)


def _take_table(state: _List, chunk: Chunk) -> None:
    table = chunk.table
    if table is None:
        return
    headed = layout_of(table)
    layout, start = headed or (state.layout if state.layout and state.layout.width == max(map(len, table.rows), default=0) else None, 0)
    if layout is None:
        layout, start = plain_layout(table), head_rows(table)
    if layout is None:
        return
    before = state.entries[-1] if state.entries and state.layout and state.layout.width == layout.width else None
    state.layout = layout
    for entry in table_entries(table, layout, start, before):
        entry.addressees = entry.addressees or state.addressees
        entry.band, entry.band_place = entry.band or state.band, entry.band_place or state.band_place
        state.entries.append(entry)
    state.form = None


_TAKE = {BULLET: _take_bullet_form, NUMBERED: _take_number_form, TEXT: _take_text_form}


def _begin(state: _List, chunk: Chunk, form: str, text: str | None = None) -> None:
    words = chunk.text if text is None else text
    if not words.strip():
        return
    place = chunk.place if text is None or text == chunk.text else chunk.place.saying(text)
    state.entries.append(
        Entry(
            text=words,
            place=place.saying(squeeze(place.quote or words)),
            chunk=chunk,
            number=chunk.number,
            addressees=state.addressees,
            band=state.band,
            band_place=state.band_place,
        )
    )
    state.form, state.fresh = form, False


def _begin_each(state: _List, chunk: Chunk) -> None:
    """An entry for each sentence where all of them are entries."""
    for text in sentences_as_entries(chunk.text):
        _begin(state, chunk, TEXT, text)


def _begin_lettered(state: _List, chunk: Chunk) -> None:
    """An entry that has a letter for its number."""
    letter = _POINT.match(chunk.text)
    _begin(state, chunk, TEXT, chunk.text[letter.end() if letter else 0 :])
    state.entries[-1].number = letter[0].strip(" ().") if letter else None


def _close(state: _List, chunk: Chunk) -> None:
    state.closed = True
    state.rest.append(chunk)


def _next(state: _List, at: int) -> Chunk | None:
    return next((chunk for chunk in state.chunks[at + 1 :] if chunk.kind != SMALL), None)


def _leads_on(state: _List, at: int, chunk: Chunk) -> bool:
    """Whether a sentence between entries turns to whom the next ones are for."""
    after = _next(state, at)
    listed = after is not None and after.kind in (BULLET, NUMBERED, TABLE)
    return listed and chunk.text.endswith(":") and (bool(lead_in_bodies(chunk.text)) or bool(bodies(chunk.text.rstrip(" :"))))


def _goes_on(chunk: Chunk) -> bool:
    """Whether text without a mark goes on from the entry before: it begins small or is a reference in brackets."""
    return (chunk.starts_lower and not _POINT.match(chunk.text)) or (
        chunk.text.startswith("(") and chunk.text.rstrip(".").endswith(")") and not _POINT.match(chunk.text)
    )


def _is_torn(chunk: Chunk, last: Entry) -> bool:
    """Whether a bullet is no bullet but the second half of an entry that a page break tore."""
    unfinished = not last.last.endswith((".", ":", ";", ",")) and not last.points
    return unfinished and last.starts_upper and chunk.starts_lower and (chunk.gap or chunk.turned)


def _is_point(chunk: Chunk, last: Entry) -> bool:
    """Whether a bullet is a sub-point: set deeper, with a lesser mark, or in small letters after a colon."""
    first = last.chunk
    if first is None or first.kind != BULLET:
        return False
    opened = last.text.endswith((":", ",", ";", "–", "-")) or bool(last.points)
    if last.points and chunk.starts_lower and last.starts_upper:
        return True
    if chunk.starts_lower and last.starts_upper and last.text.endswith(":"):
        return True
    deeper = chunk.indent > first.indent + (_NEAR if first.size else 0)
    lesser = chunk.mark != first.mark and chunk.mark in _DEEPER
    return (deeper or lesser) and (opened or chunk.mark != first.mark or not first.size)
