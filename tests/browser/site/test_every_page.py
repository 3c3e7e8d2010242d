"""Every kind of page that a role can reach by links: one h1, nothing wider than the screen, no accessibility fault, no complaint."""

import re
from collections import deque

import pytest

from tests.browser.site.conftest import DESK, PHONE, Site, check

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST = 70
"""Kinds of pages; a guard against a walk without end."""


def kind(address: str) -> str:
    """The address without what tells one thing from another."""
    return re.sub(r"\d+", "N", address.split("?")[0].split("#")[0])


@pytest.mark.parametrize(
    ("who", "width", "javascript"),
    [
        ("orla-fenwright", DESK, True),
        ("orla-fenwright", PHONE, False),
        ("delphine-carrowmoor", DESK, False),
        ("delphine-carrowmoor", PHONE, True),
        ("corisande-vellacott", DESK, True),
        ("ravinder-ashgrove", PHONE, True),
    ],
)
def test_every_kind_of_page(site: Site, who: str, width: int, javascript: bool) -> None:
    page = site.signed_in(who, width=width, javascript=javascript)
    waiting, seen = deque(["/"]), {"/"}
    while waiting:
        address = waiting.popleft()
        page.goto(address)
        check(page)
        for link in page.locator("a[href^='/']").all():
            target = link.get_attribute("href") or ""
            if kind(target) not in seen and not target.endswith("/file/") and "/codes/file" not in target:
                seen.add(kind(target))
                waiting.append(target)
        assert len(seen) < MOST, sorted(seen)
    assert len(seen) > 5, sorted(seen)
