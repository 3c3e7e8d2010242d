"""A picture to JSON and back, without loss, in the contract's key order."""

from typing import Any

import msgspec

from goldthread.common.errors import Refused
from goldthread.thread.picture import SCHEMA, Picture

BEYOND = frozenset({"impact_rating", "evidence", "measures", "places", "mechanisms", "history"})
"""Keys that the first contract does not know: left out when they hold nothing."""


def _lean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lean(inner) for key, inner in value.items() if inner or key not in BEYOND}
    return [_lean(inner) for inner in value] if isinstance(value, list) else value


def to_builtins(picture: Picture) -> dict[str, Any]:
    """The picture as dicts, lists, strings and numbers; dates as ISO text; lists never None."""
    plain = msgspec.to_builtins(picture, builtin_types=())
    lean: dict[str, Any] = _lean(msgspec.json.decode(msgspec.json.encode(plain)))
    return lean


def to_json(picture: Picture) -> str:
    """The picture as indented UTF-8 JSON text ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(to_builtins(picture)), indent=2).decode() + "\n"


def from_json(text: str | bytes) -> Picture:
    """The picture that text holds. Raises Refused with the place of the first thing that is not as the contract says."""
    try:
        picture = msgspec.json.decode(text, type=Picture)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise Refused(
            f"This is not a picture that Goldthread wrote: {problem}. Read the document again with goldthread read."
        ) from None
    if picture.schema != SCHEMA:
        raise Refused(
            f"This picture says schema “{picture.schema}”; this Goldthread knows “{SCHEMA}”. Use the version that wrote it."
        )
    return picture
