"""A report that is not out yet is read by those who may, and so is the paper that it came in."""

from datetime import date

import pytest

from goldthread.operations import reading
from goldthread.operations.verification import broken
from goldthread.queries.documents import visible_to
from tests import papers, world
from tests.factories import a_finding, a_picture, an_inspection
from tests.world import DAY, Kind, acting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("published", "seen"), [(date(2026, 3, 31), True), (date(2026, 4, 1), False)], ids=["out today", "out tomorrow"])
def test_an_officer_who_audits_reads_the_paper_when_the_report_is_out(published: date, seen: bool) -> None:
    council = world.council()
    officer = world.person(council, Kind.QUALITY_ASSURANCE_OFFICER)
    paper = papers.accepted(council, a_picture(inspection=an_inspection(published=published), findings=[a_finding()]))

    assert visible_to(acting(officer, DAY)).filter(pk=paper.pk).exists() is seen
    assert visible_to(acting(council.manager, DAY)).filter(pk=paper.pk).exists()


def test_what_nobody_has_accepted_yet_may_be_confidential() -> None:
    council = world.council()
    officer = world.person(council, Kind.QUALITY_ASSURANCE_OFFICER)
    papers.read(council)

    assert not visible_to(acting(officer, DAY)).exists()


def test_that_a_paper_is_read_just_now_is_no_change_behind_anybodys_back() -> None:
    council = world.council()
    paper = papers.handed_in(council)
    told: list[list[str]] = []

    def look() -> None:
        told.append([fault.what for fault in broken()])

    with papers.reader(a_picture(), doing=look):
        reading.read(document_id=paper.pk)

    assert told == [[]]
    assert list(broken()) == []
