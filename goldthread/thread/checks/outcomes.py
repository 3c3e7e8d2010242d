"""GT4xx: does the plan say what will be different, and how anybody will know?"""

import re
from collections.abc import Iterable, Iterator

from goldthread.common.places import Place
from goldthread.common.text import fold, shorten, words, words_in_list
from goldthread.thread.checks.base import (
    Hit,
    Subject,
    at_item,
    check,
    each_or_listed,
    each_or_once,
    on_item,
    on_line,
    on_plan,
)
from goldthread.thread.checks.examples import an_action, an_item, example
from goldthread.thread.checks.wording import ACTIVITY_VERBS, lost
from goldthread.thread.likeness import stems
from goldthread.thread.picture import Action, Item, Measure, Outcome

_WHOM = (
    r"(?:child|children|young people|care[- ]leavers?|social workers?|staff|cases?|plans?|assessments?|reviews?|visits?|"
    r"famil(?:y|ies)|parents?|"
    r"managers?|workers?|files?|schools?|practitioners?|referrals?|carers?|conferences?|iros?|teams?|actions?)"
)
_COUNTED = re.compile(
    r"\d\s?(?:%|per ?cent)|\b(?:number|numbers|proportion|percentage|rates?) of\b|"
    r"\b(?:fewer|at least|more than|less than|no more than|minimum of|maximum of|in ten|in four)\b|"
    r"\bwithin (?:statutory )?(?:timescales?|\d+|[a-z]+ (?:days|weeks|months))\b|"
    r"(?<![\w/.-])(?<!aged )(?<!ages )(?<!under )(?<!stage )(?!(?:19|20)\d\d\b)\d+(?:\.\d+)?(?![\d/+-])\b(?!['’]?s\b)(?! "
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|year[- ]olds?))"
)
"""A figure, or a word that calls for one. Ages, years and days of the month are none."""
_UNIVERSAL = re.compile(rf"(?:^|[.;:,\n]\s*|\b(?:that|in) )(?:all|every|each|no) (?:[\w-]+ ){{0,3}}?{_WHOM}\b")
"""A promise for everybody (“all children…”), which is a figure of 100%; “the needs of each child” is none."""
_DIRECTION_ALONE = re.compile(r"\b(?:reduc|increas|decreas)(?:e|es|ed|ing|tion)\b")
"""It can be counted, though nobody says that it will be."""
_QUALITY = re.compile(
    r"\b(?:audit\w*|survey\w*|feedback|views?|tell us|(?:report|say|says|feel|feels|tell) |dip[- ]sampl\w*|observ\w+|"
    r"satisf\w+|satisfaction|judged|"
    r"graded|qualitative measures?|quality assur\w+|case files?|voice|questionnaires?|interviews?|focus groups?|inspect\w*|peer|"
    r"(?<!will )(?<!not )(?<!to )experiences?|"
    r"confident|reflective|"
    r"documentary evidence)"
)
_ALSO_NOUNS = frozenset(
    words(
        "audit benchmark brief design draft issue map meet monitor pilot plan present promote report research review run scope "
        "set share source survey test train use"
    )
)
_PURPOSE = re.compile(
    r"\b(?:so that|in order (?:that|to)|with the (?:aim|objective|purpose) of|to ensure (?:that)?|which will|that will)\b", re.IGNORECASE
)
_POINTERS = frozenset(words("the a an all our their this each every any current existing new"))
_DIRECTION = re.compile(r"\b(?:increas|improv|reduc|decreas|rais|lower|rise|fall|fewer|higher)\w*\b")
_FIGURE = re.compile(r"\b(?:percentage|proportion|number|numbers|rate|rates)\b")
_PERCENT = re.compile(r"\d+(?:\.\d+)?\s?(?:%|per ?cent)")
_BASELINE = re.compile(
    r"\b(?:from|baseline|currently|current|was|were|against|compared|up on|down on|previously|maintain\w*|remains?)\b|100\s?%|100 per ?cent"
)


