"""In real papers, what a reading quotes is found again word for word; only badly damaged print keeps a quote from its place."""

from pathlib import Path

import pytest

from tests.acceptance.quotes.measure import measured

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("name", "at_least"),
    [
        ("06_bolton_ilacs_2018.pdf", 99),
        ("09_cheshire_east_ilacs_2024.pdf", 99),
        ("12_surrey_send_2023.pdf", 99),
        ("brent-2012.txt", 97),  # recognised from scans: headings cut in mid-word into five columns, letters doubled at the cuts
    ],
)
def test_quotes_are_found_in_the_papers(name: str, at_least: float, packs: Path) -> None:
    found = measured(packs / name)

    assert found.share >= at_least, found
