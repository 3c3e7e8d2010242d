"""``rebuild_search``: makes the search's index again from the records."""

from typing import Any

from django.core.management.base import BaseCommand

from goldthread.operations import search


class Command(BaseCommand):
    """Needed after records came into the database by another way than the site, such as from a copy; harmless at any time."""

    help = "Make the index of the search again from the records."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Says how many things can be found now."""
        self.stdout.write(f"{search.rebuild()} things can be found.")
