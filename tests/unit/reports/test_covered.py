"""Coverage of findings: what answers each, why, whether in time; what nothing answers is said to be so."""

from datetime import date

import pytest
from hypothesis import given

from goldthread.common.dates import PartDate
from goldthread.reports.covered import BASES, STATES, Covered, coverage, reason
from goldthread.thread import checks
from goldthread.thread.picture import Finding, Picture
from tests import strategies
from tests.factories import a_finding, a_judgement, a_picture, a_plan, an_action, an_inspection, an_item
from tests.unit.reports.pointers import at

SUPERVISION = "How often social workers are supervised"
HEALTH = "Complete initial health assessments of children in care within statutory timescales"


def only(*items: object, finding: Finding | None = None, **fields: object) -> Covered:
    picture = a_picture(items, [finding or a_finding()], **fields)  # type: ignore[arg-type]
    return coverage(picture)[0]


def due(day: str, number: str = "1") -> object:
    return an_action(number=number, due_dates=(PartDate(day),), by_when_text=day)


@given(strategies.pictures_without_history)
def test_every_pointer_leads_to_what_it_says(picture: Picture) -> None:
    found = coverage(picture)
    assert [id(at(picture, one.key)) for one in found] == [id(finding) for finding in picture.findings]
    for one in found:
        assert one.judgement_key is None or at(picture, one.judgement_key) in picture.judgements
        assert one.state in STATES
        for answer in one.answers:
            item = at(picture, answer.key)
            assert (item.ref, len(item.actions)) == (answer.ref, len(answer.actions))
            assert all(at(picture, action.key) is item.actions[number] for number, action in enumerate(answer.actions))


@given(strategies.pictures_without_history)
def test_nothing_is_called_covered_that_the_checks_call_open(picture: Picture) -> None:
    told = {(one.ref, one.state) for one in coverage(picture) if one.must_be_answered}
    for finding in checks.run(picture, as_at=date(2026, 3, 31), select=("GT701",)):
        assert (finding.refs[0], "covered") not in told


def test_an_item_with_the_same_words_answers_and_says_why() -> None:
    one = only(an_item("4", [an_action("Train managers"), an_action("Audit files", number="2")], text=SUPERVISION))
    (answer,) = one.answers
    assert (one.state, answer.key, answer.ref, answer.basis) == ("covered", "/plan/items/0", "4", BASES["same words"])
    assert answer.likeness is not None
    assert [(action.key, action.ref, action.words) for action in answer.actions] == [
        ("/plan/items/0/actions/0", "4.1", "Train managers"),
        ("/plan/items/0/actions/1", "4.2", "Audit files"),
    ]


def test_a_reference_is_no_likeness_of_words() -> None:
    (answer,) = only(an_item(text="Recruit", notes="See paragraph 14."), finding=a_finding("¶14", "Other words", kind="paragraph")).answers
    assert (answer.basis, answer.likeness) == (BASES["paragraph reference"], None)


def test_what_nothing_answers_is_not_covered_and_a_paragraph_is_background() -> None:
    assert only(an_item(text="Fostering")).state == "not covered"
    assert only(an_item(text="Fostering"), finding=a_finding("¶1", kind="paragraph")).state == "background"


def test_what_only_others_are_asked_is_covered_elsewhere_with_the_place() -> None:
    one = only(an_item(text="Fostering"), finding=a_finding(addressees=("NHS Northmere",)))
    assert (one.state, one.elsewhere, one.answers) == ("covered elsewhere", "NHS Northmere", ())


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (("2025-05",), True),
        (("2025-06-14",), True),
        (("2025-06",), True),  # the month of the limit may still keep it
        (("2025-07",), False),
        (("2025-05", "2025-07"), False),
        ((), None),
    ],
)
def test_the_latest_action_decides_whether_the_limit_is_kept(days: tuple[str, ...], kept: bool | None) -> None:
    actions = [due(day, str(number)) for number, day in enumerate(days, start=1)] or [an_action(due_dates=(), by_when_text="tbc")]
    one = only(an_item(actions=actions, text=SUPERVISION), finding=a_finding(due=PartDate("2025-06-14")))
    assert (one.kept, one.limit) == (kept, date(2025, 6, 14))
    assert "14 June 2025" in one.timing_words


def test_without_a_limit_nothing_is_said_to_be_kept() -> None:
    one = only(an_item(text=SUPERVISION), inspection=an_inspection(published=None))
    assert (one.limit, one.kept, one.timing_words) == (None, None, "no limit known")


def test_an_unanswered_finding_keeps_its_limit_in_view() -> None:
    one = only(an_item(text="Fostering"), finding=a_finding(due=PartDate("2025-06-14")))
    assert (one.kept, one.timing_words) == (None, "limit 14 June 2025, and nothing that could keep it")


def test_answers_stand_in_the_plans_order_with_the_judgement_behind() -> None:
    picture = a_picture(
        [an_item("9", text="Fostering"), an_item("5", text=SUPERVISION), an_item("2", text=f"{SUPERVISION} each month")],
        [a_finding(section="Help and protection")],
        [a_judgement(), a_judgement("Help and protection", "inadequate")],
    )
    (one,) = coverage(picture)
    assert [answer.ref for answer in one.answers] == ["5", "2"]
    assert one.judgement_key == "/judgements/1"


def test_a_report_without_a_plan_has_nothing_covered() -> None:
    found = coverage(a_picture(plan=a_plan([]), findings=[a_finding(), a_finding("A2", HEALTH)]))
    assert [one.state for one in found] == ["not covered", "not covered"]


@pytest.mark.parametrize(
    ("basis", "likeness", "said"),
    [
        (BASES["same words"], 99.4, "the item says the same words"),
        (BASES["same words"], 93.2, "the item says nearly the same words, 93 % alike"),
        (BASES["stated"], None, "the item names the finding"),
    ],
)
def test_words_that_differ_are_not_called_the_same(basis: str, likeness: float | None, said: str) -> None:
    assert reason(basis, likeness) == said
