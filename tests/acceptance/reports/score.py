"""Prints what is read wrongly: ``python -m tests.acceptance.reports.score [--why] [NAME]``.

One line a report and kind of file; a column a field, with the number of differences, or a dot for none.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.acceptance.reports.key import FIELDS, Difference
from tests.acceptance.reports.suite import REPORTS, WRITERS, differences


def main(arguments: list[str]) -> None:
    """Prints the table, and with ``--why`` the differences under each line."""
    why = "--why" in arguments
    wanted = [argument for argument in arguments if not argument.startswith("--")]
    _say(f"{'report':<26}{'file':<6}" + "".join(f"{field[:8]:>9}" for field in FIELDS))
    right = 0
    cases = [(name, form) for name in REPORTS for form in WRITERS if not wanted or name in wanted or form in wanted]
    for name, form in cases:
        found = _differences(name, form)
        right += not found
        _say(f"{name:<26}{form:<6}" + "".join(f"{_count(found, field):>9}" for field in FIELDS))
        for difference in found if why else ():
            _say(f"      {difference.field}: {difference.what}")
    _say(f"{right} of {len(cases)} read without a difference")


def _differences(name: str, form: str) -> list[Difference]:
    with TemporaryDirectory() as folder:
        try:
            return differences(name, form, Path(folder))
        except Exception as error:  # the table goes on past a reader that breaks
            return [Difference("kind", f"{type(error).__name__}: {error}")]


def _count(found: list[Difference], field: str) -> str:
    return str(sum(difference.field == field for difference in found) or "·")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
