"""A picture as it stood on a day: dated changes are recorded, and undone again in reverse.

Changes speak of the JSON form, so that a recorded trail can be read without this program.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from goldthread.common.dates import spoken
from goldthread.common.errors import Refused
from goldthread.common.text import shorten
from goldthread.thread.codec import from_builtins, to_builtins
from goldthread.thread.picture import Change, Picture

_Edit = tuple[str, Any, Any]
"""JSON Pointer, value before, value after; None where the value is absent."""

_NAMED_BY = ("text", "board", "term", "label", "area", "ref", "found", "letter")
"""What tells one entry of a list from the next, whichever comes first with words in it."""


def record(before: Picture, after: Picture, *, on: date, by: str | None = None, why: str | None = None) -> Picture:
    """``after`` with before's history and the changes that made it from ``before``, all dated ``on``.

    Raises Refused when ``on`` comes before the last change recorded, as later changes would then be undone first.
    """
    last = max((change.on for change in before.history), default=on)
    if on < last:
        raise Refused(f"A change of {spoken(on)} cannot follow one of {spoken(last)}. Record changes in the order they were made.")
    edits = _edits(_content(before), _content(after), "")
    made = tuple(Change(on=on, path=path, before=old, after=new, by=by, why=why) for path, old, new in edits)
    return replace(after, history=before.history + made)


def as_at(picture: Picture, day: date) -> Picture:
    """The picture as it stood at the end of that day: every later change undone, and gone from its history.

    Raises Refused with the place when a recorded change does not fit what is there.
    """
    if all(change.on <= day for change in picture.history):
        return picture
    content = _content(picture)
    in_order = sorted(picture.history, key=lambda change: change.on)
    for change in reversed(in_order):
        if change.on > day:
            _undo(content, change)
    return replace(from_builtins(content), history=tuple(change for change in picture.history if change.on <= day))


def _content(picture: Picture) -> dict[str, Any]:
    return to_builtins(replace(picture, history=()))


def _edits(old: Any, new: Any, path: str) -> Iterator[_Edit]:
    """Edits that make new from old when done in order; positions in lists are those at the moment of the edit."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            yield from _edits(old.get(key), new.get(key), f"{path}/{_escape(key)}")
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_edits(old, new, path)
    elif old != new:
        yield path, old, new


def _list_edits(old: list[Any], new: list[Any], path: str) -> Iterator[_Edit]:
    blocks = SequenceMatcher(None, [_name(one) for one in old], [_name(one) for one in new], autojunk=False).get_opcodes()
    for _, old_start, old_end, new_start, new_end in blocks:
        here = new_start
        paired = min(old_end - old_start, new_end - new_start)
        for offset in range(paired):
            yield from _edits(old[old_start + offset], new[new_start + offset], f"{path}/{here}")
            here += 1
        yield from ((f"{path}/{here}", gone, None) for gone in old[old_start + paired : old_end])
        yield from ((f"{path}/{here + at}", None, come) for at, come in enumerate(new[new_start + paired : new_end]))


def _name(entry: Any) -> str:
    if isinstance(entry, dict):
        return next((str(entry[key]) for key in _NAMED_BY if entry.get(key)), "")
    return str(entry)


def _undo(content: Any, change: Change) -> None:
    *steps, last = [_unescape(step) for step in change.path.split("/")[1:]] or [""]
    for step in steps:
        content = _inside(content, step, change)
    if isinstance(content, dict):
        _undo_key(content, last, change)
    elif isinstance(content, list) and last.isdecimal():
        _undo_entry(content, int(last), change)
    else:
        raise _misfit(change, "nothing")


def _inside(content: Any, step: str, change: Change) -> Any:
    if isinstance(content, dict) and step in content:
        return content[step]
    if isinstance(content, list) and step.isdecimal() and int(step) < len(content):
        return content[int(step)]
    raise _misfit(change, "nothing")


def _undo_key(content: dict[str, Any], key: str, change: Change) -> None:
    if _bare(content.get(key)) != _bare(change.after):
        raise _misfit(change, _shown(content.get(key)))
    if change.before is None:
        content.pop(key, None)
    else:
        content[key] = change.before


def _undo_entry(content: list[Any], at: int, change: Change) -> None:
    """Undo an edit of a list: an entry that came goes, one that went comes back, one that changed changes back."""
    there = content[at : at + 1]
    if at > len(content) or (change.after is not None and _bare(there) != _bare([change.after])):
        raise _misfit(change, _shown(there[0] if there else None))
    content[at : at + (change.after is not None)] = [] if change.before is None else [change.before]


def _bare(value: Any) -> Any:
    """Without keys that hold nothing: whether a key is absent or null depends on the path by which it came to hold nothing."""
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items() if inner is not None}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value


def _misfit(change: Change, found: str) -> Refused:
    return Refused(
        f"The change of {spoken(change.on)} at {change.path or 'the top'} does not fit: found {found}, expected"
        f" {_shown(change.after)} as it left it. The picture was changed without its history; go back to the copy that has both."
    )


def _shown(value: object) -> str:
    return "nothing" if value is None else f"“{shorten(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))}”"


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _unescape(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")
