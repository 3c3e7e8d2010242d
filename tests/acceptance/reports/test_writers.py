"""The papers are what they are said to be: every word of a key is in every file that is written of it."""

import re
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree, html

from goldthread.common.text import fold
from tests.acceptance.reports.suite import REPORTS, WRITERS

OVERALL = "Overall effectiveness"
"""Some reports say it in a sentence."""

pytestmark = pytest.mark.slow


def _words_of(path: Path) -> str:
    match path.suffix:
        case ".pdf":
            with pypdfium2.PdfDocument(path) as document:
                return "\n".join(page.get_textpage().get_text_bounded() for page in document)
        case ".docx":
            with ZipFile(path) as package:
                tree = etree.fromstring(package.read("word/document.xml"))
            return " ".join("".join(node.itertext("{*}t")) for node in tree.iter("{*}p"))
        case ".html":
            return " ".join(html.parse(str(path)).getroot().itertext())
        case _:
            return path.read_text(encoding="utf-8")


def _letters(text: str) -> str:
    """Letters and digits only, so that no line's end and no mark counts."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", REPORTS)
def test_every_word_of_the_key_is_in_the_file(name: str, form: str, tmp_path: Path) -> None:
    paper, key = REPORTS[name]
    path = tmp_path / f"paper.{form}"
    WRITERS[form](paper, path)
    text = _letters(_words_of(path).replace(paper.footer[0], "") if paper.footer else _words_of(path))
    wanted = [*(found.text for found in key.findings), *(grade.area for grade in key.grades if grade.area != OVERALL)]
    assert not [words for words in wanted if not all(_letters(word) in text for word in words.split())]


@pytest.mark.parametrize("name", REPORTS)
def test_the_text_form_keeps_within_its_page(name: str, tmp_path: Path) -> None:
    paper, _ = REPORTS[name]
    WRITERS["txt"](paper, tmp_path / "paper.txt")
    pages = (tmp_path / "paper.txt").read_text(encoding="utf-8").rstrip("\f").split("\f")
    assert all(len(page.splitlines()) <= paper.page_lines + 4 for page in pages)
