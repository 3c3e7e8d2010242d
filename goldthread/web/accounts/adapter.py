"""How allauth is bent to our rules: nobody signs up, an account of the council's directory must be known already, guesses are counted."""

import base64
import hashlib
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from goldthread.models import Person
from goldthread.operations import accounts
from goldthread.web.accounts import lockout

_WORDS = {
    **DefaultAccountAdapter.error_messages,
    "email_password_mismatch": "The e-mail address or the password is not right. Check both; after five wrong ones you have to wait",
    "enter_current_password": "This is not your current password",
    "incorrect_password": "This is not your password",
    "incorrect_code": "This code is not right, or it has run out. Enter the one that is shown now",
}
_STEP_WORDS = {
    **DefaultMFAAdapter.error_messages,
    "incorrect_code": "This code or key is not right, or it has run out. Try once more",
}
_TOO_MANY = frozenset({"too_many_login_attempts", "rate_limited"})


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators. Too many guesses end in one page, whatever was guessed."""

    error_messages = _WORDS

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """The error of a form; when too much was tried, the page that says so instead."""
        if code in _TOO_MANY:
            raise ImmediateHttpResponse(lockout.too_many_guesses(context.request))
        found: ValidationError = super().validation_error(code, *args)
        return found

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Whether the password is the person's own; counted like a sign-in."""
        found = self.authenticate(context.request, email=cast(Person, user).email or "", password=password)
        return found is not None and found.pk == user.pk

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """By the operation, which tells the owner."""
        accounts.set_password(person=cast(Person, user), password=password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - allauth's signature
        """The person's own page."""
        return reverse("account")


class SecondStepAdapter(DefaultMFAAdapter):
    """Second steps: one-time codes and passkeys. Their secrets are kept under a key that is not in the database."""

    error_messages = _STEP_WORDS

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Whom a passkey is for: the host that the reader sees."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": "Goldthread"}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """``Passkey 2``."""
        return f"Passkey {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

    def encrypt(self, text: str) -> str:
        """Under the newest key."""
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Under the newest key or an older one (``SECRET_KEY_FALLBACKS``)."""
        return _lock().decrypt(encrypted_text.encode()).decode()


def _lock() -> MultiFernet:
    return MultiFernet([Fernet(_derived(str(key))) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _derived(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"goldthread second steps {key}".encode()).digest())


class DirectoryAdapter(DefaultSocialAccountAdapter):
    """People of the council's directory. An account is joined by the directory's own number for a person, never by e-mail alone."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never. The reader is told the number by which an administrator joins the two."""
        raise ImmediateHttpResponse(render(request, "account/signup_closed.html", {"number": sociallogin.account.uid}, status=403))


def display(person: Person) -> str:
    """How allauth names somebody."""
    return person.name
