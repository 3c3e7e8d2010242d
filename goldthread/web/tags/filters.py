"""Filters: dates in full, values in words."""

from collections.abc import Sequence
from datetime import date, datetime

from django.template import Library
from django.utils import timezone
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString

from goldthread.common.dates import PartDate, is_part_date
from goldthread.common.dates import spoken as in_words

register = Library()


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


@register.filter
def spoken(value: date | datetime | PartDate | None) -> str:
    """A day or month in full (``27 March 2026``), a moment with its time (``27 March 2026, 2:05 pm``); nothing for None."""
    if not value:
        return ""
    if isinstance(value, datetime):
        local = _local(value)
        return f"{in_words(local.date())}, {local.hour % 12 or 12}:{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"
    return in_words(value)


@register.filter
def machine(value: date | datetime | PartDate) -> str:
    """The same for a ``datetime`` attribute: ISO text."""
    return value if isinstance(value, str) else value.isoformat()


@register.filter
def said(value: object) -> str | SafeString:
    """Any value as a reader would say it: dates in full, yes and no, several values under one another."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return spoken(value)
    if isinstance(value, str) and is_part_date(value):
        return spoken(PartDate(value))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return format_html_join("", '<span class="gt-line">{}</span>', ((said(one),) for one in value))
    return conditional_escape(value if isinstance(value, SafeString) else str(value))


@register.filter
def lower_first(text: str) -> str:
    """The words as they stand inside a sentence; abbreviations such as ``SEND lead`` stay as they are."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
