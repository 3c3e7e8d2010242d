"""The review: what was read beside the document's own words, and a decision on each thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldthread.common.text import words_in_list
from goldthread.models import Document
from goldthread.models.document import ProposalDecision as Verdict
from goldthread.operations import documents as operations
from goldthread.queries import excerpts, reviews
from goldthread.queries.excerpts import Beside
from goldthread.queries.reviews import OPEN_WITH_PARENT, PART_OF, PARTS, SHOWS, Part, Review
from goldthread.rules import documents as rules
from goldthread.rules.permissions import Permission
from goldthread.thread.proposals.deciding import ACCEPT, REFUSE, Decision
from goldthread.thread.proposals.fields import Field
from goldthread.thread.proposals.listing import Proposal
from goldthread.web.access import Request, needs
from goldthread.web.documents import places
from goldthread.web.documents.doubts import Doubt, doubt_in_words
from goldthread.web.documents.forms import ChangeForm, DoubtfulForm
from goldthread.web.documents.views import fetch, sent
from goldthread.web.tags.filters import lower_first
from goldthread.web.tags.parts import Tab, Task

ON_A_PAGE = 20
AROUND_A_CHANGE = 3
"""Lines of the document before and after what is being changed."""
_WAS = "was:"
"""Before a path: a hidden field with the decision that the page had shown."""
_SAVED = {Verdict.ACCEPT: "accepted", Verdict.CHANGE: "changed", Verdict.REFUSE: "refused", Verdict.OPEN: "left open"}


def _review(request: Request, pk: int) -> Review:
    """The review of a paper that has been read; 404 while there is none."""
    paper = fetch(request, pk)
    if paper.status not in (Document.Status.READ, Document.Status.ACCEPTED):
        raise Http404
    return reviews.of(paper)


# The overview


@require_GET
@needs(Permission.DOCUMENTS_READ)
def overview(request: Request, pk: int) -> HttpResponse:
    """Every part with how far it is decided, the doubts that concern the whole paper, and what can be done with all at once."""
    review = _review(request, pk)
    count = review.count()
    sure = count.open - count.open_doubtful
    context = {
        **places.frame(request.who, review.document, "Review"),
        "count": count,
        "standing": _standing(count),
        "sure_words": _sure_words(sure, count.open_doubtful),
        "doubtful": [_show(review, part, "doubts", "", part.title) for part, of in review.parts if of.open_doubtful],
        "tasks": [_task(review, part, of) for part, of in review.parts],
        "general": [doubt_in_words(one) for one in review.read.general],
    }
    return render(request, "documents/review.html", context)


def _sure_words(sure: int, doubtful: int) -> str:
    """The button's words that accepts what has no doubts; none when nothing without a doubt is undecided."""
    if not sure:
        return ""
    return f"Accept the {sure:,} without doubts" if doubtful else f"Accept all the rest ({sure:,})"


def _standing(count: reviews.Count) -> str:
    """How far the review is, in a sentence."""
    others = "them" if not count.decided else f"the {count.open:,} others"
    doubtful = (
        f"; {count.open_doubtful:,} of {others} {'has a doubt that needs' if count.open_doubtful == 1 else 'have doubts that need'} you"
    )
    if not count.open:
        return f"All {count.total:,} proposals are decided"
    decided = (
        f"{count.decided:,} of {count.total:,} proposals are decided"
        if count.decided
        else f"None of {count.total:,} proposals is decided yet"
    )
    return decided + (doubtful if count.open_doubtful else "")


def _task(review: Review, part: Part, count: reviews.Count) -> Task:
    said = ((count.open_doubtful, "with doubts not decided"), (count.changed, "changed"), (count.refused, "refused"))
    hint = words_in_list(f"{number:,} {words}" for number, words in said if number)
    status = f"{count.decided:,} of {count.total:,} decided" if count.open else f"All {count.total:,} decided"
    return Task(text=part.title, href=_address(review, part, "open" if count.open else "all"), status=status, hint=hint)


