"""What the first pages say of the plan as a whole: its title and its owner."""

import re
from collections.abc import Iterator, Sequence

from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Block, Line, Table
from goldthread.intake.plan.context import Styles
from goldthread.intake.plan.heads import is_bare_name

_PLAN = re.compile(
    r"\b(?:(?:improvement|action|priority action|delivery|recovery|implementation|transformation|accelerated progress"
    r"|strategic|development)\b.{0,60}\bplans?"
    r"|plan\b.{0,80}\b(?:improvement|action|response|inspection)|action tracker|plan tracker"
    r"|improvement (?:programme|tracker|journey)|written statement of (?:proposed )?action"
    r"|statement of (?:proposed )?action|plan)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:has been|have been|was|were|will|is|are|sets out|should)\b|[.;,]$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:appendix|contents|key|page|agenda|monitoring|governance|how|who|about|introduction|reporting)\b|.*\.{4}", re.IGNORECASE
)
_AGENDA = re.compile(r"\bbackground papers\b|^\d{1,2}\.?\s.*\s\d{1,3}\s*[-–]\s*\d{1,3}\b", re.IGNORECASE)
"""A line of an agenda: its item's number, its title and its pages."""
_OWNER_LABEL = re.compile(
    r"(?:(?:plan|document|overall|executive|programme|action plan|report|policy) )?(?:owner|owned by"
    r"|senior responsible (?:officer|owner)|sro|accountable (?:officer|executive)|responsible (?:officer|director)"
    r"|executive lead|lead (?:officer|director)|plan lead|sponsor|executive sponsor)(?: of (?:the |this )?plan)?",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^(?P<label>[^:\t]{3,45}?)\s*(?::|\t|\s[–-]\s)\s*(?P<said>\S.{1,120})$")
_TOLD_NEXT = re.compile(
    r"(?<=[A-Za-z)]{4})(?<!Cllr)(?<!Prof)[.;]\s+(?=[A-Z])|[;,|]\s+(?=(?i:(?:last )?(?:updated|version|approved|reviewed|date))\b)"
)
"""Where another statement begins after the owner's name: "… Families. Updated 12 February"."""
_BODY = re.compile(
    r"\b(?:council|department|directorate|services|authority|borough|partnership|trust|board|county|children[’']s (?:services|trust))\b",
    re.IGNORECASE,
)
_FEW = 2
_FRONT = 40
"""Blocks from the start that may be front matter."""


def read_title(blocks: Sequence[Block]) -> str | None:
    """The plan's title as printed: a heading that names a plan, or failing that the first short line that does."""
    lines = [block for block in blocks[:_FRONT] if isinstance(block, Line)]
    styles = Styles(blocks)
    ranked = [(rank, at) for at, line in enumerate(lines) if (rank := styles.rank(line)) is not None and _names_plan(line.text)]
    longer = _longer_than_name(lines, ranked)
    if longer is not None:
        return squeeze(lines[longer].text)
    if ranked:
        return _shortest(_whole(lines, min(ranked)[1], styles), blocks)
    control = next((said for label, said in _labelled(blocks) if re.fullmatch(r"(?:document |plan )?(?:title|name)", fold(label))), None)
    if control:
        return control
    plain = next((line.text for line in lines if _names_plan(line.text)), None)
    return squeeze(plain) if plain else _table_title(blocks) or _later_title(blocks[_FRONT:])


def _longer_than_name(lines: Sequence[Line], ranked: Sequence[tuple[float, int]]) -> int | None:
    """Where the paper's title stands when the first heading that names a plan is only a sheet's name (“Plan”); None otherwise."""
    if not ranked or not is_bare_name(lines[min(ranked)[1]].text):
        return None
    full = [at for at, line in enumerate(lines) if _names_plan(line.text) and not line.bullet and len(line.text.split()) > _FEW]
    headings = {at for _, at in ranked}
    return min(full, key=lambda at: (at not in headings, at), default=None)


_OPENS = re.compile(
    r"(?:the )?(?:\w+ ){0,4}(?:(?:improvement|action|delivery|recovery) plan|statement of (?:proposed )?action)\b", re.IGNORECASE
)


def _later_title(blocks: Sequence[Block]) -> str | None:
    """A title further on, where other papers stand before the plan: a line that opens with a plan's name."""
    texts = (squeeze(block.text) for block in blocks if isinstance(block, Line) and not block.bullet and len(block.text) <= 160)
    return next((text for text in texts if _OPENS.match(text) and _names_plan(text) and len(text.split()) > 3), None)


def _shortest(title: str, blocks: Sequence[Block]) -> str:
    """The title without an addition of the cover's own (“…: tracker”), when other pages repeat it bare."""
    texts = [squeeze(block.text) for block in blocks if isinstance(block, Line) and 12 <= len(block.text) < len(title)]
    bare = [text for text in texts if title.startswith(text) and texts.count(text) > 1 and _names_plan(text)]
    return max(bare, key=len, default=title)


def _names_plan(text: str) -> bool:
    flat = squeeze(text)
    return (
        len(flat) <= 160
        and bool(_PLAN.search(flat))
        and not _SENTENCE.search(flat)
        and not _ELSEWHERE.match(flat)
        and not _AGENDA.search(flat)
    )


def _whole(lines: Sequence[Line], at: int, styles: Styles) -> str:
    """A title that print wrapped over lines of one size."""
    first = lines[at]
    text = first.text
    for line in lines[at + 1 : at + 3]:
        if first.size is None or line.size != first.size or line.gap or styles.rank(line) != styles.rank(first):
            break
        text = f"{text} {line.text}"
    return squeeze(text)


def _table_title(blocks: Sequence[Block]) -> str | None:
    """A title row above the first table's headings, as workbooks have."""
    for block in blocks[:_FRONT]:
        if isinstance(block, Table):
            for row in block.rows[:4]:
                filled = [cell.text for cell in row if cell.text.strip()]
                if len(filled) == 1 and _names_plan(filled[0]):
                    return squeeze(filled[0])
    return None


def read_owner(blocks: Sequence[Block], title: str | None) -> str | None:
    """Whose plan it is: a labelled owner, or the body named beside the title."""
    for label, said in _labelled(blocks):
        if _OWNER_LABEL.fullmatch(fold(label)):
            return _TOLD_NEXT.split(squeeze(said), maxsplit=1)[0].rstrip(" .;,|")
    return _beside_title(blocks, title) if title else None


def _labelled(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Labels with what they say, from lines and from tables of two columns or more."""
    for block in blocks[:_FRONT]:
        if isinstance(block, Line):
            match = _LABELLED.match(block.text)
            if match:
                yield match["label"].strip(), match["said"].strip()
        elif len(block.rows[0]) <= 6 and len(block.rows) <= 30:
            for row in block.rows:
                filled = [squeeze(cell.text) for cell in row if cell.text.strip()]
                if 2 <= len(filled) <= 4:
                    yield from (
                        (label.rstrip(": "), said) for label, said in zip(filled[::2], filled[1::2], strict=False) if len(label) < 45
                    )


def _beside_title(blocks: Sequence[Block], title: str) -> str | None:
    texts = [squeeze(block.text) for block in blocks[:_FRONT] if isinstance(block, Line)]
    at = next((i for i, text in enumerate(texts) if text and fold(title).startswith(fold(text))), None)
    if at is None:
        return None
    for text in (*texts[at + 1 : at + 4], *reversed(texts[max(0, at - 2) : at])):
        if len(text) <= 90 and _BODY.search(text) and not _SENTENCE.search(text) and not _PLAN.search(text) and not re.search(r"\d", text):
            return text
    return None
