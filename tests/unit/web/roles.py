"""The roles in the order of the table of addresses, and a council in which every one of them has somebody."""

import json
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldthread.intake import words
from goldthread.models import Action, Board, Document, Finding, Inspection, Item, Membership, Person, Plan, Proposal
from goldthread.operations import boards
from goldthread.thread import codec
from goldthread.thread.picture import Picture
from goldthread.thread.proposals.listing import proposals
from tests import world
from tests.factories import a_board, a_finding, a_judgement, a_picture, a_plan, an_action, an_inspection, an_item

Kind = world.Kind
ROLES = (
    "public",
    Kind.IMPROVEMENT_MANAGER,
    Kind.DIRECTOR,
    Kind.HEAD_OF_SERVICE,
    Kind.ACTION_LEAD,
    Kind.QUALITY_ASSURANCE_OFFICER,
    Kind.DATA_ANALYST,
    Kind.BOARD_SECRETARY,
    Kind.LEAD_MEMBER,
    Kind.INSPECTOR,
    Kind.BOARD_MEMBER,
    Kind.PARTNER_LEAD,
    Kind.TEAM_MANAGER,
    Kind.DESIGNATED_OFFICER,
    Kind.INDEPENDENT_REVIEWING_OFFICER,
    Kind.COMPLAINTS_MANAGER,
    Kind.SCRUTINY_COUNCILLOR,
    Kind.ADMINISTRATOR,
    "nobody",
)
"""``public``: not signed in. ``nobody``: signed in, without a role today."""


@dataclass
class Everybody:
    """One person for each role, and two plans: one that the board member's board watches, with an action that all lead; and another."""

    people: dict[str, Person]
    plan: Plan
    item: Item
    own: Action
    other: Action
    unwatched: Plan
    inspection: Inspection
    unpublished: Inspection
    finding: Finding
    board: Board
    document: Document
    member: Membership


def post(kind: str) -> str:
    """The job title under which the plan names somebody of that role."""
    return f"Post of {kind}"


def everybody() -> Everybody:
    """The council with everybody in it, on ``world.DAY``."""
    council = world.council()
    people = {str(kind): world.person(council, kind, job_title=post(kind)) for kind in ROLES if kind not in ("public", "nobody")}
    people["nobody"] = world.person(council)
    manager = world.acting(people[Kind.IMPROVEMENT_MANAGER])
    board = boards.add(organisation=council.council, facts=boards.Facts(name="Improvement Board"), by=manager)
    member = boards.add_member(board=board, person=people[Kind.BOARD_MEMBER], by=manager, starts_on=world.LONG_AGO)
    inspection = world.inspection(council, _published())
    plan = world.plan(council, _watched(), answers=inspection)
    unwatched = world.plan(council, a_picture(plan=a_plan([an_item(actions=[an_action("Elsewhere")])], monitoring=())))
    own, other = Action.objects.filter(item__plan=plan).order_by("item__order")
    return Everybody(
        people=people,
        plan=plan,
        item=own.item,
        own=own,
        other=other,
        unwatched=unwatched,
        inspection=inspection,
        unpublished=world.inspection(council, _unpublished()),
        finding=Finding.objects.filter(inspection=inspection).first() or Finding(),
        board=board,
        document=_paper(council),
        member=member,
    )


def _published() -> Picture:
    return a_picture(inspection=an_inspection(), judgements=[a_judgement()], findings=[a_finding("A1")])


def _unpublished() -> Picture:
    return a_picture(inspection=an_inspection(published=date(2026, 6, 1)), judgements=[a_judgement()], findings=[a_finding("A2")])


def _watched() -> Picture:
    everybody_leads = tuple(post(kind) for kind in ROLES if kind not in ("public", "nobody"))
    own = an_action("Own", leads=everybody_leads, responsible_lead=everybody_leads[0], due_dates=("2026-05",))
    other = an_action("Other", leads=("Somebody else",), due_dates=("2026-05",))
    return a_picture(plan=a_plan([an_item(actions=[own]), an_item(actions=[other])], monitoring=(a_board("Improvement Board"),)))


def _paper(council: world.World) -> Document:
    """A paper that was read and waits for review, as the job leaves it."""
    picture = codec.to_builtins(_watched())
    document = Document.objects.create(
        organisation=council.council,
        name="plan.txt",
        file="plan.txt",
        sha256="0" * 64,
        size=1,
        status=Document.Status.READ,
        picture=picture,
        words=json.loads(words.to_json(words.Words(passages=(), left_out=0))),
        uploaded_at=timezone.now(),
        uploaded_by=council.manager,
        read_at=timezone.now(),
    )
    for at, one in enumerate(proposals(codec.from_builtins(picture))):
        Proposal.objects.create(document=document, order=at, kind=one.kind, path=one.path)
    return document
