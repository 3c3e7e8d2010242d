"""The words of a quote are found where they stand, however a reader set them, and nothing else is marked for them."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldthread.common.places import NOWHERE, Place
from goldthread.intake.highlight import LONGEST_PLAIN, Mark, around, marks
from goldthread.intake.words import Passage, Words
from tests.strategies import places


def lines(*texts: str) -> Words:
    return Words(passages=tuple(Passage(text=text, page=1, line=n) for n, text in enumerate(texts, 1)))


def table(*rows: tuple[str, ...]) -> Words:
    return Words(
        passages=tuple(
            Passage(text=text, table=1, row=row, column=column)
            for row, texts in enumerate(rows, 1)
            for column, text in enumerate(texts, 1)
            if text
        )
    )


def on(line: int, quote: str) -> Place:
    return Place(page=1, line=line, quote=quote)


def cell(row: int, column: int, quote: str) -> Place:
    return Place(table=1, row=row, column=column, quote=quote)


def marked(words: Words, place: Place, value: str = "") -> list[str]:
    """The words marked exactly."""
    found = marks(words, place, value)
    assert all(mark.exact for mark in found)
    return said(words, found)


def said(words: Words, found: tuple[Mark, ...]) -> list[str]:
    return [words.passages[mark.passage].text[mark.start : mark.end] for mark in found]


# Found as it stands


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("Lead: Head of Care, by May", "Head of Care", "Head of Care"),
        ("Lead: Head  of\nCare, by May", "Head of Care", "Head  of\nCare"),
        ("See re-\ncorded visits.", "recorded visits", "re-\ncorded visits"),
        ("The council’s “plan”", "the Council's plan", "The council’s “plan"),
        ("We visit (each month).", "(each month).", "(each month)."),
        ("We visit (each month).", "each month", "each month"),
        ("Ensure eﬃcient ﬁles", "efficient files", "eﬃcient ﬁles"),
        ("Ensure su­per­vi­sion", "supervision", "su­per­vi­sion"),
        ("• Visit children", "Visit children", "Visit children"),
        ("• Visit children", "• Visit children", "Visit children"),
        ("Rated ● today", "●", "●"),
    ],
)
def test_a_quote_within_a_passage(text: str, quote: str, shown: str) -> None:
    assert marked(lines("before", text, "after"), on(2, quote)) == [shown]


def test_a_quote_over_several_lines() -> None:
    words = lines("4. Ensure that every child", "is seen alone, and", "often. 5. Next")

    assert marked(words, on(1, "Ensure that every child is seen alone, and often.")) == [
        "Ensure that every child",
        "is seen alone, and",
        "often.",
    ]


def test_a_foot_of_the_page_between_two_lines_of_a_quote_is_not_marked() -> None:
    words = lines("Ensure that every child", "Northmere Council 12", "is seen alone. Next")

    assert marked(words, on(1, "Ensure that every child is seen alone.")) == ["Ensure that every child", "is seen alone."]


@pytest.mark.parametrize("cut", ["…", " … ", "[...]", " [...] ", "..."])
def test_a_quote_with_a_cut_is_marked_on_both_sides_of_it(cut: str) -> None:
    words = lines("Ensure that every child who lives here is seen alone.")

    assert marked(words, on(1, f"Ensure that every child{cut}is seen alone.")) == ["Ensure that every child", "is seen alone."]


def test_a_cut_may_go_through_a_word() -> None:
    assert marked(lines("Arrangements for recruitment are in place"), on(1, "[...]uitment are in place")) == ["uitment are in place"]


def test_cells_of_a_row_that_are_quoted_together() -> None:
    words = table(("Action", "Lead", "When"), ("Visit each child", "Manager", "May 2012"))

    assert marked(words, cell(2, 1, "Visit each child | Manager | May 2012")) == ["Visit each child", "Manager", "May 2012"]


def test_the_first_cell_of_the_row_may_be_empty() -> None:
    assert marked(table(("Outcome", "Action"), ("", "Visit each child")), cell(2, 1, "Visit each child")) == ["Visit each child"]


def test_a_columns_head_that_is_quoted_with_a_cell() -> None:
    words = table(("Action", "Target"), ("Visit", "80%"), ("Call", "90%"))

    assert marked(words, cell(3, 2, "Target: 90%")) == ["Target", "90%"]


def test_a_cell_that_a_reader_cut_into_rows_of_print() -> None:
    words = table(("1. Review the", "Head of"), ("policy of", "Care"), ("supervision.", ""))

    assert marked(words, cell(1, 1, "Review the policy of supervision.")) == ["Review the", "policy of", "supervision."]


def test_a_cell_that_goes_on_in_the_next_table() -> None:
    passages = (
        Passage(text="Visit each", table=1, row=4, column=1),
        Passage(text="Manager", table=1, row=4, column=2),
        Passage(text="Action", table=2, row=1, column=1),
        Passage(text="Lead", table=2, row=1, column=2),
        Passage(text="child alone", table=2, row=2, column=1),
    )

    assert marked(Words(passages=passages), cell(4, 1, "Visit each child alone")) == ["Visit each", "child alone"]


def test_a_dash_in_another_cell_stands_in_nobodys_way() -> None:
    assert marked(table(("Visit each child", "–", "Red")), cell(1, 1, "Visit each child | - | Red")) == ["Visit each child", "Red"]


def test_a_cell_read_by_its_fill_alone_is_marked_though_it_says_nothing() -> None:
    words = Words(passages=(Passage(text="", table=1, row=1, column=1, fill="FFC000"),))

    assert marks(words, cell(1, 1, "")) == (Mark(passage=0, start=0, end=0),)


# Narrowed to a value


def test_a_value_within_its_quote() -> None:
    words = table(("1. Ofsted Timescale: Immediate", "Visit each child"))
    quote = "1. Ofsted Timescale: Immediate | Visit each child"

    assert marked(words, cell(1, 1, quote), "Visit each child") == ["Visit each child"]
    assert marked(words, cell(1, 1, quote), "immediate") == ["Immediate"]


@pytest.mark.parametrize("value", ["2012-05-01", "child", "–", ""])
def test_a_value_that_the_quote_does_not_say_just_once_leaves_the_quote_marked(value: str) -> None:
    words = lines("See each child and every child")

    assert marked(words, on(1, "See each child and every child"), value) == ["See each child and every child"]


# Never the wrong words


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Planning starts", "plan"),
        ("The well-being of children", "being"),
        ("Version 11 of it", "1.1"),
        ("By 2.5 points", "5"),
        ("A2 and more", "2"),
        ("Head of Care and Head of Care", "Head of Care"),
        ("Visit every child", "Visit every child and family in their home"),
        ("Visit every child", "Call every child"),
        ("Visit every child weekly", "Visit … monthly"),
        ("Visit every child", "child every visit"),
    ],
)
def test_what_is_not_there_as_whole_words_marks_the_passage_inexactly(text: str, quote: str) -> None:
    assert marks(lines("x", text, "y"), on(2, quote)) == (Mark(passage=1, start=0, end=len(text), exact=False),)


def test_the_same_words_in_another_passage_are_not_marked() -> None:
    words = table(("Visit", "Manager", "May 2012"), ("Call", "Manager", "June 2012"))

    assert marks(words, cell(2, 3, "May 2012")) == (Mark(passage=5, start=0, end=9, exact=False),)
    assert marked(words, cell(2, 2, "Manager")) == ["Manager"]
    assert marks(words, cell(2, 2, "Manager"))[0].passage == 4


def test_a_short_quote_is_not_looked_for_further_down() -> None:
    assert said(lines("Lead", "Manager"), marks(lines("Lead", "Manager"), on(1, "Manager"))) == ["Lead"]


def test_an_empty_place_marks_nothing() -> None:
    assert marks(lines("Visit"), NOWHERE) == ()
    assert around(lines("Visit"), NOWHERE).strips == ()


def test_a_place_that_the_words_do_not_have_marks_nothing() -> None:
    assert marks(lines("Visit"), on(9, "Visit")) == ()
    assert marks(table(("Visit",)), cell(7, 1, "Visit")) == ()


def test_a_place_without_a_quote_marks_its_passage_inexactly() -> None:
    assert marks(lines("Visit"), Place(page=1, line=1)) == (Mark(passage=0, start=0, end=5, exact=False),)


def test_a_note_of_ours_is_never_marked() -> None:
    words = Words(passages=(Passage(text="Left out here", page=1, line=1, note=True),))

    assert marks(words, on(1, "Left out here")) == ()


@pytest.mark.slow
@pytest.mark.parametrize("quote", ["a", "a " * 20_000 + "b", "a … " * 5_000 + "b", " | ".join(["a b"] * 25)])
def test_no_document_keeps_a_page_waiting(quote: str) -> None:
    words = lines(*["a " * 20_000] * 20)

    assert [mark.exact for mark in marks(words, on(1, quote))] == [False]


vocabulary = st.sampled_from(["Visit", "each", "child", "re-view", "2012", "1.1", "(by", "May)", "of", "a", "ﬁle", "don’t", "…", "●"])
texts = st.lists(vocabulary, max_size=6).map(" ".join)
some_lines = st.lists(texts, min_size=1, max_size=6).map(lambda said: lines(*said))
some_tables = st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4).map(lambda rows: table(*rows))
some_words = some_lines | some_tables


@st.composite
def quoted(draw: st.DrawFn) -> tuple[Words, Place]:
    """Words with a place that quotes some of them: a stretch that begins in the place's passage and may go on in the next ones."""
    words = draw(some_words.filter(lambda made: bool(made.passages)))
    at = draw(st.integers(0, len(words.passages) - 1))
    there = words.passages[at]
    tokens = " ".join(passage.text for passage in words.passages[at:]).split()
    start, length = draw(st.integers(0, len(there.text.split()))), draw(st.integers(1, 8))
    quote = draw(st.sampled_from([" ", "  ", " | ", " … "])).join(tokens[start : start + length])
    return words, Place(page=there.page, line=there.line, table=there.table, row=there.row, column=there.column, quote=quote)


