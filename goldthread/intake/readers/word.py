"""Word files as lines and tables, in the order of the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goldthread.common.places import Place
from goldthread.intake.document import Block, Document, Line
from goldthread.intake.readers.office_colours import Theme
from goldthread.intake.readers.office_package import Package
from goldthread.intake.readers.word_numbering import Numbering, indent_of
from goldthread.intake.readers.word_problems import problems_of
from goldthread.intake.readers.word_styles import Styles, W, measure
from goldthread.intake.readers.word_tables import inside, is_layout, kept_rows, read_table
from goldthread.intake.readers.word_text import Paper, Piece, Words, chosen, is_prompt, local, read_words, trimmed, with_mark

_SPACE = 0.95  # of the type size between paragraphs is as good as a blank line
_USUAL = 11.0  # points


def read(path: Path) -> Document:
    """The file's paragraphs and tables in order, as the final version shows them; sizes and indents in points.

    Headers, footers, comments, tracked deletions, hidden text and the text of footnotes are left out, and all but the
    first two reported. Word does not keep its pages, so places have none; ``line`` counts the paragraphs outside tables.
    Raises Refused when the file needs a password, is broken or cut short, or is no Word document.
    """
    package = Package(path, "Word document")
    try:
        paper = _paper(package)
        body = package.root(paper.part).find(W + "body")
        if body is None:
            raise package.broken("it has no text of a document in it")
        reading = _Reading(paper)
        reading.read(body)
        return Document(file=path.name, blocks=tuple(reading.blocks), problems=tuple(problems_of(paper)))
    finally:
        package.close()


def _paper(package: Package) -> Paper:
    part = package.main_part()
    styles = Styles(_related(package, part, "styles"))
    numbering = Numbering(_related(package, part, "numbering"), styles)
    return Paper(package, part, styles, numbering, Theme(package, part), package.relations(part))


def _related(package: Package, part: str, kind: str) -> Any:
    return next((package.root(name) for name in package.related(part, kind)), None)


@dataclass(slots=True)
class _Reading:
    """The walk through the body. paragraphs, tables: how many have come. apart: white space stands before what comes next."""

    paper: Paper
    blocks: list[Block] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    apart: bool = False

    def read(self, parent: Any) -> None:
        """Add what is inside an element of the body, a cell that is only a frame, or a text box."""
        for child in parent:
            kind = local(child)
            if kind == "p":
                self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind == "sdt":
                self._control(child)
            elif kind in ("customXml", "ins", "moveTo", "sdtContent"):
                self.read(child)
            elif kind == "AlternateContent":
                self.read(chosen(child))
            elif kind == "altChunk":
                self.paper.left_out["inserted documents"] += 1

    def _control(self, control: Any) -> None:
        if is_prompt(control.find(W + "sdtPr")):
            self.paper.left_out["prompts"] += 1
            return
        for content in control.iterchildren(W + "sdtContent"):
            self.read(content)

    def _table(self, element: Any) -> None:
        if is_layout(element):
            for row in kept_rows(element, self.paper):
                for cell in inside(row, "tc"):
                    self.read(cell)
            return
        table = read_table(self.paper, element, self.tables + 1)
        if table:
            self.tables += 1
            self.blocks.append(table)
            self.apart = True

    def _paragraph(self, paragraph: Any) -> None:
        self.paragraphs += 1
        words = read_words(self.paper, paragraph)
        before, after = (self._space(paragraph, side) for side in ("before", "after"))
        lines = list(self._lines(paragraph, words, before))
        self.blocks += lines
        self.apart = after if lines else True
        for box in words.boxes:
            self.read(box)

    def _space(self, paragraph: Any, side: str) -> bool:
        """Whether the paragraph keeps as good as a blank line free on that side."""

        def told(properties: Any) -> float | None:
            spacing = properties.find(W + "spacing")
            return measure(spacing.get(W + side), 20) if spacing is not None else None

        size = self.paper.styles.look(None, self.paper.styles.style_of(paragraph)).size or _USUAL
        return (self.paper.styles.found(paragraph, told) or 0) >= _SPACE * size

    def _lines(self, paragraph: Any, words: Words, before: bool) -> Iterator[Line]:
        level = self.paper.styles.level(paragraph)
        listed = bool(words.mark and words.mark.text) and level is None
        apart = self.apart or before
        if not words.text.strip():
            return
        for at, pieces in enumerate(_printed(with_mark(words), whole=level is not None)):
            text = "".join(piece.text for piece in pieces)
            yield Line(
                text=text,
                place=Place(line=self.paragraphs, quote=text),
                level=level,
                size=_size(pieces),
                bold=_is_bold(pieces, words),
                indent=self._indent(paragraph, words),
                bullet=listed and at == 0,
                gap=apart and at == 0 and bool(self.blocks),
            )

    def _indent(self, paragraph: Any, words: Words) -> float:
        own = indent_of(paragraph.find(W + "pPr"))
        if own is None and words.mark:
            own = words.mark.indent
        return (own if own is not None else self.paper.styles.found(paragraph, indent_of)) or 0


def _printed(pieces: list[Piece], *, whole: bool) -> list[list[Piece]]:
    """A paragraph parted at its line breaks; one that goes on in small letters, or in a heading (whole), parts nothing."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for at, text in enumerate(piece.text.split("\n")):
            if at:
                lines.append([])
            lines[-1].append(Piece(text, piece.bold, piece.underline, piece.size))
    kept: list[list[Piece]] = []
    for line in filter(None, map(trimmed, lines)):
        if kept and (whole or re.match(r"[a-z]", line[0].text)):
            kept[-1] += [Piece(" "), *line]
        else:
            kept.append(line)
    return kept


def _size(pieces: list[Piece]) -> float | None:
    """The type size of most of the letters."""
    letters: dict[float | None, int] = {}
    for piece in pieces:
        letters[piece.size] = letters.get(piece.size, 0) + len(piece.text.strip())
    return max(letters, key=lambda size: letters[size], default=None)


def _is_bold(pieces: list[Piece], words: Words) -> bool:
    """Whether all that is printed is bold; the mark of a list does not count."""
    mark = words.mark.text if words.mark else ""
    printed = [piece for piece in pieces if piece.text.strip() and piece.text.strip() != mark]
    return bool(printed) and all(piece.bold for piece in printed)
