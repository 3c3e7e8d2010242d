"""Speed and memory, from a cold start as a user has it: ``make bench``.

Each figure is the best of several runs of the whole command in a new process, its own child included. Machines differ, so each
stands beside a baseline of the same run: an empty Python for the commands, the bare text of the same PDF for the pages.
Northmere's papers are always measured; real packs too where they lie in ``../shared/packs`` or ``GOLDTHREAD_PACKS`` says.
"""

import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NORTHMERE = ROOT / "northmere" / "pack"
PACKS = Path(os.environ.get("GOLDTHREAD_PACKS", ROOT.parent / "shared" / "packs"))
RUNS = 5

_MEASURE = """
import resource, subprocess, sys, time
began = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
_BARE_TEXT = "import sys, pypdfium2\nfor page in pypdfium2.PdfDocument(sys.argv[1]): page.get_textpage().get_text_range()"


@dataclass(frozen=True, slots=True)
class Cost:
    """wall, cpu: seconds. memory: MB (10⁶ bytes) of the largest process."""

    wall: float
    cpu: float
    memory: float


def cost(*command: str) -> Cost:
    """The least of each figure over several runs. A measuring process of its own keeps one command's memory from another's."""
    costs = [_once(command) for _ in range(RUNS)]
    return Cost(min(one.wall for one in costs), min(one.cpu for one in costs), min(one.memory for one in costs))


def _once(command: tuple[str, ...]) -> Cost:
    done = subprocess.run([sys.executable, "-c", _MEASURE, *command], capture_output=True, text=True, check=True)
    code, wall, cpu, memory = done.stdout.split()
    if int(code) > 1:
        raise SystemExit(f"{' '.join(command[-3:])} ended with exit code {code}; no figure is worth anything.")
    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in
    return Cost(float(wall), float(cpu), int(memory) * unit / 1e6)


def say(name: str, value: str, beside: str, limit: str = "") -> None:
    """One line of the table."""
    print(f"{name:<44} {value:>24}   {beside:<34} {limit}".rstrip())


def goldthread(*words: str) -> Cost:
    """The cost of a ``goldthread`` command."""
    return cost(sys.executable, "-m", "goldthread.cli", *words)


def commands(folder: str) -> None:
    """The figures of whole commands, beside an empty Python."""
    empty = cost(sys.executable, "-c", "pass")
    shown = goldthread("--help")
    say("goldthread --help", f"{shown.wall:.2f} s", f"{shown.wall / empty.wall:.1f} × an empty Python", "limit 0.3 s")
    papers = [NORTHMERE / "improvement-plan.docx", NORTHMERE / "improvement-plan.xlsx"]
    if (PACKS / "brent-2012.txt").exists():
        papers.insert(0, PACKS / "brent-2012.txt")
    for paper in papers:
        read = goldthread("read", str(paper), "--out", f"{folder}/{paper.name}.json")
        limit = "limit 2 s of CPU, 300 MB" if paper.name.startswith("brent") else ""
        say(f"read {paper.name}", f"{read.cpu:.2f} s CPU, {read.memory:.0f} MB", f"{read.cpu / empty.cpu:.0f} × an empty Python", limit)
    picture = f"{folder}/{papers[0].name}.json"
    checked = goldthread("check", picture)
    say(
        f"check {papers[0].name}.json",
        f"{checked.cpu:.2f} s CPU, {checked.memory:.0f} MB",
        f"{checked.cpu / empty.cpu:.0f} × an empty Python",
    )
    drawn = goldthread("map", picture, "--out", f"{folder}/plan.html")
    say(f"map {papers[0].name}.json", f"{drawn.cpu:.2f} s CPU, {drawn.memory:.0f} MB", f"{drawn.cpu / empty.cpu:.0f} × an empty Python")


def pages(folder: str) -> None:
    """Pages a second of whole PDFs, beside the same PDF's bare text. A pack of many pages shows the pace; a short one, the start."""
    import pypdfium2

    papers = [*NORTHMERE.glob("*.pdf"), *(PACKS.glob("*.pdf") if PACKS.is_dir() else ())]
    for paper in [pack_of(papers, Path(folder) / "pack.pdf"), *sorted(papers)]:
        number = len(pypdfium2.PdfDocument(paper))
        read = goldthread("read", str(paper), "--out", f"{folder}/{paper.name}.json")
        bare = cost(sys.executable, "-c", _BARE_TEXT, str(paper))
        speed = f"{number / read.wall:.0f} pages/s, {read.memory:.0f} MB"
        say(f"read {paper.name} ({number} pages)", speed, f"{read.wall / bare.wall:.1f} × its bare text", "limit 20 pages/s")


def pack_of(papers: list[Path], target: Path) -> Path:
    """All the papers one after another, twice, as a committee's pack."""
    import pypdfium2

    pack = pypdfium2.PdfDocument.new()
    for paper in [*sorted(papers), *sorted(papers)]:
        pack.import_pages(pypdfium2.PdfDocument(paper))
    pack.save(target)
    return target


def main() -> None:
    """Print every figure."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        commands(folder)
        pages(folder)
    sys.path.insert(0, str(ROOT))
    from tools import bench_site

    bench_site.main()


if __name__ == "__main__":
    main()
