"""A picture survives its JSON form, and what is no picture is refused with the place."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from goldthread.common.errors import Refused
from goldthread.thread.codec import BEYOND, from_builtins, from_json, to_builtins, to_json
from goldthread.thread.picture import Change, Picture, Plan
from tests.factories import a_finding, a_judgement, a_picture
from tests.strategies import pictures

CONTRACT = {
    "": ["schema", "source", "inspection", "judgements", "findings", "plan", "problems"],
    "source": ["file", "sha256", "bytes", "kinds", "pages"],
    "inspection": [
        "framework",
        "framework_name",
        "authority",
        "inspectorates",
        "started",
        "ended",
        "published",
        "lead_inspector",
        "age_group",
    ],
    "judgements/0": ["service", "area", "grade", "grade_number", "as_printed", "place"],
    "findings/0": ["ref", "kind", "service", "number", "section", "text", "timescale", "due", "addressees", "inferred", "place"],
    "plan": ["title", "owner", "monitoring", "items", "status_key", "glossary"],
    "plan/monitoring/0": ["board", "cadence", "purpose", "place"],
    "plan/items/0": [
        "ref",
        "section",
        "number",
        "kind",
        "source",
        "text",
        "timescale",
        "due",
        "notes",
        "rating",
        "outcomes",
        "actions",
        "place",
    ],
    "plan/items/0/outcomes/0": ["text", "place"],
    "plan/items/0/actions/0": [
        "number",
        "text",
        "parts",
        "leads",
        "leads_basis",
        "responsible_lead",
        "by_when_text",
        "due_dates",
        "recurrence",
        "accountable_to",
        "progress",
        "rating",
        "place",
    ],
    "plan/status_key/0": ["label", "colour", "meaning"],
    "plan/glossary/0": ["term", "meaning"],
    "findings/0/place": ["page", "line", "table", "row", "column", "quote"],
}
LISTS = {"kinds", "inspectorates", "judgements", "findings", "addressees", "monitoring", "items", "outcomes", "actions", "parts"}
LISTS |= {"leads", "due_dates", "accountable_to", "progress", "status_key", "glossary", "problems"}


def everything_in(value, key=None):
    yield key, value
    if isinstance(value, dict):
        for inner_key, inner in value.items():
            if inner_key != "history":
                yield from everything_in(inner, inner_key)
    elif isinstance(value, list):
        for inner in value:
            yield from everything_in(inner)


@pytest.mark.slow
@given(pictures)
def test_a_picture_survives_its_json(picture):
    assert from_json(to_json(picture)) == picture
    assert from_builtins(to_builtins(picture)) == picture


@pytest.mark.slow
@given(pictures)
def test_lists_are_never_null_and_new_keys_never_empty(picture):
    for key, value in everything_in(json.loads(to_json(picture))):
        assert not (key in LISTS and value is None)
        assert not (key in BEYOND and not value)


@pytest.mark.parametrize(("path", "keys"), CONTRACT.items())
def test_keys_stand_in_the_contract_s_order(path, keys):
    value = json.loads(to_json(a_picture(judgements=[a_judgement()])))
    for step in filter(None, path.split("/")):
        value = value[int(step)] if step.isdecimal() else value[step]
    assert list(value) == keys


def test_text_stays_readable_and_dates_are_iso():
    text = to_json(a_picture(findings=[a_finding("¶14", "Children’s views – heard", due="2012-03")]))
    assert "¶14" in text
    assert "Children’s views – heard" in text
    assert '"due": "2012-03"' in text
    assert '"published": "2025-03-14"' in text
    assert text.endswith("}\n")


def test_history_keeps_what_it_recorded_to_the_letter():
    before = {"measures": [], "impact_rating": None}
    picture = replace(a_picture(), history=(Change(on=date(2026, 1, 5), path="/plan/items/0/actions/0", before=before),))
    assert from_json(to_json(picture)).history[0].before == before


def test_a_reader_need_not_know_later_keys():
    value = to_builtins(a_picture()) | {"weather": "fine"}
    assert from_builtins(value) == a_picture()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"findings": [{"ref": 3, "kind": "paragraph"}]}, r"findings\[0\]\.ref"),
        ({"findings": [{"kind": "paragraph"}]}, "ref"),
        ({"findings": None}, r"\$\.findings"),
        ({"plan": []}, r"\$\.plan"),
        ({"plan": {"items": [{"ref": "1", "actions": [{"leads": "Head of Service"}]}]}}, r"items\[0\]\.actions\[0\]\.leads"),
        ({"inspection": {"published": "14 March 2025"}}, r"inspection\.published"),
        ({"findings": [{"ref": "A1", "kind": "paragraph", "due": "soon"}]}, r"“soon” at findings\[0\]\.due"),
        ({"plan": {"items": [{"ref": "1", "due": "2012-02-30"}]}}, r"plan\.items\[0\]\.due"),
        ({"plan": {"items": [{"ref": "1", "actions": [{"due_dates": ["2012-03", "2012"]}]}]}}, r"actions\[0\]\.due_dates\[1\]"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(change, place):
    with pytest.raises(Refused, match=place):
        from_builtins(to_builtins(a_picture()) | change)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "not JSON", b"\xff\xfe", '{"plan": ' * 100_000])
def test_what_is_no_picture_is_refused(text):
    with pytest.raises(Refused, match="not a picture"):
        from_json(text)


def test_another_schema_is_refused():
    with pytest.raises(Refused, match=r"goldthread.picture/9.*goldthread.picture/1"):
        from_json('{"schema": "goldthread.picture/9"}')


def test_the_least_picture_is_nothing_known():
    assert from_json("{}") == Picture(plan=Plan())
