"""``goldthread`` in a process of its own: for commands that set up the site, which this process has set up otherwise."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def goldthread(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run from the project's folder, without what the tests' own settings put into the environment."""
    command = [sys.executable, "-m", "goldthread.cli", *map(str, words)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GOLDTHREAD_", "DJANGO_"))}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False, env=clean)
