"""Which inspection framework a report was made under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from goldthread.common.places import Place
from goldthread.common.text import fold
from goldthread.intake.report.authority import is_title, titled
from goldthread.intake.report.lines import Strip
from goldthread.thread import frameworks

_FORMS = (
    ("cqc-asc", re.compile(r"local authority assessment|quality statement scores|adult social care assessment")),
    ("jtai", re.compile(r"joint targeted area (?:re-?)?inspection|\bjtai\b.{0,40}inspection of|joint area child protection inspection")),
    (
        "send-2016",
        re.compile(
            r"joint (?:local )?area (?:send|special educational needs)[^.]{0,40} (?:inspection|revisit)"
            r"|joint inspection of the local area of|(?:revisit|visit)ed? (?:of "
            r"|to )?the (?:local )?area of .{3,40} to (?:decide|check) whether"
        ),
    ),
    ("send-2023", re.compile(r"area send (?:full |monitoring )?inspection|local area partnership")),
    ("unannounced", re.compile(r"unannounced inspection of contact, referral and assessment")),
    ("protection", re.compile(r"inspection of (?:local authority )?arrangements for the protection of children")),
    ("police", re.compile(r"national child protection (?:post-)?inspection")),
    ("youth-justice", re.compile(r"inspection of (?:the )?(?:.{3,30} )?youth (?:justice|offending)")),
    (
        "slac-2009",
        re.compile(r"safeguarding and looked after children('s)? (?:services|inspection)|inspection of safeguarding and looked after"),
    ),
    (
        "sif-2013",
        re.compile(r"services for children in need of help and protection|effectiveness of the local safeguarding children board"),
    ),
    (
        "ilacs",
        re.compile(
            r"local authority children's services|children's social care services|children's services|focused visit|monitoring visit"
        ),
    ),
)
_OTHER_NAMES = {
    "send-2016": "Joint local area special educational needs and/or disabilities inspection",
    "unannounced": "Unannounced inspection of contact, referral and assessment arrangements",
    "protection": "Inspection of local authority arrangements for the protection of children",
    "early-visit": "Monitoring visit of children's services",
    "police": "National child protection inspection of a police force",
    "youth-justice": "Inspection of youth justice services",
}
_INSPECTORATES = (
    ("Ofsted", r"\bofsted\b"),
    ("Care Quality Commission", r"\bcare quality commission\b|\bcqc\b"),
    (
        "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services",
        r"inspectorate of constabulary|\bhmicfrs\b|\bhmic\b",
    ),
    ("His Majesty's Inspectorate of Probation", r"inspectorate of probation|\bhmi ?probation\b|\bhmip\b"),
    ("Estyn", r"\bestyn\b"),
)
_FRONT = 60
_ILACS_BEGINS = frameworks.get("ilacs-2018").in_use_from or date.min  # letters before it are of no framework known here


@dataclass(frozen=True, slots=True)
class Recognised:
    """code: of ``thread.frameworks`` or ``other``, None when nothing tells. place: of the words that tell."""

    code: str | None
    name: str | None
    inspectorates: tuple[str, ...]
    place: Place | None


def recognise(lines: Sequence[Strip], areas: Sequence[str], day: date | None) -> Recognised:
    """The framework, from the words of the first pages, the areas that are judged and the day of the inspection."""
    family, place = _family(lines)
    if family == "ilacs" and day and day < _ILACS_BEGINS and not areas:
        family = "early-visit"
    if family in _OTHER_NAMES:
        return Recognised(frameworks.OTHER, _OTHER_NAMES[family], _named(lines), place)
    code = _ilacs(areas, day) if family == "ilacs" else family
    framework = frameworks.find(code)
    if framework is None:
        return Recognised(None, None, _named(lines), None)
    named = _named(lines) if code == "jtai" else ()
    return Recognised(code, framework.name, named or framework.inspectorates, place)


def _family(lines: Sequence[Strip]) -> tuple[str | None, Place | None]:
    """The form whose words come first; a title's words count before those of prose, which may speak of other inspections."""
    front = lines[:_FRONT]
    joined = [fold(" ".join(other.text for other in front[at : at + 3])) for at in range(len(front))]
    titles = [at for at in range(len(front)) if titled(front, at) or is_title(" ".join(line.text for line in front[at : at + 2]))]
    for at in titles:
        if family := _in_title(front, at):
            return family, front[at].place
    best: tuple[int, int, str, Place] | None = None
    for order, (family, form) in enumerate(_FORMS):
        found = next((at for at, text in enumerate(joined) if form.search(text)), None)
        if found is not None and (best is None or (found // 12, order) < best[:2]):
            best = (found // 12, order, family, front[found].place)
    return (best[2], best[3]) if best else (None, None)


def _in_title(front: Sequence[Strip], at: int) -> str | None:
    """The form that a title's own lines tell: short ones that end no sentence."""
    own = takewhile(lambda line: len(line.text) < 220 and not line.text.endswith("."), front[at : at + 3])
    text = fold(" ".join(line.text for line in own))
    return next((family for family, form in _FORMS if form.search(text)), None)


def _ilacs(areas: Sequence[str], day: date | None) -> str | None:
    """What is judged tells the edition; where nothing is judged, the day does."""
    words = {fold(area).removeprefix("the ") for area in areas}
    if any(area.endswith("children in care and care leavers") for area in words):
        return "ilacs-2018"
    if any(area.endswith("care leavers") for area in words):
        overall = any(area.startswith("overall") for area in words)
        edition = frameworks.get("ilacs-2026")
        return "ilacs-2026" if not overall and day and edition.covers(day) else "ilacs-2023"
    if day is None:
        return None
    editions = ("ilacs-2026", "ilacs-2023", "ilacs-2018")
    return next((code for code in editions if frameworks.get(code).covers(day)), None)


def _named(lines: Sequence[Strip]) -> tuple[str, ...]:
    text = fold(" ".join(line.text for line in lines))
    return tuple(name for name, form in _INSPECTORATES if re.search(form, text))
