"""GT4xx and GT5xx: what is a measure, an effect, a promise; and what is not."""

from dataclasses import replace

import pytest

from goldthread.thread import checks
from goldthread.thread.checks import EXAMPLE_DAY, Config
from goldthread.thread.checks.examples import an_action, an_item, example
from goldthread.thread.checks.wording import says_done, says_effect
from goldthread.thread.picture import Evidence, Item, Measure, Outcome, Part, Picture, Progress, Source, StatusKey

KEY = (StatusKey(label="Green", meaning="Complete"), StatusKey(label="Amber", meaning="In progress"), StatusKey(label="Grey"))


def flagged(code: str, picture: Picture, **settings: object) -> list[str]:
    found = checks.run(picture, as_at=EXAMPLE_DAY, select=[code], config=Config(**settings))  # type: ignore[arg-type]
    return [finding.where for finding in found]


def aiming(*outcomes: str, action: str = "Publish the policy", measure: str = "") -> Picture:
    measures = (Measure(text=measure),) if measure else ()
    return example(an_item(an_action(action, measures=measures), outcomes=tuple(Outcome(text=text) for text in outcomes)))


def saying(said: str, **more: object) -> Picture:
    return example(an_item(an_action(said=said, **more)), status_key=KEY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ("Placements are stable", "GT403"),
        ("Children are safer", "GT403"),
        ("Plans agreed in March 2026", "GT403"),
        ("Strategy for 2011-14 is in use", "GT403"),
        ("Recording reflects the individual needs of each child", "GT403"),
        ("Staff at all levels are supported", "GT403"),
        ("Education for pupils of KS4 and 16+ is better", "GT403"),
        ("Children will experience stability", "GT403"),
        ("95% of visits are in time, from 80%", "GT404"),
        ("All care leavers have a pathway plan", "GT404"),
        ("Fewer than 10 children move three times", "GT404"),
        ("Audit shows better plans", "GT405"),
        ("Children tell us that they are heard", "GT405"),
        # both kinds: nothing to say
        ("Audit finds 90% of plans good, from 60%", None),
        ("All children report in surveys that they are heard", None),
    ],
)
def test_kinds_of_measure(outcome: str, code: str | None) -> None:
    found = checks.run(aiming(outcome), as_at=EXAMPLE_DAY, select=["GT403", "GT404", "GT405"])
    assert [finding.code for finding in found] == ([code] if code else [])


def test_measures_beside_the_outcome_count() -> None:
    assert flagged("GT403", aiming("Children are safer", measure="Repeat plans fall from 24% to 18%")) == []
    assert flagged("GT401", aiming(measure="Repeat plans fall from 24% to 18%")) == ["item 1"]


def test_measures_without_an_outcome_are_told_apart_from_nothing() -> None:
    bare = checks.run(aiming(), as_at=EXAMPLE_DAY, select=["GT401"])
    measured = checks.run(aiming(measure="Repeat plans fall from 24% to 18%"), as_at=EXAMPLE_DAY, select=["GT401"])
    assert [one.message for one in (*bare, *measured)] == ["no outcome is stated", "no outcome is stated, only measures"]


def test_one_measured_outcome_is_enough_for_an_item() -> None:
    assert flagged("GT403", aiming("Children are safer", "All plans are audited")) == []
    assert flagged("GT403", aiming("Children are safer", "Families are happier")) == ["item 1"]


@pytest.mark.parametrize(
    ("action", "outcome", "found"),
    [
        ("Train all social workers in recording", "Social workers are trained in recording", True),
        ("Publish the policy", "Review the threshold document", True),
        ("Publish the policy", "To develop a new model of practice", True),
        # an effect, a change of direction, a shared word or two
        ("Train all social workers in recording", "Records show the child's voice", False),
        ("Train all social workers in recording", "Improve the timeliness of visits", False),
        ("Train all social workers", "Social workers feel confident in court", False),
        ("Publish the policy", "Use of the policy rises from 40% to 90% of cases", False),
        ("Publish the policy", "Reviews are held on time", False),
        (
            "Strengthen systems so that the views of parents and carers inform the service",
            "Views of parents and carers inform the service",
            False,
        ),
    ],
)
def test_outcome_that_restates_the_activity(action: str, outcome: str, found: bool) -> None:
    assert flagged("GT402", aiming(outcome, action=action)) == (["item 1:outcome 1"] if found else [])


