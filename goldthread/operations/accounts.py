"""What keeps an account its owner's: the password, the link that sets one, second steps. Each change is in the history; the owner is told.

E-mails are sent beside the request: how long that takes must not show whether an account exists. A task keeps the person's number only,
so that no link ever stands in the database.
"""

from datetime import timedelta
from typing import Final

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.http import base36_to_int, int_to_base36
from django_tasks import task

from goldthread.models import Person
from goldthread.operations import history
from goldthread.operations.history import Verb
from goldthread.queries import states
from goldthread.rules import people as rules
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotPossible

FIRST: Final = timedelta(days=3)
"""How long the link lasts by which a new account gets its first password (setting ``PASSWORD_RESET_TIMEOUT``)."""
AGAIN: Final = timedelta(hours=1)
"""How long it lasts where a password is there to be lost."""
DIRECTORY: Final = "council"
"""What settings call the one directory (``settings/oidc.py``)."""
_NOBODY = 0


class Links(PasswordResetTokenGenerator):
    """Keys of links. One dies when it was used, when its owner signs in, gets another address or is closed out, and with its time."""

    def check_token(self, user: Person | None, token: str | None) -> bool:
        """Whether the key is this person's and still lives."""
        if user is None or token is None or not user.is_active or not super().check_token(user, token):
            return False
        return not user.has_usable_password() or self._age(token) <= AGAIN

    def _age(self, token: str) -> timedelta:
        made = base36_to_int(token.partition("-")[0])
        return timedelta(seconds=self._num_seconds(self._now()) - made)


def password_link(person: Person) -> str:
    """The path at which the person sets a password, once."""
    key = {"uidb36": int_to_base36(person.pk), "key": Links().make_token(person)}
    return reverse("account_reset_password_from_key", kwargs=key)


@transaction.atomic
def send_link(*, person: Person, by: Acting, site: str) -> None:
    """An administrator has the link sent. site: ``https://goldthread.example``. Raises NotAllowed, NotPossible."""
    rules.check_can_send_link(by, person)
    _note(person, by.person, "Link to set a password sent")
    transaction.on_commit(lambda: mail_link.enqueue(person.pk, site))


@transaction.atomic
def forgotten(*, email: str, site: str) -> None:
    """Somebody who is not signed in asks for the link. The same is done, and takes as long, when nobody has the address."""
    person = Person.objects.filter(email__iexact=email.strip(), is_active=True).first()
    number = person.pk if person else _NOBODY
    transaction.on_commit(lambda: mail_link.enqueue(number, site))


@transaction.atomic
def set_password(*, person: Person, password: str) -> None:
    """The owner sets a password. Every other session of theirs ends, since each is bound to the password that it began with."""
    person.set_password(password)
    person.save(update_fields=["password"])
    _note(person, person, "Password set")
    _tell_after_commit(person, "password")


@transaction.atomic
def second_step_changed(*, person: Person, what: str) -> None:
    """The owner added, renewed or removed a second step. what: ``Passkey added``."""
    _note(person, person, what)
    _tell_after_commit(person, "second_step")


@transaction.atomic
def remove_second_steps(*, person: Person, by: Acting, why: str) -> None:
    """For somebody who lost their telephone or key: the password alone signs in again, and every session ends."""
    rules.check_can_remove_second_steps(by, person)
    Authenticator.objects.filter(user=person).delete()
    Person.objects.filter(pk=person.pk).update(permission_version=F("permission_version") + 1)
    _note(person, by.person, f"Second steps taken away: {rules.check_reason(why)}")
    _tell_after_commit(person, "second_step")


@transaction.atomic
def join_directory(*, person: Person, number: str, by: Acting) -> None:
    """The person signs in by the council's directory, which knows them by that number; without a number, no longer.

    Raises NotAllowed for oneself, NotPossible when the number is somebody else's.
    """
    rules.check_can_manage(by, person)
    taken = SocialAccount.objects.filter(provider=DIRECTORY, uid=number.strip()).exclude(user=person).select_related("user").first()
    if number.strip() and taken:
        raise NotPossible(f"The directory’s number is that of {taken.user} already. Ask them both which one is theirs.")
    SocialAccount.objects.filter(user=person, provider=DIRECTORY).delete()
    if number.strip():
        SocialAccount.objects.create(user=person, provider=DIRECTORY, uid=number.strip())
    _note(person, by.person, "Joined to the directory" if number.strip() else "Parted from the directory")


def address_changed(*, person: Person, before: str) -> None:
    """The address before is told, after the transaction: a change that its owner did not want is seen there."""
    transaction.on_commit(lambda: mail_words.enqueue(person.pk, "address", before))


def _note(person: Person, by: Person, what: str) -> None:
    found = Person.objects.get(pk=person.pk)  # a request hands over a stand-in for the person
    history.record(Verb.PERSON_CHANGED, found, by=found if by.pk == found.pk else by, before=states.of(found), why=what)


def _tell_after_commit(person: Person, what: str) -> None:
    transaction.on_commit(lambda: mail_words.enqueue(person.pk, what, ""))


@task()
def mail_link(person_id: int, site: str) -> None:
    """Sends the link that sets a password, made only now."""
    person = Person.objects.filter(pk=person_id, is_active=True).exclude(email__isnull=True).first()
    if person is None or not person.email:
        return
    again = person.has_usable_password()
    why, lasts, else_ = _FORGOTTEN if again else _NEW
    lines = [f"Hello {person.name},", why, f"To set your password, open this address. It works once, within {lasts}:"]
    send_mail(
        "Set your password for Goldthread", "\n\n".join([*lines, f"{site}{password_link(person)}", else_]) + "\n", None, [person.email]
    )


@task()
def mail_words(person_id: int, what: str, address: str) -> None:
    """Tells somebody what has changed about their account. address: where to, when not their own."""
    person = Person.objects.filter(pk=person_id).first()
    to = address or (person.email if person else None)
    if person is None or not to:
        return
    subject, words = _TOLD[what]
    send_mail(subject, "\n\n".join([f"Hello {person.name},", words, _NOT_YOU]) + "\n", None, [to])


_NEW: Final = (
    "There is an account for you in Goldthread, the record of your council’s improvement plan.",
    "three days",
    "After that, ask an administrator for a new one.",
)
_FORGOTTEN: Final = (
    "A new password was asked for, for your account in Goldthread.",
    "an hour",
    "If you did not ask for this, do nothing: your password stays as it is.",
)
_NOT_YOU: Final = "If this was not you, tell an administrator of Goldthread at your council at once."
_TOLD: Final = {
    "password": ("Your password for Goldthread was set", "The password of your account in Goldthread was set just now."),
    "second_step": (
        "Your second steps for Goldthread changed",
        "A second step of your account in Goldthread was added or taken away just now.",
    ),
    "address": (
        "Your address for Goldthread changed",
        "An administrator has changed the e-mail address that you sign in to Goldthread with.",
    ),
}
"""Subject and words of each thing that an account's owner is told. No names of plans, actions or children, ever."""
