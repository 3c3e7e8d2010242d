"""Changing an action: a page each for its date, its leads, its rating and its progress.

Each follows the same way: read what was typed, see whether somebody else was first, let the person check what is hard to undo, do it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldthread.common.dates import spoken
from goldthread.common.text import squeeze, words_in_list
from goldthread.models import Action
from goldthread.operations import actions as operations
from goldthread.operations.actions import NewLead
from goldthread.queries import actions, history, people
from goldthread.reports.map.marks import key_marks
from goldthread.rules import actions as rules
from goldthread.rules import due_dates
from goldthread.rules.errors import ChangedMeanwhile, NotPossible
from goldthread.rules.permissions import Permission
from goldthread.thread.picture import StatusKey
from goldthread.web.access import Request, needs
from goldthread.web.actions import showing
from goldthread.web.actions.forms import SPARE, UNRATED, ChangeForm, ConfirmForm, DueDateForm, LeadsForm, ProgressForm, RatingForm
from goldthread.web.actions.views import fetched
from goldthread.web.tags.parts import Fact

_METHODS = ["GET", "HEAD", "POST"]
CHECK, SAVE, EDIT = "check", "save", "edit"
"""What a form is sent for: to be checked by the person, to be done, to be typed in again."""


@require_http_methods(_METHODS)
@needs(Permission.PLANS_READ)
def due_date(request: Request, pk: int) -> HttpResponse:
    """When the action is due: typed, checked, then set as a new revision."""
    row = fetched(request.who, pk)
    rules.check_can_change_date(request.who, row)
    latest = showing.latest(row)
    recurrence = latest.recurrence if latest else None
    form = DueDateForm(request.POST or None, initial={"version": row.version, "recurrence": recurrence or ""}, recurrence=recurrence)
    if overtaken := _overtaken(request, row, form):
        return overtaken
    told = actions.threaded(row, request.who.on)
    context = {"row": row, "ref": told.action.ref, "now": showing.dates(latest) if latest else "No date", "told": told}
    if not _goes_on(request, form):
        return _typed(request, row, form, "actions/due_date.html", "Change due date", context)
    given, earlier = form.cleaned_data, [one.due.dates for one in showing.revisions(row)]
    dates = given["due"].dates
    cautions = due_dates.cautions(dates, earlier, limit=told.limit.day if told.limit else None, on=request.who.on)
    confirm = ConfirmForm(request.POST if _step(request) == SAVE else None) if cautions else None
    if _step(request) != SAVE or (confirm and not confirm.is_valid()):
        answers = [*_due_answers(form), Fact(key="Why", value=given["why"])]
        return _checked(request, row, form, "Check the new date", {**context, "answers": answers, "cautions": cautions, "confirm": confirm})
    words = given["words"] or due_dates.spoken_dates(dates)

    def change() -> str:
        operations.change_due_date(
            action=row,
            by=request.who,
            version=given["version"],
            by_when=words,
            dates=dates,
            why=given["why"],
            recurrence=given["recurrence"] or None,
        )
        return f"The due date is {due_dates.spoken_dates(dates)} now"

    return _done(request, row, form, change) or _typed(request, row, form, "actions/due_date.html", "Change due date", context)


def _due_answers(form: DueDateForm) -> list[Fact]:
    given = form.cleaned_data
    dates, last = given["due"].dates, due_dates.due_on(given["due"].dates)
    until = f"In time until {spoken(last)}" if last and len(dates[-1]) == 7 else ""
    return [
        Fact(key="Due", value=due_dates.spoken_dates(dates), note=until),
        Fact(key="Words for the plan", value=given["words"], none="The date alone"),
        Fact(key="Recurs", value=given["recurrence"], none="No: it is done once"),
    ]


@require_http_methods(_METHODS)
@needs(Permission.PLANS_READ)
def leads(request: Request, pk: int) -> HttpResponse:
    """Who leads the action from a day on."""
    row, who = fetched(request.who, pk), request.who
    rules.check_can_change_leads(who, row)
    known = [person for person in people.visible_to(who) if person.is_active]
    held = showing.leading(row, who.on)
    initial: dict[str, Any] = {f"lead_{number}": lead.as_printed for number, lead in enumerate(held, 1)}
    marked = next((str(number) for number, lead in enumerate(held, 1) if lead.responsible), "")
    initial |= {"version": row.version, "on": who.on, "responsible": marked}
    form = LeadsForm(request.POST or None, initial=initial, people=known, action=row, lines=len(held) + SPARE)
    if overtaken := _overtaken(request, row, form):
        return overtaken
    told = actions.threaded(row, who.on)
    context = {"row": row, "ref": told.action.ref, "people": showing.names(known), "is_inferred": row.leads_basis == "filled_down"}
    if not _goes_on(request, form):
        return _typed(request, row, form, "actions/leads.html", "Hand the action over", context)
    given = form.cleaned_data
    if _step(request) != SAVE:
        answers = [*_lead_answers(given["leads"]), Fact(key="From", value=given["on"]), Fact(key="Why", value=given["why"])]
        return _checked(request, row, form, "Check who leads", {**context, "answers": answers})

    def change() -> str:
        operations.change_leads(
            action=row, by=who, version=given["version"], leads=given["leads"], on=given["on"], why=squeeze(given["why"])
        )
        return f"{words_in_list(lead.words for lead in given['leads'])} will lead" if given["on"] > who.on else "The action is handed over"

    return _done(request, row, form, change) or _typed(request, row, form, "actions/leads.html", "Hand the action over", context)


def _lead_answers(given: list[NewLead]) -> list[Fact]:
    several = len(given) > 1
    return [
        Fact(
            key=f"Lead {number}" + (", responsible" if several and lead.responsible else ""),
            value=lead.words,
            note=_known(lead),
        )
        for number, lead in enumerate(given, 1)
    ]


def _known(lead: NewLead) -> str:
    if lead.person:
        return f"{lead.person.name} finds the action under My work"
    return "The words stand by themselves: no one person with an account is known by them"


@require_http_methods(_METHODS)
@needs(Permission.PLANS_READ)
def rating(request: Request, pk: int) -> HttpResponse:
    """How delivery is rated, with the reason."""
    row = fetched(request.who, pk)
    rules.check_can_rate(request.who, row)
    told = actions.threaded(row, request.who.on)
    key = key_marks(told.key)
    now = told.action.rating.word if told.action.rating else UNRATED
    form = RatingForm(request.POST or None, initial={"version": row.version, "rating": now if key or now != UNRATED else ""}, key=key)
    if overtaken := _overtaken(request, row, form):
        return overtaken
    context = {"row": row, "ref": told.action.ref, "mark": told.action.rating, "borne_out": told.action.borne_out.rstrip(".")}
    if not _goes_on(request, form):
        return _typed(request, row, form, "actions/rating.html", "Rate the action", context)
    given = form.cleaned_data
    label = None if given["rating"] == UNRATED else _label(given["rating"], told.key)

    def change() -> str:
        operations.rate(action=row, by=request.who, version=given["version"], rating=label, why=given["why"])
        return f"The action is rated {label}" if label else "The action is not rated now"

    return _done(request, row, form, change) or _typed(request, row, form, "actions/rating.html", "Rate the action", context)


def _label(word: str, key: tuple[StatusKey, ...]) -> str:
    """The key's own label for the word of its mark, which has single spaces."""
    return next((entry.label for entry in key if squeeze(entry.label) == word), word)


