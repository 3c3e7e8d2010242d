"""Pieces of Markdown that every page is put together from."""

from collections.abc import Iterable, Sequence

MADE = "<!-- Made by tools/make_docs.py from the code. Change the code, then run: python tools/make_docs.py -->"


def page(title: str, *parts: str) -> str:
    """A page with its title; parts are parted by blank lines, empty ones left out."""
    return "\n\n".join([MADE, f"# {title}", *(part.strip("\n") for part in parts if part.strip())]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; None and empty values are empty cells."""
    lines = [heads, ["---"] * len(heads), *([cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(value: object) -> str:
    """A value inside a table: one line, and no mark that would end the cell."""
    return " ".join(str("" if value is None else value).split()).replace("|", "\\|")


def code(text: str, kind: str = "text") -> str:
    """A block printed as it is."""
    return f"```{kind}\n{text.rstrip()}\n```"


def sentence(text: str) -> str:
    """With a capital at the start and a full stop at the end; what starts with a code word keeps its letter."""
    plain = " ".join(text.split())
    if not plain:
        return ""
    start = plain if plain.startswith(("`", "“")) else plain[0].upper() + plain[1:]
    return start if start.endswith((".", "?", "!", "…")) else f"{start}."


def rst(text: str) -> str:
    """A docstring's double back-ticks as Markdown's single ones."""
    return text.replace("``", "`")
