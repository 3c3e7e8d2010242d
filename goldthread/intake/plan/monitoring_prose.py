"""Who watches the plan, where running text says it: "The plan is overseen by the Improvement Board, which meets monthly."

Only a body that is said to watch the plan counts, or one whose own name says so and that is said to meet. What meets about
children (core groups, reviews), and what an action asks of a board, watches no plan.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from goldthread.common.places import Place
from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Block, Line
from goldthread.intake.plan.monitoring import cadence_of
from goldthread.thread.picture import Monitoring

_NOUN = r"(?:board|committee|panel|group|partnership|forum|cabinet|commission|task ?force|executive|leadership team|management team)"
_CAPITAL = r"[A-Z][\w’'&-]*"
_NAMED = re.compile(
    rf"(?P<board>(?:{_CAPITAL}\s(?:(?:of|and|for|the|to|in|on|&)\s){{0,2}}){{1,8}}(?i:{_NOUN})\b(?!\s(?i:{_NOUN})\b))"
    rf"|(?:\b(?:the|an?|our)\s)(?P<plain>(?:[a-z][\w’'-]*\s){{1,5}}?{_NOUN}\b(?!\s{_NOUN}\b))"
)
_ARTICLE = re.compile(r"^(?:the|an?|our)\s+", re.IGNORECASE)
_KIND = (
    r"(?:overall|whole|single|joint|strategic|priority|partnership|ofsted|send|improvement|action|delivery|recovery"
    r"|implementation|transformation|post-inspection|and|(?:council|authority|service|partnership|directorate)[’']s)"
)
_OWN_PLAN = rf"(?:\b(?:the|this|our)\s(?:{_KIND}\s)+plan|\b(?:this|our)\splan)\b"
_ANY_PLAN = rf"(?:{_OWN_PLAN}|\bthe\splan\b)"
_OPENING = r"^(?:(?:overall\s)?(?:progress|delivery|implementation)\s(?=(?:is|will)\b))"
_IS = r"\b(?:is|are|will be|has been|continues to be)\s(?:\w+ly\s){0,2}"
_WATCHED = re.compile(
    rf"(?:{_ANY_PLAN}[^.;]{{0,60}}?{_IS}(?:overseen|monitored|scrutinised|governed)\b"
    rf"|(?:{_OWN_PLAN}|{_OPENING})[^.;]{{0,60}}?{_IS}(?:overseen|monitored|scrutinised|governed|reviewed|tracked|steered|reported)\b)"
    r"(?P<how>[^.;]{0,40}?)\b(?:by|to|at|through)\b(?P<tail>.+)",
    re.IGNORECASE,
)
_WATCHES = re.compile(
    r"(?:will\s|also\s|is responsible for\s|has oversight of\s|who\s|which\s)*"
    r"(?:overs(?:ees?|eeing)|monitor(?:s|ing)?|scrutinis(?:es?|ing)|govern(?:s|ing)?|receiv(?:es?|ing)|review(?:s|ing)?|track(?:s|ing)?|steers?"
    rf"|has oversight of|holds?)\b[^.;]{{0,90}}?(?:{_ANY_PLAN}|\bto account\b)",
    re.IGNORECASE,
)
_MEETS = re.compile(r"(?:,?\s*(?:which|and|who|it|will|also)\s)*\s*meets?\b", re.IGNORECASE)
_WATCHFUL = re.compile(r"\b(?:improvement|oversight|scrutiny|monitoring|assurance)\b", re.IGNORECASE)
_ABOUT_CHILDREN = re.compile(r"\b(?:core|review|strategy|network|professionals?|family|peer)\s(?:group|panel|forum)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)’'”][.;])\s+(?=[A-Z])")
_ENTRY = re.compile(r"(?:[•●▪■◦\uf0b7\uf0a7–*-]|\(?\d{1,2}(?:\.\d{1,2})*[a-z]?[.):]|\(?[a-z][.)])\s")
_LABELLED = re.compile(r"[A-Z][\w ]{1,25}:\s")
_LINE = 60
_LONGEST = 500


def read_prose(blocks: Sequence[Block], known: Iterable[Monitoring] = ()) -> tuple[Monitoring, ...]:
    """The boards that sentences outside lists and tables name as watching the plan, each once. known: those found already."""
    told = {fold(board.board) for board in known}
    found: dict[str, Monitoring] = {}
    for sentence, place in _sentences(blocks):
        for board, cadence in _watchers(sentence, set(found)):
            name = fold(board)
            if name not in told and (name not in found or (cadence and not found[name].cadence)):
                found[name] = Monitoring(board=board, cadence=cadence, place=place.saying(sentence))
    return tuple(found.values())


def _sentences(blocks: Sequence[Block]) -> Iterator[tuple[str, Place]]:
    for text, place in _paragraphs(blocks):
        yield from ((squeeze(sentence), place) for sentence in _SENTENCE_END.split(text) if len(sentence) <= _LONGEST)


def _paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[str, Place]]:
    """Running text: no headings, list entries or labelled lines; lines that print wrapped are put together."""
    texts: list[str] = []
    place: Place | None = None
    before: Line | None = None
    for block in blocks:
        goes_on = isinstance(block, Line) and before is not None and _goes_on(before, block)
        if texts and place and not goes_on:
            yield " ".join(texts), place
            texts = []
        before = block if isinstance(block, Line) and (goes_on or _is_prose(block)) else None
        if before:
            place = place if texts else before.place
            texts.append(before.text)
    if texts and place:
        yield " ".join(texts), place


def _is_prose(line: Line) -> bool:
    return line.level is None and not line.bullet and not _ENTRY.match(line.text) and not _LABELLED.match(line.text)


def _goes_on(before: Line, line: Line) -> bool:
    return _is_prose(line) and not line.gap and (line.text[:1].islower() or (len(before.text) > _LINE and before.place != line.place))


def _watchers(sentence: str, known: set[str]) -> list[tuple[str, str | None]]:
    """The boards that one sentence makes watch the plan, with how often. known: folded names of those found before."""
    if passive := _WATCHED.search(sentence):
        return _named_in(passive["tail"], cadence_of(passive["how"]))
    subject = _NAMED.match(sentence)
    if not subject or not (board := _name(subject)):
        return []
    rest = re.sub(r"^\s*\([^)]*\)", "", sentence[subject.end() :]).lstrip(" ,")
    often = cadence_of(rest)
    meets = bool(_MEETS.match(rest)) and often is not None and (bool(_WATCHFUL.search(board)) or fold(board) in known)
    return [(board, often)] if meets or _WATCHES.match(rest) or (_MEETS.match(rest) and _watches_later(rest)) else []


def _watches_later(rest: str) -> bool:
    """Whether a body that meets does so to watch the plan: "meets monthly to oversee the plan"."""
    return any(_WATCHES.match(part) for part in re.split(r"\b(?:to|and)\s(?!account)", rest)[1:])


def _named_in(tail: str, often: str | None) -> list[tuple[str, str | None]]:
    """The boards after "overseen by", each with the words up to the next for how often."""
    names = [match for match in _NAMED.finditer(tail) if _name(match)]
    if not names or len(tail[: names[0].start()].split()) > 6:
        return []
    ends = [*(match.start() for match in names[1:]), len(tail)]
    first = cadence_of(tail[: names[0].start()]) or often
    return [
        (_name(match), cadence_of(tail[match.end() : end]) or (first if at == 0 else None))
        for at, (match, end) in enumerate(zip(names, ends, strict=True))
    ]


def _name(match: re.Match[str]) -> str:
    """The board's name without an article; empty for what meets about a child."""
    name = _ARTICLE.sub("", squeeze(match["board"] or match["plain"] or ""))
    return "" if _ABOUT_CHILDREN.search(name) else name