@pytest.mark.parametrize(
    ("outcome", "missing"),
    [
        ("Increase the proportion of visits in time", "target"),
        ("Reduce the number of placement moves", "target"),
        ("Visits are in time in 95% of cases", "starting point"),
        # both ends, a standard that needs none, no figure promised
        ("Raise the proportion of visits in time from 80% to 95%", None),
        ("100% of children have a plan", None),
        ("Performance of 70% is maintained", None),
        ("Improve the quality of plans", None),
        ("A number of schools take part", None),
    ],
)
def test_figures_need_both_ends(outcome: str, missing: str | None) -> None:
    found = checks.run(aiming(outcome), as_at=EXAMPLE_DAY, select=["GT406"])
    assert [finding.message.rsplit("has no ", 1)[1] for finding in found] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("leads", "due", "outcome", "found"),
    [
        ("", "", "Audit finds 90% good", True),
        ("Head of Service", "", "Children are safer", True),
        ("Head of Service", "2026-06", "Children are safer", False),
        ("", "2026-06", "Audit finds 90% good", False),
    ],
)
def test_smart(leads: str, due: str, outcome: str, found: bool) -> None:
    assert bool(flagged("GT407", example(an_item(an_action(leads=leads, due=due), outcome=outcome)))) is found


@pytest.mark.parametrize(
    ("items", "where"),
    [
        ([an_item(an_action())], ["item 1"]),
        ([an_item(an_action()), an_item(an_action(), ref="2"), an_item(an_action(), ref="3")], ["plan"]),
        # an item without actions has a check of its own
        ([an_item()], []),
        ([an_item(an_action(), outcome="Children are safer")], []),
    ],
)
def test_no_outcome(items: list[Item], where: list[str]) -> None:
    assert flagged("GT401", example(*items)) == where


@pytest.mark.parametrize(
    ("said", "effect"),
    [
        ("Audit shows that plans have improved", True),
        ("Overdue reviews fell from 40 to 12", True),
        ("84% of visits in time", True),
        ("Young people say that meetings are shorter", True),
        ("Performance monitoring demonstrates positive diversion from care", True),
        # work, plans to measure, and words that sound like effect
        ("Workshops held and policy circulated to all teams", False),
        ("Impact will be measured at the end of term", False),
        ("Improvement plan agreed by the board", False),
        ("Evidence to be collected", False),
        ("Report on numbers presented in March 2026", False),
    ],
)
def test_effect(said: str, effect: bool) -> None:
    assert says_effect(said) is effect


def test_progress_without_effect_is_told_once_an_item() -> None:
    actions = (an_action(said="Policy discussed in every team."), an_action("Train", number="2", said="Policy circulated."))
    assert flagged("GT501", example(an_item(*actions))) == ["item 1"]
    assert flagged("GT501", example(an_item(*actions, an_action("Audit", number="3", said="Audit shows better plans.")))) == []


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("Training held for 64 staff.", ["item 1:action 1"]),
        ("Two workshops held in February.", ["item 1:action 1"]),
        # more than attendance, or no training at all
        ("Training held for 64 staff; 52 of 64 now use the tool.", []),
        ("Two courses run. Those who came cooked, budgeted, opened a bank account and found a flat they could afford.", []),
        ("Policy circulated.", []),
    ],
)
def test_training_offered_as_effect_beside_actions_that_had_one(said: str, where: list[str]) -> None:
    item = an_item(an_action(said=said), an_action("Audit", number="2", said="Audit shows better plans."))
    assert flagged("GT501", example(item)) == where


