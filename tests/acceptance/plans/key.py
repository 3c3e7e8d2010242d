"""The key to a paper: only what a careful reader would call certain. ``...`` is "not said", and is never compared."""

from dataclasses import dataclass
from types import EllipsisType
from typing import Any

from tests.acceptance.plans.paper import KEEPS, Paper

Said = Any
"""A value, a ``OneOf``, a ``Has``, a ``Kept``, or ``...``."""


class OneOf(tuple[Any, ...]):
    """Any of these readings is right."""

    def __new__(cls, *values: Any) -> "OneOf":
        return super().__new__(cls, values)


class Has(tuple[Any, ...]):
    """A list that holds at least these; or a text that holds these phrases."""

    def __new__(cls, *values: Any) -> "Has":
        return super().__new__(cls, values)


@dataclass(frozen=True)
class Kept:
    """A value that stands on the paper only by emphasis or shading: in formats that lose it, the value is ``otherwise``."""

    by: str
    value: Any
    otherwise: Any = None


@dataclass(frozen=True, kw_only=True)
class KeyAction:
    text: Said
    number: Said = ...
    parts: Said = ...
    leads: Said = ...
    basis: Said = ...
    responsible: Said = ...
    due: Said = ...
    recurrence: Said = ...
    accountable: Said = ...
    rating: Said = ...
    impact: Said = ...
    progress: Said = ...
    says: tuple[str, ...] | EllipsisType = ...


@dataclass(frozen=True, kw_only=True)
class KeyItem:
    """success: texts that stand among the outcomes or measures of the item or its actions."""

    text: Said
    actions: tuple[KeyAction, ...]
    number: Said = ...
    outcomes: Said = ...
    success: tuple[str, ...] | EllipsisType = ...
    rating: Said = ...
    timescale: Said = ...


@dataclass(frozen=True, kw_only=True)
class Key:
    """boards: each board with its cadence. status: labels in any order. glossary: terms that must be there.

    spare_items: a reader may also give headings that have no actions of their own as items.
    """

    items: tuple[KeyItem, ...]
    boards: dict[str, Any] | EllipsisType = ...
    status: tuple[str, ...] | EllipsisType = ...
    glossary: dict[str, str] | EllipsisType = ...
    kinds: tuple[str, ...] | EllipsisType = ...
    spare_items: bool = False


@dataclass(frozen=True, kw_only=True)
class Shape:
    name: str
    paper: Paper
    key: Key
    formats: tuple[str, ...] = ("docx", "xlsx", "html", "md", "pdf")


def act(text: Said, **said: Said) -> KeyAction:
    return KeyAction(text=text, **said)


def item(text: Said, *actions: KeyAction, **said: Said) -> KeyItem:
    return KeyItem(text=text, actions=actions, **said)


def expected(said: Said, form: str) -> Said:
    """What the key says for a paper written in this format."""
    if isinstance(said, Kept):
        return said.value if said.by in KEEPS[form] else said.otherwise
    return said
