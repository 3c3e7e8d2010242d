"""Plans that nobody has seen: each shape in each format must be read to its key, field by field."""

from pathlib import Path

import pytest

from tests.acceptance.plans.compare import compare, wrong_ones
from tests.acceptance.plans.known_wrong import KNOWN_WRONG
from tests.acceptance.plans.reading import read
from tests.acceptance.plans.shapes import CASES, SHAPES

pytestmark = pytest.mark.slow


def case(name: str, form: str) -> object:
    reason = KNOWN_WRONG.get((name, form))
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(name, form, marks=marks, id=f"{name}-{form}")


@pytest.mark.parametrize(("name", "form"), [case(*each) for each in CASES])
def test_an_unseen_plan_is_read_to_its_key(name: str, form: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    wrong = [str(mark) for mark in wrong_ones(compare(shape.key, read(shape, form, tmp_path), form))]
    assert not wrong, f"{name} as {form}:\n" + "\n".join(wrong)
