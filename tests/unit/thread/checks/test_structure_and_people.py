"""GT1xx and GT2xx: what is flagged, and above all what is not."""

import pytest

from goldthread.thread import checks
from goldthread.thread.checks import EXAMPLE_DAY, Config
from goldthread.thread.checks.examples import an_action, an_area, an_item, example
from goldthread.thread.picture import Evidence, GlossaryEntry, Item, Monitoring, Part, Picture, Progress, StatusKey


def flagged(code: str, picture: Picture, **settings: object) -> list[str]:
    found = checks.run(picture, as_at=EXAMPLE_DAY, select=[code], config=Config(**settings))  # type: ignore[arg-type]
    return [finding.where for finding in found]


def numbered(*numbers: str | None, section: str | None = None) -> Picture:
    return example(*(an_item(an_action(), ref=f"r{place}", number=number, section=section) for place, number in enumerate(numbers, 1)))


def actions_numbered(*numbers: str | None) -> Picture:
    return example(an_item(*(an_action(f"Step {place}", number=number) for place, number in enumerate(numbers, 1))))


def in_sections(*sections: str) -> Picture:
    return example(*(an_item(an_action(), ref=f"r{place}", number=None, section=section) for place, section in enumerate(sections, 1)))


def beginning(ref: str, number: str) -> Item:
    return an_item(an_action(f"Step {ref}", number=number), ref=ref)


AUDIT = "Run a regular audit of supervision files in every team of the service"


def repeated(*texts: str) -> list[str]:
    items = (an_item(an_action(text), ref=str(place), text=f"Heading {place}") for place, text in enumerate(texts, 1))
    return [f"{finding.where} {finding.message}" for finding in checks.run(example(*items), as_at=EXAMPLE_DAY, select=["GT109"])]


def test_an_action_repeated_many_times_is_one_finding_each_and_not_one_a_pair() -> None:
    assert repeated(AUDIT, AUDIT, AUDIT, AUDIT) == [
        "item 2:action 1 says the same as item 1:action 1",
        "item 3:action 1 says the same as item 1:action 1 and 1 other action",
        "item 4:action 1 says the same as item 1:action 1 and 2 other actions",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Audit ten case files of team 3 each month and report", "Audit ten case files of team 4 each month and report"),
        ("Review the files closed in 2025 with every manager", "Review the files closed in 2026 with every manager"),
    ],
)
def test_actions_with_other_figures_are_other_actions(one: str, other: str) -> None:
    assert repeated(one, other) == []
