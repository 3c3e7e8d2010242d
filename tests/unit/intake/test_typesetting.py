"""Soft hyphens are no letters, a hundred blank lines are one, and what nobody could read is marked as lost."""

from dataclasses import replace

import pytest

from goldthread.common.places import Place
from goldthread.intake.document import Cell, Document, Line, Span, Table
from goldthread.intake.typesetting import tidied


def lines(*texts: str) -> Document:
    return Document(file="a.pdf", blocks=tuple(Line(text=text, place=Place(line=n, quote=text)) for n, text in enumerate(texts, 1)))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        # inside a word
        (["Com\u00adplaints Man\u00adager"], ["Complaints Manager"]),
        # a word parted at the end of a printed line goes on in the next
        (["The com\u00ad", "plaints manager reports"], ["The complaints", "manager reports"]),
        (["super\u00ad", "vision"], ["supervision"]),
        # at the very end there is nothing to go on with
        (["The end\u00ad"], ["The end"]),
        # real hyphens stay
        (["step-", "down"], ["step-", "down"]),
    ],
)
def test_lines(printed: list[str], read: list[str]) -> None:
    assert [block.text for block in tidied(lines(*printed)).blocks if isinstance(block, Line)] == read


def test_cells_and_their_emphasis() -> None:
    cell = Cell(text="Com\u00ad\nplaints", place=Place(quote="Com\u00ad\nplaints"), spans=(Span(text="Com\u00ad\nplaints", bold=True),))
    table = Table(rows=((cell,),), place=Place())
    read = tidied(Document(file="a.docx", blocks=(table,))).blocks[0]
    assert isinstance(read, Table)
    assert read.rows[0][0] == replace(cell, text="Complaints", spans=(Span(text="Complaints", bold=True),))


def test_a_document_without_them_is_the_same_document() -> None:
    document = lines("Nothing to mend")
    assert tidied(document) is document


@pytest.mark.parametrize(
    ("text", "read"),
    [("one\n\n\n\ntwo", "one\n\ntwo"), ("one\n \n\t\n  two", "one\n\n  two"), ("one\n\ntwo", "one\n\ntwo"), ("one\ntwo", "one\ntwo")],
)
def test_blank_lines_in_a_cell(text: str, read: str) -> None:
    table = Table(rows=((Cell(text=text, place=Place(quote=text)),),), place=Place())
    block = tidied(Document(file="a.docx", blocks=(table,))).blocks[0]
    assert isinstance(block, Table)
    assert (block.rows[0][0].text, block.rows[0][0].place.quote) == (read, text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\ufffd\ufffd\ufffd", "[...]"),
        ("\ufffd \ufffd\ufffd", "[...]"),
        (" \ufffd.", "[...]"),
        ("Visit \ufffd\ufffd\ufffd\ufffd soon", "Visit [...] soon"),
        # one letter or apostrophe of a word is no lost word, nor is a lost dash between words
        ("children\ufffds plans", "children\ufffds plans"),
        ("children\ufffd\ufffd\ufffds plans", "children\ufffd\ufffd\ufffds plans"),
        ("May \ufffd June", "May \ufffd June"),
    ],
)
def test_words_that_could_not_be_read(text: str, read: str) -> None:
    table = Table(rows=((Cell(text=text, place=Place(table=1, row=2, column=3, quote=text), spans=(Span(text=text),)),),), place=Place())
    document = tidied(Document(file="a.docx", blocks=(table,)))
    block = document.blocks[0]
    assert isinstance(block, Table)
    cell = block.rows[0][0]
    assert (cell.text, cell.spans[0].text, cell.place.quote) == (read, read, text)
    assert len(document.problems) == (read != text)


def test_words_that_could_not_be_read_are_one_problem() -> None:
    document = tidied(lines("\ufffd\ufffd", "whole", "\ufffd\ufffd\ufffd", "\ufffd\ufffd", "\ufffd\ufffd", "\ufffd\ufffd"))
    (problem,) = document.problems
    assert problem.where == "line 1; line 3; line 4; and 2 more"
    assert [block.text for block in document.blocks if isinstance(block, Line)] == ["[...]", "whole", *["[...]"] * 4]
