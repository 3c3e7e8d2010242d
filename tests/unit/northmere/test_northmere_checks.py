"""The plan checks find the breaks that were written into Northmere's plan."""

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


@pytest.mark.parametrize("entry", words.read("breaks")["break"], ids=lambda entry: entry["kind"])
def test_every_break_is_found(entry: dict[str, object], found: tuple[CheckFinding, ...]) -> None:
    hits = [finding for finding in found if finding.code == entry["check"]]
    places = {name for finding in hits for name in named(finding)}
    printed = " ".join(finding.message for finding in hits)
    missed = [ref for ref in entry["refs"] if ref not in places and not any(said in printed for said in spellings(ref))]
    assert missed == []
