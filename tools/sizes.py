"""How large functions and files are: ``python tools/sizes.py`` prints it for goldthread/ and tests/, as a mirror and not a gate."""

import ast
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
LONG_FILE = 400
"""Lines; in a longer file there is often a second subject."""
_NAMED = 10


@dataclass(frozen=True, slots=True)
class Function:
    """A function and its lines from ``def`` to its last, decorators and docstring left out, blank lines counted."""

    name: str
    lines: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lines of every file by its name, and every function."""

    files: dict[str, int]
    functions: tuple[Function, ...]


def measure(files: Iterable[Path], root: Path = ROOT) -> Sizes:
    """The sizes of Python files, named from root."""
    texts = {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in sorted(files)}
    functions = tuple(one for name, text in texts.items() for one in functions_of(text, name))
    return Sizes({name: len(text.splitlines()) for name, text in texts.items()}, functions)


def functions_of(text: str, file: str = "") -> list[Function]:
    """Every function of a file's text, those inside others too."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [Function(f"{file}:{node.lineno} {node.name}", _lines(node)) for node in nodes]


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    whole = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0)


def ninth_tenth(values: Iterable[int]) -> int:
    """The value that nine in ten do not exceed; 0 of none."""
    ordered = sorted(values)
    return ordered[-(-len(ordered) * 9 // 10) - 1] if ordered else 0


def report(title: str, sizes: Sizes) -> str:
    """The figures in words, the longest functions and the long files."""
    functions, files = [one.lines for one in sizes.functions], list(sizes.files.values())
    longest = sorted(sizes.functions, key=lambda one: (-one.lines, one.name))[:_NAMED]
    long_files = sorted(((lines, name) for name, lines in sizes.files.items() if lines > LONG_FILE), reverse=True)
    return "\n".join(
        [
            f"{title}: {len(files)} files, {sum(files)} lines, {len(functions)} functions",
            f"  function length: {_figures(functions)}",
            f"  file length: {_figures(files)}",
            "  longest functions:",
            *(f"    {one.lines:4d}  {one.name}" for one in longest),
            f"  files over {LONG_FILE} lines: {len(long_files) or 'none'}",
            *(f"    {lines:4d}  {name}" for lines, name in long_files),
        ]
    )


def _figures(values: list[int]) -> str:
    return f"median {median(values or [0]):g}, nine in ten at most {ninth_tenth(values)}, most {max(values, default=0)}"


def main() -> int:
    """Prints the figures."""
    for folder in ("goldthread", "tests"):
        sys.stdout.write(report(folder, measure((ROOT / folder).rglob("*.py"))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
