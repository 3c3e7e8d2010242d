"""Decisions give the picture that is kept; what cannot be is refused in one line."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.common.errors import Refused
from goldthread.thread.picture import (
    Inspection,
    Picture,
    Problem,
)
from goldthread.thread.proposals.deciding import ACCEPT, REFUSE, Decision, accept_all, accepted, change, entered_changes
from goldthread.thread.proposals.listing import Proposal, general_problems, proposals
from tests.factories import a_finding, a_judgement, a_measure, a_picture, a_place, an_action, an_inspection, an_item
from tests.strategies import pictures


def by_path(picture: Picture, path: str) -> Proposal:
    return next(one for one in proposals(picture) if one.path == path)


def decided(picture: Picture, **decisions: Decision) -> Picture:
    """The picture with these decisions, item_0_action_1 for its path, and all else accepted."""
    return accepted(picture, accept_all(picture) | {path_of(name): one for name, one in decisions.items()})


def path_of(name: str) -> str:
    return {
        "item_0": "/plan/items/0",
        "item_1": "/plan/items/1",
        "action": "/plan/items/0/actions/0",
        "action_1": "/plan/items/0/actions/1",
        "finding": "/findings/0",
        "judgement": "/judgements/0",
        "inspection": "/inspection",
        "plan": "/plan",
        "board": "/plan/monitoring/0",
        "term": "/plan/glossary/0",
    }[name]


def with_action(**fields: object) -> Picture:
    return a_picture([an_item(actions=[an_action(**fields)])])


def problem(where: str) -> Problem:
    return Problem(where=where, found="31/02/2026", expected="a day", do="Say which.")


@pytest.mark.slow
@given(pictures)
def test_accepting_all_gives_the_same_picture(picture: Picture) -> None:
    assert accepted(picture, accept_all(picture)) == picture


@pytest.mark.slow
@given(pictures)
def test_refusing_all_leaves_where_it_came_from_and_nothing_else(picture: Picture) -> None:
    left = accepted(picture, dict.fromkeys(accept_all(picture), REFUSE))

    assert left == Picture(
        source=picture.source, report_source=picture.report_source, history=picture.history, problems=general_problems(picture)
    )


@pytest.mark.slow
@given(pictures, st.data())
def test_the_order_of_decisions_does_not_matter(picture: Picture, data: st.DataObject) -> None:
    paths = list(accept_all(picture))
    verdicts = data.draw(st.lists(st.sampled_from([ACCEPT, REFUSE]), min_size=len(paths), max_size=len(paths)))
    decisions = list(zip(paths, verdicts, strict=True))
    shuffled = data.draw(st.permutations(decisions))

    assert accepted(picture, dict(shuffled)) == accepted(picture, dict(decisions))


@pytest.mark.slow
@given(pictures, st.data())
def test_what_is_accepted_stays_as_it_is_and_what_is_refused_goes(picture: Picture, data: st.DataObject) -> None:
    listed = proposals(picture)
    refused = data.draw(st.sets(st.sampled_from([one.path for one in listed])))
    kept = accepted(picture, {one.path: REFUSE if one.path in refused else ACCEPT for one in listed})

    assert kept.findings == tuple(one for at, one in enumerate(picture.findings) if f"/findings/{at}" not in refused)
    assert kept.judgements == tuple(one for at, one in enumerate(picture.judgements) if f"/judgements/{at}" not in refused)
    assert kept.plan.items == tuple(
        replace(item, actions=tuple(one for n, one in enumerate(item.actions) if f"/plan/items/{at}/actions/{n}" not in refused))
        for at, item in enumerate(picture.plan.items)
        if f"/plan/items/{at}" not in refused
    )
    assert kept.inspection == (Inspection() if "/inspection" in refused else picture.inspection)


@pytest.mark.slow
@given(pictures)
def test_a_change_to_the_same_values_changes_nothing(picture: Picture) -> None:
    same = {one.path: change({each.name: each.raw for each in one.fields}) for one in proposals(picture)}

    assert accepted(picture, same) == picture


@pytest.mark.slow
@given(pictures)
def test_a_form_sent_back_as_it_was_is_acceptance(picture: Picture) -> None:
    for one in proposals(picture):
        assert entered_changes(one, {each.name: each.entry.replace("\n", "\r\n") for each in one.fields}) == ACCEPT


def test_a_refused_item_takes_its_actions_with_it() -> None:
    picture = a_picture([an_item("1"), an_item("2")])
    decisions = {path: one for path, one in accept_all(picture).items() if not path.startswith("/plan/items/0/")}

    assert [item.ref for item in accepted(picture, decisions | {"/plan/items/0": REFUSE}).plan.items] == ["2"]


def test_refused_facts_of_the_plan_leave_its_items() -> None:
    plan = decided(a_picture([an_item()]), plan=REFUSE).plan

    assert (plan.title, plan.owner, len(plan.items)) == (None, None, 1)


def test_a_changed_value_keeps_its_place() -> None:
    picture = with_action(place=a_place(quote="the row"), places={"by_when_text": a_place(quote="31/02/2026")})

    [item] = decided(picture, action=change({"by_when_text": "28 February 2026", "due_dates": ["2026-02-28"]})).plan.items

    assert (item.actions[0].by_when_text, item.actions[0].due_dates) == ("28 February 2026", ("2026-02-28",))
    assert item.actions[0].places == {"by_when_text": a_place(quote="31/02/2026")}
    assert item.actions[0].place == a_place(quote="the row")


def test_a_changed_outcome_keeps_its_place_and_a_cleared_one_goes() -> None:
    picture = a_picture([an_item(outcomes=["One", "Two", "Three"])])

    [item] = decided(picture, item_0=change({"outcomes/0/text": None, "outcomes/2/text": "3"})).plan.items

    assert [outcome.text for outcome in item.outcomes] == ["Two", "3"]


def test_something_that_was_not_read_can_be_given() -> None:
    assert decided(a_picture([an_item()]), inspection=change({"published": "2026-03-27"})).inspection.published == date(2026, 3, 27)
    assert decided(with_action(), action=change({"impact_rating": "Amber"})).plan.items[0].actions[0].impact_rating == "Amber"


def test_leads_that_a_person_names_are_no_longer_filled_down() -> None:
    picture = with_action(leads=("DCS", "Head of Care"), leads_basis="filled_down", responsible_lead="DCS")

    [item] = decided(picture, action=change({"leads": ["Head of Care"]})).plan.items
    [emptied] = decided(picture, action=change({"leads": []})).plan.items

    assert (item.actions[0].leads_basis, item.actions[0].responsible_lead) == ("printed", None)
    assert emptied.actions[0].leads_basis == "none"


def test_a_problem_goes_with_the_last_thing_that_it_names() -> None:
    picture = replace(a_picture([an_item("1"), an_item("2")]), problems=(problem("item 1; item 2"), problem("item 1"), problem("columns")))

    assert [one.where for one in decided(picture, item_0=REFUSE).problems] == ["item 1; item 2", "columns"]
    assert [one.where for one in decided(picture, item_0=REFUSE, item_1=REFUSE).problems] == ["columns"]


# What is refused in one line


@pytest.mark.parametrize(
    ("path", "decision", "words"),
    [
        ("/plan/items/7", ACCEPT, "“/plan/items/7” is not among what was read"),
        ("/plan/items/0/outcomes/0", REFUSE, "is not among what was read"),
        ("", REFUSE, "is not among what was read"),
        ("/findings/0", change({"ref": "A9"}), "has no “ref”. It has kind, number"),
        ("/findings/0", change({"place": {}}), "has no “place”"),
        ("/findings/0", change({"kind": "rumour"}), "Kind cannot be “rumour”. Choose one of area_for_improvement,"),
        ("/findings/0", change({"kind": None}), "Kind is empty"),
        ("/findings/0", change({"due": "31 February 2026"}), "Due cannot be “31 February 2026”. Enter a day such as"),
        ("/findings/0", change({"addressees": "Council"}), "Addressed to cannot be “Council”. Enter words, one a line"),
        ("/findings/0", change({"addressees": ["a", 5]}), "Addressed to cannot be"),
        ("/findings/0", change({"text": 5}), "Words cannot be “5”"),
        ("/judgements/0", change({"grade_number": True}), "cannot be “True”. Enter a whole number"),
        ("/judgements/0", change({"area": ""}), "Area is empty"),
        ("/inspection", change({"published": "2026-03"}), "Published cannot be “2026-03”. Enter a day"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(path: str, decision: Decision, words: str) -> None:
    picture = Picture(inspection=an_inspection(), judgements=(a_judgement(),), findings=(a_finding(),))

    with pytest.raises(Refused) as refused:
        accepted(picture, accept_all(picture) | {path: decision})

    assert words in str(refused.value)
    assert str(refused.value).isprintable()


def test_what_has_no_decision_is_not_taken_silently() -> None:
    picture = a_picture([an_item()])
    decisions = accept_all(picture)
    del decisions["/plan/items/0/actions/0"]

    with pytest.raises(Refused, match="Action 1 of item 1 has no decision yet"):
        accepted(picture, decisions)


# What a form sends


def test_only_what_was_entered_anew_is_a_change() -> None:
    one = by_path(with_action(), "/plan/items/0/actions/0")

    assert entered_changes(one, {"text": "Train all managers", "by_when_text": "September 2025"}) == change({"text": "Train all managers"})


def test_a_cleared_measure_goes() -> None:
    picture = a_picture([an_item(measures=(a_measure("Half"), a_measure("All")))])
    decision = entered_changes(by_path(picture, "/plan/items/0"), {"measures/0/text": ""})

    assert [one.text for one in decided(picture, item_0=decision).plan.items[0].measures] == ["All"]
