"""The key that signs sessions, and what must never be public."""

import os
import secrets
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_HERE = {"127.0.0.1", "localhost", "[::1]", "::1", "testserver"}
_FILE = "secret.key"


def is_private(hosts: Iterable[str]) -> bool:
    """Whether the site answers to this very machine only."""
    return set(hosts) <= _HERE


def refuse_debug_in_public(*, debug: bool, hosts: Iterable[str]) -> None:
    """Raises ImproperlyConfigured when faults would be shown in full to a public address."""
    public = sorted(set(hosts) - _HERE)
    if debug and public:
        raise ImproperlyConfigured(
            f"GOLDTHREAD_DEBUG is on and the site answers to {', '.join(public)}: its faults would show settings and records to anybody. "
            "Turn GOLDTHREAD_DEBUG off, or leave GOLDTHREAD_HOSTS to this machine."
        )


def standing_day(text: str, *, hosts: Iterable[str]) -> date | None:
    """The day that stands for today in a demonstration, or None. Raises ImproperlyConfigured where it is no day or readers are public."""
    if not text:
        return None
    if not is_private(hosts):
        raise ImproperlyConfigured(
            "GOLDTHREAD_TODAY is for demonstrations on this machine: a real plan is late by the real day. Leave it out."
        )
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ImproperlyConfigured(f"GOLDTHREAD_TODAY is “{text}”; it is a day such as 2026-03-31.") from None


def key_in(home: Path) -> str:
    """The key kept in the home folder; before there is one, a key for this process alone."""
    try:
        return (home / _FILE).read_text().strip()
    except OSError:
        return secrets.token_urlsafe(64)


def keep_key(home: Path) -> str:
    """Writes a key into the home folder, readable to its owner only, unless one is there; returns the one that is."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(home / _FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return key_in(home)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return key_in(home)