@pytest.mark.parametrize(
    "picture", [saying("On track."), saying(""), saying("Workshops held in every team this month.", impact_rating="Improving")]
)
def test_too_little_said_or_effect_rated_apart(picture: Picture) -> None:
    assert flagged("GT501", picture) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Meeting occurred 30.01.12 JB to insert report", True),
        ("Report will be available to insert W/C 26.03.12", True),
        ("Audit held. Results to follow.", True),
        ("Audit report awaited", True),
        ("Awaiting final data", True),
        ("Minutes to be added", True),
        # following, waiting and adding that promise no evidence
        ("Staff are to follow the new procedure", False),
        ("Children awaiting assessment are seen weekly", False),
        ("Two posts to be added to the team", False),
        ("Training took place w/c 26.03.12", False),
        ("Report presented in March", False),
    ],
)
def test_promised_evidence(said: str, found: bool) -> None:
    assert bool(flagged("GT502", saying(said))) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Policy revised (copy attached)", True),
        ("Template attached", True),
        ("See attached", True),
        ("Minutes are enclosed.", True),
        ("Summary enclosed", True),
        # people are attached too, a promise is another check, a named file is there
        ("A social worker is attached to each school", False),
        ("The report will be attached when agreed", False),
        ("Template attached: audit template.docx", False),
        ("Great importance is placed on attachment theory", False),
    ],
)
def test_enclosed(said: str, found: bool) -> None:
    assert bool(flagged("GT503", saying(said))) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Discussed 12.12.25", True),
        ("Discussed on 3rd January 2026", True),
        ("Meeting Jan 2026", False),
        ("Discussed 12.12.25. Agreed 2 March 2026.", False),
        ("Discussed 12.12.25, completed.", False),
        ("Discussed in winter", False),
        ("To commence December 2026", False),
    ],
)
def test_no_progress_for_two_months(said: str, found: bool) -> None:
    assert bool(flagged("GT504", saying(said))) is found


def test_the_plan_sets_how_many_months() -> None:
    assert flagged("GT504", saying("Discussed 12.12.25"), months_without_progress=4) == []


LETTERED = (Part(letter="a", text="Draft"), Part(letter="b", text="Train"))


@pytest.mark.parametrize(
    ("said", "rating", "found"),
    [
        ("Completed but profile needs to be raised", None, True),
        ("Completed. Launch to commence in April.", None, True),
        ("Training is not yet complete.", "Green", True),
        # not declared complete, or with nothing open
        ("Completed but profile needs to be raised", "Amber", False),
        ("Completed. Policy in use in every team.", None, False),
        ("Training is not yet complete.", "Grey", False),
        ("To be completed in April.", None, False),
        ("", "Green", False),
    ],
)
def test_complete_with_work_open(said: str, rating: str | None, found: bool) -> None:
    assert bool(flagged("GT505", saying(said, rating=rating))) is found


def test_one_part_complete_and_another_open_is_in_order_while_nobody_says_all_is_done() -> None:
    progress = (Progress(letter="a", text="Completed."), Progress(letter="b", text="To commence in April."))
    assert flagged("GT505", example(an_item(an_action(parts=LETTERED, progress=progress)))) == []


@pytest.mark.parametrize(
    ("said", "measure", "found"),
    [
        ("Completed. 84.9% in time; target 98%", "", True),
        ("Completed. Now 84.9% (from 76%) against a target of 98%.", "", True),
        ("Completed at 84.9%.", "Raise timeliness to 98%", True),
        ("Completed. Re-referrals 24%, target 18%.", "Reduce re-referrals", True),
        # reached, bettered, still open, no target, two targets
        ("Completed. 98% in time; target 98%", "", False),
        ("Completed. Re-referrals 16%, target 18%.", "Reduce re-referrals", False),
        ("In progress. 84.9% in time; target 98%", "", False),
        ("Completed. 84.9% in time.", "", False),
        ("Completed. 84.9%; target 80% by March, target 98% by May", "", False),
    ],
)
def test_closed_below_target(said: str, measure: str, found: bool) -> None:
    measures = (Measure(text=measure),) if measure else ()
    assert bool(flagged("GT506", saying(said, measures=measures))) is found


