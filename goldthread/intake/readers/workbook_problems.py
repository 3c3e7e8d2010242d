"""What of a workbook was left out, or could not be kept."""

from collections.abc import Iterator

from goldthread.intake.readers.workbook_rules import Rules
from goldthread.intake.readers.workbook_sheet import LAST_COLUMN, Sheet, column_name
from goldthread.thread.picture import Problem

_NAMED = 5  # cells named in one problem


def left_out_sheet(name: str, kind: str, state: str) -> Problem:
    """A sheet that is hidden or holds no cells."""
    where = f"sheet “{name}”"
    if kind != "worksheet":
        return Problem(
            where=where, found=f"a {kind}, left out", expected="a sheet of cells", do="type in what matters of it", severity="info"
        )
    found = "a hidden sheet, left out" if state == "hidden" else "a sheet hidden by a macro or program, left out"
    return Problem(where=where, found=found, expected="sheets that show", do="unhide the sheet if it belongs to the paper", severity="info")


def book_problems(*, macros: bool) -> Iterator[Problem]:
    """What holds for the whole workbook."""
    if macros:
        yield Problem(
            where="the workbook", found="macros, not run", expected="no macros", do="check that nothing on show needs them", severity="info"
        )


def sheet_problems(sheet: Sheet, rules: Rules, comments: int) -> Iterator[Problem]:
    """What holds for one sheet that shows."""
    where = f"sheet “{sheet.name}”"
    yield from _hidden(sheet, where)
    yield from _cells(sheet, where)
    if comments:
        found = f"{_counted(comments, 'comment')}, left out"
        yield Problem(where=where, found=found, expected="what matters in the cells", do="look at them if they may matter", severity="info")
    if struck := sum(bool(held.text and held.style.font.struck) for held in sheet.cells.values()):
        found = f"{_counted(struck, 'cell')} struck through, kept as text"
        yield Problem(where=where, found=found, expected="text that stands", do="delete what no longer stands, then read it again")
    if rules.unknown or rules.unread:
        count = rules.unknown + sum(rules.unread.values())
        yield Problem(
            where=where,
            found=f"{_counted(count, 'rule')} for colours or icons that cannot be worked out",
            expected="ratings in words or plain fills",
            do="check the ratings against the workbook",
        )


def _hidden(sheet: Sheet, where: str) -> Iterator[Problem]:
    holding = {row for row, _ in sheet.cells}
    rows = sorted(sheet.hidden_rows & holding)
    if rows:
        found = f"{_counted(len(rows), 'hidden row')}, left out ({_several([str(row) for row in rows])})"
        yield Problem(where=where, found=found, expected="rows that show", do="unhide them if they belong to the paper", severity="info")
    if folded := len(sheet.folded_rows & holding):
        # A saved filter or fold is how somebody last looked at the sheet, not what they took out of it.
        found = f"{_counted(folded, 'row')} hidden by a filter or a fold, kept"
        yield Problem(where=where, found=found, expected="rows that show", do="clear the filter to see them", severity="info")
    used = {column for _, column in sheet.cells}
    columns = sorted(column for column in used if column <= LAST_COLUMN and sheet.column_hidden(column))
    if columns:
        found = f"{_counted(len(columns), 'hidden column')}, left out ({_several([column_name(column) for column in columns])})"
        yield Problem(where=where, found=found, expected="columns that show", do="unhide them if they belong to the paper", severity="info")


def _cells(sheet: Sheet, where: str) -> Iterator[Problem]:
    shown = {at: held for at, held in sheet.cells.items() if at[0] not in sheet.hidden_rows and not sheet.column_hidden(at[1])}
    errors = [f"{column_name(column)}{row} {held.text}" for (row, column), held in sorted(shown.items()) if held.error]
    if errors:
        found = f"{_counted(len(errors), 'formula')} in error, kept as text ({_several(errors)})"
        yield Problem(where=where, found=found, expected="a value", do="mend the formulas in the workbook, then read it again")
    empty = [f"{column_name(column)}{row}" for (row, column), held in sorted(shown.items()) if held.empty_formula]
    if empty:
        found = f"{_counted(len(empty), 'formula')} without a value ({_several(empty)})"
        yield Problem(where=where, found=found, expected="formulas worked out", do="open the workbook, save it, then read it again")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _several(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
