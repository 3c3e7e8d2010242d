"""The accessibility scan: axe-core at WCAG 2.2 AA with best practice."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = Path(__file__).parent / "vendor" / "axe.min.js"


def violations(page: Page) -> list[str]:
    """What axe finds wrong, one line each: the rule, how often, and the first place."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(found => found.violations)",
        TAGS,
    )
    return [f"{one['id']} ({len(one['nodes'])}): {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]
