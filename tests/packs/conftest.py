"""Real packs, where they are at hand. They are no part of the project; without them these tests say so and are skipped."""

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "packs"


@pytest.fixture(scope="session")
def packs() -> Path:
    """The folder of real packs: ``GOLDTHREAD_PACKS``, else beside the project. Named but missing is a failure, not a skip."""
    named = os.environ.get("GOLDTHREAD_PACKS")
    folder = Path(named) if named else BESIDE
    if not folder.is_dir():
        (pytest.fail if named else pytest.skip)("The real packs are not at hand. Name their folder in GOLDTHREAD_PACKS.")
    return folder
