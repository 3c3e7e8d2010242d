"""``python -m tests.acceptance.plans.score [--wrong] [SHAPE…]``: how much of each shape is read right in each format.

Each cell of the table is found / right, as percentages of the fields that the key asserts.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.acceptance.plans.compare import Mark, compare, wrong_ones
from tests.acceptance.plans.key import Shape
from tests.acceptance.plans.reading import read
from tests.acceptance.plans.shapes import SHAPES
from tests.acceptance.plans.writers import WRITERS

Marks = dict[tuple[str, str], list[Mark]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help="only these shapes")
    parser.add_argument("--wrong", action="store_true", help="print each field that is wrong")
    parser.add_argument("--format", action="append", choices=list(WRITERS), help="only this format")
    parser.add_argument("--keep", metavar="FOLDER", help="write the files here and keep them")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(chosen.keep or scratch)
        folder.mkdir(exist_ok=True)
        shapes = [SHAPES[name] for name in chosen.shapes] or list(SHAPES.values())
        marks = {
            (shape.name, form): mark_one(shape, form, folder)
            for shape in shapes
            for form in shape.formats
            if form in (chosen.format or WRITERS)
        }
    if chosen.wrong:
        out(line for (name, form), found in marks.items() for line in wrong_lines(f"{name} {form}", found))
    out(table(marks))
    out(by_field(marks))


def mark_one(shape: Shape, form: str, folder: Path) -> list[Mark]:
    """The marks of one file; a reader that falls over gets one wrong mark."""
    inside = folder / form
    inside.mkdir(exist_ok=True)
    try:
        return compare(shape.key, read(shape, form, inside), form)
    except Exception as error:  # a scorer must go on to the next file
        return [Mark(where="file", field="read", right=False, found=False, want="a reading", got=f"{type(error).__name__}: {error}")]


def wrong_lines(name: str, marks: Iterable[Mark]) -> list[str]:
    wrong = [f"  {mark}" for mark in wrong_ones(marks)]
    return [name, *wrong] if wrong else []


def table(marks: Marks) -> list[str]:
    lines = [f"{'shape':24}" + "".join(f"{form:>10}" for form in WRITERS)]
    for name in dict.fromkeys(name for name, _form in marks):
        lines.append(f"{name:24}" + "".join(f"{share(marks.get((name, form))):>10}" for form in WRITERS))
    whole = {form: [mark for (_name, of), found in marks.items() if of == form for mark in found] for form in WRITERS}
    met = sum(all(mark.right for mark in found) for found in marks.values())
    return [*lines, f"{'all':24}" + "".join(f"{share(whole[form]):>10}" for form in WRITERS), f"wholly right: {met} of {len(marks)}", ""]


def by_field(marks: Marks) -> list[str]:
    fields: dict[str, list[Mark]] = defaultdict(list)
    for found in marks.values():
        for mark in found:
            fields[mark.field].append(mark)
    return [f"{field:24}{share(found):>10}  of {len(found)}" for field, found in sorted(fields.items())]


def share(marks: list[Mark] | None) -> str:
    if not marks:
        return ""
    found, right = (100 * sum(getattr(mark, name) for mark in marks) // len(marks) for name in ("found", "right"))
    return f"{found}/{right}"


def out(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
