"""What the first pages say of the plan's title and owner. All words are made up."""

import pytest

from goldthread.intake.plan.front import read_owner, read_title
from tests.unit.intake.plan.plan_papers import heading, line


@pytest.mark.parametrize(
    ("printed", "owner"),
    [
        ("Plan owner: Director of Children and Families. Updated 12th Feb 2026.", "Director of Children and Families"),
        ("Plan owner: Head of Care. Next review in May", "Head of Care"),
        ("Owner: Director of Children, Families and Schools", "Director of Children, Families and Schools"),
        ("Owner: Director of Children; updated May 2026", "Director of Children"),
        ("Owner: Head of Care | Version 3", "Head of Care"),
        # a stop that shortens a word ends nothing
        ("Owner: Cllr. Odile Farrant", "Cllr. Odile Farrant"),
        ("Owner: Dr. O. Farrant", "Dr. O. Farrant"),
    ],
)
def test_the_owner_ends_where_another_statement_begins(printed: str, owner: str) -> None:
    assert read_owner([line(printed)], None) == owner


@pytest.mark.parametrize(
    ("sheet", "below", "title"),
    [
        ("Plan", "Norhaven SEND improvement plan 2026", "Norhaven SEND improvement plan 2026"),
        ("Action plan", "Norhaven SEND improvement plan 2026", "Norhaven SEND improvement plan 2026"),
        # a sheet's own name stays where nothing longer stands, and a longer one is a title itself
        ("Plan", "Updated in May", "Plan"),
        ("Norhaven action plan", "Norhaven SEND improvement plan 2026", "Norhaven action plan"),
    ],
)
def test_a_sheets_bare_name_is_no_title_beside_a_longer_one(sheet: str, below: str, title: str) -> None:
    assert read_title([heading(sheet, 1), line(below)]) == title


def test_a_cover_sheets_title_is_the_plans() -> None:
    blocks = [heading("Cover", 1), line("Norhaven SEND improvement plan 2026"), heading("Tracker", 1), line("Owner: Head of Care")]
    assert read_title(blocks) == "Norhaven SEND improvement plan 2026"
