"""Write a paper in any of the formats."""

from functools import partial
from pathlib import Path

from tests.acceptance.plans.paper import SUFFIX, Paper
from tests.acceptance.plans.writers_office import write_docx, write_xlsx
from tests.acceptance.plans.writers_pdf import BARE, ROWS, write_pdf
from tests.acceptance.plans.writers_text import write_aligned, write_csv, write_html, write_md, write_tabs

WRITERS = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "html": write_html,
    "csv": write_csv,
    "tabs": write_tabs,
    "aligned": write_aligned,
    "md": write_md,
    "pdf": write_pdf,
    "pdf-rows": partial(write_pdf, stroke=ROWS),
    "pdf-bare": partial(write_pdf, stroke=BARE),
}


def write(paper: Paper, form: str, folder: Path, name: str) -> Path:
    """The path of the file written. form: a key of ``WRITERS``."""
    path = folder / f"{name}.{SUFFIX.get(form, form)}"
    WRITERS[form](paper, path)
    return path
