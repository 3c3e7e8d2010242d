"""From drafts to items: outcomes, measures, timescale, number, a ref that is like no other."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from goldthread.common.text import LOST, squeeze
from goldthread.intake.plan.actions import Context, lead_text, rating_of, read_action, statements
from goldthread.intake.plan.blanks import fill_blank_leads
from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.damage import Vocabulary, is_cut
from goldthread.intake.plan.division import divide, reveal_hidden
from goldthread.intake.plan.doubts import Doubts
from goldthread.intake.plan.drafts import DraftAction, DraftItem
from goldthread.intake.plan.leads import read_leads
from goldthread.intake.plan.names import LONGEST_NAME, is_full_name
from goldthread.intake.plan.statements import damaged_statements
from goldthread.intake.plan.tails import with_tail
from goldthread.intake.timescale import read_timescale
from goldthread.thread.picture import Item, Measure, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """What all items share. known: the document's words. published: the inspection report's day. findings: its own words, where known."""

    about: Context
    doubts: Doubts
    known: Vocabulary = frozenset()
    published: date | None = None
    findings: Sequence[str] = ()


def assemble(drafts: Sequence[DraftItem], with_: Assembly) -> tuple[Item, ...]:
    """The items, in the order of the page. A heading under which nothing stood is left out, with a problem.

    One that stands in the column of items is kept: the plan has that row, and does nothing about it.
    """
    kept = [draft for draft in drafts if not draft.empty or (draft.in_column and draft.text and not draft.unruled)]
    _give_back_numbers(kept)
    fill_blank_leads(kept, with_.doubts)
    for draft in drafts:
        if draft.text and not any(draft is one for one in kept):
            with_.doubts.say(
                "plan",
                f"a heading with nothing under it: {squeeze(draft.text)[:80]}",
                "outcomes or actions under it",
                "Look at the document: what stood under it may be lost.",
            )
    numbers = _numbers(kept, with_.doubts)
    refs = _refs(kept, numbers)
    return tuple(_item(draft, ref, number, with_) for draft, ref, number in zip(kept, refs, numbers, strict=True))


_PART_OF = re.compile(r"(?P<stem>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*?)\.?(?P<last>[a-z]|(?<=\.)\d{1,3})")


def _give_back_numbers(drafts: Sequence[DraftItem]) -> None:
    """A number column before the items that counts actions (1a, 1b, 2a; W1, W2, W3): the first action's number is no item's."""
    for draft in _counted_through(drafts):
        draft.actions[0].number, draft.number = draft.number, None
    counted = [
        draft
        for draft in drafts
        if draft.number
        and draft.actions
        and draft.actions[0].number is None
        and (mark := _PART_OF.fullmatch(draft.number))
        and any(
            action.number and (other := _PART_OF.fullmatch(action.number)) and other["stem"] == mark["stem"] for action in draft.actions[1:]
        )
    ]
    if not counted:
        return
    sections = {draft.section for draft in counted}
    for draft in drafts:
        mark = _PART_OF.fullmatch(draft.number or "")
        if mark and draft.section in sections and draft.actions and draft.actions[0].number is None:
            draft.actions[0].number, draft.number = draft.number, mark["stem"]


_COUNTED = re.compile(r"(?P<stem>[A-Z]{0,4}[-. ]?)(?P<last>\d{1,3})")


def _counted_through(drafts: Sequence[DraftItem]) -> list[DraftItem]:
    """The items whose own number counts their first action: the actions after it go on with it.

    Where one count runs through all the items' rows, an item of one action has no number of its own either.
    """
    held = [draft for draft in drafts if draft.number and draft.actions and draft.actions[0].number is None]
    counting = [draft for draft in held if len(draft.actions) > 1 and _counts_on(_row_numbers(draft))]
    if counting and _counts_on([number for draft in held for number in _row_numbers(draft)]):
        return held
    return counting


def _row_numbers(draft: DraftItem) -> list[str | None]:
    """The item's number, then those of its actions after the first."""
    return [draft.number, *(action.number for action in draft.actions[1:])]


def _counts_on(numbers: Sequence[str | None]) -> bool:
    """Whether each number is the one before it and one more (7, 8, 9; W1, W2)."""
    told = [_COUNTED.fullmatch(number or "") for number in numbers]
    pairs = [(one["stem"], int(one["last"])) for one in told if one]
    return len(pairs) == len(numbers) and all(after == (stem, at + 1) for (stem, at), after in pairwise(pairs))


def _numbers(drafts: Sequence[DraftItem], doubts: Doubts) -> list[str | None]:
    """Each item's number; one that is lost between its neighbours' (2, ?, 4) is worked out, and a problem says so."""
    numbers = [draft.number for draft in drafts]
    for i, draft in enumerate(drafts):
        if draft.number is not None or not draft.unruled:
            continue
        before = numbers[i - 1] if i and drafts[i - 1].section is draft.section else "0"
        after = drafts[i + 1].number if i + 1 < len(drafts) and drafts[i + 1].section is draft.section else None
        if before and before.isdigit() and (after is None or after == str(int(before) + 2)):
            numbers[i] = str(int(before) + 1)
            within = f"section {draft.section.number} › " if draft.section and draft.section.number else ""
            doubts.say(
                f"{within}item {numbers[i]}",
                "the item's number is not printed or lost",
                "a number",
                "Check it; it was worked out from its neighbours.",
                "info",
            )
    return numbers


