"""Accepting what was decided, as one operation, and taking that back."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldthread.common.text import words_in_list
from goldthread.models import Document, Inspection
from goldthread.operations import documents as operations
from goldthread.queries import inspections, reviews
from goldthread.queries.reviews import Review
from goldthread.rules import documents as rules
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.documents import places
from goldthread.web.documents.forms import AcceptForm, Doubts, UndoForm
from goldthread.web.documents.views import fetch, sent

MOST_LISTED = 100
"""Changes and refusals that are listed one by one; the review holds all."""
MOST_INSPECTIONS = 30


@require_http_methods(["GET", "POST"])
@needs(Permission.DOCUMENTS_UPLOAD)
def accept(request: Request, pk: int) -> HttpResponse:
    """What will be made, to be checked; then it is made."""
    paper = fetch(request, pk)
    if paper.status == Document.Status.ACCEPTED and request.method == "GET":
        return redirect("document", pk)
    rules.check_can_decide(request.who, paper)
    review = reviews.of(paper)
    outcome = reviews.outcome(review)
    form = AcceptForm(_choices(request) if outcome.needs_inspection else {}, _doubts(review), sent(request))
    context = {**_context(request, review, outcome), "form": form}
    if request.method == "GET" or not form.is_valid():
        return render(request, "documents/accept.html", context)
    try:
        operations.accept(document=paper, by=request.who, answers=form.answers, confirmed=form.confirmed)
    except NotPossible as problem:
        rules.check_can_decide(request.who, fetch(request, pk))  # somebody else may have accepted it meanwhile
        return render(request, "documents/accept.html", {**context, "errors": [str(problem)]}, status=409)
    messages.success(request, f"“{paper.name}” is accepted.")
    return redirect("document", pk)


def _doubts(review: Review) -> Doubts:
    """What is to be confirmed, by the inspection chosen; nothing while something is undecided, as nothing can be accepted then."""
    if review.count().open:
        return lambda _chosen: ()
    try:
        picture = operations.outcome(review.document)
    except NotPossible:  # which accepting says
        return lambda _chosen: ()
    return lambda chosen: operations.doubts(picture, review.document, chosen)


def _choices(request: Request) -> dict[int, Inspection]:
    """Inspections that a plan may answer, newest first."""
    found: QuerySet[Inspection] = inspections.visible_to(request.who).order_by("-ended_on", "-published_on", "-pk")
    return {one.pk: one for one in found[:MOST_INSPECTIONS]}


def _context(request: Request, review: Review, outcome: reviews.Outcome) -> dict[str, object]:
    count = review.count()
    sure = count.open - count.open_doubtful
    return {
        **places.frame(request.who, review.document, "Review", "Check and accept"),
        "count": count,
        "stands_alone": outcome.needs_inspection,
        "makes": words_in_list(f"{number:,} {words}" for number, words in outcome.makes),
        "changed": reviews.changed(review)[:MOST_LISTED],
        "refused": reviews.refused(review)[:MOST_LISTED],
        "accept_words": f"Accept {count.accepted:,} {'proposal' if count.accepted == 1 else 'proposals'}",
        "rest_words": f"Accept the other {sure:,}{' without doubts' if count.open_doubtful else ''} and go on" if sure else "",
        "doubted": reviews.accepted_with_doubts(review),
        "first_open": reverse("document_review", args=[review.document.pk]),
    }


@require_http_methods(["GET", "POST"])
@needs(Permission.DOCUMENTS_UPLOAD)
def undo(request: Request, pk: int) -> HttpResponse:
    """Takes an acceptance back, after asking why; a page says so when somebody has worked on what it made."""
    paper = fetch(request, pk)
    form = UndoForm(sent(request))
    context = {**places.frame(request.who, paper, "Take the acceptance back"), "form": form, "made": places.made(paper, request.who)}
    try:
        rules.check_can_undo(request.who, paper)
        if request.method == "POST" and form.is_valid():
            operations.undo(document=paper, by=request.who, why=form.cleaned_data["why"])
            messages.success(request, "The acceptance is taken back. The review stands as it was.")
            return redirect("document", pk)
    except NotPossible as problem:
        return render(request, "documents/undo.html", {**context, "form": None, "problem": str(problem)}, status=409)
    return render(request, "documents/undo.html", context)
