"""What words in plans mean: done or open, post or body, a date in prose, an acronym, an effect."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Protocol

from goldthread.common.dates import MONTHS, PartDate, find_part_dates, first_day, last_day
from goldthread.common.text import LOST, fold, words
from goldthread.thread.picture import Action, Plan, StatusKey
from goldthread.thread.ratings import entry_of

_DONE = (
    r"(?:complet(?:ed?|ion)|done|achieved|finished|closed|implemented|embedded|delivered|launched|published|established|appointed|in place)"
)
_DONE_WORD = re.compile(rf"\b{_DONE}\b")
_NOT_DONE = re.compile(
    rf"\b(?:to be|will be|being|not(?: yet)?(?: been)?|yet to be|partially|partly|part|nearly|almost|due to be|should be|"
    rf"until|once|when|if|"
    rf"for|before|in|by|towards|of|\d+\s?%)\s+(?:\w+ly\s+)?{_DONE}\b|\b(?:in)?complete (?:by|in|the|a)\b|\bincomplete\b"
)
_OPEN = re.compile(
    r"\b(?:to (?:be|commence|start|begin|follow)\b|will (?:be|commence|start|begin)\b|not yet\b|yet to\b|in progress\b|in development\b|"
    r"under development\b|outstanding\b|awaiting\b|delayed\b|not started\b|still (?:to|under|in)\b|needs? to be\b|planned for\b|underway\b)"
)
_CONDITIONS = re.compile(r"\b(?:when(?:ever)?|where(?:ver)?|whether|if|what|who|which) (?:\w+ ){0,4}?(?:needs?|has|have|is|are) to be\b")
"""``identifies when a nurse needs to be invited`` tells of a way of working, not of work left."""
_OPEN_LABEL = re.compile(
    r"\b(?:on track|on target|in progress|not started|overdue|slippage|slipp|ongoing|off track|at risk|delay|behind|open|not)\b"
)

_POST = re.compile(
    r"\b(?:head|director|manager|officer|lead|leader|chair|chairs|chairman|chairperson|chairwoman|co-?ordinator|advis[eo]r|"
    r"worker|principal|chief|"
    r"assistant|deputy|secretary|member|consultant|nurse|doctor|commissioner|administrator|superintendent|inspector|analyst|practitioner|"
    r"teacher|headteacher|specialist|strategist|controller|supervisor|registrar|matron|sergeant|ad|dcs|dass|hos|lado|partner|solicitor|"
    r"psychologist|paediatrician|midwife|gp|champion|portfolio holder|councillor|cllr|mayor|ceo|executive|post ?holder|psw|iro|cpa|vsh)\b"
)
_BODY = re.compile(
    r"\b(?:board|team|teams|group|sub-?group|committee|panel|partnership|forum|council|service|services|department|"
    r"directorate|division|nhs|"
    r"trust|police|schools?|agencies|partners|managers|staff|officers|workers|teams|network|consortium|cabinet|commission|authority|"
    r"heads|directors|leads|chairs|coordinators|practitioners|all)\b"
)
_GATHERING = re.compile(
    r"\b(?:board|group|sub-?group|committee|panel|partnership|forum|meetings?|cabinet|commission|executive|council|"
    r"management team|leadership team)\b"
)
_WHOSE_CHAIR = re.compile(r"\([^)]*\)|,? chaired by .*|\b(?:assistant |deputy )?chief executive(?:['’]s)?")
_ONE_PERSON = re.compile(
    r"\b(?:chair|director|manager|member|officer|head|lead|leader|holder|scrutineer|adviser|advisor|commissioner|councillor|cllr)\b"
)
_DEPARTMENT = re.compile(
    r"(?:the )?(?:(?:adults?'?|children'?s|adult|child|corporate|strategic|joint|integrated) )?"
    r"(?:social care|social work|commissioning|camhs|hr|human resources|finance|public health|housing|legal|ict|communications|performance|"
    r"education|early help|fostering|adoption|probation|health|yot|yos|yjs|mash|hospital|midwifery|health visiting|school nursing|"
    r"primary care|workforce development|quality assurance)"
)
"""Names that are a department's alone: nobody can be asked for “Commissioning”."""
_KNOWN_BODIES = {
    "dmt": "departmental management team",
    "dmg": "departmental management group",
    "smt": "senior management team",
    "scmt": "social care management team",
    "cmt": "corporate management team",
    "csmt": "children's services management team",
    "slt": "senior leadership team",
    "dlt": "directorate leadership team",
    "clt": "corporate leadership team",
    "elt": "executive leadership team",
    "cslt": "children's services leadership team",
    **dict.fromkeys(("lscb", "lscp", "scb", "scp", "lsab", "sab"), "safeguarding board"),
    "hwb": "health and wellbeing board",
    "hwbb": "health and wellbeing board",
    "cpb": "corporate parenting board",
    "cabinet": "cabinet",
    "ccg": "commissioning group",
    "icb": "integrated care board",
    "pct": "primary care trust",
    "csp": "community safety partnership",
}

