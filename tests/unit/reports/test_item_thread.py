"""The golden thread of one item."""

from datetime import date

from goldthread.reports.item import ItemThread, cut_to, item_thread
from goldthread.reports.map.lines import Lines
from goldthread.thread.picture import Evidence, Picture
from tests.factories import a_finding, a_judgement, a_measure, a_picture, an_action, an_item


def thread(picture: Picture, position: int = 0) -> ItemThread:
    return item_thread(Lines(picture, date(2026, 3, 31), lambda key: key, lambda _key: ()), position)


def same_words(**fields: object) -> Picture:
    text = "Improve the supervision of social workers"
    return a_picture([an_item(text=text, **fields)], findings=[a_finding("A1", text)], judgements=[a_judgement()])


def test_the_findings_behind_it_say_why_they_are_taken_to_be() -> None:
    (behind,) = thread(same_words()).behind

    assert behind.finding.finding.ref == "A1"
    assert behind.basis == "the item says the same words"
    assert behind.likeness == 100
    assert behind.grade is not None
    assert behind.grade.words == "Good"


def test_an_item_that_answers_nothing_has_no_finding_behind_it() -> None:
    found = thread(a_picture([an_item(text="Publish a plan for car parks")], findings=[a_finding(text="Visits to children")]))

    assert found.behind == ()
    assert "no finding" in found.line.breaks


def test_a_measure_of_the_item_or_of_every_action_closes_the_thread() -> None:
    bare = an_action(), an_action("Second")
    measured = tuple(an_action(measures=(a_measure(),)) for _ in range(2))
    plain = {"outcomes": ["Children are safer"]}

    assert thread(same_words(actions=bare, **plain)).unmeasured == "no measure"
    assert thread(same_words(actions=(bare[0], measured[0]), **plain)).unmeasured == "one action without a measure"
    assert thread(same_words(actions=measured, **plain)).unmeasured == ""
    assert thread(same_words(actions=bare, measures=(a_measure(),), **plain)).unmeasured == ""


def test_cut_to_some_actions_it_says_nothing_of_the_others() -> None:
    own = an_action("Own", evidence=(Evidence(text="Audit"),))
    whole = thread(same_words(actions=[an_action("Hidden", leads=()), own], measures=(a_measure(),)))

    cut = cut_to(whole, {"/plan/items/0/actions/1"})

    assert [line.action.text for line in cut.line.actions] == ["Own"]
    assert cut.line.breaks == ()
    assert whole.line.breaks != ()
    assert "Hidden" not in repr(cut)
