"""Read a shape in a format with the product's own reader, in this process."""

from pathlib import Path

from goldthread.intake.opening import read_document
from goldthread.intake.propose import propose
from goldthread.thread.picture import Picture
from tests.acceptance.plans.key import Shape
from tests.acceptance.plans.writers import write


def read(shape: Shape, form: str, folder: Path) -> Picture:
    return propose(read_document(write(shape.paper, form, folder, shape.name)))
