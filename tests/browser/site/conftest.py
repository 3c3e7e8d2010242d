"""The site as ``make demo`` serves it, and people who use it in a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.axe import violations

ROOT = Path(__file__).resolve().parents[3]
PASSWORD = "follow-the-thread"
DESK, PHONE = 1280, 390


CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("GOLDTHREAD_", "DJANGO_"))}
"""Without what the settings of the unit tests put into the environment."""


def _goldthread(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "goldthread.cli", *map(str, arguments)]


@pytest.fixture(scope="session")
def northmere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with Northmere's story in it, made once; tests that change things work on a copy."""
    home = tmp_path_factory.mktemp("northmere") / "home"
    told = subprocess.run(
        _goldthread("demo", "--home", home, "--prepare-only"), cwd=ROOT, capture_output=True, text=True, timeout=180, check=False, env=CLEAN
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return home


@dataclass
class Site:
    """A served copy of Northmere. open: pages for a person; every page must ask for nothing elsewhere and complain of nothing."""

    address: str
    browser: Browser
    home: Path
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    """Parts of complaints that a test means to cause: the browser itself says of every 403 and 409 that it came."""

    def visitor(self, *, width: int = DESK, javascript: bool = True) -> Page:
        """Somebody who has not signed in."""
        context = self.browser.new_context(viewport={"width": width, "height": 900}, base_url=self.address)
        context.route("**/*", self._answer)
        if not javascript:  # the site's own scripts stay away; the scan still needs to run one
            context.route("**/*.js", lambda route: route.fulfill(status=200, content_type="text/javascript", body=""))
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: self._complain(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._complain(str(error)))
        return page

    def signed_in(self, who: str, *, width: int = DESK, javascript: bool = True) -> Page:
        """A person of Northmere by the first part of their address, signed in by the form."""
        page = self.visitor(width=width, javascript=javascript)
        page.goto("/")
        page.locator("input[name=login]").fill(f"{who}@northmere.example")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/")
        return page

    def _answer(self, route: Route) -> None:
        if route.request.url.startswith((self.address, "data:")):
            route.continue_()
        else:
            self.asked.append(route.request.url[:200])
            route.abort()

    def _complain(self, text: str) -> None:
        if not any(part in text for part in self.expected):
            self.complaints.append(text)


@pytest.fixture(scope="module")
def served(northmere: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site with its background worker, on a copy of Northmere for the tests of one file."""
    home = tmp_path_factory.mktemp("served") / "home"
    shutil.copytree(northmere, home)
    port = _free_port()
    process = subprocess.Popen(
        _goldthread("demo", "--home", home, "--port", str(port)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=CLEAN
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, process)
        yield Site(address=address, browser=browser, home=home)
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture
def site(served: Site) -> Iterator[Site]:
    """The same, held to account after each test."""
    served.asked, served.complaints, served.expected = [], [], []
    before: list[BrowserContext] = list(served.browser.contexts)
    yield served
    for context in served.browser.contexts:
        if context not in before:
            context.close()
    assert served.asked == [], "a page asked for something from elsewhere"
    assert served.complaints == [], "the browser complained"


def check(page: Page, *, heading: str | None = None) -> None:
    """What holds on every page: one h1, nothing wider than the screen, no accessibility fault."""
    assert page.locator("h1").count() == 1, page.url
    if heading:
        assert heading in page.locator("h1").inner_text()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px wider than the screen"
    assert violations(page) == [], page.url


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)  # a server that starts tells nobody when it is ready
    process.terminate()
    raise AssertionError(f"the site did not start: {process.communicate(timeout=10)[0].decode()}")
