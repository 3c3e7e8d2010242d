"""What pages show of the history, as parts."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from goldthread.queries.history import Still, Told
from goldthread.queries.telling import Change
from goldthread.web.tags.parts import Event

_PAGES = {"action": "action", "board": "board", "document": "document", "inspection": "inspection", "person": "person"}
"""Kinds of things that have a page by their number, and its name."""


_SAID_WHOLE = frozenset({"role", "membership", "organisation"})
"""Kinds of which the sentence says everything."""


def happened(events: Iterable[Told]) -> list[Event]:
    """Events below one another, as on the page of the thing that they are about."""
    return [Event(title=told.words, when=told.at, who=told.by_name, words=_beside(told)) for told in events]


def linked(events: Iterable[Told], still: Still) -> list[Event]:
    """The same with links to what each is about, where that is still there."""
    return [Event(title=told.words, when=told.at, who=_by(told), words=_beside(told), href=_page(told, still)) for told in events]


def _by(told: Told) -> str:
    if told.is_own:
        return ""
    return told.by_name or "Goldthread by itself"


def _page(told: Told, still: Still) -> str | None:
    if (told.kind, told.target_id) not in still.things:
        return None
    if told.kind in _PAGES:
        return reverse(_PAGES[told.kind], args=[told.target_id])
    if told.plan_id not in still.plans:
        return None
    reference = still.plans[told.plan_id]
    return reverse("plan", args=[reference]) if told.kind == "plan" else reverse("item", args=[reference, told.target_id])


def _beside(told: Told) -> SafeString:
    """The reason, and the changes where the sentence does not hold them all."""
    reason = format_html("<p>Reason: {}</p>", told.why) if told.why else SafeString("")
    changes = _changes(told.changes) if len(told.changes) > 1 and told.kind not in _SAID_WHOLE else SafeString("")
    return reason + changes


def _changes(changes: Iterable[Change]) -> SafeString:
    rows = format_html_join("", "<li>{}: {}</li>", ((change.label, _said(change)) for change in changes))
    content = format_html('<ul class="govuk-list">{}</ul>', rows)
    return render_to_string("components/details.html", {"content": content, "summary": "What changed"})


def _said(change: Change) -> str:
    if change.was and change.now:
        return f"from {change.was} to {change.now}"
    return change.now or f"{change.was}, taken away"
