"""What people come to do, from the first page to the last, on a desk and on a telephone, with scripts and without."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site.conftest import DESK, PHONE, Site, check

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WAYS = [(DESK, True), (DESK, False), (PHONE, True), (PHONE, False)]
NAMES = ["desk", "desk without scripts", "phone", "phone without scripts"]
every_way = pytest.mark.parametrize(("width", "javascript"), WAYS, ids=NAMES)

ROWS = """Area for improvement,Desired outcome,Ref,Action,Lead,By when,Progress,RAG
{area},Children are safer sooner,1.1,Visit every child in the first week,Head of Corporate Parenting,30/06/2026,Begun in March,Amber
,,1.2,Tell children what was decided,Service Manager Leaving Care,31/02/2026,,Red
"""


def go(page: Page, words: str) -> None:
    """Follows a link or presses a button of the page's own part by its words."""
    page.locator("main").locator("a, button").filter(has_text=words).first.click()
    page.wait_for_load_state()


@every_way
def test_from_a_paper_to_its_plan_map_and_checks(site: Site, tmp_path: Path, width: int, javascript: bool) -> None:
    paper = tmp_path / f"plan-{width}-{javascript}.csv"
    paper.write_text(ROWS.format(area=f"Visits to children ({width} {javascript})"), encoding="utf-8")
    page = site.signed_in("orla-fenwright", width=width, javascript=javascript)
    page.goto("/papers/new/")
    check(page, heading="Hand in a paper")

    page.locator("input[type=file]").set_input_files(paper)
    go(page, "Hand in and read")
    check(page)
    read_it_to_the_end(page)
    check(page)

    go(page, "Review")
    check(page)
    page.goto(page.url.split("?")[0].rstrip("/") + "/items/")
    check(page, heading="Items and actions")
    expect(page.locator("mark").filter(has_text="Visit every child in the first week").first).to_be_visible()
    assert "31/02/2026" in page.locator("main").inner_text()
    choose(page, "Accept", 0)
    choose(page, "Refuse", 2)
    go(page, "Save")
    check(page)

    page.goto(page.url.split("/review/")[0] + "/accept/")
    check(page)
    go(page, "Accept the other")
    check(page)
    page.get_by_role("radio").first.check(force=True)  # the inspection that it answers
    go(page, "Accept")
    check(page)
    assert "A plan answers this inspection already" in page.locator("main").inner_text()
    page.get_by_label("Accept a second plan").check(force=True)
    go(page, "Accept")
    check(page)
    assert "ccepted" in page.locator("main").inner_text()

    page.locator("main a[href^='/plans/']").first.click()
    page.wait_for_load_state()
    check(page)
    assert "Visit every child in the first week" in page.locator("main").inner_text()
    assert "Tell children what was decided" not in page.locator("main").inner_text()
    plan = page.url
    page.goto(f"{plan}map/")
    check(page, heading="Thread map")
    assert page.locator("svg").count() >= 1
    page.goto(f"{plan}checks/")
    check(page, heading="Checks")
    assert "GT" in page.locator("main").inner_text()


def read_it_to_the_end(page: Page) -> None:
    """Waits as a person would: the page follows by itself where scripts run, and is asked again where they do not."""
    for _ in range(60):
        if "Ready for review" in page.locator("main").inner_text():
            return
        page.wait_for_timeout(500)
        page.goto(page.url)
    raise AssertionError(page.locator("main").inner_text())


def choose(page: Page, words: str, at: int) -> None:
    page.get_by_label(words, exact=False).and_(page.locator("input[type=radio]")).nth(at).check(force=True)


@every_way
def test_a_lead_moves_a_date_and_the_history_says_so(site: Site, width: int, javascript: bool) -> None:
    why = f"Three posts are vacant until summer ({width} {javascript})."
    page = site.signed_in("sunniva-okparike", width=width, javascript=javascript)
    check(page, heading="My work")
    page.locator("main a[href^='/actions/']").first.click()
    page.wait_for_load_state()
    check(page)
    go(page, "Change due date")
    check(page, heading="Change due date")

    go(page, "Continue")  # nothing filled in
    check(page)
    assert page.title().startswith("Error: ")
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")

    page.get_by_label("When is it due now?").fill("end of September 2026")
    page.get_by_label("Why does the date change?").fill(why)
    go(page, "Continue")
    check(page)
    assert "30 September 2026" in page.locator("main").inner_text()
    confirm = page.locator("main input[type=checkbox]")
    if confirm.count():
        confirm.first.check(force=True)
    page.locator("main form button[type=submit], main form button:not([type])").first.click()
    page.wait_for_load_state()
    check(page)
    told = page.locator("main").inner_text()
    assert "30 September 2026" in told
    assert why in told
    assert "Sunniva Okparike" in told


@every_way
def test_a_partner_sees_their_own_actions_and_nothing_else(site: Site, width: int, javascript: bool) -> None:
    page = site.signed_in("ravinder-ashgrove", width=width, javascript=javascript)
    check(page, heading="My work")
    to_do = {link.get_attribute("href") for link in page.locator("main a[href^='/actions/']").all()}
    page.goto("/plans/northmere-council-2025/")
    check(page)
    own = {link.get_attribute("href") for link in page.locator("main a[href^='/actions/']").all()}
    assert to_do < own  # what is done needs nothing more
    assert len(own) < 10
    assert page.locator("main").inner_text().count("Designated Nurse for Children in Care") >= len(own)
    site.expected = ["404", "403"]
    page.goto(next(f"/actions/{number}/" for number in range(1, 60) if f"/actions/{number}/" not in own))
    check(page, heading="There is no such page")
    page.goto("/plans/northmere-council-2025/map/")
    check(page)
    assert "Your role sees the actions that you lead" in page.locator("main").inner_text()
    page.goto("/search/?q=supervision")
    check(page)
    assert page.locator("main a[href^='/actions/']").count() == 0


@every_way
def test_a_councillor_reads_what_was_found_and_is_told_why_not_the_rest(site: Site, width: int, javascript: bool) -> None:
    page = site.signed_in("barnaby-ostrowick", width=width, javascript=javascript)
    check(page)
    places = {link.get_attribute("href") for link in page.locator("a[href^='/']").all()}
    assert not [place for place in places if place and ("child" in place or place.startswith(("/plans", "/people", "/papers", "/history")))]
    page.goto("/inspections/")
    check(page)
    site.expected = ["403"]
    for address in ("/plans/", "/people/", "/papers/", "/history/"):
        page.goto(address)
        check(page)
        assert len(page.locator("main").inner_text()) > 80
    page.goto("/plans/")
    assert "Scrutiny councillors read the papers that are issued to their committee" in page.locator("main").inner_text()


def test_a_wrong_password_says_so_without_saying_who_exists(site: Site) -> None:
    words = []
    for who in ("delphine-carrowmoor", "nobody-at-all"):
        page = site.visitor()
        page.goto("/")
        check(page)
        page.locator("input[name=login]").fill(f"{who}@northmere.example")
        page.locator("input[type=password]").fill("not the password")
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_load_state()
        check(page)
        words.append(page.locator("main").inner_text().replace(who, ""))
    assert words[0] == words[1]


def test_whoever_signs_out_is_out(site: Site) -> None:
    page = site.signed_in("emeka-thornbury-vale")
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_load_state()
    check(page)
    page.goto("/plans/")
    assert "/sign-in/" in page.url
    page.go_back()
    page.reload()
    assert "My work" not in page.locator("h1").inner_text()