@require_http_methods(_METHODS)
@needs(Permission.PLANS_READ)
def progress(request: Request, pk: int) -> HttpResponse:
    """What has happened, added to what was said before."""
    row = fetched(request.who, pk)
    rules.check_can_add_progress(request.who, row)
    form = ProgressForm(request.POST or None, initial={"version": row.version}, parts=list(row.parts.all()))
    if overtaken := _overtaken(request, row, form):
        return overtaken
    context = {"row": row, "ref": actions.threaded(row, request.who.on).action.ref, "last": showing.reported(row)[:1]}
    if not _goes_on(request, form):
        return _typed(request, row, form, "actions/progress.html", "Report progress", context)
    given = form.cleaned_data

    def change() -> str:
        operations.add_progress(
            action=row, by=request.who, version=given["version"], text=given["text"], letter=given.get("letter") or None
        )
        return "Your progress is on record"

    return _done(request, row, form, change) or _typed(request, row, form, "actions/progress.html", "Report progress", context)


# --- the way that all of them go


def _step(request: Request) -> str:
    return str(request.POST.get("step") or CHECK)


def _goes_on(request: Request, form: ChangeForm) -> bool:
    """Whether what was typed can be read and is not to be typed in again."""
    return request.method == "POST" and form.is_valid() and _step(request) != EDIT


def _typed(request: Request, row: Action, form: ChangeForm, template: str, heading: str, more: Mapping[str, Any]) -> HttpResponse:
    """The form."""
    return render(request, template, {**_frame(row, heading, more["ref"]), **more, "form": form})


def _checked(request: Request, row: Action, form: ChangeForm, heading: str, more: Mapping[str, Any]) -> HttpResponse:
    """What was typed, to be looked at before it is done."""
    context = {**_frame(row, heading, more["ref"]), **more, "kept": form.kept(), "version": form.cleaned_data["version"]}
    confirm = more.get("confirm")
    return render(request, "actions/check.html", {**context, "forms": [confirm] if confirm else []})


def _frame(row: Action, heading: str, ref: str) -> dict[str, Any]:
    return {"heading": heading, "caption": f"Action {ref}", "section": "Plans", "back": reverse("action", args=[row.pk])}


def _done(request: Request, row: Action, form: ChangeForm, change: Callable[[], str]) -> HttpResponse | None:
    """Does it and goes back to the action. None when it cannot be done: then the form says why, with everything typed still in it."""
    try:
        said = change()
    except NotPossible as error:
        form.add_error(None, str(error))
        return None
    except ChangedMeanwhile:
        return _overtaken(request, fetched(request.who, row.pk), form)
    messages.success(request, said)
    return HttpResponseRedirect(reverse("action", args=[row.pk]))


def _overtaken(request: Request, row: Action, form: ChangeForm) -> HttpResponse | None:
    """Where somebody else was first: what they changed, and what was typed, to copy or to take over. 409."""
    seen = str(form.data.get("version") or "") if form.is_bound else ""
    if not seen.isdecimal() or int(seen) >= row.version:
        return None
    since = history.timeline("action", row.pk, latest=max(1, row.version - int(seen)))
    typed = [Fact(key=_called(form, name), value=value) for name, value in form.kept().items()]
    context = {"row": row, "events": showing.happened(since), "typed": typed, "kept": form.kept(), "back": reverse("action", args=[row.pk])}
    return render(request, "actions/overtaken.html", {**context, "section": "Plans", "address": request.path}, status=409)


def _called(form: ChangeForm, name: str) -> str:
    """What a sent value is called: its field's label, for one box of several with the box."""
    if name in form.fields:
        return str(form.fields[name].label or name)
    field, _, box = name.rpartition("_")
    return f"{form.fields[field].label} {box}" if field in form.fields else name
