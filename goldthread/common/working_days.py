"""Working days of England: Monday to Friday, without its bank holidays.

Limits in inspection rules count them (70 working days for an action plan after an ILACS inspection). Day 1 is the
next working day after the start.
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays of a year, one-off ones and days in lieu included, by the ``holidays`` package."""
    # Imported here because it takes a fifth of a second, which commands that count no days need not spend.
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date, *, closed: Collection[date] = frozenset()) -> bool:
    """Whether offices work that day. closed: further days on which they do not (a council's shutdown)."""
    return day.weekday() < 5 and day not in closed and day not in bank_holidays(day.year)


def add_working_days(start: date, number: int, *, closed: Collection[date] = frozenset()) -> date:
    """The working day on which a limit of ``number`` working days ends, counted from the day after start.

    Raises ValueError when number is below 1: a limit of no days has no last day.
    """
    if number < 1:
        raise ValueError(f"A limit of {number} working days has no last day; give 1 or more.")
    day = start
    while number:
        day += ONE_DAY
        number -= is_working_day(day, closed=closed)
    return day


def working_days_between(start: date, end: date, *, closed: Collection[date] = frozenset()) -> int:
    """Working days after start up to and including end; 0 when end is not after start."""
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(is_working_day(day, closed=closed) for day in days)
