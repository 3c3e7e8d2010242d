"""When something is due, typed as people write it: a day, a month or a period."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError

from goldthread.common.dates import Found, PartDate, find_part_dates, find_undated, spoken
from goldthread.common.text import squeeze

_RIGHT = "Enter a day such as 31 May 2026 or 31/05/2026, or a month such as May 2026"
_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDates:
    """words: as typed. dates: one day or month, or the two ends of a period."""

    words: str
    dates: tuple[PartDate, ...]


class DatesField(forms.CharField):
    """Gives ``TypedDates``. Words that hold no date, or more than one that are no period, are an error that says what was found."""

    def __init__(self, **options: object) -> None:
        super().__init__(max_length=_LONGEST, **options)  # type: ignore[arg-type]

    def clean(self, value: object) -> TypedDates:
        """What was typed, with its dates."""
        words = squeeze(str(super().clean(value)))
        found = find_part_dates(words)
        if not found:
            raise ValidationError(_no_date(words), code="no_date")
        if len({(one.start, one.end) for one in found}) > 1 or len(found) > 2:
            raise ValidationError(
                f"{_told(found)} are several dates. Enter one, or a period such as 1 May 2026 to 31 May 2026", code="many"
            )
        return TypedDates(words=words, dates=tuple(one.value for one in found))


def _no_date(words: str) -> str:
    odd = find_undated(words)
    return f"“{odd[0].text}” gives no date: {odd[0].value}. {_RIGHT}" if odd else f"“{words}” gives no date. {_RIGHT}"


def _told(found: tuple[Found[PartDate], ...]) -> str:
    return " and ".join(spoken(one.value) for one in found)
