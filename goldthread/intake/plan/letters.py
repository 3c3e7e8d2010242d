"""Lettered parts inside one cell, and the lettered progress that answers them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldthread.common.text import LOST, squeeze
from goldthread.thread.picture import Part, Progress

_ALPHABET = tuple("abcdefghijklmnopqrstuvwxyz")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MARKED = re.compile(r"(?:(?<=[\s:;])|^)(?P<open>\()?(?P<letter>[A-Za-z]{1,4})\s?(?P<close>[.)])(?=\s|[A-Z]|$)")
_BARE = re.compile(r"^[ \t]*(?P<letter>[A-Z])[ \t]+(?=[A-Z])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Marker:
    """A letter that may begin a part. style: its brackets or stop, the same for all parts of one list."""

    letter: str
    start: int
    end: int
    style: str


def split_parts(text: str) -> tuple[str, tuple[Part, ...]]:
    """The words before the first part, and the parts, when text holds a list lettered a, b, c… or i, ii, iii…

    A list has two parts or more, begins with its first letter, keeps one style of bracket or stop, and loses at most
    one letter on the way (the print may have); a lost first letter is seen where three others follow a lead-in with a colon.
    Anything else is the writer's prose and stays whole.
    """
    markers = _markers(text)
    lists = [run for order in (_ALPHABET, _ROMAN) for style in ("()", ")", ".", " ") if (run := _in_order(markers, order, style))]
    if not lists:
        return _headless(text, markers)
    run = min(lists, key=lambda markers: markers[0].start)
    ends = [marker.start for marker in run[1:]] + [len(text)]
    parts = (Part(letter=marker.letter, text=squeeze(text[marker.end : end])) for marker, end in zip(run, ends, strict=True))
    return squeeze(text[: run[0].start]), tuple(parts)


_HEADLESS = re.compile(r"^(?P<lead>[^:]*:)\s+(?P<first>\S.*)$", re.DOTALL)


def _headless(text: str, markers: Sequence[_Marker]) -> tuple[str, tuple[Part, ...]]:
    """A list whose first letter is lost: “…as follows: workers b. Train c. Test d. Tell”. Its first part is what is left of it."""
    for style in ("()", ")", "."):
        run = _in_order(markers, _ALPHABET[1:], style)
        opening = _HEADLESS.match(text[: run[0].start]) if len(run) >= _WORTH_A_HEAD else None
        if opening:
            first = "A" if run[0].letter.isupper() else "a"
            ends = [marker.start for marker in run[1:]] + [len(text)]
            rest = [Part(letter=marker.letter, text=squeeze(text[marker.end : end])) for marker, end in zip(run, ends, strict=True)]
            return squeeze(opening["lead"]), (Part(letter=first, text=f"{LOST} {squeeze(opening['first'])}"), *rest)
    return squeeze(text), ()


_WORTH_A_HEAD = 3
"""Letters in order that show that one before them is lost."""


def _markers(text: str) -> list[_Marker]:
    marked = [
        _Marker(match["letter"], match.start(), match.end(), "()" if match["open"] and match["close"] == ")" else match["close"])
        for match in _MARKED.finditer(text)
    ]
    return marked + [_Marker(match["letter"], match.start(), match.end(), " ") for match in _BARE.finditer(text)]


def _in_order(markers: Sequence[_Marker], order: Sequence[str], style: str) -> list[_Marker]:
    """The list that starts with the order's first letter, in one style and case; empty when there is none."""
    run: list[_Marker] = []
    fitting = [marker for marker in markers if marker.style == style]
    for number, letter in enumerate(order):
        after = run[-1].end if run else 0
        same_case = [one for one in fitting if one.start >= after and (not run or one.letter.islower() == run[0].letter.islower())]
        found = next((one for one in same_case if one.letter.casefold() == letter), None)
        following = order[number + 1] if number + 1 < len(order) else None
        if found:
            run.append(found)
        elif not run or not any(one.letter.casefold() == following for one in same_case) or run[-1].letter.casefold() != order[number - 1]:
            break
    return run if len(run) > 1 else []


