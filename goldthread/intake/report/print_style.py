"""What a document's lines tell about how it is set."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.intake.document import Document, Line

_FLOWED = (".docx", ".html", ".htm", ".md", ".xlsx", ".csv")
_WRAPPED = (".pdf",)
_LONG = 160  # characters that no line of print holds


@dataclass(frozen=True, slots=True)
class Style:
    """What the document's lines tell: whether they are whole paragraphs, the body's type size, whether headings are marked.

    notes: figures of footnotes. width: characters of a full line, where lines are no whole paragraphs.
    """

    flowed: bool
    body: float
    marked: bool
    notes: frozenset[str] = frozenset()
    width: int = 0

    @classmethod
    def of(cls, document: Document, notes: frozenset[str]) -> "Style":
        lines = [block for block in document.blocks if isinstance(block, Line)]
        name = document.file.lower()
        flowed = name.endswith(_FLOWED) or (not name.endswith(_WRAPPED) and _mostly_long(lines))
        sizes: Counter[float] = Counter()
        plain = [line for line in lines if line.level is None and not line.bold]
        for line in plain or lines:
            sizes[round(line.size or 0, 1)] += len(line.text)
        body = sizes.most_common(1)[0][0] if sizes else 0.0
        marked = len(plain) < len(lines) or len([size for size in sizes if size]) > 1
        return cls(flowed, body, marked, notes, 0 if flowed else _width(plain or lines, typeset=bool(body)))


def _width(lines: Sequence[Line], *, typeset: bool) -> int:
    """The length that one line in ten passes; where type is set, whose lines are all cut, the longest."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[-1 if typeset else len(lengths) * 9 // 10] if lengths else 0


def _mostly_long(lines: Sequence[Line]) -> bool:
    """Whether most of the text stands in lines longer than any line of print: paragraphs on one line each."""
    long = sum(len(line.text) for line in lines if len(line.text) > _LONG)
    return long * 2 > sum(len(line.text) for line in lines)