def _address(review: Review, part: Part, show: str = "all", page: int = 1) -> str:
    query = {name: str(value) for name, value in (("show", show), ("page", page)) if value not in ("all", 1)}
    return f"{reverse('document_review_part', args=[review.document.pk, part.name])}{'?' + urlencode(query) if query else ''}"


@require_POST
@needs(Permission.DOCUMENTS_UPLOAD)
def accept_the_rest(request: Request, pk: int) -> HttpResponse:
    """Accepts what nobody has decided on and has no doubts. The doubtful is taken on a page of its own, which names it."""
    review = _review(request, pk)
    number = operations.accept_the_rest(document=review.document, by=request.who, leaving=review.doubtful)
    messages.success(request, f"{number:,} {'proposal is' if number == 1 else 'proposals are'} accepted.")
    if request.POST.get("then") == "accept":
        return redirect("document_accept_doubtful" if review.doubtful else "document_accept", pk)
    return redirect("document_review", pk)


@require_http_methods(["GET", "POST"])
@needs(Permission.DOCUMENTS_UPLOAD)
def accept_doubtful(request: Request, pk: int) -> HttpResponse:
    """The doubtful proposals that are not decided, each with its doubts; a tick says that they were looked at, and takes those shown."""
    review = _review(request, pk)
    rules.check_can_decide(request.who, review.document)
    form = DoubtfulForm(sent(request))
    if request.method == "POST" and form.is_valid():
        shown = set(request.POST.getlist("path")) & set(review.doubtful)
        operations.decide(document=review.document, by=request.who, decisions=dict.fromkeys(shown, ACCEPT))
        messages.success(request, f"{len(shown):,} with doubts {'is' if len(shown) == 1 else 'are'} accepted.")
        return redirect("document_accept", pk)
    proposals = [review.read.proposal(path) for path in review.doubtful]
    context = {
        **places.frame(request.who, review.document, "Review", "Accept what is doubtful"),
        "form": form,
        "doubtful": [(one, [doubt_in_words(problem) for problem in reviews.doubts(one)]) for one in proposals],
        "button": f"Accept {'this one' if len(proposals) == 1 else f'these {len(proposals):,}'}",
    }
    return render(request, "documents/doubtful.html", context)


# A page of proposals


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A field on the page. was: what was read, when a person changed it; note: how it was worked out."""

    label: str
    value: str
    note: str = ""
    was: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A proposal on the page. number: for ids. heading: its title without words that stand below it anyway.

    unread: the fields that hold nothing. under: the title of its item when the item itself is not listed above it.
    """

    number: int
    path: str
    title: str
    heading: str
    lines: tuple[Line, ...]
    unread: str
    doubts: tuple[Doubt, ...]
    beside: Beside
    verdict: str
    said: str
    under: str = ""

    @property
    def goes_with_item(self) -> bool:
        """Whether its item is refused, so that it needs no decision."""
        return self.verdict == OPEN_WITH_PARENT


@require_http_methods(["GET", "POST"])
@needs(Permission.DOCUMENTS_READ)
def part(request: Request, pk: int, part: str) -> HttpResponse:
    """A page of a part's proposals; a POST keeps the decisions made on it."""
    review, shown_part = _review(request, pk), _part(part)
    show = request.GET.get("show", "all") if request.GET.get("show") in SHOWS else "all"
    page = Paginator(reviews.listed(review, shown_part, show), ON_A_PAGE).get_page(request.GET.get("page"))
    if request.method == "POST":
        return _save(request, review, page, shown_part, show)
    count = review.count(review.of(shown_part))
    undecided = sum(review.verdict(one) == Verdict.OPEN for one in page.object_list)
    context = {
        **places.frame(request.who, review.document, "Review", shown_part.title),
        "wide": True,
        "page_obj": page,
        "tabs": [_tab(review, one, of, shown_part) for one, of in review.parts],
        "shows": [_show(review, shown_part, name, show) for name in SHOWS],
        "count": count,
        "accept_words": _accept_words(undecided, len(page.object_list)),
        "proposals": _shown(review, page),
    }
    return render(request, "documents/part.html", context)


