"""The headings that stand above a plan table outside it: which name a section, which an item, which are neither."""

from collections.abc import Sequence

from goldthread.intake.document import Block, Line, Table
from goldthread.intake.plan.builder import Builder
from goldthread.intake.plan.ruled import RuledReader


class Headings:
    """Gathers the lines since the last plan table."""

    def __init__(self, builder: Builder, blocks: Sequence[Block], *, soft: bool) -> None:
        self.builder, self.soft = builder, soft
        self.pending: list[Line] = []

    def line(self, line: Line) -> None:
        self.pending.append(line)

    def meet(self, table: Table, reader: RuledReader) -> None:
        self.pending = []
