"""Northmere's built papers read back to the words that they were built from."""

import json
from pathlib import Path
from typing import Any

import make
import pytest
from click.testing import CliRunner
from northmere_compare import plan_differences, report_differences

main = pytest.importorskip("goldthread.cli.main", reason="the command line is not built yet").main
pytestmark = pytest.mark.slow


def read(name: str, folder: Path) -> dict[str, Any]:
    out = folder / "read.json"
    result = CliRunner().invoke(main, ["read", str(make.PACK / name), "--out", str(out), "--quiet"])
    assert result.exit_code in (0, 1), result.output
    return dict(json.loads(out.read_text(encoding="utf-8")))


@pytest.mark.parametrize("form", ["docx", "pdf", "xlsx"])
def test_the_plan_reads_back_to_its_words(form: str, tmp_path: Path) -> None:
    assert plan_differences(read(f"improvement-plan.{form}", tmp_path), form) == []


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_report_reads_back_to_its_words(form: str, tmp_path: Path) -> None:
    assert report_differences(read(f"inspection-report.{form}", tmp_path)) == []


def test_hidden_sheets_are_left_out_and_reported(tmp_path: Path) -> None:
    picture = read("improvement-plan.xlsx", tmp_path)
    assert "Share the step-up guidance" not in json.dumps(picture["plan"])
    assert any("hidden" in problem["found"].lower() for problem in picture["problems"])
