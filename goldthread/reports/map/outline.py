"""The thread as a list in words, for those who hear a page or read it on a narrow screen: the drawing's nodes, in its order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldthread.common.text import shorten
from goldthread.reports.map.content import ActionLine, FindingLine, GradeLine, ItemLine, Piece
from goldthread.reports.map.marks import Mark
from goldthread.reports.map.sums import ItemSum, Sum
from goldthread.reports.map.svg import Href
from goldthread.reports.map.words import action_words, count, unmeasured

_LONGEST = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the list, with those under it.

    kind: ``fold``, ``item``, ``judgement``, ``finding``, ``outcome``, ``action``, ``lead``, ``timing``, ``evidence``, ``measure`` or
    ``answer``. key: JSON Pointer of the thing, of what lacks it where broken; a fold has a key of its own. href: where it leads,
    None for nowhere. broken: the words say what is missing. checks: code and message of each finding of the checks.
    """

    kind: str
    key: str
    href: str | None
    words: str
    ref: str = ""
    mark: Mark | None = None
    broken: bool = False
    checks: tuple[tuple[str, str], ...] = ()
    entries: tuple["Entry", ...] = ()


def item_entry(line: ItemLine, href: Href, left: int = 0) -> Entry:
    """An item with its whole thread. left: how many of its actions are not shown."""
    return Entry(
        kind="item",
        key=line.key,
        href=href(line.key),
        ref=line.item.ref,
        words=line.item.text,
        mark=line.rating,
        checks=tuple((check.code, check.message) for check in line.checks),
        entries=tuple(_thread(line, href, left)),
    )


def _thread(line: ItemLine, href: Href, left: int) -> Iterator[Entry]:
    if line.findings:
        yield from (judgement_entry(grade, href) for grade in line.grades)
        yield from (finding_entry(found, href) for found in line.findings)
    else:
        yield _gap("finding", line.key, href, "no finding behind this item")
    for outcome in line.outcomes:
        yield Entry(kind="outcome", key=outcome.key, href=href(outcome.key), words=outcome.outcome.text)
    if not line.outcomes:
        yield _gap("outcome", line.key, href, "no outcome")
    yield from (_action(action, href) for action in line.actions)
    if left:
        yield Entry(kind="action", key=line.key, href=href(line.key), words=f"and {count(left, 'more action', 'more actions')}")
    if not line.actions:
        yield _gap("action", line.key, href, "no action")
    yield from (_piece("measure", piece, href) for piece in line.measures)
    if not line.measures and not (line.actions and all(action.measures for action in line.actions)):
        yield _gap("measure", line.key, href, unmeasured(line.actions))


def judgement_entry(line: GradeLine, href: Href) -> Entry:
    """A judgement, with the words that none was given where there is no grade."""
    words = line.judgement.area if line.mark else f"{line.judgement.area}: {line.words}"
    return Entry(kind="judgement", key=line.key, href=href(line.key), words=words, mark=line.mark)


def finding_entry(line: FindingLine, href: Href, entries: Sequence[Entry] = ()) -> Entry:
    """A finding in its first words, with its limit."""
    words = shorten(line.finding.text, _LONGEST)
    limit = f" Limit: {line.limit}." if line.limit else ""
    return Entry(kind="finding", key=line.key, href=href(line.key), ref=line.finding.ref, words=words + limit, entries=tuple(entries))


def _action(line: ActionLine, href: Href) -> Entry:
    return Entry(
        kind="action",
        key=line.key,
        href=href(line.key),
        ref=line.ref,
        words=action_words(line) or "[...]",
        mark=line.rating,
        checks=tuple((check.code, check.message) for check in line.checks),
        entries=tuple(_under(line, href)),
    )


def _under(line: ActionLine, href: Href) -> Iterator[Entry]:
    if line.lead.name:
        yield Entry(kind="lead", key=line.key, href=None, words=line.lead.words)
    else:
        yield _gap("lead", line.key, href, line.lead.words)
    passed = ", and that date has passed without its being shown as done" if line.timing.overdue else ""
    yield Entry(kind="timing", key=line.key, href=None, words=f"{line.timing.by_when}: {line.timing.words}{passed}")
    yield from (_piece("evidence", piece, href) for piece in line.evidence)
    if not line.evidence:
        yield _gap("evidence", line.key, href, "nothing reported")
    yield from (_piece("measure", piece, href) for piece in line.measures)


def _piece(kind: str, piece: Piece, href: Href) -> Entry:
    words = f"({piece.letter}) {piece.text}" if piece.letter else piece.text
    return Entry(kind=kind, key=piece.key, href=href(piece.key), ref=piece.kind, words=words)


def _gap(kind: str, key: str, href: Href, words: str) -> Entry:
    return Entry(kind=kind, key=key, href=href(key), words=words, broken=True)


def unanswered_entries(pairs: Sequence[tuple[FindingLine, GradeLine | None]], href: Href) -> tuple[Entry, ...]:
    """Findings that no item answers, each with its judgement and the break under it."""
    return tuple(_unanswered(line, grade, href) for line, grade in pairs)


def _unanswered(line: FindingLine, grade: GradeLine | None, href: Href) -> Entry:
    words = f"no item answers this; look in {line.elsewhere}" if line.elsewhere else "no item answers this"
    judged = (judgement_entry(grade, href),) if grade else ()
    return finding_entry(line, href, (*judged, _gap("answer", line.key, href, words)))


def folded_item(one: ItemSum, total: Sum, href: Href, address: str | None) -> Entry:
    """A folded item. address: where it unfolds."""
    under = () if address is None else (Entry(kind="fold", key=one.key, href=address, words="Unfold this item"),)
    return Entry(
        kind="item",
        key=one.key,
        href=href(one.key),
        ref=one.item.ref,
        words=f"{one.item.text}: {item_words(one, total)}",
        mark=one.rating,
        broken=bool(one.breaks),
        entries=under,
    )


def item_words(one: ItemSum, total: Sum) -> str:
    """What a folded item holds and lacks: ``two findings, one outcome, 12 actions; three actions with nothing reported``."""
    held = ", ".join((count(len(one.findings), "finding"), count(one.outcomes, "outcome"), count(one.actions, "action")))
    lacks = ", ".join(missing_words(total))
    return f"{held}; {lacks}" if lacks else f"{held}; the thread runs from end to end"


_LACKING = {
    "finding": ("item without a finding", "items without a finding"),
    "outcome": ("item without an outcome", "items without an outcome"),
    "action": ("item without an action", "items without an action"),
    "lead": ("action with nobody responsible", "actions with nobody responsible"),
    "evidence": ("action with nothing reported", "actions with nothing reported"),
    "measure": ("action without a measure", "actions without a measure"),
    "answer": ("finding that no item answers", "findings that no item answers"),
}


def missing_words(total: Sum) -> list[str]:
    """How much of each kind is missing, in the order of the thread."""
    return [count(number, *_LACKING[kind]) for kind, number in total.missing.items()]
