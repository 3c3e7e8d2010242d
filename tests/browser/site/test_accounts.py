"""Passkeys with a device of the browser's own making, and what an administrator does for somebody new."""

import dataclasses

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site.conftest import DESK, PASSWORD, PHONE, Site, check
from tests.browser.site.test_journeys import every_way, go

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def named(site: Site) -> Site:
    """The site under a name, since passkeys belong to names and not to numbers. What is asked for and complained of is held together."""
    return dataclasses.replace(site, address=site.address.replace("127.0.0.1", "localhost"))


def with_device(page: Page) -> None:
    """The browser has a device that asks who holds it, and is told at once."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def seen(page: Page, heading: str) -> None:
    """The page with that heading has come, and holds."""
    expect(page.locator("h1")).to_contain_text(heading)
    page.wait_for_load_state()
    check(page)


@pytest.mark.parametrize(("who", "width"), [("ignatius-pellowmere", DESK), ("winifred-achterholm", PHONE)])
def test_a_passkey_is_added_and_signs_in_by_itself_and_as_second_step(site: Site, who: str, width: int) -> None:
    page = named(site).signed_in(who, width=width)
    with_device(page)
    page.goto("/account/second-steps/passkeys/add/")
    seen(page, "Confirm that it is you")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    go(page, "Go on")
    seen(page, "Add a passkey")
    go(page, "Add the passkey")
    page.wait_for_url("**/codes/")
    seen(page, "Recovery codes")

    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_url("**ended=left")
    seen(page, "Sign in")
    page.goto("/sign-in/?next=/account/")
    go(page, "Sign in with a passkey")
    page.wait_for_url(f"{named(site).address}/account/")
    seen(page, "Your account")
    assert "1 passkey" in page.locator("main").inner_text()

    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_url("**ended=left")
    page.locator("input[name=login]").fill(f"{who}@northmere.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/second-step/")
    seen(page, "Second step")
    go(page, "Use a passkey")
    page.wait_for_url(f"{named(site).address}/")


def test_where_a_passkey_cannot_be_the_page_says_why(site: Site) -> None:
    page = site.visitor()
    page.goto("/sign-in/")

    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_text("Passkeys need the name of the site in the address")).to_be_visible()
    check(page)


@every_way
def test_an_administrator_adds_somebody_gives_a_role_and_closes_the_account(site: Site, width: int, javascript: bool) -> None:
    page = site.signed_in("delphine-carrowmoor", width=width, javascript=javascript)
    name = f"Nia Newcombe {width} {'with' if javascript else 'without'}"
    page.goto("/people/")
    seen(page, "People")
    go(page, "Add a person")
    seen(page, "Add a person")
    page.get_by_role("button", name="Add the person").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    seen(page, "Add a person")

    page.get_by_label("Name", exact=True).fill(name)
    page.locator("input[name=email]").fill(f"nia-{width}-{javascript}@northmere.example")
    go(page, "Add the person")
    seen(page, name)

    go(page, "Give a role")
    seen(page, "Give a role")
    page.locator("select[name=kind]").select_option("inspector")
    go(page, "Give the role")
    expect(page.get_by_text("Say until which day the role is held").first).to_be_visible()
    seen(page, "Give a role")
    page.locator("select[name=kind]").select_option("action_lead")
    go(page, "Give the role")
    seen(page, name)
    expect(page.get_by_role("rowheader", name="Action lead")).to_be_visible()

    go(page, "Send a link")
    seen(page, "Send the link")
    go(page, "Send the link")
    expect(page.get_by_text("A link to set a password is on its way")).to_be_visible()

    go(page, "Close the account")
    seen(page, "Close the account")
    page.get_by_label("Why?").fill("Only there to try")
    go(page, "Close the account")
    seen(page, name)
    expect(page.get_by_text("Reason: Only there to try").first).to_be_visible()

    page.goto("/history/?kind=person")
    seen(page, "History")
    assert f"Account of {name} closed" in page.locator("main").inner_text()


def test_too_many_wrong_passwords_say_until_when(site: Site) -> None:
    site.expected.append("429")
    page = site.visitor()
    for _ in range(5):
        page.goto("/sign-in/")
        page.locator("input[name=login]").fill("nobody@northmere.example")
        page.get_by_label("Password", exact=True).fill("not the password")
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_load_state()

    seen(page, "Wait before you try again")
    page.set_viewport_size({"width": PHONE, "height": 900})
    check(page)
