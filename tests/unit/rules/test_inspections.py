"""When two reports are of one inspection."""

from dataclasses import replace
from datetime import date

import pytest

from goldthread.models import Inspection
from goldthread.rules.inspections import held_already, named
from tests.factories import an_inspection

FACTS = an_inspection(started=date(2025, 2, 3), ended=date(2025, 2, 14), published=date(2025, 3, 14))
HELD = Inspection(
    framework="ilacs-2023", authority="Northmere Council", started_on=date(2025, 2, 3), ended_on=date(2025, 2, 14), published_on=None
)


def test_the_same_authority_framework_and_dates_are_one_inspection_even_where_a_date_was_not_read() -> None:
    assert held_already(FACTS, [HELD]) is HELD


@pytest.mark.parametrize(
    "other",
    [{"authority": "Bolton"}, {"authority": None}, {"framework": "jtai"}, {"ended": date(2025, 2, 21)}, {"started": None, "ended": None}],
)
def test_what_differs_or_cannot_be_told_is_another(other: dict[str, object]) -> None:
    assert held_already(replace(FACTS, **other), [HELD]) is None  # type: ignore[arg-type]


def test_an_inspection_is_named_with_its_authority_and_month() -> None:
    assert named(HELD) == "Northmere Council: ILACS 2023 inspection, February 2025"
    assert named(Inspection()) == "Authority not printed: Inspection"
