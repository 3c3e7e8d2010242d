"""By when an item has to be answered, as the inspectors said it and as the plan itself counts."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.common.dates import PartDate, last_day, spoken
from goldthread.thread.checks.base import Subject
from goldthread.thread.picture import Finding, Item

AT_ONCE = timedelta(days=14)
"""“Immediately” is read as within two weeks of publication, unless the plan counts its bands to the ends of months."""

BANDS = {"immediately": 0, "within_3_months": 3, "within_6_months": 6}
"""Months after publication, by timescale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The last day for an item. said: the limit in words, for messages."""

    day: date
    said: str


def limit_of(item: Item, subject: Subject) -> Limit | None:
    """The item's limit: the date that its heading states, else its timescale counted from publication, else its findings'.

    “Immediately” means within 14 days of publication, and “within three months” the same day three months on. Where the plan's
    own headings resolve their bands to the ends of months (published 18 November, “within 3 months (end February)”), all bands
    do: “immediately” then means the end of the month of publication. None when the plan and the report leave it open.
    """
    if item.due and not (worked_out(item.due, item.timescale, subject) and _to_month_ends(subject)):
        return Limit(day=last_day(item.due), said=spoken(item.due))
    if counted := _counted(item.timescale, subject):
        return counted
    limits = [limit for finding in _findings(item, subject) if (limit := finding_limit(finding, subject))]
    return min(limits, key=lambda limit: limit.day, default=None)


def finding_limit(finding: Finding, subject: Subject) -> Limit | None:
    """The limit that the inspectors set for a finding."""
    if finding.due:
        return Limit(day=last_day(finding.due), said=spoken(finding.due))
    return _counted(finding.timescale, subject)


def worked_out(due: PartDate, timescale: str | None, subject: Subject) -> bool:
    """Whether a date is a band counted from publication to the day, which nobody printed unless by chance."""
    published = subject.picture.inspection.published
    return published is not None and timescale in BANDS and due == months_after(published, BANDS[timescale]).isoformat()


def _counted(timescale: str | None, subject: Subject) -> Limit | None:
    published = subject.picture.inspection.published
    if published is None or timescale not in BANDS:
        return None
    months = BANDS[timescale]
    if _to_month_ends(subject):
        day = month_end(months_after(published, months))
    else:
        day = months_after(published, months) if months else published + AT_ONCE
    words = f"within {months} months" if months else "immediately"
    return Limit(
        day=day, said=f"{spoken(day)} ({words} of publication on {spoken(published)})".replace("immediately of", "immediately after")
    )


def _to_month_ends(subject: Subject) -> bool:
    """Whether the plan's headings resolve a band of months to the end of the month."""
    published = subject.picture.inspection.published
    return published is not None and any(
        item.due and last_day(item.due) == month_end(months_after(published, BANDS[item.timescale]))
        for item in subject.picture.plan.items
        if item.timescale in ("within_3_months", "within_6_months")
    )


def _findings(item: Item, subject: Subject) -> tuple[Finding, ...]:
    return subject.links.findings_behind(item.ref)


def months_after(day: date, months: int) -> date:
    """The same day some months later, or earlier when months is negative; the month's last day when it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """The last day of the month that a day is in."""
    return last_day(PartDate(day.isoformat()[:7]))
