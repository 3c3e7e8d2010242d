"""Who led an inspection, however it is printed, and who did not. All names are made up."""

import pytest

from goldthread.intake.report.lead import names_lead, person
from goldthread.intake.report.read import read_report
from tests.unit.intake.report.printed import FRONT, document

UNNAMED = FRONT.replace("Lead inspector: Odile Farrant, His Majesty’s Inspector\n\n", "")


@pytest.mark.parametrize(
    ("printed", "lead"),
    [
        ("Lead inspector: Odile Farrant", "Odile Farrant"),
        ("Lead inspector Odile Farrant HMI", "Odile Farrant"),
        ("Reporting inspector Odile van der Hoop HMI", "Odile van der Hoop"),
        ("Reporting inspector: Dr Odile\nFarrant HMI", "Dr Odile Farrant"),
        # the team's table: the one who leads for Ofsted
        ("Odile Farrant, Ofsted HMI Lead inspector", "Odile Farrant"),
        ("Ulric Penn, CQC Lead inspector | Odile Farrant, Ofsted HMI Lead inspector", "Odile Farrant"),
        ("Odile Farrant, Ofsted HMI Lead     Ulric Penn, CQC Lead inspector\ninspector", "Odile Farrant"),
        # nobody is named
        ("Lead inspector Care Quality Commission", None),
        ("Lead inspectors told leaders what they had found.", None),
        ("Ulric Penn, Ofsted Inspector", None),
    ],
)
def test_the_lead_is_named_with_a_colon_without_or_in_the_team(printed: str, lead: str | None) -> None:
    assert read_report(document(f"{UNNAMED}\n{printed}\n\nText.\n")).inspection.lead_inspector == lead


@pytest.mark.parametrize("text", ["Lead inspector", "Lead inspector visits schools", "Lead inspector Odile Farrant saw six schools"])
def test_a_label_and_other_words_name_nobody(text: str) -> None:
    assert not names_lead(text)


@pytest.mark.parametrize("text", ["Care Quality Commission", "Ofsted", "The Team", "published in June", ""])
def test_what_is_no_person_gives_none(text: str) -> None:
    assert person(text) is None
