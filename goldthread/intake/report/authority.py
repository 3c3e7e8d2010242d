"""The authority that a report is about, from its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import capwords

from goldthread.common.places import Place
from goldthread.common.text import fold, squeeze
from goldthread.intake.report.lines import Strip

_CHILDREN = r"(?i:children['’]?s(?: social care)?(?: social work)? services|children['’]?s social care)"
_NEXT_LINE = (
    r"(?!(?:HM|HMI|Inspection|Dates?|Lead|Published|Report(?:ing)?|Joint|Dear|Her|His|Headline|Judgements?|Visit|Between|This"
    r"|Ofsted|We|Introduction|Inspectors?"
    r"|Findings|Age|Overall|Re-?inspection|Review|Area SEND|Previous|From|In|On|During|Since|Local Area|Local area"
    r"|Monitoring|Focused|Fieldwork|The|A|An|Key|Main|What|How|Summary|Overview|Background|Context|Contents|Strengths|Children|Letter"
    r"|As|It|Our|To|For|Mr|Mrs|Ms|Dr|Director|Chief|Executive|Outcome|Evidence|Multi|National)\b)"
)
_WORD = rf"{_NEXT_LINE}(?:St\.|[A-Z][\w’'&-]*)"
_NAME = rf"(?:The )?(?P<name>{_WORD}(?:,? (?:(?:and|of|upon|on|the|with|in|under|le|by) )*{_WORD})*)"
_TITLES = tuple(
    re.compile(form)
    for form in (
        rf"[Ii]nspection of {_NAME}(?:['’]s)?(?i: local authority(?:['’]s)?)? {_CHILDREN}",
        rf"[Aa]rea SEND (?:full |monitoring |re-?)?[Ii]nspection (?:of|in) {_NAME}(?: [Ll]ocal [Aa]rea(?: [Pp]artnership)?)?",
        rf"^{_NAME} [Ii]nspection of (?:local authority )?{_CHILDREN}",
        rf"[Ff]ocused visit (?:to|of|in) {_NAME}(?:['’]s)?(?i: local authority(?:['’]s)?)?(?: {_CHILDREN})?",
        rf"[Mm]onitoring visit (?:to|of|in) {_NAME}(?:['’]s)?(?i: local authority(?:['’]s)?)?(?: {_CHILDREN})?",
        rf"[Jj]oint [Tt]argeted [Aa]rea [Ii]nspection(?: \(JTAI\))? (?:of|in) {_NAME}",
        rf"[Jj]oint [Tt]argeted [Aa]rea [Ii]nspection of the (?:multi-?\s?agency )?[a-z][^.]{{5,160}}? in (?:the )?{_NAME}",
        rf"[Jj]oint (?:local )?area (?:SEND|special educational needs[^.]{{0,40}}) (?:inspection|revisit) (?:in|of) {_NAME}",
        rf"joint inspection of the local area of {_NAME}",
        rf"[Ii]nspection of (?:the )?youth (?:justice|offending) services? in (?:the )?{_NAME}",
        rf"[Ii]nspection of youth (?:justice|offending) services? (?:of|for) {_NAME}",
        rf"{_NAME}(?: [Cc]ouncil)?: (?:local authority|adult social care) assessment",
        rf"[Ii]nspection of (?:the )?{_NAME} [Yy]outh (?:[Jj]ustice|[Oo]ffending)",
        rf"[Cc]hild protection (?:post-)?inspections?\s*[:–-]\s*{_NAME}",
        rf"[Ii]nspection of (?:the )?(?:arrangements for the protection of children|adoption services?"
        rf"|fostering services?)[^.]{{0,30}}? in {_NAME}",
    )
)
_KINDS = re.compile(
    r"^(?:re-?inspection|inspection|single inspection"
    r"|joint inspection) of (?:local authority )?(?:services for )?(?:safeguarding|children|local authority"
    r"|the local authority|arrangements)"
    r"|^inspection of .{3,90}(?:children's|child protection|youth)|^(?:an )?inspection of youth"
    r"|unannounced inspection of contact"
    r"|^area send |^(?:ilacs )?focused visit|^(?:ofsted )?monitoring visit|joint targeted area inspection of"
    r"|^joint targeted area inspection"
    r"|^national child protection (?:post-)?inspections?\b"
    r"|^joint (?:local )?area send|local authority assessment|^inspection of (?:safeguarding|services for children)"
)
_SUFFIX = re.compile(
    r"(?:['’]s?)?,?\s+(?:(?:(?:metropolitan|london|royal|city|county|district|unitary|borough|and) )*(?:council|mbc)"
    r"|local authority|local area partnership|local area"
    r"|area partnership|partnership|children['’]?s (?:social care )?services|metropolitan (?:borough|district)|unitary authority)$",
    re.IGNORECASE,
)
_COUNCIL = re.compile(
    rf"^(?:The )?{_NAME} (?:(?:Metropolitan|City|County|District|Borough|and) )*Council\b|^(?:The )?(?P<place>(?:London"
    rf"|Royal) Borough of {_NAME.replace('name', 'rest')})"
)
_NEVER = re.compile(
    r"inspection|ofsted|report|contents|judgement|^page\b|^dear\b|^mr |^mrs |^ms |^dr |director|chief|street|manchester m"
    r"|telephone|www\.|majesty|inspector|\d{4}"
    r"|local area partnership report|^age group|published|quality commission|raising|committee|appendix|agenda|council offices|^her |^his ",
    re.IGNORECASE,
)
_FRONT = 45
_WRAPPED = 100  # characters of a line that a title fills before it wraps
_SAME = 0.5  # points of type
_STOPPED = re.compile(r"[.:;,]$")
_SPAN = 4


@dataclass(frozen=True, slots=True)
class Authority:
    """The name as printed without the words for the kind of body, and its place."""

    name: str
    place: Place


def is_title(text: str) -> bool:
    """Whether text begins the title of an inspection report or of an inspector's letter."""
    words = fold(text)
    return len(words) < 220 and bool(_KINDS.search(words)) and not words.endswith(".")


