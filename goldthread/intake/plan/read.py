"""A document in, the improvement plan that it holds out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.intake.document import Document
from goldthread.intake.plan.actions import Context
from goldthread.intake.plan.assembly import Assembly, assemble, names_in, year_of
from goldthread.intake.plan.damage import vocabulary
from goldthread.intake.plan.front import read_owner
from goldthread.intake.plan.gaps import lost_marks, tell_gaps, without_responsible
from goldthread.intake.plan.keys import read_status_key
from goldthread.intake.plan.monitoring import read_board_tables, read_glossary, read_lists
from goldthread.intake.plan.monitoring_prose import read_prose
from goldthread.intake.plan.walk import Walk, texts_in
from goldthread.thread.picture import Plan, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReading:
    """The plan, and what needs a person."""

    plan: Plan
    problems: tuple[Problem, ...]


def read_plan(document: Document, *, skip: range = range(0), published: date | None = None, findings: Sequence[str] = ()) -> PlanReading:
    """The plan that a document holds."""
    walk = Walk(document, skip, findings).run()
    doubts = walk.doubts
    key = read_status_key(walk.spare)
    about = Context(year=published.year if published else year_of(walk.builder.items), names=names_in(walk.builder.items), key=key)
    known = vocabulary(texts_in(walk.blocks())) if any(draft.unruled for draft in walk.builder.items) else frozenset()
    items = assemble(walk.builder.items, Assembly(about=about, doubts=doubts, known=known, published=published, findings=findings))
    if lost_marks(items, walk.blocks()):
        items = without_responsible(items)
    monitoring, mechanisms = read_lists(walk.spare)
    boards = read_board_tables(walk.spare)
    plan = Plan(
        title=walk.title,
        owner=read_owner(walk.own_spare(), walk.title),
        monitoring=(*monitoring, *boards, *read_prose(walk.spare, (*monitoring, *boards))),
        items=items,
        status_key=key,
        glossary=read_glossary(walk.spare),
        mechanisms=mechanisms,
    )
    tell_gaps(plan, walk.blocks(), doubts, rated=walk.builder.rated)
    return PlanReading(plan=plan, problems=doubts.problems())


def looks_like_plan(document: Document, *, skip: range = range(0)) -> bool:
    """Whether a document holds an improvement plan."""
    return any(not draft.empty for draft in Walk(document, skip).run().builder.items)
