"""Plans without tables."""

from goldthread.intake.document import Line
from goldthread.intake.plan.read import looks_like_plan
from tests.unit.intake.plan.plan_papers import document, heading, items, line

FACTS = ("Lead: Head of Care", "Timescale: May 2026", "Progress: Begun.")


def _apart(text: str) -> Line:
    return line(text, gap=True)


def test_numbered_lines_with_labelled_lines_under_them_are_actions() -> None:
    found = items(
        heading("Improvement plan", 1),
        heading("1. Foster carers"),
        *map(_apart, ("1.1 Recruit forty foster carers.", *FACTS, "1.2 Ask carers what they need.", *FACTS)),
        heading("2. Children"),
        *map(_apart, ("2.1 Hear every child.", *FACTS)),
    )
    assert [(item.number, item.text, [(a.number, a.text) for a in item.actions]) for item in found] == [
        ("1", "Foster carers", [("1.1", "Recruit forty foster carers."), ("1.2", "Ask carers what they need.")]),
        ("2", "Children", [("2.1", "Hear every child.")]),
    ]
    first = found[0].actions[0]
    assert (first.leads, first.due_dates, first.progress[0].text) == (("Head of Care",), ("2026-05",), "Begun.")


def test_headings_of_unstyled_text_are_told_by_their_place() -> None:
    found = items(
        *map(_apart, ("Improvement plan", "1. Foster carers", "1.1 Recruit forty foster carers.", *FACTS)),
        *map(_apart, ("2. Children", "2.1 Hear every child in the county.", *FACTS)),
        file="plan.txt",
    )
    assert [(item.text, len(item.actions)) for item in found] == [("Foster carers", 1), ("Children", 1)]


def test_a_letter_with_one_lead_is_no_plan() -> None:
    assert not looks_like_plan(document(*map(_apart, ("We visited the county in the spring of this year.", "Lead: Jane Smith", "Thanks."))))


def test_plain_sentences_between_are_no_actions() -> None:
    assert not looks_like_plan(document(heading("Report", 1), *map(_apart, ("1.1 Children are safe.", "1.2 Leaders know their service."))))