@check(
    code="GT401",
    title="Item without an outcome",
    why="Actions without an outcome can all be completed while nothing changes for a child: structures change and practice does not.",
    source="Ofsted's ILACS reports, whose commonest criticism of plans is activity without effect",
    do="say what will be different for children, families or staff",
    severity="error",
    bad=example(an_item(an_action())),
    good=example(an_item(an_action(), outcome="Social workers receive reflective supervision every month")),
)
def no_outcome(subject: Subject) -> Iterable[Hit]:
    items = [item for item in subject.picture.plan.items if item.actions]
    without = [item for item in items if all(lost(outcome.text) for outcome in item.outcomes)]
    hits = [on_item(item, f"no outcome is stated{', only measures' if _stated(item) else ''}") for item in without]
    only = ", only measures" if any(map(_stated, without)) else ""
    return each_or_once(hits, len(items), f"none of the {{count}} items states an outcome{only}")


@check(
    code="GT402",
    title="Outcome that only restates the activity",
    why="“Policy published” is proved by the policy; whether anybody works differently stays unasked.",
    source="Ofsted's ILACS reports, whose commonest criticism of plans is activity without effect",
    do="say what the work is to change",
    bad=example(an_item(an_action("Publish the revised supervision policy"), outcome="Revised supervision policy is published")),
    good=example(
        an_item(an_action("Publish the revised supervision policy"), outcome="Social workers say that supervision helps them to decide")
    ),
)
def restates_activity(subject: Subject) -> Iterator[Hit]:
    for item, position, outcome in _outcomes(subject):
        if _is_activity(outcome.text):
            message = f"“{shorten(outcome.text, 60)}” is something to do, not what will be different"
            yield _on_outcome(item, position, outcome, message)
        elif same := next((action for action in item.actions if _restates(outcome.text, action)), None):
            message = f"“{shorten(outcome.text, 60)}” says again what action {(same.number or '').rstrip('.')} says".replace("  ", " ")
            yield _on_outcome(item, position, outcome, message)


@check(
    code="GT403",
    title="Outcomes without a measure",
    why="An outcome that nobody can measure can be neither reached nor missed.",
    source="The SMART test that plans set themselves; Ofsted's ILACS reports on plans whose success cannot be told",
    do="add a figure, or what an audit, survey or conversation will show",
    bad=example(an_item(an_action(), outcome="Supervision is good")),
    good=example(an_item(an_action(), outcome="Nine in ten files audited show reflective supervision each month, 90% against 61% now")),
)
def no_measure(subject: Subject) -> Iterator[Hit]:
    for item in subject.picture.plan.items:
        if item.outcomes and not _measured(item):
            said = "its outcome has no measure" if len(item.outcomes) == 1 else "none of its outcomes has a measure"
            yield on_item(item, said, place=_place(item))


@check(
    code="GT404",
    title="Only quantitative measures",
    why="Compliance can reach 100% while quality stands still; only an audit or the people concerned can tell.",
    source="Inspection reports that ask for qualitative as well as quantitative performance management",
    do="add what an audit, survey or conversation will show",
    severity="note",
    bad=example(an_item(an_action(), outcome="95% of supervision sessions take place, from 70%")),
    good=example(an_item(an_action(), outcome="95% of supervision sessions take place, from 70%, and audits find them reflective")),
)
def only_quantity(subject: Subject) -> Iterator[Hit]:
    for item in subject.picture.plan.items:
        if _counted(item) and not _judges(item):
            yield on_item(item, "its measures only count; none asks about quality", place=_place(item))


@check(
    code="GT405",
    title="Only qualitative measures",
    why="“Audits show improvement” can rest on three files; a figure says how far it reaches.",
    source="Inspection reports that ask for qualitative as well as quantitative performance management",
    do="add a figure with its starting point and target",
    severity="note",
    bad=example(an_item(an_action(), outcome="Audits find supervision reflective")),
    good=example(an_item(an_action(), outcome="Audits find supervision reflective in 90% of files, from 61%")),
)
def only_quality(subject: Subject) -> Iterator[Hit]:
    for item in subject.picture.plan.items:
        if _stated(item) and _judges(item) and not _counts(item):
            yield on_item(item, "its measures are about quality only; none has a figure", place=_place(item))


@check(
    code="GT406",
    title="Figure without its start or its target",
    why="Councillors ask how near the target is, not only for the colour; that takes both ends of the line.",
    source="Minutes of scrutiny committees on performance against target",
    do="give both: from where, to what",
    severity="note",
    bad=example(an_item(an_action(), outcome="Increase the percentage of assessments completed in time")),
    good=example(an_item(an_action(), outcome="Increase the percentage of assessments completed in time from 71% to 85%")),
)
def half_a_figure(subject: Subject) -> Iterator[Hit]:
    for item in subject.picture.plan.items:
        for wanted in _measures(item):
            if missing := _missing_end(wanted.text):
                yield on_item(item, f"“{shorten(wanted.text, 60)}” has no {missing}", place=wanted.place)


