"""What only other programs can read: scanned pages through Tesseract, old Office files through LibreOffice.

Both run with a time limit, in a private folder that is also their home, and are asked to open nothing else.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from goldthread.common.errors import Refused
from goldthread.intake.conversion_pages import page_lines, render
from goldthread.intake.document import Block, Document, Line
from goldthread.intake.opening_file import shown
from goldthread.intake.readers import pdf
from goldthread.intake.readers.pdf_problems import ONLY_IMAGE
from goldthread.intake.telling import Tell
from goldthread.thread.picture import Problem

_PAGE_SECONDS = 120
_OFFICE_SECONDS = 180
MOST_SCANNED_PAGES = 500
"""At some seconds a page, more would take the better part of an hour."""

_OFFICE_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
"""Macros never run, and links to other files are never followed."""


def _private_folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="goldthread-", ignore_cleanup_errors=True)  # a stopped program may still write


@contextmanager
def converted(path: Path, suffix: str, *, tell: Tell) -> Iterator[Path]:
    """The old Office file saved anew as .docx or .xlsx in a private folder, which lasts as long as the context.

    Raises Refused when LibreOffice is not installed, fails or takes too long.
    """
    name = shown(path.name)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        raise Refused(
            f"{name}: LibreOffice, which --ocr needs for old Office files, is not installed. Install it, or save the file as {suffix}."
        )
    tell("converting with LibreOffice")
    with _private_folder() as folder:
        yield _save_anew(program, path, suffix, Path(folder))


def _save_anew(program: str, path: Path, suffix: str, folder: Path) -> Path:
    name = shown(path.name)
    source = folder / f"document{path.suffix.lower() if path.suffix.lower() in ('.doc', '.xls') else ''}"
    shutil.copyfile(path, source)
    settings = folder / "profile" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(_OFFICE_SETTINGS, encoding="utf-8")
    output = folder / "output"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    _run([program, profile, *quiet, "--convert-to", suffix[1:], "--outdir", str(output), str(source)], name, folder, _OFFICE_SECONDS)
    new = output / f"document{suffix}"
    if not new.is_file() or new.is_symlink():
        raise Refused(f"{name}: LibreOffice could not read this file. Open it where it was written and save it as {suffix}.")
    return new.rename(folder / path.with_suffix(suffix).name)


def read_scanned(path: Path, *, tell: Tell) -> Document:
    """A PDF of which some or all pages are only pictures: those pages through Tesseract, the others as they are.

    Raises Refused when a page needs Tesseract and it is not installed, fails or takes too long.
    """
    try:
        document = pdf.read(path)
    except pdf.OnlyPictures as pictures:
        document = Document(file=path.name, blocks=(), pages=pictures.pages)
        return _with_pages_read(path, document, range(1, pictures.pages + 1), tell)
    numbers = [int(problem.where.removeprefix("page ")) for problem in document.problems if problem.found == ONLY_IMAGE]
    kept = tuple(problem for problem in document.problems if problem.found != ONLY_IMAGE)
    return _with_pages_read(path, replace(document, problems=kept), numbers, tell) if numbers else document


def _with_pages_read(path: Path, document: Document, numbers: Sequence[int], tell: Tell) -> Document:
    name = shown(path.name)
    program = shutil.which("tesseract")
    if not program:
        raise Refused(
            f"{name}: pages that are only pictures, and Tesseract, which --ocr needs for them, is not installed. "
            "Install it (the package is called tesseract-ocr or tesseract), or read a copy with text."
        )
    if len(numbers) > MOST_SCANNED_PAGES:
        raise Refused(f"{name}: {len(numbers)} scanned pages; at most {MOST_SCANNED_PAGES} can be read. Split the file and read the parts.")
    blocks: list[Block] = list(document.blocks)
    problems: list[Problem] = []
    with _private_folder() as folder:
        for count, number in enumerate(numbers, start=1):
            tell(f"reading scanned page {count} of {len(numbers)}")
            lines, unsure = _read_page(program, path, number, Path(folder))
            blocks += lines
            problems.append(_by_machine(number, unsure, lines))
    blocks.sort(key=lambda block: block.place.page or 0)  # stable: the order within a page stays
    if not blocks:
        raise Refused(f"{name}: Tesseract found no words on its pages. Scan it again more clearly, or type it in.")
    return replace(document, blocks=tuple(blocks), problems=(*document.problems, *problems))


def _read_page(program: str, path: Path, number: int, folder: Path) -> tuple[list[Line], int]:
    picture = folder / "page.ppm"
    dots = render(path, number, picture)
    words = _run([program, str(picture), "stdout", "--dpi", str(dots), "-l", "eng", "tsv"], shown(path.name), folder, _PAGE_SECONDS)
    return page_lines(words.decode("utf-8", "replace"), number, dots)


def _by_machine(number: int, unsure: int, lines: list[Line]) -> Problem:
    found = "a picture on which Tesseract found no words" if not lines else f"text read from a picture, {unsure} words of it doubtful"
    return Problem(
        where=f"page {number}",
        found=found,
        expected="text as it was typed",
        do="compare the page with the paper",
        severity="warning" if unsure or not lines else "info",
    )


def _run(command: list[str], name: str, folder: Path, seconds: int) -> bytes:
    """What the program prints. Raises Refused when it fails or takes longer.

    It stays in our process group, so that the sandbox ends it and all that it started together with us.
    """
    program = Path(command[0]).name
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX", "LD_LIBRARY_PATH") if key in os.environ}
    private = dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"), str(folder))
    settings = kept | private | {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # may hold the document's words
            cwd=folder,
            env=settings,
            timeout=seconds,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise Refused(f"{name}: {program} took longer than {seconds} seconds. Split the file and read the parts.") from None
    except (subprocess.CalledProcessError, OSError):
        raise Refused(f"{name}: {program} could not read this file. Open it where it was made and save it again, then read it.") from None
    return done.stdout
