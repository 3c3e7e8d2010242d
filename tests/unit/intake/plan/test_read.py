"""Plans of every shape, from blocks to values."""

import time
from datetime import date

import pytest

from goldthread.intake.document import Block, Line, Span
from goldthread.intake.plan.read import looks_like_plan, read_plan
from tests.unit.intake.plan.plan_papers import LEFT, UP, actions, document, heading, items, line, read, table

HEADS = ("Action", "Lead", "By when", "RAG")


def test_items_come_from_a_recommendation_column_and_its_merged_cells() -> None:
    found = items(
        heading("Riverton Improvement Plan", 1),
        table(
            ("Recommendation", *HEADS),
            ("1. Improve supervision.", "1.1 Write a policy.", "Head of Care", "March 2024", "Green"),
            (UP, "1.2 Train managers.", "Head of Care", "By end June 2024", "Amber"),
            ("2. Hear children.", "2.1 Set up a panel.", "Director of Children’s Services", "Ongoing", "Red"),
        ),
    )
    assert [(item.ref, item.kind, item.text, len(item.actions)) for item in found] == [
        ("1", "recommendation", "Improve supervision.", 2),
        ("2", "recommendation", "Hear children.", 1),
    ]
    assert [action.number for item in found for action in item.actions] == ["1.1", "1.2", "2.1"]
    assert [action.due_dates for item in found for action in item.actions] == [("2024-03",), ("2024-06-30",), ()]


def test_workstreams_are_sections_where_the_rows_name_their_items() -> None:
    heads = ("Objective", "What we will do", "Who", "When", "What will success look like?", "Progress")
    found = items(
        heading("Children’s Services Improvement Plan", 1),
        heading("Workstream 1: Leadership"),
        table(heads, ("Leaders know practice", "Hold clinics.", "Assistant Director", "Monthly", "90% of clinics held", "Six held.")),
        heading("Workstream 2: Practice"),
        table(heads, ("Plans are good", "Audit ten plans.", "Head of Quality", "From April 2024", "80% good", "")),
    )
    assert [item.section for item in found] == ["Workstream 1: Leadership", "Workstream 2: Practice"]
    assert [action.measures[0].text for item in found for action in item.actions] == ["90% of clinics held", "80% good"]
    assert found[0].actions[0].recurrence == "monthly"


def test_a_heading_over_a_table_without_items_is_the_item() -> None:
    (first, second) = items(
        heading("Improvement plan", 1),
        heading("Priority 1: Supervision"),
        table(HEADS, ("Write a policy.", "Head of Care", "March 2024", "Green")),
        heading("Priority 2: Voice"),
        table(HEADS, ("Set up a panel.", "Head of Voice", "May 2024", "")),
    )
    assert [(item.number, item.text, item.section) for item in (first, second)] == [("1", "Supervision", None), ("2", "Voice", None)]


def test_several_how_rows_under_one_what_are_its_actions() -> None:
    (item,) = items(
        heading("Theme A: Practice"),
        table(
            ("What", "How", "When", "Who", "Success criteria"),
            ("Better assessments", "Train all staff.", "May 2017", "Principal Social Worker", "All trained"),
            (UP, "Audit a sample.", "June 2017", "QA Manager", "80% good"),
            (UP, "Give feedback.", "July 2017", UP, ""),
        ),
    )
    assert [(a.text, a.leads, a.leads_basis) for a in item.actions] == [
        ("Train all staff.", ("Principal Social Worker",), "printed"),
        ("Audit a sample.", ("QA Manager",), "printed"),
        ("Give feedback.", ("QA Manager",), "filled_down"),
    ]


def test_bands_between_rows_are_items() -> None:
    found = items(
        table(
            ("Ref", "Action", "Owner", "Due date", "RAG"),
            ("Priority 1 – Leadership", LEFT, LEFT, LEFT, LEFT),
            ("1.1", "Set up a board.", "Chief Executive", "01/04/2024", "Green"),
            ("1.2", "Appoint a chair.", "Chief Executive", "01/05/2024", "Green"),
            ("Priority 2 – Practice", LEFT, LEFT, LEFT, LEFT),
            ("2.1", "Audit cases.", "Head of Quality", "01/06/2024", "Red"),
        )
    )
    assert [(item.ref, item.text, [a.number for a in item.actions]) for item in found] == [
        ("1", "Leadership", ["1.1", "1.2"]),
        ("2", "Practice", ["2.1"]),
    ]


