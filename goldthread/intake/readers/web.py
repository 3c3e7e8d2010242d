"""Web pages as lines and tables; what a browser does not show, and the furniture around the page, is left out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.common.text import BULLETS
from goldthread.intake.document import Block, Document, Line, Table
from goldthread.intake.readers.encoding import read_text
from goldthread.intake.readers.web_flow import Flow, Paragraph
from goldthread.intake.readers.web_styles import Styles
from goldthread.intake.readers.web_table import MOST_CELLS, TooLarge, make_table
from goldthread.thread.picture import Problem

_CHARSET = re.compile(rb"<(?:meta[^>]{0,200}charset|\?xml[^>]{0,200}encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_ARCHIVE = re.compile(r"\s*(?:From:|MIME-Version:|Content-Type:\s*multipart/related|Snapshot-Content-Location:)", re.IGNORECASE)
_NO_PAGE = re.compile(
    r"\b(?:report|page|document|file|resource|content|publication|url|site)s?\b"
    r".{0,40}(?:\bnot|n[’']t|\bcannot|\bno longer)\b.{0,12}\b(?:be )?"
    r"(?:found|exists?|available|located)\b|\berror 40[34]\b|\b40[34]\b.{0,12}\b(?:error|not found|forbidden)\b|^\s*404\b|\baccess denied\b"
    r"|\bservice (?:is )?(?:temporarily )?unavailable\b|\binternal server error\b|\bbad gateway\b",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"\bcookies?\b|\benable javascript\b|\bjavascript is (?:disabled|required)\b|\b(?:sign|log) ?in to\b|\bare you (?:a robot|human)\b"
    r"|\bchecking your browser\b|\bjust a moment\b",
    re.IGNORECASE,
)
_FEW_WORDS = 150


def read(path: Path) -> Document:
    """The page's lines and tables in order, each with its line in the source; merged cells laid out, shading kept.

    Lines: a heading has its level, a list entry is a bullet and has its printed number or letter, a term stands before
    its meaning. Raises Refused when the file is empty, binary or a web archive, is nested too deeply, or says only that
    something was not found or must be agreed to.
    """
    decoded = read_text(path, _declared)
    if _ARCHIVE.match(decoded.text):
        raise Refused(f"{path.name}: a web archive (MHTML), not a web page. Open it in a browser and save it as a web page (.html) or PDF.")
    root = _parse(path.name, decoded.text)
    flow = Flow(Styles(root))
    try:
        blocks = tuple(_blocks(root, flow))
    except TooLarge:
        raise Refused(f"{path.name}: a table with more than {MOST_CELLS} cells; no plan is that large. Save the part you need.") from None
    _refuse_notice(path.name, blocks, root)
    return Document(file=path.name, blocks=blocks, problems=(*decoded.problems, *_left_out(flow)))


def table_in(name: str, markup: str, first_line: int, number: int) -> Table | None:
    """The one table in markup that stands in another file from a line on; None unless it holds one table and nothing else.

    Raises Refused, in the file's name, when it is nested too deeply or too large.
    """
    root = _parse(name, "\n" * (first_line - 1) + markup)
    flow = Flow(Styles(root))
    parts = list(flow.paragraphs(root, in_cell=False))
    if len(parts) != 1 or isinstance(parts[0], Paragraph):
        return None
    try:
        return make_table(parts[0].element, number, flow)
    except TooLarge:
        raise Refused(f"{name}: a table with more than {MOST_CELLS} cells; no plan is that large. Save the part you need.") from None


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:8192])
    return match[1].decode("ascii") if match else None


def _parse(name: str, text: str) -> Any:
    # The text is decoded already, so whatever encoding the page declares for itself no longer holds.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        raise Refused(f"{name}: nothing of this web page can be read. Open it in a browser and save it again, or save it as PDF.") from None
    if any("depth" in error.message.lower() for error in parser.error_log):
        raise Refused(f"{name}: the page is nested too deeply to be read whole. Open it in a browser and save it as PDF, then read that.")
    return root


def _blocks(root: Any, flow: Flow) -> Iterator[Block]:
    tables = 0
    for part in flow.paragraphs(root, in_cell=False):
        if isinstance(part, Paragraph):
            yield _line(part)
            continue
        table = make_table(part.element, tables + 1, flow)
        if table is not None:
            tables += 1
            yield table


def _line(paragraph: Paragraph) -> Line:
    text = f"{paragraph.mark} {paragraph.text}" if paragraph.mark else paragraph.text
    return Line(
        text=text,
        place=Place(line=paragraph.line, quote=text),
        level=paragraph.level,
        bold=all(span.bold for span in paragraph.spans if span.text.strip()),
        indent=paragraph.depth,
        bullet=paragraph.level is None and (paragraph.entry or text[0] in BULLETS),
        gap=paragraph.gap,
    )


def _refuse_notice(name: str, blocks: tuple[Block, ...], root: Any) -> None:
    """Refuses a page without words, and a short one that only says why there is no report on it."""
    lines = [block.text for block in blocks if isinstance(block, Line)]
    words = " ".join(lines)
    said = [root.findtext(".//title") or "", *lines, *(element.text or "" for element in root.iter("noscript"))]
    short = len(lines) == len(blocks) and len(words.split()) < _FEW_WORDS
    notice = next((line.strip() for line in said if _NO_PAGE.search(line)), None)
    if short and notice:
        raise Refused(f"{name}: the page only says “{notice[:80]}”, so the download failed. Fetch the report again, then read it.")
    if short and (not words or (len(words.split()) < _FEW_WORDS // 2 and any(_WALL.search(line) for line in said))):
        raise Refused(f"{name}: the page holds no document, only a notice or nothing. Open it in a browser, then save the whole page.")


def _left_out(flow: Flow) -> Iterator[Problem]:
    for count, what, expected in (
        (flow.struck, "struck out (deleted words)", "words that stand"),
        (flow.hidden, "hidden on the page", "words that are shown"),
    ):
        if count:
            yield Problem(
                where="the whole page",
                found=f"{count} {'passage' if count == 1 else 'passages'} {what}, left out",
                expected=expected,
                do="look at the page in a browser if these words matter",
                severity="info",
            )
