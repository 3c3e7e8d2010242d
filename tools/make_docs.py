"""Makes docs/reference from the code: ``python tools/make_docs.py`` writes it, ``--check`` names what is out of date.

It also runs the commands that the other pages show, and puts in what they print (``tools/console.py``).

``--check`` also names links and commands in any Markdown file that lead nowhere; it exits 1 when it names anything.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools import console, links  # noqa: E402
from tools.reference import checks, commands, frameworks, headings, picture, problems, settings, site  # noqa: E402
from tools.reference.markdown import page  # noqa: E402

site.ready()

from tools.reference import installation, papers, permissions, stored  # noqa: E402

REFERENCE = ROOT / "docs" / "reference"
SUBJECTS = (commands, picture, checks, frameworks, settings, headings, problems, permissions, papers, stored, installation)

_LINES = {
    "command-line.md": "every command with its options",
    "picture.md": "the JSON that a reading gives: every field with its type and meaning",
    "checks/README.md": "every plan check with its reason, source and examples",
    "frameworks/README.md": "every inspection framework: scale, areas, deadlines, and the gaps between them",
    "configuration.md": "the settings of `goldthread.toml`",
    "column-headings.md": "headings that are recognised in a plan's tables",
    "problems.md": "what reading may report for a person to look at",
    "permissions.md": "what each role may do and sees, and the reason for each no",
    "paper-states.md": "what can become of a paper that was handed in",
    "stored-data.md": "every field of every record, its class of privacy, what the database holds",
    "installation.md": "the settings of an installation, and what refuses to start",
}


def pages() -> dict[str, str]:
    """Every page of the reference by its path in docs/reference; the same code gives the same pages."""
    made = {path: text for subject in SUBJECTS for path, text in subject.pages().items()}
    index = [f"- [{made[path].splitlines()[2].lstrip('# ')}]({path}): {line}" for path, line in _LINES.items() if path in made]
    return {"README.md": page("Reference", "Made from the code by `python tools/make_docs.py`.", "\n".join(index))} | made


def stale(folder: Path = REFERENCE) -> list[str]:
    """Paths in docs/reference that are missing, differ from what the code says, or belong to nothing any more."""
    made = pages()
    there = {file.relative_to(folder).as_posix() for file in folder.rglob("*.md")}
    wrong = [path for path, text in made.items() if path not in there or (folder / path).read_text(encoding="utf-8") != text]
    return sorted({*wrong, *(there - made.keys())})


def write(folder: Path = REFERENCE) -> None:
    """Write every page that is out of date and remove those that belong to nothing."""
    made = pages()
    for path in stale(folder):
        if path in made:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(made[path], encoding="utf-8")
        else:
            (folder / path).unlink()


def main(arguments: list[str]) -> int:
    """Writes or checks; the exit code says whether all is well."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("Give --check, or nothing to write docs/reference.\n")
        return 2
    if not arguments:
        write()
        console.write()
        return 0
    wrong = [f"docs/reference/{path} is out of date. Run python tools/make_docs.py and commit it." for path in stale()]
    wrong += [f"{page} shows what the commands do not print. Run python tools/make_docs.py and commit it." for page in console.stale()]
    wrong += [str(one) for one in links.broken(ROOT)]
    sys.stderr.write("".join(f"{line}\n" for line in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
