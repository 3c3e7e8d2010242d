"""The by-when cell: dates, how often, and to whom the action answers, which many plans print together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from goldthread.common.dates import Found, PartDate, find_part_dates, find_undated, spoken
from goldthread.common.text import squeeze
from goldthread.intake.plan.answerable import answerable_in
from goldthread.intake.plan.recurrence import recurrence_of
from goldthread.thread.picture import Problem

_ONGOING = re.compile(r"\b(?:on-?\s?going|continuous(?:ly)?|continual(?:ly)?|rolling)\b", re.IGNORECASE)
_IMMEDIATE = re.compile(r"\b(?:immediate(?:ly)?|straight\s?away|at once)\b", re.IGNORECASE)
_REVIEW = re.compile(
    r"\b(?:review(?:s|ed)?|audit(?:s|ed)?|report(?:s|ed|ing)?|evaluat(?:e|ed|ion)|monitor(?:ed|ing)?|scrutin(?:y|ised?)"
    r"|considered|presented)\b"
    r"(?!\s+(?:group|panel|board|committee|team|officer|meeting))",
    re.IGNORECASE,
)
_EARLIER_BEFORE = re.compile(
    r"(?:revised|moved|extended|slipped|changed|deferred|postponed|delayed)\s+from\s+$"
    r"|\b(?:originally|original(?:\s+(?:date|target|deadline))?|previously|previous(?:\s+(?:date|target))?|was|were"
    r"|formerly|instead\s+of)\s*:?\s*(?:by\s+|due\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_EARLIER_AFTER = re.compile(
    r"^[\s,;(–-]*(?:(?:now\s+)?(?:revised|moved|extended|slipped|changed|deferred|postponed|delayed)(?:\s+(?:target|date"
    r"|deadline))?(?:\s+(?:to|until|date))?|now)\b(?!\s+from)\s*:?",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?<!every )\b(?:within\s+)?(?:an?|one|two|three|four|five|six|eight|nine|ten|twelve|\d{1,3})"
    r"(?:\s*[-–]\s*\d{1,3})?\s+(?:working\s+|calendar\s+)?(?:days?|weeks?|months?|years?)\b(?:\s+of\b[^.,;]*)?",
    re.IGNORECASE,
)
_NO_TIME = (
    (re.compile(r"\b(?:asap|a\.s\.a\.p\.?|as soon as (?:possible|practicable))\b", re.IGNORECASE), "“as soon as possible” is not a date"),
    (re.compile(r"\b(?:tbc|tba|tbd|to be (?:confirmed|agreed|decided|determined))\b", re.IGNORECASE), "the date is still to be confirmed"),
    (re.compile(r"\bas (?:and|&) when\b|\bas (?:required|needed|necessary)\b", re.IGNORECASE), "“as and when” is not a date"),
    (re.compile(r"(?<!\bbe )\b(?:completed?|done|closed|achieved)\b", re.IGNORECASE), "the cell says that it is complete"),
    (_WITHIN, "a length of time needs the day that it counts from"),
)
_BLANK = re.compile(r"[\s\-–—.]*|\s*n\s?/?\s?a\.?\s*", re.IGNORECASE)
_DOUBTS = ("the year is not printed", "it may be a day without its year, or a year", "the calendar has no such day")


@dataclass(frozen=True, slots=True, kw_only=True)
class ByWhen:
    """What a by-when cell says.

    due_dates: as printed, a range as its two ends, each once; dates of a review, report or audit are among them only
    when there are no others. review_dates: the dates of a review, report or audit. immediate, ongoing: the cell says so.
    accountable_to: boards and posts it answers to. notes: what gives no date and why, earlier dates, rules used.
    problems: their ``where`` is only "by when"; the caller adds the place.
    """

    text: str
    due_dates: tuple[PartDate, ...] = ()
    recurrence: str | None = None
    ongoing: bool = False
    immediate: bool = False
    review_dates: tuple[PartDate, ...] = ()
    accountable_to: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=1024)
def read_by_when(text: str, *, year_hint: int | None = None) -> ByWhen:
    """Everything that a by-when cell says. year_hint: a year near the document's own, for months with two figures."""
    flat = squeeze(text)
    found = find_part_dates(flat, year_hint=year_hint)
    earlier = _superseded(flat, found)
    standing = [one for one in found if one not in earlier]
    reviews = [one for one in standing if _is_review(flat, one, standing)]
    due = [one for one in standing if one not in reviews] or standing
    read = ByWhen(
        text=text,
        due_dates=_values(due),
        recurrence=recurrence_of(flat),
        ongoing=bool(_ONGOING.search(flat)),
        immediate=bool(_IMMEDIATE.search(flat)),
        review_dates=_values(reviews),
        accountable_to=answerable_in(flat, year_hint=year_hint),
    )
    undated = find_undated(flat, year_hint=year_hint)
    return _annotated(read, _notes(flat, standing, earlier, undated), _problems(flat, read, undated))