near_places = st.builds(on, st.integers(1, 6), texts) | st.builds(cell, st.integers(1, 4), st.integers(1, 3), texts)


def letters(text: str) -> str:
    return "".join(sign for sign in text.replace("ﬁ", "fi").casefold() if sign.isalnum())


@given(some_words, near_places | places, texts)
def test_marks_are_within_passages_in_order_and_apart(words: Words, place: Place, value: str) -> None:
    found = marks(words, place, value)

    assert list(found) == sorted(found, key=lambda mark: (mark.passage, mark.start))
    for one, other in pairwise(found):
        assert one.passage < other.passage or one.end < other.start
    for mark in found:
        text = words.passages[mark.passage].text
        assert 0 <= mark.start <= mark.end <= len(text)
        assert mark.exact or (mark.start, mark.end) == (0, len(text))


@given(quoted())
def test_exact_marks_say_the_quote_letter_for_letter(given: tuple[Words, Place]) -> None:
    words, place = given
    found = marks(words, place)
    assume(letters(place.quote or "") and all(mark.exact for mark in found))

    assert sorted(letters("".join(said(words, found)))) == sorted(letters(place.quote or ""))


@given(quoted())
def test_exact_marks_part_no_word(given: tuple[Words, Place]) -> None:
    words, place = given
    assume("…" not in (place.quote or ""))
    for mark in marks(words, place):
        text = words.passages[mark.passage].text
        assert not (text[max(0, mark.start - 1) : mark.start + 1].isalnum() and mark.start)
        assert not (text[mark.end - 1 : mark.end + 1].isalnum() and 0 < mark.end < len(text))


