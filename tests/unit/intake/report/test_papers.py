"""Whole papers: Northmere's report in both forms, published reports where they are to hand, and long hostile lines."""

import json
import os
from pathlib import Path

import northmere_compare as compare
import pytest

from goldthread.intake.document import Document
from goldthread.intake.readers import pdf, text, word
from goldthread.intake.report.read import read_report
from goldthread.thread.codec import to_builtins
from goldthread.thread.picture import Picture
from tests.unit.intake.report.printed import FRONT, document

PACK = Path(__file__).parents[4] / "northmere" / "pack"
PACKS = Path(os.environ.get("GOLDTHREAD_PACKS", "no such folder"))
"""A folder of published reports with answer keys beside them (``name.pdf``, ``name.key.json``); not part of the project."""


def read(path: Path) -> Document:
    """The file as its reader gives it."""
    return {".pdf": pdf.read, ".docx": word.read, ".txt": text.read}[path.suffix](path)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_northmere_reads_back_to_its_words(form: str) -> None:
    reading = read_report(read(PACK / f"inspection-report.{form}"))
    picture = Picture(inspection=reading.inspection, judgements=reading.judgements, findings=reading.findings)
    assert compare.report_differences(to_builtins(picture)) == []
    assert [problem for problem in reading.problems if problem.severity != "info"] == []


@pytest.mark.slow
@pytest.mark.parametrize("key", sorted(PACKS.glob("*.key.json")), ids=lambda key: key.name)
def test_published_reports_equal_their_keys(key: Path) -> None:
    said = json.loads(key.read_text(encoding="utf-8"))
    reading = read_report(read(key.with_name(key.name.replace(".key.json", ".pdf"))))
    assert reading.inspection.authority == said["authority"]
    assert [str(reading.inspection.started), str(reading.inspection.ended)] == said["inspection_dates"]
    assert [(judgement.area, judgement.as_printed) for judgement in reading.judgements] == [
        (entry["name"], entry["grade"]) for entry in said["judgements"]
    ]
    areas = [" ".join(finding.text.split()) for finding in reading.findings if finding.kind == "area_for_improvement"]
    assert areas == [" ".join(entry["text"].split()) for entry in said["areas_for_improvement"]]


HOSTILE = (
    "a",
    "Ab ",
    "1",
    ".",
    ". ",
    "• ",
    "- ",
    "(",
    "’ ",
    "Council, ",
    "the council and ",
    "areas for improvement ",
    "3 June 2024 to ",
    "The council should ",
)


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_line_is_read_and_does_not_hang(unit: str) -> None:
    """A pattern that goes back over a line again and again would take hours here, not a second."""
    paper = document(f"{FRONT}\nAreas for improvement\n\n{unit * (200_000 // len(unit))}:\n\n• An entry\n")

    assert [finding.text for finding in read_report(paper).findings if finding.text.endswith("An entry")]
