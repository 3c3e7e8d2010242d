"""What readers advise is said as it can be done on the site."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import goldthread.intake
from goldthread.models import Document
from goldthread.operations.reading import _as_here, storable

_HOME = Path(goldthread.intake.__file__).parent


def advice() -> Iterator[str]:
    """Every sentence of the readers that names an option of the command line, but for those said only when that option is given."""
    for file in sorted(_HOME.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            said = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if ("--ocr" in said or "--as" in said) and "which --ocr needs" not in said:
                yield said


def test_readers_do_name_options() -> None:
    assert len(list(advice())) >= 4


@pytest.mark.parametrize("told", list(advice()))
def test_no_advice_names_an_option_that_the_site_does_not_have(told: str) -> None:
    assert "--" not in _as_here(told, Document(name="plan.docx", file="abc.docx"))


def test_a_refusal_names_the_file_as_it_was_handed_in() -> None:
    assert _as_here("abc.docx: the file is empty.", Document(name="plan.docx", file="ab/abc.docx")) == "plan.docx: the file is empty."


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("plain", "plain"),
        ("a\x00b", "a\ufffdb"),
        ("\\u0000", "\\u0000"),
        ("turned \u202eabout\u2069", "turned about"),
        ({"a": ["\x1b[0m", 1, None, True, 2.5]}, {"a": ["\ufffd[0m", 1, None, True, 2.5]}),
        ((("x\x00", 1),), [["x\ufffd", 1]]),
        ("lines\nand\ttabs – “kept”", "lines\nand\ttabs – “kept”"),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_what_can_be_stored_and_shown(value: object, kept: object) -> None:
    assert storable(value) == kept