@given(st.lists(texts.filter(letters), min_size=1, max_size=6, unique_by=letters), st.data())
def test_whatever_a_reader_did_to_the_spaces_a_line_is_found_whole(said_there: list[str], data: st.DataObject) -> None:
    line = data.draw(st.integers(1, len(said_there)))
    spaces = data.draw(st.sampled_from([" ", "  ", "\n", " "]))
    words = lines(*said_there)

    found = marks(words, on(line, said_there[line - 1].replace(" ", spaces)))

    assert {mark.passage for mark in found} == {line - 1}
    assert all(mark.exact for mark in found)
    assert letters("".join(said(words, found))) == letters(said_there[line - 1])


# Excerpts


def test_an_excerpt_has_lines_before_and_after() -> None:
    excerpt = around(lines("a", "b", "Visit each child", "d", "e"), on(3, "each"), before=1, after=1)

    assert [["".join(piece.text for piece in shown.pieces) for shown in strip.passages] for strip in excerpt.strips] == [
        ["b"],
        ["Visit each child"],
        ["d"],
    ]
    assert [(piece.text, piece.marked) for piece in excerpt.strips[1].passages[0].pieces] == [
        ("Visit ", None),
        ("each", "exact"),
        (" child", None),
    ]
    assert (excerpt.begins, excerpt.ends, excerpt.exact) == (False, False, True)


def test_a_table_row_is_one_strip_and_a_far_head_comes_alone() -> None:
    words = table(("Action", "Target"), ("A", "70%"), ("B", "80%"), ("C", "90%"))

    excerpt = around(words, cell(4, 2, "Target: 90%"), before=0, after=0)

    assert [(strip.row, strip.gap, [shown.marked for shown in strip.passages]) for strip in excerpt.strips] == [
        (1, False, [False, True]),
        (4, True, [False, True]),
    ]
    assert (excerpt.begins, excerpt.ends) == (True, True)


def test_words_near_an_empty_cell_are_shown_without_marks() -> None:
    excerpt = around(table(("Visit", "", "Manager")), cell(1, 2, ""))

    assert [shown.passage.text for shown in excerpt.strips[0].passages] == ["Visit", "Manager"]
    assert not excerpt.exact


def test_what_is_not_found_is_shown_as_near() -> None:
    excerpt = around(lines("Visit each child"), on(1, "Call"))

    assert [piece.marked for piece in excerpt.strips[0].passages[0].pieces] == ["near"]
    assert not excerpt.exact


def test_long_words_without_marks_are_shortened_beside_the_marks() -> None:
    long = "x" * (LONGEST_PLAIN + 50)
    pieces = around(lines(f"{long} here {long}"), on(1, "here")).strips[0].passages[0].pieces

    assert [piece.marked for piece in pieces] == [None, "exact", None]
    assert pieces[0].text.startswith("… x")
    assert pieces[0].text.endswith("x ")
    assert pieces[2].text.endswith("x …")
    assert all(len(piece.text) < LONGEST_PLAIN + 5 for piece in pieces)


@given(some_words, near_places, st.integers(0, 3), st.integers(0, 3))
def test_an_excerpt_shows_every_mark_and_no_other_words(words: Words, place: Place, before: int, after: int) -> None:
    excerpt = around(words, place, before=before, after=after)
    shown = [passage for strip in excerpt.strips for passage in strip.passages]

    assert ["".join(piece.text for piece in passage.pieces) for passage in shown] == [passage.passage.text for passage in shown]
    assert [piece.text for passage in shown for piece in passage.pieces if piece.marked] == [
        text for text in said(words, excerpt.marks) if text
    ]
