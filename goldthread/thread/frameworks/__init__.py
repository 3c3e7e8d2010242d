"""Inspection frameworks as data: one TOML file each, with scale, areas and what must be written by when.

Belongs here: what an inspectorate's framework says, with its source, and how one framework's judgements stand to
another's (``mapping``). Does not belong here: how a report prints them.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from goldthread.common.errors import Refused
from goldthread.common.text import fold

OTHER = "other"
"""The code of an inspection under none of these frameworks."""

_INITIALS = re.compile(r"\s*\((?!good\))[a-z]{2,6}\)$")  # "… Board (LSCB)"
_FOOTNOTE = re.compile(r"(?<=[a-z])\d{1,2}$")
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]?\s+(?=[a-z]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """One grade of a scale. code: as the picture writes it. number: only where the framework numbers its grades."""

    code: str
    label: str
    number: int | None = None
    meaning: str = ""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Something that gets a grade. service: where the framework judges services apart. overall: a headline grade."""

    title: str
    service: str | None = None
    overall: bool = False
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A document that must be written. working_days: None where only the report gives the date. grades: empty for all."""

    document: str
    when: str
    source: str
    working_days: int | None = None
    counted_from: str | None = None
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One inspection framework. grades: best first. title_words: words by which its reports are known, folded.

    in_use_from, in_use_until: first and last day; None for no end. sources: where this is from, background knowledge
    said to be so.
    """

    order: int
    code: str
    name: str
    short_name: str
    inspectorates: tuple[str, ...]
    sources: tuple[str, ...]
    grades: tuple[Grade, ...]
    areas: tuple[Area, ...]
    in_use_from: date | None = None
    in_use_until: date | None = None
    must_write: tuple[Requirement, ...] = ()
    title_words: tuple[str, ...] = ()

    @property
    def overall(self) -> bool:
        """Whether a headline grade is given under this framework; where not, none is ever worked out."""
        return any(area.overall for area in self.areas)

    def grade(self, printed: str) -> Grade | None:
        """The grade that the whole of printed means on this framework's scale, else None.

        Takes "Adequate (Grade 3)" and "Grade 3 (adequate)"; a number that contradicts the words gives None, and so
        does a grade of another scale.
        """
        number, words = _number_and_words(printed)
        if words:
            found = next((grade for grade in self.grades if words in map(fold, (grade.label, grade.code, *grade.synonyms))), None)
            return None if found and number and found.number not in (None, number) else found
        return next((grade for grade in self.grades if number and grade.number == number), None)

    def grade_of(self, code: str) -> Grade | None:
        """The grade with that code."""
        return next((grade for grade in self.grades if grade.code == code), None)

    def area(self, printed: str, service: str | None = None) -> Area | None:
        """The area that the whole of printed names, with its numbering or footnote figure taken off, else None.

        service: needed where the framework uses one title for two services; without it such a title gives None.
        """
        words = _area_words(printed)
        found = [area for area in self.areas if words in _names_of(area) and (service is None or area.service in (None, service))]
        return found[0] if len(found) == 1 else None

    def covers(self, day: date) -> bool:
        """Whether inspections on that day were made under this framework."""
        return (self.in_use_from or day) <= day <= (self.in_use_until or day)


@cache
def all() -> tuple[Framework, ...]:
    """Every framework, oldest first."""
    loaded = (_load(file.name.removesuffix(".toml")) for file in files(__name__).iterdir() if _is_framework(file.name))
    return tuple(sorted(loaded, key=lambda framework: framework.order))


def get(code: str) -> Framework:
    """The framework with that code. Raises Refused naming the known codes; ``other`` is no framework."""
    for framework in all():
        if framework.code == code:
            return framework
    known = ", ".join(framework.code for framework in all())
    raise Refused(f"“{code}” is no framework that Goldthread knows. Use one of {known}; an inspection under none of them is “{OTHER}”.")


def find(code: str | None) -> Framework | None:
    """The framework with that code, or None for ``other``, None and unknown codes."""
    return next((framework for framework in all() if framework.code == code), None)


def _is_framework(name: str) -> bool:
    return name.endswith(".toml") and name != "mappings.toml"


def _load(code: str) -> Framework:
    return msgspec.convert(_data(code), type=Framework)


def _data(code: str) -> dict[str, Any]:
    """A framework's file; what it does not say it takes from the one that it follows."""
    data = tomllib.loads(files(__name__).joinpath(f"{code}.toml").read_text(encoding="utf-8"))
    inherited = _data(data.pop("follows")) if "follows" in data else {}
    if data.pop("no_end", False):
        inherited.pop("in_use_until")
    return inherited | data


def _number_and_words(printed: str) -> tuple[int | None, str]:
    """The grade's number and its words: (3, "adequate") from "Adequate (Grade 3)"; a footnote figure counts for nothing."""
    plain = fold(printed).strip(" .;:*-")
    numbered = re.search(r"\(?\bgrade:?\s*(\d)\)?|\((\d)\)|^(\d)(?:\b|$)", plain)
    number = int(next(group for group in numbered.groups() if group)) if numbered else None
    rest = plain[: numbered.start()] + plain[numbered.end() :] if numbered else plain
    return number, _FOOTNOTE.sub("", rest.strip(" ().;:-*").replace(")", "").replace("(", "")).strip()


@cache
def _names_of(area: Area) -> frozenset[str]:
    return frozenset(_area_words(name) for name in (area.title, *area.synonyms))


@lru_cache(maxsize=4096)
def _area_words(printed: str) -> str:
    plain = _INITIALS.sub("", _FOOTNOTE.sub("", fold(printed).strip(" .;:*-")))
    return _NUMBERED.sub("", plain).removeprefix("the ").removeprefix("judgement on ").strip()