_GROUP = r"[A-Za-z](?:\s*(?:&|,|/|\+|-|\band\b)\s*[A-Za-z])*"
_ANSWER = re.compile(rf"(?<!\S)(?P<open>\()?(?P<group>{_GROUP}|\d{{1,2}})(?P<close>\s?[.):])?(?P<space>\s+|(?=[A-Z]))")
_STANDING = re.compile(r"(?:complete|completed|done|achieved|ongoing|underway|in place|in progress|to be|this|now|not)\b")


def split_progress(text: str, letters: Sequence[str]) -> tuple[Progress, ...]:
    """Progress under the letters of the parts that it answers; words before the first letter have none.

    letters: those of the parts (or the numbers that progress may answer), any case. "A & C." gives its words to both
    parts; words under a letter that comes again are added to it. No word is lost.
    """
    own = {letter.casefold(): letter for letter in letters}
    answers = _worth_trusting(list(_answers(text, own)), text)
    starts = [start for start, _, _ in answers] + [len(text)]
    told: dict[str | None, list[str]] = {}
    _tell(told, (None,), text[: starts[0]])
    for (_, end, group), until in zip(answers, starts[1:], strict=True):
        _tell(told, group, text[end:until])
    return tuple(Progress(letter=letter, text="\n".join(words)) for letter, words in told.items())


_Answer = tuple[int, int, tuple[str, ...]]
"""Start of the marker, its end, and the parts' own letters that it names."""


def _tell(told: dict[str | None, list[str]], letters: Sequence[str | None], words: str) -> None:
    said = words.strip()
    if said:
        for letter in letters:
            told.setdefault(letter, []).append(said)


def _answers(text: str, own: dict[str, str]) -> Iterator[_Answer]:
    last = ""
    for match in _ANSWER.finditer(text) if own else ():
        group = _letters_of(match["group"], own)
        if group and (_begins_answer(match, text) or _goes_on(match, text, last)):
            last = group[-1].casefold()
            yield match.start(), match.end(), group


def _letters_of(printed: str, own: dict[str, str]) -> tuple[str, ...]:
    """The parts' own letters that "A & C" or "a-c" names; empty unless every one of them is a part's letter."""
    named = [letter.casefold() for letter in re.findall(r"\b[A-Za-z]\b|\d+", printed)]
    if re.fullmatch(r"[A-Za-z]\s*-\s*[A-Za-z]", printed):
        named = [chr(code) for code in range(ord(named[0]), ord(named[-1]) + 1)]
    return tuple(own[letter] for letter in dict.fromkeys(named)) if named and all(letter in own for letter in named) else ()


def _begins_answer(match: re.Match[str], text: str) -> bool:
    """Whether a letter marks an answer where it stands, and is neither an article, an initial nor a label's letter."""
    closed, several = bool(match["close"]), len(match["group"]) > 2
    following = text[match.end() : match.end() + 1]
    if _follows_word(text, match.start()):
        return closed and (match["group"].islower() or bool(match["open"])) and not match["group"].isdigit() and following.isupper()
    if closed:
        return bool(match["space"]) or following.isupper()
    if not match["space"] or not match["group"][0].isupper():
        return match["group"].isdigit() and bool(match["space"]) and following.isupper()
    return several or following.isupper() or match["group"] not in ("A", "I")


def _follows_word(text: str, start: int) -> bool:
    """Whether the place stands in the middle of a sentence: not at the start, on a new line or after a stop."""
    before = text[max(0, start - 40) : start]
    words = before.rstrip()
    return bool(words) and words[-1] not in ".;:!?)" and "\n" not in before[len(words) :]


def _goes_on(match: re.Match[str], text: str, last: str) -> bool:
    """Whether a capital is the letter after the last one where print ran the answers together: "…updated B Completed."."""
    if not last or match["group"].casefold() != chr(ord(last[-1]) + 1) or not match["group"].isupper():
        return False
    begins = (
        text[match.end() : match.end() + 1].isupper()
        if match["space"]
        else bool(re.match(r"[A-Z][a-z]", text[match.end() : match.end() + 2]))
    )
    return bool(match["close"]) or begins or bool(_STANDING.match(text, match.end()))


def _worth_trusting(answers: list[_Answer], text: str) -> list[_Answer]:
    """A lone letter without stop or bracket in the middle of the words is more likely somebody's initial."""
    if len(answers) == 1 and text[: answers[0][0]].strip() and not re.search(r"[.):]\s*$", text[answers[0][0] : answers[0][1]]):
        return []
    return answers
