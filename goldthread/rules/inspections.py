"""Inspections: what each is called, and when two reports are of one."""

from collections.abc import Iterable

from goldthread.common.dates import PartDate, spoken
from goldthread.common.text import fold
from goldthread.models import Inspection
from goldthread.rules import authorities
from goldthread.thread import frameworks
from goldthread.thread.picture import Inspection as Facts


def title(inspection: Inspection) -> str:
    """``ILACS 2023 inspection, February 2025``."""
    day = inspection.ended_on or inspection.started_on or inspection.published_on
    kind = framework_words(inspection)
    return (f"{kind} inspection" if kind else "Inspection") + (f", {spoken(PartDate(day.isoformat()[:7]))}" if day else "")


def named(inspection: Inspection) -> str:
    """Its title after its authority: ``Northmere: ILACS 2023 inspection, February 2025``."""
    return f"{inspection.authority or 'Authority not printed'}: {title(inspection)}"


def framework_words(inspection: Inspection) -> str:
    """The short name of its framework, as printed where it is not known; empty where none is printed."""
    known = frameworks.find(inspection.framework)
    return known.short_name if known else inspection.framework_name or ""


def held_already(facts: Facts, held: Iterable[Inspection]) -> Inspection | None:
    """The inspection that a report is of, where it is among those held: the same authority, framework and dates.

    Dates are the same when one at least is printed by both and none differs; a reading may have missed one.
    """
    return next((one for one in held if _is_of(facts, one)), None)


def _is_of(facts: Facts, held: Inspection) -> bool:
    pairs = ((facts.started, held.started_on), (facts.ended, held.ended_on), (facts.published, held.published_on))
    both = [(one, other) for one, other in pairs if one and other]
    return (
        authorities.is_same(facts.authority, held.authority)
        and _framework(facts.framework, facts.framework_name) == _framework(held.framework, held.framework_name)
        and bool(both)
        and all(one == other for one, other in both)
    )


def _framework(code: str | None, printed: str | None) -> str:
    """A known framework's code; what is printed where there is none."""
    return code if code and frameworks.find(code) else fold(printed or "")
