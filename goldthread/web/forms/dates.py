"""A date typed in three boxes: day, month, year. Months may be typed by name and years with two figures."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from goldthread.common.dates import MONTHS, PartDate, full_year, real_date

YEARS = range(1900, 2201)
_BOXES = ("day", "month", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the boxes, as typed."""

    day: str = ""
    month: str = ""
    year: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed at all."""
        return not (self.day or self.month or self.year)

    @property
    def figures(self) -> tuple[int | None, int | None, int | None]:
        """Day, month and year as numbers, each None where what was typed is none."""
        return _number(self.day, 1, 31), _month(self.month), _year(self.year)


def _figures(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else None


def _number(text: str, least: int, most: int) -> int | None:
    number = _figures(text)
    return number if number is not None and least <= number <= most else None


def _month(text: str) -> int | None:
    """A month by its figures, its name, or three or more letters of it."""
    named = next((number for name, number in MONTHS.items() if len(text) > 2 and name.startswith(text.lower())), None)
    return named or _number(text, 1, 12)


def _year(text: str) -> int | None:
    if _figures(text) is None or len(text) not in (2, 4):
        return None
    year = full_year(text)
    return year if year in YEARS else None


def typed(value: object) -> Typed:
    """The boxes' words for a date, a part date, or what was typed before."""
    if isinstance(value, Typed):
        return value
    if isinstance(value, date):
        return Typed(day=str(value.day), month=str(value.month), year=str(value.year))
    if isinstance(value, str) and value:
        year, month, *day = value.split("-")
        return Typed(day=day[0].lstrip("0") if day else "", month=month.lstrip("0"), year=year)
    return Typed()


class DayWidget(forms.Widget):
    """The three boxes. needs_day: False where a whole month will do. birthday: lets a browser fill it in."""

    template_name = "django/forms/widgets/day.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, needs_day: bool = True) -> None:
        super().__init__(attrs)
        self.needs_day = needs_day

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> Typed:  # noqa: ARG002
        """What was typed, without spaces around it."""
        return Typed(**{box: str(data.get(f"{name}_{box}") or "").strip(" .,") for box in _BOXES})

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:  # noqa: ARG002
        """Whether none of the boxes was sent."""
        return not any(f"{name}_{box}" in data for box in _BOXES)

    def id_for_label(self, id_: str) -> str:
        """The first box."""
        return f"{id_}_day" if id_ else id_

    def wrong_boxes(self, value: object) -> Sequence[str]:
        """The boxes to mend: those without a usable figure, the day where the month has no such day, else all three."""
        boxes = typed(value)
        if boxes.is_empty:
            return _BOXES
        optional = () if self.needs_day or boxes.day else ("day",)
        wrong = [box for box, figure in zip(_BOXES, boxes.figures, strict=True) if figure is None and box not in optional]
        if wrong:
            return wrong
        day, month, year = boxes.figures
        return ("day",) if day and not real_date(year or 0, month or 0, day) else _BOXES

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The boxes for the template, those to mend marked."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        wrong = self.wrong_boxes(value) if context["widget"]["attrs"].get("aria-invalid") else ()
        context["widget"]["boxes"] = [_box(box, getattr(typed(value), box), box in wrong) for box in _BOXES]
        return context


def _box(name: str, value: str, invalid: bool) -> dict[str, object]:
    width = {"day": "govuk-input--width-2", "month": "gt-date-month govuk-input--width-2", "year": "govuk-input--width-4"}[name]
    return {"name": name, "label": name.capitalize(), "value": value, "width": width, "numeric": name != "month", "invalid": invalid}


class DayField(forms.Field):
    """A day. Gives a ``date``; None when empty and not required."""

    widget = DayWidget
    default_error_messages = {  # noqa: RUF012 - as Django has it
        "required": "Enter the date, for example 27 3 2026",
        "incomplete": "The date also needs a %(boxes)s, for example 27 3 2026",
        "unreadable": "%(box)s %(typed)s cannot be read. %(right)s",
        "no_such_day": "The calendar has no %(day)s %(month)s. %(month)s has %(days)s days",
    }

    def to_python(self, value: object) -> date | PartDate | None:
        """The date typed. Raises ValidationError naming the box and what was found in it."""
        boxes = typed(value)
        if boxes.is_empty:
            return None
        self._check(boxes)
        day, month, year = boxes.figures
        return self._made(day, month or 0, year or 0)

    def _check(self, boxes: Typed) -> None:
        needed = _BOXES if self._needs_day else _BOXES[1:]
        missing = [box for box in needed if not getattr(boxes, box)]
        if missing:
            raise self._error("incomplete", boxes=" and a ".join(missing))
        for box, figure in zip(_BOXES, boxes.figures, strict=True):
            if figure is None and getattr(boxes, box):
                raise self._error("unreadable", box=box.capitalize(), typed=getattr(boxes, box)[:20], right=_RIGHT[box])

    def _made(self, day: int | None, month: int, year: int) -> date | PartDate:
        found = real_date(year, month, day or 0)
        if found is None:
            name = f"{calendar.month_name[month]} {year}"
            raise self._error("no_such_day", day=day, month=name, days=calendar.monthrange(year, month)[1])
        return found

    @property
    def _needs_day(self) -> bool:
        return bool(getattr(self.widget, "needs_day", True))

    def _error(self, code: str, **found: object) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=found)


_RIGHT = {
    "day": "Enter a day from 1 to 31",
    "month": "Enter a month from 1 to 12, or its name",
    "year": f"Enter a year from {YEARS[0]} to {YEARS[-1]}",
}


class PartDateField(DayField):
    """A day, or a month when the day is left empty. Gives a ``PartDate``: never more exact than what was typed."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=DayWidget(needs_day=False), **options)

    def _made(self, day: int | None, month: int, year: int) -> PartDate:
        return PartDate(f"{year:04d}-{month:02d}") if day is None else PartDate(str(super()._made(day, month, year)))
