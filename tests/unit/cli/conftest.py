"""The commands run inside this process, on pictures and small papers in a folder of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldthread.cli.main import main
from goldthread.thread.codec import to_json
from goldthread.thread.picture import Picture


@pytest.fixture
def goldthread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs ``goldthread`` with the words given, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def stored(tmp_path: Path) -> Callable[..., Path]:
    """Writes a picture as ``goldthread read`` does."""

    def store(picture: Picture, name: str = "plan.json") -> Path:
        path = tmp_path / name
        path.write_text(to_json(picture), encoding="utf-8")
        return path

    return store
