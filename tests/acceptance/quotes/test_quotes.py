"""Of all that a reading quotes, how much is found again, word for word, in the document beside it."""

from pathlib import Path

import pytest

from tests.acceptance.plans.known_wrong import KNOWN_WRONG
from tests.acceptance.plans.shapes import SHAPES
from tests.acceptance.plans.writers import WRITERS, write
from tests.acceptance.quotes.measure import NOTHING, measured

pytestmark = pytest.mark.slow

PACK = Path(__file__).resolve().parents[3] / "northmere" / "pack"
PAPERS = ("improvement-plan.docx", "improvement-plan.pdf", "improvement-plan.xlsx", "inspection-report.docx", "inspection-report.pdf")
AT_LEAST = 99.5
"""Percent. All of Northmere's are found today."""


@pytest.mark.parametrize("name", PAPERS)
def test_northmeres_quotes_are_found_in_its_papers(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(PACK / name)

    with capsys.disabled():
        print(f"\n{found}  {name}")
    assert found.places > 50
    assert found.share >= AT_LEAST


@pytest.mark.parametrize("form", WRITERS)
def test_quotes_of_unseen_plans_are_found_whatever_the_format(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    third = sorted(SHAPES)[::3]
    names = [name for name in third if form in SHAPES[name].formats and (name, form) not in KNOWN_WRONG]
    found = sum((measured(write(SHAPES[name].paper, form, tmp_path, name)) for name in names), NOTHING)

    with capsys.disabled():
        print(f"\n{found}  {len(names)} plans as {form}")
    assert names
    assert found.share >= AT_LEAST
