"""What ``goldthread read`` prints: one paper in words, several as a table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from goldthread.cli.reading import Reading
from goldthread.common.dates import spoken
from goldthread.common.text import one_line, words_in_list
from goldthread.reports.papers import length
from goldthread.thread.picture import Action, Picture, Plan

SHOWN = 12
"""Problems printed in full; the picture holds them all."""

_KINDS = {"inspection_report": "inspection report", "improvement_plan": "improvement plan"}
_FINDINGS = {
    "area_for_improvement": ("area for improvement", "areas for improvement"),
    "priority_action": ("priority action", "priority actions"),
    "recommendation": ("recommendation", "recommendations"),
    "paragraph": ("numbered paragraph", "numbered paragraphs"),
}


def counted(number: int, one: str, many: str = "") -> str:
    """``no actions``, ``1 action``, ``3 actions``."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or one + 's'}"


def line(text: str, style: str = "") -> Text:
    """A line as Rich prints it: a document's words are neither its markup nor the terminal's. Leading spaces stay."""
    return Text(text[: len(text) - len(text.lstrip(" "))] + one_line(text), style=style)


def one(reading: Reading) -> None:
    """A paper in words: what it is, what was read, what needs a person."""
    picture = reading.picture
    if picture is None:
        return
    console = _console()
    for told in described(picture):
        console.print(line(told))
    _print_problems(console, picture)
    if reading.out:
        console.print(line(f"Written to {reading.out}"))


def described(picture: Picture) -> Iterator[str]:
    """The picture in a few lines of plain words."""
    for source in (picture.report_source, picture.source):
        if source:
            kinds = words_in_list([_KINDS.get(kind, kind) for kind in source.kinds]) or "picture"
            pages = f", {counted(*length(source))}" if source.pages else ""
            yield f"{source.file or 'This picture'}: {kinds}{pages}"
    if picture.inspection.framework or picture.judgements or picture.findings:
        yield from _report(picture)
    if picture.plan.items:
        yield from _plan(picture.plan)


def _report(picture: Picture) -> Iterator[str]:
    inspection = picture.inspection
    dates = [f"{label} {spoken(day)}" for label, day in (("inspected to", inspection.ended), ("published", inspection.published)) if day]
    named = [part for part in (inspection.authority, inspection.framework_name or inspection.framework) if part]
    yield f"  Inspection: {', '.join([*named, *dates]) or 'not named'}"
    if picture.judgements:
        grades = Counter((judgement.as_printed or "no grade").strip().lower() for judgement in picture.judgements)
        told = words_in_list([f"{number} {grade}" for grade, number in grades.most_common()])
        yield f"  {counted(len(picture.judgements), 'judgement')}: {told}"
    kinds = Counter(finding.kind for finding in picture.findings)
    asked = [counted(kinds[kind], *words) for kind, words in _FINDINGS.items() if kinds[kind]]
    inferred = sum(finding.inferred for finding in picture.findings)
    lost = f" ({counted(inferred, 'number')} lost in the text and worked out)" if inferred else ""
    yield f"  {words_in_list(asked) or 'No areas for improvement and no numbered paragraphs'}{lost}"


def _plan(plan: Plan) -> Iterator[str]:
    actions = [action for item in plan.items for action in item.actions]
    parts = sum(len(action.parts) for action in actions)
    outcomes = sum(len(item.outcomes) for item in plan.items)
    yield f"  Plan: {plan.title or 'untitled'}{f', owner {plan.owner}' if plan.owner else ''}"
    of_parts = f" with {counted(parts, 'lettered part')}" if parts else ""
    yield f"  {words_in_list([counted(len(plan.items), 'item'), counted(outcomes, 'outcome'), counted(len(actions), 'action')])}{of_parts}"
    if actions:
        yield f"  {_leads_and_dates(actions)}"
    watchers = [counted(len(plan.monitoring), "monitoring arrangement")] if plan.monitoring else []
    extras = [*watchers, *([counted(len(plan.status_key), "rating") + " in its key"] if plan.status_key else [])]
    extras += [counted(len(plan.glossary), "glossary entry", "glossary entries")] if plan.glossary else []
    if extras:
        yield f"  {words_in_list(extras)}"


def _leads_and_dates(actions: Sequence[Action]) -> str:
    told = sum(action.answerable is not None for action in actions)
    dated = sum(bool(action.due_dates) for action in actions)
    rated = sum(action.rating is not None for action in actions)
    return f"Of {counted(len(actions), 'action')}: {told:,} with one person to ask, {dated:,} dated to a day or month, {rated:,} rated"


def _print_problems(console: Console, picture: Picture) -> None:
    needing = [problem for problem in picture.problems if problem.severity != "info"]
    said = len(picture.problems) - len(needing)
    if not needing:
        console.print(line("  Nothing needs a person." + (f" {counted(said, 'note')} in the picture." if said else "")))
        return
    verb = "needs" if len(needing) == 1 else "need"
    console.print(line(f"  {counted(len(needing), 'problem')} {verb} a person:", style="bold"))
    for problem in needing[:SHOWN]:
        told = line(f"  - {problem.where}: {problem.found}. Expected: {problem.expected}. {problem.do}")
        console.print(told, soft_wrap=not console.is_terminal)
    if len(needing) > SHOWN:
        console.print(line(f"  … and {len(needing) - SHOWN} more; all are in the picture that --out writes."))


def several(readings: Sequence[Reading], passed_over: Sequence[Path] = ()) -> None:
    """A table, one line a paper; and the files of the folders that were not tried."""
    table = Table(show_edge=False, pad_edge=False, box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("Paper", overflow="fold")
    table.add_column("Holds", no_wrap=True)
    for heading in ("Judgements", "Areas", "Items", "Actions", "Problems"):
        table.add_column(heading, justify="right", no_wrap=True)
    for reading in readings:
        table.add_row(*(line(cell) for cell in _row(reading)))
    console = _console()
    console.print(table)
    refused = sum(reading.picture is None for reading in readings)
    console.print(line(f"{counted(len(readings) - refused, 'paper')} read, {refused} refused."))
    if passed_over:
        named = ", ".join(path.name for path in passed_over[:SHOWN]) + (" …" if len(passed_over) > SHOWN else "")
        console.print(line(f"{counted(len(passed_over), 'other file')} not read, of a kind that is not looked for in folders: {named}"))


def _row(reading: Reading) -> tuple[str, ...]:
    picture = reading.picture
    if picture is None:
        return (reading.file.name, "refused", "", "", "", "", "")
    asked = sum(finding.kind != "paragraph" for finding in picture.findings)
    actions = sum(len(item.actions) for item in picture.plan.items)
    counts = (len(picture.judgements), asked, len(picture.plan.items), actions, reading.doubts)
    kinds = " + ".join(_KINDS.get(kind, kind).split()[-1] for kind in picture.source.kinds)
    return (reading.file.name, kinds, *(str(number) if number else "–" for number in counts))


def progress_bar(readings: Iterator[Reading], total: int) -> Iterator[Reading]:
    """The readings as they come, with a bar on a terminal and none elsewhere."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)
        for reading in readings:
            progress.update(task, advance=1, description=reading.file.name)
            yield reading


def _console() -> Console:
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = 160  # a file or a pipe has no width; long lines are cut by whoever reads them
    return console
