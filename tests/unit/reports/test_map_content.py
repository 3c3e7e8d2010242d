"""What the map says: leads, dates, marks, breaks and sums."""

from datetime import date

import pytest

from goldthread.common.dates import PartDate
from goldthread.reports.map.gather import gather
from goldthread.reports.map.lines import lead
from goldthread.reports.map.marks import colour_tone, grade_mark, key_marks, rating_mark
from goldthread.reports.map.words import initials, unmeasured
from goldthread.thread import checks
from goldthread.thread.picture import Evidence, Outcome, Picture, StatusKey
from tests.factories import TRAFFIC_LIGHTS, a_finding, a_judgement, a_measure, a_picture, a_plan, an_action, an_inspection, an_item

DAY = date(2025, 11, 24)


def content(picture: Picture, *findings: checks.CheckFinding):
    return gather(picture, findings, as_at=DAY)


def figure(picture: Picture, name: str):
    return next(figure for figure in content(picture).figures if figure.name == name)


@pytest.mark.parametrize(
    ("leads", "marked", "name", "words"),
    [
        ((), None, None, "no lead"),
        (("Head of Safeguarding",), None, "Head of Safeguarding", "Head of Safeguarding"),
        (("Head of Safeguarding", "Director"), "Director", "Director", "Director"),
        (("Head of Safeguarding", "Director"), None, None, "two leads, none responsible"),
        (("A", "B", "C"), None, None, "three leads, none responsible"),
    ],
)
def test_a_lead_is_the_marked_one_or_the_only_one_or_nobody(leads, marked, name, words):
    found = lead(an_action(leads=leads, responsible_lead=marked))
    assert (found.name, found.words) == (name, words)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Head of Safeguarding", "HS"),
        ("Assistant Director, Children’s Social Care", "ADCS"),
        ("DCS", "DCS"),
        ("AD (LAC)", "AD"),
        ("–", "?"),
    ],
)
def test_initials_are_few_and_acronyms_stay(name, short):
    assert initials(name) == short


@pytest.mark.parametrize(
    ("due", "late", "words"),
    [
        ("2025-06-13", False, "within the limit of 14 June 2025"),
        ("2025-06-14", False, "on the limit of 14 June 2025"),
        ("2025-06-15", True, "1 day later than the limit of 14 June 2025"),
        # a month is not made more exact than the paper
        ("2025-06", False, "in the month of the limit of 14 June 2025"),
        ("2025-07", True, "17 to 47 days later than the limit of 14 June 2025"),
        (None, False, "no date to set against the limit of 14 June 2025"),
    ],
)
def test_an_actions_date_against_the_limit(due, late, words):
    action = an_action(due_dates=(PartDate(due),) if due else ())
    found = content(a_picture([an_item(actions=[action], due=PartDate("2025-06-14"))])).actions[0].timing
    assert (found.late, found.words) == (late, words)


def test_without_any_limit_nothing_is_late():
    picture = a_picture([an_item()], findings=[], inspection=an_inspection(published=None))
    assert content(picture).actions[0].timing.words == "no limit known"
    assert figure(picture, "Late").out_of is None


def test_the_summary_counts_what_is_wrong_and_out_of_how_many():
    items = [
        an_item("1", [an_action(leads=(), responsible_lead=None), an_action(progress="Done and seen to work")], due=PartDate("2025-06-14")),
        an_item("2", [an_action(due_dates=(), by_when_text="Ongoing")], text="Something quite other"),
    ]
    picture = a_picture(items, findings=[a_finding("A1", "The stability of fostering placements")])
    found = {figure.name: (figure.number, figure.out_of) for figure in content(picture).figures}
    assert found == {"Late": (2, 2), "Overdue": (1, 2), "Nobody responsible": (1, 3), "Not covered": (1, 1), "Nothing reported": (2, 3)}


def test_the_headline_says_the_same_in_words():
    picture = a_picture([an_item(actions=[an_action(leads=(), responsible_lead=None, due_dates=())], text="Fostering")], findings=[])
    assert content(picture).headline == "Of one action, one has nobody marked as responsible and one shows neither evidence nor progress."


