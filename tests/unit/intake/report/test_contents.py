"""Contents pages, and the report that begins after them. All words are made up."""

import pytest

from goldthread.intake.report.contents import contents_blocks
from tests.unit.intake.report.printed import document


def kept(text: str) -> list[str]:
    whole = document(text)
    left_out = contents_blocks(whole)
    return [getattr(block, "text", "") for at, block in enumerate(whole.blocks) if at not in left_out]


@pytest.mark.parametrize(
    "after",
    [
        "What the judgements mean\n1. Of the records that were read 12\nwere good.",
        "Areas for improvement1\n2\n• Plans.",
        "Overall effectiveness\n4. Visits rose in 12\nof 14 teams.",
    ],
)
def test_a_contents_page_ends_where_its_dots_do(after: str) -> None:
    assert kept(f"Title\nContents\nAreas for improvement ........ 2\nHelp for children ... 3\n{after}\n") == ["Title", *after.split("\n")]


def test_entries_without_dots_and_wrapped_ones_are_left_out() -> None:
    assert kept("Contents\nHelp for children who\nneed it 3\nCare 4\nLeaders 5\n\nText follows here.") == ["Text follows here."]
