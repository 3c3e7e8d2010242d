"""Ratings: what the plan declares under its own key, and what its dates and words bear out.

One plan's amber is another's green, so a label means what that plan's key says and a colour means the key's colour of
that shade, or nothing. Delivery and effect are rated apart: done is not the same as better for children.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from goldthread.common.dates import PartDate, find_part_dates, first_day, last_day, spoken
from goldthread.common.text import LOST, fold, shorten
from goldthread.thread.picture import Action, Item, StatusKey

NOT_STARTED = "not started"
IN_PROGRESS = "in progress"
OVERDUE = "overdue"
NOT_VERIFIED = "done, not verified"
NO_EFFECT = "done, no effect shown"
EFFECT = "complete with evidence of effect"
UNKNOWN = "cannot be told"
STATES = (OVERDUE, NOT_STARTED, IN_PROGRESS, NOT_VERIFIED, NO_EFFECT, EFFECT, UNKNOWN)

FRESH = timedelta(days=62)
"""Two months: plans promise monthly updates, so one missed update is a slip and two are silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """What dates and words bear out. state: one of STATES. reasons: sentences for a board, the telling one first."""

    state: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A declared rating beside a computed one. agrees: None when the key does not say enough."""

    agrees: bool | None
    needs_reason: bool
    words: str


# --- the plan's own key


def entry_of(label: str, key: Sequence[StatusKey]) -> StatusKey | None:
    """The key's entry for a printed label: the same word, or its first letter where only one entry begins with it."""
    return _entry_of(label, tuple(key))


@lru_cache(maxsize=1024)
def _entry_of(label: str, key: tuple[StatusKey, ...]) -> StatusKey | None:
    wanted = fold(label).strip(" .")
    found = [entry for entry in key if fold(entry.label) == wanted]
    if not found and len(wanted) == 1:
        found = [entry for entry in key if fold(entry.label).startswith(wanted)]
    return found[0] if len(found) == 1 else None


def meaning_of(label: str, key: Sequence[StatusKey]) -> str | None:
    """What the plan's own key says a label means; None when the key has no such label or says nothing of it."""
    entry = entry_of(label, key)
    return entry.meaning if entry else None


_TIGHT = 36.0
"""Farthest that two shades are still one colour of a theme, of 765 between black and white."""

_NAMED = {
    "red": ("FF0000", "C00000"),
    "amber": ("FFC000", "FFBF00"),
    "orange": ("FFC000", "FFA500", "ED7D31"),
    "yellow": ("FFFF00",),
    "green": ("00B050", "92D050", "008000", "00FF00", "70AD47"),
    "blue": ("0070C0", "0000FF", "00B0F0", "4472C4"),
    "purple": ("7030A0", "800080"),
    "grey": ("808080", "A6A6A6", "BFBFBF", "D9D9D9"),
    "gray": ("808080", "A6A6A6", "BFBFBF", "D9D9D9"),
    "black": ("000000",),
}
"""The shades that office programs offer under a colour's name; a key may give the name only."""


def rating_from_fill(fill: str, key: Sequence[StatusKey]) -> StatusKey | None:
    """The entry whose colour a cell's fill (``RRGGBB``, with or without #) is; None when it is none of the key's or near two."""
    shade = _shade(fill)
    if shade is None:
        return None
    near = sorted(((_nearest(shade, entry), at) for at, entry in enumerate(key)), key=lambda pair: pair[0])
    if not near or near[0][0] > _TIGHT or (len(near) > 1 and near[1][0] <= max(_TIGHT, 2 * near[0][0])):
        return None
    return key[near[0][1]]


def colour_word(label: str) -> str:
    """A printed rating as a reader would say it: ``#FFC000`` as ``amber (#FFC000)``; words as they are."""
    shade = _shade(label) if label.startswith("#") else None
    if shade is None:
        return label
    near = min(_NAMED, key=lambda name: _nearest(shade, StatusKey(label=name, colour=name)))
    return f"{near} ({label.upper()})" if _nearest(shade, StatusKey(label=near, colour=near)) <= 2 * _TIGHT else label.upper()


def _nearest(shade: tuple[int, int, int], entry: StatusKey) -> float:
    colour = fold(entry.colour or "")
    shades = [exact] if (exact := _shade(colour)) else [one for name in _NAMED.get(colour, ()) if (one := _shade(name))]
    return min((_distance(shade, one) for one in shades), default=float("inf"))


