"""Lines of print put together as headings, bullets, numbered paragraphs and plain text.

A PDF and a hard-wrapped text file give lines of print; a Word file, a web page and a text file with whole paragraphs
give a line a paragraph. Both come out the same here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from goldthread.common.places import Place
from goldthread.common.text import BULLETS, squeeze
from goldthread.intake.document import Block, Document, Line, Table
from goldthread.intake.report.bodies import bodies, lead_in_bodies
from goldthread.intake.report.entry_words import ends_no_sentence
from goldthread.intake.report.furniture import footnote_figures, is_footnote, running_lines
from goldthread.intake.report.grades import whole_grade
from goldthread.intake.report.headings import band, is_back_matter, is_graded_area, is_known_area, is_section_title, list_kind
from goldthread.intake.report.judgement_rows import begins_with_judgement
from goldthread.intake.report.print_style import Style
from goldthread.intake.report.responsible_words import names_responsible
from goldthread.intake.report.spaced import spaced_table

HEADING, BULLET, NUMBERED, TEXT, TABLE, SMALL = "heading", "bullet", "numbered", "text", "table", "small"

_LONG = 160  # characters that no line of print holds
_SMALL = 0.88  # of the body's type size: footnotes, footers, back matter
_LARGE = 1.07
_SAME_SIZE = 0.3  # points
_SHORT = 0.75  # of a full line: the last line of a paragraph
_ROOM = 0.85  # of a full line: what a word more may fill, letters being of different widths
_NEAR = 3.0  # points
_HEADING_LINES = 6  # of print, at most
_MARK = re.compile(rf"([{re.escape(BULLETS)}\uf0a8\uf0ad\uf02d\u2b1b\u2b1c\u25c6]|[-–—−‒*o](?=\s))\s*(?=\S)")
_BARE = re.compile(rf"[{re.escape(BULLETS)}\uf0a8\uf0ad\uf02d\u2b1b\u2b1c\u25c6]")
_LETTERED = re.compile(r"\(?(?:[a-h]|[ivx]{1,4})[.)]\s+(?=\S)")
_FACT = re.compile(r"(?:inspection|visit|fieldwork|report|lead|reporting|age|previous|date|dates|published)\b[^:]{0,30}:", re.IGNORECASE)
_EDGE = re.compile(r"[A-Za-z\W_]{1,2}")  # what is left of a word set on edge
_NUMBER = re.compile(r"\(?(\d{1,3})(?:[.)](?:\s+|$|(?=[A-Z]))|\s{2,}(?=[A-Z]))")
_SCALE = re.compile(r"(?:outstanding|good|adequate|satisfactory|inadequate) \(grade \d\)\s+\S", re.IGNORECASE)
_NOISE = re.compile(
    r"(?:page\s+)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s+of\s+\d{1,3})?|this page is intentionally left blank|\[?page (?:break|\d+)\]?", re.IGNORECASE
)
_ENDS = (".", "!", "?", ":", ";", ".’", ".”", ".'", '."')


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A heading, bullet, numbered paragraph, stretch of text or table.

    text: on one line, without its bullet mark or number. first, last: positions of its blocks in the document.
    turned: it is the first on its page. alone: a heading only because it stands alone.
    indent: left edge of its first line. level, size: as the document's lines have them.
    """

    kind: str
    text: str
    first: int
    last: int
    place: Place
    number: str | None = None
    mark: str | None = None
    indent: float = 0
    level: int | None = None
    size: float = 0
    gap: bool = False
    turned: bool = False
    table: Table | None = None
    alone: bool = False

    @property
    def ended(self) -> bool:
        """Whether the text comes to an end: a full stop or the like."""
        return self.text.endswith(_ENDS)

    @property
    def starts_lower(self) -> bool:
        """Whether the text begins in the middle of a sentence, as far as its first letter tells."""
        return self.text[:1].islower()


