"""What of a Word document has not become text, said once for each kind."""

from collections.abc import Iterator
from typing import NamedTuple

from goldthread.common.errors import Refused
from goldthread.intake.readers.word_styles import W
from goldthread.intake.readers.word_text import Paper
from goldthread.thread.picture import Problem


class _Kind(NamedTuple):
    """The words for a kind of thing: one of it, several, what became of it, what would be right and what to do."""

    one: str
    several: str
    became: str
    expected: str
    do: str
    severity: str = "info"


_DECIDE = "accept or reject the changes if the paper is final"
_KINDS = {
    "insertions": _Kind("tracked insertion", "tracked insertions", "kept as text", "changes accepted or rejected", _DECIDE),
    "deletions": _Kind("tracked deletion", "tracked deletions", "left out", "changes accepted or rejected", _DECIDE),
    "hidden": _Kind(
        "stretch of hidden text", "stretches of hidden text", "left out", "text that shows", "show it in Word if it belongs to the paper"
    ),
    "struck": _Kind(
        "stretch of struck-through text",
        "stretches of struck-through text",
        "kept as text",
        "text that stands",
        "delete what no longer stands, then read it again",
        "warning",
    ),
    "notes": _Kind("footnote", "footnotes", "text left out", "what matters in the text itself", "look at them if they may matter"),
    "pictures": _Kind("picture or chart", "pictures or charts", "left out", "text", "type in what matters of them"),
    "prompts": _Kind("field not filled in", "fields not filled in", "left out", "a choice or an entry", "fill in those that matter"),
    "embedded": _Kind(
        "embedded file", "embedded files", "named but not read", "files that can be read by themselves", "open what matters and read it"
    ),
    "inserted documents": _Kind(
        "inserted document",
        "inserted documents",
        "left out",
        "its text in the document itself",
        "open it in Word, save it, then read it again",
        "error",
    ),
    "comments": _Kind("comment", "comments", "left out", "what matters in the text itself", "look at them if they may matter"),
}


def problems_of(paper: Paper) -> Iterator[Problem]:
    """A problem for each kind of thing that was left out or may not be meant to stand."""
    paper.left_out["comments"] = _comments(paper)
    for name, kind in _KINDS.items():
        if count := paper.left_out[name]:
            found = f"{count} {kind.one if count == 1 else kind.several}, {kind.became}"
            yield Problem(where="the document", found=found, expected=kind.expected, do=kind.do, severity=kind.severity)


def _comments(paper: Paper) -> int:
    try:
        roots = [paper.package.root(name) for name in paper.package.related(paper.part, "comments")]
    except Refused:  # broken comments leave the text readable
        return 0
    return sum(len(root.findall(f"{W}comment")) for root in roots)