def test_the_headline_of_a_sound_plan_does_not_alarm():
    action = an_action(due_dates=(PartDate("2026-02-01"),), progress="Under way")
    picture = a_picture([an_item(actions=[action], text="How often social workers are supervised", due=PartDate("2026-03-01"))])
    assert "none is late or unled, and something is reported of each" in content(picture).headline
    assert "none is left" in content(picture).headline


@pytest.mark.parametrize(
    ("colour", "tone"),
    [
        ("Red", "red"),
        ("#FF0000", "red"),
        ("FFC000", "amber"),
        ("yellow", "amber"),
        ("#00B050", "green"),
        ("#0070C0", "blue"),
        ("#808080", "grey"),
        ("Light grey", "grey"),
        ("sparkling", "plain"),
        (None, "plain"),
    ],
)
def test_a_colour_finds_its_tone(colour, tone):
    assert colour_tone(colour) == tone


def test_a_rating_takes_its_colour_from_the_plans_own_key():
    key = (StatusKey(label="Complete", colour="Green"), StatusKey(label="On track", colour="Amber", meaning="Nothing in the way"))
    mark = rating_mark("on track", key)
    assert mark
    assert (mark.word, mark.letter, mark.tone, mark.shape, mark.meaning) == ("On track", "A", "amber", "diamond", "Nothing in the way")


def test_a_rating_that_no_key_explains_keeps_its_word_and_no_colour():
    mark = rating_mark("Embedded", TRAFFIC_LIGHTS)
    assert mark
    assert (mark.word, mark.tone, mark.meaning) == ("Embedded", "plain", None)


def test_no_rating_is_no_mark():
    assert rating_mark(" ", TRAFFIC_LIGHTS) is None
    assert rating_mark(None, ()) is None


def test_key_entries_never_share_a_letter_when_their_labels_tell_them_apart():
    key = (StatusKey(label="Amber", colour="Amber"), StatusKey(label="Amber embedded", colour="Amber"))
    assert [mark.letter for mark in key_marks(key)] == ["A", "AE"]


def test_green_and_grey_are_told_apart_without_their_colours():
    key = (StatusKey(label="Green", colour="#00B050"), StatusKey(label="Grey", colour="#BFBFBF"), StatusKey(label="Red"))
    assert [mark.letter for mark in key_marks(key)] == ["GN", "GY", "R"]


def test_a_grade_keeps_the_reports_words():
    mark = grade_mark(a_judgement(grade="requires_improvement", as_printed="Requires improvement to be good"))
    assert mark
    assert (mark.word, mark.letter, mark.tone) == ("Requires improvement to be good", "RI", "amber")


def test_a_framework_without_an_overall_grade_says_so_and_none_is_worked_out():
    judgements = [a_judgement("Help and protection"), a_judgement("Children in care")]
    found = content(a_picture(judgements=judgements, inspection=an_inspection(framework="ilacs-2026")))
    assert "not given under this framework" in found.no_grade[0]
    assert not any("verall" in line.judgement.area for service in found.services for line in service.grades)


def test_a_framework_with_an_overall_grade_says_nothing():
    assert content(a_picture(judgements=[a_judgement()])).no_grade == ()


def test_a_whole_thread_has_no_breaks():
    item = an_item(
        actions=[an_action(evidence=(Evidence(text="Audit of 30 files"),))],
        text="How often social workers are supervised",
        measures=(a_measure(),),
    )
    assert content(a_picture([item])).groups[0].items[0].breaks == ()


def test_each_missing_piece_is_a_break():
    item = an_item(actions=[an_action(leads=())], outcomes=[], text="Fostering")
    assert content(a_picture([item])).groups[0].items[0].breaks == (
        "no finding",
        "no outcome",
        "one action with nobody responsible",
        "one action with nothing reported",
        "no measure",
    )


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("90% of children are seen within 5 days, from 71%", True),
        ("Audits find supervision reflective", True),
        ("Supervision is good", False),
        ("[...]", False),
    ],
)
def test_an_outcome_measures_itself_only_when_it_states_how(text, measured):
    item = an_item(outcomes=[Outcome(text=text)])
    assert bool(content(a_picture([item])).groups[0].items[0].measures) is measured


