"""A paper as a page of HTML, as inspectorates publish some reports."""

from html import escape
from pathlib import Path

from tests.acceptance.reports.paper import Beside, Block, Bullets, Contents, Footnote, Heading, PageBreak, Paper, Para, Table


def write(paper: Paper, path: Path) -> None:
    """Writes the paper as a whole page; there are no page feet in it."""
    body = "\n".join(_block(block, paper) for block in paper.blocks)
    head = f'<meta charset="utf-8"><title>{escape(paper.title)}</title><style>p {{ margin: 1em }}</style>'
    path.write_text(
        f'<!DOCTYPE html>\n<html lang="en-GB"><head>{head}</head>\n<body><main>\n{body}\n</main></body></html>\n', encoding="utf-8"
    )


def _block(block: Block, paper: Paper) -> str:
    match block:
        case Heading():
            note = f"<sup>{block.note}</sup>" if block.note else ""
            return f"<h{block.level}>{escape(block.text)}{note}</h{block.level}>"
        case Para():
            return _para(block, paper)
        case Bullets():
            return _bullets(block)
        case Table():
            return _table(block)
        case Beside():
            return "".join(f"<div>{''.join(f'<p>{escape(text)}</p>' for text in side)}</div>" for side in (block.left, block.right))
        case Contents():
            rows = "".join(f'<li><a href="#s{page}">{escape(text)}</a></li>' for text, page in block.entries)
            return f"<nav><h2>Contents</h2><ol>{rows}</ol></nav>"
        case Footnote():
            return f"<p><small><sup>{block.mark}</sup> {escape(block.text)}</small></p>"
        case PageBreak():
            return ""


def _para(para: Para, paper: Paper) -> str:
    text = f"<strong>{escape(para.text)}</strong>" if para.bold else escape(para.text)
    if para.number is None:
        return f"<p>{text}</p>"
    if paper.word_numbers:
        return f'<ol start="{para.number}"><li>{text}</li></ol>'
    return f"<p>{para.number}. {text}</p>"


def _bullets(block: Bullets) -> str:
    if not block.mark:
        return "".join(f"<p>{escape(entry.text)}</p>" for entry in block.entries)
    kind = "ol" if block.numbered else "ul"
    return f"<{kind}>{''.join(_entry(entry.text, entry.under) for entry in block.entries)}</{kind}>"


def _entry(text: str, under: tuple[str, ...]) -> str:
    inner = f"<ul>{''.join(f'<li>{escape(point)}</li>' for point in under)}</ul>" if under else ""
    return f"<li>{escape(text)}{inner}</li>"


def _table(table: Table) -> str:
    across = max(map(len, table.rows))
    rows = []
    for number, row in enumerate(table.rows):
        tag = "th" if table.header and not number else "td"
        span = f' colspan="{across}"' if len(row) == 1 and across > 1 else ""
        rows.append("<tr>" + "".join(f"<{tag}{span}>{escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in row) + "</tr>")
    return f"<table>{''.join(rows)}</table>"
