"""Items and actions while they are being read: the cells they were given, not yet understood."""

import re
from dataclasses import dataclass, field

from goldthread.common.places import NOWHERE, Place
from goldthread.common.text import squeeze
from goldthread.intake.document import Cell
from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.damage import unbroken
from goldthread.intake.plan.heads import Label, SectionTitle


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text given to a draft. apart: a blank stands between it and the piece before (a new paragraph)."""

    text: str
    cell: Cell
    apart: bool = False
    heading: str = ""


Pieces = list[Piece]


def text_of(pieces: Pieces, *, soft: bool) -> str:
    """The pieces as one text. soft: newlines are where print wrapped, not where the writer ended a paragraph."""
    whole = "\n".join(f"{piece.heading}: {piece.text}" if piece.heading else piece.text for piece in pieces)
    return unbroken(whole) if soft else re.sub(r"[ \t]+", " ", whole).strip()


def place_of(pieces: Pieces) -> Place:
    """Where the first piece stands, quoting all of them."""
    if not pieces:
        return NOWHERE
    return pieces[0].cell.place.saying(squeeze(" ".join(piece.text for piece in pieces)))


@dataclass(slots=True)
class DraftAction:
    """One action's cells by role. wrapped: its text came without list markers it once had (several actions may hide in it)."""

    number: str | None
    place: Place
    soft: bool
    cells: dict[Role, Pieces] = field(default_factory=dict)
    filled: set[Role] = field(default_factory=set)
    wrapped: bool = False
    lost: bool = False

    def add(self, role: Role, piece: Piece) -> None:
        """Give the action one more piece of text for a role."""
        self.cells.setdefault(role, []).append(piece)

    def text(self, role: Role) -> str:
        """All the text of a role, or an empty string."""
        return text_of(self.cells.get(role, []), soft=self.soft)

    def pieces(self, role: Role) -> Pieces:
        """The pieces of a role."""
        return self.cells.get(role, [])


@dataclass(slots=True)
class DraftItem:
    """One item: its label and words, and the drafts under it. in_column: it stands in a row of its own in the items' column."""

    place: Place
    section: SectionTitle | None
    number: str | None = None
    label: Label | None = None
    text: str = ""
    timescale: str = ""
    section_kind: str = "action_group"
    soft: bool = False
    unruled: bool = False
    from_heading: bool = False
    damaged: bool = False
    source: str | None = None
    in_column: bool = False
    outcomes: Pieces = field(default_factory=list)
    measures: Pieces = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rating: Pieces = field(default_factory=list)
    impact: Pieces = field(default_factory=list)
    actions: list[DraftAction] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing was ever put under this heading."""
        return not (self.actions or any(re.search(r"\w", piece.text) for piece in self.outcomes))
