"""What of a Word document has not become text, said once for each kind."""

from collections.abc import Iterator

from goldthread.common.errors import Refused
from goldthread.intake.readers.word_styles import W
from goldthread.intake.readers.word_text import Paper
from goldthread.thread.picture import Problem

_KINDS = {
    "insertions": (
        "info",
        "tracked insertion|, kept as text",
        "changes accepted or rejected",
        "accept or reject the changes if the paper is final",
    ),
    "deletions": (
        "info",
        "tracked deletion|, left out",
        "changes accepted or rejected",
        "accept or reject the changes if the paper is final",
    ),
    "hidden": ("info", "stretch of hidden text|, left out", "text that shows", "show the text in Word if it belongs to the paper"),
    "struck": (
        "warning",
        "stretch of struck-through text|, kept as text",
        "text that stands",
        "delete what no longer stands, then read it again",
    ),
    "notes": ("info", "footnote|, text left out", "what matters in the text itself", "look at the footnotes if they may matter"),
    "pictures": ("info", "picture|, left out", "text", "type in what matters of them"),
    "prompts": ("info", "field not filled in|, left out", "a choice or an entry", "fill in the fields that matter"),
    "embedded": (
        "info",
        "embedded file|, named but not read",
        "files that can be read by themselves",
        "open what matters and read it by itself",
    ),
    "inserted documents": (
        "error",
        "inserted document|, left out",
        "its text in the document itself",
        "open it in Word, save it and read it again",
    ),
    "comments": ("info", "comment|, left out", "what matters in the text itself", "look at the comments if they may matter"),
}


def problems_of(paper: Paper) -> Iterator[Problem]:
    """A problem for each kind of thing that was left out or may not be meant to stand."""
    paper.left_out["comments"] = _comments(paper)
    for kind, (severity, words, expected, do) in _KINDS.items():
        if count := paper.left_out[kind]:
            yield Problem(where="the document", found=counted(count, words), expected=expected, do=do, severity=severity)


def counted(count: int, words: str) -> str:
    """``3 comments, left out``, from ``comment|, left out``."""
    noun, _, rest = words.partition("|")
    first, *others = noun.split(" ")
    plural = (
        " ".join([_many(first), *others])
        if others[:1] in (["of"], ["not"])
        else " ".join([first, *others[:-1], _many(others[-1])])
        if others
        else _many(first)
    )
    return f"{count} {noun if count == 1 else plural}{rest}"


def _many(noun: str) -> str:
    return f"{noun}es" if noun.endswith("ch") else f"{noun}s"


def _comments(paper: Paper) -> int:
    try:
        roots = [paper.package.root(name) for name in paper.package.related(paper.part, "comments")]
    except Refused:  # broken comments leave the text readable
        return 0
    return sum(len(root.findall(W + "comment")) for root in roots)
