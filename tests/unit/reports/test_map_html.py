"""The page as one file: whole, self-contained, and safe with any document's words."""

import itertools
import re
import time
from collections import Counter
from datetime import date

import pytest
from lxml import html

from goldthread.reports.map import draw
from goldthread.reports.map.page import policy
from goldthread.thread import checks
from goldthread.thread.picture import GlossaryEntry, Part, Picture, Problem
from tests.factories import a_finding, a_judgement, a_measure, a_picture, a_place, a_plan, an_action, an_inspection, an_item

DAY = date(2025, 11, 24)


def page(picture: Picture) -> str:
    return draw(picture, checks.run(picture, as_at=DAY), as_at=DAY)


def full() -> Picture:
    items = [
        an_item("1", [an_action(leads=("A", "B"), place=a_place(page=39, line=12, quote="Train managers")), an_action(rating="Red")]),
        an_item("2", [an_action(measures=(a_measure(),), progress=("All done", "And more"))], outcomes=[], text="Fostering"),
        an_item("3", [], text="Adoption"),
    ]
    findings = [a_finding(), a_finding("A2", "Something quite different", service="all"), a_finding("¶1", kind="paragraph")]
    problems = (Problem(where="page 4", found="two columns", expected="one", do="Look at page 4.", severity="error"),)
    return a_picture(items, findings, [a_judgement(), a_judgement("Help and protection", "inadequate")], problems=problems)


def test_the_page_stands_alone():
    text = page(full())
    assert not re.search(r"(?:src|href)\s*=\s*[\"']?(?:https?:|//)", text)
    assert not re.search(r"url\((?!data:font)", text)
    assert "@import" not in text


def test_nothing_on_the_page_runs_from_an_attribute():
    root = html.fromstring(page(full()))
    named = [name for element in root.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert named == []


def test_the_browser_is_told_to_run_nothing_but_our_own():
    root = html.fromstring(page(full()))
    told = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert told == policy()
    assert "default-src 'none'" in told
    assert "unsafe" not in told


def test_ids_are_single_and_every_link_leads_somewhere():
    root = html.fromstring(page(full()))
    ids = Counter(root.xpath("//@id"))
    assert [one for one, seen in ids.items() if seen > 1] == []
    assert {href[1:] for href in root.xpath("//a/@href")} <= set(ids)


def test_one_heading_of_the_first_rank_and_no_rank_is_skipped():
    ranks = [int(element.tag[1]) for element in html.fromstring(page(full())).iter("h1", "h2", "h3", "h4", "h5")]
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(ranks))


def test_the_page_says_what_it_is_of_and_as_at_when():
    root = html.fromstring(page(full()))
    assert root.get("lang") == "en-GB"
    assert root.findtext(".//title") == "Improvement plan – Northmere – Goldthread map"
    assert "As at 24 November 2025" in root.text_content()


def test_values_keep_their_place_and_quote():
    text = html.fromstring(page(full())).text_content()
    assert "As printed: page 39, line 12" in text
    assert "Train managers" in text


def test_each_action_is_a_row_with_words_for_what_is_wrong():
    rows = html.fromstring(page(full())).xpath("//table//tbody/tr")
    assert [row.xpath("string(th)") for row in rows] == ["1.1", "1.1", "2.1"]
    assert "two leads, none responsible" in rows[0].text_content()
    assert {"unled", "unproved"} <= set(rows[0].get("class").split())


def test_problems_of_reading_are_said():
    assert "Look at page 4." in page(full())


def test_empty_sections_say_what_will_be_there():
    text = html.fromstring(draw(Picture(), (), as_at=DAY)).text_content()
    assert "No action was read from this document" in text
    assert "No plan was read, so there was nothing to check" in text
    assert "Everything was read for certain" in text


def test_the_same_picture_gives_the_same_bytes():
    assert page(full()) == page(full())


NASTY = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</style></script><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "x" * 20_000,
    "\x00\x08\x1b[31m\ufffe",
]


def said(text: str) -> checks.CheckFinding:
    return checks.CheckFinding(code="GT101", title=text, where=text, message=text, do=text, place=a_place(quote=text))


def nasty(text: str) -> Picture:
    place = a_place(quote=text)
    action = an_action(text, leads=(text,), by_when_text=text, progress=(text,), rating=text, measures=(a_measure(text),), place=place)
    item = an_item(text, [action], [text], text=text, section=text, notes=text, source=text, rating=text, place=place)
    finding = a_finding(text, text, service=text, section=text, addressees=(text,), place=place)
    plan = a_plan([item], title=text, glossary=(GlossaryEntry(term=text, meaning=text),))
    judgement = a_judgement(text, text, service=text, as_printed=text)
    problem = Problem(where=text, found=text, expected=text, do=text)
    inspection = an_inspection(authority=text, framework_name=text, lead_inspector=text)
    return a_picture([item], [finding], [judgement], plan=plan, inspection=inspection, problems=(problem,))


@pytest.mark.parametrize("text", NASTY)
def test_a_documents_words_are_never_markup(text):
    root = html.fromstring(draw(nasty(text), [said(text)], as_at=DAY))
    assert len(root.xpath("//script")) == 1
    assert len(root.xpath("//style")) == 1
    assert not root.xpath("//img | //iframe | //object | //embed | //form")
    assert not root.xpath("//@onerror | //@onload")
    assert all(href.startswith("#") for href in root.xpath("//@href"))


def test_controls_that_turn_text_about_are_taken_out_and_unprintable_ones_shown():
    words = "abc\u202edef\u2066ghi\u200f\x00jkl"
    text = draw(nasty(words), [said(words)], as_at=DAY)
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00]", text)
    assert "abcdefghi\ufffdjkl" in text


@pytest.mark.slow
def test_two_thousand_actions_are_drawn_in_seconds():
    items = [an_item(str(number), [an_action(f"Do thing {number} {part}") for part in range(20)]) for number in range(100)]
    picture = a_picture(items, [a_finding(f"A{number}", f"Finding {number}") for number in range(15)])
    start = time.process_time()
    text = draw(picture, (), as_at=DAY)
    assert time.process_time() - start < 10
    assert text.count('<tr role="row" id=') == 2000


def test_words_that_stand_in_lettered_parts_are_not_shown_as_lost():
    action = an_action(text="", parts=(Part(letter="a", text="Clear the backlog"), Part(letter="b", text="Recruit two leads")))
    text = html.fromstring(draw(a_picture(plan=a_plan([an_item(actions=(action,))])), (), as_at=DAY)).text_content()
    assert "a) Clear the backlog; b) Recruit two leads" in text
    assert "[...]" not in text