def test_a_plan_folds_by_its_sections():
    items = [an_item(str(number), section="Leadership" if number < 3 else "Care") for number in range(1, 5)]
    assert [group.title for group in content(a_picture(items, findings=[])).groups] == ["Leadership", "Care"]


def test_a_long_section_folds_into_runs_of_items():
    items = [an_item(str(number)) for number in range(1, 26)]
    assert [group.title for group in content(a_picture(items, findings=[])).groups] == [
        "The plan: 1 to 10",
        "The plan: 11 to 20",
        "The plan: 21 to 25",
    ]


def test_findings_that_nothing_answers_stand_in_a_fold_of_their_own():
    picture = a_picture([an_item(text="Fostering")], findings=[a_finding(), a_finding("¶4", kind="paragraph")])
    last = content(picture).groups[-1]
    assert [line.finding.ref for line, _ in last.unanswered] == ["A1"]


def test_a_check_finds_the_place_it_speaks_of():
    picture = a_picture([an_item("7", [an_action(number="1"), an_action(number="2")])], findings=[])
    hit = checks.CheckFinding(code="GT201", title="Action with no lead", where="item 7:action 2", message="has no lead", do="name one")
    found = content(picture, hit)
    assert found.themes[0].groups[0].lines[0].href == found.actions[1].anchor
    assert [line.code for line in found.actions[1].checks] == ["GT201"]


def test_a_check_of_the_whole_plan_leads_nowhere():
    hit = checks.CheckFinding(code="GT101", title="T", where="plan", message="m", do="d")
    assert content(a_picture(), hit).themes[0].groups[0].lines[0].href is None


def test_an_empty_picture_says_that_nothing_was_read():
    found = content(Picture())
    assert found.headline == "No plan and no findings were read from this document."
    assert found.groups == ()


def test_repeated_refs_still_get_an_id_each():
    items = [an_item("1"), an_item("1")]
    found = content(a_picture(items, plan=a_plan(items)))
    assert len({line.anchor for line in found.actions}) == 2


@pytest.mark.parametrize(
    ("leads", "unit", "words"),
    [
        ([()], "action", "has no one person marked as responsible"),
        ([(), ("Head of Service",)], "actions", "has no one person marked as responsible"),
        ([(), ()], "actions", "have no one person marked as responsible"),
        ([("Head of Service",)], "action", "have no one person marked as responsible"),
    ],
)
def test_figures_agree_with_their_number(leads, unit, words):
    items = [an_item("1", actions=tuple(an_action(leads=named) for named in leads))]
    found = figure(a_picture(items, plan=a_plan(items)), "Nobody responsible")
    assert (found.unit, found.words) == (unit, words)


def test_a_report_without_a_plan_does_not_call_its_findings_unanswered():
    found = content(Picture(findings=(a_finding(ref="A1"), a_finding(ref="A2"))))
    assert found.headline.startswith("Inspectors asked for two things. No plan was read")
    assert next(each for each in found.figures if each.name == "Not covered").out_of is None


def test_an_item_with_some_measures_says_how_many_actions_have_none():
    measured, bare = an_action(measures=(a_measure(),)), an_action(measures=())
    assert unmeasured(gather_actions(measured, bare)) == "one action without a measure"
    assert unmeasured(gather_actions(bare, bare)) == "no measure"


def gather_actions(*actions):
    items = [an_item("1", actions=actions)]
    return content(a_picture(items, plan=a_plan(items))).actions


def test_a_rating_that_is_a_letter_is_not_said_twice():
    assert rating_mark("G", ()).says_its_letter
    assert not rating_mark("Green", ()).says_its_letter


def test_a_plans_owner_is_not_taken_for_the_authority():
    found = content(a_picture(inspection=an_inspection(authority=None), plan=a_plan([an_item()], owner="Director of Adults")))
    assert found.authority == "Plan owner: Director of Adults"
