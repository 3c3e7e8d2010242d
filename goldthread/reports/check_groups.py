"""What the checks find, for a page: by theme and check, with why it matters and what to do, and a few numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goldthread.common.text import shorten
from goldthread.reports.map.checklist import THEMES
from goldthread.reports.map.keys import Keys, item_key
from goldthread.reports.map.words import full_stop, sentence
from goldthread.reports.rows import Option
from goldthread.thread.checks.base import REGISTERED, SEVERITIES, CheckFinding
from goldthread.thread.picture import Picture

SEVERITY_WORDS: Mapping[str, str] = {"error": "Most serious", "warning": "Likely to break", "note": "Better put otherwise"}
"""What each severity means, the gravest first."""
_PLAN = "plan"
_WORDS_OF_PLAN = "The plan as a whole"
_SETTINGS = re.compile(r" \(goldthread\.toml\b[^)]*\)")
"""Where advice names the file of settings that stands beside a paper; a stored plan has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One finding of a check. key: JSON Pointer of what it speaks of, None for the whole plan; do: only where it is not the usual advice.

    concerns: where it speaks of the whole plan, the ref and key of each item or finding that it names. items: keys of every item that it
    speaks of, stands in or concerns.
    """

    code: str
    severity: str
    key: str | None
    where: str
    message: str
    do: str
    concerns: tuple[tuple[str, str], ...]
    items: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The findings of one check, all of them in ``count`` and as many as were asked for in ``spots``."""

    code: str
    title: str
    severity: str
    severity_words: str
    why: str
    source: str
    do: str
    count: int
    spots: tuple[Spot, ...]

    @property
    def left(self) -> int:
        """How many are not among the spots."""
        return self.count - len(self.spots)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The checks of one hundred of codes."""

    name: str
    anchor: str
    groups: tuple[Group, ...]


def placed(picture: Picture, findings: Iterable[CheckFinding]) -> tuple[Spot, ...]:
    """The findings, each with what it speaks of."""
    keys = Keys(picture)
    return tuple(_spot(finding, keys) for finding in findings)


def _spot(finding: CheckFinding, keys: Keys) -> Spot:
    of_plan = finding.where == _PLAN
    key = None if of_plan else keys.of(finding)
    concerns = tuple((ref, keys.by_ref[ref]) for ref in dict.fromkeys(finding.refs) if ref in keys.by_ref) if of_plan else ()
    named = (_item(one) for one in (key, *(key for _ref, key in concerns)) if one)
    return Spot(
        code=finding.code,
        severity=finding.severity,
        key=key,
        where=_WORDS_OF_PLAN if of_plan else sentence(finding.where.replace(":", ", ")),
        message=full_stop(sentence(finding.message)),
        do="" if finding.do == REGISTERED[finding.code].do else _advice(finding.do),
        concerns=concerns,
        items=frozenset(one for one in named if one),
    )


def _item(key: str) -> str | None:
    """The key of the item that a thing is or stands in."""
    found = re.match(r"/plan/items/\d+", key)
    return found[0] if found else None


def _advice(do: str) -> str:
    return full_stop(sentence(_SETTINGS.sub("", do)))


def in_themes(spots: Sequence[Spot], *, most: int | None = None) -> tuple[Theme, ...]:
    """The findings by theme and check, the gravest check of a theme first; of each check no more of them than ``most``."""
    by_code: dict[str, list[Spot]] = {}
    for spot in spots:
        by_code.setdefault(spot.code, []).append(spot)
    found = []
    for prefix, name in THEMES.items():
        groups = sorted((_group(code, by_code[code], most) for code in by_code if code.startswith(prefix)), key=_gravest)
        if groups:
            found.append(Theme(name=name, anchor=f"theme-{prefix.lower()}", groups=tuple(groups)))
    return tuple(found)


def _gravest(group: Group) -> tuple[int, str]:
    return SEVERITIES.index(group.severity), group.code


def _group(code: str, spots: Sequence[Spot], most: int | None) -> Group:
    check = REGISTERED[code]
    return Group(
        code=code,
        title=check.title,
        severity=check.severity,
        severity_words=SEVERITY_WORDS[check.severity],
        why=full_stop(check.why),
        source=check.source,
        do=_advice(check.do),
        count=len(spots),
        spots=tuple(spots[:most]),
    )


# --- choosing


def by_severity(spots: Iterable[Spot]) -> dict[str, int]:
    """How many findings there are of each severity, the gravest first, those of none left out."""
    counts = Counter(spot.severity for spot in spots)
    return {severity: counts[severity] for severity in SEVERITIES if counts[severity]}


def chosen(spots: Iterable[Spot], *, severity: str = "", code: str = "", item: str = "") -> list[Spot]:
    """The findings of a severity, of checks whose code begins so, and of the item with that key and what stands in it; empty: of all."""
    return [spot for spot in spots if severity in ("", spot.severity) and spot.code.startswith(code) and (not item or item in spot.items)]


def severity_options(spots: Iterable[Spot]) -> list[Option]:
    """Every severity that there is, the gravest first."""
    return [Option(value=severity, label=SEVERITY_WORDS[severity], count=number) for severity, number in by_severity(spots).items()]


def code_options(spots: Iterable[Spot]) -> list[Option]:
    """Every check that finds something, by code."""
    counts = Counter(spot.code for spot in spots)
    return [Option(value=code, label=f"{code} {REGISTERED[code].title}", count=counts[code]) for code in sorted(counts)]


def item_options(spots: Iterable[Spot], picture: Picture) -> list[Option]:
    """Every item of which something is found, in the plan's order, by its key."""
    counts = Counter(key for spot in spots for key in spot.items)
    keyed = ((item_key(at), item) for at, item in enumerate(picture.plan.items))
    return [Option(value=key, label=shorten(f"{item.ref} {item.text}", 80), count=counts[key]) for key, item in keyed if counts[key]]
