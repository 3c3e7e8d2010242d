"""The glossary: what plans mean by their words, and which acronyms nothing explains."""

from collections.abc import Sequence
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldthread.models import Plan
from goldthread.queries import glossary as queries
from goldthread.queries import plans
from goldthread.queries.glossary import Entry
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.glossary.forms import GlossaryFilter

Letter = tuple[str, str, list[Entry]]
"""A letter, its id on the page, and the terms that begin with it."""


@require_safe
@needs(Permission.GLOSSARY_READ)
def glossary(request: Request) -> HttpResponse:
    """Every term that the reader's plans explain, by letter; with a plan chosen, or one only, the acronyms that it leaves unexplained."""
    seen = list(plans.visible_to(request.who))
    chooser = GlossaryFilter(request.GET, seen)
    reference = chooser.chosen.get("plan", "")
    found = queries.entries(request.who, plan=reference, typed=chooser.chosen.get("words", ""))
    whole = list(plans.whole_to(request.who))
    asked = _asked(whole, reference)
    context = {
        "heading": "Glossary",
        "chooser": chooser,
        "letters": _letters(found),
        "total": len(found),
        "several": sum(len(entry.meanings) > 1 for entry in found),
        "several_plans": len(seen) > 1,
        "asked": asked,
        "unexplained": queries.unexplained(asked) if asked else (),
        "may_ask": len(whole) > 1 and not reference,
    }
    return render(request, "glossary/glossary.html", context)


def _asked(whole: Sequence[Plan], chosen: str) -> Plan | None:
    """The plan whose acronyms are listed: the chosen one, or the only one."""
    if chosen:
        return next((plan for plan in whole if plan.reference == chosen), None)
    return whole[0] if len(whole) == 1 else None


def _letters(found: Sequence[Entry]) -> list[Letter]:
    """Letters in order; figures and signs last."""
    ordered = sorted(found, key=lambda entry: (not entry.letter.isalpha(), entry.letter))
    grouped = ((letter, list(entries)) for letter, entries in groupby(ordered, key=lambda entry: entry.letter))
    return [(letter, f"letter-{letter.lower()}" if letter.isalpha() else "letter-others", entries) for letter, entries in grouped]
