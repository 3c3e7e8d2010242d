"""Boards: people meeting, whatever the body calls itself."""

from django.db import models
from django.db.models import Q

from goldthread.models.fields import ends_after_it_starts, names, one_of
from goldthread.models.organisation import Organisation
from goldthread.models.person import Person


class Board(models.Model):
    """A board, committee, panel or group. aliases: other names that papers use for the same body.

    cadence: ``monthly``, ``bi-monthly``, ``quarterly``…; empty when nobody has said.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="boards")
    name = models.CharField(max_length=200)
    aliases = names()
    chair = models.CharField(max_length=200, blank=True, default="")
    cadence = models.CharField(max_length=60, blank=True, default="")
    purpose = models.TextField(blank=True, default="")
    meets_in_public = models.BooleanField(default=False)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=["organisation", "name"], name="board_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="board_has_name"),
        )

    class Privacy:
        open = frozenset({"id", "organisation", "name", "aliases", "cadence", "purpose", "meets_in_public"})
        personal = frozenset({"chair"})

    def __str__(self) -> str:
        return self.name


class MembershipCapacity(models.TextChoices):
    """How somebody sits on a board."""

    CHAIR = "chair", "Chair"
    MEMBER = "member", "Member"
    CO_OPTEE = "co_optee", "Co-optee"
    OBSERVER = "observer", "Observer"
    ALTERNATE = "alternate", "Alternate"
    SECRETARY = "secretary", "Secretary"


class Membership(models.Model):
    """Who sits on a board, in which capacity, from when to when."""

    Capacity = MembershipCapacity

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    capacity = models.CharField(max_length=20, choices=MembershipCapacity, default=MembershipCapacity.MEMBER)
    alternate_for = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="alternates")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("board", "person__name")
        constraints = (
            one_of("membership", "capacity", MembershipCapacity.values),
            ends_after_it_starts("membership"),
            models.UniqueConstraint(fields=["board", "person"], condition=Q(ends_on__isnull=True), name="membership_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(alternate_for__isnull=True) | Q(capacity="alternate"), name="membership_alternate_for_somebody"
            ),
        )

    class Privacy:
        internal = frozenset({"id", "board", "capacity", "starts_on", "ends_on"})
        personal = frozenset({"person", "alternate_for"})
