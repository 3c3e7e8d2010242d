"""Northmere's words hold what the rest of the project relies on."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from press import words

AS_AT = date(2026, 3, 31)
ROLES = {
    "improvement_manager", "director", "head_of_service", "action_lead", "partner_lead", "quality_assurance_officer", "data_analyst",
    "team_manager", "board_secretary", "board_member", "lead_member", "scrutiny_councillor", "designated_officer",
    "independent_reviewing_officer", "complaints_manager", "administrator",
}  # fmt: skip


def breaks() -> list[dict[str, Any]]:
    return list(words.read("breaks")["break"])


def broken(kind: str) -> set[str]:
    return {ref for entry in breaks() if entry["kind"] == kind for ref in entry["refs"]}


def last_day(due: str) -> str:
    """Day or month as text that sorts after every day of its month."""
    return due if len(due) == 10 else due + "-31"


def test_the_plan_has_thirty_items_numbered_in_order() -> None:
    assert [item.number for item in words.items()] == [str(number) for number in range(1, 31)]


def test_the_plan_has_sixty_to_seventy_five_actions() -> None:
    assert 60 <= len(words.actions()) <= 75


def test_every_rating_is_in_the_key_and_each_is_used_at_least_three_times() -> None:
    used = Counter(action.rating for action in words.actions())
    assert used.keys() == words.fills().keys()
    assert min(used.values()) >= 3


def test_the_report_has_nine_areas_a_priority_action_and_five_judgements() -> None:
    report = words.read("report")
    assert [area["ref"] for area in report["improve"]["area"]] == [f"A{number}" for number in range(1, 10)]
    assert report["priority"]["ref"] == "P1"
    assert Counter(entry["grade"] for entry in report["judgement"]) == {"requires_improvement": 3, "good": 1, "inadequate": 1}
    assert 43 <= sum(len(section["paragraphs"]) for section in report["section"]) <= 47


def test_no_two_paragraphs_of_the_report_are_the_same() -> None:
    paragraphs = [text for section in words.read("report")["section"] for text in section["paragraphs"]]
    assert len(set(paragraphs)) == len(paragraphs)


def test_every_role_has_somebody_to_sign_in_as() -> None:
    people = words.read("people")
    assert {role for person in people["person"] for role in person["roles"]} == ROLES
    assert [visitor["roles"] for visitor in people["visitor"]] == [["inspector"]]


def test_people_sit_on_boards_that_exist() -> None:
    slugs = {board["slug"] for board in words.read("boards")["board"]}
    assert {slug for person in words.read("people")["person"] for slug in person["boards"]} <= slugs


def test_people_who_lead_have_titles_that_the_plan_prints() -> None:
    leads = {lead for action in words.actions() for lead in action.leads}
    leading = {"improvement_manager", "director", "head_of_service", "action_lead", "partner_lead", "data_analyst", "team_manager"}
    titles = {person["title"] for person in words.read("people")["person"] if leading & set(person["roles"])}
    assert titles <= leads


def test_eight_boards_meet_at_a_cadence_and_after_the_plans_date() -> None:
    boards = words.read("boards")["board"]
    assert len(boards) == 8
    assert all(board["cadence"] and board["chair"] and min(board["next_dates"]) > AS_AT for board in boards)


def test_the_plan_is_watched_by_the_eight_boards() -> None:
    assert {entry["board"] for entry in words.read("plan")["monitoring"]} == {board["name"] for board in words.read("boards")["board"]}


def test_actions_answer_only_to_the_eight_boards_or_their_other_names() -> None:
    known = {name for board in words.read("boards")["board"] for name in (board["name"], *board["aliases"])}
    assert {board for action in words.actions() for board in action.to} <= known


def test_a_responsible_lead_is_one_of_the_leads() -> None:
    assert all(action.responsible in action.leads for action in words.actions() if action.responsible)


def test_a_merged_lead_repeats_the_cell_above() -> None:
    for item in words.items():
        for above, action in zip(item.actions, item.actions[1:], strict=False):
            assert not action.same_lead or (action.leads, action.responsible) == (above.leads, above.responsible)


# Breaks: what the list says is so in the words, and nothing of these kinds is so that the list leaves out.


def test_breaks_name_items_and_actions_that_exist() -> None:
    refs = {item.number for item in words.items()} | {action.ref for action in words.actions()}
    numbered = [ref for entry in breaks() for ref in entry["refs"] if ref[0].isdigit()]
    assert numbered
    assert set(numbered) <= refs


def test_tell_tale_words_of_breaks_stand_in_their_actions() -> None:
    actions = {action.ref: action for action in words.actions()}
    for entry in breaks():
        if len(entry["refs"]) == 1 and "words" in entry:
            action = actions[entry["refs"][0]]
            assert entry["words"] in " ".join((*action.progress, *action.evidence))


def test_areas_that_no_item_answers_are_those_listed() -> None:
    report = words.read("report")
    answered = {ref for item in words.items() for ref in item.findings}
    refs = {area["ref"] for area in report["improve"]["area"]} | {report["priority"]["ref"]}
    assert refs - answered == broken("area_without_item")
    assert broken("critical_paragraph_without_item").isdisjoint(answered)


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("item_without_finding", [item.number for item in words.items() if not item.findings]),
        ("outcome_missing", [item.number for item in words.items() if not item.outcomes]),
        ("no_measure", [item.number for item in words.items() if not item.measures]),
        ("no_date", [action.ref for action in words.actions() if not action.by_when]),
        ("date_to_be_confirmed", [action.ref for action in words.actions() if action.by_when == "TBC"]),
        ("accountable_to_no_board", [action.ref for action in words.actions() if not action.to]),
        ("no_lead", [action.ref for action in words.actions() if not action.leads]),
        ("several_leads_none_responsible", [a.ref for a in words.actions() if len(a.leads) > 1 and not a.responsible]),
        ("ongoing_without_review", [action.ref for action in words.actions() if action.by_when == "Ongoing"]),
        ("part_without_progress", [a.ref for a in words.actions() if a.lettered and len(a.lettered) < len(a.parts)]),
        ("repeated_action", [a.ref for a in words.actions() if [b.text for b in words.actions()].count(a.text) > 1]),
        ("board_without_cadence", [entry["board"] for entry in words.read("plan")["monitoring"] if "cadence" not in entry]),
    ],
)
def test_breaks_that_can_be_counted_are_those_listed(kind: str, found: list[str]) -> None:
    assert set(found) == broken(kind)


def test_actions_past_due_and_not_done_are_those_listed() -> None:
    dated = [action for action in words.actions() if action.due and not action.recurrence and not action.by_when.startswith("From")]
    past = {action.ref for action in dated if last_day(action.due[-1]) < AS_AT.isoformat() and action.rating != "Blue"}
    assert past - {"9.2"} == broken("past_due_not_done")  # 9.2 runs from January onwards and has no end


def test_actions_dated_after_their_limit_are_listed() -> None:
    late = {
        action.ref
        for item in words.items()
        for action in item.actions
        if item.due and action.due and last_day(action.due[-1]) > last_day(item.due)
    }
    assert late <= broken("date_after_limit")


def test_boards_under_two_names_are_one_board() -> None:
    names = broken("board_under_two_names")
    assert any(names == {board["name"], *board["aliases"]} for board in words.read("boards")["board"])


def test_acronyms_never_expanded_are_used_and_not_in_the_glossary() -> None:
    printed = " ".join(
        [text for action in words.actions() for text in action.progress] + [m for item in words.items() for m in item.measures]
    )
    glossary = {entry["term"] for entry in words.read("plan")["glossary"]}
    for term in broken("acronym_never_expanded"):
        assert term in printed
        assert term not in glossary