@pytest.mark.parametrize(
    ("rating", "due", "said", "found"),
    [
        ("Lime", "2026-01", "Draft is out.", True),
        ("Green", "2026-01", "", True),
        # in time, said to be done, rated as late as it is, or not to be told
        ("Lime", "2026-06", "Draft is out.", False),
        ("Lime", "2026-01", "Completed and in use.", True),
        ("Green", "2026-01", "Policy is in use.", False),
        ("Red", "2026-01", "Draft is out.", False),
        ("Grey", "2026-01", "Draft is out.", False),
        (None, "2026-01", "Draft is out.", False),
    ],
)
def test_rated_better_than_the_plan_bears_out(rating: str | None, due: str, said: str, found: bool) -> None:
    key = (*KEY, StatusKey(label="Lime", meaning="On track"), StatusKey(label="Red", meaning="Not on track, overdue"))
    assert bool(flagged("GT507", example(an_item(an_action(due=due, said=said, rating=rating)), status_key=key))) is found


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ({}, True),
        ({"due": "2026-03"}, True),
        ({"due": "2026-12"}, False),
        ({"rating": "Green"}, False),
        ({"evidence": (Evidence(text="Audit"),)}, False),
        ({"said": "Not started"}, False),
    ],
)
def test_no_progress(second: dict[str, object], found: bool) -> None:
    item = an_item(an_action(said="Draft is out."), an_action("Train", number="2", **second))  # type: ignore[arg-type]
    assert bool(flagged("GT508", example(item, status_key=KEY))) is found


def test_a_plan_that_reports_no_progress_at_all_is_a_new_plan() -> None:
    assert flagged("GT508", example(an_item(an_action(), an_action("Train", number="2")))) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [("Completed", True), ("Done.", True), ("Completed 12 January 2026", False), ("On track", False), ("", False)],
)
def test_bare_completed(said: str, found: bool) -> None:
    assert bool(flagged("GT509", saying(said))) is found


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("Completed", True),
        ("Policy launched in January and in place in all teams", True),
        ("Coordinator appointed", True),
        ("To be completed in April", False),
        ("Partially complete", False),
        ("80% complete", False),
        ("Incomplete", False),
        ("Will be launched once agreed", False),
        ("Draft discussed", False),
        ("Appointed a lead; training still to be arranged", False),
    ],
)
def test_said_to_be_done(said: str, done: bool) -> None:
    assert says_done(said) is done


@pytest.mark.parametrize(
    ("file", "said", "found"),
    [
        ("pack.txt", "Policy enclosed, CRB update.docx", ["item 1:action 1"]),
        ("pack.pdf", "Launched. Framework DRAFT.docx", ["item 1:action 1"]),
        # in a Word file a name may be a link, and other words hold dots
        ("plan.docx", "Policy enclosed, CRB update.docx", []),
        ("pack.txt", "Launched in March. Documents are in use.", []),
    ],
)
def test_a_file_named_on_paper_is_not_there(file: str, said: str, found: list[str]) -> None:
    picture = replace(saying(said), source=Source(file=file))
    assert flagged("GT503", picture) == found


def test_a_plan_with_ratings_and_no_progress_is_told_once() -> None:
    actions = [an_action(f"Step {number}", number=str(number), rating="Green") for number in (1, 2)]
    assert flagged("GT507", example(an_item(*actions), status_key=KEY)) == ["plan"]
    assert len(flagged("GT507", example(an_item(*actions, an_action("Train", number="3", said="Begun.")), status_key=KEY))) == 2


def test_findings_on_outcomes_stand_with_their_item() -> None:
    picture = example(an_item(an_action("Review the policy"), outcome="Review the policy"), an_item(ref="2"))
    found = [one.where for one in checks.run(picture, as_at=EXAMPLE_DAY, select=["GT101", "GT402"])]
    assert found == ["item 1:outcome 1", "item 2"]
