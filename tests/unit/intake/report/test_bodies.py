"""Whom a finding addresses: from its own words only, and never a service that is merely spoken of."""

import pytest

from goldthread.intake.report.bodies import addressees, bodies, heading_bodies, lead_in_bodies, listed_bodies


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council to ensure that every child has a named worker", ("council",)),
        ("the LSCB to ensure that thresholds are understood", ("LSCB",)),
        ("NHS Norhaven to put in place a framework", ("NHS Norhaven",)),
        ("NHS Norhaven and Vale ICB to agree a pathway", ("NHS Norhaven and Vale ICB",)),
        (
            "Norhaven children's social care services, NHS Norhaven and Vale Hospital NHS Trust to put in place arrangements",
            ("Norhaven children's social care services", "NHS Norhaven", "Vale Hospital NHS Trust"),
        ),
        (
            "Norhaven children and families' directorate and Norhaven children's partnership to strengthen planning",
            ("Norhaven children and families' directorate", "Norhaven children's partnership"),
        ),
        ("Leaders across health, social care and education should cut waits", ("Leaders across health, social care and education",)),
        ("The Director of Children’s Services must report each month", ("Director of Children’s Services",)),
        ("Within three months, the council should publish its offer", ("council",)),
    ],
)
def test_a_finding_addresses_the_bodies_its_first_words_name(text: str, told: tuple[str, ...]) -> None:
    assert addressees(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "ensure that the council and its partners meet",
        "The quality of management oversight and supervision to ensure that practice is good",
        "The effectiveness of child protection chairs and reviewing officers to escalate concerns",
        "Services to support young people who go missing",
        "The sufficiency of homes that the council can offer",
        "Work with partners to ensure that children are seen",
        "Oversight by leaders should be improved",
        "How well schools, health services and the police share what they know",
        "The council’s understanding of its own performance",
        "",
    ],
)
def test_a_finding_that_names_nobody_to_act_addresses_nobody(text: str) -> None:
    assert addressees(text) == ()


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Recommendations for the council", ("council",)),
        ("Areas for improvement for the local authority", ("local authority",)),
        ("What does the LSCB need to improve?", ("LSCB",)),
        ("Areas for improvement", ()),
        ("What needs to improve?", ()),
        ("What needs to improve in this area of social work practice", ()),
    ],
)
def test_a_list_heading_addresses_only_a_body(heading: str, told: tuple[str, ...]) -> None:
    assert heading_bodies(heading) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The council should:", ("council",)),
        ("In order to improve, the local authority should:", ("local authority",)),
        ("The council and its partners should take the following action.", ()),
        ("These are the areas for improvement:", ()),
    ],
)
def test_a_sentence_addresses_a_body_when_its_list_completes_it(sentence: str, told: tuple[str, ...]) -> None:
    assert lead_in_bodies(sentence) == told


@pytest.mark.parametrize("words", ["Life-story work", "Help and protection", "The quality of services", ""])
def test_other_words_are_no_bodies(words: str) -> None:
    assert bodies(words) == ()


def test_a_cell_of_bodies_is_parted_at_its_lines_and_keeps_a_wrapped_name() -> None:
    assert listed_bodies("Norhaven Council\nNHS Norhaven and\nVale ICB\nThe constabulary") == (
        "Norhaven Council",
        "NHS Norhaven and Vale ICB",
        "constabulary",
    )
