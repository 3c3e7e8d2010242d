"""Inspections as pages show them: the board of judgements, an inspection's facts, findings with what answers them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from goldthread.common.dates import spoken
from goldthread.common.places import Place
from goldthread.common.text import shorten, words_in_list
from goldthread.models import Finding, Inspection
from goldthread.queries.coverage import NO_PLAN, NOT_OWN, OWN, STATES, TIMESCALES, Coverage, Line
from goldthread.reports.covered import COVERED, ELSEWHERE, NOT_COVERED, Answer, reason
from goldthread.reports.map.marks import Mark, grade_mark
from goldthread.reports.map.words import count, sentence, service_words
from goldthread.thread import frameworks, picture
from goldthread.web.tags.parts import Fact


def period(inspection: Inspection) -> str:
    """From when to when inspectors were there."""
    days = [spoken(day) for day in dict.fromkeys((inspection.started_on, inspection.ended_on)) if day]
    return " to ".join(days)


# --- one inspection


def facts(inspection: Inspection) -> list[Fact]:
    """What the report says of the inspection itself."""
    known = frameworks.find(inspection.framework)
    return [
        Fact(key="Framework", value=known.name if known else inspection.framework_name, none="The report names none that Goldthread knows"),
        Fact(key="Authority", value=inspection.authority),
        Fact(key="Inspected by", value=list(inspection.inspectorates)),
        Fact(key="Inspectors were there", value=period(inspection), none="The report gives no days"),
        Fact(key="Report published", value=inspection.published_on, none="The report prints no day of publication"),
        Fact(key="Lead inspector", value=inspection.lead_inspector, none="Not named"),
        Fact(key="Ages", value=inspection.age_group, none="Not given"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement with the report's own words. meaning: what the framework says that the grade means."""

    pk: int
    area: str
    service: str | None
    mark: Mark | None
    meaning: str
    printed: str
    place: str
    quote: str


def judged(pk: int, judgement: picture.Judgement, framework: str | None) -> Judged:
    """One judgement as its row shows it."""
    known = frameworks.find(framework)
    grade = known.grade_of(judgement.grade) if known and judgement.grade else None
    return Judged(
        pk=pk,
        area=judgement.area,
        service=service_words(judgement.service),
        mark=grade_mark(judgement),
        meaning=grade.meaning if grade else "",
        printed=judgement.as_printed or "",
        place=where(judgement.place),
        quote=judgement.place.quote or "",
    )


def where(place: Place) -> str:
    """``page 12, line 3``; empty where the reader of the document kept no place."""
    told = str(place)
    return "" if told.startswith("somewhere") else told


def headline(told: Coverage) -> SafeString:
    """How the inspection is answered, in one sentence whose figures lead to the findings that they count."""
    asked, states = told.asked, Counter(line.state for line in told.asked)
    if not asked:
        return SafeString("No area for improvement, priority action or recommendation was found in the report.")
    one, many = _things(asked)
    if told.plan is None:
        return format_html("Inspectors asked for {}.", count(len(asked), one, many))
    many = f"{many} that inspectors asked for" if many == _ANY[1] else many
    if not told.whole:
        return format_html("Your actions answer {} of {} {}.", _counted(states, OWN, str(states[OWN])), len(asked), many)
    left, nothing = states[ELSEWHERE], states[NOT_COVERED]
    rest = [
        format_html("; {}", _counted(states, ELSEWHERE, f"{left} {_be(left)} left to others")) if left else "",
        format_html("; {}", _counted(states, NOT_COVERED, f"{nothing} {_be(nothing)} answered by nothing")) if nothing else "",
    ]
    answered = _counted(states, COVERED, str(states[COVERED]))
    return format_html("{} of {} {} {} answered{}{}.", answered, len(asked), many, _be(states[COVERED]), *rest)


def _counted(states: Counter[str], state: str, words: str) -> str | SafeString:
    """A figure as a link to what it counts; plain where that is nothing."""
    if not states[state]:
        return words
    return format_html('<a class="govuk-link" href="?{}#findings">{}</a>', urlencode({"state": state}), words)


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


_ANY: Final = ("thing", "things")