def test_an_items_head_above_the_headings_gives_label_timescale_and_notes() -> None:
    (item,) = items(
        table(
            (
                "1. Ofsted Recommendation\nTimescale: Immediate",
                "Ensure that supervision is regular.\nNB: Shared with health.",
                LEFT,
                LEFT,
                LEFT,
            ),
            ("Required Outcome", "Actions", "Lead", "By when/Accountable to", "Evidence of progress January 2012"),
            ("Staff get supervision.\nRecords show impact.", "1. Review papers.", "Head of Care", "End April 2012. Report to DMT.", "Done"),
        )
    )
    assert (item.number, item.source, item.kind, item.timescale) == ("1", "Ofsted", "recommendation", "immediately")
    assert (item.text, item.notes) == ("Ensure that supervision is regular.", "NB: Shared with health.")
    assert [outcome.text for outcome in item.outcomes] == ["Staff get supervision.", "Records show impact."]
    assert (item.actions[0].due_dates, item.actions[0].accountable_to) == (("2012-04-30",), ("DMT",))


def test_facts_about_an_item_in_rows_of_their_own_are_its_outcomes_and_measures() -> None:
    (item,) = items(
        table(
            ("Ref", "Action", "Lead", "By when"),
            ("7. Step up sooner.", LEFT, "Additional area for development", LEFT),
            ("Outcome", LEFT, "Families are helped in time.", LEFT),
            ("How we will know", LEFT, "Decisions within two days.", LEFT),
            ("7.1", "Replace the forms.", "Head of Early Help", "May 2024"),
        )
    )
    assert (item.kind, [o.text for o in item.outcomes], [m.text for m in item.measures]) == (
        "area_for_development",
        ["Families are helped in time."],
        ["Decisions within two days."],
    )
    assert [a.number for a in item.actions] == ["7.1"]


def test_a_two_row_heading_tells_delivery_and_impact_ratings_apart() -> None:
    (action,) = actions(
        table(
            ("No", "Priority", "Action", "Lead", "Timescale", "RAG", LEFT),
            (UP, UP, UP, UP, UP, "Delivery", "Impact"),
            ("1", "Early help", "Open two hubs.", "Head of Early Help", "Sept 2024", "Green", "Amber"),
        )
    )
    assert (action.rating, action.impact_rating) == ("Green", "Amber")


def test_a_row_of_groups_over_the_headings_is_no_heading_of_its_own() -> None:
    (item,) = items(
        table(
            ("Item", LEFT, LEFT, "Action", LEFT, LEFT, "Position in March", LEFT),
            ("No.", "Area", "Outcome", "Ref", "Action", "Lead", "Due", "Progress"),
            ("1", "Supervision", "Staff are supported.", "1.1", "Write a policy.", "Head of Care", "May 2024", "Begun."),
        )
    )
    assert (item.number, item.text, item.actions[0].number, item.actions[0].text) == ("1", "Supervision", "1.1", "Write a policy.")


def test_quarter_columns_keep_their_names_in_the_progress() -> None:
    (action,) = actions(
        table(
            ("Action", "Lead", "By when", "Q1", "Q2", "Q3"),
            ("Recruit ten workers.", "HR Business Partner", "Dec 2024", "Advert out", "Four started", ""),
        )
    )
    assert action.progress[0].text == "Q1: Advert out\nQ2: Four started"


def test_a_repeated_heading_over_a_page_break_goes_on_with_the_item() -> None:
    heads = ("Recommendation", *HEADS)
    found = items(
        table(heads, ("1. Improve.", "Write a policy.", "Head of Care", "March 2024", "Green")),
        table(heads, ("", "Train managers", "Head of Care", "May 2024", "Red"), number=2),
        file="plan.pdf",
    )
    assert [len(item.actions) for item in found] == [2]


