"""Terms in running text: marked once, escaped, never in a link."""

import pytest
from django.utils.safestring import mark_safe

from goldthread.queries.glossary import Meanings
from tests.unit.web.markup import by_id, drawn, find, words

KNOWN = Meanings((("IRO", "Reviews <care>"), ("A&E", "Hospital")))


def shown(text: object, known: Meanings | None = KNOWN) -> object:
    return drawn("{% terms text known %}", text=text, known=known)


def test_a_term_has_its_meaning_on_hover_and_focus() -> None:
    found = shown("The IRO asks the IRO")

    (term,) = find(found, "dfn")
    assert term.get("tabindex") == "0"
    assert words(by_id(found, term.get("aria-describedby"))) == "Reviews <care>"
    assert words(found) == "The IRO Reviews <care> asks the IRO"


@pytest.mark.parametrize("text", ["<b>IRO</b> & <a href='x'>", "<script>alert('IRO')</script>"])
def test_plain_text_is_escaped(text: str) -> None:
    found = shown(text)

    assert find(found, "b, a, script") == []
    assert len(find(found, "dfn")) == 1


def test_safe_markup_is_kept_and_links_attributes_and_names_are_left_alone() -> None:
    markup = '<h1>IRO</h1><p title="IRO > IRO"><a href="/IRO">the IRO</a> &amp; <b>IRO</b> at A&amp;E</p>'

    found = shown(mark_safe(markup))

    assert [words(term) for term in find(found, "dfn")] == ["IRO", "A&E"]
    assert find(found, "a dfn, h1 dfn") == []
    assert (find(found, "p")[0].get("title"), find(found, "a")[0].get("href")) == ("IRO > IRO", "/IRO")
    assert "& IRO" in words(found)


def test_ids_differ_on_one_page() -> None:
    found = drawn("{% terms text known %} {% terms text known %}{% term 'X' 'y' %}", text="IRO, A&E", known=KNOWN)

    ids = [term.get("aria-describedby") for term in find(found, "dfn")]
    assert len(set(ids)) == len(ids) == 5


def test_the_glossary_may_come_from_the_page() -> None:
    assert len(find(drawn("{% terms text %}", text="IRO", glossary=KNOWN), "dfn")) == 1


@pytest.mark.parametrize(("text", "known"), [("<IRO>", None), ("<IRO>", Meanings(())), (None, KNOWN), ("", KNOWN)])
def test_without_terms_or_text_there_is_only_the_text(text: str | None, known: Meanings | None) -> None:
    found = shown(text, known)

    assert words(found) == (text or "")
    assert find(found, "dfn") == []


def test_it_can_be_kept_under_a_name() -> None:
    assert len(find(drawn("{% terms text known as told %}{{ told }}", text="IRO", known=KNOWN), "dfn")) == 1
