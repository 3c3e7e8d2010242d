"""Three published reports read to what their answer keys say."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from goldthread.intake import sandbox
from goldthread.thread.picture import Picture

REPORTS = ("06_bolton_ilacs_2018", "09_cheshire_east_ilacs_2024", "12_surrey_send_2023")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=REPORTS)
def read(request: pytest.FixtureRequest, packs: Path) -> tuple[Picture, dict[str, Any]]:
    key = json.loads((packs / f"{request.param}.key.json").read_text(encoding="utf-8"))
    return sandbox.run(packs / f"{request.param}.pdf"), key


Read = tuple[Picture, dict[str, Any]]


def plain(text: str) -> str:
    """Without what only typesetting decides: space, kinds of dash and quotation mark."""
    return re.sub(r"\s+", " ", text.translate(str.maketrans("’‘“”–−•", "''\"\"---"))).strip()


def test_authority_days_and_inspector(read: Read) -> None:
    inspection, key = read[0].inspection, read[1]
    assert inspection.authority == key["authority"]
    assert [inspection.started, inspection.ended] == [date.fromisoformat(day) for day in key["inspection_dates"]]
    assert inspection.published is None, "the keys know the day from elsewhere; none of the three reports prints it"
    assert inspection.lead_inspector == key.get("lead_inspector", inspection.lead_inspector)


def test_every_judgement_and_no_other(read: Read) -> None:
    wanted = [(plain(entry["name"]), entry.get("grade_number"), plain(entry["grade"]).lower()) for entry in read[1]["judgements"]]
    found = [(plain(one.area), one.grade_number, plain(one.as_printed or "").lower()) for one in read[0].judgements]
    numbered = [(area, number if any(n for _, n, _ in wanted) else None, grade) for area, number, grade in found]
    assert sorted(numbered, key=str) == sorted(wanted, key=str)


def test_every_area_for_improvement_word_for_word_and_no_other(read: Read) -> None:
    wanted = [plain(entry["text"]) for entry in read[1]["areas_for_improvement"]]
    found = [plain(finding.text) for finding in read[0].findings if finding.kind == "area_for_improvement"]
    assert found == wanted


def test_no_finding_of_another_kind_and_no_plan_is_made_up(read: Read) -> None:
    assert {finding.kind for finding in read[0].findings} <= {"area_for_improvement", "paragraph"}
    assert read[0].plan.items == ()
