"""The search's index follows every operation, and can be made again from the records."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from goldthread.models import Action, SearchEntry
from goldthread.operations import actions, boards, inspections, people, plans, search
from goldthread.queries.search import Found
from tests import world
from tests.factories import a_picture, a_plan, an_action, an_item
from tests.world import World, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def northmere() -> World:
    return world.council()


def finds(northmere: World, typed: str) -> list[str]:
    return [hit.kind.name for hit in Found(acting(northmere.manager), typed)[0:100]]


def entries() -> set[tuple[str, str, str, int]]:
    return set(SearchEntry.objects.values_list("kind", "title", "body", "object_id"))


def test_a_plan_is_found_with_everything_in_it_and_no_more_when_taken_back(northmere: World) -> None:
    before = entries()
    plan = world.plan(northmere, a_picture(findings=(), plan=a_plan([an_item(actions=[an_action("Zebra")])])))
    kinds = sorted(kind for kind, *_ in entries() - before)

    plans.take_back(plan=plan, by=acting(northmere.manager), why="Read from the wrong file")

    assert kinds == ["action", "item", "plan", "term"]
    assert entries() == before


def test_an_inspection_is_found_with_its_findings_and_no_more_when_taken_back(northmere: World) -> None:
    before = entries()
    inspection = world.inspection(northmere, a_picture())
    kinds = sorted(kind for kind, *_ in entries() - before)

    inspections.take_back(inspection=inspection, by=acting(northmere.manager), why="Read from the wrong file")

    assert kinds == ["finding", "inspection"]
    assert entries() == before


def test_what_is_reported_is_found_at_once_and_former_leads_are_not(northmere: World) -> None:
    world.plan(northmere, a_picture([an_item(actions=[an_action("Train", leads=("Head of Zebras",))])]))
    manager, action = acting(northmere.manager), Action.objects.get()

    actions.add_progress(action=action, by=manager, version=1, text="Giraffes were trained")
    actions.change_leads(action=action, by=manager, version=2, leads=[actions.NewLead(words="Head of Lions")])

    assert (finds(northmere, "giraffe"), finds(northmere, "lions"), finds(northmere, "zebras")) == (["action"], ["action"], [])


def test_boards_and_people_are_found_by_what_they_are_called_now(northmere: World) -> None:
    manager, admin = acting(northmere.manager), acting(northmere.administrator)
    board = boards.add(organisation=northmere.council, facts=boards.Facts(name="Zebra Board"), by=manager)
    someone = world.person(northmere, name="Zoe Zebra")

    boards.change(board=board, facts=boards.Facts(name="Lion Board", aliases=["Lion Panel"]), by=manager)
    people.change(person=someone, by=admin, name="Leo Lion", email=someone.email, job_title="", organisation=northmere.council)

    assert (sorted(finds(northmere, "lion")), finds(northmere, "panel"), finds(northmere, "zebra")) == (["board", "person"], ["board"], [])


def test_what_was_not_done_is_not_found(northmere: World) -> None:
    def fails() -> None:
        with transaction.atomic():
            boards.add(organisation=northmere.council, facts=boards.Facts(name="Zebra Board"), by=acting(northmere.manager))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert finds(northmere, "zebra") == []


def test_nobody_is_found_by_an_address_or_a_note(northmere: World) -> None:
    someone = world.person(northmere)
    people.change(
        person=someone,
        by=acting(northmere.administrator),
        name="Zoe",
        email="giraffe@northmere.test",
        job_title="",
        organisation=northmere.council,
        note="Elephant",
    )

    assert finds(northmere, "giraffe") == finds(northmere, "elephant") == []


def test_rebuilding_makes_the_same_index_from_the_records(northmere: World) -> None:
    picture = a_picture([an_item(actions=[an_action("Zebra", parts=("Train",), progress=("Trained",))])])
    world.plan(northmere, replace(picture))
    before = entries()
    SearchEntry.objects.filter(kind="action").delete()
    SearchEntry.objects.create(kind="action", object_id=999, title="Gone", body="Gone")

    out = StringIO()
    call_command("rebuild_search", stdout=out)

    assert entries() == before
    assert out.getvalue() == f"{len(before)} things can be found.\n"
    assert finds(northmere, "zebra") == ["action"]


def test_a_text_without_end_is_kept_in_part(northmere: World) -> None:
    world.plan(northmere, a_picture([an_item(actions=[an_action("Zebra " + "word " * 60_000 + "giraffe")])]))

    assert (finds(northmere, "zebra"), finds(northmere, "giraffe")) == (["action"], [])


def test_the_index_costs_few_queries_however_large_the_plan(northmere: World, django_assert_max_num_queries: object) -> None:
    plan = world.plan(northmere, a_picture([an_item(actions=[an_action(f"Zebra {at}", number=str(at)) for at in range(60)])]))

    with django_assert_max_num_queries(25):
        search.index([plan])
