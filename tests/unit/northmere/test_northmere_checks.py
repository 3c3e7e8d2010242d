"""The plan checks find the breaks that were written into Northmere's plan."""

from typing import Any

import northmere_answers as answers
import pytest
from press import words

from goldthread.thread.checks import CheckFinding, run


@pytest.fixture(scope="module")
def found() -> tuple[CheckFinding, ...]:
    return run(answers.picture(), as_at=answers.AS_AT)


def named(finding: CheckFinding) -> set[str]:
    """Everything that a finding names: items, actions as "9.2", findings."""
    item, _, action = finding.where.removeprefix("item ").partition(":action ")
    return {item, action, f"{item}.{action}", finding.where.removeprefix("finding "), *finding.refs}


def spellings(ref: str) -> list[str]:
    """How a message may name a ref: "2.3" as "item 2:action 3", "item 2:action 2.3"; a board or a term as it is."""
    item, dot, position = ref.partition(".")
    return [f"item {item}:action {position}", f"item {item}:action {ref}"] if dot else [f"item {ref},"] if ref.isdigit() else [ref]


NOT_YET = {
    "critical_paragraph_without_item": "criticism worded as “too little is done” is not taken for criticism",
    "acronym_never_expanded": "measures of an item are not searched for acronyms",
}
"""Kinds of break that the checks do not find, or not all of, and why."""


def entries() -> list[Any]:
    listed = words.read("breaks")["break"]
    marks = {kind: pytest.mark.xfail(reason=reason) for kind, reason in NOT_YET.items()}
    return [pytest.param(entry, id=entry["kind"], marks=[marks[entry["kind"]]] if entry["kind"] in marks else []) for entry in listed]


@pytest.mark.parametrize("entry", entries())
def test_every_break_is_found(entry: dict[str, object], found: tuple[CheckFinding, ...]) -> None:
    hits = [finding for finding in found if finding.code == entry["check"]]
    places = {name for finding in hits for name in named(finding)}
    printed = " ".join(finding.message for finding in hits)
    missed = [ref for ref in entry["refs"] if ref not in places and not any(said in printed for said in spellings(ref))]
    assert missed == []
