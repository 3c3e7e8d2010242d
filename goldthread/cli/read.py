"""``goldthread read``: papers in, pictures out."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path

import click

from goldthread.cli import inputs, outputs
from goldthread.cli.reading import Reading
from goldthread.common.errors import Refused, UserFacingError
from goldthread.common.text import one_line


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="FILE…")
@click.option("--as", "as_", type=click.Choice(["report", "plan", "auto"]), default="auto", show_default=True, help="What the file is.")
@click.option("--out", type=str, help="Write the picture to this .json file; with several inputs, to this FOLDER/.")
@click.option("--quiet", is_flag=True, help="Print nothing but refusals.")
@click.option("--ocr", is_flag=True, help="Read scanned PDFs and old .doc/.xls where Tesseract or LibreOffice is installed.")
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], as_: str, out: str | None, quiet: bool, ocr: bool) -> None:
    """Read inspection reports and improvement plans into proposed pictures.

    FILE may be .txt .md .pdf .docx .xlsx .csv .html, or a folder of them; a file may hold a report and a plan. Every value
    keeps its place and its words; what is doubtful becomes a problem for a person.

    Exit code: 0 read; 1 read with problems that need a person; 2 refused, with one line saying why.
    """
    papers = inputs.files_named(files)
    several = len(papers) > 1 or any(file.is_dir() for file in files)
    places = _places(papers, out, several)
    readings = []
    for reading in _all(papers, as_, ocr, progress=several and not quiet):
        readings.append(_written(reading, places.get(reading.file)))
        if reading.refusal:
            click.echo(reading.refusal, err=True)
    if not quiet:
        from goldthread.cli import summary

        summary.several(readings, inputs.passed_over(files)) if several else summary.one(readings[0])
    context.exit(max(reading.code for reading in readings))


def _places(papers: list[Path], out: str | None, several: bool) -> dict[Path, Path]:
    """Where each paper's picture goes; nowhere without ``--out``. Raises Refused when that would be a paper's own place."""
    if out is None:
        return {}
    if not out.strip():
        raise Refused("--out names nothing. Name a .json file, or a folder as FOLDER/.")
    target = Path(out)
    if not several and not outputs.is_folder(target, out):
        outputs.refuse_papers(target, papers, endings=inputs.READABLE, write=".json")
        return {papers[0]: target}
    if target.exists() and not target.is_dir():
        raise Refused(f"{target}: this is a file, and several papers were named. Name a folder with --out FOLDER/.")
    places = {paper: target / name for paper, name in zip(papers, outputs.names_for(papers), strict=True)}
    for place in places.values():
        outputs.refuse_papers(place, papers, endings=(), write=".json")
    return places


def _all(papers: list[Path], as_: str, ocr: bool, *, progress: bool) -> Iterator[Reading]:
    """Every paper read, in order; each in a process of its own, as many at once as the machine has cores."""
    with ThreadPoolExecutor(max_workers=min(len(papers), cpu_count() or 1)) as pool:
        readings = pool.map(lambda paper: _one(paper, as_, ocr), papers)
        try:
            if progress:
                from goldthread.cli.summary import progress_bar

                yield from progress_bar(readings, len(papers))
            else:
                yield from readings
        except BaseException:  # Ctrl-C reaches only this thread
            from goldthread.intake import sandbox

            sandbox.stop_all()
            raise


def _one(paper: Path, as_: str, ocr: bool) -> Reading:
    try:
        return Reading(file=paper, picture=inputs.picture_of(paper, as_=as_, ocr=ocr))
    except UserFacingError as error:
        return Reading(file=paper, refusal=one_line(str(error)))


def _written(reading: Reading, place: Path | None) -> Reading:
    if place is None or reading.picture is None:
        return reading
    from goldthread.thread.codec import to_json

    outputs.write(place, to_json(reading.picture))
    return Reading(file=reading.file, picture=reading.picture, out=place)