def _shade(text: str) -> tuple[int, int, int] | None:
    figures = re.fullmatch(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", text.strip())
    return (int(figures[1], 16), int(figures[2], 16), int(figures[3], 16)) if figures else None


def _distance(one: tuple[int, int, int], two: tuple[int, int, int]) -> float:
    """How far apart two shades look: the eye tells greens apart best, and reds and blues by how red both are."""
    mean = (one[0] + two[0]) / 2
    red, green, blue = ((left - right) ** 2 for left, right in zip(one, two, strict=True))
    return float(((2 + mean / 256) * red + 4 * green + (2 + (255 - mean) / 256) * blue) ** 0.5)


# --- what dates and words bear out

_DONE = re.compile(
    r"\b(?:completed?|done|achieved|finished|fully delivered|closed|embedded|implemented"
    r"|(?:now|is|are|fully) in place|100\s?%\s?complete)\b"
)
_UNFINISHED = re.compile(
    r"\b(?:in progress|on-?going|under ?way|to be|will|shall|planned|scheduled|awaiting|await|outstanding|delayed?|remain(?:s|ing)?"
    r"|not|incomplete|draft|part(?:ly|ially)|nearly|almost|once|until|before|when|due(?! to\b)|started|commenced|begun|continu\w+)\b"
    r"|(?<!\d)\d{1,2}\s?%\s?(?:complete|done)"
)
_NOT_BEGUN = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:started|begun|commenced)|yet to (?:start|begin|commence)|no (?:progress|action)(?: yet| to date)?)\b"
)
_VERIFIED = re.compile(
    r"\b(?:verified|validated|signed[ -]off|independently (?:checked|reviewed|confirmed)|quality[ -]assured|moderated)\b"
    r"|\b(?:audit|dip[ -]sampl|peer (?:review|challenge)|monitoring visit)\w* (?:[\w,']+ ){0,4}?"
    r"(?:confirm|show|found|find|evidence|demonstrate)\w*"
)
_EFFECT = re.compile(
    r"\b(?:improved|improvement in|increased|rose|risen|fell|fallen|fewer|reduced|reduction|decreased|better outcomes"
    r"|made a difference|safer"
    r"|(?:children|young people|parents|carers|families) (?:\w+ ){0,2}?(?:say|said|report|told|feel|felt))\b"
)
_NO_CHANGE = re.compile(
    r"\b(?:no (?:\w+ )?(?:improvement|effect|impact|change|difference)|(?:not|yet to) (?:\w+ ){0,2}?improve\w*|below target|unchanged"
    r"|worsened|deteriorated|remain\w* (?:too )?(?:high|low|poor|inadequate))\b"
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?\s?(?:%|per ?cent|percentage)|\bfrom \d+(?:\.\d+)? to \d+|\b\d+ (?:of|out of) \d+\b")
_AHEAD = re.compile(r"\b(?:to be|will|awaiting|await|not|pending|planned|once|when|until|should)\b")


_SENTENCE_END = re.compile(r"(?<=[^\d\s])[.;]\s+|(?<=\d)\.\s+(?=[A-Z])|\n+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence, folded, with the day or month that it is of."""

    text: str
    part: PartDate | None

    @property
    def day(self) -> date | None:
        """The last day of it."""
        return last_day(self.part) if self.part else None


def computed(action: Action, item: Item, as_at: date) -> Computed:
    """What an action's dates, parts and reported words bear out on a day, whatever its declared rating says.

    A part with no progress of its own is not done while others have theirs. Words that speak of what is to come do not
    count as done, verified or effect. Evidence counts as progress.
    """
    told = _told(action)
    if not told:
        return _silent(action, item, as_at)
    if all(LOST in text and not _sentences(text.replace(LOST, ""), as_at) for text in told):
        return Computed(state=UNKNOWN, reasons=("The words about progress are lost in the document.",))
    sentences = [sentence for text in told for sentence in _sentences(text, as_at)]
    open_parts = _open_parts(action, as_at)
    if not open_parts and _is_done(sentences):
        return _finished(sentences)
    return _unfinished(action, item, as_at, sentences, open_parts)


def due_on(action: Action, item: Item) -> date | None:
    """The last day for an action: its own last date, else its item's limit; a month runs to its end."""
    dates = action.due_dates or ((item.due,) if item.due else ())
    return max((last_day(part) for part in dates), default=None)


def last_update(action: Action, as_at: date) -> PartDate | None:
    """The latest day or month written in progress or evidence that had begun on as_at; None when none is written."""
    parts = [sentence.part for text in _told(action) for sentence in _sentences(text, as_at) if sentence.part]
    return max(parts, key=last_day, default=None)


def _told(action: Action) -> list[str]:
    """What progress and evidence say; dots and dashes that fill an empty cell say nothing."""
    texts = (*(entry.text for entry in action.progress), *(entry.text for entry in action.evidence))
    return [text for text in texts if LOST in text or re.search(r"\w", text)]


def _sentences(text: str, as_at: date) -> list[_Sentence]:
    """Sentences with the day that they are of: the last one written in them, else that of the sentence before."""
    latest: PartDate | None = None
    found = []
    for piece in _SENTENCE_END.split(text):
        written = [part.value for part in find_part_dates(piece, year_hint=as_at.year)]
        latest = max((part for part in written if first_day(part) <= as_at), key=last_day, default=latest)
        if piece.strip(" .;"):
            found.append(_Sentence(fold(piece), latest))
    return found


def _silent(action: Action, item: Item, as_at: date) -> Computed:
    due = due_on(action, item)
    nothing = "No progress is reported."
    if due is None:
        return Computed(state=UNKNOWN, reasons=(nothing, "There is no date to measure it by."))
    if due < as_at:
        return Computed(state=OVERDUE, reasons=(_was_due(action, due), nothing))
    return Computed(state=NOT_STARTED, reasons=(nothing, f"It is due by {spoken(due)}."))


def _finished(sentences: Sequence[_Sentence]) -> Computed:
    verified = _first(sentences, _VERIFIED)
    unmoved = next((one.text for one in sentences if _NO_CHANGE.search(one.text)), None)
    effect = None if unmoved else _first(sentences, _EFFECT)
    if effect and (verified or _FIGURE.search(effect)):
        return Computed(state=EFFECT, reasons=(f"It is reported done, with its effect: “{shorten(effect)}”.",))
    if checked := unmoved or verified:
        reasons = ("It is reported done, and nothing shows that children are better off.", f"Reported: “{shorten(checked)}”.")
        return Computed(state=NO_EFFECT, reasons=reasons)
    return Computed(state=NOT_VERIFIED, reasons=("It is reported done, and nothing says that anybody checked.",))


def _unfinished(action: Action, item: Item, as_at: date, sentences: Sequence[_Sentence], open_parts: Sequence[str]) -> Computed:
    begun = any(not _NOT_BEGUN.search(sentence.text) for sentence in sentences)
    due = due_on(action, item)
    overdue = due is not None and due < as_at
    reasons = [_was_due(action, due)] if due and overdue else []
    reasons.append("Work is reported and not its end." if begun else "The plan says that it is not started.")
    if open_parts:
        reasons.append(f"Not reported done: part{'s' * (len(open_parts) > 1)} {', '.join(open_parts)}.")
    reasons += [*_freshness(action, as_at), *_limit(action, item, as_at)]
    state = OVERDUE if overdue else IN_PROGRESS if begun else NOT_STARTED
    return Computed(state=state, reasons=tuple(reasons))


def _was_due(action: Action, due: date) -> str:
    return f"It was due by {spoken(due)}" + ("." if action.due_dates else ", its item's limit; it has no date of its own.")


def _freshness(action: Action, as_at: date) -> Iterator[str]:
    updated = last_update(action, as_at)
    if updated is None:
        yield "No update carries a date, so nobody can tell how fresh it is."
    elif as_at - last_day(updated) > FRESH:
        yield f"The last dated update is of {spoken(updated)}, over two months before {spoken(as_at)}."


def _limit(action: Action, item: Item, as_at: date) -> Iterator[str]:
    if item.due and action.due_dates and last_day(item.due) < as_at and last_day(item.due) < max(map(last_day, action.due_dates)):
        yield f"Its item's own limit, {spoken(item.due)}, has passed."


def _open_parts(action: Action, as_at: date) -> list[str]:
    """Letters of parts that are not reported done; words without a letter speak for every part, unless parts speak too."""
    lettered = {entry.letter: entry.text for entry in action.progress if entry.letter}
    if not lettered or not action.parts:
        return []
    return [part.letter for part in action.parts if not _is_done(_sentences(lettered.get(part.letter, ""), as_at))]


def _is_done(sentences: Sequence[_Sentence]) -> bool:
    """Whether something is said to be done and nothing later or undated is said to be left."""
    done = [sentence for sentence in sentences if _DONE.search(sentence.text) and not _UNFINISHED.search(sentence.text)]
    left = [sentence for sentence in sentences if _UNFINISHED.search(sentence.text)]
    last = max((sentence.day for sentence in done if sentence.day), default=None)
    return bool(done) and all(sentence.day and last and sentence.day < last for sentence in left)


def _first(sentences: Iterable[_Sentence], words: re.Pattern[str]) -> str | None:
    """The first sentence with such words that speaks of what is, not of what is to come."""
    return next((one.text for one in sentences if words.search(one.text) and not _AHEAD.search(one.text)), None)


# --- the declared beside the computed

_LEVELS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(r"\bnot (?:yet )?(?:been )?(?:started|begun|commenced|due)\b|\byet to (?:start|begin|commence)\b|\bno progress\b")),
    (
        0,
        re.compile(
            r"\b(?:off[- ](?:track|target)|not on (?:track|target)|overdue|missed|late|failed|unlikely to be \w+|past its date"
            r"|(?:significant|serious|major)(?:ly)? (?:\w+ )?(?:delay\w*|slippage|behind|issues?|concerns?|risks?)"
            r"|(?:will )?not (?:be(?:en)? )?(?:achieved|met|delivered|completed?))\b"
        ),
    ),
    (2, re.compile(r"\b(?:at risk|(?:some|minor|slight)? ?(?:slippage|delays?|delayed|issues|concerns?)|slipped|slipping|behind)\b")),
    (
        3,
        re.compile(
            r"\b(?:on[- ](?:track|target|schedule|course)|in progress|progressing|good progress|under ?way|on-?going|going to plan|started"
            r"|(?:to|will|should|can) be (?:fully )?(?:completed?|achieved|delivered|done|met)"
            r"|part(?:ly|ially) (?:completed?|achieved|met))\b"
        ),
    ),
    (
        5,
        re.compile(
            r"\b(?:completed?|done|achieved|delivered)\b.*\b(?:verified|embedded|independently checked|assured"
            r"|signed[ -]off|evidence\w*|impact|effect)\b|\b(?:verified|embedded|impact evidenced|evidence of (?:impact|effect))\b"
        ),
    ),
    (4, re.compile(r"\b(?:completed?|done|achieved|delivered|closed|finished|in place|met)\b")),
)
"""How well each meaning speaks of an action, 0 the worst; the earlier form takes its words away from those after it."""

