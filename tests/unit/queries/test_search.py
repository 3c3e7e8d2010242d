"""What a reader finds, and that what they may not see takes no part in it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldthread.models import Action, Board, Lead, Plan, SearchEntry
from goldthread.operations import boards
from goldthread.queries import engines
from goldthread.queries.search import Found
from goldthread.rules.acting import Acting
from goldthread.thread.picture import GlossaryEntry, Picture
from tests import world
from tests.factories import a_board, a_finding, a_judgement, a_picture, a_plan, an_action, an_item
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db


def a_plan_about(*texts: str, **fields: object) -> Picture:
    actions = [an_action(text, number=str(at)) for at, text in enumerate(texts, 1)]
    return a_picture([an_item(text="Keep children safe", outcomes=(), actions=actions)], **fields)


def words(found: Found) -> list[str]:
    return [hit.words for hit in found[0:100]]


@pytest.fixture
def northmere() -> World:
    return world.council()


@pytest.fixture
def manager(northmere: World) -> Acting:
    return acting(northmere.manager)


def find(who: Acting, typed: str, only: str = "action") -> list[str]:
    return words(Found(who, typed, only))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("supervise", "Supervision is recorded"),
        ("supervision", "Supervise every worker"),
        ("policies", "Write the policy"),
        ("SUPERVISION", "Supervision is recorded"),
        ("health", "Housing/health protocol"),
        ("agency", "Multi-agency audits"),
        ("multi agency", "Multi-agency audits"),
        ("multi-agency", "Multi-agency audits"),
        ("childrens", "The children’s plans"),
        ("child's", "The plan of a child"),
        ("47", "Section s.47 enquiries"),
        ("beatrice", "The Béatrice house"),
        ("will", "What will be done"),
        ("superv*", "Supervision is recorded"),
        ('"case file"', "Audit the case file"),
        ('"file au*"', "A file auditor"),
    ],
)
def test_finds(northmere: World, manager: Acting, typed: str, text: str) -> None:
    world.plan(northmere, a_plan_about(text))

    assert find(manager, typed) == [text]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("supervision audit", "Supervision is recorded"),
        ('"file case"', "Audit the case file"),
        ("super", "Supervision is recorded"),
        ("recorded OR audit", "Supervision is recorded"),
        ("title:supervision", "Supervision is recorded"),
        ("-supervision", "Audit the case file"),
        ("", "Audit the case file"),
        ("...", "Audit the case file"),
    ],
)
def test_does_not_find(northmere: World, manager: Acting, typed: str, text: str) -> None:
    world.plan(northmere, a_plan_about(text))

    assert find(manager, typed) == []


def test_finds_things_of_every_kind(northmere: World, manager: Acting) -> None:
    picture = a_picture(
        [an_item(text="Placement choice", actions=[an_action("Recruit placement officers")])],
        [a_finding(text="Placement is too far away")],
        [a_judgement("Placement")],
    )
    picture = replace(
        picture, plan=replace(picture.plan, title="Placement plan", glossary=(GlossaryEntry(term="PP", meaning="Placement panel"),))
    )
    world.plan(northmere, picture)
    boards.add(organisation=northmere.council, facts=boards.Facts(name="Placement Board"), by=manager)
    world.person(northmere, job_title="Head of Placement")

    found = Found(manager, "placement")

    assert [(kind.name, number) for kind, number in found.counts] == [
        ("plan", 1), ("item", 1), ("action", 1), ("inspection", 1), ("finding", 1), ("board", 1), ("person", 1), ("term", 1),
    ]  # fmt: skip
    assert len(found) == found.total == len(found[0:20]) == 8
    assert len(Found(manager, "placement", "board")) == 1
    assert len(Found(manager, "placement", "nonsense")) == 8


@pytest.mark.parametrize(
    "line",
    [
        an_action("Train", parts=("Zebra",)),
        an_action("Train", progress=("Zebra",)),
        an_action("Train", leads=("Zebra",)),
        an_action("Train", accountable_to=("Zebra",)),
    ],
)
def test_an_action_is_found_by_all_that_is_said_of_it(northmere: World, manager: Acting, line: object) -> None:
    world.plan(northmere, a_picture([an_item(actions=[line])]))

    assert find(manager, "zebra") == ["Train"]


def test_words_in_the_title_come_first(northmere: World, manager: Acting) -> None:
    actions = [an_action("Train", parts=("zebras",)), an_action("Zebra", number="2")]
    world.plan(northmere, a_picture([an_item(text="Training", outcomes=("Good zebras",), actions=actions)]))

    assert words(Found(manager, "zebra")) == ["Zebra", "Training", "Train"]


def test_what_was_found_is_marked(northmere: World, manager: Acting) -> None:
    world.plan(northmere, a_plan_about("Managers supervise <b>weekly</b>"))

    (hit,) = Found(manager, "supervision", "action")[0:20]

    assert hit.title == (("Managers ", False), ("supervise", True), (" <b>weekly</b>", False))
    assert hit.snippet == ()
    assert hit.where == "Action 1.1, Improvement plan"


def test_a_snippet_shows_what_the_title_does_not(northmere: World, manager: Acting) -> None:
    line = an_action("Train the managers", parts=("Every team is supervised",))
    world.plan(northmere, a_picture([an_item(actions=[line])]))

    for typed, found in (("supervise", "supervised"), ("managers supervise", "supervised"), ("managers", None)):
        (hit,) = Found(manager, typed, "action")[0:20]
        assert (found, True) in hit.snippet if found else hit.snippet == ()


def test_where_things_stand_is_said(northmere: World, manager: Acting) -> None:
    world.plan(northmere, a_picture([an_item("7", text="Zebra item")], [a_finding("A3", "Zebra finding")]))
    boards.add(organisation=northmere.council, facts=boards.Facts(name="Zebra Board"), by=manager)
    world.person(northmere, name="Zoe Zebra", job_title="Head of Care")

    assert [hit.where for hit in Found(manager, "zebra")[0:20]] == [
        "Item 7, Improvement plan",
        "Finding A3",
        "Board",
        "Person, Head of Care",
    ]


def test_a_text_cannot_mark_itself(northmere: World, manager: Acting) -> None:
    world.plan(northmere, a_plan_about(f"Audit {engines.START}all{engines.END} files"))

    (hit,) = Found(manager, "files", "action")[0:20]

    assert hit.title == (("Audit all ", False), ("files", True))


# What may not be seen takes no part


def answer(who: Acting, typed: str) -> object:
    found = Found(who, typed)
    return (
        [(kind.name, number) for kind, number in found.counts],
        [(hit.kind.name, hit.object_id, hit.title, hit.snippet, hit.where) for hit in found[0:20]],
    )


def lead_of(world_: World, plan: Plan) -> Acting:
    """A partner who leads the plan's first action and sees nothing else of it."""
    partner = world.person(world_, Kind.PARTNER_LEAD, name="Petra Partner")
    first = Action.objects.filter(item__plan=plan).order_by("pk").first()
    Lead.objects.create(action=first, order=99, as_printed="Partner", person=partner)
    return acting(partner)


