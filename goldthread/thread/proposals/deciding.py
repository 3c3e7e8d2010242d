"""What a person's decisions make of a proposed picture."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from goldthread.common.errors import Refused
from goldthread.common.text import one_line, shorten, words_in_list
from goldthread.thread.codec import from_builtins, to_builtins
from goldthread.thread.picture import Picture
from goldthread.thread.proposals.concerning import Concerns
from goldthread.thread.proposals.fields import Field, checked, entered
from goldthread.thread.proposals.listing import Proposal, proposals

_FACTS: Mapping[str, Mapping[str, Any]] = {
    "/inspection": {**to_builtins(Picture())["inspection"], "places": None},
    "/plan": {"title": None, "owner": None},
}
"""Proposals that are facts of something which stays; refused, they become these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is done with one proposal. values: for a change, the new JSON values by field name; other fields stay."""

    verdict: Literal["accept", "refuse", "change"]
    values: Mapping[str, Any] = field(default_factory=dict)


ACCEPT, REFUSE = Decision(verdict="accept"), Decision(verdict="refuse")


def change(values: Mapping[str, Any]) -> Decision:
    """A change of the fields named; the rest of the proposal is accepted."""
    return Decision(verdict="change", values=dict(values))


def accept_all(picture: Picture) -> dict[str, Decision]:
    """The decisions that take the picture as it is; others may be laid over them by path."""
    return {proposal.path: ACCEPT for proposal in proposals(picture)}


def entered_changes(proposal: Proposal, entries: Mapping[str, str]) -> Decision:
    """The decision that filled-in fields make, by field name: a change of those that differ from what was proposed, or acceptance.

    Raises Refused for a field that the proposal does not have and for what a field cannot hold; see ``fields.entered``.
    """
    known = {one.name: one for one in proposal.fields}
    differing = {name: text for name, text in entries.items() if _plain(text) != _plain(_known(proposal, known, name).entry)}
    values = {name: entered(known[name], text) for name, text in differing.items()}
    return change(values) if values else ACCEPT


def _plain(text: str) -> str:
    """As browsers may send it back: line ends and space around are no change."""
    return "\n".join(text.splitlines()).strip()


def _known(proposal: Proposal, known: Mapping[str, Field], name: str) -> Field:
    if name not in known:
        raise Refused(f"{_named(proposal)} has no “{_short(name)}”. It has {words_in_list(known)}.")
    return known[name]


def accepted(picture: Picture, decisions: Mapping[str, Decision]) -> Picture:
    """The picture that results when every proposal has been decided on, whatever the order of the decisions.

    A refused item goes with all of its actions, which then need no decision; refused facts of the inspection or plan become
    empty. A changed value keeps its place and quote. A cleared outcome, measure, part, progress or evidence goes. Problems
    that name refused proposals only go with them. Source and history stay.
    Raises Refused with one line for a path or field that the picture does not have, a value that a field cannot hold, and
    a proposal without a decision.
    """
    listed = {proposal.path: proposal for proposal in proposals(picture)}
    for path in decisions:
        if path not in listed:
            raise Refused(f"“{_short(path)}” is not among what was read. Open the review again and decide there.")
    refused = {path for path, proposal in listed.items() if REFUSE.verdict in _verdicts(proposal, decisions)}
    content = to_builtins(picture)
    for path, proposal in listed.items():
        if path not in refused:
            _decide(proposal, decisions, _at(content, path))
    _take_out(content, refused)
    content["problems"] = _problems(picture, content["problems"], refused)
    return from_builtins(content)


def _verdicts(proposal: Proposal, decisions: Mapping[str, Decision]) -> Iterator[str]:
    yield from (decisions[path].verdict for path in (proposal.path, proposal.parent or "") if path in decisions)


def _decide(proposal: Proposal, decisions: Mapping[str, Decision], entry: dict[str, Any]) -> None:
    if proposal.path not in decisions:
        raise Refused(f"{_named(proposal)} has no decision yet. Accept, change or refuse it.")
    known = {one.name: one for one in proposal.fields}
    values = {name: _value(proposal, _known(proposal, known, name), value) for name, value in decisions[proposal.path].values.items()}
    before = dict(entry)
    for name, value in values.items():
        _set(entry, name, value)
    _without_cleared(entry, {name.split("/")[0] for name in values if "/" in name})
    if "leads" in values:
        _follow_leads(before, entry, values)


def _value(proposal: Proposal, of: Field, value: Any) -> Any:
    try:
        return value if value == of.raw and type(value) is type(of.raw) else checked(of, value)
    except Refused as refusal:
        raise Refused(f"{_named(proposal)}: {refusal}") from None


def _set(entry: dict[str, Any], name: str, value: Any) -> None:
    listed, _, rest = name.partition("/")
    if not rest:
        entry[name] = "" if value is None and name == "text" else value  # words are never null in a picture
        return
    position, _, key = rest.partition("/")
    entry[listed][int(position)] = {**entry[listed][int(position)], key: value}


def _without_cleared(entry: dict[str, Any], lists: set[str]) -> None:
    for name in lists:
        entry[name] = [one for one in entry[name] if one["text"] is not None]


def _follow_leads(before: Mapping[str, Any], entry: dict[str, Any], values: Mapping[str, Any]) -> None:
    """Leads that a person names stand for themselves; a marked lead who is none any more is not marked."""
    if entry["leads"] == before["leads"]:
        return
    entry["leads_basis"] = "printed" if entry["leads"] else "none"
    marked = entry["responsible_lead"]
    if "responsible_lead" not in values and marked in before["leads"] and marked not in entry["leads"]:
        entry["responsible_lead"] = None


def _take_out(content: dict[str, Any], refused: set[str]) -> None:
    """Empty refused facts; take the other refused out, the last of each list first, so that positions hold."""
    for path in refused & _FACTS.keys():
        content[path[1:]] |= _FACTS[path]
    entries = [path.split("/")[1:] for path in refused - _FACTS.keys()]
    for steps in sorted(entries, key=lambda steps: [int(step) for step in steps if step.isdigit()], reverse=True):
        del _at(content, "/".join(["", *steps[:-1]]))[int(steps[-1])]


def _at(content: Any, path: str) -> Any:
    for step in path.split("/")[1:]:
        content = content[int(step)] if isinstance(content, list) else content[step]
    return content


def _problems(picture: Picture, problems: list[Any], refused: set[str]) -> list[Any]:
    paths = Concerns(picture).paths
    return [problem for problem, named in zip(problems, paths, strict=True) if not named or not refused.issuperset(named)]


def _named(proposal: Proposal) -> str:
    return one_line(proposal.title)


def _short(name: str) -> str:
    return one_line(shorten(name))
