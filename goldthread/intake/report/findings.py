"""The findings of a report: areas for improvement, priority actions, recommendations and numbered paragraphs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from goldthread.common.dates import PartDate, spoken
from goldthread.common.text import fold, shorten
from goldthread.intake.report.bodies import addressees
from goldthread.intake.report.chunks import BULLET, NUMBERED, SMALL, TABLE, Chunk
from goldthread.intake.report.entries import read_list
from goldthread.intake.report.entry import Entry
from goldthread.intake.report.finding_tables import Layout, layout_of, table_entries
from goldthread.intake.report.headings import AREA, PRIORITY, RECOMMENDATION
from goldthread.intake.report.paragraphs import Piece, read_paragraphs
from goldthread.intake.report.stretches import Stretch, stretches
from goldthread.intake.timescale import Timescale, read_timescale
from goldthread.thread.picture import Finding, Problem

_LETTERS = {AREA: "A", PRIORITY: "P", RECOMMENDATION: "R"}
_NAMES = {AREA: "areas for improvement", PRIORITY: "priority actions", RECOMMENDATION: "recommendations"}


@dataclass(frozen=True, slots=True)
class _Listed:
    entry: Entry
    kind: str
    stretch: Stretch


def read_findings(chunks: Sequence[Chunk], framework: str | None, published: date | None) -> tuple[list[Finding], list[Problem]]:
    """Every finding in print order, lists before paragraphs, and what is doubtful about them.

    framework: its code, for the services that it judges apart. published: from when time bands are counted.
    """
    parts = stretches(chunks, framework)
    listed: list[_Listed] = []
    pieces: list[Piece] = []
    problems: list[Problem] = []
    for at, part in enumerate(_addressed(parts)):
        entries, rest = _entries(part)
        listed += entries
        pieces += [Piece(chunk=chunk, section=part.section, service=part.service) for chunk in rest]
        if part.kind and part.heading and not entries and not _leads_to_list(parts[at + 1 :]):
            problems.append(_no_list(part))
    listed = _once(listed, problems)
    findings = _findings(listed, published, problems)
    taken = frozenset(int(entry.entry.number) for entry in listed if entry.entry.number and entry.entry.number.isdecimal())
    paragraphs, more = read_paragraphs(pieces, taken)
    return [*findings, *paragraphs], [*problems, *more]


def _entries(part: Stretch) -> tuple[list[_Listed], Sequence[Chunk]]:
    """The stretch's listed findings, and the chunks that are none. A table whose head promises findings needs no heading."""
    if part.kind:
        entries, rest = read_list(part)
        return [_Listed(entry, _kind(part.kind, entry), part) for entry in entries], rest
    found: list[_Listed] = []
    layout: Layout | None = None
    for chunk in part.chunks:
        if chunk.table is None:
            layout = layout if chunk.kind == SMALL else None
            continue
        headed = layout_of(chunk.table)
        same = layout is not None and layout.width == max(map(len, chunk.table.rows), default=0) and chunk.turned
        layout, start = headed or (layout if same else None, 0)
        if layout and layout.kind:
            before = found[-1].entry if found and same else None
            found += [_Listed(entry, layout.kind, part) for entry in table_entries(chunk.table, layout, start, before)]
    return found, part.chunks


def _addressed(parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches, a list heading without a list of its own passing on to the lists after it whom it addresses."""
    passed: tuple[str, ...] = ()
    for part in parts:
        if part.kind is None:
            passed = ()
        elif part.addressees:
            passed = () if any(chunk.kind in (BULLET, NUMBERED, TABLE) for chunk in part.chunks) else part.addressees
        yield replace(part, addressees=part.addressees or passed) if part.kind else part


def _kind(kind: str, entry: Entry) -> str:
    return entry.kind or kind


def _leads_to_list(following: Sequence[Stretch]) -> bool:
    """Whether the next heading is one for findings too, so that the empty one before it only announced it."""
    return bool(following) and following[0].kind is not None


def _findings(listed: Sequence[_Listed], published: date | None, problems: list[Problem]) -> list[Finding]:
    counts: Counter[str] = Counter()
    found: list[Finding] = []
    bands: dict[tuple[str, str], list[str]] = {}
    for one in listed:
        counts[one.kind] += 1
        ref = f"{_LETTERS[one.kind]}{counts[one.kind]}"
        scale = _dated(one.entry, published)
        if scale.due and scale.basis:
            bands.setdefault((_words(one.entry), scale.due), []).append(ref)
        found.append(_finding(ref, one, scale))
    problems += [_worked_out(words, PartDate(due), refs, published) for (words, due), refs in bands.items() if published]
    return found


def _finding(ref: str, one: _Listed, scale: Timescale) -> Finding:
    entry = one.entry
    return Finding(
        ref=ref,
        kind=one.kind,
        service=one.stretch.service,
        number=entry.number,
        section=one.stretch.section,
        text=entry.whole(),
        timescale=scale.code,
        due=scale.due,
        addressees=entry.beside or addressees(entry.text) or entry.addressees,
        place=entry.place,
    )


def _words(entry: Entry) -> str:
    return (entry.band_place.quote if entry.band_place and entry.band_place.quote else entry.text[:60]).strip(" :.")


def _dated(entry: Entry, published: date | None) -> Timescale:
    """The entry's band counted from publication where it prints no date."""
    scale = entry.timescale()
    if scale.code is None or scale.due or published is None or scale.code == "immediately":
        return scale
    return read_timescale(_words(entry), published)


def _once(listed: Sequence[_Listed], problems: list[Problem]) -> list[_Listed]:
    """A list that is printed again (in a summary and then in full) counts once."""
    seen: set[tuple[str, str | None, str]] = set()
    kept: list[_Listed] = []
    for one in listed:
        key = (one.kind, one.stretch.service, fold(one.entry.whole()).rstrip("."))
        if key in seen:
            problems.append(_again(one))
        else:
            seen.add(key)
            kept.append(one)
    return kept


def _no_list(part: Stretch) -> Problem:
    place = part.heading.place if part.heading else part.chunks[0].place
    return Problem(
        where=str(place),
        found=f"The heading “{part.section}” with no list under it",
        expected=f"a list of {_NAMES[part.kind or AREA]}",
        do="Look at the report there. If it names some in its text, add them by hand; if it names none, nothing is missing.",
    )


def _again(one: _Listed) -> Problem:
    return Problem(
        where=str(one.entry.place),
        found=f"“{shorten(one.entry.text, 60)}” is printed again",
        expected="each finding once",
        do="It is counted where it is printed first.",
        severity="info",
    )


def _worked_out(words: str, due: PartDate, refs: Sequence[str], published: date | None) -> Problem:
    return Problem(
        where=", ".join(refs),
        found=f"“{words}” and no date",
        expected="a date by which to act",
        do=f"Counted from publication on {spoken(published) if published else ''}: {spoken(due)}. Correct it if another date was agreed.",
        severity="info",
    )
