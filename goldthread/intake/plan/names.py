"""Posts, people and bodies: which words name one person's post, which name people meeting or an organisation."""

import re
from functools import lru_cache

from goldthread.common.text import fold


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


POST_NOUNS = _set(
    "head director manager officer chair chairs chairman chairwoman chairperson lead leader nurse coordinator co-ordinator member"
    " councillor adviser advisor practitioner worker commissioner headteacher teacher chief executive secretary doctor gp"
    " paediatrician supervisor superintendent inspector consultant analyst administrator principal psychologist solicitor"
    " lawyer therapist champion sponsor portfolio-holder holder specialist trainer accountant auditor clerk guardian treasurer"
    " president dean governor matron midwife visitor strategist planner ceo"
)
POST_ACRONYMS = _set("dcs das dass dph ad adcs hos hosc lado iro po cpa psw tm sm gm rm ceo cfo coo md dco dsl dmo cio")
MEETING_NOUNS = _set(
    "board panel group sub-group subgroup committee sub-committee subcommittee team partnership cabinet forum council meeting"
    " assembly network taskforce executive-board workstream working-group alliance consortium"
)
ORGANISATION_NOUNS = _set(
    "trust nhs pct ccg icb ico hospital police constabulary service services department directorate agency agencies school schools"
    " college university authority authorities court probation cafcass camhs borough unit organisation organisations partner"
    " partners provider providers dfe ofsted cqc hmicfrs hmip government nhse"
)
MEETING_ACRONYMS = _set("mash yot yos marac mappa ssg scrutiny scmt")
_BY_ONE_WORD = frozenset({"police", "cabinet", "cafcass", "probation", "ofsted", "government"})
LONGEST_NAME = 160
"""Characters; longer stretches are sentences, and no name is looked for in their whole."""

CONNECTORS = frozenset({"of", "and", "&", "for", "the", "to", "in", "on", "at", "with"})
_SUBJECTS = _set(
    "care planning social children young people families family health legal safeguarding localities locality disabled quality"
    " assurance performance policy commissioning resources early years help intervention education learning development workforce"
    " youth offending justice corporate strategic strategy operations operational finance standards clinical nursing fostering"
    " adoption placements support improvement communications digital data intelligence inclusion special needs virtual complaints"
    " participation engagement human business customer public adult adults housing community communities protection review reviewing"
    " independent integrated access assessment duty looked after leaving transition transitions sufficiency practice frontline"
    " overview scrutiny select"
    " north south east west central council county city borough nhs all lead various relevant named both each every"
    " project programme transformation change audit training recruitment retention culture first annual report plan"
)
OPENER = re.compile(
    r"(?:(?:interim|acting|assistant|deputy|associate|executive|strategic|corporate|group|managing|service|divisional|operational"
    r"|programme|joint|independent|vice[\s-]|principal|senior)\s+)*(?:head\s+of|heads\s+of|director\s+(?:of|for)"
    r"|directors\s+of|chair\s+of|lead\s+(?:for|on|member)"
    r"|lead\s+officer|(?:assistant|deputy|executive|strategic|corporate|managing|service)\s+(?:head|director)|manager\s+of"
    r"|chief\s+executive)\b",
    re.IGNORECASE,
)
"""How the name of a post begins when it is written out: Head of…, Assistant Director…, Chair of…"""


def _plain_words(name: str) -> list[str]:
    bare = re.sub(r"\([^)]*\)", " ", fold(name))
    return [word.strip(".,:;'\"*").removesuffix("'s") for word in bare.split() if word.strip(".,:;'\"*-&")]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _is_one_of(word: str, *nouns: frozenset[str]) -> bool:
    return any(word in some or _singular(word) in some for some in nouns)


