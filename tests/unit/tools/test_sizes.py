"""Sizes of functions and files."""

from pathlib import Path

import pytest

from tools import sizes

SAMPLE = '''"""A sample."""


def short():
    return 1


class Thing:
    @property
    def documented(self):
        """One line.

        And more.
        """
        first = 1

        return first


async def waits():
    def inner():
        pass

    return inner
'''


def test_functions_are_measured_without_docstring_and_decorators():
    found = {one.name.split()[-1]: one.lines for one in sizes.functions_of(SAMPLE)}
    assert found == {"short": 2, "documented": 4, "waits": 5, "inner": 2}


def test_a_function_is_named_by_file_and_line():
    assert sizes.functions_of("\n\ndef late(): ...\n", "a/b.py")[0].name == "a/b.py:3 late"


@pytest.mark.parametrize(("values", "expected"), [([], 0), ([7], 7), (list(range(1, 11)), 9), (list(range(1, 21)), 18), ([1, 1, 50], 50)])
def test_nine_in_ten(values: list[int], expected: int):
    assert sizes.ninth_tenth(values) == expected


def test_long_files_are_named_and_others_are_not(tmp_path: Path):
    (tmp_path / "long.py").write_text("x = 1\n" * 401, encoding="utf-8")
    (tmp_path / "full.py").write_text("x = 1\n" * 400, encoding="utf-8")
    text = sizes.report("sample", sizes.measure(tmp_path.glob("*.py"), tmp_path))
    assert text.splitlines()[0] == "sample: 2 files, 801 lines, 0 functions"
    assert " 401  long.py" in text
    assert "full.py" not in text


def test_an_empty_folder_has_figures_too(tmp_path: Path):
    assert "median 0" in sizes.report("nothing", sizes.measure([], tmp_path))
