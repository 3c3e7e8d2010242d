"""GT1xx: is every part of the plan there, numbered and told apart?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from goldthread.common.text import fold, shorten, words_in_list
from goldthread.thread.checks.base import Hit, Line, Subject, check, on_item, on_line, on_plan
from goldthread.thread.checks.examples import an_action, an_item, example
from goldthread.thread.checks.wording import damaged, lost
from goldthread.thread.likeness import stems
from goldthread.thread.picture import Item, Part, Progress, StatusKey
from goldthread.thread.ratings import colour_word, entry_of
from goldthread.thread.repeats import nearly_the_same

_SHARED = re.compile(
    r"\b(?:repeat|replicat|shared?\b|same (?:as|action)|see (?:also|above|item|action)|as above|duplicat|consisten|also "
    r"covered|cross[- ]ref)"
)
_NEARLY_THE_SAME = 90
_COLOURS = re.compile(r"(?:red|amber|green|blue|yellow|grey|gray|white|purple|orange|black|brown|[rabgywc]|#[0-9a-f]{6})")
"""A rating that is a colour alone; “Amber – some delay” says itself what it means."""


@check(
    code="GT101",
    title="Item without actions",
    why="A heading with nothing under it reads as an answer and is none; a board cannot ask anybody about it.",
    source="Improvement plans set every action under the recommendation it answers",
    do="write what will be done, or say where the item is answered",
    severity="error",
    bad=example(an_item(ref="3", text="Quality of care plans")),
    good=example(an_item(an_action(), ref="3", text="Quality of care plans")),
)
def empty_item(subject: Subject) -> Iterator[Hit]:
    for item in subject.picture.plan.items:
        if not item.actions and not subject.links.elsewhere.keys() & {found.ref for found in subject.links.findings_behind(item.ref)}:
            yield on_item(item, "has no actions")


@check(
    code="GT102",
    title="Action whose words are lost",
    why="A row with a lead or a date and no action means that the document lost its words; nobody can be held to it.",
    source="Committee packs in which merged or shaded cells did not survive printing",
    do="write the action in from the original document",
    severity="error",
    bad=example(an_item(an_action("[...]", leads="Head of Safeguarding", due="2026-06"))),
    good=example(an_item(an_action("Publish the supervision policy", leads="Head of Safeguarding", due="2026-06"))),
)
def lost_action(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        if lost(line.action.text) and not line.action.parts:
            yield on_line(line, "no words of the action are left")


@check(
    code="GT103",
    title="Action with words missing",
    why="Half a sentence can turn an action round; what was lost has to be read from the original, not guessed.",
    source="Committee packs in which merged or shaded cells did not survive printing",
    do="complete it from the original document",
    bad=example(an_item(an_action("Review the supervision policy and [...] all managers"))),
    good=example(an_item(an_action("Review the supervision policy and train all managers"))),
)
def damaged_action(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        texts = [line.action.text, *(part.text for part in line.action.parts)]
        if any(damaged(text) for text in texts) and not lost(line.action.text):
            yield on_line(line, "words of the action are missing")


@check(
    code="GT104",
    title="Gap in the numbering of items",
    why="A missing number is either an item that fell out of the document or one that was dropped without anybody saying so.",
    source="Improvement plans number their items within a section",
    do="put the missing item back, or say that it was withdrawn",
    bad=example(an_item(an_action(), ref="1"), an_item(an_action(), ref="2"), an_item(an_action(), ref="4")),
    good=example(an_item(an_action(), ref="1"), an_item(an_action(), ref="2"), an_item(an_action(), ref="3")),
)
def gap_in_items(subject: Subject) -> Iterator[Hit]:
    yield from _gaps_in_sections(subject)
    for items in _sections(subject):
        for before, after in pairwise(items):
            first, second = _last_number(before.number), _last_number(after.number)
            if first is not None and second is not None and _same_stem(before.number, after.number) and second > first + 1:
                missing = f"{first + 1} is" if second == first + 2 else f"{first + 1} to {second - 1} are"
                yield on_item(after, f"comes after item {_plain(before.number)}, and {missing} missing in between")


@check(
    code="GT105",
    title="Two items with one number",
    why="An update to “item 3” then has two places to go.",
    source="Improvement plans number their items within a section",
    do="give each its own number",
    bad=example(an_item(an_action(), ref="3a", number="3"), an_item(an_action(), ref="3b", number="3", text="Quality of care plans")),
    good=example(an_item(an_action(), ref="3"), an_item(an_action(), ref="4", text="Quality of care plans")),
)
def repeated_item_number(subject: Subject) -> Iterator[Hit]:
    for items in _sections(subject):
        counted = Counter(_plain(item.number) for item in items if item.number)
        for number, times in counted.items():
            if times > 1:
                second = [item for item in items if _plain(item.number) == number][1]
                yield on_item(second, f"number {number} is used {times} times in this section")


@check(
    code="GT106",
    title="Gap or repeat in the numbering of actions",
    why="An action that fell out of the table looks the same as one that was never agreed.",
    source="Improvement plans number the actions under each item",
    do="put the missing action back or number them anew",
    bad=example(an_item(an_action(number="1"), an_action("Train all managers", number="3"))),
    good=example(an_item(an_action(number="1"), an_action("Train all managers", number="2"))),
)
def gap_in_actions(subject: Subject) -> Iterator[Hit]:
    anew = _numbered_anew(subject)
    for item in subject.picture.plan.items:
        lines = [line for line in subject.lines_of(item) if _last_number(line.action.number) is not None]
        first_line = lines[0] if anew and lines else None
        if first_line and (_last_number(first_line.action.number) or 0) > first_line.position:
            yield on_line(
                first_line, f"is the item's first, numbered {_plain(first_line.action.number)}; one or more are missing before it"
            )
        for before, after in pairwise(lines):
            first, second = _last_number(before.action.number) or 0, _last_number(after.action.number) or 0
            if second == first:
                yield on_line(after, f"number {_plain(after.action.number)} is used twice")
            elif second > first + 1 and _same_stem(before.action.number, after.action.number):
                yield on_line(after, f"comes after action {_plain(before.action.number)}; one or more are missing in between")


@check(
    code="GT107",
    title="Part of an action with no progress",
    why="Where progress is reported by letter, a letter left out is a part that nobody has reported on.",
    source="Improvement plans that answer lettered actions with lettered progress",
    do="report on each of them",
    bad=example(
        an_item(
            an_action(
                parts=(Part(letter="a", text="Draft"), Part(letter="b", text="Train")), progress=(Progress(letter="a", text="Drafted."),)
            )
        )
    ),
    good=example(an_item(an_action(parts=(Part(letter="a", text="Draft"),), progress=(Progress(letter="a", text="Drafted."),)))),
)
def part_without_progress(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        answered = {entry.letter for entry in line.action.progress if entry.letter}
        left = [part.letter for part in line.action.parts if part.letter not in answered]
        if answered and left:
            yield on_line(line, f"no progress is reported on part{'s' * (len(left) > 1)} {', '.join(left)}", value="progress")


@check(
    code="GT108",
    title="Progress on a part that is not there",
    why="Progress under a letter that the action does not have was entered in the wrong row, or the action has changed since.",
    source="Improvement plans that answer lettered actions with lettered progress",
    do="move the entry to its action or letter the action",
    bad=example(an_item(an_action(parts=(Part(letter="a", text="Draft"),), progress=(Progress(letter="c", text="Launched."),)))),
    good=example(an_item(an_action(parts=(Part(letter="a", text="Draft"),), progress=(Progress(letter="a", text="Drafted."),)))),
)
def progress_without_part(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        letters = {part.letter for part in line.action.parts}
        stray = sorted({entry.letter for entry in line.action.progress if entry.letter} - letters)
        if stray:
            found = f"progress is reported on {', '.join(stray)}, and the action has "
            yield on_line(line, found + (f"only {', '.join(sorted(letters))}" if letters else "no lettered parts"), value="progress")


def repeats(subject: Subject) -> Iterator[tuple[Line, Line]]:
    """Pairs of actions under different items with nearly the same words and the same figures: team 3's audit is not team 4's."""
    telling = [line for line in subject.lines if len(stems(line.action.text)) >= 5]
    texts = tuple(fold(line.action.text) for line in telling)
    for one, other in nearly_the_same(texts, _NEARLY_THE_SAME):
        first, second = telling[one], telling[other]
        if first.item.ref != second.item.ref:
            yield first, second


@check(
    code="GT109",
    title="Same action under two items, not marked as shared",
    why="It will be updated in one place and go stale in the other, and be counted twice.",
    source="Plans that repeat an action for consistency and say so in a note",
    do="say in a note that the action is shared, and report in one place",
    bad=example(
        an_item(an_action("Run a regular audit of supervision files in every team"), ref="1"),
        an_item(
            an_action("Run a regular audit of supervision files in every team"), ref="6", text="Supervision in the looked-after service"
        ),
    ),
    good=example(
        an_item(an_action("Run a regular audit of supervision files in every team"), ref="1"),
        an_item(
            an_action("Run a regular audit of supervision files in every team"), ref="6", text="Supervision", notes="Shared with item 1."
        ),
    ),
)
def repeated_action(subject: Subject) -> Iterator[Hit]:
    before: dict[str, list[Line]] = {}
    later: dict[str, Line] = {}
    for first, second in repeats(subject):
        said = " ".join(filter(None, (first.item.notes, second.item.notes, second.item.text, second.action.text, first.action.text)))
        if not _SHARED.search(fold(said)):
            before.setdefault(second.where, []).append(first)
            later[second.where] = second
    for where, (first, *others) in before.items():
        more = f" and {len(others)} other action{'s' if len(others) > 1 else ''}" if others else ""
        yield on_line(later[where], f"says the same as {first.where}{more}", also=(first.item.ref,))


@check(
    code="GT110",
    title="Ratings without a key",
    why="Amber is “on track” in one plan and “done, not yet signed off” in another; a colour without a key says nothing.",
    source="Published plans and trackers, which use the same colours in different senses",
    do="print the key: each colour and what it means",
    bad=example(an_item(an_action(rating="Amber"))),
    good=example(an_item(an_action(rating="Amber")), status_key=(StatusKey(label="Amber", colour="amber", meaning="In progress, late"),)),
)
def rating_without_key(subject: Subject) -> Iterator[Hit]:
    used = _ratings(subject)
    colours = {colour_word(label) for label in used if _COLOURS.fullmatch(fold(label).strip(" ."))}
    if colours and not subject.picture.plan.status_key:
        yield on_plan(f"actions are rated {words_in_list(sorted(colours))} and the plan has no key")


@check(
    code="GT111",
    title="Key entry that explains nothing",
    why="A key that lists colours and not what they mean leaves each reader to their own meaning.",
    source="Published plans and trackers, which use the same colours in different senses",
    do="say when an action has this rating",
    bad=example(an_item(an_action(rating="Amber")), status_key=(StatusKey(label="Amber", colour="amber"),)),
    good=example(an_item(an_action(rating="Completed")), status_key=(StatusKey(label="Completed", colour="green"),)),
)
def key_without_meaning(subject: Subject) -> Iterator[Hit]:
    for entry in subject.picture.plan.status_key:
        if not (entry.meaning or "").strip() and _COLOURS.fullmatch(fold(entry.label)):
            yield on_plan(f"the key gives “{entry.label}” and not what it means")


@check(
    code="GT112",
    title="Rating that the key does not know",
    why="A rating outside the key is a slip or a new meaning that nobody agreed.",
    source="Published plans and trackers with their own keys",
    do="use a rating of the key, or add this one to it",
    bad=example(an_item(an_action(rating="Purple")), status_key=(StatusKey(label="Green", meaning="Done"),)),
    good=example(an_item(an_action(rating="Green")), status_key=(StatusKey(label="Green", meaning="Done"),)),
)
def rating_outside_key(subject: Subject) -> Iterator[Hit]:
    key = subject.picture.plan.status_key
    known = {fold(text) for entry in key for text in (entry.label, entry.colour, entry.meaning) if text}
    for line in subject.lines:
        if key and line.action.rating and fold(line.action.rating) not in known and not entry_of(line.action.rating, key):
            yield on_line(line, f"is rated “{shorten(line.action.rating, 40)}”, which is not in the plan's key", value="rating")


@check(
    code="GT113",
    title="Item whose heading is lost",
    why="Without the recommendation nobody can tell what the actions under it are for.",
    source="Committee packs in which merged or shaded cells did not survive printing",
    do="write the recommendation in from the inspectors' report",
    severity="error",
    bad=example(an_item(an_action(), text="[...]")),
    good=example(an_item(an_action(), text="Improve supervision of social workers")),
)
def lost_heading(subject: Subject) -> Iterator[Hit]:
    items = subject.picture.plan.items
    for item in items:
        never_there = not item.text.strip() and all(not other.text.strip() for other in items)
        if lost(item.text) and not never_there:
            yield on_item(item, "the words of its heading are lost" if item.text.strip() else "has no heading")


def _gaps_in_sections(subject: Subject) -> Iterator[Hit]:
    """Sections numbered in their headings (``4. Looked after children``) with a number left out in between."""
    seen = dict.fromkeys(
        found[0] for item in subject.picture.plan.items if (found := re.match(r"\d{1,2}(?=[.):]?\s+\S)", item.section or ""))
    )
    for before, after in pairwise(map(int, seen)):
        if after > before + 1:
            missing = f"{before + 1} is" if after == before + 2 else f"{before + 1} to {after - 1} are"
            yield on_plan(f"section {after} comes after section {before}, and {missing} missing in between")


def _numbered_anew(subject: Subject) -> bool:
    """Whether actions are numbered from 1 under each item, and not on through the plan: most items that number actions begin so."""
    firsts = [next(iter(item.actions)) for item in subject.picture.plan.items if item.actions]
    numbers = [number for action in firsts if (number := _last_number(action.number)) is not None]
    return len(numbers) > 2 and 2 * numbers.count(1) > len(numbers)


def _ratings(subject: Subject) -> list[str]:
    plan = subject.picture.plan
    given = [item.rating for item in plan.items] + [line.action.rating for line in subject.lines]
    return [rating for rating in given if rating]


def _sections(subject: Subject) -> Iterable[Sequence[Item]]:
    """Items by section, in the plan's order."""
    sections: dict[str | None, list[Item]] = {}
    for item in subject.picture.plan.items:
        sections.setdefault(item.section, []).append(item)
    return sections.values()


def _plain(number: str | None) -> str:
    return (number or "").strip(" .)")


def _last_number(number: str | None) -> int | None:
    """3 of ``3``, ``1.3`` and ``Recommendation 3``; None of ``3a``."""
    found = re.search(r"(\d+)$", _plain(number))
    return int(found[1]) if found else None


def _same_stem(one: str | None, other: str | None) -> bool:
    return re.sub(r"\d+$", "", _plain(one)) == re.sub(r"\d+$", "", _plain(other))
