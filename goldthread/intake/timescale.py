"""The inspectors' time bands: immediately, within three months, within six months."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.common.dates import PartDate, find_part_dates, spoken
from goldthread.common.text import fold, squeeze

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18}
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_IMMEDIATE = re.compile(r"\bimmediate(?:ly)?\b")
_LENGTH = re.compile(rf"\b{_NUMBER}\s*(?:(?<=\s)[a-z]+\s+)?(?P<unit>months?|mths?|weeks?|wks?)\b")
"""One word may stand inside (“three calendar months”), or a scrap where the print is damaged."""
# A band cut off after its number: inspectors' bands are months.
_CUT = re.compile(r"\b(?:within|in)\s+(?P<number>3|6|three|six)\s*(?:m|mo|mon|mont)?$")
_OTHER = re.compile(r"\b(?:ongoing|on-going|by|termly|monthly|quarterly|annual(?:ly)?|short|medium|long)\b")
_BANDS = {3: "within_3_months", 6: "within_6_months"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timescale:
    """code: ``immediately``, ``within_3_months``, ``within_6_months``, ``other`` or None for no timescale at all.

    due: the date printed with it, or worked out from the day of publication. basis: how it was worked out; None when
    it is printed.
    """

    code: str | None = None
    due: PartDate | None = None
    basis: str | None = None


def read_timescale(text: str, published: date | None = None) -> Timescale:
    """The timescale that text prints. published: the report's day, from which a band without a date is counted."""
    plain = re.sub(r"^\W*(?:t?i?me)?scales?\s*[:–-]?\s*", "", fold(text))
    length = _LENGTH.search(plain) or _CUT.search(plain)
    immediate = _IMMEDIATE.search(plain)
    dates = find_part_dates(squeeze(text), year_hint=published.year if published else None)
    printed = dates[0].value if dates else None
    if immediate and not (length and length.start() < immediate.start()):
        return Timescale(code="immediately", due=printed)
    if not length:
        return Timescale(code="other" if printed or _OTHER.search(plain) else None, due=printed)
    code = _code(length)
    if printed or not published:
        return Timescale(code=code, due=printed)
    due = _counted(published, length)
    return Timescale(code=code, due=PartDate(due.isoformat()), basis=f"counted from publication on {spoken(published)}")


def _count(length: re.Match[str]) -> tuple[int, bool]:
    """The number, and whether it counts weeks."""
    unit = length.groupdict().get("unit") or "months"
    return _NUMBERS.get(length["number"]) or int(length["number"]), unit.startswith("w")


def _code(length: re.Match[str]) -> str:
    number, weeks = _count(length)
    return "other" if weeks else _BANDS.get(number, "other")


def _counted(start: date, length: re.Match[str]) -> date:
    """Weeks count days; months end on the same day of the month, or on its last where it has no such day."""
    number, weeks = _count(length)
    if weeks:
        return start + timedelta(weeks=number)
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
