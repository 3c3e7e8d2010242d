"""The states of a paper, from the moves that its rules allow. Needs ``site.ready()``."""

from goldthread.models.document import DocumentStatus as Status
from goldthread.rules.documents import LOST_AFTER, MOVES
from tools.reference.markdown import code, page, sentence, table

BY = {
    (Status.WAITING, Status.READING): "the background work takes it, when those before it are done",
    (Status.WAITING, Status.STOPPED): "the improvement manager stops it",
    (Status.READING, Status.READ): "the reading ends; what was read becomes proposals",
    (Status.READING, Status.REFUSED): "it cannot be read; the paper's page says why",
    (Status.READING, Status.STOPPED): "the improvement manager stops it; the reader notices within seconds",
    (
        Status.READING,
        Status.WAITING,
    ): f"its reader is gone, since {LOST_AFTER.seconds // 60} minutes are over; the next reading or the improvement manager gives it back",
    (Status.READ, Status.ACCEPTED): "the improvement manager accepts what was decided; inspection and plan are recorded",
    (Status.ACCEPTED, Status.READ): "the improvement manager takes the acceptance back, while nobody has worked on what it made",
    (Status.REFUSED, Status.WAITING): "the improvement manager has it read again",
    (Status.STOPPED, Status.WAITING): "the improvement manager has it read again",
}
"""What makes each move; a test holds that there is one for each that the rules allow, and no other."""

_INTRODUCTION = """A paper is in one of these states, and nothing else can become of it (`MOVES` in `goldthread/rules/documents.py`).
Every move is in the history but one: that a reading began."""


def pages() -> dict[str, str]:
    """``paper-states.md``."""
    moves = [(start, end) for start, ends in MOVES.items() for end in Status if end in ends]
    rows = [(f"{start.label}", f"{end.label}", sentence(BY[start, end])) for start, end in moves]
    lines = ["stateDiagram-v2", f"    [*] --> {Status.WAITING.value}", *(f"    {start.value} --> {end.value}" for start, end in moves)]
    names = [f'    state "{status.label}" as {status.value}' for status in Status]
    drawn = code("\n".join([lines[0], *names, *lines[1:]]), "mermaid")
    return {"paper-states.md": page("States of a paper", _INTRODUCTION, table(("From", "To", "When"), rows), drawn)}
