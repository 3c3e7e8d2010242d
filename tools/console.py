"""Console blocks of the documentation: what they show is what the commands print.

A block that begins with ```` ```console ```` holds lines ``$ command`` with their output below. Every command that names
``goldthread`` is run in a folder with a copy of Northmere's pack; pipes are allowed (``| head -n 5``). Blocks that run
nothing of it are let be.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT / "northmere" / "pack"
SHOWN_IN = ("docs/tutorial", "docs/how-to", "docs/explanation")
_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_ASKED = re.compile(r"(?:^|[|&;] *)goldthread ")
_WIDTH = "100"
_MOST_SECONDS = 120


@dataclass(frozen=True)
class Page:
    """A page, its text and what the text would be with its commands run now."""

    file: Path
    text: str
    true_text: str


def pages(root: Path = ROOT) -> Iterator[Page]:
    """Every page with console blocks that run goldthread; the commands of one page share a folder."""
    for file in sorted(file for folder in SHOWN_IN for file in (root / folder).glob("*.md")):
        text = file.read_text(encoding="utf-8")
        if any(_ASKED.search(command) for block in _BLOCK.finditer(text) for command in commands(block["body"])):
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(PACK, folder, dirs_exist_ok=True)
                yield Page(file, text, played(text, Path(folder)))


def stale(root: Path = ROOT) -> list[str]:
    """Pages that show what the commands do not print."""
    return [page.file.relative_to(root).as_posix() for page in pages(root) if page.text != page.true_text]


def write(root: Path = ROOT) -> None:
    """Put what the commands print into every page."""
    for page in pages(root):
        if page.text != page.true_text:
            page.file.write_text(page.true_text, encoding="utf-8")


def commands(body: str) -> list[str]:
    """The commands of a block, without their ``$``."""
    return [line[2:] for line in body.splitlines() if line.startswith("$ ")]


def played(text: str, folder: Path) -> str:
    """The text with every block that runs goldthread as it comes out in that folder."""
    return _BLOCK.sub(lambda block: _played(block, folder), text)


def _played(block: re.Match[str], folder: Path) -> str:
    asked = commands(block["body"])
    if not any(_ASKED.search(command) for command in asked):
        return block[0]
    lines = "".join(f"$ {command}\n{run(command, folder)}" for command in asked)
    return f"```console\n{lines}```"


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams together, ending in a newline when it prints anything."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    settings = os.environ | {"PATH": path, "COLUMNS": _WIDTH, "TERM": "dumb", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_MOST_SECONDS,
        check=False,
    )
    lines = [line.rstrip() for line in done.stdout.decode("utf-8").splitlines()]
    return "".join(f"{line}\n" for line in lines).rstrip("\n") + ("\n" if any(lines) else "")
