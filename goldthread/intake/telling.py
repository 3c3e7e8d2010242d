"""Long work says what it is doing, so that whoever waits can see that it goes on."""

from collections.abc import Callable

Tell = Callable[[str], None]
"""Told what is being done, in a few words, each time it changes."""


def tell_nobody(_: str) -> None:
    """For whoever does not wait."""