def test_what_is_hidden_changes_nothing(northmere: World, manager: Acting) -> None:
    plan = world.plan(northmere, a_plan_about("Supervise the staff", findings=(), judgements=()))
    partner = lead_of(northmere, plan)
    before = answer(partner, "supervis* staff")

    rare = " ".join(["staff"] * 40)
    world.plan(northmere, a_plan_about("Supervise staff", f"Supervision of {rare}", findings=(), judgements=()))

    assert len(answer(manager, "supervis* staff")[1]) == 3
    assert answer(partner, "supervis* staff") == before
    assert [hit.words for hit in Found(partner, "supervise")[0:20]] == ["Supervise the staff"]


def test_a_partner_finds_nothing_of_other_actions_and_nobody(northmere: World) -> None:
    plan = world.plan(northmere, a_plan_about("Supervise the staff", "Audit the files", findings=(), judgements=()))
    partner = lead_of(northmere, plan)

    assert answer(partner, "audit") == ([], [])
    assert answer(partner, "Petra") == ([], [])
    assert answer(partner, "Orla") == ([], [])


def test_a_board_member_finds_what_their_board_watches(northmere: World, manager: Acting) -> None:
    world.plan(northmere, a_plan_about("Supervise the staff"))
    unwatched = a_plan([an_item(actions=[an_action("Supervise nobody")])], monitoring=())
    world.plan(northmere, a_picture(findings=(), plan=unwatched))
    board = boards.add(organisation=northmere.council, facts=boards.Facts(name=a_board().board), by=manager)
    member = world.person(northmere, Kind.BOARD_MEMBER)
    boards.add_member(board=board, person=member, by=manager, starts_on=world.LONG_AGO)

    assert find(acting(member), "supervise") == ["Supervise the staff"]
    assert find(acting(world.person(northmere, Kind.BOARD_MEMBER)), "supervise") == []


def test_an_administrator_finds_nothing(northmere: World) -> None:
    world.plan(northmere, a_plan_about("Supervise the staff"))

    assert answer(acting(northmere.administrator), "supervise")[0] == []


def test_a_closed_account_is_found_by_nobody_who_cannot_see_it(northmere: World, manager: Acting) -> None:
    gone = world.person(northmere, name="Gwen Gone")
    assert find(manager, "Gwen", "person") == ["Gwen Gone"]

    gone.is_active = False
    gone.save()

    assert find(manager, "Gwen", "person") == []


# Pages


def test_pages_follow_one_another_without_gap_or_repeat(northmere: World, manager: Acting) -> None:
    world.plan(northmere, a_plan_about(*(f"Audit file {number}" for number in range(45))))
    found = Found(manager, "audit", "action")

    cut = [hit.words for start in (0, 20, 40) for hit in found[start : start + 20]]

    assert len(found) == 45
    assert sorted(cut) == sorted(f"Audit file {number}" for number in range(45))


def test_a_page_takes_five_queries(northmere: World, django_assert_num_queries: object) -> None:
    world.plan(northmere, a_plan_about(*(f"Audit file {number}" for number in range(25))))
    who = acting(northmere.manager)

    with django_assert_num_queries(5):
        assert Found(who, "audit")[0:20]


# Nothing typed is an error


@pytest.fixture
def something(northmere: World) -> Acting:
    world.plan(northmere, a_plan_about("Supervise", "Audit the case file 47"))
    Board.objects.create(organisation=northmere.council, name="Board")
    return acting(northmere.manager)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.one_of(st.text(), st.text(alphabet="\"'*() -:^{}NEAR OR AND NOT\\%$au47,&|!<>"), st.text(alphabet="²ⅷ①ßıİſﬁ漢字한글ก็हिं€ª "))
)
def test_anything_can_be_sought(something: Acting, typed: str) -> None:
    found = Found(something, typed)

    assert len(found[0:20]) == min(len(found), 20)


@pytest.mark.parametrize("word", ["NEAR", "AND", "OR", "NOT", "NULL", "title", "body"])
def test_words_of_the_database_are_words(something: Acting, word: str) -> None:
    assert len(Found(something, word)) == 0


@pytest.mark.usefixtures("something")
def test_every_thing_is_indexed_once() -> None:
    keys = list(SearchEntry.objects.values_list("kind", "object_id"))

    assert len(keys) == len(set(keys))
