"""Telling a person's name or initials from posts, bodies and acronyms; when in doubt, it is not a name."""

import re
from collections.abc import Iterator

from goldthread.common.text import words
from goldthread.thread.checks.base import Subject
from goldthread.thread.checks.wording import is_post

_FIRST_NAMES = frozenset(
    words(
        "aaron abdul abigail adam adrian ahmed aisha alan albert alex alexander alexandra ali alice alison amanda amelia amina amy andrea "
        "andrew angela anita ann anna anne anthony antonia arthur ashley ayesha barbara ben benjamin bernard beth bethany beverley brenda "
        "brian bridget bryony callum carl carla carol caroline catherine cathy charles charlotte chloe chris christina christine "
        "christopher claire clare colin craig dan daniel danielle darren dave david dawn deborah debbie denise derek diane dominic donna "
        "dorothy edward eileen elaine eleanor elizabeth ella ellen emily emma eric ethan eva farah fatima fiona frances francesca gail "
        "gareth gary gemma geoff george georgia gillian gordon graham greg hannah harry hassan hazel heather helen henry ian ibrahim imran "
        "isabel isabella jack jackie jacqueline jake james jamie jane janet janice jasmine jason jay jean jeff jennifer jenny "
        "jeremy jessica "
        "jill jim joan joanna joanne joe john jonathan joseph josephine joshua joyce judith julia julian julie karen kate katherine "
        "kathleen kathryn katie keith kelly ken kenneth kerry kevin kim kirsty laura lauren leah leanne lesley lewis liam linda lisa liz "
        "lorraine louise lucy luke lynn lynne maggie malcolm margaret maria marie marion martin mary matt matthew maureen megan melanie "
        "melissa michael michelle mike mohammed muhammad naomi natalie natasha neil nick nicola nicole nigel nina oliver olivia pamela "
        "patricia patrick paul paula pauline peter phil philip phillip rachel raj rajesh ravi rebecca richard rita robert robin roger "
        "ronald rosemary ruth ryan sally sam samantha samuel sandra sara sarah sharon sheila shirley simon sophie stacey stephanie stephen "
        "steve steven stuart sue susan suzanne sylvia tanya teresa terry thomas tim timothy tina tom tony tracey tracy valerie vanessa "
        "veronica vicky victoria vincent wendy william yasmin yusuf yvonne zoe"
    )
)
_NOT_SURNAMES = frozenset(
    words(
        "house hall centre center school hospital inquiry enquiry report review road street lane court trust foundation academy college "
        "university church ward unit home lodge project programme model team service services board group way close avenue square park "
        "building award act inquiry's review's report's"
    )
)
_FULL_NAME = re.compile(
    r"\b([A-Z][a-z]+(?:-[A-Z][a-z]+)?) (?:[A-Z]\.? )?((?:Mc|Mac|O['’]|De |Al-)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?:['’]s)?(?: (\w+))?"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? (?:[A-Z][a-z]+ |[A-Z]\.? ?)?[A-Z][a-z]+\b")
_AT_WORK = re.compile(
    r"(?<![\w/&-])([A-Z]{2,3}) (?:to|will|has) (?:insert(?:ed)?|provided?|confirm(?:ed)?|add(?:ed)?|updated?|send|sent|"
    r"check(?:ed)?|chased?|"
    r"completed?|draft(?:ed)?|follow(?:ed)? up|circulated?|forward(?:ed)?|speak|spoken|email(?:ed)?|arranged?|liaised?|met|meet|raised?)\b"
)
_TO_DO = re.compile(r"(?:^|[.;:,]\s+|\n\s*|–\s+)([A-Z]{2}) to [a-z]+")
_AUDITS = re.compile(r"(?:^|[.;]\s+|\n\s*)(?:[a-h]\.\s+)?([A-Z]{2}) (?:audits|checks|reviews|chairs|monitors|updates|attends|leads)\b")
_POSTS_IN_TWO_LETTERS = frozenset(
    words(
        "ad dd hr it pa po tm sm sw pm ra ds vh vs gp hv ep cp la ea ey ei iv qa hq pc ps di dc ci cc si dm nqt hos iro cpa "
        "psw dcs dass ceo "
        "lado vsh asw aysw cso das hod hoy svc hmi gov dfe cqc lscb dmt smt yot yos cin lac cla nhs ico bcp mp uk eu nb"
    )
)


def named_people(text: str) -> Iterator[str]:
    """Names of people in text: a title and a name, or a common first name and a surname; not houses or inquiries named after them."""
    yield from (found[0] for found in _TITLED.finditer(text))
    for found in _FULL_NAME.finditer(text):
        first, last, after = found[1], found[2], found[3] or ""
        if first.split("-")[0].casefold() not in _FIRST_NAMES or is_post(last):
            continue
        if not {last.casefold(), after.casefold()} & _NOT_SURNAMES:
            yield f"{first} {last}"


def initials_in_cell(lead: str, subject: Subject) -> bool:
    """Whether a lead is only two or three capitals that stand for no post or body this plan, its settings or common use knows."""
    return bool(re.fullmatch(r"[A-Z]\.?[A-Z]\.?[A-Z]?\.?", lead.strip())) and not _known(lead, subject)


def initials_at_work(text: str, subject: Subject) -> Iterator[str]:
    """Initials that are to do something in a note (``JB to insert``)."""
    for pattern in (_AT_WORK, _TO_DO, _AUDITS):
        yield from (initials for initials in pattern.findall(text) if not _known(initials, subject))


def _known(letters: str, subject: Subject) -> bool:
    told = {entry.term.casefold() for entry in subject.picture.plan.glossary} | {term.casefold() for term in subject.config.acronyms}
    return letters.replace(".", "").casefold() in told | _POSTS_IN_TWO_LETTERS
