"""People, as far as a reader may see: the list, one person, what they hold, what they lead, what they sign in with."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from goldthread.models import Action, Lead, Membership, Person, Role
from goldthread.queries import boards, plans
from goldthread.rules import permissions
from goldthread.rules.acting import Acting, held_on
from goldthread.rules.permissions import Permission

ORDERS: Final = {
    "name": ("name",),
    "job_title": ("job_title", "name"),
    "organisation": ("organisation__name", "name"),
    "signed_in": (F("last_login").asc(nulls_first=True), "name"),
}
"""What the list can be ordered by. ``signed_in`` is for administrators: when people come and go is nobody else's business."""
CLOSED, OPEN, NOBODY = "closed", "open", "none"
"""Accounts that are closed, that can be signed in to, and people without an address, who cannot sign in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Filters of the list; empty ones do not filter. words: in name, job title or address. account: ``OPEN``, ``CLOSED`` or ``NOBODY``."""

    words: str = ""
    role: str = ""
    organisation: int | None = None
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role that a person holds, held or will hold. lets: what it lets one do, in the words of the table of permissions."""

    role: Role
    is_now: bool
    is_over: bool
    lets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What somebody signs in with beside the password. codes: recovery codes not used yet; None where there are none."""

    app: bool
    passkeys: int
    codes: int | None

    @property
    def any(self) -> bool:
        """Whether the password alone does not sign in."""
        return self.app or self.passkeys > 0


def visible_to(who: Acting) -> QuerySet[Person]:
    """Everybody for administrators; open accounts for those who may look people up; oneself always."""
    people = Person.objects.select_related("organisation")
    if permissions.can(who, Permission.ACCOUNTS_MANAGE):
        return people
    if permissions.can(who, Permission.PEOPLE_READ):
        return people.filter(Q(is_active=True) | Q(pk=who.person.pk))
    return people.filter(pk=who.person.pk)


def found(who: Acting, wanted: Wanted, order: str = "name") -> QuerySet[Person]:
    """The list, each with today's roles in ``roles_now``. order: of ``ORDERS``, with ``-`` before it for the last first."""
    people = _filtered(visible_to(who), wanted, who)
    now = Prefetch("roles", Role.objects.filter(held_on(who.on)).order_by("kind"), to_attr="roles_now")
    return people.prefetch_related(now).order_by(*_order(order), "pk")


def _filtered(people: QuerySet[Person], wanted: Wanted, who: Acting) -> QuerySet[Person]:
    for word in wanted.words.split():
        people = people.filter(Q(name__icontains=word) | Q(job_title__icontains=word) | Q(email__icontains=word))
    if wanted.role:
        people = people.filter(Exists(Role.objects.filter(held_on(who.on), person=OuterRef("pk"), kind=wanted.role)))
    if wanted.organisation:
        people = people.filter(organisation_id=wanted.organisation)
    return people.filter(_OF_ACCOUNT[wanted.account]) if wanted.account in _OF_ACCOUNT else people


_OF_ACCOUNT = {OPEN: Q(is_active=True, email__isnull=False), CLOSED: Q(is_active=False), NOBODY: Q(is_active=True, email__isnull=True)}


def _order(order: str) -> list[Any]:
    fields = ORDERS.get(order.removeprefix("-"), ORDERS["name"])
    if not order.startswith("-"):
        return list(fields)
    return [F("last_login").desc(nulls_last=True) if not isinstance(field, str) else f"-{field}" for field in fields]


def lets(kind: str) -> tuple[str, ...]:
    """What a role lets one do."""
    return tuple(grant.doing for name, grant in permissions.TABLE.items() if kind in grant.roles and name != Permission.SIGNED_IN)


def roles_of(person: Person, on: date) -> tuple[Held, ...]:
    """Every role of the person: those held on the day, then those to come, then those that are over, the last first."""
    held = [
        Held(
            role=role,
            is_now=role.starts_on <= on and (role.ends_on is None or role.ends_on >= on),
            is_over=role.ends_on is not None and role.ends_on < on,
            lets=lets(role.kind),
        )
        for role in Role.objects.filter(person=person).select_related("organisation", "person").order_by("-starts_on", "kind")
    ]
    return tuple(sorted(held, key=lambda one: (not one.is_now, one.is_over)))


def memberships_of(person: Person, who: Acting) -> QuerySet[Membership]:
    """The boards that the person sits on, as far as the reader sees boards."""
    seen = Membership.objects.filter(held_on(who.on), person=person, board__in=boards.visible_to(who))
    return seen.select_related("board").order_by("board__name")


def led_by(person: Person, who: Acting) -> QuerySet[Action]:
    """The actions that the person leads on the day, as far as the reader sees them."""
    started = Q(starts_on__isnull=True) | Q(starts_on__lte=who.on)
    leads = Lead.objects.filter(started & (Q(ends_on__isnull=True) | Q(ends_on__gte=who.on)), person=person)
    return plans.actions_visible_to(who).filter(pk__in=leads.values("action")).order_by("item__plan", "item__order", "order")


def steps_of(person: Person) -> Steps:
    """The person's second steps. For the person and for administrators."""
    held = list(Authenticator.objects.filter(user=person))
    kinds = [one.type for one in held]
    codes = next((one.wrap() for one in held if one.type == Authenticator.Type.RECOVERY_CODES), None)
    return Steps(
        app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        codes=len(codes.get_unused_codes()) if codes else None,
    )


def directory_number(person: Person) -> str:
    """By which number the council's directory knows the person; nothing when the two are not joined. For administrators."""
    return SocialAccount.objects.filter(user=person).values_list("uid", flat=True).first() or ""