@check(
    code="GT407",
    title="Action fails the SMART test",
    why="An action that lacks two of measure, owner and date is a wish. (One gap alone has its own check.)",
    source="Plans that promise SMART objectives: specific, measurable, achievable, relevant, timed",
    do="add what is missing",
    severity="note",
    bad=example(an_item(an_action("Publish the supervision policy"), outcome="Supervision is good")),
    good=example(
        an_item(an_action("Publish the supervision policy", leads="Head of Safeguarding", due="2026-06"), outcome="Supervision is good")
    ),
)
def not_smart(subject: Subject) -> Iterable[Hit]:
    hits = []
    measured = {id(item): _measured(item) for item in subject.picture.plan.items}
    for line in subject.lines:
        gaps = {
            "measure": not measured[id(line.item)],
            "owner": not line.action.leads,
            "date": not line.action.due_dates and not line.action.recurrence,
        }
        missing = [name for name, gap in gaps.items() if gap]
        if len(missing) > 1 and not lost(line.action.text):
            hits.append(on_line(line, f"has no {words_in_list(missing).replace(' and ', ' and no ').replace(', ', ', no ')}"))
    if len(hits) == len(subject.lines) > 1:
        return [on_plan(f"all {len(hits)} actions lack two of measure, owner and date")]
    return each_or_listed(hits, "{count} actions lack two of measure, owner and date")


def _outcomes(subject: Subject) -> Iterator[tuple[Item, int, Outcome]]:
    for item in subject.picture.plan.items:
        for position, outcome in enumerate(item.outcomes, 1):
            yield item, position, outcome


def _on_outcome(item: Item, position: int, outcome: Outcome, message: str) -> Hit:
    return Hit(where=f"{at_item(item)}:outcome {position}", message=message, place=outcome.place, refs=(item.ref,))


def _measures(item: Item) -> tuple[Outcome | Measure, ...]:
    return (*item.outcomes, *item.measures, *(measure for action in item.actions for measure in action.measures))


def _stated(item: Item) -> bool:
    return any(not lost(wanted.text) for wanted in _measures(item))


def _counts(item: Item) -> bool:
    return _counted(item) or any(_DIRECTION_ALONE.search(fold(wanted.text)) for wanted in _measures(item))


def _counted(item: Item) -> bool:
    return any(_promises_figure(wanted.text) for wanted in _measures(item))


def _promises_figure(text: str) -> bool:
    said = fold(text)
    return bool(_COUNTED.search(said) or _UNIVERSAL.search(said))


def _judges(item: Item) -> bool:
    return any(_QUALITY.search(fold(wanted.text)) for wanted in _measures(item))


def _measured(item: Item) -> bool:
    """Whether anything says how the outcome will be known: a measure of its own, or an outcome that counts or judges."""
    return len(_measures(item)) > len(item.outcomes) or _counts(item) or _judges(item)


def _place(item: Item) -> Place:
    return next((wanted.place for wanted in _measures(item)), item.place)


def _is_activity(text: str) -> bool:
    """Whether an outcome is an instruction (``Review the policy``)."""
    said = words(text)
    verb, after = (said[1:3] if said[:1] == ["to"] else said[:2]) if len(said) > 2 else ("", "")
    instructs = verb in ACTIVITY_VERBS and (verb not in _ALSO_NOUNS or after in _POINTERS)
    return instructs and not _promises_figure(text)


def _restates(text: str, action: Action) -> bool:
    one, other = stems(text), stems(_PURPOSE.split(action.text)[0])
    return len(one) >= 3 and len(one & other) >= 0.85 * len(one) and len(one & other) >= 0.4 * len(other)


def _missing_end(text: str) -> str | None:
    """``starting point`` or ``target`` when a promised figure lacks it."""
    said = fold(text)
    if _DIRECTION.search(said) and _FIGURE.search(said) and not re.search(r"\d", said):
        return "target"
    percents = _PERCENT.findall(said)
    return "starting point" if len(percents) == 1 and not _BASELINE.search(said) else None