def _is_meeting_acronym(word: str) -> bool:
    """LSCB, HWB, DMT, SLT, LSCP: people meeting, by the last letters that boards, teams and partnerships share."""
    return word in MEETING_ACRONYMS or bool(
        re.fullmatch(r"[a-z]{1,4}(?:mt|lt|scb|scp|csp|wb|wbb|sab|bcp)|[a-z]{2,3}b|bcp|smt|cmt|slt|csp", word)
    )


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym or initials as printed: DMT, HoS, JS."""
    return bool(re.fullmatch(r"(?:[A-Z][a-z]?){1,5}[A-Z]s?|[A-Z]{2,6}", word))


def _kind(word: str, printed: str) -> str | None:
    acronym = is_acronym(printed.strip(".,:;()*'\"")) or printed.isupper()
    if _is_one_of(word, POST_NOUNS) or (acronym and _is_one_of(word, POST_ACRONYMS)):
        return "post"
    if _is_one_of(word, MEETING_NOUNS):
        return "meeting"
    if _is_one_of(word, ORGANISATION_NOUNS):
        return "organisation"
    return "meeting" if acronym and (_is_meeting_acronym(word) or _is_meeting_acronym(_singular(word))) else None


@lru_cache(maxsize=8192)
def kind_of_name(name: str) -> str | None:
    """``post``, ``meeting`` or ``organisation`` when the name's words say so; None for a person or a subject.

    The noun that the name turns on decides: "Chair of the Board" is a post, "Chief Officers' Group" is not, and the
    organisation after a post ("Director of Nursing, Northmere NHS") is where its holder works.
    """
    if len(name) > LONGEST_NAME:
        return None
    bare = re.sub(r"\([^)]*\)", " ", name).strip()
    if re.search(r"\bbusiness partner\b", bare, re.IGNORECASE):
        return "post"
    front = re.split(r"\s+(?:of|for|to)\s+|,\s", bare, maxsplit=1)[0].split()
    kinds = [_kind(plain, word) for word in front if (plain := "".join(_plain_words(word)))]
    if kinds and kinds[-1] and not (kinds[-1] == "organisation" and "post" in kinds):
        return kinds[-1]
    if "post" in kinds:
        return "post"
    if any(kind_of_name(piece) == "post" for piece in re.split(r",\s+", bare)[1:]):
        return "post"
    rest = [(_kind(plain, word), word) for word in bare.split() if (plain := "".join(_plain_words(word)))]
    return next((kind for kind, word in rest if kind == "organisation" or (kind == "meeting" and is_acronym(word))), None)


def is_body(name: str) -> bool:
    """Whether a name is of people meeting or an organisation (board, panel, team, LSCB, trust), not of one person's post."""
    return kind_of_name(name) in ("meeting", "organisation")


def is_person(name: str) -> bool:
    """Whether a name looks like a person's (Jane Smith, Dr J. Smith) or a person's initials (JS); no words of the field."""
    if len(name) > LONGEST_NAME:
        return False
    bare = re.sub(r"\([^)]*\)", " ", name).strip(" .*")
    if re.fullmatch(r"[A-Z]{2,3}", bare):
        return kind_of_name(bare) is None
    parts = re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof)\.?\s+", "", bare).split()
    if not 2 <= len(parts) <= 3 or not all(re.fullmatch(r"[A-Z](?:[a-z'’-]+[A-Za-z'’-]*|\.)?", part) for part in parts):
        return False
    plain = [re.sub(r"['’]s?$", "", part.lower()) for part in parts]
    return kind_of_name(bare) is None and not any(_singular(part) in _SUBJECTS or part in _SUBJECTS for part in plain)


@lru_cache(maxsize=8192)
def is_full_name(name: str) -> bool:
    """Whether name could stand alone as a lead: a post in full, a body or a person; not a bare "Manager" or a subject."""
    words = _plain_words(name) if len(name) <= LONGEST_NAME else []
    if not words or words[-1] in CONNECTORS or (len(words) == 1 and _is_one_of(words[0], POST_NOUNS)):
        return False
    if len(words) == 1 and not name.strip(" .*")[:1].isupper():
        return False
    if len(words) == 1 and _is_one_of(words[0], MEETING_NOUNS, ORGANISATION_NOUNS):
        return is_acronym(name.strip(" .*")) or words[0] in _BY_ONE_WORD
    return kind_of_name(name) is not None or is_person(name)