def titled(lines: Sequence[Strip], at: int) -> bool:
    """Whether a title begins on the line at this position; it may wrap on to the next line of its size."""
    line = lines[at]
    if is_title(line.text):
        return True
    following = lines[at + 1] if at + 1 < len(lines) else None
    wraps = (
        following is not None and len(line.text) < _WRAPPED and abs(line.size - following.size) < _SAME and not _STOPPED.search(line.text)
    )
    return wraps and following is not None and is_title(f"{line.text} {following.text}") and not is_title(following.text)


def find_authority(lines: Sequence[Strip]) -> Authority | None:
    """The authority from the title, the line beside it, the letter's address, or a council named on the first pages."""
    front = lines[:_FRONT]
    return _from_titles(front) or _beside_title(front) or _council(front)


def tidy(name: str) -> str:
    """The name without council, local authority, local area partnership and the like at its end."""
    plain = re.sub(r"^The (?=[A-Z])", "", squeeze(name).strip(" .,:;-–"))
    while (shorter := _SUFFIX.sub("", plain).strip(" ,")) != plain and shorter:
        plain = shorter
    return re.sub(r"['’]s?$", "", plain)


def _from_titles(front: Sequence[Strip]) -> Authority | None:
    for form in _TITLES:
        for at, line in enumerate(front):
            joined = _joined(front[at : at + _SPAN])
            match = form.search(joined)
            if match and match.start() <= len(line.text) and _is_name(match["name"]):
                return Authority(tidy(match["name"]), line.place.saying(squeeze(match[0])))
    return None


def _joined(lines: Sequence[Strip]) -> str:
    """A title's lines as one; type of another size is another line. Capitals throughout come as ordinary spelling."""
    first = lines[0]
    text = " ".join(line.text for line in lines if abs(line.size - first.size) < _SAME and line.block - first.block < _SPAN)
    return re.sub(r"\b(Of|And|In|To|The|Upon|On|With)\b", lambda match: match[0].lower(), capwords(text)) if first.text.isupper() else text


def _is_name(name: str) -> bool:
    return fold(name) not in {"safeguarding", "services", "children", "local", "the", "local authority", "ofsted", "arrangements"}


def _beside_title(front: Sequence[Strip]) -> Authority | None:
    """A name alone on its line: the one nearest to the title, one before it for choice."""
    title = next((at for at in range(len(front)) if titled(front, at)), None)
    if title is None:
        return None
    near = [*range(title - 1, max(-1, title - 5), -1), *range(title + 1, min(len(front), title + 8))]
    for at in near:
        text = front[at].text
        if len(text) < 60 and re.fullmatch(_NAME, _joined(front[at : at + 1])) and not _NEVER.search(text):
            return Authority(tidy(_joined(front[at : at + 1])), front[at].place)
    return None


def _council(front: Sequence[Strip]) -> Authority | None:
    for line in front:
        match = _COUNCIL.match(line.text)
        if match and not _NEVER.search(match[0]):
            return Authority(tidy(match["name"] or match["place"]), line.place)
    return None