def test_a_row_that_a_page_cut_goes_on_in_the_next_table() -> None:
    (item,) = items(
        table(HEADS, ("Write a policy that", "Head of Care", "March 2024", "Green")),
        table(HEADS, ("managers can use every day.", "", "", ""), number=2),
        file="plan.pdf",
    )
    assert [action.text for action in item.actions] == ["Write a policy that managers can use every day."]


def test_columns_that_headings_do_not_name_are_told_by_what_they_hold() -> None:
    found = actions(
        table(
            ("No", "Things we promise", "Person", "Finish line", "Traffic light"),
            ("1", "Write a new strategy with partners", "Head of Safeguarding", "May 2024", "Green"),
            ("2", "Train all practitioners in the toolkit", "Principal Social Worker", "September 2024", "Amber"),
        )
    )
    assert [(a.number, a.leads, a.due_dates, a.rating) for a in found] == [
        ("1", ("Head of Safeguarding",), ("2024-05",), "Green"),
        ("2", ("Principal Social Worker",), ("2024-09",), "Amber"),
    ]


def test_a_table_without_headings_is_read_and_said_to_be() -> None:
    reading = read(
        table(
            ("Write a new neglect strategy with partners", "Head of Safeguarding", "May 2024"),
            ("Train all practitioners in the neglect toolkit", "Principal Social Worker", "September 2024"),
        )
    )
    assert reading.plan.items[0].actions[0].text == "Write a new neglect strategy with partners"
    assert any("without headings" in problem.found for problem in reading.problems)


def test_a_column_that_nobody_understands_is_a_problem_and_not_silence() -> None:
    reading = read(table((*HEADS, "Zebra"), ("Write a policy.", "Head of Care", "May 2024", "Green", "some words of a kind unknown to us")))
    assert [p.found for p in reading.problems] == ["a column headed “Zebra”"]


def test_a_followed_up_recommendation_is_item_and_action_in_one() -> None:
    found = items(
        table(
            ("Recommendation", "Lead officer", "Target date", "Progress", "RAG"),
            ("R1. Improve audits.", "Head of Quality", "May 2024", "Under way.", "Amber"),
            ("R2. Improve voice.", "DCS", "June 2024", "", "Red"),
        )
    )
    assert [(item.ref, item.text, item.actions[0].text, item.actions[0].rating) for item in found] == [
        ("R1", "Improve audits.", "Improve audits.", "Amber"),
        ("R2", "Improve voice.", "Improve voice.", "Red"),
    ]


@pytest.mark.parametrize("blank", ["", "TBC", "–"])
def test_nothing_is_made_up_for_a_blank_cell(blank: str) -> None:
    (action,) = actions(table(HEADS, ("Write a policy.", blank, blank, "")))
    assert (action.leads, action.leads_basis, action.due_dates, action.rating) == ((), "none", (), None)


def test_an_underlined_lead_is_the_responsible_one() -> None:
    spans = (Span(text="Head of Care", underline=True), Span(text=" / "), Span(text="Head of Early Help"))
    (action,) = actions(table(HEADS, ("Write a policy.", spans, "May 2024", "")))
    assert (action.leads, action.responsible_lead) == (("Head of Care", "Head of Early Help"), "Head of Care")


def test_by_when_and_accountable_in_one_cell_are_taken_apart() -> None:
    (action,) = actions(
        table(
            ("Action", "Lead", "By when / Accountable to"),
            ("Write a policy.", "Head of Care", "30 May 2024\nAccountable to: Improvement Board"),
        )
    )
    assert (action.by_when_text, action.due_dates, action.accountable_to) == ("30 May 2024", ("2024-05-30",), ("Improvement Board",))


