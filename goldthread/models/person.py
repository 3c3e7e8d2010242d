"""People: those who sign in, and those whom a plan names and who do not."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from goldthread.models.fields import words
from goldthread.models.organisation import Organisation


class People(BaseUserManager["Person"]):
    """Finds people by the address they sign in with, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person with that address. Raises Person.DoesNotExist."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody with a job. Without an address nobody can sign in as them.

    permission_version: counts the changes of what this person may do; a session that began under an older number ends.
    """

    email = models.EmailField(max_length=254, null=True, blank=True, unique=True)
    name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True, default="")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="people")
    is_active = models.BooleanField(default=True)
    permission_version = models.PositiveIntegerField(default=1)
    note = words()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = People()

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(Lower("email"), name="person_email_once", condition=Q(email__isnull=False)),
            models.CheckConstraint(condition=~Q(name=""), name="person_has_name"),
        )

    class Privacy:
        internal = frozenset({"id", "organisation", "is_active", "permission_version", "last_login"})
        personal = frozenset({"email", "name", "job_title", "note"})
        secret = frozenset({"password"})

    def __str__(self) -> str:
        return self.name
