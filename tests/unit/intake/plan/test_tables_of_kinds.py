"""Tables that programme offices, partnerships and task systems make."""

from goldthread.intake.document import Line
from tests.unit.intake.plan.plan_papers import LEFT, actions, heading, items, line, read, table


def test_two_agencies_leads_both_lead() -> None:
    (action,) = actions(
        table(
            ("Area", "Action", "LA lead", "Health lead", "End date"),
            ("Waits.", "Open a clinic.", "Head of SEND", "Clinical Director", "May 2026"),
        )
    )
    assert action.leads == ("Head of SEND", "Clinical Director")
    assert action.responsible_lead is None


def test_a_strategic_lead_beside_an_operational_one_is_not_a_second_lead() -> None:
    (action,) = actions(
        table(
            ("Area", "Action", "Operational lead", "Strategic lead", "End date"),
            ("Waits.", "Open a clinic.", "Head of SEND", "Director", "May 2026"),
        )
    )
    assert action.leads == ("Head of SEND",)


def test_a_table_on_its_side_is_an_action_a_column() -> None:
    found = actions(
        table(
            ("", "Action 1", "Action 2"),
            ("What we will do", "Write a protocol", "Interview every child"),
            ("Who", "Service Manager", "Return Home Team"),
            ("By when", "January 2026", "March 2026"),
        )
    )
    assert [(action.text, action.leads, action.due_dates) for action in found] == [
        ("Write a protocol", ("Service Manager",), ("2026-01",)),
        ("Interview every child", ("Return Home Team",), ("2026-03",)),
    ]


def test_a_number_before_a_theme_is_the_actions() -> None:
    found = items(
        table(
            ("ID", "Workstream", "Action", "Lead", "Deadline"),
            ("A01", "Leadership", "Appoint a head.", "Director", "May 2026"),
            ("A02", "Practice", "Train.", "PSW", ""),
        )
    )
    assert [(item.number, item.text, item.actions[0].number) for item in found] == [(None, "Leadership", "A01"), (None, "Practice", "A02")]


def test_headings_in_two_tongues() -> None:
    heads = ("Rhif / No", "Maes / Area", "Cam gweithredu / Action", "Arweinydd / Lead", "Erbyn pryd / By when")
    (action,) = actions(table(heads, ("1", "Voice.", "Offer an advocate.", "Advocacy Manager", "May 2026")))
    assert (action.text, action.leads, action.due_dates) == ("Offer an advocate.", ("Advocacy Manager",), ("2026-05",))


def test_a_label_over_its_words_names_the_item() -> None:
    rows = table(("Ref", "What will be done?", "By whom?", "By when?"), ("1a", "Recruit.", "Head of SEND", "May 2026"))
    bold: Line = line("Leaders must improve plans for children.", bold=True)
    for under in (bold, line("Leaders must improve plans for children.")):
        (item,) = items(heading("Action plan", 1), heading("Priority action 1"), under, rows)
        assert (item.number, item.text, item.section) == ("1", "Leaders must improve plans for children.", None)


def test_time_bands_over_items_are_their_timescales() -> None:
    rows = table(("Recommendation", "Action", "Lead", "By when"), ("1. Hear children.", "Set up a panel.", "Head of Voice", "May 2012"))
    found = items(heading("Action plan", 1), heading("Immediately"), rows, heading("Within three months"), rows)
    assert [item.timescale for item in found] == ["immediately", "within_3_months"]


def test_facts_above_the_headings_are_told_to_the_item() -> None:
    (item,) = items(
        table(
            ("Recommendation 1: Improve supervision", LEFT, LEFT, LEFT),
            ("Lead Officer: Head of Care", LEFT, "Target date: May 2026", LEFT),
            ("Action", "Lead", "Date", "Update"),
            ("Write a policy.", "Head of Care", "May 2026", "Drafted and sent out."),
        )
    )
    assert item.notes == "Lead Officer: Head of Care\nTarget date: May 2026"


def test_a_priority_of_high_or_low_is_no_item() -> None:
    heads = ("What inspectors said", "Action", "Lead", "Priority", "When")
    found = items(
        table(
            heads,
            ("Visits are late.", "Set a standard.", "Head of Care", "High", "May 2026"),
            ("Voice is weak.", "Set up a panel.", "AD", "Low", "June 2026"),
        )
    )
    assert [item.text for item in found] == ["Visits are late.", "Voice is weak."]


def test_boards_told_in_sentences_under_a_heading() -> None:
    told = ("The Improvement Board will meet every six weeks to oversee delivery.", "Scrutiny Committee will receive quarterly reports.")
    reading = read(heading("Monitoring of the plan"), *map(line, told), table(("Action", "Lead", "By when"), ("Train.", "PSW", "May 2026")))
    assert [(board.board, board.cadence) for board in reading.plan.monitoring] == [
        ("Improvement Board", "every six weeks"),
        ("Scrutiny Committee", "quarterly"),
    ]
    assert reading.plan.title is None


def test_a_heading_that_only_says_actions_names_no_item() -> None:
    rows = table(("Action", "By when", "Progress"), ("Publish a vision.", "May 2026", "Drafted and sent to staff."))
    blocks = (heading("1. Leadership"), line("Outcome: staff know where we go."), heading("Actions", 3), rows)
    found = items(heading("Improvement plan", 1), *blocks, heading("2. Practice"), heading("Actions", 3), rows)
    assert [(item.number, item.text, [outcome.text for outcome in item.outcomes]) for item in found] == [
        ("1", "Leadership", ["staff know where we go."]),
        ("2", "Practice", []),
    ]
