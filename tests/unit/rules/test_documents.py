"""When a paper may be moved on, read again, decided on and taken back: truth tables."""

from datetime import UTC, datetime, timedelta

import pytest

from goldthread.models import Document
from goldthread.rules import documents as rules
from goldthread.rules.documents import LOST_AFTER
from goldthread.rules.errors import NotAllowed, NotPossible
from tests import papers, world
from tests.world import Kind, acting

Status = Document.Status
NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)


def a_paper(status: str, started_at: datetime | None = NOW) -> Document:
    return Document(name="plan.docx", status=status, started_at=started_at)


@pytest.mark.parametrize(
    ("status", "moves"),
    [
        (Status.WAITING, {Status.READING, Status.STOPPED}),
        (Status.READING, {Status.READ, Status.REFUSED, Status.STOPPED, Status.WAITING}),
        (Status.READ, {Status.ACCEPTED}),
        (Status.ACCEPTED, {Status.READ}),
        (Status.REFUSED, {Status.WAITING}),
        (Status.STOPPED, {Status.WAITING}),
    ],
)
def test_what_can_become_of_a_paper(status: str, moves: set[str]) -> None:
    for to in Status.values:
        if to in moves:
            rules.check_can_move(a_paper(status), to)
        else:
            with pytest.raises(NotPossible, match=r"“plan\.docx” is .*: that cannot be done now"):
                rules.check_can_move(a_paper(status), to)


@pytest.mark.parametrize(
    ("status", "since", "lost"),
    [
        (Status.READING, LOST_AFTER + timedelta(seconds=1), True),
        (Status.READING, LOST_AFTER, False),
        (Status.READING, None, True),
        (Status.WAITING, LOST_AFTER * 9, False),
        (Status.READ, LOST_AFTER * 9, False),
    ],
)
def test_when_a_reader_is_lost(status: str, since: timedelta | None, lost: bool) -> None:
    paper = a_paper(status, NOW - since if since else None)
    assert rules.is_lost(paper, NOW) is lost
    assert rules.can_read_again(paper, NOW) is lost


@pytest.mark.parametrize(("status", "again"), [(one, one in (Status.REFUSED, Status.STOPPED)) for one in Status])
def test_what_can_be_read_again(status: str, again: bool) -> None:
    assert rules.can_read_again(a_paper(status), NOW) is again
    if not again:
        with pytest.raises(NotPossible, match="only a paper that was refused or stopped is read again"):
            rules.check_can_read_again(a_paper(status), NOW)


@pytest.mark.django_db
def test_the_improvement_manager_decides_on_what_is_ready_for_review() -> None:
    northmere = world.council()
    manager, director = acting(northmere.manager), acting(world.person(northmere, Kind.DIRECTOR))
    for status in Status:
        assert rules.can_decide(manager, a_paper(status)) is (status == Status.READ)
        assert not rules.can_decide(director, a_paper(status))
    with pytest.raises(NotAllowed):
        rules.check_can_decide(director, a_paper(Status.READ))
    with pytest.raises(NotAllowed):
        rules.check_can_undo(director, a_paper(Status.ACCEPTED))


@pytest.mark.django_db
def test_nothing_is_taken_back_before_it_is_accepted() -> None:
    northmere = world.council()
    paper = papers.read(northmere)
    with pytest.raises(NotPossible, match="is not accepted, so there is nothing to take back"):
        rules.check_can_undo(acting(northmere.manager), paper)
    rules.check_can_undo(acting(northmere.manager), papers.accepted(northmere, name="other.docx"))
