"""GT6xx: which boards watch the plan, how often, and under what names?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from goldthread.common.places import NOWHERE, Place
from goldthread.common.text import fold, shorten
from goldthread.thread.checks.base import Hit, Subject, check, each_or_listed, on_line, on_plan, quoted_list
from goldthread.thread.checks.examples import an_action, an_item, example
from goldthread.thread.checks.wording import expanded, is_board
from goldthread.thread.likeness import stems
from goldthread.thread.picture import GlossaryEntry, Monitoring, Plan

_KINDS = stems(
    "board group panel committee forum meeting meetings partnership executive trust local multi agency joint strategic review "
    "steering oversight monthly quarterly weekly regular high level chief"
)
_WHOSE = stems("children childrens child families family services service young people council borough county")
_TEAMS = stems("senior management leadership team departmental directorate corporate")
_TWO_BOARDS = re.compile(r"\b((?i:committee|board|panel|group|forum|meeting))\s+and\s+(?:the\s+)?(?=[A-Z])")
_PART_OF = re.compile(
    r"\b(?:sub-?\s?(?:group|committee)|working group|task and finish|task group|workstream|operational|executive group)\b"
)


@check(
    code="GT601",
    title="Action accountable to no board",
    why="An action that answers to nobody is never on an agenda, so nobody notices when it stops.",
    source="Plans with a column “accountable to”; Ofsted's ILACS reports on plans without accountability",
    do="name the board or post that receives the report",
    bad=example(an_item(an_action(accountable_to=("Improvement Board",)), an_action("Train all managers", number="2"))),
    good=example(
        an_item(an_action(accountable_to=("Improvement Board",)), an_action("Train all managers", number="2", accountable_to=("Cabinet",)))
    ),
)
def accountable_to_none(subject: Subject) -> Sequence[Hit]:
    hits = [on_line(line, "answers to no board", value="accountable_to") for line in subject.lines if not line.action.accountable_to]
    if len(hits) == len(subject.lines) and (subject.picture.plan.monitoring or not subject.picture.plan.mechanisms):
        return []  # the plan answers as a whole, to the boards that monitor it; where nothing says who does, that is GT605
    if len(hits) == len(subject.lines) > 1:
        return [on_plan(f"none of the {len(hits)} actions says which board it answers to")]
    return each_or_listed(hits, f"{{count}} of the {len(subject.lines)} actions answer to no board")


@check(
    code="GT602",
    title="Board without a cadence",
    why="A board that watches the plan “as needed” has no meeting at which its silence would be noticed.",
    source="Plans that give each monitoring board its rhythm (monthly, bi-monthly, quarterly)",
    do="say how often it receives the plan",
    bad=example(monitoring=(Monitoring(board="Scrutiny Committee"),)),
    good=example(monitoring=(Monitoring(board="Scrutiny Committee", cadence="quarterly"), Monitoring(board="Lead Member for Children"))),
)
def no_cadence(subject: Subject) -> Iterator[Hit]:
    for watch in subject.picture.plan.monitoring:
        if not watch.cadence and is_board(watch.board, subject.picture.plan):
            yield on_plan(f"“{shorten(watch.board, 100)}” monitors the plan and no cadence is given", place=watch.place)


@check(
    code="GT603",
    title="One board under several names",
    why="Reports promised to the “group” do not reach the agenda of the “board”.",
    source="Plans that call the same body a group, a board and a panel",
    do="use one name, or list the others in goldthread.toml under [boards]",
    bad=example(
        an_item(
            an_action(accountable_to=("Corporate Parenting Board",)),
            an_action("Train", accountable_to=("Corporate Parenting Panel",), number="2"),
        )
    ),
    good=example(
        an_item(an_action(accountable_to=("Corporate Parenting Board",)), an_action("Train", accountable_to=("CPB",), number="2")),
        glossary=(GlossaryEntry(term="CPB", meaning="Corporate Parenting Board"),),
    ),
)
def several_names(subject: Subject) -> Iterator[Hit]:
    plan = subject.picture.plan
    by_sense: dict[frozenset[str], dict[str, tuple[str, Place]]] = {}
    for name, place in _boards_named(subject):
        if sense := _sense(name, plan, subject.config.boards):
            by_sense.setdefault(sense, {}).setdefault(
                fold(re.sub(r"[^\w\s]", " ", _full(name, plan, subject.config.boards))), (name, place)
            )
    for names in by_sense.values():
        if len(names) > 1:
            shown = quoted_list(shorten(name, 80) for name, _ in names.values())
            yield on_plan(f"{shown} look like one board", place=next(iter(names.values()))[1])


@check(
    code="GT604",
    title="Board that the monitoring arrangements leave out",
    why="Actions promised to a board that the plan does not list will not be on its agenda.",
    source="Plans that list their monitoring arrangements and then name other bodies beside actions",
    do="add it to the arrangements with its cadence, or name one that is there",
    severity="note",
    bad=example(
        an_item(an_action(accountable_to=("Resources Panel",))), monitoring=(Monitoring(board="Improvement Board", cadence="monthly"),)
    ),
    good=example(
        an_item(an_action(accountable_to=("Improvement Board",))),
        monitoring=(Monitoring(board="The Improvement Board", cadence="monthly"),),
    ),
)
def unlisted_board(subject: Subject) -> Iterator[Hit]:
    plan = subject.picture.plan
    named = [name for watch in plan.monitoring for name in _each_board(watch.board)]
    listed = [_sense(name, plan, subject.config.boards) or stems(name) for name in named]
    seen: set[frozenset[str]] = set()
    for line in subject.lines if listed else ():
        for name in line.action.accountable_to:
            sense = _sense(name, plan, subject.config.boards)
            if sense and is_board(name, plan) and sense not in seen and not any(_same_board(sense, other) for other in listed):
                seen.add(sense)
                message = f"answers to “{shorten(name, 80)}”, which the monitoring arrangements do not name"
                yield on_line(line, message, value="accountable_to")


@check(
    code="GT605",
    title="Plan that says nothing of who monitors it",
    why="A plan that no board receives is a document, not a commitment.",
    source="Plans name the boards that monitor them; Ofsted's ILACS reports on scrutiny that saw no plan",
    do="say which boards receive it and how often",
    bad=example(an_item(an_action())),
    good=example(an_item(an_action()), monitoring=(Monitoring(board="Improvement Board", cadence="monthly"),)),
)
def no_monitoring(subject: Subject) -> Iterator[Hit]:
    plan = subject.picture.plan
    if plan.items and not plan.monitoring and not plan.mechanisms and not any(line.action.accountable_to for line in subject.lines):
        yield on_plan("names no board that monitors it")


@check(
    code="GT606",
    title="Cadence that no calendar holds",
    why="“Regularly” and “as required” never fall due.",
    source="Plans that give each monitoring board its rhythm (monthly, bi-monthly, quarterly)",
    do="say monthly, quarterly or the like",
    bad=example(monitoring=(Monitoring(board="Improvement Board", cadence="regularly"),)),
    good=example(monitoring=(Monitoring(board="Improvement Board", cadence="six-weekly"),)),
)
def vague_cadence(subject: Subject) -> Iterator[Hit]:
    known = {_bare(cadence) for cadence in subject.config.cadences}
    for watch in subject.picture.plan.monitoring:
        if watch.cadence and _bare(watch.cadence) not in known and not re.search(r"\d|\bevery\b", watch.cadence):
            yield on_plan(f"“{shorten(watch.board, 60)}” receives the plan “{shorten(watch.cadence, 30)}”", place=watch.place)


def _boards_named(subject: Subject) -> Iterable[tuple[str, Place]]:
    plan = subject.picture.plan
    named = chain(
        ((name, watch.place) for watch in plan.monitoring for name in _each_board(watch.board)),
        ((name, line.place("accountable_to")) for line in subject.lines for name in line.action.accountable_to),
    )
    return [(name, place or NOWHERE) for name, place in named if is_board(name, plan)]


def _same_board(sense: frozenset[str], listed: frozenset[str]) -> bool:
    """Whether one name's words stand in the other's; “management team” stands in many and has to be the whole name."""
    return sense == listed or (bool(min(sense, listed, key=len) - _TEAMS) and (sense <= listed or listed <= sense))


def _each_board(name: str) -> list[str]:
    """The boards of one entry: ``Scrutiny Committee and Corporate Parenting group`` names two, ``Health and Wellbeing Board`` one."""
    return _TWO_BOARDS.sub(r"\1\n", name).split("\n")


def _full(name: str, plan: Plan, boards: Mapping[str, Sequence[str]]) -> str:
    """The board's own name where the settings know it by another, with acronyms expanded and without ``the``."""
    own = next((board for board, others in boards.items() if fold(name) in {fold(board), *map(fold, others)}), name)
    return re.sub(r"^the\s+", "", expanded(own, plan), flags=re.IGNORECASE)


def _sense(name: str, plan: Plan, boards: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """What tells a board from others: its words without the kind of gathering and whose it is. Empty for parts of boards."""
    full = _full(name, plan, boards)
    if _PART_OF.search(fold(full)):
        return frozenset()
    telling = stems(full) - _KINDS
    owner = stems(plan.owner or "") - stems("safeguarding improvement health")
    return (telling - _WHOSE - owner) or (telling - owner) or telling


def _bare(cadence: str) -> str:
    return re.sub(r"[^a-z]", "", fold(cadence))
