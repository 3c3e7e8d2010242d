"""A committee's plan as text, with its borders lost: what a careful reader counts in it. Skipped where the pack is not at hand."""

import os
from datetime import date
from pathlib import Path

import pytest

from goldthread.intake.document import Line
from goldthread.intake.plan.read import PlanReading, read_plan

SHARED = Path(os.environ.get("GOLDTHREAD_SHARED", Path(__file__).resolve().parents[5] / "shared"))
PACK = next(iter(sorted((SHARED / "packs").glob("*-2012.txt"))), None) if SHARED.is_dir() else None
pytestmark = [pytest.mark.slow, pytest.mark.skipif(PACK is None, reason="the pack is not at hand")]

# section, number: outcomes, then for each action (lettered parts, leads, filled down, dates)
KEY: dict[str, tuple[int, list[tuple[int, int, bool, tuple[str, ...]]]]] = {
    "1.1": (4, [(0, 2, False, ("2012-04-30",)), (0, 2, True, ("2012-02", "2012-03"))]),
    "1.2": (1, [(0, 2, False, ("2012-03",)), (0, 2, True, ("2012-09",))]),
    "1.3": (1, [(0, 1, False, ("2012-03",)), (0, 2, False, ("2012-06",))]),
    "1.4": (2, [(0, 1, False, ("2012-06",)), (0, 3, False, ("2012-04",)), (0, 2, False, ("2012-07",))]),
    "1.5": (4, [(6, 2, False, ())]),  # “April” without its year is left without a date
    "1.6": (2, [(7, 2, False, ("2012-06",))]),
    "1.7": (1, [(0, 1, False, ("2012-02",))]),
    "1.8": (1, [(0, 2, False, ("2012-04",))]),
    "1.9": (3, [(0, 3, False, ()), (0, 2, False, ("2012-04",)), (0, 1, False, ("2012-01",))]),
    "2.1": (3, [(0, 1, False, ("2011-12",)), (0, 1, False, ()), (0, 1, True, ("2012-02",))]),
    "2.2": (1, [(0, 3, False, ("2012-01",))]),
    "2.3": (1, [(0, 1, False, ("2012-02",)), (0, 1, True, ("2011-12",))]),
    "2.4": (1, [(0, 1, False, ("2012-01",))]),
    "2.5": (2, [(0, 1, False, ("2012-04",)), (0, 1, False, ("2011-12",)), (0, 1, False, ())]),
    "2.6": (2, [(0, 1, False, ("2012-03",))]),
    "2.7": (1, [(0, 1, False, ("2012-03",)), (0, 1, False, ("2012-02",))]),
    "2.8": (2, [(0, 1, False, ("2011-12",)), (0, 1, True, ("2012-04",)), (0, 1, False, ())]),
    "4.1": (7, [(0, 2, False, ("2012-02-01",)), (0, 1, False, ("2012-02-01",)), (0, 1, False, ()), (2, 4, False, ("2012-02-01",)),
                (0, 3, False, ("2012-02-01",)), (0, 2, False, ("2011-12",)), (0, 3, False, ("2012-02-01",))]),
    "4.2": (1, [(0, 4, False, ()), (0, 4, False, ("2012-09",))]),
    "4.3": (3, [(3, 1, False, ("2012-02-01",)), (0, 2, False, ()), (0, 1, False, ("2012-04",))]),
    "4.4": (3, [(0, 2, False, ("2012-02", "2012-03")), (0, 2, False, ("2012-03",)), (0, 2, False, ("2012-09",))]),
    "4.5": (6, [(5, 2, False, ("2012-03",)), (0, 2, True, ("2012-02", "2012-03"))]),
    "4.6": (3, [(0, 2, False, ("2012-02",)), (0, 2, True, ())]),
    "4.7": (2, [(8, 2, False, ("2012-09",))]),
    "4.8": (2, [(0, 2, False, ("2012-09",)), (0, 2, True, ("2012-02",)), (0, 2, True, ("2012-02",)), (0, 2, True, ("2012-08",))]),
    "5.1": (1, [(0, 2, False, ("2012-02",)), (0, 2, True, ())]),
    "5.2": (1, [(0, 1, False, ("2012-02",)), (0, 1, True, ())]),
    "5.3": (1, [(0, 1, False, ("2012-09",)), (0, 1, True, ())]),
    "5.4": (1, [(0, 1, False, ("2012-02",)), (0, 1, True, ("2012-10",))]),
    "5.5": (1, [(0, 2, False, ("2012-04",))]),
    "5.6": (1, [(0, 1, False, ("2012-02",)), (0, 1, False, ("2012-02",))]),
}  # fmt: skip


@pytest.fixture(scope="module")
def reading() -> PlanReading:
    text = pytest.importorskip("goldthread.intake.readers.text")
    assert PACK is not None
    whole = text.read(PACK)
    start = next(
        i for i, block in enumerate(whole.blocks) if isinstance(block, Line) and block.text.startswith("This page is intentionally")
    )
    found = [block.text for block in whole.blocks[:start] if isinstance(block, Line) and len(block.text) > 60]
    return read_plan(whole, skip=range(start), published=date(2011, 11, 18), findings=found)


def test_the_whole_is_counted_right(reading: PlanReading) -> None:
    plan = reading.plan
    actions = [action for item in plan.items for action in item.actions]
    several = [action for action in actions if len(action.leads) > 1 and action.leads_basis == "printed"]
    assert (len(plan.items), sum(len(item.outcomes) for item in plan.items), len(actions)) == (31, 65, 67)
    assert [sum(item.kind == kind for item in plan.items) for kind in ("recommendation", "area_for_development")] == [17, 14]
    assert (sum(len(action.parts) for action in actions), len(plan.monitoring), len(plan.mechanisms), len(plan.glossary)) == (31, 7, 3, 18)
    assert (len(several), sum(action.leads_basis == "filled_down" for action in actions)) == (28, 14)
    assert len({name for action in actions for name in action.accountable_to}) == 17
    assert sum("NB" in (item.notes or "") for item in plan.items) == 4
    assert [action.text for action in actions].count("[...]") == 1
    assert not any(action.rating or (action.responsible_lead and len(action.leads) > 1) for action in actions)


@pytest.mark.parametrize("ref", KEY)
def test_each_item_is_read_as_a_careful_reader_reads_it(reading: PlanReading, ref: str) -> None:
    item = next(item for item in reading.plan.items if item.ref == ref)
    told = [(len(action.parts), len(action.leads), action.leads_basis == "filled_down", tuple(action.due_dates)) for action in item.actions]
    assert (len(item.outcomes), told) == KEY[ref]


def test_what_is_lost_is_said(reading: PlanReading) -> None:
    found = [(problem.severity, problem.where, problem.found) for problem in reading.problems]
    assert any(severity == "error" and where.startswith("item 2.4 › action 1") for severity, where, _ in found)
    assert ("error", "item 4.4", "no action 1") in found
    assert any(where == "item 2.7 › text" for _, where, _ in found)
    assert any(where == "ratings" for _, where, _ in found)
    assert any(where == "leads" for _, where, _ in found)
    assert len(found) < 40
