"""Papers handed in: the list, handing in, one paper while it is read and after, the file itself."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldthread.common.text import words_in_list
from goldthread.models import Document, Organisation
from goldthread.operations import documents as operations
from goldthread.queries import documents as queries
from goldthread.queries import history, reviews
from goldthread.queries.reviews import Review
from goldthread.rules import documents as rules
from goldthread.rules import permissions
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.documents import places
from goldthread.web.documents.forms import READ_AS, HandInForm
from goldthread.web.tags.parts import Event

PAPERS_ON_A_PAGE = 20
Status = Document.Status


def fetch(request: Request, pk: int) -> Document:
    """The paper, when this reader may see it; 404 otherwise."""
    return get_object_or_404(queries.visible_to(request.who), pk=pk)


def sent(request: Request) -> QueryDict | None:
    """What a form sent, even when it sent nothing; None when there was no form."""
    return request.POST if request.method == "POST" else None


@require_GET
@needs(Permission.DOCUMENTS_READ)
def documents(request: Request) -> HttpResponse:
    """Papers handed in, newest first."""
    status = request.GET.get("status", "") if request.GET.get("status") in Status.values else ""
    found = queries.visible_to(request.who)
    shown = queries.with_counts(found.filter(status=status) if status else found)
    page = Paginator(shown, PAPERS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": "Papers",
        "page_obj": page,
        "papers": [(paper, places.standing(paper)) for paper in page.object_list],
        "shows": places.shows(queries.by_status(found), status),
        "may_hand_in": permissions.can(request.who, Permission.DOCUMENTS_UPLOAD),
    }
    return render(request, "documents/documents.html", context)


@require_http_methods(["GET", "POST"])
@needs(Permission.DOCUMENTS_UPLOAD)
def new(request: Request) -> HttpResponse:
    """Handing in one or several files. Those that can be taken are; what is wrong with the others is said, and nothing typed is lost."""
    form = HandInForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        taken = list(_take(request, form))
        if not form.errors:
            return redirect("document", taken[0].pk) if len(taken) == 1 else redirect("documents")
    context = {
        "heading": "Hand in a paper",
        "back": reverse("documents"),
        "form": form,
    }
    return render(request, "documents/new.html", context)


def _take(request: Request, form: HandInForm) -> Iterator[Document]:
    """Each file becomes a paper of its own; one that cannot be taken keeps none of the others out."""
    home, names = queries.home_of(request.who), []
    for file in form.cleaned_data["papers"]:
        try:
            taken = _receive(request, file, form.cleaned_data["read_as"], home)
        except NotPossible as problem:
            form.add_error("papers", f"{file.name}: {problem}")
        else:
            names.append(f"“{taken.name}”")
            yield taken
    if names:
        messages.success(request, f"{words_in_list(names)} {'is' if len(names) == 1 else 'are'} handed in.")


def _receive(request: Request, file: UploadedFile, read_as: str, home: Organisation) -> Document:
    return operations.receive(file=file, name=file.name or "", organisation=home, by=request.who, read_as=read_as)


@require_GET
@needs(Permission.DOCUMENTS_READ)
def document(request: Request, pk: int) -> HttpResponse:
    """One paper: how far its reading is, why it was refused, what was read, or what was made of it.

    A page that waits asks for the first of these again and again; when there is something else to see it is loaded anew.
    """
    paper = fetch(request, pk)
    if "HX-Request" in request.headers:
        return _progress(request, paper)
    read = reviews.read(paper) if paper.status in (Status.READ, Status.ACCEPTED) else None
    told = history.timeline("document", paper.pk)
    context = {
        **places.frame(request.who, paper),
        **_waiting(paper),
        "size": places.size(paper.size),
        "read_as": places.read_as(paper),
        "events": [Event(title=one.title, when=one.at, who=one.by_name, words=one.why) for one in told],
        "review": reviews.of(paper) if read else None,
        "things": places.things(read.picture) if read else "",
        "doubts": _doubts(reviews.of(paper)) if read else "",
        "made": places.made(paper, request.who) if paper.status == Status.ACCEPTED else (),
    }
    return render(request, "documents/document.html", context)


def _doubts(review: Review) -> str:
    """``18 proposals with doubts, and 2 notes about the whole paper``; counted as the review lists them."""
    doubtful, notes = review.count().doubtful, len(review.read.general)
    said = (
        f"{doubtful:,} proposal{'s' * (doubtful != 1)} with doubts" * bool(doubtful),
        f"{notes:,} note{'s' * (notes != 1)} about the whole paper" * bool(notes),
    )
    return ", and ".join(filter(None, said))


def _progress(request: Request, paper: Document) -> HttpResponse:
    if paper.status not in (Status.WAITING, Status.READING):
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "documents/_progress.html", {**places.frame(request.who, paper), **_waiting(paper)})


def _waiting(paper: Document) -> dict[str, Any]:
    now = timezone.now()
    waits = paper.status in (Status.WAITING, Status.READING)
    return {
        "waits": waits,
        "ahead": queries.before_in_turn(paper) if paper.status == Status.WAITING else 0,
        "is_lost": rules.is_lost(paper, now),
        "seconds": places.seconds_since(paper.started_at, now) if paper.status == Status.READING else 0,
        "can_read_again": rules.can_read_again(paper, now),
    }


@require_POST
@needs(Permission.DOCUMENTS_UPLOAD)
def stop(request: Request, pk: int) -> HttpResponse:
    """Ends the reading."""
    paper = operations.stop(document=fetch(request, pk), by=request.who)
    if paper.status == Status.STOPPED:
        messages.success(request, "The reading is stopped. The paper is kept and can be read again.")
    return redirect("document", pk)


@require_POST
@needs(Permission.DOCUMENTS_UPLOAD)
def read_again(request: Request, pk: int) -> HttpResponse:
    """Has it read once more, as a report or a plan when the reader says which it is."""
    read_as = request.POST.get("read_as", "")
    operations.read_again(document=fetch(request, pk), by=request.who, read_as=read_as if read_as in dict(READ_AS) else "")
    return redirect("document", pk)


@require_GET
@needs(Permission.DOCUMENTS_READ)
def file(request: Request, pk: int) -> FileResponse:
    """The file as it was handed in: to keep, never to be shown by a browser. Who took it stands in the history."""
    paper = fetch(request, pk)
    operations.opened(document=paper, by=request.who)
    return FileResponse(paper.file.open("rb"), as_attachment=True, filename=paper.name, content_type="application/octet-stream")
