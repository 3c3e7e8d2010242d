"""Run by ``tests/unit/operations/test_at_once.py`` in a process and a database of its own: several people do the same thing at once.

Prints for each thing how often it was done and what the others were told, as JSON. History is append-only, so that no test could tidy up
after committing; here the whole database is thrown away.
"""

import json
import sys
import threading
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from goldthread.common.errors import UserFacingError  # noqa: E402
from goldthread.models import Document, HistoryEvent, Inspection, Plan  # noqa: E402
from goldthread.operations import documents, reading  # noqa: E402
from tests import papers, world  # noqa: E402
from tests.factories import a_picture  # noqa: E402
from tests.world import acting  # noqa: E402

PEOPLE = 4


def at_once(do: Callable[[], Any]) -> list[str]:
    """What each of several threads was told; empty for those whose turn it was."""
    ready, told = threading.Barrier(PEOPLE), []

    def one() -> None:
        ready.wait()
        try:
            do()
            told.append("")
        except UserFacingError as refused:
            told.append(str(refused))
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told)


def main() -> None:
    """The whole story of one paper, every step of it several times at once."""
    call_command("migrate", verbosity=0)
    northmere = world.council()
    manager = acting(northmere.manager)
    told = {"receive": at_once(lambda: papers.handed_in(northmere))}
    with papers.reader(a_picture()):
        told["read"] = at_once(lambda: reading.read(document_id=Document.objects.get().pk))
    paper = Document.objects.get()
    told["rest"] = at_once(lambda: documents.accept_the_rest(document=paper, by=manager))
    told["accept"] = at_once(lambda: documents.accept(document=paper, by=manager))
    counts = {"papers": Document.objects.count(), "plans": Plan.objects.count(), "inspections": Inspection.objects.count()}
    verbs = list(HistoryEvent.objects.filter(target_kind="document").values_list("verb", flat=True))
    told["undo"] = at_once(lambda: documents.undo(document=paper, by=manager, why="mistake"))
    json.dump({"told": told, "counts": counts, "verbs": verbs, "left": Plan.objects.count()}, sys.stdout)


main()
