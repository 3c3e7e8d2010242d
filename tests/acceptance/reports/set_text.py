"""A paper as text: hard-wrapped lines, form feeds, and footers that fall where the page ends, lists or not."""

import textwrap
from itertools import chain, zip_longest
from pathlib import Path

from tests.acceptance.reports.paper import Beside, Block, Bullets, Contents, Footnote, Heading, PageBreak, Paper, Para, Table

BREAK = "\f"


def write(paper: Paper, path: Path) -> None:
    """Writes the paper as UTF-8 text."""
    lines = list(chain.from_iterable(_block(block, paper) for block in paper.blocks))
    path.write_text("".join(_pages(lines, paper)), encoding="utf-8")


def _pages(lines: list[str], paper: Paper) -> list[str]:
    pages: list[list[str]] = [[]]
    for line in lines:
        if line == BREAK or len(pages[-1]) >= paper.page_lines:
            pages.append([])
        if line != BREAK and (line or pages[-1]):
            pages[-1].append(line)
    return [_page(page, number, paper) for number, page in enumerate(pages, 1)]


def _page(lines: list[str], number: int, paper: Paper) -> str:
    head = [paper.header, ""] if paper.header else []
    foot = [*paper.footer[:-1], f"{paper.footer[-1]} {number}"] if paper.footer else [str(number)]
    return "\n".join([*head, *lines, *foot]) + "\n" + BREAK


def _wrap(text: str, paper: Paper, first: str = "", later: str = "") -> list[str]:
    return textwrap.wrap(text, paper.width, initial_indent=first, subsequent_indent=later if paper.hang else "")


def _block(block: Block, paper: Paper) -> list[str]:
    match block:
        case Heading():
            return [*_wrap(block.text + block.note, paper), ""]
        case Para():
            return [*_para(block, paper), ""]
        case Bullets():
            return [*_bullets(block, paper), ""]
        case Table():
            return [*_table(block, paper), ""]
        case Beside():
            return [*chain.from_iterable([*_wrap(text, paper), ""] for text in (*block.left, *block.right))]
        case Contents():
            return ["Contents", "", *(f"{text} {'.' * max(3, 70 - len(text))} {page}" for text, page in block.entries), ""]
        case Footnote():
            return [*_wrap(f"{block.mark} {block.text}", paper), ""]
        case PageBreak():
            return [BREAK]


def _para(para: Para, paper: Paper) -> list[str]:
    if para.number is None:
        return _wrap(para.text, paper)
    if para.lost:
        return _wrap(para.text, paper, "- ", "  ")
    if para.split:
        return [f"{para.number}.", "", *_wrap(para.text, paper)]
    return _wrap(para.text, paper, f"{para.number}. ", "    ")


def _bullets(block: Bullets, paper: Paper) -> list[str]:
    lines: list[str] = []
    for number, entry in enumerate(block.entries, 1):
        mark = f"{number}. " if block.numbered else f"{block.mark} " if block.mark else ""
        lines += _wrap(entry.text, paper, mark, "  ")
        for text in entry.under:
            lines += _wrap(text, paper, f"  {block.under_mark} ", "    ")
        if not mark:
            lines.append("")
    return lines


def _table(table: Table, paper: Paper) -> list[str]:
    if table.flow == "below":
        return [*chain.from_iterable(textwrap.wrap(cell, 40) for row in table.rows for cell in row if cell)]
    if table.flow == "wrapped":
        return [*chain.from_iterable(textwrap.wrap(" ".join(row), 60) for row in table.rows)]
    if table.flow == "columns":
        across = max(map(len, table.rows))
        return [row[at] for at in range(across) for row in table.rows if len(row) > at and row[at]]
    return [*chain.from_iterable(_row(row, table, paper) for row in table.rows)]


def _row(row: tuple[str, ...], table: Table, paper: Paper) -> list[str]:
    shares = table.shares or (1,) * len(row)
    widths = [max(8, paper.width * share // sum(shares) - 2) for share in shares]
    if len(row) == 1:
        return _wrap(row[0], paper)
    wrapped = [
        list(chain.from_iterable(textwrap.wrap(line, width) for line in cell.split("\n"))) for cell, width in zip(row, widths, strict=True)
    ]
    lines = zip_longest(*wrapped, fillvalue="")
    return ["  ".join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip() for line in lines]
