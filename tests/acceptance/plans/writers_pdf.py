"""Papers as PDF, set by typst."""

from datetime import UTC, datetime
from pathlib import Path

import typst

from tests.acceptance.plans.paper import Block, Bullets, Cell, Heading, PageBreak, Paper, Table, Text, runs

MADE = datetime(2026, 1, 5, tzinfo=UTC)
PREAMBLE = """
#set document(date: none)
#set text(font: "Libertinus Serif", size: 9.5pt, lang: "en", region: "GB", hyphenate: false)
#set page(width: 29.7cm, height: HEIGHTcm, margin: 1.5cm, footer: [#set text(size: 8pt)
  #grid(columns: (1fr, auto), [FOOTER], [#context counter(page).display()])])
#set table(stroke: STROKE, inset: 4pt, align: left + top)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)
"""


RULED, ROWS, BARE = "0.5pt", "(x: none, y: 0.5pt)", "none"


def write_pdf(paper: Paper, path: Path, stroke: str = RULED) -> None:
    """stroke: what is drawn of the tables: every border, only the lines between rows, or nothing."""
    footer = f"#{_quoted(paper.footer)}" if paper.footer else ""
    source = PREAMBLE.replace("HEIGHT", str(paper.page_height)).replace("FOOTER", footer).replace("STROKE", stroke)
    source += "\n".join("#" + _block(block) for block in paper.blocks)
    path.write_bytes(typst.compile(source.encode(), format="pdf", ignore_system_fonts=True, timestamp=int(MADE.timestamp())))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _runs(markup: str, *, bold: bool = False) -> str:
    made = []
    for run in runs(markup):
        drawn = f"text({_quoted(run.text)})"
        for wanted, name in ((run.bold or bold, "strong"), (run.underline, "underline"), (run.strike, "strike")):
            drawn = f"{name}({drawn})" if wanted else drawn
        made.append(drawn)
    return " + ".join(made) or "[]"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"heading(level: {block.level}, {_quoted(block.text)})"
    if isinstance(block, Text):
        return f"par({_runs(block.text)})"
    if isinstance(block, Bullets):
        return f"{'enum' if block.numbered else 'list'}({', '.join(_runs(text) for text in block.texts)})"
    return "pagebreak(weak: true)" if isinstance(block, PageBreak) else _table(block)


def _table(block: Table) -> str:
    widths = block.widths or (1,) * len(block.grid()[0])
    header = not block.plain_header
    head = ", ".join(_cell(cell, header=header) for row in block.rows[: block.headers] for cell in row)
    body = ", ".join(_cell(cell, header=False) for row in block.rows[block.headers :] for cell in row)
    top = f"table.header(repeat: {str(block.repeat).lower()}, {head}), " if head else ""
    return f"block(table(columns: ({', '.join(f'{width}fr' for width in widths)},), {top}{body}))"


def _cell(cell: Cell, *, header: bool) -> str:
    colour = cell.fill or ("D9E2EC" if header else None)
    fill = f'fill: rgb("#{colour}"), ' if colour else ""
    body = " + linebreak() + ".join(_runs(text, bold=header) for text in cell.markup.split("\n"))
    return f"table.cell(colspan: {cell.across}, rowspan: {cell.down}, {fill}{body})"
