"""The papers and their keys agree, and the writers put every word on the page."""

import csv
import html
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from tests.acceptance.plans.compare import agrees, compare, tidy
from tests.acceptance.plans.key import Has, Kept, Key, OneOf, act, item
from tests.acceptance.plans.known_wrong import KNOWN_WRONG
from tests.acceptance.plans.paper import Bullets, Cell, Heading, Paper, Table, Text, paper, plain, runs, table
from tests.acceptance.plans.shapes import CASES, SHAPES
from tests.acceptance.plans.writers import write


def words_of(made: Paper) -> Iterator[str]:
    for block in made.blocks:
        if isinstance(block, Table):
            yield from (cell.plain for row in block.rows for cell in row)
        elif isinstance(block, Bullets):
            yield from map(plain, block.texts)
        elif isinstance(block, Heading | Text):
            yield plain(block.text)


def texts(said: object) -> list[str]:
    if isinstance(said, Kept):
        return texts(said.value)
    return [text for one in said for text in texts(one)][:1] if isinstance(said, OneOf | Has) else [said] if isinstance(said, str) else []


@pytest.mark.parametrize("name", SHAPES)
def test_every_text_in_a_key_stands_in_its_paper(name: str) -> None:
    shape = SHAPES[name]
    whole = tidy(" ".join(words_of(shape.paper)))
    for wanted in shape.key.items:
        for said in (wanted.text, *[action.text for action in wanted.actions]):
            assert all(tidy(text) in whole for text in texts(said))


def test_there_are_enough_shapes() -> None:
    assert len(SHAPES) >= 26


def test_what_is_known_wrong_names_real_cases() -> None:
    assert set(KNOWN_WRONG) <= set(CASES)


def test_a_span_covers_its_places() -> None:
    grid = table((Cell(value="a", down=2), "b"), ("c",), headers=0).grid()
    assert [[(cell.plain, starts) for cell, starts in row] for row in grid] == [[("a", True), ("b", True)], [("a", False), ("c", True)]]


def test_markup_is_read_into_runs() -> None:
    assert [(run.text, run.bold, run.underline) for run in runs("**A** / __B__")] == [
        ("A", True, False),
        (" / ", False, False),
        ("B", False, True),
    ]


SMALL = paper(Heading("Plan"), table(("Action", "Lead"), (Cell(value="Do it.", down=2), "__Ann__ / Bo"), ("Cy",)), footer="Foot")


def text_of(path: Path) -> str:
    if path.suffix == ".docx":
        made = docx.Document(str(path))
        return " ".join(cell.text for part in made.tables for row in part.rows for cell in row.cells)
    if path.suffix == ".xlsx":
        return " ".join(str(value) for row in openpyxl.load_workbook(path).active.values for value in row if value)
    if path.suffix == ".pdf":
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    if path.suffix == ".csv":
        return " ".join(value for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines()) for value in row)
    return html.unescape(re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8")))


@pytest.mark.slow
@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "csv", "tabs", "aligned", "md", "pdf"])
def test_a_writer_puts_every_word_on_the_page(form: str, tmp_path: Path) -> None:
    written = text_of(write(SMALL, form, tmp_path, "small"))
    assert all(word in written for word in ("Action", "Lead", "Do it.", "Ann / Bo", "Cy"))


# what a key says, what was read, whether they agree
@pytest.mark.parametrize(
    ("want", "got", "right"),
    [
        ("One  thing.", "One thing", True),
        ("One thing", "Another thing", False),
        (OneOf("A", "Amber"), "Amber", True),
        (OneOf("A", None), None, True),
        (Has("2026-03"), ["2026-01", "2026-03"], True),
        (Has("2026-03"), ["2026-01"], False),
        (Has("held", "sixty"), "sixty were held", True),
        (["A"], ["A", "B"], False),
        ([OneOf("KO", "Kit")], ["Kit"], True),
        ({"a": "x"}, {"a": "x."}, True),
        (None, "", False),
        (0, 0, True),
    ],
)
def test_a_reading_agrees_with_its_key(want: object, got: object, right: bool) -> None:
    assert agrees(want, got) is right


def test_a_lost_item_is_one_wrong_count_and_its_fields_wrong() -> None:
    from tests.factories import a_picture

    marks = compare(Key(items=(item("Nothing like it", act("Do it.", leads=["Ann"])),) * 2), a_picture(), "docx")
    assert [mark.field for mark in marks if not mark.right].count("leads") == 2
