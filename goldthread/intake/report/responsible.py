"""Lines in a list of findings that say who is responsible for one: "Responsible body: X Council; NHS Y ICB".

They stand above the findings they are about or below them, the same way all through a list.
"""

import re
from collections.abc import Sequence

from goldthread.intake.report.bodies import bodies, listed_bodies
from goldthread.intake.report.chunks import Chunk
from goldthread.intake.report.entry import Entry
from goldthread.intake.report.responsible_words import names_responsible

Named = dict[int, list[tuple[str, ...]]]
_LONGEST = 160
_ACTS = re.compile(r"\b(?:should|must|needs? to|is|are|will|has|have)\b|[.?!]\s", re.IGNORECASE)


def without_responsible(chunks: Sequence[Chunk]) -> tuple[list[Chunk], Named]:
    """The other chunks, and the bodies of each such line by the position among them that it stands before.

    A label that stands alone names the bodies that fill the lines below it.
    """
    kept: list[Chunk] = []
    named: Named = {}
    open_label = False
    for chunk in chunks:
        told = _responsible(chunk)
        if told is not None:
            named.setdefault(len(kept), []).append(told)
            open_label = not told
        elif open_label and (more := _only_bodies(chunk)):
            named[len(kept)][-1] += more
        else:
            open_label = False
            kept.append(chunk)
    return kept, named


def _responsible(chunk: Chunk) -> tuple[str, ...] | None:
    """The bodies that a line makes responsible; empty where only the label stands; None for every other chunk."""
    said = names_responsible(chunk.text) if chunk.table is None else None
    if not said:
        return () if said == "" else None
    if told := bodies(said):
        return told
    return listed_bodies(said.replace(";", "\n")) if len(said) <= _LONGEST and not _ACTS.search(said) else None


def _only_bodies(chunk: Chunk) -> tuple[str, ...]:
    return bodies(chunk.text) if chunk.table is None else ()


def credit(entries: Sequence[Entry], marks: Sequence[tuple[int, tuple[str, ...]]]) -> None:
    """Give the findings their bodies. marks: how many findings stood before each line, and whom it names.

    The first mark shows the way: with a finding before it, marks stand below the finding they are about, otherwise above.
    """
    if not marks:
        return
    below = marks[0][0] > 0
    ends = [at for at, _ in marks[1:]] + [len(entries)]
    for (at, told), end in zip(marks, ends, strict=True):
        for entry in entries[at - 1 : at] if below else entries[at:end]:
            entry.beside = entry.beside or told
