"""Which text without a bullet is an entry of a list, and which is prose under its heading."""

import pytest

from goldthread.intake.report.entry_words import reads_like_entry, without_footnote


@pytest.mark.parametrize(
    "text",
    [
        "The quality of plans for children.",
        "The timeliness of visits so that children are seen by those who know them.",
        "How leaders use what they know about children’s lives.",
        "Leaders across the partnership should listen to families.",
        "The council must publish its local offer.",
        "Ensure that every child has a named worker.",
        "Access to advocacy, including for those who live far away.",
    ],
)
def test_what_asks_for_something_or_only_names_it_is_an_entry(text: str) -> None:
    assert reads_like_entry(text)


@pytest.mark.parametrize(
    "text",
    [
        "Leaders know what needs to improve.",
        "Inspectors identified no areas for improvement.",
        "The local authority has accepted all that was found.",
        "As a result of our inspection, we have made four recommendations.",
        "In most cases, plans are up to date.",
        "Plans are good.",
    ],
)
def test_prose_is_no_entry(text: str) -> None:
    assert not reads_like_entry(text)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("The quality of plans.1", "The quality of plans."),
        ("The quality of plans.¹²", "The quality of plans."),
        ("Attainment at key stage 2.", "Attainment at key stage 2."),
        ("Attainment in 2023.", "Attainment in 2023."),
        ("Families at level 3", "Families at level 3"),
    ],
)
def test_footnote_figures_are_taken_off_and_numbers_are_not(printed: str, plain: str) -> None:
    assert without_footnote(printed) == plain
