"""Dates as printed: a day or a whole month, never more exact than the paper.

Day and month are read in British order only. What is no date (a season, a school term, a month without its year) is
found too, by ``find_undated``, with the reason, so that a reader can say why nothing was made of it.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NewType, TypeVar

from goldthread.common import date_grammar as grammar

PartDate = NewType("PartDate", str)
"""ISO text: a day ``2012-02-29`` or a month ``2012-03``."""

Value = TypeVar("Value")
Match = re.Match[str]
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
COUNCIL_YEAR = "the council's year, April to March"
COUNCIL_QUARTER = "council quarters: the first is April to June"
TWO_FIGURES = "two figures after the month read as its year"
NO_SUCH_DAY = "the calendar has no such day"
CALENDAR_YEAR = "a calendar year ends on 31 December"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[Value]):
    """A value read from a stretch of text. start, end: offsets in that text. basis: the rule used, where one was needed."""

    value: Value
    start: int
    end: int
    text: str
    basis: str | None = None


@lru_cache(maxsize=4096)
def first_day(part: PartDate) -> date:
    """The first day that a day or month covers. Raises ValueError when it is neither."""
    year, month, *day = (int(piece) for piece in part.split("-"))
    return date(year, month, day[0] if day else 1)


@lru_cache(maxsize=4096)
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


@lru_cache(maxsize=4096)
def spoken(part: PartDate | date) -> str:
    """In words: ``27 March 2026`` or ``March 2026``."""
    if isinstance(part, date):
        return f"{part.day} {calendar.month_name[part.month]} {part.year}"
    first = first_day(part)
    return spoken(first) if len(part) == 10 else f"{calendar.month_name[first.month]} {first.year}"


def month_number(name: str) -> int:
    """1–12 from a month's name, short name or figures. Raises ValueError when it is no month."""
    plain = name.strip(" .").lower()
    if plain.isdecimal():
        return int(plain)
    return next((number for full, number in MONTHS.items() if full.startswith(plain[:3] or "?")), 0) or int(plain)


def full_year(printed: str) -> int:
    """The year that two or four figures mean; 00–69 are 2000–2069, 70–99 are 1970–1999."""
    year = int(printed.strip("'‘’ "))
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_day(text: str) -> date | None:
    """The one day that the whole text prints, in British order, or None (no day, more than a day, an impossible day)."""
    plain = text.strip(" \t\r\n.,;\u00a0")
    matches = (form.fullmatch(plain) for form in grammar.DAY_FORMS)
    return next((_day_of(match) for match in matches if match and not _is_counted(match)), None)


def find_days(text: str) -> tuple[Found[date], ...]:
    """Every day printed with its year, in order. Impossible days are left out."""
    return tuple(
        Found(value=day, start=match.start(), end=match.end(), text=match[0]) for match in _day_matches(text) if (day := _day_of(match))
    )


def day_range(text: str, *, year: int | None = None) -> tuple[date, date] | None:
    """The first range of days in text as its two ends; a single day gives itself twice; None when there is neither.

    year: that of the last day when the text prints none. A first day without a year falls before the last day.
    """
    for ends, _start, _end in _ranges(text, year):
        return ends
    if days := find_days(text):
        return days[0].value, days[0].value
    bare = grammar.DAY_WITHOUT_YEAR.search(text)
    day = real_date(year, month_number(bare["month"]), _figures(bare["day"])) if bare and year else None
    return (day, day) if day else None


def find_part_dates(text: str, *, year_hint: int | None = None) -> tuple[Found[PartDate], ...]:
    """Every day and month printed with its year, in order; a range gives its two ends.

    year_hint: a year near the document's own; two figures after a month ("July 12") are its year when they come near
    it, and else left as a day whose year is not printed. A quarter of a council year gives its last month, its end or a
    year's end the last day; the rule used is in ``basis``.
    """
    claims = _Claims(text)
    for ends, start, end in _ranges(text, None):
        claims.claim(start, end, [] if ends is None else [_iso(day) for day in ends])
    for match in _day_matches(text):
        day = _day_of(match)
        if day or _figures(match["day"]) <= 31:
            claims.claim(*match.span(), [_iso(day)] if day else [])
    for form, read in _PART_FORMS:
        for match in form.finditer(text):
            claims.claim_match(match, read(match, year_hint))
    return claims.found()


def find_undated(text: str, *, year_hint: int | None = None) -> tuple[Found[str], ...]:
    """What looks like a time and gives no date, in order: a season, a whole year, a day without its year, 31 February.

    The value says why, in words for the reader.
    """
    taken = _Taken(text)
    for found in find_part_dates(text, year_hint=year_hint):
        taken.take(found.start, found.end)
    odd = [_found(match, NO_SUCH_DAY) for match in _day_matches(text) if not _day_of(match) and taken.take(*match.span())]
    for form, why in grammar.UNDATED:
        odd += [_found(match, why) for match in form.finditer(text) if taken.take(*match.span())]
    return tuple(sorted(odd, key=lambda found: found.start))


class _Taken:
    """Which characters of a text some form has read already, so that no other form reads a piece of them."""

    def __init__(self, text: str) -> None:
        self.mask = bytearray(len(text))

    def take(self, start: int, end: int) -> bool:
        """Mark a stretch; False, and nothing marked, when any of it was taken before."""
        if 1 in self.mask[start:end]:
            return False
        self.mask[start:end] = b"\x01" * (end - start)
        return True


