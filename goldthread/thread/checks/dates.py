"""GT3xx: does every action have a date, and one that keeps to what the inspectors asked?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from goldthread.common.dates import MONTHS, PartDate, find_part_dates, first_day, last_day, spoken
from goldthread.common.text import fold, shorten
from goldthread.thread.checks.base import Hit, Line, Subject, check, each_or_once, on_item, on_line, on_plan
from goldthread.thread.checks.examples import an_action, an_area, an_item, example
from goldthread.thread.checks.limits import BANDS, Limit, finding_limit, limit_of, month_end, months_after
from goldthread.thread.checks.structure import repeats
from goldthread.thread.checks.wording import is_done, month_without_year, term_in
from goldthread.thread.likeness import likeness, stems
from goldthread.thread.picture import Item

_ONGOING = re.compile(r"\b(?:ongoing|on-going|continu(?:ous|al|ing|ed)|rolling|permanent|in perpetuity|business as usual|bau)\b")
_VAGUE = re.compile(
    r"\b(?:tbc|tba|to be (?:confirmed|agreed|decided)|asap|as soon as (?:possible|practicable)|in due course|shortly|"
    r"(?:short|medium|long)[- ]term|phase \w+|year \d|(?:spring|summer|autumn|winter)(?: term)?|(?:next|this|each|every) term|"
    r"easter|christmas|half[- ]term|(?:quarter [1-4]|q[1-4])(?![ ,/()]{0,3}20\d\d))\b"
)
_IN_WORDS = re.compile(
    r"\b(?:immediate(?:ly)?|at once|20\d\d\s?[-/]\s?(?:20)?\d\d|end of (?:the )?(?:financial )?year|"
    r"(?:quarter [1-4]|q[1-4])[ ,/()]{1,3}20\d\d)\b"
)
_COUNTED = re.compile(
    r"\bwithin (?:the (?:next|first) )?(?:\d{1,3}|one|two|three|four|five|six|nine|ten|twelve|eighteen) (?:working |calendar )?"
    r"(?:days?|weeks?|months?)\b"
)
_FROM = re.compile(r"^(?:from|starting|commencing|beginning)\b|\bonwards?\b|\bthen (?:\w+ )?(?:ongoing|on-going|continu\w+)\b")
_RANGE = re.compile(
    r"(?:\s-\s?|[a-z]-|\b(?:to|until|through) )(?:the )?(?:end (?:of )?)?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    rf"(?:{'|'.join(name[:3] for name in MONTHS)})|\b(?:between|from)\b"
)
_YEARS = 5
_SUBJECT = 60
_SUPERVISION = "Provide regular reflective supervision to social workers"


@check(
    code="GT301",
    title="Action with no date",
    why="Without a date nothing is ever late, and the monthly report on timescales has nothing to compare.",
    source="Ofsted's ILACS reports on plans without timescales and accountability",
    do="give it a day or a month",
    severity="error",
    bad=example(an_item(an_action(leads="Head of Safeguarding", by_when_text="Report to the board"))),
    good=example(an_item(an_action(leads="Head of Safeguarding", due="2026-06"))),
)
def no_date(subject: Subject) -> Iterable[Hit]:
    hits = [
        on_line(line, _no_date_message(line), value="by_when_text", do=_no_date_advice(line))
        for line in subject.lines
        if _undated(line) and not _parts_dated(line)
    ]
    return each_or_once(hits, len(subject.lines), "none of the {count} actions has a date")


def _undated(line: Line) -> bool:
    said = fold(line.action.by_when_text or "")
    told = any(pattern.search(said) for pattern in (_ONGOING, _VAGUE, _IN_WORDS, _COUNTED)) or term_in(said)
    return not line.action.due_dates and not line.action.recurrence and not told


def _parts_dated(line: Line) -> bool:
    return bool(line.action.parts) and all(find_part_dates(part.text) for part in line.action.parts)


def _no_date_advice(line: Line) -> str:
    return "add the year" if month_without_year(line.action.by_when_text or "") else ""


def _no_date_message(line: Line) -> str:
    said = (line.action.by_when_text or "").strip()
    gap = "has a month and no year" if month_without_year(said) else "gives no date"
    return f"“{shorten(said, 70)}” {gap}" if said else "has no date"


@check(
    code="GT302",
    title="Ongoing without a review date",
    why="“Ongoing” is never late and never finished; a review date makes somebody look.",
    source="Plans that write “Ongoing, to be reviewed in August” show how it is done",
    do="add the date of the next review",
    bad=example(an_item(an_action(by_when_text="Immediate and ongoing"))),
    good=example(an_item(an_action(by_when_text="Ongoing, to be reviewed August 2026", due="2026-08"))),
)
def ongoing_without_review(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        said = line.action.by_when_text or ""
        if _ONGOING.search(fold(said)) and not _looked_at_again(line, subject) and not line.action.recurrence:
            yield on_line(line, f"“{shorten(said, 50)}” and no date on which it is reviewed", value="by_when_text")


def _looked_at_again(line: Line, subject: Subject) -> bool:
    """Whether an ongoing action has a date that is not only the day on which it began."""
    dates = line.action.due_dates
    only_begins = _begins(line) and all(last_day(due) < subject.as_at for due in dates)
    return bool(dates) and not only_begins


def _begins(line: Line) -> bool:
    """Whether the one date of an action is the day on which it starts (``From May 2026``, ``In post December 2025, then ongoing``)."""
    return len(line.action.due_dates) == 1 and bool(_FROM.search(fold(line.action.by_when_text or "")))


@check(
    code="GT303",
    title="Past its date and not done",
    why="The first thing a scrutiny committee asks: what is overdue, and when will it close?",
    source="Minutes of scrutiny and audit committees on action trackers",
    do="say that it is done, or give a new date and the reason",
    severity="error",
    bad=example(an_item(an_action(due="2026-01", said="Draft is out for comment."))),
    good=example(an_item(an_action(due="2026-01", said="Completed. Policy published 12 January 2026."))),
)
def past_due(subject: Subject) -> Sequence[Hit]:
    hits = [
        on_line(line, f"was due {spoken(due)} and the plan does not say that it is done", value="by_when_text")
        for line in subject.lines
        if (due := overdue(line, subject))
    ]
    if len(hits) > 1 and not any(line.action.progress or line.action.rating or line.action.evidence for line in subject.lines):
        told = f"{len(hits)} of its {len(subject.lines)} actions were due before {spoken(PartDate(subject.as_at.isoformat()))}"
        return [on_plan(f"{told}, and it reports progress on none", refs=tuple(dict.fromkeys(ref for hit in hits for ref in hit.refs)))]
    return hits


def overdue(line: Line, subject: Subject) -> PartDate | None:
    """The last date of an action when it has passed and the plan does not say that the action is done; None for work that recurs."""
    due = passed(line, subject.as_at)
    return None if due is None or is_done(line.action, subject.picture.plan) else due


def passed(line: Line, as_at: date) -> PartDate | None:
    """The last date of an action when it has passed, done or not; None for work that recurs and for the day on which work begins."""
    due = max(line.action.due_dates, key=last_day, default=None)
    if due is None or last_day(due) >= as_at or line.action.recurrence or _begins(line):
        return None
    return due


@check(
    code="GT304",
    title="Dates the wrong way round",
    why="A range that ends before it starts holds at least one slip, and nobody can tell which.",
    source="Trackers whose mistyped years were admitted in committee",
    do="correct the dates",
    bad=example(an_item(an_action(by_when_text="June to March 2026", due="2026-06 2026-03"))),
    good=example(an_item(an_action(by_when_text="March to June 2026", due="2026-03 2026-06"))),
)
def backwards(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        said = fold(line.action.by_when_text or "")
        if len(line.action.due_dates) == 2 and _RANGE.search(said):
            start, end = line.action.due_dates
            if last_day(end) < first_day(start):
                yield on_line(line, f"runs from {spoken(start)} back to {spoken(end)}", value="by_when_text")


@check(
    code="GT305",
    title="Date after the inspectors' own limit",
    why="The plan gives itself longer than the inspectors gave it, often without anybody having decided so. “Immediately” is read as "
    "14 days from publication, or as the end of that month where the plan's own headings count to the ends of months.",
    source="Ofsted and CQC reports of 2009–13, which set immediate, three-month and six-month limits; the plans that answer them",
    do="bring it forward, or write down why it may be later",
    bad=example(an_item(an_action(due="2026-06"), timescale="within_3_months", due=PartDate("2026-02"))),
    good=example(an_item(an_action(due="2026-02"), timescale="within_3_months", due=PartDate("2026-02"))),
)
def after_limit(subject: Subject) -> Iterator[Hit]:
    limits = {id(item): limit_of(item, subject) for item in subject.picture.plan.items if item.actions}
    for line in subject.lines:
        limit = limits[id(line.item)]
        if limit and (due := beyond(line, limit, subject)):
            also = [finding.ref for finding in subject.links.findings_behind(line.item.ref)]
            dated = spoken(due) if line.action.due_dates or term_in(line.action.by_when_text or "") else f"{spoken(due)} at the earliest"
            yield on_line(line, f"is dated {dated}; its item's limit is {limit.said}", value="by_when_text", also=also)


def beyond(line: Line, limit: Limit | None, subject: Subject) -> PartDate | None:
    """An action's date when it is later than its item's limit: its last date, a term or the soonest month that it can mean."""
    if limit is None:
        return None
    due = max(line.action.due_dates, key=first_day, default=None) or term_in(line.action.by_when_text or "") or _soonest(line, subject)
    return due if due and first_day(due) > limit.day else None


def _soonest(line: Line, subject: Subject) -> PartDate | None:
    """The first month of the name that an action gives without a year that the inspectors' publication leaves possible."""
    month, published = month_without_year(line.action.by_when_text or ""), subject.picture.inspection.published
    if line.action.recurrence or month is None or published is None:
        return None
    return PartDate(f"{published.year + (month < published.month)}-{month:02}")


