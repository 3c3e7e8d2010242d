"""A board secretary puts a printed name right and readers look for words, on desk and phone, with scripts and without."""

import pytest
from playwright.sync_api import Page

from tests.browser.site.conftest import DESK, PHONE, Site, check

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "javascript"), [(DESK, True), (PHONE, False)])
def test_a_name_that_a_plan_prints_becomes_another_name_of_a_board(site: Site, width: int, javascript: bool) -> None:
    page = site.signed_in("anselm-brocklebury", width=width, javascript=javascript)
    board = "Corporate Parenting Board"
    _take_names_away(page, board)

    page.goto("/boards/")
    page.get_by_role("link", name="1 board that plans name is not in the register").click()
    page.get_by_role("link", name="It is another name of a board (Corporate Parenting Panel)").click()
    page.get_by_role("button", name="Continue").click()
    assert "Choose an answer: Which board is it?" in page.locator(".govuk-error-summary").inner_text()
    check(page)
    page.get_by_label("Which board is it?").select_option(label=board)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Check your answers").wait_for()
    check(page)
    page.get_by_role("button", name="Add the name").click()

    assert "“Corporate Parenting Panel” means Corporate Parenting Board from now on." in page.locator("main").inner_text()
    page.goto("/boards/names/")
    assert "Every name is known" in page.locator("main").inner_text()


def _take_names_away(page: Page, board: str) -> None:
    page.goto("/boards/")
    page.get_by_role("link", name=board, exact=True).click()
    page.get_by_role("button", name="Change this board").click()
    page.get_by_label("Other names").fill("")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Change the answers").click()
    assert page.get_by_label("Other names").input_value() == ""
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Save changes").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_word_is_found_in_its_other_forms_and_leads_to_its_place(site: Site, javascript: bool) -> None:
    page = site.signed_in("orla-fenwright", javascript=javascript)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Search").click()
    page.get_by_label("Words to look for").fill("supervise")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("navigation", name="Kinds of things found").get_by_role("link", name="Actions").click()

    assert "supervision" in page.locator("mark").first.inner_text().lower()
    page.locator(".gt-found a").first.click()
    assert "Action" in page.locator("h1").inner_text()