def test_lettered_parts_are_answered_by_lettered_progress() -> None:
    (action,) = actions(
        table(
            ("Action", "Lead", "By when", "Progress"),
            ("Coach managers through:\na. workshops\nb. observation", "Head of Care", "May 2024", "a. Three held\nb. None yet"),
        )
    )
    assert [(p.letter, p.text) for p in action.parts] == [("a", "workshops"), ("b", "observation")]
    assert [(p.letter, p.text) for p in action.progress] == [("a", "Three held"), ("b", "None yet")]


# Ratings: the plan's own key, never the hue


KEYS: dict[str, tuple[Block, ...]] = {
    "shaded cell and meaning": (table(("Colour", "Meaning"), (("", "00B050"), "Complete"), (("", "FF0000"), "Not started")),),
    "shaded words": (heading("Key"), table((("Complete", "00B050"), ("Not started", "FF0000")))),
    "shaded words down": (
        heading("RAG key"),
        table((("Complete", "00B050"), "All is done and seen"), (("Not started", "FF0000"), "Nothing yet")),
    ),
}


@pytest.mark.parametrize("name", KEYS)
def test_a_fill_is_rated_under_the_documents_own_key(name: str) -> None:
    found = read(*KEYS[name], heading("Actions"), table(HEADS, ("Write.", "Head of Care", "May 2024", ("", "FF0000"))))
    assert found.plan.items[0].actions[0].rating == "Not started"
    assert len(found.plan.status_key) == 2
    assert not found.problems


def test_a_fill_without_a_key_is_kept_as_it_is_and_asked_about_once() -> None:
    found = read(
        table(HEADS, ("Write.", "Head of Care", "May 2024", ("", "FF0000")), ("Train.", "Head of Care", "May 2024", ("", "FF0000")))
    )
    assert [a.rating for a in found.plan.items[0].actions] == ["#FF0000", "#FF0000"]
    assert [p.found for p in found.problems] == ["cells shaded #FF0000 without a word"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Key: Red = off track; Amber = at risk; Green = on track",),
        ("Red – off track", "Amber – at risk", "Green – on track"),
        ("RAG rating", "Red: off track", "Amber: at risk", "Green: on track"),
    ],
)
def test_a_key_in_lines_is_found(lines: tuple[str, ...]) -> None:
    found = read(*(line(text) for text in lines), table(HEADS, ("Write.", "Head of Care", "May 2024", "Red")))
    assert [(k.label, k.meaning) for k in found.plan.status_key] == [("Red", "off track"), ("Amber", "at risk"), ("Green", "on track")]


# Forms and prose


def test_a_form_with_labels_down_the_side_is_one_action() -> None:
    found = items(
        heading("Priority 1: Supervision"),
        table(
            ("Action", "Issue a policy."),
            ("Lead", "Head of Care"),
            ("By when", "March 2024"),
            ("Success measure", "95% held"),
            ("RAG", "Green"),
        ),
        table(("Action", "Train managers."), ("Lead", "Head of Learning"), ("By when", "June 2024"), number=2),
    )
    assert [(a.text, a.leads, a.due_dates) for item in found for a in item.actions] == [
        ("Issue a policy.", ("Head of Care",), ("2024-03",)),
        ("Train managers.", ("Head of Learning",), ("2024-06",)),
    ]
    assert [item.text for item in found] == ["Supervision"]


def test_a_form_with_an_action_in_each_column_is_read_across() -> None:
    found = actions(
        table(
            ("Action", "Issue a policy.", "Train managers."),
            ("Lead", "Head of Care", "Head of Learning"),
            ("By when", "May 2024", "June 2024"),
        )
    )
    assert [(a.text, a.leads) for a in found] == [("Issue a policy.", ("Head of Care",)), ("Train managers.", ("Head of Learning",))]


def test_a_plan_in_labelled_lines_is_read() -> None:
    found = items(
        heading("Action plan", 1),
        heading("1. Supervision"),
        line("Action: Issue a new policy. Lead: Head of Care. By: March 2024"),
        line("Action: Train managers."),
        line("Lead: Principal Social Worker"),
        line("By when: June 2024"),
        heading("2. Voice"),
        line("• Set up a panel (Lead: Participation Manager; by May 2024)"),
    )
    assert [(item.number, item.text, [(a.text, a.leads, a.due_dates) for a in item.actions]) for item in found] == [
        (
            "1",
            "Supervision",
            [("Issue a new policy.", ("Head of Care",), ("2024-03",)), ("Train managers.", ("Principal Social Worker",), ("2024-06",))],
        ),
        ("2", "Voice", [("Set up a panel", ("Participation Manager",), ("2024-05",))]),
    ]


