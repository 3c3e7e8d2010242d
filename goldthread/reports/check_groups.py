"""What the checks find, for a page: by theme and check, with why it matters and what to do, and a few numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goldthread.common.text import shorten
from goldthread.reports.map.checklist import check_line, themes
from goldthread.reports.map.content import CheckLine
from goldthread.reports.map.keys import Keys, item_key
from goldthread.reports.map.words import full_stop, sentence
from goldthread.reports.rows import Option
from goldthread.thread.checks.base import REGISTERED, SEVERITIES, CheckFinding
from goldthread.thread.picture import Picture

SEVERITY_WORDS: Mapping[str, str] = {"error": "Thread broken", "warning": "Likely to break", "note": "Better put otherwise"}
"""What each severity means, the gravest first."""
_PLAN = "The plan as a whole"
_SETTINGS = re.compile(r" \(goldthread\.toml\b[^)]*\)")
"""Where advice names the file of settings that stands beside a paper; a stored plan has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One finding of a check. key: JSON Pointer of what it speaks of, None for the whole plan; do: advice that is not the usual."""

    key: str | None
    where: str
    message: str
    do: str
    place: str
    quote: str


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
    count: int
    groups: tuple[Group, ...]


def placed(picture: Picture, findings: Iterable[CheckFinding]) -> tuple[CheckLine, ...]:
    """The findings with the JSON Pointer of what each speaks of as ``href``."""
    keys = Keys(picture)
    return tuple(check_line(finding, keys.of(finding)) for finding in findings)


def in_themes(lines: Sequence[CheckLine], *, most: int | None = None) -> tuple[Theme, ...]:
    """The findings by theme and check, the gravest check of a theme first; of each check no more spots than ``most``."""
    return tuple(
        Theme(
            name=theme.name,
            anchor=theme.anchor,
            count=theme.count,
            groups=tuple(_group(group.code, group.lines, most) for group in theme.groups),
        )
        for theme in themes(lines)
    )


def by_severity(lines: Iterable[CheckLine]) -> dict[str, int]:
    """How many findings there are of each severity, the gravest first, those of none left out."""
    counts = Counter(line.severity for line in lines)
    return {severity: counts[severity] for severity in SEVERITIES if counts[severity]}


def chosen(lines: Iterable[CheckLine], *, severity: str = "", code: str = "", item: str = "") -> list[CheckLine]:
    """The findings of a severity, of checks whose code begins so, and of the item with that key and what stands in it; empty: of all."""
    return [
        line for line in lines if severity in ("", line.severity) and line.code.startswith(code) and (not item or _item_of(line) == item)
    ]


def _item_of(line: CheckLine) -> str | None:
    """The key of the item that a finding speaks of or stands in."""
    found = re.match(r"/plan/items/\d+", line.href or "")
    return found[0] if found else None


def severity_options(lines: Iterable[CheckLine]) -> list[Option]:
    """Every severity that there is, the gravest first."""
    return [Option(value=severity, label=SEVERITY_WORDS[severity], count=number) for severity, number in by_severity(lines).items()]


def code_options(lines: Iterable[CheckLine]) -> list[Option]:
    """Every check that finds something, by code."""
    counts = Counter(line.code for line in lines)
    return [Option(value=code, label=f"{code} {REGISTERED[code].title}", count=counts[code]) for code in sorted(counts)]


def item_options(lines: Iterable[CheckLine], picture: Picture) -> list[Option]:
    """Every item of which something is found, in the plan's order, by its key."""
    counts = Counter(key for line in lines if (key := _item_of(line)))
    keyed = ((item_key(at), item) for at, item in enumerate(picture.plan.items))
    return [Option(value=key, label=shorten(f"{item.ref} {item.text}", 80), count=counts[key]) for key, item in keyed if counts[key]]


def _group(code: str, lines: Sequence[CheckLine], most: int | None) -> Group:
    check = REGISTERED[code]
    return Group(
        code=code,
        title=check.title,
        severity=check.severity,
        severity_words=SEVERITY_WORDS[check.severity],
        why=full_stop(check.why),
        source=check.source,
        do=_advice(check.do),
        count=len(lines),
        spots=tuple(_spot(line, check.do) for line in lines[:most]),
    )


def _spot(line: CheckLine, usual: str) -> Spot:
    return Spot(
        key=line.href,
        where=_PLAN if line.where == "plan" else sentence(line.where.replace(":", ", ")),
        message=full_stop(sentence(line.message)),
        do="" if line.do == usual else _advice(line.do),
        place=line.quote.where if line.quote else "",
        quote=(line.quote.words or "") if line.quote else "",
    )


def _advice(do: str) -> str:
    return full_stop(sentence(_SETTINGS.sub("", do)))
