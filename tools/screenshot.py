"""Takes the README's pictures: Northmere's page as Chromium shows it. ``python tools/screenshot.py`` after ``make demo``."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGE, PICTURES = ROOT / "build" / "northmere.html", ROOT / "docs" / "images"
WIDTH = 1280
NAMES = ("chromium", "chromium-browser", "google-chrome")
OPEN_MAP = "for (const fold of document.querySelectorAll('details:has(svg)')) fold.open = true"
BOUNDS = """() => {
  const head = words => [...document.querySelectorAll('h4')].find(head => head.textContent.startsWith(words));
  return [head('14 ').getBoundingClientRect().top + scrollY, head('15 ').closest('details').getBoundingClientRect().bottom + scrollY];
}"""


def take(page: Page) -> None:
    """The first screen, and two threads of the map of which one is broken."""
    page.screenshot(path=PICTURES / "northmere.png", clip={"x": 0, "y": 0, "width": WIDTH, "height": 730})
    page.evaluate(OPEN_MAP)
    top, end = page.evaluate(BOUNDS)
    page.screenshot(path=PICTURES / "thread.png", clip={"x": 0, "y": top - 16, "width": WIDTH, "height": end - top}, full_page=True)


def main() -> int:
    """Write the pictures; the exit code says whether it could."""
    browser_path = os.environ.get("GOLDTHREAD_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    if browser_path is None or not PAGE.exists():
        sys.stderr.write("Run make demo first, and install Chromium or name it in GOLDTHREAD_CHROMIUM.\n")
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-background-networking"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 900})
        page.goto(PAGE.as_uri())
        take(page)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
