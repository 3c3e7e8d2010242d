"""Dates as printed: a day or a whole month, never more exact than the paper."""

import calendar
import re
from datetime import date
from typing import NewType

PartDate = NewType("PartDate", str)
"""ISO text: a day ``2012-02-29`` or a month ``2012-03``."""

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}


def first_day(part: PartDate) -> date:
    """The first day that a day or month covers. Raises ValueError when it is neither."""
    year, month, *day = (int(piece) for piece in part.split("-"))
    return date(year, month, day[0] if day else 1)


def last_day(part: PartDate) -> date:
    """The last day that a day or month covers; a month runs to its end. Raises ValueError when it is neither."""
    year, month, *day = (int(piece) for piece in part.split("-"))
    return date(year, month, day[0] if day else calendar.monthrange(year, month)[1])


def is_part_date(text: str) -> bool:
    """Whether text is a day or month in ISO form."""
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", text):
        return False
    try:
        first_day(PartDate(text))
    except ValueError:
        return False
    return True


def spoken(part: PartDate | date) -> str:
    """In words: ``27 March 2026`` or ``March 2026``."""
    if isinstance(part, date):
        return f"{part.day} {calendar.month_name[part.month]} {part.year}"
    first = first_day(part)
    return spoken(first) if len(part) == 10 else f"{calendar.month_name[first.month]} {first.year}"
