"""What the pages of one paper share: where they lie, what the paper is, and how it stands in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from goldthread.common.text import words_in_list
from goldthread.models import Document
from goldthread.queries import documents, inspections, plans
from goldthread.rules import documents as rules
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission
from goldthread.thread.picture import Picture
from goldthread.web.tags.filters import spoken
from goldthread.web.tags.parts import Link, Tab

Status = Document.Status
TONES = {
    Status.WAITING: "grey",
    Status.READING: "blue",
    Status.READ: "yellow",
    Status.ACCEPTED: "green",
    Status.REFUSED: "red",
    Status.STOPPED: "grey",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a paper stands. words, tone: its tag; next: what is to be done or why it stopped."""

    words: str
    tone: str
    next: str


def standing(paper: Document) -> Standing:
    """Of a paper with counts."""
    return Standing(words=paper.get_status_display(), tone=TONES[Status(paper.status)], next=_next(paper))


def _next(paper: Any) -> str:  # Any: the counts are annotations
    if paper.status == Status.READ:
        return f"{paper.undecided:,} of {paper.proposed:,} not decided" if paper.undecided else "All decided; to be accepted"
    if paper.status == Status.ACCEPTED:
        return f"By {paper.accepted_by.name}, {spoken(paper.accepted_at.date())}"
    return _first_sentence(str(paper.told).removeprefix(f"{paper.name}: "))


def _first_sentence(told: str) -> str:
    """The list says why; what to do stands on the paper's own page."""
    found, stop, _ = told.partition(". ")
    return f"{found[:1].upper()}{found[1:]}{stop.strip()}"


def shows(counts: Mapping[str, int], status: str) -> list[Tab]:
    """Lists of papers by where they stand; none when there is no paper at all."""
    every = [Tab(text="All", href="?", current=not status, count=sum(counts.values()))] if counts else []
    return every + [
        Tab(text=one.label, href=f"?status={one.value}", current=one == status, count=counts[one.value])
        for one in Status
        if one.value in counts
    ]


def frame(who: Acting, paper: Document, *here: str) -> dict[str, Any]:
    """What every page of one paper needs. here: the words of the pages below the paper's own, the last the page itself."""
    trail = [Link(text="Papers", href=reverse("documents")), Link(text=paper.name, href=reverse("document", args=[paper.pk]))]
    trail += [Link(text="Review", href=reverse("document_review", args=[paper.pk]))] if here[:1] == ("Review",) and len(here) > 1 else []
    shown = here[1:] if here[:1] == ("Review",) and len(here) > 1 else here
    crumbs = [*trail, *(Link(text=words) for words in shown)] if here else [trail[0], Link(text=paper.name)]
    return {
        "paper": paper,
        "heading": here[-1] if here else paper.name,
        "caption": paper.name if here else "Paper",
        "section": paper.name if here else "Papers",
        "breadcrumbs": crumbs,
        "may_decide": rules.can_decide(who, paper),
        "may_hand_in": permissions.can(who, Permission.DOCUMENTS_UPLOAD),
        "tone": TONES[Status(paper.status)],
    }


def read_as(paper: Document) -> str:
    """What the reader was told that it is, inside a sentence."""
    return {"report": "an inspectors’ report", "plan": "an improvement plan"}.get(paper.read_as, "a report, a plan or both")


def size(octets: int) -> str:
    """``2.4 MB``, ``120 kB``."""
    return f"{octets / 1_000_000:.1f} MB" if octets >= 1_000_000 else f"{max(1, octets // 1000)} kB"


def things(picture: Picture) -> str:
    """``22 judgements, 111 findings, 31 items and 67 actions``."""
    return words_in_list(f"{number:,} {words}" for number, words in documents.things(picture)) or "nothing that it could use"


def made(paper: Document, who: Acting) -> list[Link]:
    """What an accepted paper became, as far as the reader may see it."""
    return [
        *(
            Link(text=f"Inspection: {one.framework_name or 'without a name'}", href=reverse("inspection", args=[one.pk]))
            for one in inspections.visible_to(who).filter(document=paper)
        ),
        *(Link(text=f"Plan: {one}", href=reverse("plan", args=[one.reference])) for one in plans.visible_to(who).filter(document=paper)),
    ]


def seconds_since(moment: datetime | None, now: datetime) -> int:
    """Whole seconds."""
    return int((now - moment).total_seconds()) if moment else 0
