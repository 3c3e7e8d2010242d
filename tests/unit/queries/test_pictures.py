"""A picture that became records comes back as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from goldthread.common.dates import PartDate
from goldthread.intake import sandbox
from goldthread.models import Action, Lead
from goldthread.operations import actions
from goldthread.queries import plans
from goldthread.queries.pictures import of_plan
from goldthread.thread import codec
from goldthread.thread.joining import joined
from goldthread.thread.picture import Action as Line
from goldthread.thread.picture import Inspection, Picture, Source
from tests import strategies, world
from tests.factories import a_finding, a_picture, a_plan, an_action, an_item

PACK = Path("northmere/pack")

pytestmark = pytest.mark.django_db


def back(picture: Picture) -> Picture:
    council = world.council()
    answered = world.inspection(council, picture)
    return of_plan(world.plan(council, picture, answers=answered)).picture


def told(picture: Picture) -> Picture:
    """Without what is not kept as records: which file it came from and the history within a file."""
    return replace(picture, source=Source(), report_source=None, history=())


@pytest.mark.slow
def test_northmere_comes_back_whole() -> None:
    picture = joined(sandbox.run(PACK / "improvement-plan.docx"), sandbox.run(PACK / "inspection-report.pdf"))

    assert back(picture) == told(picture)


def storable(picture: Picture) -> Picture:
    """The picture with what no document holds taken out: signs that are no text, leads without words or twice, periods that end first."""
    text = codec.to_json(picture).replace("\\u0000", "\ufffd")
    clean = codec.from_json(text)
    items = tuple(replace(item, ref=item.ref or "item", actions=tuple(map(led_by_somebody, item.actions))) for item in clean.plan.items)
    findings = tuple(replace(finding, ref=finding.ref or "A1") for finding in clean.findings)
    return replace(clean, inspection=in_order(clean.inspection), findings=findings, plan=replace(clean.plan, items=items))


def led_by_somebody(line: Line) -> Line:
    leads = tuple(dict.fromkeys(words for words in line.leads if words))
    return replace(line, leads=leads, responsible_lead=line.responsible_lead if line.responsible_lead in leads else None)


def in_order(facts: Inspection) -> Inspection:
    ended = max(facts.started, facts.ended) if facts.started and facts.ended else facts.ended
    return replace(facts, ended=ended)


@given(strategies.pictures_without_history)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
def test_any_picture_comes_back_whole(picture: Picture) -> None:
    picture = storable(picture)
    with transaction.atomic():
        assert back(picture) == told(picture)
        transaction.set_rollback(True)


def test_each_pointer_leads_to_its_row() -> None:
    picture = a_picture(findings=[a_finding("A1"), a_finding("A2")], plan=a_plan([an_item(), an_item(actions=[an_action("Second")])]))
    held = of_plan(world.plan(world.council(), picture))

    assert Action.objects.get(pk=held.ids["/plan/items/1/actions/0"]).text == "Second"
    assert held.ids["/findings/0"] != held.ids["/findings/1"]


def test_only_the_last_revision_of_a_date_and_the_leads_of_now_are_in_the_picture() -> None:
    council = world.council()
    plan = world.plan(council, a_picture(plan=a_plan([an_item(actions=[an_action(due_dates=("2026-03",), leads=("Head of Care",))])])))
    action = Action.objects.get()
    manager = world.acting(council.manager)
    actions.change_due_date(
        action=action, by=manager, version=1, by_when="end of May 2026", dates=[PartDate("2026-05")], why="Recruitment."
    )
    actions.change_leads(action=action, by=manager, version=2, leads=[actions.NewLead(words="Head of Localities")])

    line = of_plan(plan).picture.plan.items[0].actions[0]

    assert (line.by_when_text, line.due_dates, line.leads) == ("end of May 2026", ("2026-05",), ("Head of Localities",))
    assert Lead.objects.get(as_printed="Head of Care").ends_on == date(2026, 3, 30)


def test_a_partner_sees_their_own_actions_and_the_items_above_and_nothing_else() -> None:
    council = world.council()
    nurse = world.person(council, world.Kind.PARTNER_LEAD, job_title="Designated Nurse")
    own, other = an_action("Own", leads=("Designated Nurse",)), an_action("Other", leads=("Head of Care",))
    plan = world.plan(council, a_picture(plan=a_plan([an_item(actions=[other, own]), an_item(actions=[other])])))

    seen = plans.picture_for(world.acting(nurse), plan).picture.plan.items

    assert [[line.text for line in item.actions] for item in seen] == [["Own"]]


def test_a_hand_over_to_come_changes_the_lead_on_its_day_and_not_before() -> None:
    council = world.council()
    plan = world.plan(council, a_picture([an_item(actions=[an_action(leads=("Head of Safeguarding",))])]))
    deputy, day = actions.NewLead(words="Deputy", responsible=True), date(2026, 6, 1)
    actions.change_leads(action=Action.objects.get(), by=world.acting(council.manager), version=1, leads=[deputy], on=day)

    def led(on: date | None) -> tuple[str, ...]:
        return of_plan(plan, on=on).picture.plan.items[0].actions[0].leads

    assert led(date(2026, 5, 31)) == ("Head of Safeguarding",)
    assert led(day) == ("Deputy",)
    assert led(None) == ("Deputy",)
