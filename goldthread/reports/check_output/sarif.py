"""Findings as SARIF 2.1.0 (OASIS standard), which code-review tools and editors show beside the file."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import goldthread
from goldthread.common.places import Place
from goldthread.reports.check_output.checked import Checked
from goldthread.thread.checks import Check, CheckFinding, all_checks

_STANDARD = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(checked: Sequence[Checked]) -> str:
    """One SARIF run with every check as a rule (with its help) and every finding as a result."""
    checks = all_checks()
    order = {check.code: position for position, check in enumerate(checks)}
    driver = {"name": "Goldthread", "version": goldthread.__version__, "rules": [_rule(check) for check in checks]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(one.file)}, "properties": {"asAt": one.as_at.isoformat()}} for one in checked],
        "results": [_result(finding, one, order[finding.code]) for one in checked for finding in one.found],
    }
    return json.dumps({"$schema": _STANDARD, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.code,
        "name": "".join(word.capitalize() for word in check.title.replace("“", "").replace("”", "").replace("…", "").split()),
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.why},
        "help": {"text": f"{check.why} What to do: {check.do}. Source: {check.source}."},
        "defaultConfiguration": {"level": check.severity},
    }


def _result(finding: CheckFinding, one: Checked, rule: int) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": f"{finding.message} — {finding.do}"},
        "locations": [_location(finding, one.file)],
        # The place's line is left out, so that a result stays the same one when a document grows above it.
        "partialFingerprints": {"goldthread/v1": _fingerprint(finding)},
    }


def _location(finding: CheckFinding, file: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if finding.place.line and not finding.place.page:
        physical["region"] = _region(finding.place)
    logical = {"fullyQualifiedName": finding.where, "kind": "element"}
    location: dict[str, Any] = {"physicalLocation": physical, "logicalLocations": [logical]}
    if str(finding.place) != str(Place()):
        location["message"] = {"text": str(finding.place)}
    return location


def _region(place: Place) -> dict[str, Any]:
    """A line of the file. Lines of a page are not lines of a file, so they stay in the location's message."""
    region: dict[str, Any] = {"startLine": place.line}
    return region | ({"snippet": {"text": place.quote}} if place.quote else {})


def _uri(file: str) -> str:
    return quote(file.replace("\\", "/"))


def _fingerprint(finding: CheckFinding) -> str:
    return hashlib.sha256(f"{finding.code}|{finding.where}|{finding.message}".encode()).hexdigest()[:32]
