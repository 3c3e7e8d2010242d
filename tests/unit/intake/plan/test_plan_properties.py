"""What holds for any document, however odd."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.intake.document import Document
from goldthread.intake.plan.read import read_plan
from tests.unit.intake.plan.plan_papers import document, heading, line, table

WORDS = [
    "Action",
    "Lead",
    "By when",
    "RAG",
    "Recommendation",
    "Outcome",
    "1. Improve.",
    "1.1 Write.",
    "2.",
    "a. one\nb. two",
    "Head of Care",
    "DCS / LSCB",
    "May 2024",
    "Ongoing",
    "Green",
    "",
    "",
    "NB: note",
    "Timescale: Within 3 months",
    "Priority 2 – Help",
    "[...]",
    "• x",
]
CELLS = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))
TABLES = st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=6))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks = []
    for number, kind in enumerate(draw(st.lists(st.sampled_from(["line", "heading", "ruled", "unruled"]), max_size=5)), 1):
        if kind in {"line", "heading"}:
            blocks.append((heading if kind == "heading" else line)(draw(CELLS) or "x"))
        else:
            blocks.append(table(*draw(TABLES), number=number, ruled=kind == "ruled"))
    return document(*blocks, file=draw(st.sampled_from(["a.docx", "a.pdf", "a.txt"])))


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(documents())
def test_any_document_is_read_without_failing_and_refs_are_unique(made: Document) -> None:
    reading = read_plan(made)
    refs = [item.ref for item in reading.plan.items]
    assert len(set(refs)) == len(refs)
    assert all(item.actions or item.outcomes for item in reading.plan.items)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(documents())
def test_every_lead_and_date_was_printed_in_the_document(made: Document) -> None:
    printed = " ".join(cell.text for block in made.blocks if hasattr(block, "rows") for row in block.rows for cell in row)
    printed += " ".join(block.text for block in made.blocks if hasattr(block, "text"))
    whole = "".join(printed.split())
    for action in (action for item in read_plan(made).plan.items for action in item.actions):
        for name in action.leads:
            assert all("".join(word.split()) in whole for word in name.replace("[...]", " ").split())
        assert not action.due_dates or any(year in whole for date in action.due_dates for year in (date[:4], date[2:4]))
