"""What the search looks through. The words are indexed by each database's own full-text search (migrations)."""

from django.db import models

from goldthread.models.fields import words


class SearchEntry(models.Model):
    """The words of one thing. Who may find it is decided by the thing itself, never by this row."""

    kind = models.CharField(max_length=30)
    object_id = models.PositiveBigIntegerField()
    title = words()
    body = words()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "object_id"], name="searchentry_once"),)

    class Privacy:
        internal = frozenset({"id", "kind", "object_id"})
        personal = frozenset({"title", "body"})
