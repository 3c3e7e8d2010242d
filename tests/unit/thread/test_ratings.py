"""A plan's colours mean what its own key says; its dates and words are held against them."""

from datetime import date

import pytest

from goldthread.thread.picture import Evidence, Progress, StatusKey
from goldthread.thread.ratings import (
    EFFECT,
    IN_PROGRESS,
    NO_EFFECT,
    NOT_STARTED,
    NOT_VERIFIED,
    OVERDUE,
    UNKNOWN,
    Computed,
    beside,
    computed,
    entry_of,
    last_update,
    meaning_of,
    rating_from_fill,
)
from tests.factories import TRAFFIC_LIGHTS, an_action, an_item

TODAY = date(2026, 3, 31)
FUTURE, PAST = ("2026-09",), ("2025-12",)


def a_key(**meanings):
    return tuple(StatusKey(label=label.capitalize(), colour=label, meaning=meaning) for label, meaning in meanings.items())


def state_of(progress=(), due=FUTURE, **fields):
    return computed(an_action(progress=progress, due_dates=due, **fields), an_item(), TODAY)


@pytest.mark.parametrize(
    ("label", "key", "meaning"),
    [
        ("Green", a_key(amber="on track", green="done"), "done"),
        ("green.", a_key(amber="on track", green="done"), "done"),
        ("G", a_key(amber="on track", green="done"), "done"),
        # two entries begin with it, none does, or the key is silent
        ("G", a_key(green="done", grey="not due"), None),
        ("Blue", a_key(green="done"), None),
        ("Green", a_key(green=None), None),
        ("Green", (), None),
    ],
)
def test_a_label_means_what_the_plan_s_key_says(label, key, meaning):
    assert meaning_of(label, key) == meaning


def test_one_label_given_twice_means_nothing_certain():
    assert entry_of("Amber", (*a_key(amber="on track"), *a_key(amber="late"))) is None


@pytest.mark.parametrize(
    ("fill", "key", "label"),
    [
        # the shade itself, or one that print and screen would not tell apart
        ("00B050", TRAFFIC_LIGHTS, "Green"),
        ("#ffc000", TRAFFIC_LIGHTS, "Amber"),
        ("FE0202", TRAFFIC_LIGHTS, "Red"),
        # a key that gives the colour's name
        ("92D050", a_key(red="late", green="done"), "Green"),
        ("FFFF00", a_key(amber="some delay", yellow="on track"), "Yellow"),
        # a colour that this key does not use is not the nearest that it does
        ("FFFF00", TRAFFIC_LIGHTS, None),
        ("92D050", TRAFFIC_LIGHTS, None),
        ("7030A0", TRAFFIC_LIGHTS, None),
        ("FFFF00", a_key(red="late", amber="some delay"), None),
        ("FFFFFF", TRAFFIC_LIGHTS, None),
        # near two entries
        ("00B050", (StatusKey(label="Done", colour="00B050"), StatusKey(label="Checked", colour="00B44C")), None),
        ("FF0000", (StatusKey(label="Late", colour="red"), StatusKey(label="Not started", colour="red")), None),
        # no colours to go by
        ("FF0000", (StatusKey(label="Red", meaning="late"),), None),
        ("FF0000", (), None),
        ("red", TRAFFIC_LIGHTS, None),
    ],
)
def test_a_fill_is_a_colour_of_the_key_or_nothing(fill, key, label):
    found = rating_from_fill(fill, key)
    assert (found and found.label) == label


