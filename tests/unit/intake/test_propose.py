"""Which papers a document holds, and what is proposed of each."""

from pathlib import Path

import pytest

from goldthread.common.errors import Refused
from goldthread.intake.opening import read_document
from goldthread.intake.propose import propose
from goldthread.thread.picture import Picture

REPORT = """Inspection of Northmere local authority children's services

Inspection dates: 2 June 2025 to 13 June 2025

Lead inspector: Corisande Vellacott, His Majesty's Inspector

Judgement | Grade
The impact of leaders on social work practice with children and families: Requires improvement to be good

What needs to improve

- The quality of supervision.
- Return home interviews for missing children.
"""
PLAN = """Northmere improvement plan

| Area for improvement | Action | Lead | By when |
|---|---|---|---|
| The quality of supervision. | Issue a supervision policy. | Principal Social Worker | October 2025 |
| Return home interviews for missing children. | Commission interviews. | Head of Service | 31 December 2025 |
"""
MINUTES = "Minutes of the meeting\n\nPresent: the members.\n\nThe chair thanked everybody for their work on the plan.\n"


def proposed(tmp_path: Path, text: str, as_: str = "auto") -> Picture:
    path = tmp_path / "paper.md"
    path.write_text(text, encoding="utf-8")
    return propose(read_document(path), as_=as_)


@pytest.mark.parametrize(
    ("text", "as_", "kinds"),
    [
        (REPORT, "auto", ("inspection_report",)),
        (PLAN, "auto", ("improvement_plan",)),
        (f"{REPORT}\n{PLAN}", "auto", ("inspection_report", "improvement_plan")),
        # what the person says wins
        (f"{REPORT}\n{PLAN}", "plan", ("improvement_plan",)),
        (f"{REPORT}\n{PLAN}", "report", ("inspection_report",)),
    ],
)
def test_the_kinds_found(tmp_path: Path, text: str, as_: str, kinds: tuple[str, ...]) -> None:
    assert proposed(tmp_path, text, as_).source.kinds == kinds


def test_one_file_with_both_gives_one_connected_picture(tmp_path: Path) -> None:
    picture = proposed(tmp_path, f"{REPORT}\n{PLAN}")
    assert [finding.text for finding in picture.findings] == ["The quality of supervision.", "Return home interviews for missing children."]
    assert [item.text for item in picture.plan.items] == ["The quality of supervision.", "Return home interviews for missing children."]
    assert [action.leads for item in picture.plan.items for action in item.actions] == [("Principal Social Worker",), ("Head of Service",)]


def test_a_plan_alone_makes_up_no_inspection(tmp_path: Path) -> None:
    picture = proposed(tmp_path, PLAN)
    assert (picture.judgements, picture.findings, picture.inspection.framework) == ((), (), None)


def test_a_report_alone_makes_up_no_plan(tmp_path: Path) -> None:
    assert proposed(tmp_path, REPORT).plan.items == ()


@pytest.mark.parametrize(
    ("text", "as_", "words"),
    [
        (MINUTES, "auto", "neither an inspection report nor an improvement plan"),
        (MINUTES, "plan", "no improvement plan"),
        (MINUTES, "report", "no inspection report"),
        (REPORT, "plan", "no improvement plan"),
    ],
)
def test_what_holds_nothing_is_refused_with_what_to_do(tmp_path: Path, text: str, as_: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        proposed(tmp_path, text, as_)
    assert str(refused.value).startswith("paper.md: ")
