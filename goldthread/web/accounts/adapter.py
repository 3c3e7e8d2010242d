"""How allauth is bent to our rules: nobody signs up, an account of the council's directory must be known already."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from goldthread.models import Person


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False


class SecondStepAdapter(DefaultMFAAdapter):
    """Second steps: one-time codes and passkeys."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Whom a passkey is for: the host that the reader sees."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": "Goldthread"}


class DirectoryAdapter(DefaultSocialAccountAdapter):
    """People of the council's directory. An account is joined by the directory's own number for a person, never by e-mail alone."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 - allauth's signature
        """Never: an administrator adds the person first."""
        return False


def display(person: Person) -> str:
    """How allauth names somebody."""
    return person.name
