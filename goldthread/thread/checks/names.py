"""Telling a person's name or initials from posts, bodies and acronyms; when in doubt, it is not a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from goldthread.common.text import words
from goldthread.thread.checks.base import Subject
from goldthread.thread.checks.wording import is_known_body, is_post

_FIRST_NAMES = frozenset(
    words(
        "aaron abdul abena abigail adam ade adebayo adele adrian agnes ahmed aisha akua alan albert alex alexander alexandra "
        "alfred ali alice alicia alison amanda amara amelia amina amir amy anastasia andrea andrew angela ania anil anita "
        "anjali ann anna anne anthony antoinette antonia arjun arthur arun asha ashley audrey ayesha aziz babatunde barbara "
        "beatrice ben benjamin bernadette bernard beth bethany beverley bilal brenda brian bridget bronwen bryony callie "
        "callum camilla candice carl carla carmel carol caroline catherine cathy cecilia charles charlotte cheryl chidi chinwe "
        "chitra chloe chris christina christine christopher claire clare clive colette colin connor craig dagmar dalia damian "
        "dan daniel danielle darren dave david davina dawn debbie deborah deepa deirdre delroy denise derek dermot desmond "
        "diane dilip dinesh dominic donna doreen dorothy duncan dylan edith edward edwina eileen elaine eleanor elena "
        "elizabeth ella ellen elsie emeka emily emma eoin eric erica ernest esther ethan eunice eva evelyn ewa farah fatima "
        "fatou femi fergus fiona frances francesca freya gail gareth gary gavin gemma geoff george georgia geraldine gertrude "
        "gillian gladys glenda glenn glynis godfrey gordon graham greg gwen gwyneth habib hannah harpreet harriet harry "
        "harvinder hassan hazel heather helen henry hilary horace howard hugh hussain ian ibrahim imran ingrid irene isaac "
        "isabel isabella ishaan ivan jack jackie jacob jacqueline jagdish jake james jamie jane janet janice jasmine jason "
        "jaswinder jatinder jay jean jeff jemima jennifer jenny jeremy jerome jessica jill jim joan joanna joanne joe joel "
        "john jolene jonathan joseph josephine joshua josie joyce jude judith julia julian julie kamal kamran karen karim karl "
        "kashif katarzyna kate katherine kathleen kathryn kathy katie kayleigh keiran keith kelly ken kenneth kerry kevin "
        "khadija kieran kim kiran kirsten kirsty kofi krishna kuldeep kwame laura lauren leah leanne leila leonard leroy "
        "lesley leslie lewis liam linda lisa liz lloyd lois lorna lorraine louise lucille lucy luke lyn lynda lynette lynn "
        "lynne mabel maeve maggie mahmoud malcolm malik mandeep manjit marcus marek margaret margery maria marie marilyn "
        "marion marjorie marlene marlon martha martin martina mary matt matthew maureen maurice maxine meena meera megan "
        "mehmet melanie melissa michael michal michelle mike miriam mohamed mohammad mohammed moira monica morag muhammad "
        "muriel myra nadia nadine naheed naomi naseem nasreen natalie natasha neha neil nesta nick nicola nicole nigel nigella "
        "nikita nikki nina noel nora norman ola oliver olivia olu oluwaseun omar osman padraig pamela parveen patricia patrick "
        "paul paula pauline pawel penelope peter petra phil philip phillip phyllis piotr pooja prakash priya qasim rachel "
        "raheem rahul raj rajesh rajinder rakesh ramesh rashid ravi raymond rebecca reena rhian rhona rhys richard rita robert "
        "roberta robin roger rohan roisin ronald rosalind rosemary rosie rowena roy rukhsana rupert ruth ryan sabrina sadia "
        "saima sajid salim sally salma sam samantha samina samuel sandra sanjay sanjeev sara sarah satnam saul seamus sean "
        "selina shabana shabnam shahid shanice sharon shaun sheena sheila shirley sian sidney simon simone sinead siobhan "
        "sonia sophie stacey stella stephanie stephen steve steven stuart sue sukhdeep sunil sunita surinder susan sushila "
        "suzanne sylvia tahir tamsin tanya tariq teresa terry tessa thelma theresa thomas tim timothy tina tobias toby tom "
        "tomasz tony tracey tracie tracy trevor tunde uma una ursula usha usman valerie vanessa vera vernon veronica vicky "
        "victoria vijay vikram vincent vivian vivienne walter wayne wendy wilfred william winifred winston yasmin yolanda yuki "
        "yusuf yvonne zainab zara zeinab zena zoe zoran"
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


@lru_cache(maxsize=8192)
def named_people(text: str) -> tuple[str, ...]:
    """Names of people in text: a title and a name, or a common first name and a surname; not houses or inquiries named after them."""
    return tuple(_named_people(text))


def _named_people(text: str) -> Iterator[str]:
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
    bare = letters.replace(".", "").casefold()
    return bare in told | _POSTS_IN_TWO_LETTERS or is_known_body(bare)
