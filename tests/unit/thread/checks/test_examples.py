"""Every check does what its reference page shows."""

import re

import pytest

from goldthread.thread import checks
from goldthread.thread.checks.base import EXAMPLE_DAY, Subject
from goldthread.thread.checks.examples import printed

ALL = checks.all_checks()


def codes(found: tuple[checks.CheckFinding, ...]) -> set[str]:
    return {finding.code for finding in found}


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_the_bad_example_is_flagged_and_the_good_one_is_not(check: checks.Check) -> None:
    assert list(check.run(Subject(picture=check.bad, as_at=EXAMPLE_DAY)))
    assert list(check.run(Subject(picture=check.good, as_at=EXAMPLE_DAY))) == []


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_its_page_can_be_printed(check: checks.Check) -> None:
    assert all(re.fullmatch(rf"plan\.docx:[^:]+(:[^:]+)?: {check.code} .+ — .+", line) for line in check.bad_output)
    assert all(text.strip() for text in (check.title, check.why, check.source, check.do, printed(check.bad), printed(check.good)))
    assert not check.title.endswith(".")
    assert check.why.endswith((".", "?", ")"))


def test_there_are_enough_and_they_come_by_code() -> None:
    found = [check.code for check in ALL]
    assert found == sorted(set(found))
    assert len(found) >= 42
    assert {code[:3] for code in found} == {f"GT{hundred}" for hundred in range(1, 9)}


def test_each_hundred_says_what_it_asks() -> None:
    assert next(iter(checks.THEMES)) == "structure"
    assert all(theme.endswith("?") for theme in checks.THEMES.values())


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_an_empty_picture_is_clean(check: checks.Check) -> None:
    assert list(check.run(Subject(picture=type(check.bad)(), as_at=EXAMPLE_DAY))) == []
