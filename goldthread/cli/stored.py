"""Plans of an installation, named by their reference instead of a file."""

from datetime import date
from pathlib import Path

from goldthread.cli import site
from goldthread.common.errors import Refused
from goldthread.thread.picture import Picture


def plan(reference: str, home: Path | None, on: date) -> Picture:
    """The stored plan as a picture of that day. Raises Refused when there is none of that name, or no installation.

    Whoever runs this can read the database itself; the roles of the site are not asked.
    """
    site.set_up(home)
    from django.db import DatabaseError

    from goldthread.models import Plan
    from goldthread.queries.pictures import of_plan

    try:
        found = Plan.objects.filter(reference=reference).select_related("inspection").first()
        if found is not None:
            return of_plan(found, on=on).picture
        known = list(Plan.objects.order_by("reference").values_list("reference", flat=True))
    except DatabaseError:
        raise Refused("No installation was found. Name its folder with --home, or its database in GOLDTHREAD_DATABASE_URL.") from None
    there = f"The plans here: {', '.join(known)}." if known else "No plan is stored here yet."
    raise Refused(f"There is no plan “{reference}”. {there}")
