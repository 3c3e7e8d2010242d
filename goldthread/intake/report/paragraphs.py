"""The report's numbered paragraphs, those included whose number is lost in the text but certain from its neighbours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goldthread.common.text import LOST, shorten, squeeze
from goldthread.intake.report.chunks import BULLET, NUMBERED, SMALL, TABLE, TEXT, Chunk, join_print
from goldthread.intake.report.entry_words import without_footnote
from goldthread.thread.picture import Finding, Problem

_LARGEST_GAP = 12  # numbers that may be lost between two that are known
_LEFT = frozenset("-–—")
_SHORTEST = 40  # characters of a paragraph
_CUT = re.compile(
    r"\b(?:the|and|of|to|a|an|in|with|for|that|by|or|is|are|was|were|has|have|which|their|its|from|on|at|as|not|been)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A chunk outside lists of findings, with the section and service that it stands under."""

    chunk: Chunk
    section: str | None = None
    service: str | None = None


@dataclass(slots=True, kw_only=True)
class _Paragraph:
    start: Piece
    number: int
    text: str
    inferred: bool = False
    after: list[Piece] = field(default_factory=list)


def read_paragraphs(pieces: Sequence[Piece], taken: frozenset[int] = frozenset()) -> tuple[list[Finding], list[Problem]]:
    """The paragraphs with their problems. taken: numbers that findings in lists have, which are therefore not lost."""
    problems: list[Problem] = []
    paragraphs: list[_Paragraph] = []
    kept = [piece for piece in pieces if piece.chunk.kind not in (SMALL, TABLE) and piece.chunk.text]
    starts = _starts(kept)
    if len(starts) == 1:
        return [], []
    for order, at in enumerate(starts):
        end = starts[order + 1] if order + 1 < len(starts) else len(kept)
        number = int(kept[at].chunk.number or 0)
        following = int(kept[end].chunk.number or 0) if end < len(kept) else None
        missing = [lost for lost in range(number + 1, following or 0) if lost not in taken]
        paragraphs += _divide(kept[at], kept[at + 1 : end], number, missing, following, problems)
    return [_finding(paragraph, problems) for paragraph in paragraphs], problems


def _starts(pieces: Sequence[Piece]) -> list[int]:
    """Positions of the paragraphs whose numbers run on; a number that falls back is a list within a paragraph."""
    found: list[int] = []
    last = 0
    for at, piece in enumerate(pieces):
        number = int(piece.chunk.number or 0) if piece.chunk.kind == NUMBERED else 0
        if last < number <= last + _LARGEST_GAP + 1 or (not found and number):
            found.append(at)
            last = number
    return found if found and int(pieces[found[0]].chunk.number or 0) <= _LARGEST_GAP else []


def _divide(
    start: Piece, between: Sequence[Piece], number: int, missing: Sequence[int], following: int | None, problems: list[Problem]
) -> Iterator[_Paragraph]:
    """A paragraph and, where they are certain, those after it that have lost their numbers."""
    candidates = [at for at, piece in enumerate(between) if _could_start(piece, between[at - 1] if at else start, start)] if missing else []
    if len(candidates) > len(missing):  # of a lost number a dash is often left
        candidates = [at for at in candidates if between[at].chunk.mark in _LEFT]
    if missing and len(candidates) != len(missing):
        problems.append(_lost(start, missing, len(candidates)))
        candidates = []
    bounds = [*candidates, len(between)]
    yield _gathered(start, between[: bounds[0]], number)
    for lost, at, end in zip(missing, candidates, bounds[1:], strict=False):
        piece = between[at]
        problems.append(_inferred(piece, lost, number, following))
        yield _gathered(piece, between[at + 1 : end], lost, inferred=True)


def _could_start(piece: Piece, before: Piece, known: Piece) -> bool:
    """Whether a chunk may be a paragraph that lost its number: set like the numbered ones and no half of another."""
    chunk = piece.chunk
    if chunk.kind not in (BULLET, TEXT) or chunk.starts_lower or len(chunk.text) < _SHORTEST:
        return False
    if chunk.kind == TEXT and known.chunk.mark:
        return False
    return before.chunk.ended or not chunk.turned or piece.section != before.section


def _gathered(start: Piece, rest: Sequence[Piece], number: int, *, inferred: bool = False) -> _Paragraph:
    """The paragraph's text with what belongs to it: halves that a page break tore off, lists and further text."""
    text = start.chunk.text
    for piece in rest:
        if piece.section != start.section:
            break
        text = _with(text, piece.chunk)
    return _Paragraph(start=start, number=number, text=text, inferred=inferred)


def _with(text: str, chunk: Chunk) -> str:
    words = chunk.text
    if chunk.kind == NUMBERED:
        return f"{text}\n{chunk.number}. {words}"
    if chunk.starts_lower and not text.endswith((":", ";", ",")) and "\n− " not in text:
        return join_print(f"{text} {LOST}" if text.endswith((".", "!", "?")) else text, words)
    if chunk.kind == BULLET and (text.endswith(":") or "\n− " in text):
        return f"{text}\n− {words}"
    return join_print(text, words) if not text.endswith((".", ":", ";", "!", "?")) or chunk.kind == BULLET else f"{text}\n{words}"


def _finding(paragraph: _Paragraph, problems: list[Problem]) -> Finding:
    piece = paragraph.start
    text = "\n".join(filter(None, (without_footnote(line) for line in paragraph.text.split("\n"))))
    if _CUT.search(text):
        text = f"{text} {LOST}"
        problems.append(_cut(paragraph))
    return Finding(
        ref=f"¶{paragraph.number}",
        kind="paragraph",
        service=piece.service,
        number=str(paragraph.number),
        section=piece.section,
        text=text,
        inferred=paragraph.inferred,
        place=piece.chunk.place.saying(squeeze(piece.chunk.place.quote or piece.chunk.text)),
    )


def _inferred(piece: Piece, number: int, before: int, following: int | None) -> Problem:
    return Problem(
        where=str(piece.chunk.place),
        found=f"A paragraph without its number: “{shorten(piece.chunk.text, 60)}”",
        expected=f"the number {number}; it stands between paragraphs {before} and {following}",
        do="The number is worked out from its neighbours; correct it if the report numbers it otherwise.",
        severity="info",
    )


def _lost(start: Piece, missing: Sequence[int], candidates: int) -> Problem:
    numbers = ", ".join(map(str, missing))
    return Problem(
        where=str(start.chunk.place),
        found=f"After paragraph {start.chunk.number} the numbers {numbers} are missing and {candidates} stretches of text could be theirs",
        expected="every number of the report's run of paragraphs",
        do="Look at the report there; the text is kept with the paragraph before it.",
    )


def _cut(paragraph: _Paragraph) -> Problem:
    return Problem(
        where=str(paragraph.start.chunk.place),
        found=f"Paragraph {paragraph.number} breaks off: “…{squeeze(paragraph.text)[-40:]}”",
        expected="the end of its last sentence",
        do=f"{LOST} stands where the words are lost; add them from the published report.",
    )
