"""Terms as plans explain them, and acronyms that they do not."""

from dataclasses import replace

import pytest

from goldthread.models import Action, GlossaryTerm, Lead
from goldthread.operations import actions
from goldthread.queries import glossary
from goldthread.queries.glossary import Meanings
from goldthread.queries.pictures import of_plan
from goldthread.rules.acting import Acting
from goldthread.thread import checks
from goldthread.thread.picture import Evidence, GlossaryEntry, Measure
from tests import world
from tests.factories import a_picture, a_plan, an_action, an_item
from tests.world import DAY, Kind, World, acting


def entry(term: str, meaning: str) -> GlossaryEntry:
    return GlossaryEntry(term=term, meaning=meaning)


@pytest.fixture
def northmere() -> World:
    return world.council()


def explaining(northmere: World, *entries: GlossaryEntry, title: str = "Plan") -> str:
    return world.plan(northmere, a_picture(findings=(), plan=a_plan(title=title, glossary=entries, monitoring=()))).reference


def shown(who: Acting, **narrowed: str) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [
        (one.term, [(meaning, [str(plan) for plan in plans]) for meaning, plans in one.meanings])
        for one in glossary.entries(who, **narrowed)
    ]


# The page


@pytest.mark.django_db
def test_terms_stand_in_order_and_two_meanings_side_by_side_the_newest_plan_first(northmere: World) -> None:
    explaining(northmere, entry("PA", "Personal adviser"), entry("IRO", "Independent reviewing officer"), title="First")
    explaining(northmere, entry("PA", "Physical activity"), entry("IRO", "Independent  Reviewing Officer"), title="Second")

    assert shown(acting(northmere.manager)) == [
        ("IRO", [("Independent Reviewing Officer", ["Second", "First"])]),
        ("PA", [("Physical activity", ["Second"]), ("Personal adviser", ["First"])]),
    ]


@pytest.mark.django_db
def test_terms_can_be_narrowed(northmere: World) -> None:
    first = explaining(northmere, entry("PA", "Personal adviser"), title="First")
    explaining(northmere, entry("PA", "Physical activity"), entry("QA", "Quality assurance"), title="Second")
    who = acting(northmere.manager)

    assert shown(who, plan=first) == [("PA", [("Personal adviser", ["First"])])]
    assert [term for term, _ in shown(who, typed="qa")] == ["QA"]
    assert [term for term, _ in shown(who, typed="ADVISER")] == ["PA"]
    assert shown(who, plan="other") == shown(who, typed="zebra") == []


@pytest.mark.django_db
def test_only_terms_of_plans_that_the_reader_sees(northmere: World) -> None:
    explaining(northmere, entry("PA", "Personal adviser"), title="First")
    partner = world.person(northmere, Kind.PARTNER_LEAD)
    assert shown(acting(partner)) == []

    Lead.objects.create(action=Action.objects.get(), order=9, as_printed="Partner", person=partner)

    assert [term for term, _ in shown(acting(partner))] == ["PA"]
    assert shown(acting(northmere.administrator)) == shown(acting(world.person(northmere, Kind.SCRUTINY_COUNCILLOR))) == []


@pytest.mark.parametrize(("term", "letter"), [("iro", "I"), ("¶", "0–9"), ("16+", "0–9"), ("École", "É")])
def test_letters(term: str, letter: str) -> None:
    assert glossary.Entry(term=term, anchor="", meanings=()).letter == letter


def test_anchors_tell_terms_apart() -> None:
    assert len({glossary.anchor(term) for term in ("A&E", "AE", "漢", "字")}) == 4


# Acronyms that nothing explains


