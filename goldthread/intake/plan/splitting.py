"""Several names in one stretch of text: where one ends and the next begins.

A comma, an "and" or a line break may separate two leads or stand inside the name of one post, so a break counts only
where both sides are names in full.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from goldthread.common.text import BULLETS, LOST, fold, squeeze
from goldthread.intake.plan.names import CONNECTORS, LONGEST_NAME, OPENER, is_acronym, is_body, is_full_name, is_person, kind_of_name

_AND = re.compile(r"\s+(?:and|&|\+)\s+(?:the\s+)?", re.IGNORECASE)
_BULLET = re.compile(rf"(?:^|\n)\s*(?:[{BULLETS}]|[-–*]\s|\d{{1,2}}[.)]\s|[a-h][.)]\s)\s*")
_HELD_UP_BY = frozenset(
    {
        "independent",
        "business",
        "development",
        "chair",
        "manager",
        "coordinator",
        "co-ordinator",
        "officer",
        "administrator",
        "training",
        "policy",
    }
)
_DANGLING = re.compile(r"(?:\b(?:of|and|for|the|to|in|with)|[&,/–-])$", re.IGNORECASE)


def split_names(text: str, *, known: Collection[str] = ()) -> list[str]:
    """The names in text, in order, each on one line as printed."""
    folded = _folded(frozenset(known))
    names: list[str] = []
    for entry in re.split(r"[;|]|\s\+\s", _BULLET.sub(";", text)):
        for line in _lines(entry, folded):
            for part in _slashed(line):
                for piece in _commas(part):
                    for run in _run_together(piece, folded):
                        names += _anded(run, folded)
    return [name for name in (squeeze(name).strip(" ,.:") for name in names) if name]


@lru_cache(maxsize=8)
def _folded(names: frozenset[str]) -> frozenset[str]:
    """The names folded; a plan asks for the same ones at every cell."""
    return frozenset(fold(name) for name in names)


def _is_name(text: str, known: Collection[str]) -> bool:
    return fold(text) in known or is_full_name(text)


def _lines(entry: str, known: Collection[str]) -> list[str]:
    """Lines that are names by themselves; a line that only wrapped is joined to the one before."""
    lines = [line.strip() for line in entry.split("\n") if line.strip()]
    joined: list[str] = []
    for number, line in enumerate(lines):
        following = " ".join(lines[number : number + 4])
        if joined and not _parted(joined[-1], line, following, known):
            joined[-1] = _wrapped(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _wrapped(before: str, line: str) -> str:
    couple = {is_person(before), is_person(line)} == {True, False} and is_full_name(line) and is_full_name(before)
    return f"{before}, {line}" if couple else f"{before} {line}"


def _parted(before: str, line: str, following: str, known: Collection[str]) -> bool:
    """Whether a line break stands between two names."""
    if _DANGLING.search(before) or not _is_name(before, known) or _belong_together(before, line):
        return False
    front = re.split(r"\s*[/,;]", line)[0]
    opens = OPENER.match(line) or _is_name(front, known) or _is_name(front.split(" ")[0], known)
    if is_body(before) and not OPENER.match(line) and fold(line).split()[0] in _HELD_UP_BY:
        return False
    if OPENER.match(line):
        return True
    return bool(opens) and (kind_of_name(before) is not None or is_person(before)) and not _is_rest_of_post(before, line, following)


def _is_rest_of_post(before: str, line: str, following: str) -> bool:
    """Whether line only goes on with a post whose organisation or subject wrapped: "Head of Health" / "Services"."""
    return kind_of_name(before) == "post" and kind_of_name(line) == "organisation" and kind_of_name(following) != "post"


def _belong_together(one: str, two: str) -> bool:
    """Whether a person and a post beside each other are the same lead."""
    couples = ((one.strip(), two.strip()), (two.strip(), one.strip()))
    return any(is_person(holder) and not is_acronym(holder) and kind_of_name(post) == "post" for holder, post in couples)


def _slashed(text: str) -> list[str]:
    """A slash separates, unless it stands between figures or between two subjects of one post."""
    parts = re.split(r"(?<!\d)\s*/\s*|\s*/\s*(?!\d)|\s+and\s*/\s*or\s+", text.replace("and/or", "/").replace("and / or", "/"))
    joined: list[str] = []
    for part in filter(str.strip, parts):
        if joined and not _either_side_of_slash(joined[-1], part):
            joined[-1] = f"{joined[-1].rstrip()}/{part.lstrip()}"
        else:
            joined.append(part)
    return joined


def _either_side_of_slash(left: str, right: str) -> bool:
    front = re.split(r",", right)[0]
    if OPENER.match(right) and is_full_name(left):
        return True
    if not (is_full_name(right) or is_full_name(front)):
        return is_single_word(left) and is_single_word(right)
    return is_full_name(left) or is_single_word(left) or bool(OPENER.match(right))


def is_single_word(text: str) -> bool:
    """Whether text is one capitalised word: a first name, an agency, an acronym."""
    return bool(re.fullmatch(r"\s*[A-Z][\w'’.-]*\s*", text))


def _commas(text: str) -> list[str]:
    """A comma separates only before a name that cannot be the subject, holder or organisation of the one before."""
    joined: list[str] = []
    for part in re.split(r",\s+(?![^()]*\))", text):
        part = re.sub(r"^(?:and|&)\s+", "", part.strip())
        if not part:
            continue
        if joined and not _apart_at_comma(joined[-1], part):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _apart_at_comma(before: str, part: str) -> bool:
    first, *others = re.split(_AND, part)
    if not (is_full_name(part) or is_full_name(first)):
        return False
    if others and _holds_subjects(before) and kind_of_name(first) is None and not all(is_full_name(other) for other in others):
        return False  # “Director of HR, OD and Payroll”: the list of one post's subjects goes on
    if not is_full_name(before):
        return bool(OPENER.match(part)) and not _DANGLING.search(before) and len(before.split()) < 3
    couple = [piece.strip() for piece in before.split(",")]
    if _belong_together(couple[-1], part):
        return len(couple) > 1 and _belong_together(couple[-2], couple[-1])
    kind = kind_of_name(part if is_full_name(part) else first)
    if kind == "organisation":
        return kind_of_name(before) != "post"
    return not (kind == "meeting" and kind_of_name(before) == "post" and not re.search(r"\s(?:of|for)\s", before))


def _holds_subjects(name: str) -> bool:
    """Whether a name is a post with its subject (“Director of HR”), which a comma may go on with."""
    return kind_of_name(name) == "post" and bool(re.search(r"\s(?:of|for)\s", name))


def _anded(text: str, known: Collection[str]) -> list[str]:
    """An "and" separates only two names in full: "Head of Localities and Disabled Children" is one post."""
    pieces = _AND.split(text)
    breaks = [match[0] for match in _AND.finditer(text)]
    joined = [pieces[0]]
    for sign, piece in zip(breaks, pieces[1:], strict=True):
        whole = _is_name(piece, known) and _is_name(piece.split(",")[0], known)
        if whole and _is_name(joined[-1], known) and not _names_one_thing(joined[-1], piece):
            joined.append(piece)
        else:
            joined[-1] = f"{joined[-1]}{sign}{piece}"
    return joined


def _names_one_thing(left: str, right: str) -> bool:
    """Whether "Head of Commissioning and Resources Panel" may be one post, its subject running on past the "and"."""
    return kind_of_name(left) == "post" and bool(re.search(r"\s(?:of|for)\s", left)) and is_body(right) and not is_acronym(right.split()[0])


def _run_together(text: str, known: Collection[str]) -> list[str]:
    """Two names with nothing between them: a post in full, then the opening of another."""
    if len(text) > 2 * LONGEST_NAME:
        return [text]
    for match in re.finditer(r"(?<=\s)\S", text):
        left, right = text[: match.start()].strip(), text[match.start() :]
        before = left.split()[-1].casefold().strip("(")
        if before in CONNECTORS or left.endswith(",") or left.count("(") > left.count(")"):
            continue
        if fold(left) in known and _is_tail(right, known):
            return [left, f"{LOST} {right}"]
        if not _is_name(right, known):
            continue
        if _second_begins(left, right, known):
            return [left, *_run_together(right, known)]
    return [text]


def _is_tail(text: str, known: Collection[str]) -> bool:
    """Whether text is a known post without its opening ("Localities" after "Head of"), which the print then lost."""
    return len(text) >= 10 and any(name.endswith(f" of {fold(text)}") for name in known)


def _second_begins(left: str, right: str, known: Collection[str]) -> bool:
    if fold(left) in known and fold(right) in known:
        return True
    if kind_of_name(left) != "post" or not is_full_name(left):
        return False
    if OPENER.match(right):
        return not is_acronym(left) or bool(re.match(r"(?:head|director|chair)\s+of", right, re.IGNORECASE))
    first = right.split()[0]
    return is_acronym(left) and is_acronym(first) and is_body(first)


def sequence_of(names: Sequence[str]) -> tuple[str, ...]:
    """The names in order, each once however it was typeset."""
    return tuple({fold(name): name for name in reversed(names)}[key] for key in dict.fromkeys(fold(name) for name in names))