class _Claims:
    """The dates read so far from a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.taken = _Taken(text)
        self.values: list[Found[PartDate]] = []

    def claim(self, start: int, end: int, values: Sequence[PartDate], basis: str | None = None) -> None:
        if self.taken.take(start, end):
            self.values += [Found(value=value, start=start, end=end, text=self.text[start:end], basis=basis) for value in values]

    def claim_match(self, match: Match, reading: "_Reading | None") -> None:
        if reading is not None:
            self.claim(*match.span(), *reading)

    def found(self) -> tuple[Found[PartDate], ...]:
        return tuple(sorted(self.values, key=lambda found: found.start))


_Reading = tuple[list[PartDate], str | None]
"""The dates that a form gives, with the basis; None where the form does not mean a time after all."""


def _found(match: Match, value: str) -> Found[str]:
    return Found(value=value, start=match.start(), end=match.end(), text=match[0])


def _figures(printed: str) -> int:
    return int(re.sub(r"\D", "", printed))


def _iso(day: date) -> PartDate:
    return PartDate(day.isoformat())


def _month_part(year: int, month: int, *, to_its_end: object = False) -> PartDate:
    part = PartDate(f"{year:04d}-{month:02d}")
    return _iso(last_day(part)) if to_its_end else part


def _is_counted(match: Match) -> bool:
    return bool(match.groupdict().get("counted"))


def _day_of(match: Match) -> date | None:
    return real_date(full_year(match["year"]), month_number(match["month"]), _figures(match["day"]))


def _day_matches(text: str) -> list[Match]:
    taken = _Taken(text)
    uncounted = (match for form in grammar.DAY_FORMS for match in form.finditer(text) if not _is_counted(match))
    return sorted((match for match in uncounted if taken.take(*match.span())), key=lambda match: match.start())


def _ranges(text: str, year: int | None) -> Iterator[tuple[tuple[date, date] | None, int, int]]:
    """Each printed range with its span, worded ones first; None for its ends when the calendar has no such range."""
    for match in grammar.DAY_RANGE.finditer(text):
        if not _is_counted(match) and (match["last_year"] or year):
            yield _ends_of(match, year), match.start(), match.end()
    for one, two in pairwise(find_days(text)):
        if grammar.BETWEEN_DAYS.fullmatch(text[one.end : two.start]) and one.value <= two.value:
            yield (one.value, two.value), one.start, two.end


def _ends_of(match: Match, year: int | None) -> tuple[date, date] | None:
    last_year = full_year(match["last_year"]) if match["last_year"] else year or 0
    last_month = month_number(match["last_month"])
    month = month_number(match["month"]) if match["month"] else last_month
    first_year = full_year(match["year"]) if match["year"] else last_year - (month > last_month)
    first = real_date(first_year, month, _figures(match["day"]))
    last = real_date(last_year, last_month, _figures(match["last_day"]))
    return (first, last) if first and last and first <= last else None


def _double_year(printed: str) -> tuple[int, int] | None:
    """The two years of 2012-13 or 12/13; None unless one follows the other."""
    first, last = (full_year(figures) for figures in re.findall(r"\d+", printed))
    return (first, last) if last == first + 1 else None


def _read_months(match: Match, year_hint: int | None) -> _Reading | None:
    months = [month_number(name) for name in re.findall(r"[a-z]+", match["months"].lower()) if name not in ("and", "to")]
    if match["years"]:
        years = _double_year(match["years"])
        if not years:
            return None
        placed = [_month_part(years[month < 4], month, to_its_end=match["end"]) for month in months]
        return placed, COUNCIL_YEAR
    if not _is_year(match, year_hint):
        return None
    return _dated_back(months, full_year(match["year"]), match["end"]), TWO_FIGURES if len(match["year"]) == 2 else None


def _is_year(match: Match, year_hint: int | None) -> bool:
    """Two bare figures after a month are its year when they come near the hint, or, without one, could be of this century's papers."""
    if len(match["year"]) != 2 or match["mark"].strip():
        return True
    if match["months"] in ("may", "march"):
        return False
    year = full_year(match["year"])
    return year_hint - 4 <= year <= year_hint + 6 if year_hint else 2005 <= year <= 2039


def _dated_back(months: list[int], year: int, end: str | None) -> list[PartDate]:
    """Months in a row of which only the last has its year: November to January 2012 began in 2011."""
    dated = [(year, months[-1])]
    for month in reversed(months[:-1]):
        year -= month > dated[0][1]
        dated.insert(0, (year, month))
    return [_month_part(*one, to_its_end=end) for one in dated]


def _read_figures(match: Match, _year_hint: int | None) -> _Reading | None:
    return [_month_part(full_year(match["year"]), month_number(match["month"]))], None


def _read_quarter(match: Match, _year_hint: int | None) -> _Reading | None:
    years = _double_year(match["years"])
    if not years:
        return None
    month = int(match["quarter"]) * 3 % 12 + 3
    return [_month_part(years[month < 4], month, to_its_end=match["end"])], COUNCIL_QUARTER


def _read_year_end(match: Match, _year_hint: int | None) -> _Reading | None:
    if match["school"]:
        return [], None
    if match["years"]:
        years = _double_year(match["years"])
        return ([_iso(date(years[1], 3, 31))], COUNCIL_YEAR) if years else None
    if match["kind"] in (None, "calendar") and "year" not in match[0].lower().replace("calendar year", ""):
        return [_iso(date(full_year(match["year"]), 12, 31))], CALENDAR_YEAR
    return [], None


_PART_FORMS: tuple[tuple[re.Pattern[str], Callable[[Match, int | None], _Reading | None]], ...] = (
    *((form, _read_quarter) for form in grammar.QUARTERS),
    (grammar.MONTHS_WITH_YEAR, _read_months),
    (grammar.MONTH_IN_FIGURES, _read_figures),
    (grammar.YEAR_END, _read_year_end),
)
