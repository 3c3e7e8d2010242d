"""The map as people meet it: by eye, by keyboard, on a phone, on paper, with and without JavaScript."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from playwright.sync_api import Page

from goldthread.common.dates import PartDate
from goldthread.reports.map import draw
from goldthread.thread import checks
from goldthread.thread.picture import Picture, Problem
from tests.browser.axe import violations
from tests.factories import a_board, a_finding, a_judgement, a_measure, a_picture, a_place, a_plan, an_action, an_inspection, an_item

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DAY = date(2025, 11, 24)
SECTIONS = ("Leadership and management", "Help and protection", "Children in care")
SUBJECTS = (
    "How often social workers are supervised and what managers record",
    "The timeliness of child protection conferences",
    "Health assessments for children in care",
    "The quality of pathway plans for care leavers",
)
SIZES = {1: (841.9, 595.3), 2: (1190.6, 841.9)}


def a_plan_of(items: int) -> Picture:
    findings = [
        a_finding(f"A{at}", text, service="all", due=PartDate("2025-06-14"), place=a_place(page=3, line=at))
        for at, text in enumerate(SUBJECTS, 1)
    ]
    made = [_item(number, items) for number in range(items)]
    judgements = [
        a_judgement("Overall effectiveness", "requires_improvement"),
        a_judgement("Help and protection", "inadequate"),
        a_judgement("Children in care", "good"),
        a_judgement("Care leavers", "outstanding"),
    ]
    problem = Problem(where="item 4", found="no outcome", expected="an outcome", do="Look at page 13.", severity="error")
    boards = (a_board(), a_board("Scrutiny Committee", None))
    inspection = an_inspection(framework_name="Inspection of children’s services", started=date(2025, 1, 27), ended=date(2025, 2, 7))
    return a_picture(made, findings, judgements, inspection=inspection, plan=a_plan(made, monitoring=boards), problems=(problem,))


def _item(number: int, items: int):
    actions = [_action(number + part) for part in range(12 if number == 4 else 1 + number % 3)]
    outcomes = (
        () if number % 7 == 3 else ("90% of files show supervision each month, from 61%", "Children are seen alone")[: 1 + number % 2]
    )
    text = SUBJECTS[number % 3] if number < 5 else f"Strengthen the front door, part {number}"
    measures = (a_measure(),) if number % 5 == 1 else ()
    return an_item(str(number + 1), actions, outcomes, text=text, section=SECTIONS[number * 3 // items], measures=measures)


def _action(number: int):
    leads = ((), ("Head of Safeguarding",), ("Head of Safeguarding", "Principal Social Worker"))[number % 3]
    return an_action(
        "Publish the revised supervision policy and brief every team manager on what must be recorded",
        number=None,
        leads=leads,
        rating=("Red", "Amber", "Green", "Blue", None)[number % 5],
        due_dates=(PartDate("2025-09"),) if number % 4 else (),
        progress="Policy drafted; 38 of 52 managers briefed on 4 and 11 May." if number % 3 else (),
        place=a_place(page=10 + number, line=4, quote="Publish the revised supervision policy"),
    )


@pytest.fixture(scope="module")
def text() -> str:
    picture = a_plan_of(30)
    return draw(picture, checks.run(picture, as_at=DAY), as_at=DAY)


@pytest.fixture(scope="module")
def short_text() -> str:
    """Every kind of thing once or twice: the scan takes long over a page of two thousand elements."""
    picture = a_plan_of(8)
    return draw(picture, checks.run(picture, as_at=DAY), as_at=DAY)


def without_scripts(text: str) -> str:
    """The page as a browser without JavaScript has it; axe itself needs JavaScript to look at it."""
    return re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)


See = Callable[..., Page]


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("scripts", [True, False])
def test_no_accessibility_violations(see: See, short_text: str, width: int, scripts: bool):
    page = see(short_text if scripts else without_scripts(short_text), width=width)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert violations(page) == []


def test_no_accessibility_violations_in_an_empty_page(see: See):
    assert violations(see(draw(Picture(), (), as_at=DAY))) == []


def test_everything_is_there_without_javascript(see: See, text: str):
    page = see(text, javascript=False)
    assert page.locator("h1").inner_text() == "Improvement plan"
    assert page.locator(".actions tbody tr").count() == 70
    page.locator("details.fold summary").nth(1).click()
    assert page.locator("details.fold").nth(1).locator("a.node").first.is_visible()


def test_choosing_late_shows_late_actions_only_and_needs_no_javascript(see: See, text: str):
    page = see(text, javascript=False)
    page.get_by_label("Nobody responsible").check()
    shown = page.locator(".actions tbody tr:visible")
    assert 0 < shown.count() < 70
    assert shown.count() == page.locator(".actions tbody tr.unled").count()


def test_a_figure_leads_to_the_actions_that_it_counts(see: See, text: str):
    page = see(text)
    page.locator(".figures a", has_text="Nobody responsible").click()
    page.wait_for_function("document.getElementById('show-unled').checked")
    counted = page.locator(".figures a", has_text="Nobody responsible").locator(".number").inner_text()
    assert page.locator(".actions tbody tr:visible").count() == int(counted)


def test_the_keyboard_walks_the_thread_and_reaches_the_entry(see: See, text: str):
    page = see(text)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to main content"
    page.locator("a.node").first.focus()
    walked = []
    for _ in range(4):
        walked.append(page.evaluate("document.activeElement.textContent.split(' ')[0]"))
        page.keyboard.press("Tab")
    assert walked == ["Judgement", "A1", "Outcome", "Action"]
    page.locator("a.node[href='#item-1-action-1']").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "item-1-action-1"


def test_arrow_keys_follow_the_thread(see: See, text: str):
    page = see(text)
    page.locator("a.node").first.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#item-1-action-1"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#item-1-outcome-1"


def test_focus_is_seen_and_lights_its_thread_only(see: See, text: str):
    page = see(text, javascript=False)
    page.locator("a.node[href='#item-2-action-1']").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    node = page.locator("a.node[href='#item-2-action-1']").first
    assert node.locator("rect").evaluate("box => getComputedStyle(box).strokeWidth") == "3px"
    widths = (
        page.locator("svg.band", has=node)
        .locator("g.row")
        .evaluate_all("rows => rows.map(row => getComputedStyle(row.querySelector('.line')).strokeWidth)")
    )
    assert widths == ["5px", "3px"]


def test_a_link_into_a_closed_part_opens_it(see: See, text: str):
    page = see(text)
    page.evaluate("location.hash = 'check-gt204'")
    page.wait_for_function("document.getElementById('check-gt204').getBoundingClientRect().top < innerHeight")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = false }); location.hash = 'fold-2'")
    page.wait_for_function("document.getElementById('fold-2').open")


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_the_page_never_scrolls_sideways(see: See, text: str, width: int):
    page = see(text, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_very_long_word_does_not_widen_a_phone(see: See):
    word = "Ungeheuerlichkeitsbeauftragter" * 30
    picture = a_picture([an_item(word, [an_action(word, leads=(word,), by_when_text=word, rating=word)], [word], text=word, section=word)])
    page = see(draw(picture, (), as_at=DAY), width=375)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("width", [1280, 375])
def test_drawn_words_stay_in_their_boxes(see: See, text: str, width: int):
    page = see(text, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    outside = page.locator("a.node:not(.gap)").evaluate_all(
        """nodes => nodes.flatMap(node => {
            const box = node.querySelector('rect').getBoundingClientRect();
            return [...node.querySelectorAll('text')].filter(text => {
                const words = text.getBoundingClientRect();
                return words.right > box.right || words.left < box.left || words.bottom > box.bottom || words.top < box.top;
            }).map(text => text.textContent);
        })"""
    )
    assert outside == []


def test_the_page_is_set_in_the_type_it_carries(see: See, text: str):
    page = see(text)
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('19px Hyperlegible'))")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "19px"


def paper(page: Page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


@pytest.mark.parametrize("scripts", [True, False])
def test_the_map_prints_whole_on_a3(see: See, text: str, scripts: bool):
    document = paper(see(text, javascript=scripts))
    sheets = [page for page in document if page.get_width() > 1100]
    assert all(abs(page.get_width() - 1190.6) < 2 and abs(page.get_height() - 841.9) < 2 for page in sheets)
    words = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in sheets)
    for number in range(1, 31):
        assert f"Action {number}.1 " in words
    assert all("Judgement Finding Outcome" in " ".join(page.get_textpage().get_text_bounded().split()) for page in sheets)
    document.close()


def test_nothing_on_paper_runs_off_the_sheet(see: See, text: str):
    document = paper(see(text))
    for sheet in document:
        if sheet.get_width() > 1100:
            boxes = [item.get_bounds() for item in sheet.get_objects()]
            assert max(box[2] for box in boxes) <= sheet.get_width()
            assert min(box[1] for box in boxes) >= 0
    document.close()
