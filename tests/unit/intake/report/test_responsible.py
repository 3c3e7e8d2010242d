"""Lines that say who is responsible for a finding are no findings, and their bodies are its addressees. All words are made up."""

import pytest

from goldthread.intake.report.responsible_words import names_responsible
from tests.unit.intake.report.test_findings import listed

ONE = "Leaders should act urgently to reduce waiting times for assessment."
TWO = "Leaders should ensure that plans are written in time."
BOTH = ("Norhaven Council", "NHS Norhaven ICB")


def addressed(printed: str) -> list[tuple[str, tuple[str, ...]]]:
    """The words of each finding and whom it addresses."""
    return [(finding.text, finding.addressees) for finding in listed(f"Areas for priority action\n\n{printed}\n")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["straight below", "a line apart"])
@pytest.mark.parametrize("marks", [("", ""), ("1. ", "2. "), ("• ", "• ")], ids=["plain", "numbered", "bullets"])
@pytest.mark.parametrize("label", ["Responsible body", "Responsible bodies", "Lead agency", "Organisations responsible"])
def test_bodies_below_a_finding_are_its_addressees(label: str, marks: tuple[str, str], gap: str) -> None:
    first, second = marks
    printed = f"{first}{ONE}{gap}{label}: Norhaven Council; NHS Norhaven ICB\n\n{second}{TWO}{gap}{label}: Norhaven Council\n"
    assert addressed(printed) == [(ONE, BOTH), (TWO, ("Norhaven Council",))]


@pytest.mark.parametrize("mark", ["", "• "])
def test_bodies_above_a_finding_are_its_addressees(mark: str) -> None:
    printed = f"Responsible body: Norhaven Council; NHS Norhaven ICB\n\n{mark}{ONE}\n\nResponsible body: Norhaven Council\n\n{mark}{TWO}\n"
    assert addressed(printed) == [(ONE, BOTH), (TWO, ("Norhaven Council",))]


def test_a_label_of_its_own_names_the_lines_below_it() -> None:
    printed = f"• {ONE}\n\nResponsible bodies:\n• Norhaven Council\n• NHS Norhaven ICB\n\n• {TWO}\n"
    assert addressed(printed) == [(ONE, BOTH), (TWO, ("Leaders",))]


@pytest.mark.parametrize(
    "printed",
    [
        "Responsible bodies should ensure that plans are written in time.",
        "The responsible body must act now.",
        "Responsibility for plans should be made clear: the council must say who signs them.",
    ],
)
def test_a_finding_that_speaks_of_responsible_bodies_stays_a_finding(printed: str) -> None:
    assert names_responsible(printed) is None
    assert [text for text, _ in addressed(f"• {ONE}\n• {printed}\n")] == [ONE, printed]
