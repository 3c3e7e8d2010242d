"""Links, commands, files and checks named in Markdown files that do not exist."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from goldthread.thread.checks import all_checks
from tools.reference import commands

_FENCE = re.compile(r"^ *(```|~~~).*?^ *\1", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"(?<!\\)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)(?:\s+\"[^\"]*\")?\)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_MAKE = re.compile(r"(?:^ *|&& )make ([a-z][\w-]*)", re.MULTILINE)
_GOLDTHREAD = re.compile(r"(?:^ *|&& )(?:\S*/)?goldthread ([a-z][\w-]*)", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} +(.+?) *#* *$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="([^"]+)">')
_OWN_FILE = re.compile(r"`((?:goldthread|tests|tools|northmere|docs|requirements|\.ci)/[\w./-]+)`")
_PLACEHOLDER = re.compile(r"/[A-Z]{2,}\.")
_CODE_OF_CHECK = re.compile(r"\bGT\d{3}\b")
_LATER = re.compile(r"later|not yet|planned|to come|decided for", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Broken:
    """Something that leads nowhere: the file, the line from 1, and what is wrong with it."""

    file: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.why}"


def broken(root: Path, files: Iterable[Path] | None = None) -> list[Broken]:
    """What leads nowhere in the repository's Markdown files (those that git knows or would add, unless files are given)."""
    found: list[Broken] = []
    for file in sorted(files if files is not None else _markdown(root)):
        text = file.read_text(encoding="utf-8")
        name = file.relative_to(root).as_posix()
        wrong = [*_links(file, text), *_commands(text, make_targets(root), commands.names()), *_files(root, text), *_checks(text)]
        found += [Broken(name, text.count("\n", 0, at) + 1, why) for at, why in wrong]
    return sorted(found)


def make_targets(root: Path) -> set[str]:
    """The targets of the Makefile; empty when there is none."""
    makefile = root / "Makefile"
    text = makefile.read_text(encoding="utf-8") if makefile.exists() else ""
    return {name for line in re.findall(r"^([\w .-]+):(?!=)", text, re.MULTILINE) for name in line.split()}


def anchors(text: str) -> set[str]:
    """The names within a page that a link may end in."""
    plain = _FENCE.sub("", text)
    return {*_ANCHOR.findall(text), *(slug(title) for title in _HEADING.findall(plain))}


def slug(title: str) -> str:
    """A heading's anchor as code-hosting sites make it."""
    return re.sub(r"[^\w\- ]", "", re.sub(r"`", "", title).lower()).replace(" ", "-")


def _markdown(root: Path) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"], cwd=root, capture_output=True, text=True, check=True
    )
    return [root / name for name in set(listed.stdout.splitlines()) if (root / name).exists()]


def _blank(match: re.Match[str]) -> str:
    """As many characters that say nothing, so that positions stay."""
    return re.sub(r"[^\n]", " ", match[0])


def _links(file: Path, text: str) -> Iterator[tuple[int, str]]:
    for match in _LINK.finditer(_CODE.sub(_blank, _FENCE.sub(_blank, text))):
        if not _ELSEWHERE.match(match[1]) and (why := _dead(file, match[1])):
            yield match.start(), why


def _dead(file: Path, target: str) -> str:
    path, _, anchor = target.partition("#")
    there = (file.parent / path) if path else file
    if not there.exists():
        return f"the link to {target} leads nowhere"
    if anchor and there.suffix == ".md" and anchor not in anchors(there.read_text(encoding="utf-8")):
        return f"the link to {target} names no heading there"
    return ""


def _commands(text: str, targets: set[str], names: set[str]) -> Iterator[tuple[int, str]]:
    """Commands that do not exist; one that a page says is planned for later may be missing. Nothing known, nothing checked."""
    for shown in (*_FENCE.finditer(text), *_CODE.finditer(_FENCE.sub(_blank, text))):
        lines = re.sub(r"^(?:\$ |`+(?:console|sh|text)?)", _blank, shown[0], flags=re.MULTILINE)
        for form, known, what in ((_MAKE, targets, "make"), (_GOLDTHREAD, names, "goldthread")):
            for match in form.finditer(lines):
                at = shown.start() + match.start()
                if known and match[1] not in known and not _LATER.search(_around(text, at)):
                    yield at, f"there is no {what} {match[1]}"


def _files(root: Path, text: str) -> Iterator[tuple[int, str]]:
    """Files and folders of the repository that are not there; ``KIND.py`` stands for a name to be chosen."""
    for match in _OWN_FILE.finditer(_FENCE.sub(_blank, text)):
        if not _PLACEHOLDER.search(match[1]) and not (root / match[1]).exists():
            yield match.start(), f"there is no {match[1]}"


def _checks(text: str) -> Iterator[tuple[int, str]]:
    """Codes that no check has, outside what is shown as code."""
    known = {check.code for check in all_checks()}
    for match in _CODE_OF_CHECK.finditer(_CODE.sub(_blank, _FENCE.sub(_blank, text))):
        if match[0] not in known:
            yield match.start(), f"there is no check {match[0]}"


def _around(text: str, at: int) -> str:
    """The paragraph that a position stands in."""
    start, end = text.rfind("\n\n", 0, at), text.find("\n\n", at)
    return text[max(start, 0) : end if end >= 0 else len(text)]