def _things(lines: Sequence[Line]) -> tuple[str, str]:
    """What inspectors asked for, one and many: by its kind where all are of one."""
    names = {
        Finding.Kind.AREA_FOR_IMPROVEMENT.value: ("area for improvement", "areas"),
        Finding.Kind.PRIORITY_ACTION.value: ("priority action", "priority actions"),
        Finding.Kind.RECOMMENDATION.value: ("recommendation", "recommendations"),
    }
    kinds = {line.finding.kind for line in lines}
    return names.get(next(iter(kinds)), ("finding", "findings")) if len(kinds) == 1 else _ANY


# --- findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """An item that answers a finding."""

    ref: str
    words: str
    href: str
    basis: str
    actions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding as its row shows it. missing: what is said where nothing answers it; is_broken: whether that breaks the thread."""

    line: Line
    href: str
    words: str
    kind: str
    limit: str
    addressees: str
    answers: tuple[Answering, ...]
    missing: str
    is_broken: bool
    timing: str
    kept: bool | None


def found(line: Line, told: Coverage) -> Found:
    """One row."""
    covered = line.covered
    return Found(
        line=line,
        href=reverse("finding", args=[line.pk]),
        words=shorten(covered.text, 220),
        kind=f"{covered.kind} {covered.ref}",
        limit=limit(line, told),
        addressees=words_in_list(line.finding.addressees),
        answers=tuple(_answering(answer, told) for answer in covered.answers) if told.plan else (),
        missing=missing(line),
        is_broken=line.state == NOT_COVERED,
        timing=sentence(covered.timing_words) if told.whole and covered.answers and covered.limit else "",
        kept=covered.kept,
    )


def limit(line: Line, told: Coverage) -> str:
    """The timescale as inspectors gave it, with the day that it comes to; where they gave none, the plan's own, said to be the plan's."""
    timescale = TIMESCALES.get(line.finding.timescale or "", "") if line.finding.timescale else ""
    day = f"by {spoken(line.covered.limit)}" if line.covered.limit else ""
    return ", ".join(filter(None, (timescale, day))) or _plans_own(line, told) or "no time limit"


def _plans_own(line: Line, told: Coverage) -> str:
    """What the plan prints as the time for a finding whose report prints none."""
    items = [told.held.picture.plan.items[int(answer.key.rsplit("/", 1)[1])] for answer in line.covered.answers]
    codes = dict.fromkeys(item.timescale for item in items if item.timescale and item.timescale != "other")
    said = [TIMESCALES[code].lower() for code in codes if code in TIMESCALES]
    return f"the report prints none; the plan says {words_in_list(said)}" if said else ""


def missing(line: Line) -> str:
    """What stands where no item is named."""
    if line.state == ELSEWHERE:
        return f"Left to others: {line.covered.elsewhere}"
    if line.covered.answers and line.covered.elsewhere:
        return f"Also in the {line.covered.elsewhere}"
    if line.state == NOT_OWN:
        return STATES[NOT_OWN]
    if line.state == NO_PLAN:
        return ""
    return "no item answers it" if line.state == NOT_COVERED else "" if line.covered.answers else "No item takes it up"


def joined(answer: Answer) -> str:
    """Why a finding and an item are taken to belong together."""
    return f"Joined because {reason(answer.basis, answer.likeness)}"


def item_href(told: Coverage, pk: int) -> str | None:
    """The page of an item of the plan."""
    return reverse("item", kwargs={"reference": told.plan.reference, "pk": pk}) if told.plan else None


def _answering(answer: Answer, told: Coverage) -> Answering:
    due = f", the last by {answer.due_words}" if answer.due_words else ""
    return Answering(
        ref=answer.ref,
        words=shorten(answer.words, 90),
        href=item_href(told, told.ids[answer.key]) or "",
        basis=joined(answer),
        actions=f"{count(len(answer.actions), 'action')}{' of yours' if not told.whole else ''}{due}",
    )


def judgements_of(told: Coverage, inspection: Inspection) -> Iterator[Judged]:
    """The report's judgements in its order."""
    for at, judgement in enumerate(told.held.picture.judgements):
        yield judged(told.ids[f"/judgements/{at}"], judgement, inspection.framework)