_DENIED = re.compile(
    r"\b(?:no|without) (?:\w+ )?(?:issues?|concerns?|delays?|slippage|risks?)\b"
    r"|\b(?:not|awaiting|pending|to be|without|no|lacks?)(?: yet)?(?: been)? "
    r"(?:verified|verification|signed[ -]off|sign[ -]off|embedded|assured|evidence\w*(?: of (?:impact|effect))?|impact|effect)\b"
)
"""What a meaning says is not there; read for what it names, it would turn the meaning round."""

_ACCEPTED = {OVERDUE: (0, 1), NOT_STARTED: (1, 1), IN_PROGRESS: (2, 3), NOT_VERIFIED: (4, 4), NO_EFFECT: (4, 4), EFFECT: (4, 5)}


def beside(declared: str | None, found: Computed, key: Sequence[StatusKey]) -> Comparison:
    """A declared rating beside the computed one, by what the plan's own key says and never by hue.

    A declared rating better than the dates and words bear out needs a reason; a worse one is the owner's to give.
    """
    if not declared:
        return Comparison(agrees=None, needs_reason=False, words=f"The plan gives no rating; its dates and words say: {found.state}.")
    entry = entry_of(declared, key)
    levels = _levels(entry) if entry else set()
    if not levels or found.state not in _ACCEPTED:
        return Comparison(agrees=None, needs_reason=False, words=_not_comparable(declared, found, bool(levels)))
    lowest, highest = _ACCEPTED[found.state]
    said = f"The plan says {declared}{f' ({entry.meaning})' if entry and entry.meaning else ''}"
    if min(levels) > highest:
        why = " ".join(found.reasons)
        return Comparison(agrees=False, needs_reason=True, words=f"{said}; its dates and words say: {found.state}. {why}".strip())
    if max(levels) < lowest:
        return Comparison(agrees=False, needs_reason=False, words=f"{said}, which is worse than its dates and words: {found.state}.")
    return Comparison(agrees=True, needs_reason=False, words=f"{said}, and its dates and words agree: {found.state}.")


def _levels(entry: StatusKey) -> set[int]:
    text = _DENIED.sub(" ", fold(f"{entry.label}: {entry.meaning or ''}"))
    levels = set()
    for level, words in _LEVELS:
        if words.search(text):
            levels.add(level)
            text = words.sub(" ", text)
    return levels


def _not_comparable(declared: str, found: Computed, understood: bool) -> str:
    if understood:
        return f"The plan says {declared}; its dates and words tell nothing to hold against it. {' '.join(found.reasons)}".strip()
    return f"The plan says {declared}, and its key does not say what that means for delivery; its dates and words say: {found.state}."
