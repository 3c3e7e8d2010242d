"""Reports that no reader was written for are read as a careful person reads them, in every kind of file."""

from pathlib import Path

import pytest

from tests.acceptance.reports.known_wrong import KNOWN_WRONG
from tests.acceptance.reports.suite import REPORTS, WRITERS, differences

pytestmark = pytest.mark.slow


def _cases() -> list[object]:
    return [_case(name, form) for name in REPORTS for form in WRITERS]


def _case(name: str, form: str) -> object:
    reason = KNOWN_WRONG.get((name, form))
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(name, form, id=f"{name}-{form}", marks=marks)


@pytest.mark.parametrize(("name", "form"), _cases())
def test_a_report_is_read_as_its_key_says(name: str, form: str, tmp_path: Path) -> None:
    found = differences(name, form, tmp_path)
    assert not found, "\n" + "\n".join(f"  {difference.field}: {difference.what}" for difference in found)


def test_what_is_known_to_be_wrong_names_papers_of_the_suite() -> None:
    assert set(KNOWN_WRONG) <= {(name, form) for name in REPORTS for form in WRITERS}
