"""The settings of ``goldthread.toml``."""

import inspect
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from goldthread.thread.checks import CONFIG_NAME, Config
from goldthread.thread.checks import config as module
from tools.reference.markdown import cell, code, page, table

_MEANING = {
    "as_at": "The day that the plan is checked for.",
    "select": "Run only checks whose code begins with one of these.",
    "ignore": "Leave out checks whose code begins with one of these, with the reason where one is given.",
    "ignore_needs_reason": "Refuse an ignored code that carries no reason.",
    "months_without_progress": "After how many months without a dated entry an action counts as silent.",
    "cadences": "Rhythms that a board may have.",
    "acronyms": "Acronyms that every reader of this plan knows.",
    "boards": "A board's own name, and the other names that the plan has for it.",
    "covered_elsewhere": "Findings that another plan answers, and which.",
}

_INTRODUCTION = f"""What the owners of one plan tell the checks: a file `{CONFIG_NAME}` in [TOML](https://toml.io).
Every setting may be left out.
A setting that is not in the table, or that holds something else than it should, is refused with one line that says what it should be."""


def pages() -> dict[str, str]:
    """``configuration.md``."""
    rows = [(f"`{one.name}`", _MEANING[one.name], module._EXPECTED[one.name], _unless_told(one)) for one in fields(Config)]
    example = inspect.cleandoc(module.__doc__ or "").split("\n\n", 1)[1]
    shown = f"## Example\n\n{code(example, 'toml')}"
    return {
        "configuration.md": page(
            "Settings of the checks", _INTRODUCTION, table(("Setting", "Meaning", "Holds", "Unless told"), rows), shown
        )
    }


def _unless_told(one: "Field[Any]") -> str:
    value = one.default if one.default is not MISSING else {}
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if isinstance(value, Mapping) or value is None:
        return "none"
    return cell(value).lower()
