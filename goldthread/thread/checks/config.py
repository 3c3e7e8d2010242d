"""What one plan's owners tell the checks: a ``goldthread.toml`` beside the file, or any file given with ``--config``.

as_at = 2012-03-29              # the day the plan is checked for; --as-at wins over it
select = ["GT3"]                # only these codes or beginnings of codes
ignore = ["GT803"]              # or, with reasons: [ignore] GT803 = "agreed with the board on 3 May"
ignore_needs_reason = true      # then every ignored code has to carry one
months_without_progress = 2
cadences = ["monthly", "termly"]
acronyms = ["LADO"]             # known to every reader of this plan
[boards]                        # one board's own name = its other names
"Improvement Board" = ["Improving Services Group"]
[covered_elsewhere]             # finding = the plan that answers it
A7 = "Health action plan"
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldthread.common.errors import Refused

CONFIG_NAME = "goldthread.toml"
"""The name looked for beside a plan."""

CADENCES = (
    *("daily", "weekly", "fortnightly", "monthly", "six-weekly", "bi-monthly", "termly", "quarterly"),
    *("four-monthly", "six-monthly", "half-yearly", "annually", "annual", "yearly", "twice yearly"),
)
"""Rhythms that a reader can put in a calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of one plan. select, ignore: codes or beginnings of codes; ignore maps each to its reason (may be empty).

    months_without_progress: whole months. boards: a board's own name to its other names.
    covered_elsewhere: finding ref to the plan that answers it.
    """

    as_at: date | None = None
    select: tuple[str, ...] = ()
    ignore: Mapping[str, str] = field(default_factory=dict)
    ignore_needs_reason: bool = False
    months_without_progress: int = 2
    cadences: tuple[str, ...] = CADENCES
    acronyms: tuple[str, ...] = ()
    boards: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    covered_elsewhere: Mapping[str, str] = field(default_factory=dict)


_EXPECTED: dict[str, str] = {
    "as_at": "a date such as 2026-03-31",
    "select": 'a list of codes such as ["GT1", "GT305"]',
    "ignore": 'a list of codes such as ["GT803"], or a table of code = "reason"',
    "ignore_needs_reason": "true or false",
    "months_without_progress": "a whole number of months from 1 to 24",
    "cadences": 'a list of words such as ["monthly", "termly"]',
    "acronyms": 'a list of acronyms such as ["LADO"]',
    "boards": 'a table of "board" = ["other name"]',
    "covered_elsewhere": 'a table of finding = "plan that answers it"',
}


def from_toml(text: str, name: str = CONFIG_NAME) -> Config:
    """The settings that TOML text holds. Raises Refused with one line that names the key, what it holds and what it should."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise Refused(f"{name} is not valid TOML: {problem}. Mend that line, or leave the file out.") from None
    for key in found:
        if key not in _EXPECTED:
            raise Refused(f"{name}: “{key}” is not a setting. The settings are {', '.join(_EXPECTED)}.")
    config = Config(**{key: _read(key, value, name) for key, value in found.items()})
    bare = [code for code, reason in config.ignore.items() if not reason]
    if config.ignore_needs_reason and bare:
        raise Refused(f'{name}: {bare[0]} is ignored without a reason. Write it under [ignore] as {bare[0]} = "the reason".')
    return config


def _read(key: str, value: Any, name: str) -> Any:
    read = _shape(key, value)
    if read is None:
        raise Refused(f"{name}: {key} is {value!r}; it should be {_EXPECTED[key]}.")
    return read


def _shape(key: str, value: Any) -> Any:
    """The value in the type that Config holds, or None when it does not fit."""
    if key == "as_at":
        return value if type(value) is date else None
    if key == "ignore_needs_reason":
        return value if isinstance(value, bool) else None
    if key == "months_without_progress":
        return value if type(value) is int and 1 <= value <= 24 else None
    if key == "boards":
        fits = isinstance(value, dict) and all(_texts(names) for names in value.values())
        return {board: tuple(names) for board, names in value.items()} if fits else None
    if key == "covered_elsewhere":
        return value if isinstance(value, dict) and _texts(list(value.values())) else None
    return _codes(key, value) if key in ("select", "ignore") else tuple(value) if _texts(value) else None


def _codes(key: str, value: Any) -> Any:
    listed = list(value) if isinstance(value, dict) else value
    if not _texts(listed) or not all(re.fullmatch(r"GT\d{0,3}", code) for code in listed):
        return None
    if key == "select":
        return tuple(listed) if isinstance(value, list) else None
    reasons = value if isinstance(value, dict) else dict.fromkeys(listed, "")
    return reasons if all(isinstance(reason, str) for reason in reasons.values()) else None


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)
