"""Measures how made-up reports of any shape are read: ``python -m tests.acceptance.reports.chance COUNT [--why] [--from SEED]``.

Prints, for every choice that made a paper, how many papers with it were read without a difference, worst first.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.acceptance.reports.key import Difference
from tests.acceptance.reports.made import Made, make
from tests.acceptance.reports.suite import WRITERS, read_and_compare


def main(arguments: list[str]) -> None:
    """Prints the shares of papers read rightly: by kind of file, by field, by choice."""
    first = int(arguments[arguments.index("--from") + 1]) if "--from" in arguments else 0
    right: dict[str, list[bool]] = defaultdict(list)
    fields: Counter[tuple[str, str]] = Counter()
    for seed in range(first, first + int(arguments[0])):
        made = make(seed)
        for form in WRITERS:
            found = _read(made, form)
            fields.update({(form, difference.field) for difference in found})
            for name in (f"file: {form}", *(f"{form} {choice}: {value}" for choice, value in made.choices.items())):
                right[name].append(not found)
            if "--why" in arguments:
                _tell(seed, form, found)
    _print(right, fields)


def _read(made: Made, form: str) -> list[Difference]:
    with TemporaryDirectory() as folder:
        try:
            return read_and_compare(made.paper, made.key, form, Path(folder))
        except Exception as error:  # the count goes on past a reader that breaks
            return [Difference("kind", f"{type(error).__name__}: {error}")]


def _tell(seed: int, form: str, found: list[Difference]) -> None:
    for difference in found:
        sys.stdout.write(f"{seed} {form} {difference.field}: {difference.what}\n")


def _print(right: dict[str, list[bool]], fields: Counter[tuple[str, str]]) -> None:
    ranked = sorted(right.items(), key=lambda entry: sum(entry[1]) / len(entry[1]))
    whole = [entry for entry in ranked if entry[0].startswith("file: ")]
    for name, results in [*whole, *(entry for entry in ranked if entry not in whole)][:60]:
        sys.stdout.write(f"{sum(results):>5} of {len(results):<5}{name}\n")
    for (form, field), count in sorted(fields.items(), key=lambda entry: -entry[1]):
        sys.stdout.write(f"{count:>5} papers with a wrong {field} as {form}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
