"""Checks of a plan: GT codes, each one small function on a picture.

Belongs here: whatever can be said of a picture from the picture alone, on a day that is passed in.
Does not belong here: reading files, printing (``reports.check_output``), asking what today is.

Adding one: pick the module of its hundred (structure GT1, people GT2, dates GT3, outcomes GT4, evidence GT5, boards GT6,
coverage GT7, language GT8) and the next free code there; a code is never reused, not even after its check is gone. Write a
function that takes a ``Subject`` and yields ``Hit``s, and enter it with ``@check``: title, why, source, the usual advice, a
bad example that it flags and a good one that it does not (a test runs both). Then write the truth table of what it must not
flag in ``tests/unit/thread/checks``: a false alarm costs more trust than a missed fault. What depends on a plan's own habits
is a setting in ``Config``.

    from goldthread.thread import checks
    for finding in checks.run(picture, as_at=date(2026, 3, 31), ignore=("GT8",)):
        print(finding.line("plan.docx"))
"""

from collections.abc import Iterable, Sequence
from datetime import date

from goldthread.common.errors import Refused
from goldthread.thread.checks import boards, coverage, dates, evidence, language, outcomes, people, structure
from goldthread.thread.checks.base import EXAMPLE_DAY, REGISTERED, Check, CheckFinding, Subject
from goldthread.thread.checks.config import CONFIG_NAME, Config, from_toml
from goldthread.thread.picture import Picture

__all__ = ["CONFIG_NAME", "EXAMPLE_DAY", "THEMES", "Check", "CheckFinding", "Config", "all_checks", "chosen", "from_toml", "run"]

THEMES = {
    module.__name__.rsplit(".", 1)[1]: (module.__doc__ or "").split(": ", 1)[1].strip()
    for module in (structure, people, dates, outcomes, evidence, boards, coverage, language)
}
"""What each hundred asks, by its module's name, GT1xx first."""


def all_checks() -> tuple[Check, ...]:
    """Every check, by code."""
    return tuple(REGISTERED[code] for code in sorted(REGISTERED))


def chosen(select: Sequence[str] = (), ignore: Iterable[str] = ()) -> tuple[Check, ...]:
    """Checks whose code begins with something selected (all when nothing is) and with nothing ignored.

    Raises Refused when a selection or an omission fits no check.
    """
    ignored = tuple(ignore)
    for prefix in (*select, *ignored):
        if not prefix or not any(code.startswith(prefix) for code in REGISTERED):
            raise Refused(
                f"No check has a code that begins with “{prefix}”. Codes run from GT101 to {max(REGISTERED)}; GT3 means all of GT3xx."
            )
    return tuple(entry for entry in all_checks() if entry.code.startswith(tuple(select) or "GT") and not entry.code.startswith(ignored))


def run(
    picture: Picture, *, as_at: date, select: Sequence[str] = (), ignore: Sequence[str] = (), config: Config | None = None
) -> tuple[CheckFinding, ...]:
    """Everything the chosen checks find in a picture on a day: the plan as a whole first, then item by item, then findings.

    select, ignore: codes or their beginnings. select wins over the configuration's; what either ignores is ignored. The day is
    as_at whatever the configuration says, so that a caller decides. Raises Refused for a code that no check has.
    """
    settings = config or Config()
    subject = Subject(picture=picture, as_at=as_at, config=settings)
    entries = chosen(tuple(select) or settings.select, (*ignore, *settings.ignore))
    found = [finding for entry in entries for finding in entry.run(subject)]
    order = _order(subject)
    return tuple(sorted(found, key=lambda finding: (order.get(finding.where, len(order)), finding.code)))


def _order(subject: Subject) -> dict[str, int]:
    """Every place that a check may name, in reading order."""
    named = ["plan"]
    for item in subject.picture.plan.items:
        named.append(f"item {item.ref}")
        named.extend(f"item {item.ref}:outcome {position}" for position, _ in enumerate(item.outcomes, 1))
        named.extend(line.where for line in subject.lines_of(item))
    return {where: position for position, where in enumerate(dict.fromkeys(named))}