@pytest.mark.parametrize(
    ("progress", "due", "state"),
    [
        # nothing reported
        ((), FUTURE, NOT_STARTED),
        ((), PAST, OVERDUE),
        ((), (), UNKNOWN),
        (" - ", PAST, OVERDUE),
        # begun or not
        ("Consultant engaged, first sessions held", FUTURE, IN_PROGRESS),
        ("Consultant engaged, first sessions held", PAST, OVERDUE),
        ("Not yet started", FUTURE, NOT_STARTED),
        ("Not yet started", PAST, OVERDUE),
        ("Ongoing", (), IN_PROGRESS),
        # done, checked, and of effect are three things
        ("Completed", PAST, NOT_VERIFIED),
        ("Complete.", FUTURE, NOT_VERIFIED),
        ("Policy is in place", PAST, NOT_VERIFIED),
        ("Completed and signed off by the board", PAST, NO_EFFECT),
        ("Completed. Audit of 40 files shows records kept", PAST, NO_EFFECT),
        ("Completed. Re-referrals fell from 24% to 18%", PAST, EFFECT),
        ("Completed. Dip sampling shows improved recording", PAST, EFFECT),
        ("Completed. No improvement in timeliness, 85% against 98%", PAST, NO_EFFECT),
        ("Completed. 84.9% against a target of 98%", PAST, NOT_VERIFIED),
        # what is to come is not what is
        ("Policy to be completed by April", FUTURE, IN_PROGRESS),
        ("Will be completed once the post is filled", FUTURE, IN_PROGRESS),
        ("Not complete", FUTURE, IN_PROGRESS),
        ("Partially completed", FUTURE, IN_PROGRESS),
        ("75% complete", FUTURE, IN_PROGRESS),
        ("100% complete", FUTURE, NOT_VERIFIED),
        ("Completed, awaiting sign-off. Re-referrals will be reduced by 10%", FUTURE, IN_PROGRESS),
        # one step done is not all done; a later word takes the place of an earlier one only where both are dated
        ("Policy completed. Training ongoing", FUTURE, IN_PROGRESS),
        ("Training ongoing. Policy completed", FUTURE, IN_PROGRESS),
        ("12 January 2026: in progress. 3 March 2026: completed", PAST, NOT_VERIFIED),
        ("12 January 2026: completed. 3 March 2026: in progress again", FUTURE, IN_PROGRESS),
        # damage
        ("[...]", PAST, UNKNOWN),
        ("Completed [...]", PAST, NOT_VERIFIED),
    ],
)
def test_what_dates_and_words_bear_out(progress, due, state):
    found = state_of(progress, due)
    assert found.state == state
    assert found.reasons


def test_a_month_runs_to_its_end():
    assert state_of(due=("2026-03",)).state == NOT_STARTED
    assert state_of(due=("2026-03-30",)).state == OVERDUE


def test_an_action_without_a_date_has_its_items_limit():
    found = computed(an_action(due_dates=()), an_item(due="2026-01"), TODAY)
    assert found.state == OVERDUE
    assert found.reasons[0] == "It was due by 31 January 2026, its item's limit; it has no date of its own."


def test_a_limit_passed_before_the_actions_own_date_is_said():
    found = computed(an_action(due_dates=FUTURE, progress="Work goes on"), an_item(due="2026-01"), TODAY)
    assert found.state == IN_PROGRESS
    assert "Its item's own limit, January 2026, has passed." in found.reasons


def test_every_part_has_to_be_done():
    parts = ("Write the policy", "Train managers", "Audit")
    progress = [Progress(letter="a", text="Completed"), Progress(letter="b", text="Half the managers trained")]
    found = state_of(progress, parts=parts)
    assert found.state == IN_PROGRESS
    assert "Not reported done: parts b, c." in found.reasons


def test_words_without_a_letter_speak_for_every_part():
    assert state_of("Completed", parts=("Write the policy", "Train managers")).state == NOT_VERIFIED


def test_evidence_counts_as_told():
    assert (
        state_of("Completed", evidence=(Evidence(text="Audit of May 2025 confirms children seen in time: 92%, improved from 70%"),)).state
        == EFFECT
    )


