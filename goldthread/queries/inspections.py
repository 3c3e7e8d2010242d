"""Inspections, judgements and findings, as far as a reader may see."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from goldthread.models import Finding, Inspection, Role
from goldthread.queries import pictures
from goldthread.reports.board import BoardCell, JudgementBoard, judgement_board
from goldthread.rules import authorities, permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission
from goldthread.thread import frameworks
from goldthread.thread.picture import Picture

_BEFORE_PUBLICATION = frozenset(
    {Role.Kind.IMPROVEMENT_MANAGER, Role.Kind.DIRECTOR, Role.Kind.HEAD_OF_SERVICE, Role.Kind.LEAD_MEMBER, Role.Kind.INSPECTOR}
)
"""Who reads a report before it is published; it is confidential until then."""


def reads_before_publication(who: Acting) -> bool:
    """Whether the person reads reports that are not out yet."""
    return who.has(*_BEFORE_PUBLICATION)


def visible_to(who: Acting) -> QuerySet[Inspection]:
    """Published inspections for everybody whose role reads them; others for those who answer for the service.

    An inspection whose report prints no day of publication counts as published once a plan answers it.
    """
    inspections = Inspection.objects.select_related("organisation")
    if not permissions.can(who, Permission.INSPECTIONS_READ):
        return inspections.none()
    if who.has(*_BEFORE_PUBLICATION):
        return inspections
    return inspections.filter(Q(published_on__lte=who.on) | Q(published_on__isnull=True, plans__isnull=False)).distinct()


def findings_visible_to(who: Acting) -> QuerySet[Finding]:
    """The findings of visible inspections."""
    return Finding.objects.filter(inspection__in=visible_to(who)).select_related("inspection")


def listed(who: Acting) -> QuerySet[Inspection]:
    """Visible inspections, the newest first, with how much each holds: ``judged`` and ``found``, paragraphs left out."""
    asked = Q(findings__isnull=False) & ~Q(findings__kind=Finding.Kind.PARAGRAPH)
    counted = Inspection.objects.filter(pk__in=visible_to(who).values("pk")).annotate(
        judged=Count("judgements", distinct=True), found=Count("findings", distinct=True, filter=asked)
    )
    return counted.order_by(Coalesce("ended_on", "started_on", "published_on").desc(nulls_last=True), "-pk")


def is_open(inspection: Inspection, who: Acting) -> bool:
    """Whether a reader of a plan that answers the inspection reads its report too; the rule of ``visible_to`` without a query."""
    if not permissions.can(who, Permission.INSPECTIONS_READ):
        return False
    return who.has(*_BEFORE_PUBLICATION) or inspection.published_on is None or inspection.published_on <= who.on


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The judgement board of one authority's inspections. authority: as the newest report prints it, empty where none does.

    inspections: as the board's columns run; changes: (row, column) → how the grade moved.
    """

    authority: str
    inspections: tuple[Inspection, ...]
    board: JudgementBoard
    changes: dict[tuple[int, int], str]


def histories_of(inspections: Iterable[Inspection]) -> list[History]:
    """The judgements of inspections, one board an authority, the earliest inspection first: one query.

    Nothing is compared across authorities; a report that prints none stands by itself. Authorities stand as their first inspections do.
    """
    rows = list(inspections)
    held = dict(zip((row.pk for row in rows), (one.picture for one in pictures.of_judgements(rows)), strict=True))
    groups: dict[tuple[str, int], list[Inspection]] = {}
    for row in rows:
        printed = authorities.key(row.authority)
        groups.setdefault((printed, 0 if printed else row.pk), []).append(row)
    return [_history(group, held) for group in groups.values()]


def _history(group: Iterable[Inspection], held: Mapping[int, Picture]) -> History:
    rows = tuple(sorted(group, key=lambda row: (row.ended_on or row.started_on or row.published_on or date.min, row.pk)))
    told = [held[row.pk] for row in rows]
    board = judgement_board(told)
    return History(authority=rows[-1].authority or "", inspections=rows, board=board, changes=dict(_changes(board, told)))


def _changes(board: JudgementBoard, held: Sequence[Picture]) -> Iterator[tuple[tuple[int, int], str]]:
    """How each grade stands to the last one before it that it may be compared with."""
    scales = {framework.short_name: [grade.code for grade in framework.grades] for framework in frameworks.all()}
    for number, row in enumerate(board.rows):
        codes = scales.get(row.framework, [])
        told = [(cell, rank) for cell in row.cells if (rank := _rank(cell, held, codes)) is not None]
        for (before, first), (after, second) in pairwise(told):
            yield (number, after.picture), _moved(before.words, first, second)


def _rank(cell: BoardCell, held: Sequence[Picture], codes: Sequence[str]) -> int | None:
    """A comparable grade's place on the scale of the row's own framework, the best being 0."""
    if not cell.comparable or cell.key is None:
        return None
    grade = held[cell.picture].judgements[int(cell.key.rsplit("/", 1)[1])].grade
    return codes.index(grade) if grade in codes else None


def _moved(before: str, first: int, second: int) -> str:
    if first == second:
        return f"unchanged from {before}"
    return f"{'better' if second < first else 'worse'} than {before} before"
