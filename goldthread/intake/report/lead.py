"""Who led an inspection, from a label, the table of the team or a letter's signature."""

import re
from collections.abc import Iterable, Sequence

from goldthread.common.places import Place
from goldthread.common.text import fold, squeeze
from goldthread.intake.report.lines import Strip

LABEL = r"(?:lead|reporting)\s+(?:ofsted\s+|hm\s+)?inspectors?(?:\s+\(?ofsted\)?)?|inspection\s+lead"
"""What stands before the name of who led."""

Named = tuple[str, Place]

_HMI = r"(?:(?:His|Her) Majesty[’']?s? (?:Senior )?Inspectors?|HM Inspectors?|(?:Senior |S)?HMIs?)"
_SURNAME = r"[A-Z][\w’'.-]*"
_NAME = rf"{_SURNAME}(?: (?:(?:de|van|von|der|le|la|du|da|al|bin|ap) )*{_SURNAME}){{1,4}}"
_LED = re.compile(
    r"^(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?| (?:de|van|von|le|la|du|o"
    r"|Mc))+),? (?:Ofsted )?(?:Lead (?:Ofsted )?Inspector|Ofsted Lead|lead inspector)"
)
_IN_TEAM = re.compile(rf"(?<!\w)(?P<name>{_NAME}),? (?:(?:Ofsted|Social Care|{_HMI}),? )*(?:Ofsted|{_HMI}),? [Ll]ead\b")
"""A member of the team who leads for Ofsted: those of the other inspectorates have leads of their own."""
_TITLED = re.compile(rf"{_HMI}|\bOfsted\b|\bSenior Inspector\b|\bLead Inspector\b|\bSocial Care\b", re.IGNORECASE)
_PERSON = re.compile(rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? )?{_NAME}")
_NO_PERSON = re.compile(
    r"\b(?:Inspect\w+|Commission|Quality|Authority|Council|Services?|Report|Published|Ofsted|Date|Dates|Team|The|Age|Group|Number)\b"
)
_REST = re.compile(rf"{_SURNAME}(?: {_SURNAME})?,? {_HMI}\b")
_BARE = re.compile(rf"(?:{LABEL})\s+(?P<rest>.{{3,90}})", re.IGNORECASE)
_AFTER = 6  # lines of a signature


def find_lead(labelled: Iterable[Named], lines: Sequence[Strip]) -> Named | None:
    """The name with its place; None when nobody is named. labelled: what stands after labels, with its place."""
    for value, place in labelled:
        if name := person(value):
            return name, place
    for form in (_LED, _IN_TEAM):
        for line in lines:
            if match := form.search(line.text):
                return match["name"].strip(" ,"), line.place
    return _signature(lines)


def person(text: str) -> str | None:
    """A person's name, with what they are called after it taken off."""
    plain = _TITLED.split(text, maxsplit=1)[0]
    plain = re.split(r"[,;:(/|]|\s[–-]\s|\s{2,}", plain.strip(" ,;:(–-"), maxsplit=1)[0]
    match = _PERSON.match(squeeze(plain))
    return match[0].strip(" .,") if match and not _NO_PERSON.search(match[0]) else None


def names_lead(text: str) -> bool:
    """Whether a line is a label and a name without a colon between: "Lead inspector Ada Marsh HMI"."""
    match = _BARE.fullmatch(squeeze(text))
    if match is None:
        return False
    name = person(match["rest"])
    rest = squeeze(match["rest"])
    return name is not None and rest.startswith(name) and not _TITLED.sub("", rest[len(name) :]).strip(" ,.()–-")


def goes_on(value: str, following: str) -> bool:
    """Whether the name after a label is cut and its end stands on the next line, before the inspector's title."""
    return not _TITLED.search(value) and len(value.split()) < 4 and bool(_REST.match(following))


def _signature(lines: Sequence[Strip]) -> Named | None:
    closing = next((at for at, line in enumerate(lines) if fold(line.text).startswith("yours sincerely")), None)
    if closing is None:
        return None
    after = lines[closing + 1 : closing + _AFTER]
    signed = any(_TITLED.search(line.text) for line in after)
    for line in after if signed else ():
        name = person(line.text)
        if name and not _TITLED.match(line.text):
            return name, line.place
    return None