def _number_actions(actions: Sequence[DraftAction], doubts: Doubts, where: str) -> None:
    """A number that the print lost between its neighbours' (?, 2 or 3, ?, 5) is worked out, and a problem says so."""
    for i, action in enumerate(actions):
        before = actions[i - 1].number if i else "0"
        after = actions[i + 1].number if i + 1 < len(actions) else None
        if action.number is None and before and after and before.isdigit() and after.isdigit() and int(after) == int(before) + 2:
            action.number = str(int(before) + 1)
            doubts.say(
                f"{where} › action {action.number}",
                "the action's number is lost",
                "a number",
                "Check it; it was worked out from its neighbours.",
                "info",
            )


def _refs(drafts: Sequence[DraftItem], numbers: Sequence[str | None]) -> list[str]:
    """The numbers, or a position where there is none; all with their section's number before them when any needs it."""
    counts = Counter(number for number in numbers if number)
    apart = any(count > 1 for count in counts.values()) or (bool(counts) and None in numbers)
    refs: dict[str, int] = {}
    for position, (draft, number) in enumerate(zip(drafts, numbers, strict=True), 1):
        section = draft.section.number if draft.section else None
        bare = number or str(position)
        within = number is not None and section is not None and number.startswith(f"{section}.")
        _add_unlike(f"{section}.{bare}" if apart and section and not within else bare, refs)
    return list(refs)


def _add_unlike(ref: str, taken: dict[str, int]) -> None:
    """Add a ref that is like no other: one that comes again is counted. taken: how often each was tried."""
    tried = ref
    while tried in taken:
        taken[ref] += 1
        tried = f"{ref}-{taken[ref]}"
    taken[tried] = 1


def _item(draft: DraftItem, ref: str, number: str | None, with_: Assembly) -> Item:
    where = f"item {ref}"
    actions = _actions(draft)
    if draft.unruled:
        _number_actions(actions, with_.doubts, where)
    timescale = read_timescale(draft.timescale or _band_of(draft), with_.published)
    if timescale.due and timescale.basis:
        with_.doubts.say(
            f"{where} › timescale", squeeze(draft.timescale), "a printed date", f"Check {timescale.due}: {timescale.basis}.", "info"
        )
    if draft.damaged:
        with_.doubts.say(
            f"{where} › text",
            draft.text or "nothing is left of the heading",
            "the item's whole words",
            "Look at the document: words are lost.",
        )
    return Item(
        ref=ref,
        section=draft.section.printed or draft.section.title if draft.section else None,
        number=number,
        kind=draft.label.kind if draft.label and draft.label.kind != "action_group" else draft.section_kind,
        source=draft.source,
        text=_words_of(draft, with_.findings),
        timescale=timescale.code,
        due=timescale.due,
        notes="\n".join(draft.notes) or None,
        rating=rating_of(draft.rating, with_.about, with_.doubts),
        impact_rating=rating_of(draft.impact, with_.about, with_.doubts),
        outcomes=tuple(_outcomes(draft, with_)),
        actions=tuple(read_action(action, with_.about, with_.doubts, f"{where} › {name}") for name, action in _named(actions)),
        place=draft.place,
        measures=tuple(Measure(text=text, place=place) for text, place in statements(draft.measures, soft=draft.soft)),
    )


def _words_of(draft: DraftItem, findings: Sequence[str]) -> str:
    """The item's words, with a mark where its beginning is lost or the inspectors' own words show that a word is cut."""
    if not draft.unruled:
        return draft.text
    text = draft.text or LOST
    if text[:1].islower():
        text = f"{LOST} {text}"
    return f"{text}{LOST}" if is_cut(text, findings) else text


_BAND = re.compile(
    r"(?:(?:recommendations?|actions?)\s+(?:for|to be)\s+(?:action|complet\w*|implement\w*)?\s*)?"
    r"(?:immediate(?:ly)?(?: actions?| recommendations?)?|within (?:one|two|three|six|nine|twelve|\d{1,2}) months?)(?: of .{0,60})?",
    re.IGNORECASE,
)


def _band_of(draft: DraftItem) -> str:
    """The time band that a heading over several items is and nothing else (“Within three months”); empty for other headings."""
    title = squeeze(draft.section.title).strip(" .:") if draft.section else ""
    return title if _BAND.fullmatch(title) else ""


def year_of(drafts: Sequence[DraftItem]) -> int | None:
    """The year that by-when cells print most, near which two figures after a month are a year."""
    texts = (action.text(role) for draft in drafts for action in draft.actions for role in (Role.BY_WHEN, Role.PROGRESS))
    years = Counter(year for text in texts for year in re.findall(r"\b20\d\d\b", text))
    return int(years.most_common(1)[0][0]) if years else None


def names_in(drafts: Sequence[DraftItem]) -> frozenset[str]:
    """The posts that fill a lead cell by themselves somewhere in the plan: they show where one name ends and the next begins."""
    cells = {lead_text(action) for draft in drafts for action in draft.actions}
    read = (read_leads(text).names for text in cells if len(text) < LONGEST_NAME)
    whole = [name for names in read for name in names if is_full_name(name)]
    return frozenset(whole)


def _named(actions: Sequence[DraftAction]) -> list[tuple[str, DraftAction]]:
    return [(f"action {action.number or position}", action) for position, action in enumerate(actions, 1)]


def _actions(draft: DraftItem) -> list[DraftAction]:
    return [with_tail(one) for action in reveal_hidden(draft.actions) for one in divide(action)]


def _outcomes(draft: DraftItem, with_: Assembly) -> list[Outcome]:
    if draft.outcomes and draft.outcomes[0].cell.place and draft.unruled:
        place = draft.outcomes[0].cell.place
        return [Outcome(text=text, place=place.saying(text)) for text in damaged_statements(draft.outcomes, with_.known)]
    return [Outcome(text=text, place=place) for text, place in statements(draft.outcomes, soft=draft.soft)]
