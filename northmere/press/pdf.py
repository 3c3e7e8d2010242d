"""A paper as PDF, set by typst with its own fonts and a fixed date, so that the same words give the same bytes."""

from datetime import UTC, datetime

import typst

from press.blocks import Block, Bullets, Contents, Footnote, Grid, GridCell, Heading, PageBreak, Paper, Paragraph, Run, Text

SQUARE = "\u25fc"

PREAMBLE = """
#set document(title: {title}, author: "Goldthread", date: none)
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: {size}pt, lang: "en", region: "GB")
#set par(leading: {leading}em)
#set page(paper: "a4", flipped: {flipped}, margin: (x: {margin}, top: 1.9cm, bottom: 2.1cm), footer: context [
  #line(length: 100%, stroke: 0.6pt + rgb("#17212b"))
  #set text(size: 8.5pt)
  #grid(columns: (1fr, auto), [{footer}], [#counter(page).display()])
])
#show heading: set block(above: 1.3em, below: 0.7em)
#show heading.where(level: 1): set text(size: 23pt, weight: "regular")
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show table: set par(spacing: 0.65em)
#set table(stroke: 0.5pt + rgb("#5b6b7b"), inset: 4.5pt, align: left + top)
#set outline.entry(fill: repeat[.])
#let heads(level, body, contents) = heading(level: level, outlined: contents, body)
#let entry(number, body) = grid(columns: (1.9em, 1fr), number, body)
"""


def pdf_bytes(paper: Paper, made_on: datetime) -> bytes:
    """The paper as the bytes of a PDF that says it was made at that moment."""
    source = _preamble(paper) + "\n".join("#" + _block(block) for block in paper.blocks)
    made = typst.compile(source.encode(), format="pdf", ignore_system_fonts=True, timestamp=int(made_on.replace(tzinfo=UTC).timestamp()))
    return bytes(made)


def _preamble(paper: Paper) -> str:
    footer = " \\ ".join(f"#{_quoted(line)}" for line in paper.footer)
    values = {
        "title": _quoted(paper.title),
        "flipped": str(paper.landscape).lower(),
        "margin": "1.5cm" if paper.landscape else "2.5cm",
        "size": str(paper.size),
    }
    values["leading"] = "0.55" if paper.landscape else "0.68"
    made = PREAMBLE
    for name, value in {**values, "footer": footer}.items():
        made = made.replace("{" + name + "}", value)
    return made


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _run(run: Run) -> str:
    drawn = f"[#{_quoted(run.text)}]"
    for wanted, name in ((run.bold, "strong"), (run.underline, "underline"), (run.raised, "super")):
        drawn = f"{name}({drawn})" if wanted else drawn
    return drawn


def _paragraph(paragraph: Paragraph) -> str:
    return " + ".join(_run(run) for run in paragraph) or "[]"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        mark = f" + super[{block.mark}]" if block.mark else ""
        return f"heads({block.level}, {_quoted(block.text)}{mark}, {str(block.contents).lower()})"
    if isinstance(block, Text):
        return _text(block)
    if isinstance(block, Bullets):
        entries = ", ".join(f"[#{_quoted(text)}]" for text in block.texts)
        return f"list(marker: text(size: 0.75em, {_quoted(SQUARE)}), spacing: 0.8em, {entries})"
    if isinstance(block, Contents):
        return f"outline(title: {_quoted(block.heading)}, indent: 0pt)"
    if isinstance(block, Footnote):
        return f"place(bottom, float: true, text(size: 8.5pt, super({_quoted(block.mark)}) + {_quoted(' ' + block.text)}))"
    return "pagebreak(weak: true)" if isinstance(block, PageBreak) else _grid(block)


def _text(block: Text) -> str:
    body = _paragraph(block.runs)
    inner = f"entry({_quoted(block.number + '.')}, {body})" if block.number else body
    return f"block(below: {block.space + 5}pt, sticky: {str(block.keep).lower()}, text(size: {block.size}pt, {inner}))"


def _grid(grid: Grid) -> str:
    columns = ", ".join(f"{width}fr" for width in grid.widths)
    head = ", ".join(_cell(cell) for row in grid.rows[: grid.headers] for cell in row)
    body = ", ".join(_cell(cell) for row in grid.rows[grid.headers :] for cell in row)
    return f"text(size: {grid.size}pt, table(columns: ({columns},), table.header({head}), {body}))"


def _cell(cell: GridCell) -> str:
    fill = f'fill: rgb("#{cell.fill}"), ' if cell.fill else ""
    body = " + ".join(f"par({_paragraph(paragraph)})" for paragraph in cell.paragraphs) or "[]"
    return f"table.cell(colspan: {cell.across}, rowspan: {cell.down}, {fill}{body})"
