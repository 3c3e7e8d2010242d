"""Plain text and Markdown as lines and tables, each with its line in the file."""

import re
from collections.abc import Sequence
from pathlib import Path

from goldthread.common.places import Place
from goldthread.common.text import BULLETS, squeeze
from goldthread.intake.document import Block, Document, Line, Table
from goldthread.intake.readers.encoding import read_text
from goldthread.intake.readers.text_inline import is_bold, plain, spans_of
from goldthread.intake.readers.text_records import whole_rows, whole_table
from goldthread.intake.readers.text_ruled import grid_rows, grid_table, is_rule, pipe_rows, pipe_table, ruled_rows
from goldthread.intake.readers.text_source import SourceLine, source_lines
from goldthread.intake.readers.text_unruled import aligned_rows, cut, tab_rows, tab_table, unruled

_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<words>\S.*?)(?:\s+#+)?\s*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*")
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})")
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_BULLET = re.compile(rf"[{re.escape(BULLETS)}]\s*(?=\S)|[-*+–—]\s+(?=\S)|o\s{{2,}}(?=\S)")
_SECOND_MARK = re.compile(rf"[-*+]\s+(?=(?:\(?(?:\d{{1,3}}|[a-z])[.)]|[{re.escape(BULLETS)}])\s)", re.IGNORECASE)
_LONGEST_HEADING = 500
_MARKUP = re.compile(r"\s*<table\b", re.IGNORECASE)
_LONGEST_TABLE = 5000  # lines of markup


def read(path: Path) -> Document:
    """The file's lines and tables in order, each with its line number; indents in leading spaces.

    Rows parted by tabs and columns lined up by spaces give tables with ``ruled=False``, unless blank lines or numbers tell
    which lines make a row; Markdown's pipe tables, drawn grids and columns under rules are certain. Elsewhere a blank line
    ends a table. Form feeds divide the file into pages.
    Raises Refused when the file is empty, is not text or is larger than the limit in ``encoding``.
    """
    decoded = read_text(path)
    lines, pages = source_lines(decoded.text)
    reader = _Reader(path.name, lines, markdown=path.suffix.lower() in (".md", ".markdown"))
    return Document(file=path.name, blocks=tuple(reader.blocks()), pages=pages, problems=decoded.problems)


