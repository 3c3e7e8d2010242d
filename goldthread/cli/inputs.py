"""What was named on the command line: files, folders of files, pictures read before, days."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from goldthread.common.errors import Refused
from goldthread.thread.picture import Picture

READABLE = frozenset(
    {".txt", ".text", ".md", ".markdown", ".pdf", ".docx", ".docm", ".xlsx", ".xlsm", ".csv", ".tsv", ".html", ".htm", ".xhtml"}
)
"""Endings that a folder is searched for; a file that is named is tried whatever its ending."""

PICTURE_ENDING = ".json"
OWN = frozenset({PICTURE_ENDING, ".toml"})
"""Endings of pictures and settings: Goldthread's own files, not papers."""
LARGEST_PICTURE = 64 * 1024 * 1024  # bytes; a plan of a thousand actions takes about 5 MB


def today() -> date:
    """The day on this machine's clock; asked here and passed down, never asked below."""
    return datetime.now().astimezone().date()


def files_named(names: Iterable[Path]) -> list[Path]:
    """The files named, and those of a readable kind in the folders named, in order. Raises Refused when a folder has none."""
    found: list[Path] = []
    for name in names:
        if not name.is_dir():
            found.append(name)
            continue
        inside = sorted(path for path in name.rglob("*") if _is_paper(path, name))
        if not inside:
            raise Refused(f"{name}: no file in this folder can be read. Goldthread reads {' '.join(sorted(READABLE))}.")
        found += inside
    return list(dict.fromkeys(found))


def one_or_other(files: Iterable[Path], reference: str | None) -> None:
    """Raises Refused when neither files nor a stored plan are named, or both."""
    if reference and files:
        raise Refused("Files and a stored plan were named. Name FILE, or --plan REF, not both.")
    if not reference and not files:
        raise Refused("Nothing was named. Name a file, or a stored plan with --plan REF.")


def passed_over(names: Iterable[Path]) -> list[Path]:
    """The files in the folders named that are of no readable kind, so that nobody takes them for read."""
    inside = (path for name in names if name.is_dir() for path in sorted(name.rglob("*")) if path.is_file() and _is_open(path, name))
    return [path for path in inside if path.suffix.lower() not in READABLE | OWN]


def _is_paper(path: Path, folder: Path) -> bool:
    return path.suffix.lower() in READABLE and path.is_file() and _is_open(path, folder)


def _is_open(path: Path, folder: Path) -> bool:
    """Word's lock files (~$plan.docx) and hidden files are nobody's papers."""
    return not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def picture_of(file: Path, *, as_: str = "auto", ocr: bool = False) -> Picture:
    """The picture in a ``.json`` that ``goldthread read`` wrote, or that any other file proposes. Raises Refused."""
    if file.suffix.lower() == PICTURE_ENDING:
        return _stored(file)
    from goldthread.intake import sandbox

    return sandbox.run(file, as_, ocr=ocr)


def plan_of(file: Path) -> Picture:
    """As ``picture_of``, for what needs a plan. Raises Refused when the file holds a report alone."""
    picture = picture_of(file)
    if not picture.plan.items and picture.source.kinds == ("inspection_report",):
        raise Refused(f"{file.name}: it holds an inspection report and no plan. Name the plan, and this file with --report.")
    return picture


def _stored(file: Path) -> Picture:
    from goldthread.thread.codec import from_json

    try:
        if file.stat().st_size > LARGEST_PICTURE:
            raise Refused(f"{file.name}: larger than any picture that Goldthread writes. Give the document, or the .json read from it.")
        text = file.read_bytes()
        if b'"schema"' not in text[:100]:
            raise Refused(f"{file.name}: this is no picture that Goldthread wrote. Name the document, or the .json read from it.")
        return from_json(text)
    except OSError as error:
        raise Refused(f"{file}: it cannot be opened ({error.strerror}). Check the name, and that you may read it.") from None
    except Refused as refused:
        raise refused if str(refused).startswith(file.name) else Refused(f"{file.name}: {refused}") from None


def with_report(plan: Picture, report: Path | None) -> Picture:
    """The plan's picture, joined with that of the inspection report it answers when one is named."""
    if report is None:
        return plan
    from goldthread.thread.joining import joined

    other = picture_of(report, as_="auto")
    if not other.judgements and not other.findings:
        raise Refused(f"{report.name}: no inspection report was found in it. Name the inspectors' report with --report.")
    return joined(plan, other)


class Day(click.ParamType[date]):
    """A day as 2026-03-31 or 31/03/2026 or 31 March 2026."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that says how days are written."""
        from goldthread.common.dates import parse_day

        day = value if isinstance(value, date) else parse_day(str(value))
        return day or self.fail(f"“{value}” is no day. Write it as 2026-03-31.", param, ctx)
