"""The same paper made differently is read the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from goldthread.common.places import NOWHERE
from goldthread.intake.opening import read_document
from goldthread.intake.propose import propose
from goldthread.thread.picture import Picture
from tests.acceptance.plans.compare import tidy
from tests.acceptance.plans.known_wrong import VARIANTS_KNOWN_WRONG
from tests.acceptance.plans.shapes import SHAPES
from tests.acceptance.plans.variants import VARIANTS
from tests.acceptance.plans.writers import write

BASES = ("ilacs_merged", "evidence_column", "repeated_item_column", "post_inspection_2010")

pytestmark = pytest.mark.slow


def cases() -> list[object]:
    found = []
    for name, (form, _change) in VARIANTS.items():
        for base in (base for base in BASES if form in SHAPES[base].formats):
            reason = VARIANTS_KNOWN_WRONG.get((name, base))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(name, base, marks=marks, id=f"{name}-{base}"))
    return found


@pytest.mark.parametrize(("name", "base"), cases())
def test_how_a_paper_is_made_changes_nothing(name: str, base: str, tmp_path: Path) -> None:
    form, change = VARIANTS[name]
    path = write(SHAPES[base].paper, form, tmp_path, base)
    plain = said(propose(read_document(path)))
    change(path)
    assert said(propose(read_document(path))) == plain


def said(picture: Picture) -> list[tuple[object, ...]]:
    """What the plan says, without the places where it says it."""
    plan = picture.plan
    rows: list[tuple[object, ...]] = [("status", entry.label, entry.colour) for entry in plan.status_key]
    for item in plan.items:
        rows.append(("item", item.number, tidy(item.text), [tidy(outcome.text) for outcome in item.outcomes]))
        for action in item.actions:
            bare = replace(action, place=NOWHERE, places=None, evidence=(), measures=(), progress=(), text=tidy(action.text))
            rows.append((bare, *[tidy(entry.text) for entry in (*action.progress, *action.evidence, *action.measures)]))
    return rows
