"""Small turns of phrase that several parts of the page share."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from goldthread.common.places import Place
from goldthread.reports.map.content import ActionLine, Quote

_UNSEEN = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_KINDS = {
    "area_for_improvement": "Area for improvement",
    "priority_action": "Priority action",
    "recommendation": "Recommendation",
    "paragraph": "Paragraph",
}
_SERVICES = {"looked_after": "Looked after children", "all": "All services"}
_FIELDS = {"by_when_text": "by when", "accountable_to": "accountable to"}
_SMALL = {"of", "the", "and", "for", "to", "in", "a", "an", "with"}


def fit(page: str) -> str:
    """A page or drawing without controls that turn text about unseen, and with ``\ufffd`` for what no page may hold."""
    return _UNFIT.sub("\ufffd", _UNSEEN.sub("", page))


def count(number: int, one: str, many: str | None = None) -> str:
    """``one action``, ``two actions``, ``31 actions``, ``no actions``."""
    return f"{number_word(number)} {one if number == 1 else many or one + 's'}"


def number_word(number: int) -> str:
    """``two``, ``31``, ``2,000``; ``no`` for nothing."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def unmeasured(actions: Sequence[ActionLine]) -> str:
    """What is missing where an item's threads do not all lead to a measure."""
    without = sum(not line.measures for line in actions)
    return f"{count(without, 'action')} without a measure" if without < len(actions) else "no measure"


def action_words(line: ActionLine) -> str:
    """What an action says: its words, else those of its lettered parts; empty when all are lost."""
    return line.action.text or "; ".join(f"{part.letter}) {part.text}" for part in line.action.parts)


def sentence(text: str) -> str:
    """The same with its first letter large."""
    return text[:1].upper() + text[1:]


def full_stop(text: str) -> str:
    """The same ending as a sentence does."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def kind_words(kind: str) -> str:
    """A kind of finding as a reader says it."""
    return _KINDS.get(kind, sentence(kind.replace("_", " ")))


def service_words(service: str | None) -> str | None:
    """A service as a heading."""
    return _SERVICES.get(service, sentence(service.replace("_", " "))) if service else None


def field_words(name: str) -> str:
    """A value's name as a reader says it."""
    return _FIELDS.get(name, name.replace("_", " "))


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """At most four capitals for a role or a name; an acronym stays as it is."""
    parts: list[str] = [part for part in re.findall(r"[^\W_]+", name) if part.lower() not in _SMALL]
    short = [part for part in parts if len(part) > 1 and part.isupper()]
    if short and len(short[0]) <= 5:
        return short[0]
    return "".join(part[0] for part in parts[:4]).upper() or "?"


def _quote(what: str, place: Place) -> tuple[Quote, ...]:
    said = str(place)
    known = place.quote is not None or any((place.page, place.line, place.table, place.row, place.column))
    return (Quote(what=what, where=said, words=place.quote),) if known else ()


def quotes(what: str, place: Place, places: Mapping[str, Place] | None = None) -> tuple[Quote, ...]:
    """The place of a whole value, then of its single fields where the reader kept them."""
    return (*_quote(what, place), *(quote for name, found in (places or {}).items() for quote in _quote(field_words(name), found)))