# What must not be read as actions


OTHERS: dict[str, Block] = {
    "risk register": table(
        ("Risk", "Likelihood", "Impact", "Score", "Mitigation", "Owner"), ("Staff leave", "3", "4", "12", "Offer", "Head of HR")
    ),
    "risk register with actions": table(
        ("Risk description", "Likelihood", "Impact", "Risk score", "Mitigating action", "Owner", "Due date"),
        ("Staff leave", "3", "4", "12", "Offer more", "Head of HR", "May 2024"),
    ),
    "scorecard": table(
        ("Indicator", "Baseline", "Target", "Apr 24", "May 24", "RAG"), ("Visits on time", "60%", "90%", "70%", "75%", "Amber")
    ),
    "versions": table(
        ("Version", "Date", "Author", "Changes"),
        ("0.1", "01/02/2024", "A Writer", "First draft"),
        ("0.2", "01/03/2024", "A Writer", "More"),
    ),
    "members": table(("Name", "Role", "Organisation"), ("A Person", "Chair", "Council"), ("B Person", "Member", "Police")),
    "counts": table(("Status", "Number of actions"), ("Green", "5"), ("Red", "1")),
    "counts by section": table(("Section", "Blue", "Green", "Red"), ("Section 1", "4", "6", "0"), ("Section 2", "1", "2", "3")),
    "glossary": table(("Term", "Meaning"), ("DMT", "Departmental Management Team"), ("QA", "Quality assurance")),
    "boards": table(
        ("Board", "How often", "Purpose"), ("Improvement Board", "Monthly", "Watches the plan"), ("Cabinet", "Quarterly", "Agrees it")
    ),
    "grades": table(("Grade", "Description"), ("Outstanding", "A service that exceeds"), ("Good", "A service that meets")),
    "findings": table(("Responsible leaders", "Areas for improvement"), ("The council", "Improve plans."), ("Health", "Cut waits.")),
    "contents": table(("1. Introduction", "2"), ("2. The plan", "4")),
    "judgements": table(("Judgement", "Grade"), ("Leaders", "Requires improvement"), ("Overall", "Good")),
}


@pytest.mark.parametrize("name", OTHERS)
def test_tables_of_other_kinds_are_no_items(name: str) -> None:
    assert items(OTHERS[name]) == ()
    assert not looks_like_plan(document(OTHERS[name]))


@pytest.mark.parametrize("name", OTHERS)
def test_tables_of_other_kinds_do_not_disturb_a_plan(name: str) -> None:
    found = items(OTHERS[name], heading("Priority 1: Voice"), table(HEADS, ("Write.", "Head of Care", "May 2024", "Red"), number=2))
    assert [(item.text, len(item.actions)) for item in found] == [("Voice", 1)]


def test_a_report_is_no_plan() -> None:
    report = document(
        heading("Inspection of Riverton", 1),
        heading("What needs to improve"),
        line("• The quality of supervision."),
        line("The experiences of children in care are good. Managers lead well."),
        OTHERS["judgements"],
    )
    assert not looks_like_plan(report)


def test_blocks_of_a_report_in_the_same_file_are_left_alone() -> None:
    whole = document(
        table(HEADS, ("Not this.", "Head of Care", "May 2024", "Red")), table(HEADS, ("This.", "Head of Care", "May 2024", "Red"))
    )
    (item,) = read_plan(whole, skip=range(1)).plan.items
    assert [action.text for action in item.actions] == ["This."]


# The plan as a whole