_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|most|all)"
_PEOPLE = (
    r"(?:child(?:ren)?|young people|young person|parents?|carers?|care leavers?|families|family|pupils?|students?|staff|"
    r"workers|practitioners)"
)
_EFFECT = re.compile(
    r"\b(?:as a result|result(?:ed|ing) in|(?:has|have) (?:since )?(?:led|improved|reduced|increased|risen|fallen|moved|"
    r"started|returned|used|ended|"
    r"stopped|met|begun to)|improv(?:ed|ing|ement) (?:from|to|by|in|is|has)|(?:shows?|shown|showed|demonstrat\w+|"
    r"evidenc(?:e|ed|es|ing)|indicat\w+|"
    r"confirm\w*|found) (?:that|an?|positive|improve\w*|good|high|increase\w*|reduc\w+|more|fewer|\w{2,}er)\b|"
    r"(?:increas|decreas|reduc)(?:ed?|ing|tion|e) (?:from|to|by|in)|(?:up|down) (?:by|from)|from \d[\d.]*%? (?:\w+ )?to \d|"
    r"fell|fallen|rose|risen|dropped|halved|doubled|trebled|fewer|better|nobody has|no (?:child|young person|parent|family) |"
    rf"{_PEOPLE} (?:\w+ )?(?:say|said|report|reported|tell|told|feel|felt|asked)|"
    rf"{_COUNT} (?:\w+ ){{0,2}}?(?:{_PEOPLE}|of them) (?:have|has|had|were|was|came|now|start\w*|moved|returned|matched|helped|seen)|"
    r"\d+ (?:have|asked)|\d+ (?:out )?of (?:the )?\d+|"
    r"positive (?:feedback|impact|effect|response|change|diversion)|impact (?:is|was|has been|evident|seen|shown))\b|"
    r"\d(?:\.\d+)?\s?(?:%|per ?cent)"
)

ACTIVITY_VERBS = frozenset(
    words(
        "agree allocate analyse appoint arrange assess assign audit benchmark brief build circulate clarify collate commission communicate "
        "complete conduct consult coordinate create define deliver deploy design develop disseminate distribute draft draw embed engage "
        "establish evaluate extend finalise fund gather hold identify implement incorporate induct integrate introduce invite issue launch "
        "map meet monitor negotiate nominate notify organise pilot plan prepare present procure produce promote provide publish recruit "
        "refine refresh relaunch remind report research review revise roll run scope secure send set share source standardise streamline "
        "strengthen submit survey test train undertake update use write"
    )
)
"""Verbs, in their plain form, that begin an instruction to do something."""


class Texted(Protocol):
    """Anything with words: an outcome, a part, an entry of progress…"""

    @property
    def text(self) -> str: ...


def texts(*groups: Iterable[Texted]) -> list[str]:
    """The words of everything in the groups, in order."""
    return [entry.text for group in groups for entry in group]


def lost(text: str) -> bool:
    """Whether no word of text is left."""
    return not words(text.replace(LOST, " "))


def damaged(text: str) -> bool:
    """Whether some of text is lost."""
    return LOST in text or "[…]" in text


