"""The pack that the product was conceived from: 74 pages of damaged text, read to what a careful reader counts in it."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from goldthread.intake import sandbox
from goldthread.thread import checks
from goldthread.thread.picture import Action, Picture

pytestmark = pytest.mark.slow
AS_AT = date(2012, 3, 29)
LOST_NUMBERS = {"14", "32", "33", "55", "63", "67", "72"}


@pytest.fixture(scope="module")
def picture(packs: Path) -> Picture:
    return sandbox.run(packs / "brent-2012.txt")


@pytest.fixture(scope="module")
def actions(picture: Picture) -> list[Action]:
    return [action for item in picture.plan.items for action in item.actions]


def test_the_inspection(picture: Picture) -> None:
    inspection = picture.inspection
    assert (inspection.framework, inspection.lead_inspector, inspection.age_group) == ("slac-2009", "Lynn Radley", "All")
    assert (inspection.started, inspection.ended, inspection.published) == (date(2011, 10, 3), date(2011, 10, 14), date(2011, 11, 18))


def test_the_judgements(picture: Picture) -> None:
    assert Counter(one.grade for one in picture.judgements) == {"adequate": 16, "good": 5, "inadequate": 1}
    assert Counter(one.service for one in picture.judgements) == {"safeguarding": 10, "looked_after": 12}


def test_the_areas_for_improvement(picture: Picture) -> None:
    areas = [finding for finding in picture.findings if finding.kind == "area_for_improvement"]
    assert Counter(area.service for area in areas) == {"safeguarding": 13, "looked_after": 8}
    assert {area.timescale for area in areas} == {"immediately", "within_3_months", "within_6_months"}
    assert sum(bool(area.addressees) for area in areas) == 16


def test_the_numbered_paragraphs(picture: Picture) -> None:
    paragraphs = [finding for finding in picture.findings if finding.kind == "paragraph"]
    assert [paragraph.number for paragraph in paragraphs] == [str(number) for number in range(1, 91)]
    assert {paragraph.number for paragraph in paragraphs if paragraph.inferred} == LOST_NUMBERS


def test_the_items(picture: Picture) -> None:
    items = picture.plan.items
    assert Counter(item.kind for item in items) == {"recommendation": 17, "area_for_development": 14}
    assert sum(len(item.outcomes) for item in items) == 65
    assert len({item.ref for item in items}) == 31


def test_the_actions(actions: list[Action]) -> None:
    assert len(actions) == 67
    assert sum(len(action.parts) for action in actions) == 31


def test_the_leads(actions: list[Action]) -> None:
    assert all(action.responsible_lead is None for action in actions), "the underlining is lost; nobody can say who is responsible"
    assert sum(action.leads_basis == "filled_down" for action in actions) == 14
    assert sum(len(action.leads) > 1 and action.leads_basis == "printed" for action in actions) == 28


def test_the_dates(actions: list[Action]) -> None:
    assert sum(not action.by_when_text for action in actions) + sum(bool(a.by_when_text) and not a.due_dates for a in actions) >= 11


def test_no_rating_is_made_up(picture: Picture) -> None:
    assert all(action.rating is None for item in picture.plan.items for action in item.actions)
    assert all(item.rating is None for item in picture.plan.items)


def test_who_watches_the_plan(picture: Picture) -> None:
    assert len(picture.plan.monitoring) == 7
    assert len(picture.plan.mechanisms) == 3
    assert len(picture.plan.glossary) == 18


def test_page_edge_letters_are_in_no_value(picture: Picture) -> None:
    texts = [finding.text for finding in picture.findings]
    texts += [
        text for item in picture.plan.items for text in (item.text, *(o.text for o in item.outcomes), *(a.text for a in item.actions))
    ]
    assert not [text for text in texts if re.search(r"\bPage\s*\d*$|^Page\b|[^\W\d_a-zA-Zéâ]", text)]


def test_dates_later_than_the_inspectors_limit_are_found(picture: Picture) -> None:
    late = {finding.where for finding in checks.run(picture, as_at=AS_AT, select=("GT305",))}
    assert len(late) == 28


def test_areas_that_no_item_answers_are_found(picture: Picture) -> None:
    assert len(checks.run(picture, as_at=AS_AT, select=("GT701",))) == 4


def test_several_leads_and_none_marked_are_found(picture: Picture) -> None:
    assert len(checks.run(picture, as_at=AS_AT, select=("GT204",))) == 28
