"""Tables without upright lines: rows between level lines, or entries that stand in line under one another."""

from goldthread.intake.readers.pdf_geometry import Sheet, Word
from goldthread.intake.readers.pdf_grid import Grid


def find_aligned(sheet: Sheet, words: list[Word]) -> list[Grid]:
    """Nothing yet."""
    return []
