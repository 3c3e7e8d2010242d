"""A big picture: a council's whole improvement programme in one plan. For counting queries and measuring; everything is invented.

``a_big_picture()`` is always the same picture: 40 items of 50 actions and 300 findings, in the words that plans use, with what plans
get wrong (dates past, no date, two leads and none marked, no evidence) spread through it. The leads' posts are the same few dozen again.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice

from goldthread.common.dates import PartDate
from goldthread.common.places import Place
from goldthread.thread.picture import Action, Evidence, Finding, Item, Judgement, Measure, Monitoring, Outcome, Picture, Plan, Progress
from tests.factories import a_picture, a_plan, an_inspection

_DAY = date(2026, 3, 31)
"""The day around which the dates lie."""
_SECTIONS = ("Help and protection", "Children in care", "Care leavers", "Leadership and workforce")
_AREAS = (
    "the supervision of social workers",
    "the quality of assessments",
    "how often children are visited",
    "the recording of decisions",
    "the timeliness of child protection conferences",
    "oversight by managers",
    "planning for permanence",
    "support to foster carers",
    "health checks for children in care",
    "the quality of personal education plans",
    "pathway plans for care leavers",
    "accommodation for care leavers",
    "the response to children who go missing",
    "decisions at the front door",
    "work with fathers",
    "the use of chronologies",
    "practice audits",
    "the voice of children",
    "caseloads",
    "the learning of managers",
)
_VERBS = ("Review", "Agree and publish", "Train managers in", "Audit every month", "Report to the board on", "Write guidance on")
_ENDS = (
    "and tell every team what has changed",
    "with partners in health, police and schools",
    "and set out who does what, and by when",
    "so that children wait no longer than they need to",
    "with the workers who will use it",
)
_POSTS = (
    "Head of Safeguarding",
    "Head of Care and Permanence",
    "Service Manager, Leaving Care",
    "Principal Social Worker",
    "Designated Nurse",
    "Head of Quality Assurance",
    "Service Manager, Front Door",
    "Virtual School Head",
    "Detective Superintendent",
    "Head of Commissioning",
)
_BOARDS = ("Improvement Board", "Safeguarding Partnership", "Corporate Parenting Board")
_RATINGS = ("Green", "Amber", "Red", None, "Green", "Blue", "Amber")


def a_big_picture(*, items: int = 40, actions: int = 50, findings: int = 300) -> Picture:
    """items with so many actions each, and so many findings: each item answers one, the rest are areas and paragraphs beside them."""
    return a_picture(
        findings=list(islice(_findings(), findings)),
        judgements=[Judgement(area=area, grade="requires_improvement", as_printed="Requires improvement") for area in _SECTIONS],
        inspection=an_inspection(ended=date(2025, 2, 7)),
        plan=_plan(items, actions),
    )


def _plan(items: int, actions: int) -> Plan:
    boards = tuple(Monitoring(board=board, cadence="monthly") for board in _BOARDS)
    return a_plan(items=[_item(number, actions) for number in range(1, items + 1)], monitoring=boards, title="Children’s improvement plan")


def _area(number: int) -> str:
    """What an item and the finding that it answers are about: no two the same."""
    about = f"Improve {_AREAS[number % len(_AREAS)]}"
    return f"{about} in {_SECTIONS[(number // len(_AREAS)) % len(_SECTIONS)].lower()}"


def _findings() -> Iterator[Finding]:
    for number in range(1, 61):
        yield Finding(
            ref=f"A{number}",
            kind="area_for_improvement",
            number=str(number),
            text=_area(number),
            place=Place(page=3 + number // 12, line=number, quote=_area(number)),
        )
    for number in cycle(range(1, 10_000)):
        text = f"Inspectors saw {_AREAS[number % len(_AREAS)]} in {number + 7} children’s records, and it varied from team to team."
        yield Finding(ref=f"¶{number}", kind="paragraph", number=str(number), text=text, place=Place(page=9 + number // 9, quote=text))


def _item(number: int, actions: int) -> Item:
    return Item(
        ref=str(number),
        number=str(number),
        kind="recommendation",
        section=_SECTIONS[(number - 1) % len(_SECTIONS)],
        text=_area(number),
        outcomes=(Outcome(text=f"Children feel the difference of better {_AREAS[number % len(_AREAS)].removeprefix('the ')}"),),
        measures=(Measure(text=f"{70 + number % 25}% of records sampled each month are good"),) if number % 3 else (),
        actions=tuple(_action(number, at) for at in range(1, actions + 1)),
    )


def _action(item: int, at: int) -> Action:
    turn = item * 7 + at * 3
    text = f"{_VERBS[turn % len(_VERBS)]} {_AREAS[(item + at) % len(_AREAS)]} {_ENDS[turn % len(_ENDS)]} (step {at})"
    due = PartDate((_DAY + timedelta(days=(turn * 13) % 700 - 330)).isoformat()[: 7 if turn % 4 else 10])
    leads = tuple(dict.fromkeys((_POSTS[turn % len(_POSTS)], *((_POSTS[(turn + 3) % len(_POSTS)],) if turn % 5 == 0 else ()))))
    return Action(
        number=str(at),
        text=text,
        leads=leads,
        leads_basis="printed",
        responsible_lead=leads[0] if turn % 10 else None,
        by_when_text="To be confirmed" if turn % 9 == 0 else due,
        due_dates=() if turn % 9 == 0 else (due,),
        accountable_to=(_BOARDS[turn % len(_BOARDS)],),
        progress=(Progress(text=f"Work has begun with {turn % 11 + 2} teams."),) if turn % 3 else (),
        evidence=(Evidence(text=f"Audit of {turn % 20 + 5} records, February 2026"),) if turn % 4 == 0 else (),
        rating=_RATINGS[turn % len(_RATINGS)],
        place=Place(page=10 + item, table=item, row=at, quote=text),
    )
