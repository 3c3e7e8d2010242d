"""What only typesetting put into the text: soft hyphens, which are no letters of a word, and blank lines by the dozen.

And what the file lost on its way: runs of the sign that stands for characters nobody could read become ``[...]``.

Every reader's document passes here, so that no reader and no interpreter has to think of them: one blank line in a cell parts
paragraphs as well as a hundred do, and a hundred thousand would keep patterns busy. Quotes keep what stood there.
"""

import re
from dataclasses import replace

from goldthread.common.places import Place
from goldthread.common.text import LOST
from goldthread.intake.document import Block, Cell, Document, Line
from goldthread.thread.picture import Problem

SOFT_HYPHEN = "\u00ad"
_BLANK = re.compile(r"\n[ \t]*\n\s*\n")
_PARTED = re.compile(rf"{SOFT_HYPHEN}(?:\n\s*)?")
_UNREAD = "\ufffd"
_ALL_GONE = rf"\A[^\w{_UNREAD}]*{_UNREAD}[^\w{_UNREAD}]*\Z"
_GONE = re.compile(rf"(?<!{_UNREAD})(?:{_ALL_GONE}|(?!(?<=\w){_UNREAD}{{1,3}}\w){_UNREAD}(?:[ \t]*{_UNREAD})+)")
"""A text of nothing else, or a run of them; up to three between letters are one letter or apostrophe of a word, and stay."""
_SHOWN = 3


def tidied(document: Document) -> Document:
    """The document with whole words and ``[...]`` where words are lost, as a problem says; see ``_whole``."""
    return _whole(_told(document))


def _told(document: Document) -> Document:
    """The document with ``[...]`` for what could not be read, and one problem that says where."""
    lost = [place for block in document.blocks for place, text in _placed(block) if _UNREAD in text and _GONE.search(text)]
    if not lost:
        return document
    return replace(document, blocks=tuple(_marked(block) for block in document.blocks), problems=(*document.problems, _unread(lost)))


def _placed(block: Block) -> list[tuple[Place, str]]:
    return [(block.place, block.text)] if isinstance(block, Line) else [(cell.place, cell.text) for row in block.rows for cell in row]


def _marked(block: Block) -> Block:
    if isinstance(block, Line):
        return replace(block, text=_GONE.sub(LOST, block.text))
    return replace(block, rows=tuple(tuple(_marked_cell(cell) for cell in row) for row in block.rows))


def _marked_cell(cell: Cell) -> Cell:
    if _UNREAD not in cell.text:
        return cell
    spans = tuple(replace(span, text=_GONE.sub(LOST, span.text)) for span in cell.spans)
    return replace(cell, text=_GONE.sub(LOST, cell.text), spans=spans)


def _unread(places: list[Place]) -> Problem:
    shown = "; ".join(map(str, places[:_SHOWN]))
    return Problem(
        where=f"{shown}; and {len(places) - _SHOWN} more" if len(places) > _SHOWN else shown,
        found=f"words that could not be read (shown as {_UNREAD * 3} in the file)",
        expected="words",
        do=f"{LOST} stands in their place. Look at the document and add the words by hand, or save it again from its source.",
    )


def _whole(document: Document) -> Document:
    """The document with whole words, and with no more than one blank line between the paragraphs of a cell.

    A word that a soft hyphen parts at the end of a printed line goes on in the next line.
    """
    if not any(SOFT_HYPHEN in text or _BLANK.search(text) for block in document.blocks for text in _texts(block)):
        return document
    whole = [_mended(block) for block in document.blocks]
    for at, block in enumerate(whole[:-1]):
        following = whole[at + 1]
        if isinstance(block, Line) and isinstance(following, Line) and block.text.endswith(SOFT_HYPHEN):
            tail, _, rest = following.text.partition(" ")
            whole[at], whole[at + 1] = replace(block, text=block.text + tail), replace(following, text=rest)
    return replace(document, blocks=tuple(_bare(block) for block in whole if not isinstance(block, Line) or block.text))


def _texts(block: Block) -> list[str]:
    return [block.text] if isinstance(block, Line) else [cell.text for row in block.rows for cell in row]


def _mended(block: Block) -> Block:
    """A table's cells without soft hyphens; a line may still end in one."""
    if isinstance(block, Line):
        end = SOFT_HYPHEN if block.text.endswith(SOFT_HYPHEN) else ""
        return replace(block, text=_PARTED.sub("", block.text) + end)
    return replace(block, rows=tuple(tuple(_cell(cell) for cell in row) for row in block.rows))


def _cell(cell: Cell) -> Cell:
    return replace(cell, text=_plain(cell.text), spans=tuple(replace(span, text=_plain(span.text)) for span in cell.spans))


def _plain(text: str) -> str:
    return _BLANK.sub("\n\n", _PARTED.sub("", text))


def _bare(block: Block) -> Block:
    return replace(block, text=block.text.replace(SOFT_HYPHEN, "")) if isinstance(block, Line) else block
