"""The glossary gives each word one meaning, where it is looked for."""

import re

from tools.make_docs import ROOT

WORDS = re.findall(r"^\| \*\*(.+?)\*\* \| (.+) \|$", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_words_stand_in_the_order_of_the_alphabet():
    names = [word.casefold() for word, _ in WORDS]
    assert names == sorted(names)


def test_no_word_stands_twice_or_without_a_meaning():
    assert len({word.casefold() for word, _ in WORDS}) == len(WORDS) > 70
    assert [word for word, meaning in WORDS if len(meaning.split()) < 2] == []
