"""One cell, several statements: outcomes, measures and list entries told apart."""

import re

from goldthread.common.text import BULLETS, LOST, squeeze
from goldthread.intake.plan.damage import Vocabulary, split_unpunctuated, unbroken
from goldthread.intake.plan.drafts import Pieces

_ENTRY = re.compile(rf"^\s*(?:[{re.escape(BULLETS)}]|[-–—*](?=\s)|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)](?=\s))\s*")


def bare(entry: str) -> str:
    """A list entry without its bullet or number."""
    return squeeze(_ENTRY.sub("", entry, count=1)).strip()


def _apart(text: str) -> str:
    """Text with every bullet at the start of a line, where print ran them together."""
    return re.sub(rf"(?<=\S)\s+(?=[{re.escape(BULLETS)}]\s)", "\n", text)


def hard_statements(text: str) -> list[str]:
    """Statements of a cell whose newlines end paragraphs; a line that starts small goes on with the one before."""
    found: list[str] = []
    for line in _apart(text).split("\n"):
        if not line.strip():
            continue
        goes_on = found and not _ENTRY.match(line) and line.strip()[:1].islower()
        if goes_on:
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            found.append(line.strip())
    return _introduced([entry for entry in found if re.search(r"\w", entry)])


def _introduced(entries: list[str]) -> list[str]:
    """List entries after a lead-in that ends in a colon stay one statement with it when they are not sentences themselves."""
    if len(entries) > 1 and entries[0].endswith(":") and all(_ENTRY.match(entry) for entry in entries[1:]):
        return [squeeze(" ".join(entries))]
    return [bare(entry) for entry in entries]


def wrapped_statements(text: str) -> list[str]:
    """Statements of a cell whose newlines are where print wrapped.

    A new one begins at a bullet, or after a short line that ends a sentence.
    """
    lines = [line for line in _apart(text).split("\n") if line.strip()]
    width = max((len(line) for line in lines), default=0)
    found: list[list[str]] = []
    for i, line in enumerate(lines):
        before = lines[i - 1] if i else ""
        short = len(before) + len(line.split()[0]) < width
        breaks = not i or _ENTRY.match(line) or (re.search(r"[.;]\s*$", before) and short and not line.strip()[:1].islower())
        if breaks:
            found.append([line])
        else:
            found[-1].append(line)
    return [bare(unbroken("\n".join(entry))) for entry in found if re.search(r"\w", "".join(entry))]


_WHOLE_ROW = 45
"""A cell longer than a printed column's line holds a whole row's text."""


def damaged_statements(pieces: Pieces, known: Vocabulary = frozenset()) -> list[str]:
    """Statements of a column whose borders are gone: a blank or a row between lines parts them, and so does a capital after no stop."""
    paragraphs: list[str] = []
    for piece in pieces:
        text = piece.text.strip()
        opens = text[:1].isupper() or text.startswith(LOST) or bool(_ENTRY.match(text))
        row = len(text) >= _WHOLE_ROW
        if paragraphs and row and not opens and re.search(r"[.;]$", paragraphs[-1]):
            paragraphs.append(f"{LOST} {text}")
        elif paragraphs and not (opens and (piece.apart or row)):
            paragraphs[-1] = f"{paragraphs[-1]}\n{text}"
        else:
            paragraphs.append(text)
    found: list[str] = []
    for paragraph in paragraphs:
        found.extend(split_unpunctuated(unbroken(paragraph), known))
    return [bare(statement) for statement in found if re.search(r"\w", statement)]
