"""When an inspection took place, when its report was published, who led it and the age group."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from goldthread.common.dates import day_range, find_days, parse_day, spoken
from goldthread.common.places import Place
from goldthread.common.text import shorten, squeeze
from goldthread.intake.report.lead import LABEL, find_lead, goes_on, names_lead
from goldthread.intake.report.lines import Strip
from goldthread.thread.picture import Problem

_LABELS = {
    "dates": r"(?:inspection|visit|assessment|fieldwork)\s+dates?|dates?\s+of\s+(?:the\s+)?(?:inspection|visit|assessment"
    r"|fieldwork)s?(?:\s+visit)?|fieldwork\s+started|start\s+date\s+of\s+inspection",
    "published": r"(?:report\s+)?(?:first\s+)?publi(?:shed|cation)(?:\s+date)?(?:\s+on)?|date\s+(?:of\s+publication"
    r"|published)|publication\s+of\s+report",
    "lead": LABEL,
    "age": r"age\s+(?:group|range)",
    "other": r"(?:dates?|date)\s+of\s+(?:previous|last)\s+inspection|previous\s+inspection(?:\s+dates?)?|last\s+inspection"
    r"|report\s+reference|reference\s+(?:no|number)|inspection\s+number|unique\s+reference\s+number|type\s+of\s+inspection",
}
_LABEL = re.compile("|".join(rf"(?P<{name}>(?<![\w-]){form})" for name, form in reversed(_LABELS.items())) + r"", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:visit|inspection|re-?visit|inspected|conducted|carried out|took place|undertook|visited|inspectors)\b", re.IGNORECASE
)
_BACK = re.compile(
    r"\b(?:previous(?:ly)?|last inspect|since the|was judged|were judged|full inspection|in response to|notified)\b", re.IGNORECASE
)
_FRONT = 70
_TOLD = 400  # characters of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the front of a report states, with the places by field name."""

    started: date | None
    ended: date | None
    published: date | None
    lead_inspector: str | None
    age_group: str | None
    places: dict[str, Place]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    value: str
    place: Place


def read_facts(lines: Sequence[Strip], feet: Sequence[str] = ()) -> Facts:
    """The facts that labels give, else a letter's first sentences; what is not printed is None.

    feet: the words of running headers and feet, whose days are only compared.
    """
    entries = list(_entries(lines))
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    published = _published(entries, lines, places, problems)
    started, ended = _dates(entries, lines, published, places, problems)
    problems += _against_feet(started, ended, feet, places)
    problems += _out_of_order(started, ended, published, places)
    return Facts(
        started=started,
        ended=ended,
        published=published,
        lead_inspector=_lead(entries, lines, places),
        age_group=_age(entries, places),
        places=places,
        problems=tuple(problems),
    )


def _entries(lines: Sequence[Strip]) -> Iterator[_Entry]:
    """Labels with what stands after them: on their line up to the next label, or else on the next line."""
    for at, line in enumerate(lines):
        labels = list(_LABEL.finditer(line.text))
        for number, label in enumerate(labels):
            if not _is_label(line.text, label, number > 0):
                continue
            end = labels[number + 1].start() if number + 1 < len(labels) else len(line.text)
            value = line.text[label.end() : end].strip(" :–-|\t")
            if value and line.text[label.end() :].lstrip()[:1] in ("–", "-") and label.lastgroup == "dates":
                value = value.strip()
            following = lines[at + 1].text if at + 1 < len(lines) else ""
            if not value or (label.lastgroup == "dates" and _is_cut(value) and not _LABEL.match(following)):
                value = f"{value} {following}".strip()
            elif label.lastgroup == "lead" and goes_on(value, following):
                value = f"{value} {following}"
            yield _Entry(label.lastgroup or "", value, line.place)


def _is_label(text: str, label: re.Match[str], later: bool) -> bool:
    before, after = text[: label.start()], text[label.end() :]
    if after.lstrip().startswith(":"):
        return not before.strip() or later or len(before) < 60
    if label.lastgroup == "lead" and not before.strip() and names_lead(text):
        return True
    whole = not before.strip() and (not after.strip() or bool(re.match(r"\s*(?:[–-]|on\b)?\s*(?:\d|[A-Z][a-z]+ \d)", after)))
    return whole and len(text) < 120


def _is_cut(value: str) -> bool:
    """A range whose second end, or whose year, stands on the next line."""
    return not find_days(value) or bool(re.search(r"(?:\bto|\band|[-–—])$", value))


def _published(entries: list[_Entry], lines: Sequence[Strip], places: dict[str, Place], problems: list[Problem]) -> date | None:
    printed = [(days[0].value, entry.place) for entry in entries if entry.name == "published" and (days := find_days(entry.value[:60]))]
    if printed:
        day, places["published"] = printed[0]
        problems += [_two_days(places["published"], place) for other, place in printed[1:] if other != day][:1]
        return day
    letter = _letter_date(lines)
    if letter is None:
        return None
    day, place = letter
    places["published"] = place
    problems.append(
        Problem(
            where=str(place),
            found=f"The letter is dated {place.quote} and names no day of publication",
            expected="a day of publication",
            do="The letter's date is used; correct it if the letter was published on another day.",
            severity="info",
        )
    )
    return day


