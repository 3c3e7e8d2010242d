"""Papers as HTML, CSV, Markdown and plain text (tab separated, or aligned as a page's text comes out of a PDF)."""

import csv
import html
import io
import textwrap
from itertools import zip_longest
from pathlib import Path

from tests.acceptance.plans.paper import Block, Bullets, Cell, Heading, PageBreak, Paper, Run, Table, Text, plain, runs

PAGE = '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n{body}\n</body>\n</html>\n'


def write_html(paper: Paper, path: Path) -> None:
    body = "\n".join(_html_block(block) for block in paper.blocks)
    footer = f"\n<footer>{html.escape(paper.footer)}</footer>" if paper.footer else ""
    title = next((block.text for block in paper.blocks if isinstance(block, Heading)), "Plan")
    path.write_text(PAGE.format(title=html.escape(title), body=body + footer), encoding="utf-8")


def _html_block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{html.escape(block.text)}</h{block.level}>"
    if isinstance(block, Text):
        return f"<p>{_html_runs(block.text)}</p>"
    if isinstance(block, Bullets):
        name = "ol" if block.numbered else "ul"
        return f"<{name}>" + "".join(f"<li>{_html_runs(text)}</li>" for text in block.texts) + f"</{name}>"
    return "<hr>" if isinstance(block, PageBreak) else _html_table(block)


def _html_runs(markup: str) -> str:
    return "".join(_html_run(run) for run in runs(markup))


def _html_run(run: Run) -> str:
    made = html.escape(run.text)
    for wanted, name in ((run.bold, "strong"), (run.underline, "u"), (run.strike, "s")):
        made = f"<{name}>{made}</{name}>" if wanted else made
    return made


def _html_table(block: Table) -> str:
    rows = []
    for number, row in enumerate(block.rows):
        name = "th" if number < block.headers and not block.plain_header else "td"
        rows.append("<tr>" + "".join(_html_cell(cell, name) for cell in row) + "</tr>")
    return "<table>\n" + "\n".join(rows) + "\n</table>"


def _html_cell(cell: Cell, name: str) -> str:
    spans = (f' rowspan="{cell.down}"' if cell.down > 1 else "") + (f' colspan="{cell.across}"' if cell.across > 1 else "")
    style = f' style="background-color: #{cell.fill}"' if cell.fill else ""
    return f"<{name}{spans}{style}>{'<br>'.join(_html_runs(text) for text in cell.markup.split(chr(10)))}</{name}>"


def write_md(paper: Paper, path: Path) -> None:
    path.write_text("\n\n".join(_md_block(block) for block in paper.blocks) + "\n", encoding="utf-8")


def _md_block(block: Block) -> str:
    if isinstance(block, Heading):
        return "#" * block.level + " " + block.text
    if isinstance(block, Text):
        return _md_runs(block.text)
    if isinstance(block, Bullets):
        return "\n".join((f"{number}. " if block.numbered else "- ") + _md_runs(text) for number, text in enumerate(block.texts, 1))
    return "---" if isinstance(block, PageBreak) else _md_table(block)


def _md_runs(markup: str) -> str:
    made = ""
    for run in runs(markup):
        text = f"<u>{run.text}</u>" if run.underline else run.text
        text = f"~~{text}~~" if run.strike else text
        made += f"**{text}**" if run.bold else text
    return made


def _md_table(block: Table) -> str:
    grid = [[_md_cell(cell) if starts else "" for cell, starts in row] for row in block.grid()]
    lines = ["| " + " | ".join(row) + " |" for row in grid]
    return "\n".join([lines[0], "|" + " --- |" * len(grid[0]), *lines[1:]])


def _md_cell(cell: Cell) -> str:
    return _md_runs(cell.markup).replace("|", "\\|").replace("\n", "<br>")


def _flat(block: Block) -> list[str]:
    if isinstance(block, Heading | Text):
        return [plain(block.text)]
    if isinstance(block, Bullets):
        return [(f"{number}. " if block.numbered else "• ") + plain(text) for number, text in enumerate(block.texts, 1)]
    return []


def _values(block: Table) -> list[list[str]]:
    return [[cell.plain if starts else "" for cell, starts in row] for row in block.grid()]


def write_csv(paper: Paper, path: Path) -> None:
    """As a workbook's sheet is saved to CSV: lines in the first column, rows as long as the widest."""
    blocks = paper.blocks
    width = max(len(block.grid()[0]) for block in blocks if isinstance(block, Table))
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    for block in blocks:
        for row in _values(block) if isinstance(block, Table) else [[text] for text in _flat(block)]:
            writer.writerow(row + [""] * (width - len(row)))
        if isinstance(block, Table):
            writer.writerow([""] * width)
    path.write_text(made.getvalue(), encoding="utf-8-sig", newline="")


def write_tabs(paper: Paper, path: Path) -> None:
    """As a table pasted into a text file: a line a row, tabs between the cells, a cell's own lines run together."""
    lines = []
    for block in paper.blocks:
        if isinstance(block, Table):
            lines += ["\t".join(value.replace("\n", " ") for value in row) for row in _values(block)]
        else:
            lines += _flat(block)
        lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_aligned(paper: Paper, path: Path) -> None:
    """As a page's text with its layout: columns of print, two spaces or more between them, a blank line between rows."""
    lines = []
    for block in paper.blocks:
        if isinstance(block, Table):
            lines += _aligned_table(block)
        else:
            lines += [line for text in _flat(block) for line in textwrap.wrap(text, 150) or [""]]
        lines.append("")
    path.write_text("\n".join([*lines, paper.footer]) + "\n", encoding="utf-8")


def _aligned_table(block: Table) -> list[str]:
    grid = block.grid()
    relative = block.widths or (1,) * len(grid[0])
    widths = [max(8, round(160 * width / sum(relative))) for width in relative]
    lines = []
    for row in grid:
        cells = []
        for column, (cell, starts) in enumerate(row):
            room = sum(widths[column : column + cell.across]) - 2
            cells.append([line for text in cell.plain.split("\n") for line in textwrap.wrap(text, room)] if starts else [])
        for pieces in zip_longest(*cells, fillvalue=""):
            lines.append(_set_out(pieces, widths))
        lines.append("")
    return lines


def _set_out(pieces: tuple[str, ...], widths: list[int]) -> str:
    line = ""
    for start, piece in zip((sum(widths[:number]) for number in range(len(widths))), pieces, strict=True):
        line = line.ljust(start) + piece if piece else line
    return line
