"""The settings of an installation, from what the settings module says of itself. Needs ``site.ready()``."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

import goldthread.settings as settings_of_the_site
from goldthread.settings import checks, database, oidc, secrets
from tools.reference.markdown import page, rst, sentence, table

_FOLDER = Path(settings_of_the_site.__file__ or "").parent
_ENTRY = re.compile(r"^``(GOLDTHREAD_[A-Z_]+)`` +(.+(?:\n {4,}.+)*)", re.MULTILINE)

_INTRODUCTION = """Everything that an installation changes is read from the environment when a command starts. Each setting may be left
out; what holds then is safe for one machine. [Install and run](../how-to/install-and-run.md) says which you need."""

_CHECKS = """`python -m django check --deploy --database default --settings goldthread.settings` says what Django finds in an installation
that has its home folder, and one line of Goldthread's own (`goldthread.I001`) on SQLite:"""

_REFUSED = "Nothing starts, and the command ends with exit code 2 and one line, when"


def pages() -> dict[str, str]:
    """``installation.md``."""
    rows = [(f"`{name}`", sentence(meaning), unless_told().get(name, "")) for name, meaning in described()]
    parts = (
        table(("Setting", "Meaning", "Unless told"), rows),
        f"## What refuses to start\n\n{_REFUSED}\n\n" + "\n".join(f"- {when}: {words}" for when, words in refusals()),
        f"## What the system check says\n\n{_CHECKS}\n\n" + "\n".join(f"- {words}" for words in _journals()),
    )
    return {"installation.md": page("Settings of an installation", _INTRODUCTION, *parts)}


def described() -> list[tuple[str, str]]:
    """Each setting with its meaning, in the order of the settings module."""
    docstrings = [module.__doc__ or "" for module in (settings_of_the_site, oidc)]
    return [(match[1], " ".join(rst(match[2]).split())) for text in docstrings for match in _ENTRY.finditer(text)]


def read() -> dict[str, ast.expr | None]:
    """Every setting that the code reads from the environment, with the default that stands there."""
    found: dict[str, ast.expr | None] = {}
    for file in sorted(_FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _reads(node):
                default = next((one.value for one in node.keywords if one.arg == "default"), None)
                found[ast.literal_eval(node.args[0])] = default
    return found


def _reads(node: ast.Call) -> bool:
    named = isinstance(node.func, ast.Name) and node.func.id == "env"
    typed = isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.func.value.id == "env"
    return (named or typed) and bool(node.args) and isinstance(node.args[0], ast.Constant)


def unless_told() -> dict[str, str]:
    """The defaults that are plain values, in words; what is worked out is said in the meaning."""
    return {name: words for name, default in read().items() if (words := _words(default))}


def _words(default: ast.expr | None) -> str:
    try:
        value = ast.literal_eval(default) if default else ""
    except ValueError:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    listed = value if isinstance(value, list) else [value]
    return ", ".join(f"`{one}`" for one in listed if one != "")


def refusals() -> Iterator[tuple[str, str]]:
    """What keeps a command from starting, with its words."""
    yield "faults would be shown to the public", _said(secrets.refuse_debug_in_public, debug=True, hosts=["plan.northmere.example"])
    yield "today would be a made-up day in public", _said(secrets.standing_day, "2026-03-31", hosts=["plan.northmere.example"])
    yield "the made-up day is none", _said(secrets.standing_day, "yesterday", hosts=["localhost"])
    yield "the database is neither SQLite nor PostgreSQL", _said(database.settings, "mysql://northmere", Path())


def _said(function, *values, **named) -> str:  # type: ignore[no-untyped-def]
    try:
        function(*values, **named)
    except ImproperlyConfigured as refused:
        return f"“{refused}”"
    raise AssertionError(f"{inspect.unwrap(function).__name__} refuses nothing any more")


def _journals() -> Iterator[str]:
    """The sentence on an older SQLite and on one that is new enough."""
    yield checks.journal_words((3, 40, 1))
    yield checks.journal_words(database.SAFE_WAL)
