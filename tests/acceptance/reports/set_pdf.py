"""A paper as PDF: type sizes, bullets as printed, ruled or unruled tables, feet on every page."""

from pathlib import Path

import typst

from tests.acceptance.reports.paper import (
    SYMBOL_DOT,
    WINGDINGS_BOX,
    WINGDINGS_SQUARE,
    Beside,
    Block,
    Bullets,
    Contents,
    Footnote,
    Heading,
    PageBreak,
    Paper,
    Para,
    Table,
)

PREAMBLE = """
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 12pt, lang: "en", region: "GB")
#set page(paper: "a4", margin: (x: 2.4cm, top: 2.2cm, bottom: 2.4cm), header: text(size: 9pt, {header}), footer: context [
  #set text(size: 9pt)
  #grid(columns: (1fr, auto), [{footer}], [#counter(page).display()])
])
#show heading: set block(above: 1.3em, below: 0.8em)
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 3): set text(size: 12.5pt)
"""


PRINTABLE = dict.fromkeys((WINGDINGS_SQUARE, WINGDINGS_BOX, SYMBOL_DOT), "\u25aa")
"""Marks of symbol fonts, which typst's own fonts cannot draw, and one that they can."""


def write(paper: Paper, path: Path) -> None:
    """Writes the paper as PDF with typst's own fonts."""
    footer = " \\ ".join(f"#{_quoted(line)}" for line in paper.footer)
    preamble = PREAMBLE.replace("{header}", _quoted(paper.header)).replace("{footer}", footer)
    source = preamble + "\n".join("#{" + _block(block) + "}" for block in paper.blocks)
    path.write_bytes(typst.compile(source.encode(), format="pdf", ignore_system_fonts=True, timestamp=0))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"heading(level: {block.level}, {_quoted(block.text)}" + (f" + super({_quoted(block.note)}))" if block.note else ")")
        case Para():
            return _para(block)
        case Bullets():
            return _bullets(block)
        case Table():
            return _table(block)
        case Beside():
            sides = ", ".join(" + ".join(f"par({_quoted(text)})" for text in side) for side in (block.left, block.right))
            return f"grid(columns: (1fr, 1fr), gutter: 1.5em, {sides})"
        case Contents():
            rows = "".join(f", {_quoted(text)}, [#box(width: 1fr, repeat[.])], [{page}]" for text, page in block.entries)
            return f'heading(level: 2, "Contents") + grid(columns: (auto, 1fr, auto), row-gutter: 0.7em{rows})'
        case Footnote():
            return f"place(bottom, float: true, text(size: 8.5pt, super({_quoted(block.mark)}) + {_quoted(' ' + block.text)}))"
        case PageBreak():
            return "pagebreak()"


def _para(para: Para) -> str:
    body = f"strong({_quoted(para.text)})" if para.bold else _quoted(para.text)
    if para.number is not None:
        body = f"grid(columns: (2em, 1fr), {_quoted(f'{para.number}.')}, {body})"
    return f"block(below: 1.1em, {body})"


def _bullets(block: Bullets) -> str:
    rows = []
    for number, entry in enumerate(block.entries, 1):
        mark = f"{number}." if block.numbered else PRINTABLE.get(block.mark, block.mark)
        rows.append(_entry(mark, entry.text, 0) if mark else f"block(below: 1em, {_quoted(entry.text)})")
        rows += [_entry(block.under_mark, text, 1.4) for text in entry.under]
    return " + ".join(rows)


def _entry(mark: str, text: str, indent: float) -> str:
    return f"block(below: 0.8em, inset: (left: {indent}em), grid(columns: (1.5em, 1fr), {_quoted(mark)}, {_quoted(text)}))"


def _table(table: Table) -> str:
    across = max(map(len, table.rows))
    shares = ", ".join(f"{share}fr" for share in table.shares or (1,) * across)
    rows = ", ".join(_row(row, across, bold=table.header and not number) for number, row in enumerate(table.rows))
    stroke = "0.6pt" if table.ruled else "none"
    return f"table(columns: ({shares},), stroke: {stroke}, inset: 5pt, align: left + top, {rows})"


def _row(row: tuple[str, ...], across: int, *, bold: bool) -> str:
    if len(row) == 1 and across > 1:
        return f"table.cell(colspan: {across}, strong({_quoted(row[0])}))"
    wrap = "strong" if bold else "text"
    return ", ".join(f"{wrap}({_quoted(cell)})" for cell in row)
