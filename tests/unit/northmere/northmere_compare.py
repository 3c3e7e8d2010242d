"""How a reading of the pack differs from the answer key, in words; nothing when it is right."""

from collections.abc import Iterable, Iterator
from typing import Any

import northmere_answers as answers
from press import words

from goldthread.common.text import BULLETS, fold
from goldthread.thread.codec import to_builtins

Plain = dict[str, Any]


def plan_differences(read: Plain, form: str) -> list[str]:
    """Every value of the plan that a reading (JSON form) has otherwise than the words. form: ``docx``, ``pdf`` or ``xlsx``."""
    key, found = _key(form)["plan"], read["plan"]
    numbers = [item["number"] for item in found["items"]]
    told = [] if numbers == [item["number"] for item in key["items"]] else [f"items: {numbers}"]
    by_number = {item["number"]: item for item in found["items"]}
    for item in key["items"]:
        told += _item(item, by_number[item["number"]]) if item["number"] in by_number else []
    told += _same("title", key["title"], found["title"])
    for name, fields in (("monitoring", ("board", "cadence")), ("status_key", ("label", "meaning")), ("glossary", ("term", "meaning"))):
        told += _same(name, [[row[f] for f in fields] for row in key[name]], [[row[f] for f in fields] for row in found[name]])
    return told


def report_differences(read: Plain) -> list[str]:
    """Every value of the report that a reading (JSON form) has otherwise than the words."""
    key = to_builtins(answers.picture())
    told = [t for name in _STATED if name != "inspectorates" for t in _same(name, key["inspection"][name], read["inspection"][name])]
    judged = [[entry["area"], entry["grade"], entry["as_printed"]] for entry in key["judgements"]]
    told += _same("judgements", judged, [[e["area"], e["grade"], e["as_printed"]] for e in read["judgements"]])
    for kind in ("area_for_improvement", "priority_action", "paragraph"):
        wanted = [entry for entry in key["findings"] if entry["kind"] == kind]
        given = [entry for entry in read["findings"] if entry["kind"] == kind]
        told += _same(f"{kind} refs", [entry["ref"] for entry in wanted], [entry["ref"] for entry in given])
        told += [t for one, two in zip(wanted, given, strict=False) for t in _same(one["ref"], one["text"], two["text"])]
    return told


_STATED = ("framework", "authority", "started", "ended", "published", "lead_inspector")


def _key(form: str) -> Plain:
    key = to_builtins(answers.picture())
    refs = iter(words.actions())
    for action in (action for item in key["plan"]["items"] for action in item["actions"]):
        said = next(refs)
        if form == "xlsx":
            action["number"] = said.ref
    if form == "xlsx":  # the tracker holds real dates where the papers print exact days
        for item in key["plan"]["items"]:
            for action in item["actions"]:
                exact = len(action["due_dates"]) == 1 and len(action["due_dates"][0]) == 10
                action["by_when_text"] = None if exact else action["by_when_text"]
    return key


def _item(key: Plain, read: Plain) -> Iterator[str]:
    where = f"item {key['number']}"
    for name in ("text", "section", "timescale", "due", "kind"):
        yield from _same(f"{where} {name}", key[name], read[name])
    yield from _same(f"{where} outcomes", _texts(key["outcomes"]), _texts(read["outcomes"]))
    measures = [*read.get("measures", ()), *(measure for action in read["actions"] for measure in action.get("measures", ()))]
    yield from _same(f"{where} measures", _texts(key.get("measures", ())), list(dict.fromkeys(_texts(measures))))
    yield from _same(f"{where} notes", key["notes"], read["notes"])
    if len(key["actions"]) != len(read["actions"]):
        yield f"{where}: {len(read['actions'])} actions, not {len(key['actions'])}"
    for place, (one, two) in enumerate(zip(key["actions"], read["actions"], strict=False), 1):
        yield from _action(f"{key['number']}.{place}", one, two)


def _action(where: str, key: Plain, read: Plain) -> Iterator[str]:
    for name in ("number", "text", "leads", "leads_basis", "responsible_lead", "due_dates", "recurrence", "accountable_to", "rating"):
        yield from _same(f"{where} {name}", key[name], read[name])
    if key["by_when_text"] is not None:
        yield from _same(f"{where} by_when_text", key["by_when_text"], read["by_when_text"])
    yield from _same(f"{where} parts", [[p["letter"], p["text"]] for p in key["parts"]], [[p["letter"], p["text"]] for p in read["parts"]])
    yield from _same(f"{where} progress", _lettered(key["progress"]), _lettered(read["progress"]))
    yield from _same(f"{where} evidence", " ".join(_texts(key.get("evidence", ()))), " ".join(_texts(read.get("evidence", ()))))


def _texts(rows: Iterable[Plain]) -> list[str]:
    return [row["text"].strip(BULLETS + " ") for row in rows]


def _lettered(progress: Iterable[Plain]) -> dict[str, str]:
    told: dict[str, str] = {}
    for entry in progress:
        letter = entry["letter"] or ""
        told[letter] = f"{told.get(letter, '')} {entry['text']}".strip()
    return told


def _same(where: str, key: object, read: object) -> list[str]:
    return [] if _folded(key) == _folded(read) else [f"{where}: {read!r}, not {key!r}"]


def _folded(value: object) -> object:
    if isinstance(value, str):
        return fold(value).rstrip(".")
    if isinstance(value, dict):
        return {name: _folded(inner) for name, inner in value.items()}
    return [_folded(inner) for inner in value] if isinstance(value, (list, tuple)) else value