def test_title_and_owner_come_from_a_control_table() -> None:
    plan = read(
        table(("Document title", "Riverton Improvement Plan"), ("Owner", "Director of Children’s Services"), ("Version", "2.0")),
        table(HEADS, ("Write.", "Head of Care", "May 2024", "Red")),
    ).plan
    assert (plan.title, plan.owner) == ("Riverton Improvement Plan", "Director of Children’s Services")


@pytest.mark.parametrize(
    ("lines", "title", "owner"),
    [
        (
            ("Riverton Improvement Plan 2024", "Owner: Director of Children’s Services"),
            "Riverton Improvement Plan 2024",
            "Director of Children’s Services",
        ),
        (
            ("Riverton Council, Children’s Services", "Action Plan in response to the inspection"),
            "Action Plan in response to the inspection",
            "Riverton Council, Children’s Services",
        ),
        (("This action plan has been produced in response to the report.",), None, None),
    ],
)
def test_title_and_owner_come_from_the_first_lines(lines: tuple[str, ...], title: str | None, owner: str | None) -> None:
    plan = read(*(line(text) for text in lines), table(HEADS, ("Write.", "Head of Care", "May 2024", "Red"))).plan
    assert (plan.title, plan.owner) == (title, owner)


def test_boards_mechanisms_and_glossary_come_from_lists() -> None:
    plan = read(
        heading("Monitoring arrangements"),
        line("1. Improvement Board on a monthly basis", bullet=True),
        line("2. The Lead Member will have a key role in monitoring", bullet=True),
        line("There are two mechanisms for monitoring progress:"),
        line("1. A monthly update.", bullet=True),
        heading("Glossary"),
        line("DMT – Departmental Management Team"),
        line("QA - Quality assurance"),
        table(HEADS, ("Write.", "Head of Care", "May 2024", "Red")),
    ).plan
    assert [(m.board, m.cadence) for m in plan.monitoring] == [("Improvement Board", "monthly"), ("Lead Member", None)]
    assert [m.text for m in plan.mechanisms] == ["A monthly update."]
    assert [(g.term, g.meaning) for g in plan.glossary] == [("DMT", "Departmental Management Team"), ("QA", "Quality assurance")]


def test_items_that_share_numbers_over_sections_have_refs_of_their_own() -> None:
    heads = ("Recommendation", *HEADS)
    row = ("Write.", "Head of Care", "May 2024", "Red")
    found = items(
        heading("1. Safeguarding recommendations"),
        table(heads, ("1. Improve.", *row), ("2. Hear.", *row)),
        heading("2. Looked-after recommendations"),
        table(heads, ("1. Place.", *row), ("2. Plan.", *row), number=2),
    )
    assert [item.ref for item in found] == ["1.1", "1.2", "2.1", "2.2"]


def test_a_time_band_without_a_date_is_counted_from_publication_and_said_to_be() -> None:
    blocks = (
        table(
            ("1. Recommendation: Improve.\nTimescale: Within 3 months", LEFT, LEFT, LEFT),
            HEADS,
            ("Write.", "Head of Care", "May 2024", "Red"),
        ),
    )
    reading = read_plan(document(*blocks), published=date(2024, 1, 31))
    assert (reading.plan.items[0].timescale, reading.plan.items[0].due) == ("within_3_months", "2024-04-30")
    assert any("counted from publication" in problem.do for problem in reading.problems)


def test_every_value_keeps_its_place_and_words() -> None:
    (item,) = items(table(("Recommendation", *HEADS), ("1. Improve.", "Write.", "Head of Care", "May 2024", "Red")))
    action = item.actions[0]
    assert (item.place.table, item.place.row, item.place.column) == (1, 2, 1)
    assert action.places is not None
    assert {name: (place.column, place.quote) for name, place in action.places.items()} == {
        "text": (2, "Write."),
        "leads": (3, "Head of Care"),
        "by_when_text": (4, "May 2024"),
        "due_dates": (4, "May 2024"),
        "rating": (5, "Red"),
    }


def test_an_empty_document_is_no_plan() -> None:
    assert read().plan.items == ()
    assert not looks_like_plan(document())