@pytest.mark.parametrize(
    ("progress", "reason"),
    [
        ("Visits made, January 2026", None),
        ("Visits made, 20.3.26", None),
        ("Visits made in December 2025", "The last dated update is of December 2025, over two months before 31 March 2026."),
        ("Visits made", "No update carries a date, so nobody can tell how fresh it is."),
        # a date to come makes nothing fresh
        (
            "Visits made in November 2025, report in April 2026",
            "The last dated update is of November 2025, over two months before 31 March 2026.",
        ),
    ],
)
def test_stale_words_are_said_to_be_stale(progress, reason):
    reasons = [one for one in state_of(progress).reasons if "update" in one]
    assert reasons == [reason] * bool(reason)


def test_the_last_update_is_the_latest_written():
    assert last_update(an_action(progress="May 2025: begun. 2 June 2025: half done. Report in 2027"), TODAY) == "2025-06-02"
    assert last_update(an_action(), TODAY) is None


@pytest.mark.parametrize(
    ("declared", "state", "key", "agrees", "needs_reason"),
    [
        # the same colour under two keys
        ("Green", NOT_VERIFIED, a_key(green="done"), True, False),
        ("Green", IN_PROGRESS, a_key(green="done"), False, True),
        ("Green", IN_PROGRESS, a_key(green="on track"), True, False),
        ("Amber", IN_PROGRESS, a_key(amber="on track"), True, False),
        ("Amber", NOT_VERIFIED, a_key(amber="Done, awaiting sign-off"), True, False),
        ("Red", NOT_STARTED, a_key(red="Not started"), True, False),
        ("Red", OVERDUE, a_key(red="Not started"), True, False),
        # better than the dates and words needs a reason
        ("Green", OVERDUE, a_key(green="On track"), False, True),
        ("Amber", OVERDUE, a_key(amber="Some slippage but recoverable"), False, True),
        ("Green", NOT_STARTED, a_key(green="on target"), False, True),
        ("Blue", NOT_VERIFIED, a_key(blue="Complete and independently checked"), False, True),
        ("Blue", NO_EFFECT, a_key(blue="Completed with evidence of impact"), False, True),
        ("Blue", EFFECT, a_key(blue="Completed with evidence of impact"), True, False),
        ("Blue", NOT_VERIFIED, a_key(blue="Completed, not yet verified"), True, False),
        ("Green", IN_PROGRESS, a_key(green="Complete, no concerns"), False, True),
        # worse is the owner's to give
        ("Red", IN_PROGRESS, a_key(red="Off track"), False, False),
        ("Green", EFFECT, a_key(green="On track to be completed by its date"), False, False),
        # a meaning that holds two
        ("Green", NOT_VERIFIED, a_key(green="Completed or on track"), True, False),
        ("Green", IN_PROGRESS, a_key(green="Completed or on track"), True, False),
        # the key does not say enough, or nothing can be told
        ("Green", OVERDUE, a_key(green=None), None, False),
        ("Green", OVERDUE, a_key(green="76 to 100%"), None, False),
        ("Green", OVERDUE, (), None, False),
        ("Pink", OVERDUE, TRAFFIC_LIGHTS, None, False),
        (None, OVERDUE, TRAFFIC_LIGHTS, None, False),
        ("Green", UNKNOWN, TRAFFIC_LIGHTS, None, False),
        # a label that is a word needs no meaning
        ("Completed", OVERDUE, (StatusKey(label="Completed"),), False, True),
    ],
)
def test_the_declared_beside_the_computed(declared, state, key, agrees, needs_reason):
    found = beside(declared, Computed(state=state, reasons=("It was due by 1 May 2025.",)), key)
    assert (found.agrees, found.needs_reason) == (agrees, needs_reason)
    assert found.words.endswith(".")


def test_the_comparison_speaks_the_keys_words():
    found = beside("Green", Computed(state=OVERDUE, reasons=("It was due by 1 May 2025.",)), a_key(green="On track"))
    assert found.words == "The plan says Green (On track); its dates and words say: overdue. It was due by 1 May 2025."


def test_a_good_effect_rating_does_not_mend_delivery():
    action = an_action(due_dates=PAST, rating="Red", impact_rating="Blue")
    assert computed(action, an_item(), TODAY).state == OVERDUE