@check(
    code="GT306",
    title="Two limits for one subject",
    why="Where the same work stands under an immediate and a three-month heading, the later one quietly wins.",
    source="Reports that ask for one thing in two services under different time limits",
    do="work to the earlier limit under both",
    bad=example(
        an_item(an_action(), ref="1", text=_SUPERVISION, due=PartDate("2026-01")),
        an_item(an_action("Train all managers"), ref="9", text=f"{_SUPERVISION} in all teams", due=PartDate("2026-04")),
    ),
    good=example(
        an_item(an_action(), ref="1", text=_SUPERVISION, due=PartDate("2026-01")),
        an_item(an_action("Train all managers"), ref="9", text=f"{_SUPERVISION} in all teams", due=PartDate("2026-01")),
    ),
)
def conflicting_limits(subject: Subject) -> Iterator[Hit]:
    limited = [(item, limit.day, stems(item.text)) for item in subject.picture.plan.items if (limit := limit_of(item, subject))]
    if len({day for _, day, _ in limited}) < 2:
        return
    shared = {(first.item.ref, second.item.ref) for first, second in repeats(subject)}
    for (first, one, telling), (second, other, words) in combinations(limited, 2):
        if one != other and ((first.ref, second.ref) in shared or (telling & words and likeness(first.text, second.text) >= _SUBJECT)):
            later, earlier = (first, second) if one > other else (second, first)
            yield _conflict(later, earlier, max(one, other), min(one, other))