@pytest.mark.slow
@pytest.mark.parametrize(
    "hostile",
    ["a. " * 3000, "(lead " * 3000, "Red = " * 3000, "1. " * 3000, "Action: " * 3000, "A" * 20000, "and / " * 3000, "– by " * 3000],
)
def test_hostile_cells_take_no_time(hostile: str) -> None:
    before = time.process_time()
    read(
        heading(hostile[:5000]),
        Line(text=hostile, place=line("").place),
        table(HEADS, (hostile, hostile, hostile, hostile), ("x", hostile, "", "")),
    )
    assert time.process_time() - before < 5


ROW = ("Write a policy.", "Head of Care", "May 2024", "Green")


def test_a_heading_in_a_box_of_its_own_is_a_heading() -> None:
    found = items(
        table(("Priority 1: Leadership",)),
        table(HEADS, ROW, number=2),
        table(("Priority 2: Practice",), number=3),
        table(HEADS, ROW, number=4),
    )
    assert [(item.number, item.text, len(item.actions)) for item in found] == [("1", "Leadership", 1), ("2", "Practice", 1)]


def test_a_table_of_facts_before_a_plan_table_heads_its_item() -> None:
    (item,) = items(
        table(("Recommendation 1", "Improve supervision."), ("Outcome", "Staff are supported."), ("Timescale", "Within 3 months")),
        table(HEADS, ROW, number=2),
    )
    assert (item.kind, item.text, item.timescale, [outcome.text for outcome in item.outcomes]) == (
        "recommendation",
        "Improve supervision.",
        "within_3_months",
        ["Staff are supported."],
    )


def test_an_action_that_covers_its_steps_is_the_item() -> None:
    (item,) = items(
        table(
            ("Action", "Steps", "Who", "When"),
            ("Write a policy.", "Draft it", "Head of A", "May 2024"),
            (UP, "Consult", "Head of A", "June 2024"),
        )
    )
    assert (item.text, [action.text for action in item.actions]) == ("Write a policy.", ["Draft it", "Consult"])


def test_milestones_beside_an_action_measure_it() -> None:
    (action,) = actions(table(("Action", "Milestones", "Lead", "By when"), ("Write a policy.", "Draft by March", "Head of A", "May 2024")))
    assert (action.text, [measure.text for measure in action.measures]) == ("Write a policy.", ["Draft by March"])


def test_a_legend_inside_the_plan_table_is_its_key() -> None:
    plan = read(
        table(("Key", ("Complete", "00B050"), ("Overdue", "FF0000"), ""), HEADS, ("Write.", "Head of Care", "May 2024", ("", "FF0000")))
    ).plan
    assert [(item.actions[0].text, item.actions[0].rating) for item in plan.items] == [("Write.", "Overdue")]
    assert [key.label for key in plan.status_key] == ["Complete", "Overdue"]


def test_rows_of_notes_and_totals_are_no_actions() -> None:
    (item,) = items(table(HEADS, ROW, ("NB: shared with health", LEFT, LEFT, LEFT), ("Total actions: 1", "", "", "")))
    assert (len(item.actions), item.notes) == (1, "NB: shared with health")


def test_numbers_that_count_actions_before_the_items_column_are_the_actions() -> None:
    heads = ("Ref", "Area for improvement", "Action", "Owner", "Date")
    found = items(
        table(
            heads,
            ("1a", "Supervision", "Write.", "Head of A", "May 2024"),
            ("1b", "Supervision", "Train.", "Head of A", "May 2024"),
            ("2a", "Voice", "Ask.", "Head of A", "May 2024"),
        )
    )
    assert [(item.number, [action.number for action in item.actions]) for item in found] == [("1", ["1a", "1b"]), ("2", ["2a"])]


def test_an_earlier_date_in_a_column_of_its_own_is_not_due() -> None:
    (action,) = actions(
        table(("Action", "Lead", "Original date", "Revised date", "Status"), ("Write.", "Head of A", "May 2024", "July 2024", "On track"))
    )
    assert action.due_dates == ("2024-07",)


