"""A document's own words, with their places, within limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.intake import words as words_module
from goldthread.intake.document import Cell, Document, Line, Table
from goldthread.intake.words import Passage, Words, from_json, to_json, words_of
from tests.strategies import words as texts

numbers = st.none() | st.integers(1, 999)
passages = st.builds(
    Passage,
    text=texts,
    page=numbers,
    line=numbers,
    table=numbers,
    row=numbers,
    column=numbers,
    heading=st.booleans(),
    fill=st.none() | st.just("FFC000"),
    note=st.booleans(),
)


def document(*blocks: Line | Table) -> Document:
    return Document(file="plan.docx", blocks=blocks)


def line(text: str, number: int = 1, level: int | None = None) -> Line:
    return Line(text=text, place=Place(page=2, line=number), level=level)


def table(*rows: tuple[str, ...], title: str | None = None, fill: str | None = None) -> Table:
    cells = tuple(
        tuple(Cell(text=text, place=Place(table=1, row=row, column=column), fill=fill) for column, text in enumerate(texts, 1))
        for row, texts in enumerate(rows, 1)
    )
    return Table(rows=cells, place=Place(table=1), title=title)


def test_lines_and_cells_come_in_reading_order_with_their_places() -> None:
    kept = words_of(document(line("Plan", level=1), table(("Visit", "")), line("End", 3))).passages

    assert kept == (
        Passage(text="Plan", page=2, line=1, heading=True),
        Passage(text="Visit", table=1, row=1, column=1),
        Passage(text="End", page=2, line=3),
    )


def test_a_tables_title_is_a_heading_of_the_table() -> None:
    assert words_of(document(table(("Visit",), title="Leaders"))).passages[0] == Passage(text="Leaders", table=1, heading=True)


def test_what_says_nothing_is_left_out_but_a_filled_cell_is_kept() -> None:
    assert words_of(document(line(" "), table((" ", "")))).passages == ()
    assert [kept.fill for kept in words_of(document(table(("",), fill="FFC000"))).passages] == ["FFC000"]


# Limits


def test_a_note_says_how_many_passages_are_left_out() -> None:
    kept = words_of(document(line("one"), line("two"), line("three")), most_passages=1)

    assert [passage.text for passage in kept.passages if not passage.note] == ["one"]
    assert "8 characters in 2 more passages" in kept.passages[-1].text
    assert kept.left_out == 2


def test_the_passage_that_reaches_the_limit_is_cut_and_the_rest_left_out() -> None:
    kept = words_of(document(line("first"), line("second"), line("x")), most_characters=8)

    assert [passage.text for passage in kept.passages if not passage.note] == ["first", "sec"]
    assert "4 characters in 1 more passage " in kept.passages[-1].text


def test_one_endless_passage_is_cut_and_the_others_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_module, "MOST_IN_ONE", 3)
    kept = words_of(document(line("endless"), line("end")))

    assert [passage.text for passage in kept.passages if not passage.note] == ["end", "end"]
    assert "4 characters are left out" in kept.passages[-1].text
    assert kept.left_out == 0


def test_a_note_stands_nowhere() -> None:
    kept = words_of(document(line("one"), line("two")), most_passages=1)

    assert list(kept.standing.values()) == [(0,)]


@given(st.lists(texts), st.integers(0, 5), st.integers(0, 30))
def test_limits_hold_and_every_character_is_accounted_for(said: list[str], most_passages: int, most_characters: int) -> None:
    whole = words_of(document(*map(line, said)))
    kept = words_of(document(*map(line, said)), most_passages=most_passages, most_characters=most_characters)
    own = [passage for passage in kept.passages if not passage.note]

    assert len(own) <= most_passages
    assert sum(len(passage.text) for passage in own) <= most_characters
    assert len(own) + kept.left_out == len(whole.passages)
    assert len(kept.passages) - len(own) == (own != list(whole.passages))


# JSON


@given(st.builds(Words, passages=st.lists(passages, max_size=4).map(tuple), left_out=st.integers(0, 9)))
def test_words_survive_their_json(words: Words) -> None:
    assert from_json(to_json(words)) == words
    assert b"\n" not in to_json(words)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"passages": [[1]], "left_out": 0}', b"\xff", '{"passages": [["a"]], "left_out": 0}'])
def test_what_are_no_words_are_refused_in_one_line(text: str | bytes) -> None:
    with pytest.raises(Refused) as refused:
        from_json(text)
    assert str(refused.value).isprintable()


def test_more_words_than_are_ever_kept_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = to_json(Words(passages=tuple(Passage(text="a") for _ in range(4))))
    monkeypatch.setattr(words_module, "MOST_PASSAGES", 2)

    with pytest.raises(Refused, match="more words than"):
        from_json(kept)


def test_cells_of_a_row_stand_side_by_side_and_lines_alone() -> None:
    words = words_of(document(line("a"), line("b"), table(("c", "d"), ("e",))))

    assert words.strips == (range(1), range(1, 2), range(2, 4), range(4, 5))
    assert words.strip_of == (0, 1, 2, 2, 3)
