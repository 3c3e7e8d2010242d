"""allauth's forms in this site's words. What they check stays allauth's; every password that is asked for counts as a guess."""

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as steps
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest

from goldthread.operations import accounts

_WIDE, _NARROW = "govuk-input--width-20", "govuk-input--width-10"
_ADDRESS = "E-mail address"
_NEW_HINT = "At least 12 characters. Three words that nobody would guess make a good one; a password manager makes a better one."


def _address_field() -> forms.EmailField:
    box = forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false", "class": _WIDE})
    return forms.EmailField(label=_ADDRESS, widget=box, error_messages={"required": "Enter your e-mail address"})


def _password_field(label: str, *, kind: str = "current-password", hint: str = "", missing: str = "Enter your password") -> forms.CharField:
    """kind: what a browser fills in, ``current-password`` or ``new-password``."""
    box = forms.PasswordInput(attrs={"autocomplete": kind, "class": _WIDE})
    return forms.CharField(label=label, strip=False, widget=box, help_text=hint, error_messages={"required": missing})


def _code_field(hint: str) -> forms.CharField:
    box = forms.TextInput(attrs={"autocomplete": "one-time-code", "class": _NARROW, "spellcheck": "false"})
    return forms.CharField(label="Code", widget=box, help_text=hint, max_length=20, error_messages={"required": "Enter the code"})


class SignInForm(account.LoginForm):
    """Address and password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"] = _address_field()
        self.fields["password"] = _password_field("Password")
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """Small letters, as addresses are kept."""
        return str(self.cleaned_data["login"]).strip().lower()


class ForgottenForm(account.ResetPasswordForm):
    """The address that gets a link. Whether somebody has it makes no difference to what is done and said here."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"] = _address_field()

    def clean_email(self) -> str:
        """Small letters, as addresses are kept. Nothing is looked up yet."""
        return str(self.cleaned_data["email"]).strip().lower()

    def save(self, request: HttpRequest, **_: Any) -> str:
        """Asks for the link."""
        email = str(self.cleaned_data["email"])
        accounts.forgotten(email=email, site=request.build_absolute_uri("/").rstrip("/"))
        return email


class _NewPasswords(forms.Form):
    """A new password, typed twice."""

    user: Any

    def _ask(self) -> None:
        self.fields["password1"] = _password_field("New password", kind="new-password", hint=_NEW_HINT, missing="Enter a new password")
        self.fields["password2"] = _password_field("New password again", kind="new-password", missing="Enter the new password again")

    def clean_password1(self) -> str:
        """Long enough, not common, not the person's own name."""
        password = str(self.cleaned_data["password1"])
        validate_password(password, self.user)
        return password


class NewPasswordForm(_NewPasswords, account.ResetPasswordKeyForm):
    """Set by the link of an e-mail."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._ask()


class ChangePasswordForm(_NewPasswords, account.ChangePasswordForm):
    """Changed by somebody who is signed in and knows the old one."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["oldpassword"] = _password_field("Current password", missing="Enter your current password")
        self._ask()

    def clean_oldpassword(self) -> str:
        """The current password, counted as a sign-in is: an open screen is no place to guess it."""
        password = str(self.cleaned_data["oldpassword"])
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("enter_current_password")
        return password


class ConfirmForm(account.ReauthenticateForm):
    """The password again, before something that matters."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password"] = _password_field("Password")


class CodeForm(steps.AuthenticateForm):
    """The second step of signing in."""

    code = _code_field("Six figures from your authenticator app, or one of your recovery codes")


class CodeAgainForm(steps.ReauthenticateForm):
    """A code again, before something that matters."""

    code = _code_field("Six figures from your authenticator app, or one of your recovery codes")


class AddAppForm(ActivateTOTPForm):
    """Proves that the app has the secret."""

    code = _code_field("Six figures that the app shows now")


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey: it stands for both steps, so the device must ask who holds it. Filled in by ``static/js/passkeys.js``."""

    name = forms.CharField(label="Name of the passkey", required=False, max_length=80, help_text="Such as: office laptop, blue key")
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def clean_name(self) -> str:
        """Its name, or one that says how many there are."""
        return str(super().clean_name())[:80]


class NamePasskeyForm(EditWebAuthnForm):
    """Another name."""

    name = forms.CharField(label="Name of the passkey", max_length=80, error_messages={"required": "Enter a name"})
