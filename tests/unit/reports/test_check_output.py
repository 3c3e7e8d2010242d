"""Text, JSON and SARIF of what the checks found."""

import json
from datetime import date
from typing import Any

import pytest

from goldthread.common.places import NOWHERE, Place
from goldthread.reports.check_output import FORMATS, Checked, as_json, as_sarif, as_text
from goldthread.thread.checks import CheckFinding, all_checks

DAY = date(2026, 3, 31)


def finding(message: str = "two leads and none responsible", place: Place = NOWHERE, code: str = "GT204") -> CheckFinding:
    return CheckFinding(code=code, title="Several leads", where="item 5:action 2", message=message, do="underline or mark one", place=place)


def checked(*found: CheckFinding, file: str = "plan.docx") -> Checked:
    return Checked(file=file, as_at=DAY, found=found)


def result(place: Place, file: str = "plan.docx") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_sarif([checked(finding(place=place), file=file)]))["runs"][0]["results"][0]
    return found


def test_text_is_as_linters_print_it() -> None:
    assert as_text([checked(finding())]) == "plan.docx:item 5:action 2: GT204 two leads and none responsible — underline or mark one\n"


def test_text_keeps_each_finding_on_one_line() -> None:
    assert as_text([checked(finding("two\nleads"), finding())]).count("\n") == 2


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_well_formed(name: str) -> None:
    told = FORMATS[name]([checked()])
    assert told == "" if name == "text" else json.loads(told)


def test_json_has_every_value_and_place() -> None:
    told = json.loads(as_json([checked(finding(place=Place(page=3, quote="Head of Service")))]))
    assert told["schema"] == "goldthread.checks/1"
    assert told["files"][0]["count"] == 1
    assert told["files"][0]["as_at"] == "2026-03-31"
    only = told["files"][0]["findings"][0]
    assert (only["code"], only["where"], only["place"]["page"], only["place"]["quote"]) == (
        "GT204",
        "item 5:action 2",
        3,
        "Head of Service",
    )


def test_sarif_gives_help_for_every_check() -> None:
    run = json.loads(as_sarif([checked(finding())]))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.code for check in all_checks()]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert rules[run["results"][0]["ruleIndex"]]["id"] == "GT204"


def test_sarif_points_at_a_line_of_a_text_file() -> None:
    region = result(Place(line=482, quote="Head of Safeguarding"))["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 482, "snippet": {"text": "Head of Safeguarding"}}


@pytest.mark.parametrize("place", [NOWHERE, Place(page=4, line=7), Place(table=2, row=3, column=1)])
def test_sarif_claims_no_line_of_a_file_that_has_none(place: Place) -> None:
    assert "region" not in result(place)["locations"][0]["physicalLocation"]


def test_sarif_says_in_words_where_in_a_document() -> None:
    location = result(Place(table=2, row=3, column=1))["locations"][0]
    assert location["message"]["text"] == "table 2, row 3, column 1"
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "item 5:action 2"


def test_sarif_writes_file_names_as_addresses() -> None:
    physical = result(NOWHERE, file="our plans\\plan v2.docx")["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "our%20plans/plan%20v2.docx"


def test_a_result_stays_the_same_one_when_the_document_grows_above_it() -> None:
    assert result(Place(line=4))["partialFingerprints"] == result(Place(line=40))["partialFingerprints"]
