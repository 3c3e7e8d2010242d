"""Terms in running text: marked once, escaped, never in a link."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils.safestring import mark_safe

from goldthread.models import Action
from goldthread.queries.glossary import Meanings
from goldthread.thread.picture import GlossaryEntry
from tests import papers, world
from tests.factories import a_picture, a_plan, an_action, an_item
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


@pytest.mark.django_db
def test_each_plan_explains_its_own_words_whatever_other_plans_do(client: Client) -> None:
    council = world.council()
    client.force_login(council.manager, backend=settings.AUTHENTICATION_BACKENDS[-1])
    explained = [GlossaryEntry(term="PA", meaning="Practice adviser")], [GlossaryEntry(term="PA", meaning="Personal adviser")], []
    for glossary in explained:
        item = an_item(text="Meet the PA", actions=[an_action("Ask the PA")])
        world.plan(council, a_picture(plan=a_plan([item], glossary=tuple(glossary))))
        for _ in range(2):  # what was made for another plan in between takes nothing away
            said = [client.get(f"/actions/{one.pk}/").content.decode() for one in Action.objects.order_by("pk")]
            assert ["Practice adviser" in page for page in said] == [one == 0 for one in range(len(said))]
            assert ["Personal adviser" in page for page in said] == [one == 1 for one in range(len(said))]
            assert not any("is never explained" in page for page in said)


@pytest.mark.django_db
def test_a_word_of_no_paper_is_looked_for_after_papers_as_before(client: Client) -> None:
    council = world.council()
    client.force_login(council.manager, backend=settings.AUTHENTICATION_BACKENDS[-1])
    before = client.get("/search/", {"q": "giraffe"}).content.decode()
    for name in ("one.docx", "two.docx"):
        papers.accepted(council, a_picture(findings=[]) if name == "two.docx" else None, name=name)
    after = client.get("/search/", {"q": "giraffe"}).content.decode()
    assert "Nothing found" in before
    assert "Nothing found" in after
    assert "Nothing to look for" not in after
