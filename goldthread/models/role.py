"""What a person is to the service, from a day and perhaps to a day."""

from django.db import models
from django.db.models import Q

from goldthread.models.fields import ends_after_it_starts, one_of
from goldthread.models.organisation import Organisation
from goldthread.models.person import Person


class RoleKind(models.TextChoices):
    """The roles of people, in the order of the page on people."""

    IMPROVEMENT_MANAGER = "improvement_manager", "Improvement manager"
    DIRECTOR = "director", "Director of children’s services"
    HEAD_OF_SERVICE = "head_of_service", "Head of service"
    ACTION_LEAD = "action_lead", "Action lead"
    PARTNER_LEAD = "partner_lead", "Partner lead"
    QUALITY_ASSURANCE_OFFICER = "quality_assurance_officer", "Quality assurance officer"
    DATA_ANALYST = "data_analyst", "Data analyst"
    TEAM_MANAGER = "team_manager", "Team manager"
    BOARD_SECRETARY = "board_secretary", "Board secretary"
    BOARD_MEMBER = "board_member", "Board member"
    LEAD_MEMBER = "lead_member", "Lead member"
    SCRUTINY_COUNCILLOR = "scrutiny_councillor", "Scrutiny councillor"
    DESIGNATED_OFFICER = "designated_officer", "Designated officer"
    INDEPENDENT_REVIEWING_OFFICER = "independent_reviewing_officer", "Independent reviewing officer"
    COMPLAINTS_MANAGER = "complaints_manager", "Complaints manager"
    INSPECTOR = "inspector", "Inspector"
    ADMINISTRATOR = "administrator", "Administrator"


class Role(models.Model):
    """One role of one person at one council. ends_on: the last day that it is held; an inspector's is always set."""

    Kind = RoleKind

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=40, choices=Kind)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roles")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("person", "kind", "starts_on")
        constraints = (
            one_of("role", "kind", RoleKind.values),
            ends_after_it_starts("role"),
            models.UniqueConstraint(
                fields=["person", "kind", "organisation"], condition=Q(ends_on__isnull=True), name="role_held_once_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(kind="inspector") | Q(ends_on__isnull=False), name="role_inspector_has_an_end"),
        )

    class Privacy:
        internal = frozenset({"id", "kind", "organisation", "starts_on", "ends_on"})
        personal = frozenset({"person"})

    def __str__(self) -> str:
        return self.get_kind_display()
