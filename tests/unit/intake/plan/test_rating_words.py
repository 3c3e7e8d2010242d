"""Ratings in words, and a plan's own key to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.common.places import NOWHERE
from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.rating_words import is_rating_text, read_key_line, read_key_table, read_rating
from goldthread.thread.picture import StatusKey


def table(*rows: list[str | tuple[str, str]]) -> Table:
    cells = [
        tuple(Cell(text=cell, place=NOWHERE) if isinstance(cell, str) else Cell(text=cell[0], place=NOWHERE, fill=cell[1]) for cell in row)
        for row in rows
    ]
    return Table(rows=tuple(cells), place=NOWHERE)


@pytest.mark.parametrize(
    "text",
    [
        "Green",
        "G",
        "AMBER",
        "On track",
        "Complete",
        "R",
        "Some slippage",
        "75%",
        "↑",
        "Amber E",
        "Red/Amber",
        "Green - on track",
        "Green (complete)",
        "Amber ↑",
        "Moderate assurance",
        "Not started",
        "Awaiting sign-off",
        "100% complete",
        "Superseded",
        "BLUE",
    ],
)
def test_a_rating_is_kept_as_printed(text: str) -> None:
    assert read_rating(text) == text
    assert is_rating_text(text)


def test_a_rating_loses_its_heading_and_its_line_breaks() -> None:
    assert read_rating("RAG: Green") == "Green"
    assert read_rating("On\ntrack") == "On track"


@pytest.mark.parametrize(
    "text",
    ["", "-", "N/A", "RAG", "Green paper", "Complete review of policy", "March 2012", "a", "b", "75", "Reduce", "Red tape removed by team"],
)
def test_other_words_are_no_rating(text: str) -> None:
    assert read_rating(text) is None


@pytest.mark.parametrize(
    ("text", "label", "colour", "meaning"),
    [
        ("Red – significant delay or not started", "Red", "red", "significant delay or not started"),
        ("Green: Completed", "Green", "green", "Completed"),
        ("Blue (complete and embedded)", "Blue", "blue", "complete and embedded"),
        ("Amber E - nearly complete", "Amber E", "amber", "nearly complete"),
        ("• G = on track", "G", None, "on track"),
        ("Completed - in full", "Completed", None, "in full"),
        ("Red-Amber: doubtful", "Red-Amber", None, "doubtful"),
    ],
)
def test_a_line_of_a_key(text: str, label: str, colour: str | None, meaning: str) -> None:
    assert read_key_line(text) == StatusKey(label=label, colour=colour, meaning=meaning)


@pytest.mark.parametrize("text", ["Red", "Page 5 – text", "Green paper – policy", "", "Head of Care – lead", "Red –"])
def test_other_lines_are_no_key(text: str) -> None:
    assert read_key_line(text) is None


def test_a_key_down_the_rows_with_a_heading() -> None:
    key = read_key_table(table(["RAG", "Meaning"], [("Red", "FF0000"), "Not started"], ["Green", "On track, with evidence of effect"]))
    assert key == (
        StatusKey(label="Red", colour="#FF0000", meaning="Not started"),
        StatusKey(label="Green", colour="green", meaning="On track, with evidence of effect"),
    )


def test_a_key_of_shading_alone_takes_a_short_meaning_as_its_label() -> None:
    key = read_key_table(table([("", "00B050"), "Completed"], [("", "FFC000"), "Work has begun but is later than planned"]))
    assert key == (
        StatusKey(label="Completed", colour="#00B050"),
        StatusKey(label="#FFC000", colour="#FFC000", meaning="Work has begun but is later than planned"),
    )


def test_a_key_across_two_rows_and_one_inside_cells() -> None:
    across = read_key_table(table([("R", "FF0000"), ("A", "FFC000"), ("G", "00B050")], ["late", "at risk", "on time"]))
    assert [(one.label, one.meaning) for one in across] == [("R", "late"), ("A", "at risk"), ("G", "on time")]
    inside = read_key_table(table(["Red – late\nGreen – on time"]))
    assert [(one.label, one.meaning) for one in inside] == [("Red", "late"), ("Green", "on time")]
    shaded = read_key_table(table([("Completed", "0070C0"), ("On track", "00B050")]))
    assert [(one.label, one.colour) for one in shaded] == [("Completed", "#0070C0"), ("On track", "#00B050")]


@pytest.mark.parametrize(
    "rows",
    [
        [["Action", "Lead", "RAG"], ["Write policy", "Head of Care", "Green"], ["Train staff", "Team Manager", "Red"]],
        [["LA", "Local Authority"], ["DMT", "Departmental Management Team"]],
        [["Red", "late"]],
        [[""]],
        [],
    ],
)
def test_other_tables_are_no_key(rows: list[list[str | tuple[str, str]]]) -> None:
    assert read_key_table(table(*rows)) == ()


@given(st.text() | st.text("Red –:=(AmberG)%75 ontrack"))
def test_any_text_is_read_and_nothing_added(text: str) -> None:
    rating = read_rating(text)
    assert rating is None or rating.replace(" ", "") in "".join(text.split())
    key = read_key_line(text)
    assert key is None or (key.label and key.meaning)
    read_key_table(table([text, text], [(text, "FF0000"), text]))
