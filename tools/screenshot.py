"""Takes the README's pictures of the demonstration in Chromium: ``python tools/screenshot.py``. It starts the site itself."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
PICTURES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1280, 900
NAMES = ("chromium", "chromium-browser", "google-chrome")
PLAN, SECTION, THREAD = "/plans/northmere-council-2025/", "fold-2", "15"
"""The plan, the part of its map that is unfolded, and the item whose thread is shown."""
MOST_BYTES = 300_000
_SECONDS = 60


@contextmanager
def site() -> Iterator[str]:
    """The address of a demonstration made afresh, which ends with the block."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).with_name("goldthread")), "demo", "--home", f"{folder}/home"]
        subprocess.run([*command, "--prepare-only"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        port = _free_port()
        serving = subprocess.Popen([*command, "--port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            yield _answering(f"http://127.0.0.1:{port}")
        finally:
            serving.terminate()
            serving.wait(30)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _answering(address: str) -> str:
    """The address, as soon as the site answers there. Raises TimeoutError."""
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        try:
            with urlopen(f"{address}/healthz"):
                return address
        except (URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(f"The demonstration did not answer at {address} within {_SECONDS} seconds.")


def sign_in(page: Page, name: str, password: str) -> None:
    """As one of Northmere's people."""
    page.goto("/")
    page.fill("input[name=login]", f"{name}@northmere.example")
    page.fill("input[type=password]", password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_load_state()


def take(page: Page) -> Iterator[Path]:
    """The plan on a page, and one thread of its map with its headings."""
    page.goto(PLAN)
    yield _shot(page, "northmere.png", top=0, height=HEIGHT)
    page.goto(f"{PLAN}map/?open={SECTION}")
    strand = page.locator(".strand").filter(has=page.locator("h3", has_text=re.compile(rf"^\s*{THREAD} "))).first
    box = strand.bounding_box() or {"y": 0, "height": HEIGHT}
    yield _shot(page, "thread.png", top=box["y"] - 12, height=box["height"] + 24)


def _shot(page: Page, name: str, *, top: float, height: float) -> Path:
    path = PICTURES / name
    page.screenshot(path=path, clip={"x": 0, "y": top, "width": WIDTH, "height": height}, full_page=True)
    return path


def main() -> int:
    """Write the pictures; the exit code says whether it could."""
    browser_path = os.environ.get("GOLDTHREAD_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    if browser_path is None:
        sys.stderr.write("No Chromium was found. Install it, or name it in GOLDTHREAD_CHROMIUM.\n")
        return 2
    from tools.reference import site as django_site

    django_site.ready()
    from goldthread.cli.northmere import PASSWORD

    PICTURES.mkdir(parents=True, exist_ok=True)
    with site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-background-networking"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, base_url=address)
        sign_in(page, "orla-fenwright", PASSWORD)
        large = [path.name for path in take(page) if path.stat().st_size > MOST_BYTES]
        browser.close()
    sys.stderr.write("".join(f"{name} has more than {MOST_BYTES} bytes.\n" for name in large))
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
