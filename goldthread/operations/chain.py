"""The chain of the history: each event's digest covers everything in it and the digest before it."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from goldthread.models import HistoryEvent

START = "0" * 64
"""What the first event follows."""


def digest(event: HistoryEvent, before: str) -> str:
    """SHA-256, in hexadecimal, of the event's fields as canonical JSON and of the digest before it."""
    content = [
        before,
        event.number,
        moment(event.at),
        event.by_id,
        str(event.verb),
        event.target_kind,
        event.target_id,
        event.title,
        event.plan_id,
        event.changes,
        event.why,
    ]
    return hashlib.sha256(canonical(content)).hexdigest()


def canonical(value: Any) -> bytes:
    """The one JSON form of a value: keys in order, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def moment(at: datetime) -> str:
    """A moment in UTC to the millionth of a second, the same from either database."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
