"""Papers for tests, handed in by the real operations. What the reading gives is for the test to say."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from django.core.files.base import ContentFile

from goldthread.intake import sandbox
from goldthread.intake.words import Passage, Words
from goldthread.models import Document
from goldthread.operations import documents, reading
from goldthread.thread.picture import Picture
from tests.factories import a_picture
from tests.world import World, acting

Tell = Callable[[str], None]


def handed_in(world: World, *, name: str = "pack.docx", content: bytes = b"words") -> Document:
    """A paper that waits to be read."""
    file = ContentFile(content, name=name)
    return documents.receive(file=file, name=name, organisation=world.council, by=acting(world.manager))


def read(world: World, picture: Picture | None = None, words: Words | None = None, *, name: str = "pack.docx") -> Document:
    """A paper that has been read, with one picture and the document's words."""
    paper = handed_in(world, name=name, content=name.encode())
    with reader(picture or a_picture(), words or Words()):
        reading.read(document_id=paper.pk)
    paper.refresh_from_db()
    return paper


def accepted(world: World, picture: Picture | None = None, *, name: str = "pack.docx") -> Document:
    """A paper of which everything is accepted."""
    paper, manager = read(world, picture, name=name), acting(world.manager)
    documents.accept_the_rest(document=paper, by=manager)
    documents.accept(document=paper, by=manager)
    paper.refresh_from_db()
    return paper


@contextmanager
def reader(picture: Picture, words: Words | None = None, *, doing: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Instead of the sandbox: tells its progress once, does something in the middle, and gives the picture."""

    def give(_path: Path, _as: str, *, progress: Tell) -> sandbox.Reading:
        progress("reading page 1 of 3")
        doing()
        progress("finding the thread")
        return sandbox.Reading(picture=picture, words=words or Words())

    with patch.object(sandbox, "read", give):
        yield


@contextmanager
def failing(error: BaseException) -> Iterator[None]:
    """Instead of the sandbox: raises."""

    def fail(_path: Path, _as: str, *, progress: Tell) -> sandbox.Reading:
        progress("reading")
        raise error

    with patch.object(sandbox, "read", fail):
        yield


def lines(*texts: str) -> Words:
    """A document of one page with these lines."""
    return Words(passages=tuple(Passage(text=text, page=1, line=number) for number, text in enumerate(texts, 1)))
