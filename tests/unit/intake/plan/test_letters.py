"""Lettered parts of an action, and the lettered progress that answers them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.intake.plan.letters import split_parts, split_progress

LETTERS = list("abcdefgh")


def parts(text: str) -> tuple[str, list[tuple[str, str]]]:
    intro, found = split_parts(text)
    return intro, [(part.letter, part.text) for part in found]


def progress(text: str, letters: list[str] = LETTERS) -> list[tuple[str | None, str]]:
    return [(one.letter, one.text) for one in split_progress(text, letters)]


@pytest.mark.parametrize(
    "text",
    [
        "Support through: a. audit b. benchmark c. training",
        "Support through:\na. audit\nb. benchmark\nc. training",
        "Support through: a) audit b) benchmark c) training",
        "Support through: (a) audit (b) benchmark (c) training",
        "Support through:\na.\taudit\nb.\tbenchmark\nc.\ttraining",
    ],
)
def test_lettered_parts(text: str) -> None:
    assert parts(text) == ("Support through:", [("a", "audit"), ("b", "benchmark"), ("c", "training")])


def test_roman_parts_and_capitals_on_their_own_lines() -> None:
    assert parts("i. first ii. second iii. third") == ("", [("i", "first"), ("ii", "second"), ("iii", "third")])
    assert parts("Aims\nA Review policy\nB Train staff") == ("Aims", [("A", "Review policy"), ("B", "Train staff")])


def test_a_list_inside_a_part_stays_with_it() -> None:
    assert parts("a. pilot (i) north (ii) south b. review") == ("", [("a", "pilot (i) north (ii) south"), ("b", "review")])


def test_one_letter_lost_on_the_way_does_not_swallow_the_rest() -> None:
    assert parts("a. audit c. training d. review")[1] == [("a", "audit"), ("c", "training"), ("d", "review")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A new process for all. B is not here",
        "a. only one",
        "Work with J. Smith and B. Jones",
        "Review Plan A. Then the rest",
        "c. third b. second",
        "Ask e.g. partners, i.e. health",
        "A new post\nBoth teams",
    ],
)
def test_prose_is_not_split(text: str) -> None:
    assert parts(text) == (" ".join(text.split()), [])


def test_progress_answers_its_letters_in_any_case_and_order() -> None:
    assert progress("a. Done.\nC. Workshop held.\nB. Underway.") == [("a", "Done."), ("c", "Workshop held."), ("b", "Underway.")]
    assert progress("Part of the plan.\nA Completed. Reports updated\nB Completed.\nF completed") == [
        (None, "Part of the plan."),
        ("a", "Completed. Reports updated"),
        ("b", "Completed."),
        ("f", "completed"),
    ]


@pytest.mark.parametrize("mark", ["A &C.", "A&c.", "A and C:", "(a & c)", "A/C."])
def test_progress_under_two_letters_is_given_to_both(mark: str) -> None:
    assert progress(f"{mark} Group to sample cases") == [("a", "Group to sample cases"), ("c", "Group to sample cases")]


def test_progress_under_a_letter_that_comes_again_is_added() -> None:
    assert progress("A & C. First look.\nA. Second look.\nd. To begin") == [
        ("a", "First look.\nSecond look."),
        ("c", "First look."),
        ("d", "To begin"),
    ]


def test_answers_that_print_ran_together() -> None:
    text = "Planned. A Completed. System updated B Completed. Meetings C. Checked D This is supported E Sample audit F completed F . audit"
    assert [letter for letter, _ in progress(text)] == [None, "a", "b", "c", "d", "e", "f"]


@pytest.mark.parametrize(
    "text",
    [
        "A full role is not possible. A new chair is sought.",
        "Signed by B Smith today. B Smith agreed.",
        "Appendix A. The report",
        "disruption (h) below",
        "All 6 a week",
        "Underway",
    ],
)
def test_articles_initials_and_labels_begin_no_answer(text: str) -> None:
    assert progress(text) == [(None, text)]


def test_numbers_answer_numbered_actions_only_when_asked() -> None:
    text = "1 Completed. Full data\n3 Attendance by staff"
    assert progress(text, ["1", "2", "3"]) == [("1", "Completed. Full data"), ("3", "Attendance by staff")]
    assert progress(text, []) == [(None, text)]


def test_no_progress_and_letters_that_no_part_has() -> None:
    assert progress("") == []
    assert progress("k. Done", ["a"]) == [(None, "k. Done")]


def _long_words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text) if len(word) > 1 and word.casefold() != "and" and not word.isdigit()]


@given(st.text() | st.text("ABCab. )(&,;\ndone Completed"))
def test_no_word_is_lost(text: str) -> None:
    told = progress(text)
    said = set(_long_words("\n".join(words for _, words in told)))
    # a letter that print ran into the word after it (“BCompleted”) is an answer's letter
    assert all(word in said or (word[0].isupper() and word[1:] in said) for word in _long_words(text))
    intro, found = parts(text)
    assert set(_long_words(text)) <= set(_long_words("\n".join([intro, *(words for _, words in found), *(letter for letter, _ in found)])))


@given(
    st.lists(st.sampled_from(["Audit held.", "Training given.", "Policy is written."]), min_size=2, max_size=8),
    st.sampled_from(["{}.", "{})", "({})"]),
)
def test_parts_and_progress_read_back(texts: list[str], style: str) -> None:
    listed = " ".join(f"{style.format(letter)} {text}" for letter, text in zip(LETTERS, texts, strict=False))
    expected = list(zip(LETTERS, texts, strict=False))
    assert parts(listed) == ("", expected)
    assert progress(listed) == expected
