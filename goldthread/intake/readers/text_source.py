"""A text file as numbered lines, with its pages, its blank lines and its fenced stretches."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")
_FAR = 100  # fences: one that closes later than this does not belong


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line with something on it. number: line of the file from 1. page: None where the file has no form feeds.

    text: as in the file, without its line end. gap: a blank line stands before it. turned: it is the first on its page.
    plain: it stands between fences or in a preamble of settings, where marks mean themselves.
    """

    number: int
    page: int | None
    text: str
    gap: bool
    turned: bool = False
    plain: bool = False

    @property
    def apart(self) -> bool:
        """Whether nothing before it can go on in it: a blank line or a page break stands between."""
        return self.gap or self.turned


def source_lines(text: str) -> tuple[list[SourceLine], int | None]:
    """The lines that are not blank, and the number of pages where form feeds divide the file."""
    pages = text.rstrip().count("\f") + 1 if "\f" in text.strip() else None
    lines: list[SourceLine] = []
    page, gap, turned = 1, False, True
    for number, whole in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        for at, part in enumerate(whole.split("\f")):
            if at:
                page, gap, turned = page + 1, False, True
            if part.strip():
                paged = page if pages else None
                lines.append(SourceLine(number=number, page=paged, text=part, gap=gap and not turned, turned=turned))
                gap, turned = False, False
            elif not at:
                gap = True
    return _unfenced(_without_preamble(lines)), pages


def _unfenced(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Lines without the fences around stretches of plain text; a fence that is never closed fences nothing."""
    kept: list[SourceLine] = []
    fences = [(at, match) for at, line in enumerate(lines) if (match := _FENCE.match(line.text))]
    at = done = 0
    while at < len(fences):
        start, opening = fences[at]
        kept += lines[done:start]
        done = start + 1
        closing = next((later for later in range(at + 1, min(len(fences), at + _FAR)) if _closes(fences[later][1], opening)), None)
        if closing is None:
            at += 1
            continue
        end = fences[closing][0]
        inside = [replace(line, plain=True) for line in lines[done:end]]
        kept += [replace(line, gap=True) if not i else line for i, line in enumerate(inside)]
        done, at = end + 1, closing + 1
    return kept + list(lines[done:])


def _closes(fence: re.Match[str], opening: re.Match[str]) -> bool:
    mark = opening["mark"]
    return fence["mark"][0] == mark[0] and len(fence["mark"]) >= len(mark) and not fence["info"].strip()


def _without_preamble(lines: list[SourceLine]) -> list[SourceLine]:
    """A preamble of settings between two rules at the top (``title: …``) as plain lines."""
    if not lines or lines[0].text.rstrip() != "---" or lines[0].number != 1:
        return lines
    end = next((at for at, line in enumerate(lines[1:60], start=1) if line.text.rstrip() in ("---", "...")), None)
    if end is None or not all(re.match(r"[\w-]+:|\s+\S|- ", line.text) for line in lines[1:end]):
        return lines
    return [*(replace(line, plain=True) for line in lines[1:end]), *lines[end + 1 :]]
