"""Builds Northmere's papers from its words: ``python northmere/make.py``; with ``--check`` says which papers are out of date."""

import sys
from datetime import datetime
from pathlib import Path

from press.pdf import pdf_bytes
from press.plan_paper import plan_paper
from press.report_paper import report_paper
from press.says import says
from press.word import word_bytes
from press.workbook import workbook_bytes

PACK = Path(__file__).resolve().parent / "pack"
REPORT_MADE_ON = datetime(2025, 7, 21, 9, 0)
PLAN_MADE_ON = datetime(2026, 4, 8, 9, 0)


def papers() -> dict[str, bytes]:
    """Every paper of the pack by its file name, as the words make it now."""
    report, plan = report_paper(), plan_paper()
    return {
        "inspection-report.pdf": pdf_bytes(report, REPORT_MADE_ON),
        "inspection-report.docx": word_bytes(report, REPORT_MADE_ON),
        "improvement-plan.pdf": pdf_bytes(plan, PLAN_MADE_ON),
        "improvement-plan.docx": word_bytes(plan, PLAN_MADE_ON),
        "improvement-plan.xlsx": workbook_bytes(PLAN_MADE_ON),
    }


def stale(pack: Path = PACK) -> list[str]:
    """File names of the pack's papers that are missing or do not say what the words say.

    What they say is compared, not their bytes: another version of a library may pack the same words in other bytes.
    """
    made = papers()
    return [name for name in made if not (pack / name).exists() or says(name, (pack / name).read_bytes()) != says(name, made[name])]


def main(arguments: list[str]) -> int:
    """Builds or checks; the exit code says whether all is well."""
    if arguments == ["--check"]:
        out_of_date = stale()
        for name in out_of_date:
            sys.stderr.write(f"northmere/pack/{name} does not say what northmere/words says. Run python northmere/make.py and commit it.\n")
        return 1 if out_of_date else 0
    if arguments:
        sys.stderr.write("Give --check, or nothing to build the pack.\n")
        return 2
    PACK.mkdir(exist_ok=True)
    for name, data in papers().items():
        (PACK / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