class _Reader:
    """Goes through the lines once and gives blocks."""

    def __init__(self, name: str, lines: Sequence[SourceLine], *, markdown: bool) -> None:
        self.name, self.lines, self.markdown = name, lines, markdown
        self.tables = 0
        self.without_markup = 0  # no table in markup ends before this position
        self.width = 0  # of the last table parted by tabs, which may go on after a blank line

    def blocks(self) -> list[Block]:
        """Every line and table in order."""
        found: list[Block] = []
        at = 0
        while at < len(self.lines):
            table, end = self._table(at)
            if table is None:
                line, end = self._line(at)
                found += [line] if line else []
            else:
                found.append(table)
            at = end
        return found

    def _table(self, at: int) -> tuple[Table | None, int]:
        for way in (self._markup_table, self._drawn_table, self._tabbed_table, self._spaced_table):
            table, end = way(at)
            if table is not None:
                self.tables += 1
                return table, end
        return None, at

    def _drawn_table(self, at: int) -> tuple[Table | None, int]:
        for rows, make in ((grid_rows, grid_table), (pipe_rows, pipe_table)):
            if (end := rows(self.lines, at)) > at:
                return make(self.lines[at:end], self.tables + 1, markdown=self.markdown), end
        return None, at

    def _tabbed_table(self, at: int) -> tuple[Table | None, int]:
        end = tab_rows(self.lines, at, self.width)
        if end == at:
            return None, at
        table = tab_table(self.lines[at:end], self.tables + 1)
        self.width = len(table.rows[0])
        return table, end

    def _spaced_table(self, at: int) -> tuple[Table | None, int]:
        end, starts = ruled_rows(self.lines, at)
        if end == at:
            end, starts = aligned_rows(self.lines, at)
        if end == at:
            return None, at
        rows = [line for line in self.lines[at:end] if not is_rule(line.text)]
        fields = [cut(line.text, [0, *starts[1:]]) for line in rows]
        if whole := whole_rows(rows, fields):
            return whole_table(rows, fields, whole, self.tables + 1), end
        return unruled(zip(rows, fields, strict=True), rows[0], self.tables + 1), end

    def _markup_table(self, at: int) -> tuple[Table | None, int]:
        """A table that Markdown holds as markup because its own tables have no merged cells."""
        if at < self.without_markup or not self.markdown or self.lines[at].plain or not _MARKUP.match(self.lines[at].text):
            return None, at
        from goldthread.intake.readers.web import table_in  # here, because most text needs no parser of markup

        upto = min(len(self.lines), at + _LONGEST_TABLE)
        end = next((i + 1 for i in range(at, upto) if self.lines[i].text.rstrip().lower().endswith("</table>")), at)
        self.without_markup = at if end > at else upto
        markup = [""] * (self.lines[end - 1].number - self.lines[at].number + 1) if end > at else []
        for line in self.lines[at:end]:
            markup[line.number - self.lines[at].number] += line.text
        table = table_in(self.name, "\n".join(markup), self.lines[at].number, self.tables + 1) if markup else None
        return table, end

    def _line(self, at: int) -> tuple[Line | None, int]:
        """The line or heading at a position, None for a drawn rule; and the position after it."""
        source = self.lines[at]
        if source.plain:
            return _make(source, source.text.strip()), at + 1
        if _RULE.fullmatch(source.text):
            return None, at + 1
        if match := _HEADING.fullmatch(source.text) if len(source.text) <= _LONGEST_HEADING else None:
            return self._marked(source, match["words"], len(match["level"])), at + 1
        if self._is_underlined(at):
            return self._marked(source, source.text, 1 if "=" in self.lines[at + 1].text else 2), at + 2
        return self._marked(source, self._unquoted(source.text), None), at + 1

    def _unquoted(self, text: str) -> str:
        match = _QUOTED.match(text) if self.markdown else None
        return text[match.end() :] if match else text

    def _is_underlined(self, at: int) -> bool:
        """A heading printed with a line of = or - right under it."""
        line, below = self.lines[at], self.lines[at + 1] if at + 1 < len(self.lines) else None
        if below is None or below.apart or below.plain or not _UNDERLINE.fullmatch(below.text):
            return False
        alone = at == 0 or line.apart or self.lines[at - 1].text.strip()[:1] in "#=-"
        return alone and len(line.text) <= _LONGEST_HEADING and not _BULLET.match(line.text.lstrip())

    def _marked(self, source: SourceLine, printed: str, level: int | None) -> Line | None:
        """A line with its marks read. A list mark that Markdown set before a printed mark is left out of the text."""
        bare = _SECOND_MARK.sub("", printed.strip(), count=1) if _SECOND_MARK.match(printed.strip()) else printed.strip()
        spans = spans_of(bare, markdown=self.markdown)
        text = squeeze(plain(spans)) if "\t" in bare or "\n" in plain(spans) else plain(spans).strip()
        bullet = level is None and bool(_BULLET.match(printed.strip()))
        return _make(source, text, level=level, bullet=bullet, bold=is_bold(spans)) if text else None


def _make(source: SourceLine, text: str, *, level: int | None = None, bullet: bool = False, bold: bool = False) -> Line:
    indent = len(source.text.expandtabs(4)) - len(source.text.expandtabs(4).lstrip())
    place = Place(page=source.page, line=source.number, quote=source.text.strip())
    return Line(text=text, place=place, level=level, bold=bold, indent=indent, bullet=bullet, gap=source.gap)