def _two_days(first: Place, second: Place) -> Problem:
    return Problem(
        where=f"{first}; {second}",
        found=f"Two days of publication: “{first.quote}” and “{second.quote}”",
        expected="one day of publication",
        do="Check which is right; the first printed is used.",
    )


def _out_of_order(started: date | None, ended: date | None, published: date | None, places: dict[str, Place]) -> Iterator[Problem]:
    """Dates that cannot all be right: an end before the start, or publication before the end."""
    for before, after, words, at in (
        (started, ended, "ends before it starts", "ended"),
        (ended, published, "ends after its report was published", "published"),
    ):
        if before and after and after < before:
            yield Problem(
                where=str(places.get(at, "the report's dates")),
                found=f"The inspection {words}: {spoken(before)}, {spoken(after)}",
                expected="dates in order",
                do="Check the dates in the published report; they are kept as printed.",
            )


def _against_feet(started: date | None, ended: date | None, feet: Sequence[str], places: dict[str, Place]) -> Iterator[Problem]:
    """Pages that print other days of the inspection than its front does."""
    for foot in feet if started and ended else ():
        span = day_range(foot)
        if span and span[0] < span[1] and span != (started, ended):
            yield Problem(
                where=str(places["started"]),
                found=f"Two sets of inspection dates: “{places['started'].quote}” and, on other pages, “{shorten(foot, 100)}”",
                expected="the same dates throughout the report",
                do="Check which dates are right; those of the front page are used.",
            )
            return


def _letter_date(lines: Sequence[Strip]) -> tuple[date, Place] | None:
    """The date that stands alone above a letter's greeting."""
    for line in lines[: _greeting(lines) or 0]:
        day = parse_day(line.text)
        if day:
            return day, line.place.saying(line.text)
    return None


def _greeting(lines: Sequence[Strip]) -> int | None:
    return next((at for at, line in enumerate(lines[:_FRONT]) if re.match(r"Dear\b", line.text)), None)


def _dates(
    entries: list[_Entry], lines: Sequence[Strip], published: date | None, places: dict[str, Place], problems: list[Problem]
) -> tuple[date | None, date | None]:
    found = [(span, entry.place) for entry in entries if entry.name == "dates" and (span := _span(entry.value, lines, published))]
    if not found:
        found = _told(lines, published)
    if not found:
        return None, None
    (span, place), *others = found
    places["started"] = places["ended"] = place
    different = next((other for other in others if other[0] != span and other[0][0] != other[0][1]), None)
    if different:
        problems.append(
            Problem(
                where=f"{place}; {different[1]}",
                found=f"Two sets of inspection dates: “{place.quote}” and “{different[1].quote}”",
                expected="the same dates throughout the report",
                do="Check which dates are right; the first printed are used.",
            )
        )
    return span


def _span(text: str, lines: Sequence[Strip], published: date | None, longest: int = 110) -> tuple[date, date] | None:
    """The days that text prints; a year missing from all of them is the report's own."""
    stretch = text[:longest]
    span = day_range(stretch)
    if span and not (published and span[0] > published):
        return _whole(stretch, span)
    year = published.year if published else _year_near(lines)
    bare = day_range(stretch, year=year) if year else None
    if bare and published and bare[1] > published:
        bare = day_range(stretch, year=published.year - 1)
    return bare or span


def _whole(text: str, span: tuple[date, date]) -> tuple[date, date]:
    """Visits in parts ("2 to 4 June and 16 to 20 June 2025") run from the first day to the last."""
    days = [found.value for found in find_days(text)]
    return (min([span[0], *days]), max([span[1], *days])) if days and max(days) - span[0] < (date(2001, 4, 1) - date(2001, 1, 1)) else span


def _year_near(lines: Sequence[Strip]) -> int | None:
    years = [int(year) for line in lines[:_FRONT] for year in re.findall(r"\b(20[0-3]\d)\b", line.text)]
    return max(set(years), key=years.count) if years else None


def _told(lines: Sequence[Strip], published: date | None) -> list[tuple[tuple[date, date], Place]]:
    """Dates in a letter's first sentences: of the visit, or between two days. The letter's own date is none of them."""
    front = lines[_greeting(lines) or 0 : _FRONT]
    for at, line in enumerate(front):
        following = takewhile(lambda other: not parse_day(other.text), front[at : at + 4])
        joined = " ".join(other.text for other in following)
        for sentence in re.split(r"(?<=[a-z\d)])\.\s", joined)[:1]:
            span = _span(sentence, lines, published, _TOLD)
            if span and _SENTENCE.search(sentence) and not _looks_back(sentence) and not (published and span[1] > published):
                return [(span, line.place.saying(squeeze(sentence)))]
    return []


def _looks_back(sentence: str) -> bool:
    """Whether the words before the sentence's first figure, its day, speak of an earlier inspection."""
    return bool(_BACK.search(re.split(r"\d", sentence, maxsplit=1)[0]))


def _lead(entries: list[_Entry], lines: Sequence[Strip], places: dict[str, Place]) -> str | None:
    found = find_lead([(entry.value, entry.place) for entry in entries if entry.name == "lead"], lines)
    if found is None:
        return None
    name, places["lead_inspector"] = found
    return name


def _age(entries: list[_Entry], places: dict[str, Place]) -> str | None:
    for entry in entries:
        if entry.name == "age" and entry.value and len(entry.value) < 40:
            places["age_group"] = entry.place
            return entry.value
    return None