def says_done(text: str) -> bool:
    """Whether prose says that something is done and nothing in it says that some of it is still to do."""
    said = fold(text)
    return bool(_DONE_WORD.search(_NOT_DONE.sub(" ", said))) and not says_open(text)


def says_open(text: str) -> bool:
    """Whether prose says that something is still to do."""
    said = _CONDITIONS.sub(" ", fold(text))
    return bool(_OPEN.search(said) or _NOT_DONE.search(said))


def begins_done(text: str) -> bool:
    """Whether progress opens by declaring the action done (``Completed``, ``b. Complete``, ``Action completed``)."""
    return bool(
        re.match(
            r"(?:\(?[a-z]\)?[.:]?\s+)?(?:(?:action|all|now|fully|this is|is)\s+)*(?:complete|completed|done|achieved|closed)\b(?! "
            r"(?:by|in|the|a)\b)",
            fold(text),
        )
    )


def rating_words(action: Action, plan: Plan) -> str:
    """An action's rating with what the plan's own key says it means; empty without a rating."""
    return _rating_words(action.rating or "", plan.status_key)


def _rating_words(rating: str, key: tuple[StatusKey, ...]) -> str:
    entry = entry_of(rating, key)
    return f"{rating}: {(entry and entry.meaning) or ''}".strip(": ")


def rated_done(action: Action, plan: Plan) -> bool | None:
    """Whether the action's rating means done under the plan's own key; None when there is no rating or nobody can tell."""
    return _means_done(action.rating, plan.status_key) if action.rating else None


@lru_cache(maxsize=1024)
def _means_done(rating: str, key: tuple[StatusKey, ...]) -> bool | None:
    said = fold(_rating_words(rating, key))
    if _OPEN_LABEL.search(said) or _NOT_DONE.search(said):
        return False
    return True if _DONE_WORD.search(said) else None


def is_done(action: Action, plan: Plan) -> bool:
    """Whether the plan says that the action is done: by its rating, else by its progress, every lettered part included."""
    if (rated := rated_done(action, plan)) is not None:
        return rated
    if not action.progress:
        return False
    lettered = {entry.letter for entry in action.progress if entry.letter}
    whole = all(part.letter in lettered for part in action.parts) or any(
        begins_done(entry.text) and not entry.letter for entry in action.progress
    )
    return (whole and all(says_done(entry.text) for entry in action.progress)) or _does_what_it_says(action)


_INSTRUCTION = re.compile(r"(?:^(?:to )?|\band |[,;.] )(\w+)")
_REPORTED = re.compile(r"\b(?:has|have|was|were|now) (?:now )?(?:been )?(?:\w+ly )?(\w+(?:ed|en|t|d))\b")


def _does_what_it_says(action: Action) -> bool:
    """Whether progress reports the action's own last verb as done (``Prepare a case``: ``A case has been prepared``) and nothing open."""
    verbs = [verb for verb in _INSTRUCTION.findall(fold(action.text)) if verb in ACTIVITY_VERBS]
    told = fold(" ".join(entry.text for entry in action.progress))
    if not verbs or action.parts or says_open(told) or ("draft" in told and "draft" not in verbs):
        return False
    return any(found[:6] == f"{verbs[-1]}ed"[:6] or found == f"{verbs[-1]}d" for found in _REPORTED.findall(told))


def is_post(name: str) -> bool:
    """Whether a name is a post (``Head of Service``, ``LSCB Independent Chair``)."""
    return bool(_POST.search(fold(name)))


def is_body(name: str, plan: Plan) -> bool:
    """Whether a name is a board, team, service or several people, and not one post. Acronyms are read by the plan's glossary."""
    plain = expanded(name, plan)
    return not is_post(plain) and bool(_BODY.search(fold(plain)) or _DEPARTMENT.fullmatch(fold(plain).strip(" .")))


def is_board(name: str, plan: Plan) -> bool:
    """Whether a name is people meeting (board, committee, panel, management team…) and not a person."""
    plain = _WHOSE_CHAIR.sub(" ", fold(expanded(name, plan)))
    return bool(_GATHERING.search(plain)) and not _ONE_PERSON.search(plain)


def is_known_body(letters: str) -> bool:
    """Whether an acronym stands for a body by common use."""
    return letters.casefold() in _KNOWN_BODIES


