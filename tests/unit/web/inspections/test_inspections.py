"""The list of inspections and the board of their judgements."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import html

from goldthread.models import Inspection
from goldthread.thread.picture import Judgement, Picture
from tests import world
from tests.factories import a_finding, a_judgement, a_picture, an_inspection
from tests.unit.web.markup import by_id, find, only, words
from tests.unit.web.pages import assert_strict
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World

pytestmark = pytest.mark.django_db


def judged(framework: str, year: int, *judgements: Judgement, **fields: Any) -> Picture:
    days = {"started": date(year, 2, 3), "ended": date(year, 2, 14), "published": date(year, 3, 21)}
    inspection = an_inspection(framework=framework, **days | fields)
    return a_picture(inspection=inspection, judgements=judgements, findings=[a_finding(), a_finding("¶1", kind="paragraph")])


CARE_2019 = judged(
    "ilacs-2018",
    2019,
    a_judgement("Overall effectiveness", "good"),
    a_judgement("The experiences and progress of children in care and care leavers", "good"),
)
CARE_2025 = judged(
    "ilacs-2023",
    2025,
    a_judgement("Overall effectiveness", "requires_improvement", as_printed="Requires improvement to be good"),
    a_judgement("The experiences and progress of care leavers", "inadequate"),
)
LONG_AGO = judged(
    "slac-2009",
    2011,
    a_judgement("Overall effectiveness", "adequate", service="safeguarding"),
    a_judgement("Overall effectiveness", "good", service="looked_after"),
)


def page(client: Client, address: str = "/inspections/") -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def board(shown: html.HtmlElement) -> dict[str, list[str]]:
    """Each row's area → its cells."""
    table = find(shown, "main table")[-1]
    return {words(only(line, "th")): [words(cell) for cell in find(line, "td")] for line in find(table, "tbody tr")}


def test_inspections_stand_newest_first_with_what_each_holds(northmere: World, manager: Client) -> None:
    for picture in (CARE_2019, LONG_AGO, CARE_2025):
        world.inspection(northmere, picture)

    rows = [words(line) for line in find(find(page(manager), "main table")[0], "tbody tr")]

    assert [row[:34] for row in rows] == [
        "ILACS 2023 inspection, February 20",
        "ILACS 2018 inspection, February 20",
        "SLAC inspection, February 2011 Nor",
    ]
    assert rows[0].endswith("3 February 2025 to 14 February 2025 21 March 2025 2 1")  # the paragraph need not be answered


def test_the_board_runs_from_the_earliest_inspection_and_says_how_grades_moved(northmere: World, manager: Client) -> None:
    for picture in (CARE_2025, CARE_2019):
        world.inspection(northmere, picture)

    overall = board(page(manager))["Overall effectiveness Headline grade. ILACS 2023"]

    assert overall == ["G Good", "RI Requires improvement to be good worse than Good before"]


def test_nothing_is_compared_across_authorities(northmere: World, manager: Client) -> None:
    bolton = replace(CARE_2019, inspection=replace(CARE_2019.inspection, authority="Bolton"))
    printed_longer = replace(CARE_2019, inspection=replace(CARE_2019.inspection, authority="Northmere Council", ended=date(2019, 3, 1)))
    for picture in (CARE_2025, bolton, printed_longer):
        world.inspection(northmere, picture)

    shown = page(manager)
    listed, own, other = find(shown, "main table")

    assert [words(one) for one in find(shown, "main h3")][:2] == ["Northmere", "Bolton"]
    assert "worse than Good before" in words(own)
    assert "than" not in words(other)
    assert [len(find(table, "thead th")) for table in (own, other)] == [3, 2]
    assert "Bolton" in words(listed)


def test_reports_that_print_no_authority_are_compared_with_nothing(northmere: World, manager: Client) -> None:
    for picture in (CARE_2019, CARE_2025):
        world.inspection(northmere, replace(picture, inspection=replace(picture.inspection, authority=None)))

    shown = page(manager)

    assert [words(one) for one in find(shown, "main h3")][:2] == ["Authority not printed", "Authority not printed"]
    assert "than Good before" not in words(only(shown, "main"))