@pytest.mark.django_db
def test_it_finds_what_the_check_finds(northmere: World) -> None:
    line = an_action(
        "Report to the SSOB and the QRB",
        parts=("Ask the PRT",),
        progress=("The TFC agreed", "The SSOB agreed"),
        evidence=(Evidence(text="Minutes of the LMN"),),
        measures=(Measure(text="Seen by the XQZ"),),
        leads=("Head of RTQ",),
        by_when_text="After the JKW",
    )
    item = an_item(actions=[line], outcomes=("The ZPB knows",), notes="See the VBX")
    plan = world.plan(northmere, a_picture(plan=a_plan([item], glossary=(entry("QRB", "Quality review board"),))))

    found = dict(glossary.unexplained(plan))

    (told,) = checks.run(of_plan(plan).picture, as_at=DAY, select=("GT801",))
    assert found == {name: 2 if name == "SSOB" else 1 for name in ("JKW", "LMN", "PRT", "RTQ", "SSOB", "TFC", "VBX", "XQZ", "ZPB")}
    assert all(f"“{name}”" in told.message for name in found)
    assert told.message.startswith(f"{len(found)} acronyms")


@pytest.mark.django_db
def test_leads_and_dates_of_the_past_use_no_words_any_more(northmere: World) -> None:
    plan = world.plan(northmere, a_picture([an_item(actions=[an_action(leads=("Head of RTQ",), by_when_text="After the JKW")])]))
    manager, action = acting(northmere.manager), Action.objects.get()
    actions.change_leads(action=action, by=manager, version=1, leads=[actions.NewLead(words="Head")])
    actions.change_due_date(action=action, by=manager, version=2, by_when="May", dates=["2026-05"], why="Said so")

    assert glossary.unexplained(plan) == []


@pytest.mark.django_db
def test_two_queries(northmere: World, django_assert_num_queries: object) -> None:
    plan = world.plan(northmere, a_picture([an_item(actions=[an_action("Ask the SSOB", number=str(at)) for at in range(30)])]))

    with django_assert_num_queries(2):
        assert glossary.unexplained(plan) == [("SSOB", 30)]


# Words of a page

KNOWN = Meanings((("IRO", "reviews"), ("CiN", "in need"), ("Care leaver", "young adult"), ("LADO / DO", "officer"), ("A&E", "hospital")))


def marked(text: str, known: Meanings = KNOWN) -> list[str]:
    return [f"{words}={meaning}" for words, meaning in known.split(text) if meaning]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The IRO asks", ["IRO=reviews"]),
        ("The IRO asks the IRO", ["IRO=reviews"]),
        ("Three IROs ask", ["IROs=reviews"]),
        ("(IRO)/CiN.", ["IRO=reviews", "CiN=in need"]),
        ("A care  Leaver left", ["care  Leaver=young adult"]),
        ("DO or LADO", ["DO=officer", "LADO=officer"]),
        ("At A&E", ["A&E=hospital"]),
        ("do it in cin", []),
        ("IRON, EIRO, IRO2 and iro", []),
        ("iro@IRO.org IRO@x.org www.IRO.org", []),
        ("care leavers", []),
        ("", []),
    ],
)
def test_whole_words_are_found_once(text: str, found: list[str]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize("text", ["The IRO asks (IRO) two IROs, then stops", "", "IRO", "no term"])
def test_no_word_is_lost(text: str) -> None:
    assert "".join(words for words, _ in KNOWN.split(text)) == text


def test_of_two_names_the_longer_is_meant_and_of_two_meanings_the_first() -> None:
    known = Meanings((("Board", "people"), ("Improvement Board", "the one"), ("Board", "wood"), ("Empty", " "), ("", "nothing")))

    assert marked("The improvement board and a board, empty", known) == ["improvement board=the one", "board=people"]
    assert marked("Anything", Meanings(())) == []


def test_several_texts_share_what_was_seen() -> None:
    seen: set[int] = set()

    assert [len(list(KNOWN.split("IRO", seen))) for _ in range(2)] == [3, 1]


@pytest.mark.django_db
def test_a_plans_terms_are_made_once_and_never_old(northmere: World, django_assert_num_queries: object) -> None:
    plan = world.plan(northmere, replace(a_picture(), plan=a_plan(glossary=(entry("QA", "Quality"),))))
    with django_assert_num_queries(1):
        first = glossary.of_plan(plan)
    assert glossary.of_plan(plan) is first

    GlossaryTerm.objects.update(meaning="Question")

    assert marked("QA", glossary.of_plan(plan)) == ["QA=Question"]
