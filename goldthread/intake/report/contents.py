"""Contents pages: their lines name every heading of a report and hold nothing of it."""

import re

from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Block, Document, Line, Table

_TITLE = re.compile(r"(?:table of )?contents(?: page)?:?|in this report:?")
_ENTRY = re.compile(r".*(?:\.{3,}|…|\s{2,}|\t|\s)\s*\d{1,3}|\d{1,3}|.*\.{4,}.*")
_LEADERS = re.compile(r"\.{5,}|(?:\. ){5,}|…{2,}")
_LED = re.compile(r"(?:\.{2,}|(?:\. ){2,}|…)\s*\d*$")
_LOOKAHEAD = 2  # lines of an entry that wraps before its page number


def contents_blocks(document: Document) -> frozenset[int]:
    """Positions of the blocks that are a contents page's title and entries."""
    found: set[int] = set()
    for at, block in enumerate(document.blocks):
        if at in found:
            continue
        if isinstance(block, Line) and _LEADERS.search(block.text):
            found.add(at)
        elif isinstance(block, Line) and _TITLE.fullmatch(fold(block.text)):
            found |= {at, *_entries(document.blocks, at + 1)}
    return frozenset(found)


def _entries(blocks: tuple[Block, ...], start: int) -> set[int]:
    end = start
    at = start
    led = False
    while at < len(blocks):
        if _is_entry(blocks[at]) and (not led or _is_led(blocks[at], after=at == end)) and not _runs_on(blocks, at):
            end = at + 1
            led = led or _is_led(blocks[at], after=False)
        elif at - end >= _LOOKAHEAD or not _could_wrap(blocks[at]):
            break
        at += 1
    return set(range(start, end)) if end - start > 1 or _is_listing(blocks, start, end) else set()


def _is_listing(blocks: tuple[Block, ...], start: int, end: int) -> bool:
    return end > start and isinstance(blocks[start], Table)


def _is_entry(block: Block) -> bool:
    if isinstance(block, Line):
        text = squeeze(block.text)
        return len(text) < 160 and bool(_ENTRY.fullmatch(text)) and not re.search(r"(?:19|20)\d\d$", text)
    last = [next((cell.text.strip() for cell in reversed(row) if cell.text.strip()), "") for row in block.rows]
    numbered = [text for text in last if re.fullmatch(r"(?:\d{1,3}\s*)+|.*[.\s]\d{1,3}", text)]
    return len(numbered) * 2 >= len(last) > 0


def _is_led(block: Block, *, after: bool) -> bool:
    """Whether dots lead to the page number; where they do once, they do in every entry. after: an entry ends just before."""
    return not isinstance(block, Line) or bool(_LED.search(block.text)) or (after and block.text.strip().isdecimal())


def _runs_on(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether the next line goes on in the middle of a sentence, so that a figure at the end of this one is no page."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return isinstance(following, Line) and isinstance(blocks[at], Line) and following.text[:1].islower()


def _could_wrap(block: Block) -> bool:
    return isinstance(block, Line) and len(block.text) < 120 and not block.text.rstrip().endswith((".", ":"))
