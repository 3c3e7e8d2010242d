"""A picture to JSON and back, without loss, in the contract's key order."""

from collections.abc import Iterator
from typing import Any

import msgspec

from goldthread.common.dates import is_part_date
from goldthread.common.errors import Refused
from goldthread.thread.picture import SCHEMA, Picture

BEYOND = frozenset({"impact_rating", "evidence", "measures", "places", "mechanisms", "report_source", "history"})
"""Keys that the first contract does not know: left out when they hold nothing."""


def _lean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: inner if key == "history" else _lean(inner) for key, inner in value.items() if inner or key not in BEYOND}
    return [_lean(inner) for inner in value] if isinstance(value, list) else value


def to_builtins(picture: Picture) -> dict[str, Any]:
    """The picture as dicts, lists, strings and numbers; dates as ISO text; lists never None."""
    plain = msgspec.to_builtins(picture, builtin_types=())
    lean: dict[str, Any] = _lean(msgspec.json.decode(msgspec.json.encode(plain)))
    return lean


def from_builtins(value: object) -> Picture:
    """The picture that such dicts and lists hold. Raises Refused as ``from_json`` does."""
    return from_json(msgspec.json.encode(value))


def to_json(picture: Picture) -> str:
    """The picture as indented UTF-8 JSON text ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(to_builtins(picture)), indent=2).decode() + "\n"


def from_json(text: str | bytes) -> Picture:
    """The picture that text holds. Raises Refused with the place of the first thing that is not as the contract says."""
    try:
        picture = msgspec.json.decode(text, type=Picture)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as problem:
        raise Refused(f"This is not a picture that Goldthread wrote: {problem}. Read the document again with goldthread read.") from None
    if picture.schema != SCHEMA:
        raise Refused(f"This picture says schema “{picture.schema}”; this Goldthread knows “{SCHEMA}”. Use the version that wrote it.")
    for place, part in _part_dates(picture):
        if not is_part_date(part):
            raise Refused(f"“{part}” at {place} is no date. Write a day as 2012-02-29 or a month as 2012-03.")
    return picture


def _part_dates(picture: Picture) -> Iterator[tuple[str, str]]:
    """Every day or month of the picture with its place; their type is text, so the decoder lets any text through."""
    yield from ((f"findings[{at}].due", finding.due) for at, finding in enumerate(picture.findings) if finding.due is not None)
    for at, item in enumerate(picture.plan.items):
        if item.due is not None:
            yield f"plan.items[{at}].due", item.due
        for number, action in enumerate(item.actions):
            yield from ((f"plan.items[{at}].actions[{number}].due_dates[{n}]", part) for n, part in enumerate(action.due_dates))
