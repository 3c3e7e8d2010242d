"""From a picture and its check findings to what the page says."""

from collections.abc import Iterable, Sequence, Sized
from datetime import date

from goldthread.common.dates import spoken
from goldthread.common.text import words_in_list
from goldthread.reports.map.anchors import Anchors
from goldthread.reports.map.checklist import by_place, check_lines, themes
from goldthread.reports.map.content import ActionLine, Content, Figure, FindingLine, ItemLine, Service
from goldthread.reports.map.groups import groups
from goldthread.reports.map.lines import Lines
from goldthread.reports.map.marks import key_marks
from goldthread.reports.map.timing import span
from goldthread.reports.map.words import count, number_word, quotes, sentence, service_words
from goldthread.thread.checks.base import CheckFinding
from goldthread.thread.frameworks import find
from goldthread.thread.picture import Inspection, Picture

_GRAVITY = {"error": 0, "warning": 1, "info": 2}


def _inspected(inspection: Inspection) -> str:
    first, last = inspection.started, inspection.ended
    if first and last and first != last:
        return f"{spoken(first)} to {spoken(last)}"
    only = first or last
    return spoken(only) if only else ""


def _services(lines: Lines) -> tuple[Service, ...]:
    names = dict.fromkeys(line.judgement.service for line in lines.grades)
    return tuple(
        Service(name=service_words(name), grades=tuple(line for line in lines.grades if line.judgement.service == name)) for name in names
    )


def _no_grade(inspection: Inspection) -> tuple[str, ...]:
    """What this inspection's framework does not give, so that nobody takes it for missing."""
    framework = find(inspection.framework)
    if framework is None or framework.overall:
        return ()
    if not framework.grades:
        return (f"Grades are not given under this framework ({framework.short_name}).",)
    return (f"An overall judgement is not given under this framework ({framework.short_name}), and none is worked out here.",)


def _actions(lines: Sized) -> str:
    return "action" if len(lines) == 1 else "actions"


def _be(lines: Sized) -> str:
    return "is" if len(lines) == 1 else "are"


def _without(actions: Sequence[ActionLine], told: str) -> str:
    return told if actions else "No action was found."


def _late(actions: Sequence[ActionLine]) -> Figure:
    dated = [line for line in actions if line.timing.council and line.timing.limit]
    late = [line for line in dated if line.timing.late]
    return Figure(
        name="Late",
        number=len(late),
        out_of=len(dated) or None,
        unit=f"{_actions(dated)} with a date and a limit",
        words=f"{_be(late)} dated later than the inspectors’ limit"
        if dated
        else _without(actions, "No action has both a date and a limit to hold it against."),
        href="show-late" if actions else "plan",
    )


def _overdue(actions: Sequence[ActionLine], as_at: date) -> Figure:
    dated = [line for line in actions if line.timing.council]
    overdue = [line for line in dated if line.timing.overdue]
    its = "its" if len(overdue) == 1 else "their"
    return Figure(
        name="Overdue",
        number=len(overdue),
        out_of=len(dated) or None,
        unit=f"{_actions(dated)} with a date",
        words=f"had passed {its} date on {spoken(as_at)} and {_be(overdue)} not shown as done"
        if dated
        else _without(actions, "No action has a date."),
        href="show-overdue" if actions else "plan",
    )


def _unled(actions: Sequence[ActionLine]) -> Figure:
    unled = [line for line in actions if line.lead.name is None]
    have = "has" if len(unled) == 1 else "have"
    return Figure(
        name="Nobody responsible",
        number=len(unled),
        out_of=len(actions) or None,
        unit=_actions(actions),
        words=f"{have} no one person marked as responsible" if actions else "No action was found.",
        href="show-unled" if actions else "plan",
    )


def _uncovered(asked: Sequence[FindingLine], items: Sequence[ItemLine]) -> Figure:
    uncovered = [line for line in asked if not line.answered_by]
    words = f"{_be(uncovered)} answered by no item" if items else "No plan was read that could answer what inspectors asked for."
    return Figure(
        name="Not covered",
        number=len(uncovered) if items else 0,
        out_of=(len(asked) or None) if items else None,
        unit=f"{'thing' if len(asked) == 1 else 'things'} inspectors asked for",
        words=words if asked else "No area for improvement, priority action or recommendation was found.",
        href="asked" if asked else "plan",
    )


