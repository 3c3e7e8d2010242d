"""Papers as far as a reader may see, and what each is waiting for."""

from django.db.models import Count, Q, QuerySet

from goldthread.models import Document, Inspection, Organisation
from goldthread.models.document import ProposalDecision as Verdict
from goldthread.queries import inspections
from goldthread.rules import permissions
from goldthread.rules.acting import Acting, held_on
from goldthread.rules.permissions import Permission
from goldthread.thread.picture import Picture


def visible_to(who: Acting) -> QuerySet[Document]:
    """Every paper for those whose role reads them, of unpublished reports only for those who may read these before the day.

    What was read from a paper is left out: it is long, and few pages need it.
    """
    long = ("picture", "words", "report__picture", "report__words")
    papers = Document.objects.select_related("uploaded_by", "accepted_by", "report").defer(*long)
    if not permissions.can(who, Permission.DOCUMENTS_READ):
        return papers.none()
    return papers if inspections.reads_before_publication(who) else papers.filter(_is_out(who))


def _is_out(who: Acting) -> Q:
    """Accepted papers whose inspections the reader sees, if any: what nobody has accepted yet may be a confidential report."""
    hidden = Inspection.objects.exclude(pk__in=inspections.visible_to(who).values("pk"))
    return Q(status=Document.Status.ACCEPTED) & ~Q(pk__in=hidden.filter(document__isnull=False).values("document"))


def home_of(who: Acting) -> Organisation:
    """The council for which the person hands papers in: the one in which their role that may do so is held."""
    kinds = permissions.TABLE[Permission.DOCUMENTS_UPLOAD].roles
    held = who.person.roles.filter(held_on(who.on), kind__in=kinds, organisation__kind=Organisation.Kind.COUNCIL)
    return Organisation.objects.filter(pk__in=held.values("organisation")).order_by("pk")[:1].get()


def with_counts(papers: QuerySet[Document]) -> QuerySet[Document]:
    """Each with ``proposed`` and ``undecided``: how many proposals were read from it and how many nobody has decided on."""
    undecided = Count("proposals", filter=Q(proposals__decision=Verdict.OPEN))
    return papers.annotate(proposed=Count("proposals"), undecided=undecided).order_by("-uploaded_at", "-pk")


def by_status(papers: QuerySet[Document]) -> dict[str, int]:
    """How many of the papers stand where."""
    return dict(papers.order_by().values_list("status").annotate(number=Count("pk")))


def before_in_turn(document: Document) -> int:
    """How many papers wait or are read before this one."""
    ahead = Document.objects.filter(status__in=(Document.Status.WAITING, Document.Status.READING))
    return ahead.filter(Q(uploaded_at__lt=document.uploaded_at) | Q(uploaded_at=document.uploaded_at, pk__lt=document.pk)).count()


def things(picture: Picture) -> tuple[tuple[int, str], ...]:
    """How many of what a picture holds: the number and its words."""
    plan = picture.plan
    counts = (
        (len(picture.judgements), "judgement", "judgements"),
        (len(picture.findings), "finding", "findings"),
        (len(plan.items), "item", "items"),
        (sum(len(item.actions) for item in plan.items), "action", "actions"),
        (len(plan.monitoring), "board", "boards"),
        (len(plan.mechanisms), "way of monitoring", "ways of monitoring"),
        (len(plan.status_key), "rating in the key", "ratings in the key"),
        (len(plan.glossary), "term", "terms"),
    )
    return tuple((number, one if number == 1 else many) for number, one, many in counts if number)
