"""A few words around what was found."""

from hypothesis import given
from hypothesis import strategies as st

from goldthread.queries.engines import END, START
from goldthread.queries.snippets import WORDS, Pieces, pieces, snippet


def found(text: str, title: str = "Title") -> Pieces:
    """Words in square brackets were found."""
    return snippet(*(pieces(words.replace("[", START).replace("]", END)) for words in (text, title)))


def shown(text: str, title: str = "Title") -> str:
    return "".join(f"[{words}]" if is_found else words for words, is_found in found(text, title))


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert shown("All [teams]\n are  supervised.") == "All [teams] are supervised."


def test_a_long_text_is_cut_around_what_was_found() -> None:
    many = "word " * 100
    assert shown(f"{many}[audit]. {many}").startswith("… word word word word word [audit]. word")
    assert shown(f"{many}[audit]. {many}").endswith("word…")
    assert len(shown(f"{many}[audit] {many}").split()) <= WORDS + 2


def test_the_stretch_with_most_different_words_is_taken() -> None:
    many = "word " * 60
    assert "[audit] of [files]" in shown(f"[audit] [audit] [audit] {many} [audit] of [files] {many}")


def test_nothing_is_shown_that_the_title_shows() -> None:
    assert shown("Train [managers]\n2", "Train [managers]") == ""
    assert shown("Train [managers] and then many others in all the services", "Train [managers] and then many others…") == ""
    assert shown("Train [managers] to [audit]", "Train [managers] to…") == "Train [managers] to [audit]"
    assert shown("Others train [Managers]", "Train [managers]") == ""
    assert shown("Nothing", "Title") == ""


def test_marks_that_do_not_pair_lose_no_words() -> None:
    assert pieces(f"a{START}b") == (("a", False), ("b", True))
    assert pieces(f"a{END}b") == ((f"a{END}b", False),)


@given(st.text(), st.text())
def test_any_text_can_be_cut(text: str, title: str) -> None:
    assert all(words for words, _ in found(text, title))