def _unproved(actions: Sequence[ActionLine]) -> Figure:
    unproved = [line for line in actions if not line.evidence]
    show = "shows" if len(unproved) == 1 else "show"
    return Figure(
        name="Nothing reported",
        number=len(unproved),
        out_of=len(actions) or None,
        unit=_actions(actions),
        words=f"{show} neither evidence nor progress" if actions else "No action was found.",
        href="show-unproved" if actions else "plan",
    )


_CLAUSES = {
    "Late": ("dated later than the inspectors allow", "dated later than the inspectors allow"),
    "Overdue": ("has passed its date without being done", "have passed their dates without being done"),
    "Nobody responsible": ("has nobody marked as responsible", "have nobody marked as responsible"),
    "Nothing reported": ("shows neither evidence nor progress", "show neither evidence nor progress"),
}


def _clause(figure: Figure) -> str:
    one, many = _CLAUSES[figure.name]
    verb = "" if figure.name != "Late" else ("is " if figure.number == 1 else "are ")
    return f"{number_word(figure.number)} {verb}{one if figure.number == 1 else many}"


def _headline(actions: Sequence[ActionLine], figures: Sequence[Figure]) -> str:
    """The state of the plan in a sentence or two."""
    by_name = {figure.name: figure for figure in figures}
    said = []
    if actions:
        wrong = [_clause(by_name[name]) for name in _CLAUSES if by_name[name].number]
        told = words_in_list(wrong) if wrong else "none is late or unled, and something is reported of each"
        said.append(f"Of {count(len(actions), 'action')}, {told}.")
    uncovered = by_name["Not covered"]
    if uncovered.out_of:
        verb = "is" if uncovered.number == 1 else "are"
        wanted = count(uncovered.out_of, "thing")
        told = f"{number_word(uncovered.number)} {verb}" if uncovered.number else "none is"
        said.append(sentence(f"of the {wanted} inspectors asked for, {told} left without an item that answers {_it(uncovered.number)}."))
    return " ".join(said)


def _without_plan(asked: Sequence[FindingLine]) -> str:
    if not asked:
        return "No plan and no findings were read from this document."
    return f"Inspectors asked for {count(len(asked), 'thing')}. No plan was read with the report, so nobody can say here what answers them."


def _it(number: int) -> str:
    return "them" if number > 1 else "it"


def gather(picture: Picture, findings: Iterable[CheckFinding], *, as_at: date) -> Content:
    """Everything the page says about a picture as at a day. Pure: the same values give the same content."""
    anchors = Anchors(picture)
    checks = check_lines(findings, anchors.find)
    placed = by_place(checks)
    lines = Lines(picture, as_at, anchors.name, lambda anchor: placed.get(anchor, ()))
    items = tuple(lines.item(position) for position in range(len(picture.plan.items)))
    actions = tuple(action for item in items for action in item.actions)
    asked = tuple(line for line in lines.findings if line.needs_answer)
    figures = (_late(actions), _overdue(actions, as_at), _unled(actions), _uncovered(asked, items), _unproved(actions))
    inspection = picture.inspection
    authority = inspection.authority or (f"Plan owner: {picture.plan.owner}" if picture.plan.owner else "")
    return Content(
        authority=authority,
        title=picture.plan.title or ("Improvement plan" if items else "What inspectors found"),
        inspection=inspection,
        inspected=_inspected(inspection),
        sources=tuple(source for source in (picture.report_source, picture.source) if source),
        as_at=as_at,
        headline=_headline(actions, figures) or _without_plan(asked),
        figures=figures,
        services=_services(lines),
        no_grade=_no_grade(inspection),
        key=key_marks(picture.plan.status_key),
        actions=actions,
        span=span(actions),
        groups=groups(items, lines),
        themes=themes(checks),
        asked=asked,
        paragraphs=tuple(line for line in lines.findings if not line.needs_answer),
        monitoring=picture.plan.monitoring,
        mechanisms=picture.plan.mechanisms,
        glossary=tuple((entry.term, entry.meaning) for entry in picture.plan.glossary),
        problems=tuple(sorted(picture.problems, key=lambda problem: _GRAVITY.get(problem.severity, len(_GRAVITY)))),
        quotes=tuple(quote for name, place in (inspection.places or {}).items() for quote in quotes(name.replace("_", " "), place)),
    )