def test_a_note_that_a_row_shares_is_said_once_beside_its_area(northmere: World, manager: Client) -> None:
    for picture in (LONG_AGO, CARE_2019, CARE_2025):
        world.inspection(northmere, picture)

    shown = page(manager)

    for line in find(find(shown, "main table")[-1], "tbody tr"):
        links = [str(link.get("href")) for link in find(line, "a")]
        assert len(links) == len(set(links))
    assert "No grade was read for this area." not in words(only(shown, "main"))
    assert all(by_id(shown, str(link.get("href"))[1:]).tag == "li" for link in find(shown, "main tbody a[href^='#note']"))


def test_a_gap_between_frameworks_is_said_with_its_reason_and_never_bridged(northmere: World, manager: Client) -> None:
    for picture in (LONG_AGO, CARE_2025):
        world.inspection(northmere, picture)

    shown = page(manager)
    then, now = board(shown)["The experiences and progress of care leavers ILACS 2023"]

    assert then.startswith("Not judged under this framework Note (")
    assert now.startswith("I Inadequate")
    assert "before" not in now
    for link in find(shown, "main table td a"):
        assert by_id(shown, str(link.get("href"))[1:]).tag == "li"


def test_the_board_can_be_cut_to_one_service(northmere: World, manager: Client) -> None:
    world.inspection(northmere, LONG_AGO)

    shown = page(manager, "/inspections/?service=Safeguarding")

    rows = board(shown)
    assert rows
    assert all("Safeguarding" in area for area in rows)
    assert [words(one) for one in find(shown, "a.gt-filter__tag")] == ["Remove this filter: Service: Safeguarding"]
    assert len(board(page(manager, "/inspections/?service=nonsense"))) > len(rows)


def test_every_grade_is_explained_as_its_framework_does(northmere: World, manager: Client) -> None:
    world.inspection(northmere, LONG_AGO)

    keys = [words(one) for one in find(page(manager), "div.gt-rating-key")]

    assert len(keys) == 1
    assert "Adequate Just meets the minimum requirements" in keys[0]


def test_an_inspection_without_grades_says_that_there_are_none(northmere: World, manager: Client) -> None:
    world.inspection(northmere, judged("jtai", 2025))

    assert "None of these inspections gives a grade" in words(only(page(manager), "main"))


def test_before_there_is_any_the_page_says_what_will_be_here(northmere: World, manager: Client, sign_in: SignIn) -> None:
    shown = page(manager)
    assert "No inspections yet" in words(only(shown, "main"))
    assert "Hand in a report" in words(only(shown, "main"))

    reader = page(sign_in(world.person(northmere, Kind.LEAD_MEMBER)))
    assert "Hand in a report" not in words(only(reader, "main"))


def test_a_report_that_is_not_published_is_for_those_who_answer_for_the_service(northmere: World, sign_in: SignIn) -> None:
    world.inspection(northmere, judged("ilacs-2023", 2026, a_judgement(), published=date(2026, 4, 30)))
    pk = Inspection.objects.get().pk
    for kind, seen in ((Kind.DIRECTOR, True), (Kind.LEAD_MEMBER, True), (Kind.DATA_ANALYST, False), (Kind.SCRUTINY_COUNCILLOR, False)):
        client = sign_in(world.person(northmere, kind))
        assert ("ILACS 2023" in client.get("/inspections/").content.decode()) is seen
        assert client.get(f"/inspections/{pk}/").status_code == (200 if seen else 404)


def test_the_page_holds_nothing_inline_whatever_the_report_says(northmere: World, manager: Client) -> None:
    hostile = "<script>alert(1)</script>"
    world.inspection(
        northmere, judged("other", 2025, a_judgement(hostile, hostile, service=hostile), framework_name=hostile, authority=hostile)
    )

    assert_strict(manager.get("/inspections/"))


def test_many_inspections_ask_no_more_queries_than_one(northmere: World, manager: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(4):
        world.inspection(northmere, CARE_2025)

    with django_assert_max_num_queries(12):
        assert manager.get("/inspections/").status_code == 200
