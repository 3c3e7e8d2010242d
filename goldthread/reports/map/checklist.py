"""The checks' findings, by theme and check, each with the place on the page it speaks of."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from goldthread.reports.map.content import CheckGroup, CheckLine, Theme
from goldthread.reports.map.words import quotes
from goldthread.thread.checks.base import SEVERITIES, CheckFinding

THEMES: Mapping[str, str] = {
    "GT7": "Coverage of findings",
    "GT3": "Dates",
    "GT2": "People",
    "GT5": "Evidence",
    "GT4": "Outcomes and measures",
    "GT6": "Boards",
    "GT1": "Structure",
    "GT8": "Language",
}
"""Hundreds of check codes, in the order a reader needs them: what is left out, late, unled and unproved comes first."""


Find = Callable[[str, Iterable[str]], str | None]
"""From a place that checks print, and the refs concerned, to its id or key."""


def check_lines(findings: Iterable[CheckFinding], find: Find) -> tuple[CheckLine, ...]:
    """Every check finding with the id of its place, None where it speaks of the whole plan."""
    return tuple(check_line(finding, find(finding.where, finding.refs)) for finding in findings)


def check_line(finding: CheckFinding, href: str | None) -> CheckLine:
    """One check finding with the id or key of its place."""
    return CheckLine(
        code=finding.code,
        title=finding.title,
        where=finding.where,
        message=finding.message,
        do=finding.do,
        severity=finding.severity,
        href=href,
        quote=next(iter(quotes("place", finding.place)), None),
    )


def by_place(lines: Iterable[CheckLine]) -> dict[str, list[CheckLine]]:
    """The check findings by the id of the place they speak of."""
    found: dict[str, list[CheckLine]] = {}
    for line in lines:
        if line.href:
            found.setdefault(line.href, []).append(line)
    return found


def _group(code: str, lines: Sequence[CheckLine]) -> CheckGroup:
    first = lines[0]
    return CheckGroup(code=code, title=first.title, severity=first.severity, anchor=f"check-{code.lower()}", lines=tuple(lines))


def _gravest(group: CheckGroup) -> tuple[int, str]:
    return SEVERITIES.index(group.severity) if group.severity in SEVERITIES else len(SEVERITIES), group.code


def themes(lines: Sequence[CheckLine]) -> tuple[Theme, ...]:
    """The checks by theme, the gravest first; a code of no known theme stands under ``Other``."""
    by_code: dict[str, list[CheckLine]] = {}
    for line in lines:
        by_code.setdefault(line.code, []).append(line)
    known = [*THEMES.items(), ("", "Other")]
    found = []
    for prefix, name in known:
        codes = [code for code in by_code if (code[:3] == prefix if prefix else code[:3] not in THEMES)]
        if codes:
            members = tuple(sorted((_group(code, by_code[code]) for code in codes), key=_gravest))
            found.append(Theme(name=name, anchor=f"theme-{prefix.lower() or 'other'}", groups=members))
    return tuple(found)
