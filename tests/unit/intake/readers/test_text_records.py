"""Tables laid out with spaces: which lines make a row."""

from pathlib import Path

import pytest

from goldthread.intake.document import Table
from goldthread.intake.readers import text

HEAD = "No    Action                    By when /       Lead\n                                Accountable to\n"
FIRST = (
    "1     Write the plan and        March 2026      Head of\n"
    "      share it                  Training Sub-   Service\n"
    "                                Group\n"
)
SECOND = "2     Check it monthly          Ongoing         Team manager\n"
WHOLE = [
    ["No", "Action", "By when /\nAccountable to", "Lead"],
    ["1", "Write the plan and\nshare it", "March 2026\nTraining Sub-Group", "Head of\nService"],
    ["2", "Check it monthly", "Ongoing", "Team manager"],
]


def table(tmp_path: Path, source: str) -> Table:
    path = tmp_path / "plan.txt"
    path.write_text(source)
    (found,) = [block for block in text.read(path).blocks if isinstance(block, Table)]
    return found


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


@pytest.mark.parametrize(
    "source",
    ["\n".join((HEAD, FIRST, SECOND)), HEAD + FIRST + SECOND, HEAD + "\n" + FIRST + SECOND],
    ids=["blank lines", "numbers alone", "a blank line under the head"],
)
def test_wrapped_lines_are_one_row(tmp_path: Path, source: str) -> None:
    found = table(tmp_path, source)
    assert found.ruled
    assert texts(found) == WHOLE
    assert found.rows[1][0].place.line is not None


def test_a_line_that_fills_a_column_its_row_left_empty_makes_nothing_certain(tmp_path: Path) -> None:
    late = "3     Train staff                               Director\n                                May 2026\n"
    found = table(tmp_path, "\n".join((HEAD, FIRST, SECOND, late)))
    assert not found.ruled


def test_without_blank_lines_or_numbers_lines_stay_rows(tmp_path: Path) -> None:
    found = table(
        tmp_path,
        "Action           Lead       When\nWrite it and     Head       May\nshare it         of ICT\nCheck it         Nobody     June\n",
    )
    assert not found.ruled
    assert len(found.rows) == 4


def test_scores_at_the_right_edge_number_no_rows(tmp_path: Path) -> None:
    words = (
        "Standard                         Score\n"
        "Leadership and governance        3\n"
        "Staff and workload               2\n"
        "Court disposals\n"
        "Assessment                       1\n"
    )
    path = tmp_path / "scores.txt"
    path.write_text(words, encoding="utf-8")
    cells = [cell.text for block in text.read(path).blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert not [cell for cell in cells if "\n" in cell]
