"""The fields of what a picture holds, as a person reads and changes them: a label, the value in words, and what may be entered."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from goldthread.common.dates import find_part_dates, is_part_date, parse_day, spoken
from goldthread.common.errors import Refused
from goldthread.common.places import NOWHERE, Place
from goldthread.common.text import fold, squeeze, words_in_list


class Form(StrEnum):
    """What a field holds, by which a page knows how to ask for it."""

    WORDS = "words"
    TEXT = "text"
    NUMBER = "number"
    LIST = "list"
    DAY = "day"
    PART_DATE = "part_date"
    PART_DATES = "part_dates"
    CHOICE = "choice"


_LISTS = (Form.LIST, Form.PART_DATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value of a proposal.

    name: its path within the proposal's JSON, without a leading slash (``leads``, ``outcomes/0/text``).
    value: in words, empty for none. raw: as in JSON. place: where it was read; the proposal's own when nothing nearer is known.
    choices: each code with its words; a choice is one of them, words may be. required: the proposal is nothing without it.
    """

    name: str
    label: str
    form: Form
    value: str
    raw: Any
    place: Place = NOWHERE
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False

    @property
    def entry(self) -> str:
        """The value as a person enters it: a list as one line each, dates in words."""
        if self.form in _LISTS:
            return "\n".join(in_words(self.form, [one]) for one in self.raw or ())
        return str(self.raw or "") if self.form is Form.CHOICE else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How one field of a kind of proposal is called and asked for."""

    name: str
    label: str
    form: Form = Form.WORDS
    choices: Sequence[tuple[str, str]] = ()
    required: bool = False

    def field(self, raw: Any, place: Place) -> Field:
        """The field with its value."""
        return Field(
            name=self.name,
            label=self.label,
            form=self.form,
            value=in_words(self.form, raw, self.choices),
            raw=raw,
            place=place,
            choices=tuple(self.choices),
            required=self.required,
        )


def in_words(form: Form, raw: Any, choices: Sequence[tuple[str, str]] = ()) -> str:
    """A JSON value in words; empty for none."""
    if raw is None or raw == []:
        return ""
    if form is Form.LIST:
        return words_in_list(map(str, raw))
    if form is Form.PART_DATES:
        return words_in_list(map(_day_in_words, raw))
    if form in (Form.DAY, Form.PART_DATE):
        return _day_in_words(raw)
    return dict(choices).get(raw, str(raw))


def _day_in_words(raw: Any) -> str:
    return spoken(raw) if isinstance(raw, str) and is_part_date(raw) else str(raw)


# What a person enters


def entered(field: Field, text: str) -> Any:
    """The JSON value that entered text gives: dates in British order or as 2026-03-27, a list one a line, nothing as None.

    Raises Refused with what would be right when the text is no such value, and when a required one is empty.
    """
    words = text.strip()
    if not words:
        empty: Any = [] if field.form in _LISTS else None
        return checked(field, empty)
    lines = [squeeze(line) for line in words.splitlines() if line.strip()]
    read: Mapping[Form, Callable[[], Any]] = {
        Form.WORDS: lambda: _coded(field, squeeze(words)),
        Form.NUMBER: lambda: int(words) if re.fullmatch(r"[0-9]{1,9}", words) else words,
        Form.LIST: lambda: lines,
        Form.DAY: lambda: _day(words),
        Form.PART_DATE: lambda: _part(words),
        Form.PART_DATES: lambda: [_part(line) for line in lines],
    }
    return checked(field, read.get(field.form, lambda: words)())


def _coded(field: Field, words: str) -> str:
    return next((code for code, named in field.choices if fold(named) == fold(words)), words)


def _day(words: str) -> str:
    day = parse_day(words)
    return day.isoformat() if day else words


def _part(words: str) -> str:
    found = find_part_dates(words)
    return str(found[0].value) if len(found) == 1 and not is_part_date(words) else words


def checked(field: Field, value: Any) -> Any:
    """The JSON value itself. Raises Refused in one line when the field cannot hold it."""
    if field.required and not value:
        raise Refused(f"{field.label} is empty. Enter it, or refuse what it belongs to.")
    if value is None and field.form not in _LISTS:
        return None
    expected = _EXPECTED[field.form]
    if not _FITS[field.form](value):
        raise Refused(f"{field.label} cannot be {_shown(value)}. Enter {expected}.")
    if field.form is Form.CHOICE and value != field.raw and value not in dict(field.choices):
        raise Refused(f"{field.label} cannot be {_shown(value)}. Choose one of {words_in_list(name for name, _ in field.choices)}.")
    return value


def _shown(value: Any) -> str:
    return f"“{squeeze(str(value))[:80]}”"


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: Any) -> bool:
    return _is_part(value) and len(value) == 10


def _is_part(value: Any) -> bool:
    return isinstance(value, str) and is_part_date(value)


def _every(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(fits, value))


_FITS: Mapping[Form, Callable[[Any], bool]] = {
    Form.WORDS: _is_words,
    Form.TEXT: _is_words,
    Form.CHOICE: _is_words,
    Form.NUMBER: lambda value: isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9,
    Form.LIST: _every(_is_words),
    Form.DAY: _is_day,
    Form.PART_DATE: _is_part,
    Form.PART_DATES: _every(_is_part),
}
_EXPECTED: Mapping[Form, str] = {
    Form.WORDS: "words, or nothing",
    Form.TEXT: "words, or nothing",
    Form.CHOICE: "one of the choices",
    Form.NUMBER: "a whole number",
    Form.LIST: "words, one a line",
    Form.DAY: "a day such as 27 March 2026",
    Form.PART_DATE: "a day such as 27 March 2026 or a month such as March 2026",
    Form.PART_DATES: "days such as 27 March 2026 or months such as March 2026, one a line",
}
