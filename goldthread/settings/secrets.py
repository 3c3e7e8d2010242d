"""The key that signs sessions, and what must never be public."""

import os
import secrets
from collections.abc import Iterable
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


def key_in(home: Path) -> str:
    """The key kept in the home folder; before there is one, a key for this process alone."""
    try:
        return (home / _FILE).read_text().strip()
    except OSError:
        return secrets.token_urlsafe(64)


def keep_key(home: Path) -> str:
    """Writes a key into the home folder, readable to its owner only, unless one is there; returns the one that is."""
    home.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(home / _FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return key_in(home)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return key_in(home)
