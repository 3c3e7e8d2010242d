"""What only typesetting put into the text: soft hyphens, which are no letters of a word, and blank lines by the dozen.

Every reader's document passes here, so that no reader and no interpreter has to think of them: one blank line in a cell parts
paragraphs as well as a hundred do, and a hundred thousand would keep patterns busy. Quotes keep what stood there.
"""

import re
from dataclasses import replace

from goldthread.intake.document import Block, Cell, Document, Line

SOFT_HYPHEN = "\u00ad"
_BLANK = re.compile(r"\n[ \t]*\n\s*\n")
_PARTED = re.compile(rf"{SOFT_HYPHEN}(?:\n\s*)?")


def tidied(document: Document) -> Document:
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
