"""Findings as lines of text and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from goldthread.common.text import one_line
from goldthread.reports.check_output.checked import Checked

SCHEMA = "goldthread.checks/1"


def as_text(checked: Sequence[Checked]) -> str:
    """One finding a line, ``plan.docx:item 5:action 2: GT204 message — what to do``; empty when nothing was found."""
    return "".join(f"{one_line(finding.line(one.file))}\n" for one in checked for finding in one.found)


def as_json(checked: Sequence[Checked]) -> str:
    """A JSON object: ``schema`` and ``files``, each with ``file``, ``as_at``, ``count`` and ``findings``.

    A finding has code, title, where, message, do, place (as in the picture), refs and severity (error, warning or note).
    """
    files = [
        {"file": one.file, "as_at": one.as_at.isoformat(), "count": len(one.found), "findings": [asdict(finding) for finding in one.found]}
        for one in checked
    ]
    return json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False, indent=2) + "\n"
