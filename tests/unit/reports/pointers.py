"""What a JSON Pointer leads to in a picture."""

from typing import Any

from goldthread.thread.picture import Picture


def at(picture: Picture, key: str) -> Any:
    """The value there. Raises when there is none."""
    found: Any = picture
    for step in key.removeprefix("/").split("/"):
        found = found[int(step)] if step.isdecimal() else getattr(found, step)
    return found