def _annotated(read: ByWhen, notes: Iterable[str], problems: Iterable[Problem]) -> ByWhen:
    return ByWhen(
        text=read.text,
        due_dates=read.due_dates,
        recurrence=read.recurrence,
        ongoing=read.ongoing,
        immediate=read.immediate,
        review_dates=read.review_dates,
        accountable_to=read.accountable_to,
        notes=tuple(dict.fromkeys(notes)),
        problems=tuple(problems),
    )


def _values(found: Sequence[Found[PartDate]]) -> tuple[PartDate, ...]:
    return tuple(dict.fromkeys(one.value for one in found))


def _superseded(text: str, found: Sequence[Found[PartDate]]) -> list[Found[PartDate]]:
    """Dates that the cell itself says were moved: "(revised from 31 March 2026)", "31 March 2026, now 30 June 2026"."""
    earlier = []
    for one in found:
        later = [other for other in found if other.start >= one.end]
        moved = _EARLIER_AFTER.match(text[one.end :])
        if _EARLIER_BEFORE.search(text[: one.start]) or (moved and later and later[0].start <= one.end + moved.end() + 12):
            earlier.append(one)
    return earlier if len(earlier) < len(found) else []


def _is_review(text: str, one: Found[PartDate], others: Sequence[Found[PartDate]]) -> bool:
    """Whether the words of the clause around a date say that something is then reviewed, reported or audited."""
    start = max((other.end for other in others if other.end <= one.start), default=0)
    end = min((other.start for other in others if other.start >= one.end), default=len(text))
    before = re.split(r"[.;]\s", text[start : one.start])[-1]
    after = re.split(r"[.;](?:\s|$)", text[one.end : end])[0]
    if _REVIEW.search(before):
        return True
    # A new sentence often begins with no full stop: "October 2012 IRO report will be presented".
    return not before.strip(" –-") and bool(re.match(r"\s*[–-]?\s*(?:for\s+)?(?:review|audit|scrutiny)\b", after, re.IGNORECASE))


def _notes(
    text: str, standing: Sequence[Found[PartDate]], earlier: Sequence[Found[PartDate]], undated: Sequence[Found[str]]
) -> Iterable[str]:
    for one in earlier:
        yield f"earlier date: {spoken(one.value)}"
    for one in standing:
        if one.basis:
            yield f"“{squeeze(one.text)}”: {one.basis}"
    for odd in undated:
        yield f"“{squeeze(odd.text)}”: {odd.value}"
    for form, why in _NO_TIME:
        if match := form.search(text):
            yield f"“{squeeze(match[0])}”: {why}"


def _problems(text: str, read: ByWhen, undated: Sequence[Found[str]]) -> Iterable[Problem]:
    if _BLANK.fullmatch(text):
        return
    if not read.due_dates and _is_damaged(text, read, undated):
        yield Problem(
            where="by when",
            found=text,
            expected="a date, or words that say when",
            do="Look at the document: what stood here is lost.",
        )
    for odd in undated:
        if odd.value in _DOUBTS and not (read.recurrence and re.search(r"\b(?:each|every) year\b", text, re.IGNORECASE)):
            yield Problem(
                where="by when",
                found=squeeze(odd.text),
                expected="a day or month with its year" if "calendar" not in odd.value else "a day that the calendar has",
                do="Say which date is meant; it is left without one.",
                severity="info" if read.due_dates else "warning",
            )


def _is_damaged(text: str, read: ByWhen, undated: Sequence[Found[str]]) -> bool:
    """Whether nothing in the cell is a word, nor a time that was understood."""
    if read.recurrence or read.ongoing or read.immediate or read.accountable_to or any(form.search(text) for form, _ in _NO_TIME):
        return False
    rest = text
    for odd in undated:
        rest = rest.replace(odd.text, " ")
    if re.search(r"[^\W\d_]{3}", rest):
        return False
    return bool(re.search(r"\w", rest)) or not undated
