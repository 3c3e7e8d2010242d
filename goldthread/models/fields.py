"""Columns that several models share."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import F, Q

EMPTY: dict[str, Any] = {}


def words(**options: Any) -> "models.TextField[str, str]":
    """A text that may be empty; never NULL, so that one thing is not written in two ways."""
    return models.TextField(blank=True, default="", **options)


def maybe_words(**options: Any) -> "models.TextField[str | None, str | None]":
    """A text of a document that may be absent there (NULL) or present and empty."""
    return models.TextField(null=True, blank=True, **options)


def place() -> "models.JSONField[dict[str, Any], dict[str, Any]]":
    """Where in the document the value stood, in the form of ``common.places.Place``; empty when it came from a person."""
    return models.JSONField(default=dict, blank=True)


def names() -> "models.JSONField[list[str], list[str]]":
    """A list of words in their order."""
    return models.JSONField(default=list, blank=True)


def in_order(model: str, *owners: str) -> models.UniqueConstraint:
    """Things under one owner have places of their own."""
    return models.UniqueConstraint(fields=[*owners, "order"], name=f"{model}_in_order")


def both_or_neither(model: str, first: str, second: str) -> models.CheckConstraint:
    """Two columns are filled together or not at all."""
    held = Q(**{f"{first}__isnull": False, f"{second}__isnull": False}) | Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
    return models.CheckConstraint(condition=held, name=f"{model}_{first}_with_{second}")


def ends_after_it_starts(model: str, start: str = "starts_on", end: str = "ends_on") -> models.CheckConstraint:
    """A period does not end before it starts."""
    return models.CheckConstraint(
        condition=Q(**{f"{end}__isnull": True}) | Q(**{f"{start}__isnull": True}) | Q(**{f"{end}__gte": F(start)}),
        name=f"{model}_ends_after_start",
    )


def one_of(model: str, field: str, values: Sequence[str]) -> models.CheckConstraint:
    """A column holds one of these words."""
    return models.CheckConstraint(condition=Q(**{f"{field}__in": list(values)}), name=f"{model}_{field}_known")