def _accept_words(undecided: int, listed: int) -> str:
    """The button's words that accepts what nobody has decided on; none where one radio does the same."""
    if undecided < 2:
        return ""
    return f"Accept all {undecided} on this page" if undecided == listed else f"Accept the other {undecided} on this page"


def _part(name: str) -> Part:
    found = next((one for one in PARTS if one.name == name), None)
    if found is None:
        raise Http404
    return found


def _tab(review: Review, part: Part, count: reviews.Count, current: Part) -> Tab:
    return Tab(text=part.title, href=_address(review, part), current=part == current, count=count.total)


def _show(review: Review, part: Part, show: str, current: str, text: str = "") -> Tab:
    """A list of a part's proposals. text: its words, unless its usual ones will do."""
    count = len(reviews.listed(review, part, show))
    return Tab(text=text or SHOWS[show], href=_address(review, part, show), current=show == current, count=count)


def _shown(review: Review, page: Page) -> list[Shown]:
    words, above = reviews.words(review.document), ""
    found = []
    for number, one in enumerate(page.object_list, page.start_index()):
        under = _title(review, one.parent) if one.parent and one.parent != above else ""
        above = one.parent or one.path
        beside = excerpts.beside(words, one, review.document.name)
        found.append(_one(review, one, beside, number, under))
    return found


def _title(review: Review, path: str) -> str:
    return review.read.proposal(path).title


def _one(review: Review, proposal: Proposal, beside: Beside, number: int = 1, under: str = "") -> Shown:
    verdict = review.verdict(proposal)
    return Shown(
        number=number,
        path=proposal.path,
        title=proposal.title,
        heading=_heading(proposal),
        lines=_lines(review, proposal),
        unread=words_in_list(field.label.lower() for field in review.as_decided(proposal) if not field.value),
        doubts=tuple(doubt_in_words(one) for one in proposal.problems),
        beside=beside,
        verdict=verdict,
        said="" if verdict == OPEN_WITH_PARENT else str(Verdict(verdict).label),
        under=under,
    )


def _heading(proposal: Proposal) -> str:
    """The title without the words that stand below it anyway."""
    return proposal.title.split(": ")[0] if proposal.kind == "item" else proposal.title


def _lines(review: Review, proposal: Proposal) -> tuple[Line, ...]:
    notes = review.read.inferred.get(proposal.path, {})
    pairs = zip(proposal.fields, review.as_decided(proposal), strict=True)
    return tuple(_line(was, now, notes) for was, now in pairs if was.value or now.value)


def _line(was: Field, now: Field, notes: Mapping[str, str]) -> Line:
    same = was.raw == now.raw
    return Line(label=was.label, value=now.value, note=notes.get(was.name, "") if same else "", was=None if same else was.value)


# What a page of proposals sends


def _save(request: Request, review: Review, page: Page, part: Part, show: str) -> HttpResponse:
    """Keeps what was chosen on the page. What is to be changed comes next, each on a page of its own."""
    rules.check_can_decide(request.who, review.document)
    chosen = {path: _chosen(request, path) for path in _sent(request, review)}
    if "accept_all" in request.POST:
        chosen = {path: choice or _if_open(review, path) for path, choice in chosen.items()}
    decisions = {path: _DECISIONS[choice] for path, choice in chosen.items() if choice in _DECISIONS}
    operations.decide(document=review.document, by=request.who, decisions=decisions)
    if decisions:
        messages.success(request, f"Saved: {_told(decisions)}.")
    changing = [path for path, choice in chosen.items() if choice == Verdict.CHANGE]
    if changing:
        return _to_change(review, changing, show)
    return redirect(_onwards(review, page, part, show))


_DECISIONS: Mapping[str | None, Decision] = {Verdict.ACCEPT.value: ACCEPT, Verdict.REFUSE.value: REFUSE}


