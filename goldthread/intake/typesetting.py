"""What only typesetting put into the text: soft hyphens, which say where a word may part and are no letters of it.

Every reader's document passes here, so that no reader and no interpreter has to think of them. Quotes keep what stood there.
"""

import re
from dataclasses import replace

from goldthread.intake.document import Block, Cell, Document, Line

SOFT_HYPHEN = "\u00ad"
_PARTED = re.compile(rf"{SOFT_HYPHEN}(?:\n\s*)?")


def without_soft_hyphens(document: Document) -> Document:
    """The document with whole words; one that a soft hyphen parts at the end of a printed line goes on in the next line."""
    if not any(SOFT_HYPHEN in text for block in document.blocks for text in _texts(block)):
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
    spans = tuple(replace(span, text=_PARTED.sub("", span.text)) for span in cell.spans)
    return replace(cell, text=_PARTED.sub("", cell.text), spans=spans)


def _bare(block: Block) -> Block:
    return replace(block, text=block.text.replace(SOFT_HYPHEN, "")) if isinstance(block, Line) else block