def test_helpers_in_a_column_of_their_own_leave_the_lead_responsible() -> None:
    (action,) = actions(
        table(("Action", "Lead officer", "Supporting officers", "By when"), ("Write.", "Head of A", "Head of B, Head of C", "May 2024"))
    )
    assert (action.leads, action.responsible_lead) == (("Head of A", "Head of B", "Head of C"), "Head of A")


def test_of_ratings_by_month_the_last_is_taken_and_the_others_are_said_to_be_left_out() -> None:
    reading = read(table(("Action", "Lead", "Due", "RAG May", "RAG June"), ("Write.", "Head of A", "May 2024", "Amber", "Green")))
    assert reading.plan.items[0].actions[0].rating == "Green"
    assert [(problem.severity, problem.found) for problem in reading.problems] == [("info", "a column headed “RAG May”")]


def test_a_promise_to_mark_the_responsible_lead_that_is_not_kept_is_said() -> None:
    reading = read(
        line("Where there are several leads, the responsible lead officer is underlined."),
        table(HEADS, ("Write.", "Head of Care / Head of Early Help", "May 2024", "Green")),
    )
    assert [problem.where for problem in reading.problems] == ["leads"]


def test_numbered_actions_with_a_gap_are_said() -> None:
    reading = read(
        table(
            ("No", "Priority", *HEADS), ("", "Voice", "1. Ask.", *ROW[1:]), ("", "", "2. Hear.", *ROW[1:]), ("", "", "4. Tell.", *ROW[1:])
        )
    )
    assert [problem.found for problem in reading.problems] == ["no action 3"]


def test_an_items_words_and_outcomes_that_a_page_cut_are_put_together() -> None:
    heads = ("Recommendation", "Outcome", *HEADS)
    (item,) = items(
        table(heads, ("1. Improve how leaders use", "Children are seen", "Write a policy that", "Head of Care", "March 2024", "Green")),
        table(heads, ("performance information.", "sooner than before.", "managers can use.", "", "", ""), number=2),
        file="plan.pdf",
    )
    assert (item.text, [outcome.text for outcome in item.outcomes]) == (
        "Improve how leaders use performance information.",
        ["Children are seen sooner than before."],
    )
    assert [action.text for action in item.actions] == ["Write a policy that managers can use."]


def test_text_that_keeps_a_row_to_a_line_is_read_as_a_table_and_its_blank_leads_repeat() -> None:
    (item,) = items(
        line("1. Recommendation: Improve supervision."),
        table(
            ("Outcome", *HEADS),
            ("Staff are supported.", "Write a policy for all teams.", "Head of Care", "March 2024", ""),
            ("", "Train all managers in the policy.", "", "May 2024", ""),
            ruled=False,
        ),
        file="plan.txt",
    )
    assert (item.number, item.kind, item.text) == ("1", "recommendation", "Improve supervision.")
    assert [(action.leads, action.leads_basis) for action in item.actions] == [
        (("Head of Care",), "printed"),
        (("Head of Care",), "filled_down"),
    ]


def test_numbered_lines_over_labelled_actions_are_items_without_any_formatting() -> None:
    found = items(
        line("1. Supervision"),
        line("Action: Write a policy. Lead: Head of Care. By: May 2024"),
        line("2. Voice"),
        line("Action: Set up a panel. Lead: Participation Manager. By: July 2024"),
        file="plan.txt",
    )
    assert [(item.number, item.text, len(item.actions)) for item in found] == [("1", "Supervision", 1), ("2", "Voice", 1)]


def test_a_key_and_a_glossary_in_dashed_lists_are_read() -> None:
    plan = read(
        table(HEADS, ROW),
        heading("Key"),
        line("- Red: off track", bullet=True),
        line("- Green: on track", bullet=True),
        heading("Glossary"),
        line("- DMT: Departmental Management Team", bullet=True),
    ).plan
    assert [(key.label, key.meaning) for key in plan.status_key] == [("Red", "off track"), ("Green", "on track")]
    assert [(entry.term, entry.meaning) for entry in plan.glossary] == [("DMT", "Departmental Management Team")]