def chunked(document: Document, first: int, end: int, skip: frozenset[int] = frozenset()) -> tuple[Chunk, ...]:
    """The chunks of the document's blocks from first up to but not including end, those in skip left out."""
    style = Style.of(document, footnote_figures(document, first, end))
    running = running_lines(document, first, end)
    strips = [(at, block) for at, block in _strips(document.blocks, first, end) if at not in skip and at not in running]
    grown: list[_Growing] = []
    for index, (at, block) in enumerate(strips):
        if isinstance(block, Table):
            turned = bool(grown) and grown[-1].last.place.page != block.place.page
            grown.append(_Growing(Chunk(kind=TABLE, text="", first=at, last=at, place=block.place, table=block, turned=turned)))
            continue
        following = strips[index + 1][1] if index + 1 < len(strips) else None
        chunk = _chunk(at, block, style, following, grown[-1].last if grown else None)
        if grown and _continues(grown[-1], chunk, block, style):
            grown[-1].add(chunk)
        else:
            grown.append(_Growing(chunk, grown[-1] if grown else None))
    return tuple(_listed(_graded([_settled(growing.whole()) for growing in grown])))


def _graded(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks; short text above a line that is nothing but a grade is a heading."""
    pairs = zip_longest(chunks, chunks[1:])
    return [replace(chunk, kind=HEADING) if below and whole_grade(below.text) and _is_open(chunk) else chunk for chunk, below in pairs]


def _listed(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """The chunks; short lines that stand alone one after the other under the heading of a list are its entries."""
    under, begun = False, False
    for at, chunk in enumerate(chunks):
        following = next_of(chunks, at)
        if chunk.kind == HEADING and not chunk.alone:
            under, begun = list_kind(chunk.text) is not None, False
        elif chunk.alone and under:
            more = begun or (following is not None and _is_open(following))
            under = begun = more and following is not None and (following.kind != TEXT or _is_open(following))
            chunk = replace(chunk, kind=TEXT, alone=False) if begun else chunk
        elif chunk.kind != SMALL:
            under, begun = under and (_is_open(chunk) or chunk.text.endswith(":")), under and _is_open(chunk)
        yield chunk


def _is_open(chunk: Chunk) -> bool:
    """Whether a chunk of text may be an entry whose mark is lost."""
    return chunk.alone or (chunk.kind == TEXT and ends_no_sentence(chunk.text))


def strip_mark(text: str) -> tuple[str | None, str]:
    """The bullet mark at the start of text, and the rest."""
    match = _MARK.match(text)
    return (match[1], text[match.end() :]) if match else (None, text)


def strip_number(text: str) -> tuple[str | None, str]:
    """The paragraph number at the start of text, and the rest."""
    match = _NUMBER.match(text)
    return (str(int(match[1])), text[match.end() :]) if match else (None, text)


def join_print(before: str, after: str) -> str:
    """Two lines of print as one; a word parted at a hyphen keeps the hyphen."""
    if before.endswith(("-", "‑")) and not before.endswith((" -", " ‑")) and after[:1].islower():
        return before + after
    return f"{before} {after}".strip()


def _strips(blocks: Sequence[Block], first: int, end: int) -> Iterator[tuple[int, Block]]:
    """Blocks without page numbers; a table of one column comes as lines, one laid out with spaces as a table."""
    taken = first
    for at in range(first, end):
        block = blocks[at]
        if at < taken:
            continue
        if spaced := spaced_table(blocks, at, end):
            table, taken = spaced
            yield at, table
        elif isinstance(block, Line):
            if not _is_noise(block.text.strip()):
                yield at, block
        elif all(len(cell.text.strip()) < 3 for row in block.rows for cell in row):
            continue
        elif max((len(row) for row in block.rows), default=0) == 1:
            yield from ((at, line) for line in _column_lines(block))
        else:
            yield at, block


def _is_noise(text: str) -> bool:
    """Nothing, a page's number, or a letter or two of a word set on edge."""
    return not text or bool(len(text) < 60 and (_NOISE.fullmatch(text) or (_EDGE.fullmatch(text) and not _BARE.fullmatch(text))))


def _column_lines(table: Table) -> Iterator[Line]:
    for row in table.rows:
        cell = row[0]
        for text in cell.text.splitlines():
            if text.strip():
                yield Line(text=text.strip(), place=replace(cell.place, quote=text), gap=text == cell.text.splitlines()[0])


def _chunk(at: int, line: Line, style: Style, following: Block | None, before: Chunk | None) -> Chunk:
    text = squeeze(line.text)
    turned = before is not None and before.place.page != line.place.page
    mark, rest = (text, "") if _BARE.fullmatch(text) else strip_mark(text)
    number, unnumbered = strip_number(rest)
    start = Chunk(
        kind=TEXT,
        text=text,
        first=at,
        last=at,
        place=line.place,
        indent=line.indent,
        level=line.level,
        size=line.size or 0,
        gap=line.gap,
        turned=turned,
    )
    apart = line.gap or before is None or before.ended or before.kind in (HEADING, TABLE, SMALL)
    if (line.size and line.size < style.body * _SMALL) or ((apart or text.endswith(".")) and is_footnote(text, style.notes)):
        return replace(start, kind=SMALL)
    if number and not _is_numbered_heading(line, text, style):
        return replace(start, kind=NUMBERED, text=unnumbered, number=number, mark=mark)
    if mark or line.bullet:
        return replace(start, kind=BULLET, text=rest, mark=mark or "•")
    if _is_heading(line, text, style, following, apart=apart):
        return replace(start, kind=HEADING)
    alone = not (line.bold or style.marked) and _ends_like_heading(text) and _has_heading_shape(line, text, style, following)
    return replace(start, kind=HEADING, alone=True) if alone else start


def _is_numbered_heading(line: Line, text: str, style: Style) -> bool:
    """Whether a numbered line is a heading: "1. Leadership" set as one, and no sentence."""
    return (line.level is not None or (line.bold and style.marked)) and len(text) < 90 and not text.endswith(".")


def _is_heading(line: Line, text: str, style: Style, following: Block | None, *, apart: bool) -> bool:
    """Whether a line is a heading. apart: a sentence has ended before it, or space stands there."""
    if line.level is not None or _is_graded(text, following):
        return True
    if style.body and (line.bold or (line.size or 0) > style.body * _LARGE):
        return True
    if not _ends_like_heading(text):
        return False
    if list_kind(text) or (len(text) < 130 and (is_known_area(text) or is_section_title(text))):
        return apart or style.flowed or style.marked
    return line.bold and len(text) <= 140


def _ends_like_heading(text: str) -> bool:
    """Whether text begins and ends as headings do."""
    return text[:1].isupper() and not text.endswith((".", ";", ","))


def _is_graded(text: str, following: Block | None) -> bool:
    """Whether text, or text and the line after it, is an area with its grade, or an area whose title wraps."""
    if len(text) >= _LONG or not text[:1].isupper():
        return False
    if is_graded_area(text) or not isinstance(following, Line):
        return is_graded_area(text)
    joined = f"{text} {squeeze(following.text[:_LONG])}"
    return is_graded_area(joined) or (not following.gap and is_known_area(joined) and not is_known_area(text))


def _has_heading_shape(line: Line, text: str, style: Style, following: Block | None) -> bool:
    stands_apart = line.gap and (style.flowed or not isinstance(following, Line) or following.gap or bool(_MARK.match(following.text)))
    return stands_apart and not _FACT.match(text) and len(text) <= 100 and len(text.split()) <= 14 and not text.endswith(":")


def _continues(growing: "_Growing", chunk: Chunk, line: Line, style: Style) -> bool:
    before, ended = growing.first, growing.last.ended
    if before.kind in (NUMBERED, BULLET) and not any(growing.texts) and chunk.kind in (TEXT, HEADING):
        return True
    if style.flowed or before.kind == TABLE or line.gap:
        return False
    if before.kind == SMALL and chunk.kind == TEXT and not ended and is_footnote(before.text, style.notes):
        return True
    if chunk.kind in (HEADING, SMALL) or before.kind in (HEADING, SMALL):
        if before.kind == HEADING and chunk.kind == TEXT and _ends_title(f"{growing.short()} {chunk.text}"):
            return True
        return before.kind == chunk.kind and not chunk.turned and _same_heading(growing, chunk, style)
    if (
        chunk.kind != TEXT
        or is_back_matter(chunk.text)
        or (_LETTERED.match(chunk.text) and ended)
        or band(growing.short() or "")
        or _is_band(chunk.text)
        or (chunk.text[:1].isupper() and lead_in_bodies(chunk.text))
        or names_responsible(chunk.text) is not None
        or _says_who_already(growing, chunk)
    ):
        return False
    if ended and not style.body and chunk.text[:1].isupper() and len(growing.last.text) < style.width * _SHORT:
        return False
    if growing.listed and before.kind == TEXT and _is_next_entry(growing.last.text, chunk.text, style):
        return False
    if chunk.turned:
        return not ended or (
            before.kind != TEXT and style.body > 0 and chunk.indent > before.indent + _NEAR and before.place.page is not None
        )
    return not (before.kind == BULLET and style.body and ended and chunk.indent < before.indent - _NEAR)


def _says_who_already(growing: "_Growing", chunk: Chunk) -> bool:
    """Whether a line that names who is responsible is whole, and the next one names nobody more."""
    said = names_responsible(growing.short() or "") or ""
    return bool(bodies(said)) and not bodies(f"{said} {chunk.text}")


def _ends_title(joined: str) -> bool:
    return is_graded_area(joined) or is_known_area(joined)


def _is_next_entry(before: str, after: str, style: Style) -> bool:
    """Whether a line begins another entry of a list without marks: the one before has ended or was ended on purpose.

    It was where the first word of the next line had room on it.
    """
    if not after[:1].isupper():
        return False
    return before.endswith(";") or len(before) + 1 + len(after.split(maxsplit=1)[0]) < style.width * _ROOM


class _Growing:
    """A chunk while its lines are put together; they are joined once, at its end. listed: it is plain text in a list."""

    def __init__(self, chunk: Chunk, above: "_Growing | None" = None) -> None:
        self.first = chunk
        self.listed: bool = above is not None and chunk.kind == TEXT and (above.listed or above.leads_to_list())
        self.last = chunk
        self.texts = [chunk.text]
        self.quotes = [chunk.place.quote or chunk.text]

    def add(self, chunk: Chunk) -> None:
        """One more line of print."""
        self.last = chunk
        self.texts.append(chunk.text)
        self.quotes.append(chunk.place.quote or chunk.text)

    def leads_to_list(self) -> bool:
        """Whether it is the heading of a list of findings."""
        return self.first.kind == HEADING and list_kind(self.short() or "") is not None

    def short(self) -> str | None:
        """The text so far while it is no longer than a heading can be."""
        return " ".join(self.texts).strip() if len(self.texts) < _HEADING_LINES else None

    def whole(self) -> Chunk:
        """The chunk with all of its lines."""
        if self.last is self.first:
            return self.first
        quote = squeeze(_print_joined(self.quotes))
        return replace(self.first, text=_print_joined(self.texts), last=self.last.last, place=self.first.place.saying(quote))


def _print_joined(texts: Sequence[str]) -> str:
    """Lines of print as one text, in time that grows with their length."""
    pieces = [texts[0]]
    for before, after in pairwise(texts):
        if join_print(before[-2:], after[:1]) == before[-2:] + after[:1]:
            pieces.append(after)
        else:
            pieces.append(f" {after}")
    return "".join(pieces).strip()


def _is_band(text: str) -> bool:
    """A time band on a line of its own; without a colon it might be the end of a sentence."""
    return text.endswith(":") and band(text) is not None


def _same_heading(growing: "_Growing", chunk: Chunk, style: Style) -> bool:
    """Two heading lines are one heading unless their type differs or the first already says all that such a heading says."""
    if growing.first.kind == SMALL:
        return True
    if abs(growing.last.size - chunk.size) > _SAME_SIZE:
        return False
    text = growing.short()
    return style.body > 0 and text is not None and list_kind(text) is None


def _settled(chunk: Chunk) -> Chunk:
    """What is set like a heading and runs on like prose is prose; a row of judgements, or the scale's words, are none."""
    if (chunk.kind == NUMBERED and begins_with_judgement(chunk.text)) or (chunk.kind == TEXT and _SCALE.match(chunk.text)):
        return replace(chunk, kind=SMALL)
    if chunk.kind == HEADING and (len(chunk.text) > 220 or (chunk.text.endswith(".") and len(chunk.text.split()) > 14)):
        return replace(chunk, kind=TEXT)
    return chunk


def next_of(chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """The next chunk that is no footnote."""
    return next((chunk for chunk in chunks[at + 1 :] if chunk.kind != SMALL), None)
