"""Which authority a report is about. Reports print one name in several ways: “Northmere”, “Northmere Council”."""

from typing import Final

from goldthread.common.text import words

_KINDS: Final = frozenset({"the", "of", "council", "city", "county", "borough", "metropolitan", "district", "unitary", "royal"})
"""Words that say what sort of an authority it is, not which."""
_LONGER: Final = (["local", "area", "partnership"], ["london", "borough"], ["children's", "services"])


def key(printed: str | None) -> str:
    """For comparing only: the folded words that tell one authority from another; empty where none is printed.

    Whole words in their order: “Lincolnshire” is not “North Lincolnshire”.
    """
    found = words(printed or "")
    for phrase in _LONGER:
        found = _without(found, phrase)
    return " ".join(word for word in found if word not in _KINDS) or " ".join(found)


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two names are of one authority; a name that is not printed is of none."""
    return bool(key(one)) and key(one) == key(other)


def _without(found: list[str], phrase: list[str]) -> list[str]:
    at = next((at for at in range(len(found)) if found[at : at + len(phrase)] == phrase), None)
    return found if at is None else found[:at] + found[at + len(phrase) :]
