"""``python -m django work``: background work, on which ``goldthread serve`` keeps an eye."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from goldthread.operations import documents


class Command(BaseCommand):
    """Begins by giving back what a reader before this one lost; a reader that is alive after all then changes nothing."""

    help = "Reads papers and does other work in the background until it is stopped."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Runs until it is stopped."""
        documents.give_back_all()
        call_command("db_worker", verbosity=0)