def _sent(request: Request, review: Review) -> list[str]:
    """The proposals that the page had shown; by now the same address may list others."""
    names = (name.removeprefix(_WAS) for name in request.POST if name.startswith(_WAS))
    return [path for path in names if path in review.read.paths]


def _chosen(request: Request, path: str) -> str | None:
    """The choice made for a proposal; None where it is the one that the page had shown, so that nobody's later one is overwritten."""
    if request.POST.get("change") == path:
        return Verdict.CHANGE.value
    choice = request.POST.get(path)
    return choice if choice != request.POST.get(f"{_WAS}{path}") else None


def _if_open(review: Review, path: str) -> str | None:
    return Verdict.ACCEPT.value if review.verdict(review.read.proposal(path)) == Verdict.OPEN else None


def _told(decisions: Mapping[str, Decision]) -> str:
    verdicts: list[str] = [decision.verdict for decision in decisions.values()]
    return words_in_list(f"{verdicts.count(code)} {words}" for code, words in _SAVED.items() if code in verdicts)


def _onwards(review: Review, page: Page, part: Part, show: str) -> str:
    """The next page of the same list; after its last, the overview. A list of the undecided begins again where it now begins."""
    if show == "open" and page.paginator.num_pages > 1:
        return _address(review, part, show)
    if show != "open" and page.has_next():
        return _address(review, part, show, page.next_page_number())
    return reverse("document_review", args=[review.document.pk])


def _to_change(review: Review, paths: Sequence[str], show: str) -> HttpResponseRedirect:
    query = urlencode([("path", path) for path in paths] + ([("show", show)] if show != "all" else []))
    return redirect(f"{reverse('document_change', args=[review.document.pk])}?{query}")


# Changing one


@require_http_methods(["GET", "POST"])
@needs(Permission.DOCUMENTS_UPLOAD)
def change(request: Request, pk: int) -> HttpResponse:
    """One proposal's fields to be changed beside the document's words. The address names it, and those to be changed after it."""
    review = _review(request, pk)
    rules.check_can_decide(request.who, review.document)
    proposal, *after = _asked(request, review)
    form = ChangeForm(proposal, review.as_decided(proposal), _why(review, proposal), sent(request))
    if request.method == "POST" and form.is_valid():
        decision = form.decision
        operations.decide(document=review.document, by=request.who, decisions={proposal.path: decision}, why=form.cleaned_data["why"])
        said = "is changed" if decision.verdict == "change" else "is accepted as it was read: nothing in it differs"
        messages.success(request, f"{_heading(proposal)} {said}.")
        show = request.GET.get("show", "all")
        return _to_change(review, [one.path for one in after], show) if after else redirect(_where(review, proposal, show))
    beside = excerpts.beside(reviews.words(review.document), proposal, review.document.name, around=AROUND_A_CHANGE)
    context = {
        **places.frame(request.who, review.document, "Review", f"Change {lower_first(_heading(proposal))}"),
        "wide": True,
        "form": form,
        "shown": _one(review, proposal, beside),
        "after": len(after),
        "cancel": _where(review, proposal, request.GET.get("show", "all")),
    }
    return render(request, "documents/change.html", context)


def _asked(request: Request, review: Review) -> list[Proposal]:
    found = [review.read.paths[path] for path in request.GET.getlist("path") if path in review.read.paths]
    if not found:
        raise Http404
    return found


def _why(review: Review, proposal: Proposal) -> str:
    return review.document.proposals.filter(path=proposal.path).values_list("why", flat=True).first() or ""


def _where(review: Review, proposal: Proposal, show: str) -> str:
    """The page on which the proposal stands, at the proposal."""
    part, shown = PART_OF[proposal.kind], show if show in SHOWS else "all"
    listed: Sequence[Any] = reviews.listed(review, part, shown)
    at = listed.index(proposal) if proposal in listed else 0
    return f"{_address(review, part, shown, at // ON_A_PAGE + 1)}#proposal-{at + 1}"
