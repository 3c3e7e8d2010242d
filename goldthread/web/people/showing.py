"""What pages show of people, as parts."""

from django.conf import settings
from django.urls import reverse

from goldthread.common.text import words_in_list
from goldthread.models import Person
from goldthread.queries.people import Steps, directory_number
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission
from goldthread.web.tags.parts import Fact


def facts(person: Person, who: Acting, *, manages: bool) -> list[Fact]:
    """What is known of a person, each with a way to change it for those who may. The note is for administrators."""
    href = reverse("person_change", args=[person.pk]) if manages else None
    shown = [
        Fact(key="Name", value=person.name, href=href),
        Fact(key="Job title", value=person.job_title, href=href),
        Fact(key="Organisation", value=person.organisation.name, href=href),
        Fact(key="E-mail address", value=person.email, href=href),
    ]
    if permissions.can(who, Permission.ACCOUNTS_MANAGE):
        shown.append(Fact(key="Note", value=person.note, href=href, none="None"))
    return shown


def account(person: Person, steps: Steps, *, manages: bool) -> list[Fact]:
    """What an administrator sees of an account."""
    href = reverse("person_directory", args=[person.pk]) if manages and settings.SOCIALACCOUNT_PROVIDERS else None
    directory = [Fact(key="Number in the directory", value=directory_number(person), href=href)] if settings.SOCIALACCOUNT_PROVIDERS else []
    return [
        Fact(key="Account", value=account_words(person)),
        Fact(key="Password", value="set" if person.has_usable_password() else "not set yet"),
        Fact(key="Second steps", value=step_words(steps) or "none"),
        *directory,
        Fact(key="Last signed in", value=person.last_login, none="never"),
    ]


def account_words(person: Person) -> str:
    """Whether somebody can sign in as the person."""
    if not person.is_active:
        return "closed"
    return "open" if person.email else "none: there is no e-mail address"


def step_words(steps: Steps) -> str:
    """``authenticator app, 2 passkeys and 9 recovery codes``; nothing when there is none."""
    app = "authenticator app" if steps.app else ""
    keys = f"{steps.passkeys} passkey{'s' if steps.passkeys > 1 else ''}" if steps.passkeys else ""
    codes = f"{steps.codes} recovery codes" if steps.codes is not None else ""
    return words_in_list(filter(None, [app, keys, codes]))
