"""Several values' marks in one excerpt: apart, in order, with neighbours only outside tables."""

from goldthread.intake.highlight import Excerpt, Mark, showing
from goldthread.intake.words import Passage, Words


def text(*texts: str) -> Words:
    return Words(passages=tuple(Passage(text=one, page=1, line=number) for number, one in enumerate(texts, 1)))


def marked(excerpt: Excerpt) -> list[list[str]]:
    """The words of each strip's pieces, marks in brackets."""
    return [
        ["".join(f"[{piece.text}]" if piece.marked else piece.text for piece in shown.pieces) for shown in strip.passages]
        for strip in excerpt.strips
    ]


def test_marks_are_put_in_order_and_overlapping_ones_are_joined() -> None:
    found = [Mark(passage=0, start=8, end=11), Mark(passage=0, start=0, end=3), Mark(passage=0, start=2, end=5)]
    assert marked(showing(text("one two three"), found)) == [["[one t]wo [thr]ee"]]


def test_marks_that_touch_stay_apart() -> None:
    found = [Mark(passage=0, start=0, end=3), Mark(passage=0, start=3, end=7)]
    assert marked(showing(text("one two"), found)) == [["[one][ two]"]]


def test_a_passage_with_exact_marks_is_not_marked_as_a_whole_too() -> None:
    found = [Mark(passage=0, start=0, end=7, exact=False), Mark(passage=0, start=4, end=7)]
    excerpt = showing(text("one two"), found)
    assert marked(excerpt) == [["one [two]"]]
    assert excerpt.exact


def test_a_line_comes_with_neighbours_and_a_far_one_without() -> None:
    found = [Mark(passage=1, start=0, end=1), Mark(passage=5, start=0, end=1)]
    excerpt = showing(text(*"abcdefg"), found)
    assert marked(excerpt) == [["a"], ["[b]"], ["c"], ["[f]"]]
    assert [strip.gap for strip in excerpt.strips] == [False, False, False, True]
    assert (excerpt.begins, excerpt.ends) == (True, False)


def test_a_table_row_comes_whole_and_without_its_neighbours() -> None:
    words = Words(passages=tuple(Passage(text=f"{row}{column}", table=1, row=row, column=column) for row in (1, 2, 3) for column in (1, 2)))
    assert marked(showing(words, [Mark(passage=2, start=0, end=2)])) == [["[21]", "22"]]


def test_without_marks_there_is_nothing_to_show() -> None:
    assert showing(text("one"), []) == Excerpt()
