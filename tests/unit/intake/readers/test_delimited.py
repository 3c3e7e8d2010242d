"""Separated values: the separator found from the rows, no row lost, odd rows said."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldthread.common.errors import Refused
from goldthread.intake.document import Document, Line, Table
from goldthread.intake.readers.delimited import read

Read = Callable[..., Document]


@pytest.fixture
def values(tmp_path: Path) -> Read:
    def make(content: str | bytes, name: str = "plan.csv") -> Document:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path)

    return make


def table(document: Document) -> Table:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def texts(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table(document).rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(values: Read, separator: str) -> None:
    rows = [["Action", "Lead", "By when"], ["Audit files, all of them", "Head; deputy", "May | June"], ["Train", "Head", "July"]]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    assert texts(values(out.getvalue())) == rows


def test_commas_in_the_words_do_not_make_columns(values: Read) -> None:
    document = values("Action;Lead\nAudit, then train, then audit;Head\nPlan, do, check;Deputy\nOne;Two\n")
    assert texts(document) == [["Action", "Lead"], ["Audit, then train, then audit", "Head"], ["Plan, do, check", "Deputy"], ["One", "Two"]]


def test_a_line_that_names_the_separator_is_not_a_row(values: Read) -> None:
    document = values("sep=;\nAction;Lead\nA,b,c;D\n")
    assert texts(document) == [["Action", "Lead"], ["A,b,c", "D"]]
    assert table(document).place.line == 2


def test_titles_above_the_header_are_lines_and_blank_rows_go(values: Read) -> None:
    document = values("Improvement plan,,\n,,\nAction,Lead,By when\n,,\nAudit,Head,May\n")
    title = document.blocks[0]
    assert isinstance(title, Line)
    assert (title.text, title.place.line) == ("Improvement plan", 1)
    assert texts(document) == [["Action", "Lead", "By when"], ["Audit", "Head", "May"]]
    assert document.problems == ()


def test_line_breaks_inside_quotation_marks_stay_and_lines_are_counted_in_the_file(values: Read) -> None:
    document = values('Action,Lead\r\n"First\r\n second\r\nthird",Head\r\nNext,Deputy\r\n')
    assert texts(document)[1] == ["First\nsecond\nthird", "Head"]
    assert [row[0].place.line for row in table(document).rows] == [1, 2, 5]
    assert (table(document).rows[2][1].place.row, table(document).rows[2][1].place.column) == (3, 2)


def test_uneven_rows_are_filled_up_and_reported_with_their_line(values: Read) -> None:
    document = values("Action,Lead,By when\nAudit,Head\nTrain,Head,May,extra\nPlan,Deputy,June\nSecond theme\n")
    assert all(len(row) == 4 for row in table(document).rows)
    assert [(problem.where, problem.found, problem.severity) for problem in document.problems] == [
        ("line 2", "2 values", "warning"),
        ("line 3", "4 values", "warning"),
        ("line 5", "1 values", "info"),
    ]


def test_many_uneven_rows_are_summed_up(values: Read) -> None:
    document = values("a,b,c\n" * 100 + "a,b\n" * 60)
    assert len(document.problems) == 21
    assert "40 more rows" in document.problems[-1].found


def test_empty_values_behind_every_row_make_no_columns(values: Read) -> None:
    document = values("Action,Lead,,,\nAudit,Head\nTrain,Head\n")
    assert texts(document) == [["Action", "Lead"], ["Audit", "Head"], ["Train", "Head"]]
    assert document.problems == ()


def test_a_quotation_mark_that_never_closes_swallows_nothing(values: Read) -> None:
    document = values('Action,Lead\nAudit,Head\n"Train,Deputy\nPlan,Head\n')
    assert texts(document)[2:] == [['"Train', "Deputy"], ["Plan", "Head"]]
    assert document.problems[0].where == "line 3"


def test_formulas_stay_words(values: Read) -> None:
    document = values('Action,Link\nAudit,"=HYPERLINK(""x"",""y"")"\nTrain,=1+1\n')
    assert texts(document)[1:] == [["Audit", '=HYPERLINK("x","y")'], ["Train", "=1+1"]]


def test_a_byte_order_mark_is_no_part_of_the_first_heading(values: Read) -> None:
    assert texts(values(b"\xef\xbb\xbfAction,Lead\nAudit,Head\n"))[0][0] == "Action"
    assert texts(values("Action\tLead\nAudit\tHead’s\n".encode("utf-16")))[1] == ["Audit", "Head’s"]
    assert texts(values("Action,Lead\nAudit,Head’s\n".encode("cp1252")))[1] == ["Audit", "Head’s"]


def test_the_csv_limit_of_the_whole_program_is_put_back(values: Read) -> None:
    before = csv.field_size_limit()
    document = values("Action,Lead\n" + "x" * 200_000 + ",Head\n")
    assert len(texts(document)[1][0]) == 200_000
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("content", "match"), [(b"", "empty"), (b" \n\n", "no text"), (b"\x00\x01\x02,\x00", "binary"), (b"PK\x03\x04", "zipped")]
)
def test_what_is_no_table_is_refused(values: Read, content: bytes, match: str) -> None:
    with pytest.raises(Refused, match=match):
        values(content)


_VALUE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Zs")), min_size=1, max_size=8)


@given(st.lists(st.lists(_VALUE, min_size=3, max_size=3), min_size=2, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@pytest.mark.slow
def test_what_was_written_is_read(values: Read, rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    assert texts(values(out.getvalue())) == rows
