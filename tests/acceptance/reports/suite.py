"""All papers, the four kinds of file, and the reading of one of them."""

from pathlib import Path

from goldthread.common.errors import Refused
from goldthread.intake.opening import read_document
from goldthread.intake.propose import propose
from tests.acceptance.reports import (
    papers_ilacs,
    papers_letters,
    papers_more,
    papers_none,
    papers_other,
    papers_send,
    papers_slac,
    set_docx,
    set_html,
    set_pdf,
    set_text,
)
from tests.acceptance.reports.key import Difference, Key, compare
from tests.acceptance.reports.paper import Paper, Writer

MODULES = (papers_slac, papers_ilacs, papers_letters, papers_send, papers_other, papers_more, papers_none)
REPORTS: dict[str, tuple[Paper, Key]] = {name: build() for module in MODULES for name, build in module.CASES.items()}
WRITERS: dict[str, Writer] = {"pdf": set_pdf.write, "docx": set_docx.write, "txt": set_text.write, "html": set_html.write}


def differences(name: str, form: str, folder: Path) -> list[Difference]:
    """Writes the paper into the folder, reads it, and gives every difference from its key.

    A refusal is right for a paper that is no report, and a difference for all others.
    """
    return read_and_compare(*REPORTS[name], form, folder)


def read_and_compare(paper: Paper, key: Key, form: str, folder: Path) -> list[Difference]:
    """The same for any paper and key."""
    path = folder / f"paper.{form}"
    WRITERS[form](paper, path)
    try:
        picture = propose(read_document(path))
    except Refused as refused:
        return [] if key.none_at_all else [Difference("kind", f"refused: {refused}")]
    return compare(picture, key, form)
