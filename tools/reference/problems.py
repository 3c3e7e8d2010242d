"""Problems that reading may report, found in the source where each is written."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import goldthread
from tools.reference.markdown import page, sentence, table

_PACKAGE = Path(goldthread.__file__).parent
_FIELDS = ("where", "found", "expected", "do")

_INTRODUCTION = """A problem is a doubt that needs a person. Each says where it is, what was found, what would be right and what to do;
a reading with a problem that is more than information ends with exit code 1, and the picture carries every problem with it.

- **info**: said for the record; nobody has to do anything.
- **warning**: look at the document.
- **error**: something is lost.

The tables list what the code can say, by the part that says it; `…` stands for what is filled in from the document."""

_GROUPS = (("intake/readers", "From reading the file"), ("intake/report", "From reading a report"), ("intake/plan", "From reading a plan"))


@dataclass(frozen=True, order=True)
class Said:
    """One problem as written in the source."""

    found: str
    expected: str
    do: str
    severity: str


def pages() -> dict[str, str]:
    """``problems.md``."""
    parts = [f"## {title}\n\n{_rows(folder)}" for folder, title in (*_GROUPS, ("intake", "From either"))]
    return {"problems.md": page("Problems that reading reports", _INTRODUCTION, *parts)}


def _rows(folder: str) -> str:
    files = (_PACKAGE / folder).glob("*.py" if folder == "intake" else "**/*.py")
    said = sorted({one for file in files for one in written(file.read_text(encoding="utf-8"))})
    rows = [(*map(sentence, (one.found, one.expected, one.do)), one.severity) for one in said]
    return table(("Found", "Expected", "What to do", "Severity"), rows) if rows else "None."


def written(source: str) -> Iterator[Said]:
    """Every problem in Python source whose words stand where it is made."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _says(node.func):
            given = dict(zip((*_FIELDS, "severity"), node.args, strict=False)) | {one.arg: one.value for one in node.keywords if one.arg}
            words = {name: _words(value) for name, value in given.items()}
            if all(words.get(name, "…") not in ("", "…") for name in ("expected", "do")):
                yield Said(words.get("found", "…"), words["expected"], words["do"], words.get("severity", "warning"))


def _says(name: ast.expr) -> bool:
    """Whether a call makes a problem: ``Problem(...)`` or ``doubts.say(...)``."""
    return (isinstance(name, ast.Name) and name.id == "Problem") or (isinstance(name, ast.Attribute) and name.attr == "say")


def _words(node: ast.expr) -> str:
    """Text as written, with … for what is filled in."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_words(piece) if isinstance(piece, ast.Constant) else "…" for piece in node.values)
    if isinstance(node, ast.IfExp):
        return f"{_words(node.body)} / {_words(node.orelse)}"
    if isinstance(node, ast.BinOp):
        return _words(node.left) + _words(node.right)
    return "…"
