"""A real Chromium that can reach nothing: every request but the file under test is refused and remembered."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW = "No Chromium was found. Install chromium, or set GOLDTHREAD_CHROMIUM to the path of one, and run the tests again."


def _chromium() -> str | None:
    named = os.environ.get("GOLDTHREAD_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = _chromium()
    if path is None:
        (pytest.fail if os.environ.get("GOLDTHREAD_REQUIRE_BROWSER") == "1" else pytest.skip)(HOW)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@dataclass
class Visits:
    """Opens files in the browser, and remembers what they asked for and complained of."""

    browser: Browser
    folder: Path
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, text: str, *, width: int = 1280, javascript: bool = True, height: int = 900) -> Page:
        """The page with this text, at a screen width in pixels."""
        file = self.folder / "plan.html"
        file.write_text(text, encoding="utf-8")
        context = self.browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=javascript, offline=True)
        context.route("**/*", lambda route: self._answer(route, file.as_uri()))
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(file.as_uri())
        return page

    def _answer(self, route: Route, wanted: str) -> None:
        if route.request.url.split("#")[0] == wanted or route.request.url.startswith("data:font/"):
            route.continue_()
        else:
            self.asked.append(route.request.url[:200])
            route.abort()


@pytest.fixture
def visits(browser: Browser, tmp_path: Path) -> Iterator[Visits]:
    """Every visit must ask for nothing and complain of nothing."""
    visits = Visits(browser=browser, folder=tmp_path)
    yield visits
    for context in browser.contexts:
        context.close()
    assert visits.asked == [], "the page asked for something from elsewhere"
    assert visits.complaints == [], "the browser complained"


@pytest.fixture
def see(visits: Visits) -> Callable[..., Page]:
    return visits.open
