"""What is made of what somebody types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.queries.sought import LONGEST, MOST_TERMS, Sought, read


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("supervision", [("supervision",)]),
        ("  Supervision   audit ", [("supervision",), ("audit",)]),
        ('"case file" audit', [("case", "file"), ("audit",)]),
        ("“case file”", [("case", "file")]),
        ('"case file', [("case",), ("file",)]),
        ("multi-agency", [("multi", "agency")]),
        ("housing/health", [("housing", "health")]),
        ("children's children’s", [("children",)]),
        ("Béatrice", [("beatrice",)]),
        ("s.47", [("s", "47")]),
        ("the audit of supervision", [("audit",), ("supervision",)]),
        ('"head of service"', [("head", "of", "service")]),
        ("the", [("the",)]),
        ("audit audit", [("audit",)]),
    ],
)
def test_words_and_phrases(typed: str, words: list[tuple[str, ...]]) -> None:
    assert [sought.words for sought in read(typed)] == words


@pytest.mark.parametrize("typed", ["", "   ", '"', '""', "***", "– . ’", "_", "\x00"])
def test_what_is_no_word_is_nothing(typed: str) -> None:
    assert read(typed) == ()


def test_a_star_makes_a_beginning_and_only_at_the_end() -> None:
    assert read("superv* au*dit") == (Sought(("superv",), is_beginning=True), Sought(("au", "dit")))


def test_what_is_typed_without_end_is_cut() -> None:
    assert len(read(" ".join(f"a{number}" for number in range(500)))) <= MOST_TERMS
    assert sum(len(word) for sought in read("a" * 5000) for word in sought.words) <= LONGEST


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    assert all(word.isalnum() for sought in read(typed) for word in sought.words)