def expanded(name: str, plan: Plan) -> str:
    """The name with its acronyms replaced by what the plan's glossary, or common use for boards, says they stand for."""
    meanings = {fold(entry.term): re.sub(r"\s*\(.*", "", entry.meaning) for entry in plan.glossary}
    return re.sub(r"[A-Za-z]+", lambda found: _meaning(found[0], meanings), name)


def _meaning(word: str, meanings: dict[str, str]) -> str:
    if word.isupper():
        return meanings.get(word.casefold()) or _KNOWN_BODIES.get(word.casefold()) or word
    return word


_TERMS = {"spring term": 1, "spring": 3, "easter": 4, "summer term": 4, "summer": 6, "autumn term": 9, "autumn": 9, "winter": 12}
_TERMS |= {"christmas": 12}


def term_in(text: str) -> PartDate | None:
    """The month in which a season or school term that text names with its year begins; None when it names none."""
    found = re.search(r"\b((?:spring|summer|autumn|winter)(?: term)?|easter|christmas)(?:,| of)? (20\d\d)\b", fold(text))
    return PartDate(f"{found[2]}-{_TERMS[found[1].replace('winter term', 'winter')]:02}") if found else None


_MONTH_NAMES = "|".join(f"{name.title()}|{name[:3].title()}" for name in MONTHS) + "|Sept"
_BARE_MONTH = re.compile(
    rf"\b(?:(?:by|end|of|in|to|for|until|before|from|\d{{1,2}}(?:st|nd|rd|th)?|[-–/])\s+)?({_MONTH_NAMES})\b"
    r"(?!,?\s*(?:20)?\d\d\b)"
)


def month_without_year(text: str) -> int | None:
    """The month (1–12) that text names without a year (``by 13 March``); None when it names none or more than one."""
    found = [(match, match[1][:3].casefold()) for match in _BARE_MONTH.finditer(text)]
    clear = [month for match, month in found if month not in ("may", "mar") or match[0] != match[1] or match[0] == text.strip(" .")]
    order = [name[:3] for name in MONTHS]
    return order.index(clear[0]) + 1 if clear and len({month for _, month in found}) == 1 else None


def latest_before(texts: Iterable[str], day: date) -> PartDate | None:
    """The latest day or month printed in texts with its year that does not begin after a day; a month counts by its last day."""
    printed = [part for text in texts for part in _printed(text, day.year)]
    return max((part for part in printed if first_day(part) <= day), key=last_day, default=None)


@lru_cache(maxsize=8192)
def _printed(text: str, year: int) -> tuple[PartDate, ...]:
    return tuple(found.value for found in find_part_dates(text, year_hint=year))


def says_effect(text: str) -> bool:
    """Whether prose reports a difference made (a change, a figure, what people say) and not only work done."""
    return bool(_EFFECT.search(fold(text)))


_SHOUTED = frozenset(
    words(
        "all also an and any are as at be but by can date do done draft due each final first for from has have if in into is key may must "
        "need needs new next no not note notes now of on one only open or our out over part plan please red amber green blue should so "
        "than that the then there these they this those to two under update urgent was we were when where which who will with within would "
        "yes you your closed completed complete action actions"
    )
)
"""Words that writers put in capitals for emphasis; the everyday acronyms among them (IT, US) explain themselves."""


@lru_cache(maxsize=8192)
def acronyms(text: str) -> tuple[str, ...]:
    """Words of two to seven letters written in capitals (``LADO``, ``IROs``); none from a line that is all in capitals."""
    return tuple(_acronyms(text))


def _acronyms(text: str) -> Iterator[str]:
    for line in text.splitlines():
        letters = [letter for letter in line if letter.isalpha()]
        if letters and sum(letter.isupper() for letter in letters) < 0.6 * len(letters):
            found = re.findall(r"(?<![\w.@/-])[A-Z][A-Z&]{1,6}s?(?![\w@])(?!\.(?:docx?|xlsx?|pdf|pptx?|msg)\b)", line)
            yield from (bare for term in found if (bare := term.removesuffix("s")).casefold() not in _SHOUTED)
