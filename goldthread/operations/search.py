"""Keeps what the search looks through in step with the records. Called by operations within their transaction; writes no history, since
everything here can be made again from the records."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from goldthread.models import SearchEntry
from goldthread.queries import indexed

_AT_ONCE = 500


def index(things: Iterable[Model]) -> None:
    """The things as they are now can be found; with a plan or an inspection, everything that stands under it."""
    for thing in things:
        _write(indexed.ahead(type(thing)).filter(pk=thing.pk))
        for rows in indexed.under(thing):
            _write(indexed.ahead(rows.model).filter(pk__in=rows.order_by().values("pk")))


def forget(things: Iterable[Model]) -> None:
    """The things, and what stands under them, are about to go and are found no longer."""
    for thing in things:
        for rows in (type(thing)._default_manager.filter(pk=thing.pk), *indexed.under(thing)):
            kind = indexed.KINDS[rows.model][0]
            SearchEntry.objects.filter(kind=kind, object_id__in=rows.order_by().values("pk")).delete()


@transaction.atomic
def rebuild() -> int:
    """Makes the whole index again from the records. Gives how many things can be found."""
    SearchEntry.objects.all().delete()
    for model in indexed.KINDS:
        _write(indexed.ahead(model))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO goldthread_searchwords(goldthread_searchwords) VALUES ('rebuild')")
    return SearchEntry.objects.count()


def _write(rows: QuerySet[Any]) -> None:
    left = rows.iterator(chunk_size=_AT_ONCE)
    while some := list(islice(left, _AT_ONCE)):
        SearchEntry.objects.bulk_create(
            map(indexed.entry, some),
            batch_size=_AT_ONCE,
            update_conflicts=True,
            unique_fields=["kind", "object_id"],
            update_fields=["title", "body"],
        )
