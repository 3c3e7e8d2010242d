"""Console blocks of the documentation: what they show is what the commands print.

A block that begins with ```` ```console ```` holds lines ``$ command`` with their output below. Each is run in a folder with a
copy of Northmere's pack, one folder a page; pipes are allowed (``2>/dev/null | head -n 5``; without leaving the second
stream out, nobody could say which comes first). What is not to be run stands in a block of another kind.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT / "northmere" / "pack"
SHOWN_IN = ("docs/tutorial", "docs/how-to", "docs/explanation")
_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_WIDTH = "100"
_FAULTS = ("Traceback (most recent call last)", "the reader failed (reference")
"""What a command prints when it breaks; no page is to show that."""
_MOST_SECONDS = 120


@dataclass(frozen=True)
class Page:
    """A page, its text and what the text would be with its commands run now."""

    file: Path
    text: str
    true_text: str

    @property
    def broken(self) -> bool:
        """Whether a command of it breaks."""
        return any(fault in self.true_text for fault in _FAULTS)

    @property
    def stale(self) -> bool:
        """Whether it shows what the commands do not print, or a command of it breaks."""
        return self.broken or self.text != self.true_text


def pages(root: Path = ROOT) -> list[Page]:
    """Every page with console blocks; the commands of one page share a folder, and pages are played side by side."""
    files = sorted(file for folder in SHOWN_IN for file in (root / folder).glob("*.md"))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return list(pool.map(_page, (file for file in files if _BLOCK.search(file.read_text(encoding="utf-8")))))


def _page(file: Path) -> Page:
    text = file.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PACK, folder, dirs_exist_ok=True)
        return Page(file, text, played(text, Path(folder)))


def stale(root: Path = ROOT) -> list[str]:
    """Pages that show what the commands do not print, or whose commands break."""
    return [page.file.relative_to(root).as_posix() for page in pages(root) if page.stale]


def write(root: Path = ROOT) -> None:
    """Put what the commands print into every page; one whose commands break stays as it is."""
    for page in pages(root):
        if page.stale and not page.broken:
            page.file.write_text(page.true_text, encoding="utf-8")


def commands(body: str) -> list[str]:
    """The commands of a block, without their ``$``."""
    return [line[2:] for line in body.splitlines() if line.startswith("$ ")]


def played(text: str, folder: Path) -> str:
    """The text with every block as it comes out in that folder."""
    return _BLOCK.sub(lambda block: _played(block, folder), text)


def _played(block: re.Match[str], folder: Path) -> str:
    lines = "".join(f"$ {command}\n{run(command, folder)}" for command in commands(block["body"]))
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
