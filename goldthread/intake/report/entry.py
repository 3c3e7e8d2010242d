"""One entry of a list of findings while it is being read: its words, sub-points and where it stands."""

from dataclasses import dataclass, field

from goldthread.common.places import Place
from goldthread.intake.report.chunks import Chunk, join_print
from goldthread.intake.report.entry_words import opening_band, without_footnote
from goldthread.intake.timescale import Timescale


@dataclass(slots=True, kw_only=True)
class Entry:
    """text: the entry's own words. points: those of its sub-points. addressees: given by a heading or lead-in.

    beside: bodies that the entry's row of a table makes responsible.
    kind: of finding, where the entry's table says it.

    band: the time band that it stands under, with the place of its words.
    """

    text: str
    place: Place
    chunk: Chunk | None = None
    number: str | None = None
    kind: str | None = None
    addressees: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    band: Timescale | None = None
    band_place: Place | None = None
    points: list[str] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The words that were read last."""
        return self.points[-1] if self.points else self.text

    @property
    def starts_upper(self) -> bool:
        """Whether the entry begins with a capital."""
        return self.text[:1].isupper()

    def go_on(self, words: str) -> None:
        """More words of what was read last."""
        if self.points:
            self.points[-1] = join_print(self.points[-1], words)
        else:
            self.text = join_print(self.text, words)

    def whole(self) -> str:
        """The text with its sub-points a line each; footnote figures at the ends are left out."""
        return "\n− ".join(filter(None, (without_footnote(words) for words in (self.text, *self.points))))

    def timescale(self) -> Timescale:
        """The band that it stands under, or else the one that it begins with."""
        if self.band:
            return self.band
        return opening_band(self.text)