def _conflict(later: Item, earlier: Item, late: date, early: date) -> Hit:
    message = f"shares its subject with item {earlier.ref}, whose limit is {spoken(early)}; here it is {spoken(late)}"
    return on_item(later, message, also=(earlier.ref,))


@check(
    code="GT307",
    title="Date before the inspection",
    why="An answer cannot be due before the question was asked: the year is mistyped, or old work is shown as new.",
    source="Trackers whose mistyped years were admitted in committee",
    do="correct the year, or say that the work was done before the inspection",
    bad=example(an_item(an_action(due="2025-01")), began=date(2026, 1, 12)),
    good=example(an_item(an_action(due="2026-04")), began=date(2026, 1, 12)),
)
def before_inspection(subject: Subject) -> Iterator[Hit]:
    began = subject.picture.inspection.started or subject.picture.inspection.ended
    for line in subject.lines:
        for due in line.action.due_dates[-1:] if began else ():
            if began and last_day(due) < began:
                yield on_line(line, f"is dated {spoken(due)}; the inspection began {spoken(began)}", value="by_when_text")


@check(
    code="GT308",
    title="Date that no calendar holds",
    why="“After the summer”, “as soon as possible” and “to be confirmed” mean a different day to every reader.",
    source="Plans that date actions by phase, or by a season without its year",
    do="give a day or a month",
    bad=example(an_item(an_action(by_when_text="Summer term"))),
    good=example(an_item(an_action(by_when_text="Summer term (by 17 July 2026)", due="2026-07-17"))),
)
def vague_date(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        said = line.action.by_when_text or ""
        if line.action.due_dates or line.action.recurrence or _ONGOING.search(fold(said)) or term_in(said):
            continue
        if _VAGUE.search(fold(said)):
            yield on_line(line, f"“{shorten(said, 50)}” is not a date", value="by_when_text")
        elif _COUNTED.search(fold(said)) and not subject.picture.inspection.published:
            yield on_line(line, f"“{shorten(said, 50)}” counts from a day that is not given", value="by_when_text")


@check(
    code="GT309",
    title="Date years away from the inspection",
    why="Plans answer an inspection within months, seldom years; a date five years off is nearly always a slip of the keyboard.",
    source="Trackers whose mistyped years were admitted in committee",
    do="correct the year, or say why it takes so long",
    bad=example(an_item(an_action(due="2062-06"))),
    good=example(an_item(an_action(due="2026-06"))),
)
def years_away(subject: Subject) -> Iterator[Hit]:
    inspection = subject.picture.inspection
    start = inspection.published or inspection.ended or subject.as_at
    for line in subject.lines:
        far = [due for due in line.action.due_dates if first_day(due) > months_after(start, 12 * _YEARS)]
        if far:
            yield on_line(line, f"is dated {spoken(far[0])}, more than {_YEARS} years off", value="by_when_text")


@check(
    code="GT310",
    title="Heading gives longer than the inspectors did",
    why="A time limit copied wrongly into a heading moves every action under it.",
    source="Reports with time limits, against the plans that repeat them",
    do="use the inspectors' limit",
    severity="error",
    bad=example(
        an_item(an_action(), text=_SUPERVISION, timescale="within_6_months"),
        findings=(an_area("A1", _SUPERVISION, timescale="immediately"),),
    ),
    good=example(
        an_item(an_action(), text=_SUPERVISION, timescale="immediately"),
        findings=(an_area("A1", _SUPERVISION, timescale="immediately"),),
    ),
)
def longer_than_asked(subject: Subject) -> Iterator[Hit]:
    for item in subject.picture.plan.items:
        for finding in subject.links.findings_behind(item.ref):
            if item.due and (asked := finding_limit(finding, subject)) and finding.due:
                later = first_day(item.due) > (month_end(asked.day) if finding.timescale in BANDS else asked.day)
            else:
                later = BANDS.get(item.timescale or "", -1) > BANDS.get(finding.timescale or "", 99)
            if later:
                theirs, ours = (_said(where.timescale, where.due) for where in (finding, item))
                yield on_item(item, f"gives “{ours}”; {finding.ref} says “{theirs}”", also=(finding.ref,))


def _said(timescale: str | None, due: PartDate | None) -> str:
    return spoken(due) if due else (timescale or "").replace("_", " ")
