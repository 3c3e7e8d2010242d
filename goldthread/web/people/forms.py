"""What is asked about people, their roles and their organisations. Whether it can be is for the rules."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from goldthread.models import Organisation, Role
from goldthread.queries.people import CLOSED, NOBODY, OPEN, Wanted
from goldthread.web.forms.dates import DayField
from goldthread.web.tags.parts import Link

_WIDE = {"class": "govuk-input--width-20"}
_ACCOUNTS = {OPEN: "Open", CLOSED: "Closed", NOBODY: "No address, cannot sign in"}
_REASON = 500


class PeopleFilter(forms.Form):
    """Which people are shown. State in the address; what is not known narrows nothing."""

    words = forms.CharField(label="Name, job title or address", required=False, max_length=200)
    role = forms.ChoiceField(label="Role today", required=False, choices=[("", "Any"), *Role.Kind.choices])
    organisation = forms.ChoiceField(label="Organisation", required=False)
    account = forms.ChoiceField(label="Account", required=False, choices=[("", "Any"), *_ACCOUNTS.items()])

    def __init__(self, data: QueryDict, organisations: dict[int, str], *, manages: bool) -> None:
        super().__init__(data)
        self._query = data
        self.fields["organisation"].choices = [("", "Any"), *((str(pk), name) for pk, name in organisations.items())]  # type: ignore[attr-defined]
        if not manages:
            del self.fields["account"]
        self.full_clean()

    def wanted(self) -> Wanted:
        """The filters in force."""
        found = self.cleaned_data
        chosen = found.get("organisation")
        return Wanted(
            words=found.get("words", ""),
            role=found.get("role", ""),
            organisation=int(chosen) if chosen else None,
            account=found.get("account", ""),
        )

    def tags(self) -> list[Link]:
        """The filters in force, each with the address without it."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        return [
            Link(text=f"{self.fields[name].label}: {self._told(name, value)}", href=self._without(name)) for name, value in chosen.items()
        ]

    def _told(self, name: str, value: str) -> str:
        return str(dict(getattr(self.fields[name], "choices", ())).get(value, value))

    def _without(self, name: str) -> str:
        query = self._query.copy()
        for gone in (name, "page"):
            query.pop(gone, None)
        return f"?{query.urlencode()}"


class PersonForm(forms.Form):
    """What is known of a person."""

    name = forms.CharField(
        label="Name", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}), error_messages={"required": "Enter a name"}
    )
    email = forms.EmailField(
        label="E-mail address",
        help_text="Of their work. They sign in with it. Without one they can be named as a lead and cannot sign in",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    job_title = forms.CharField(
        label="Job title",
        help_text="As plans print it, such as Head of Safeguarding: leads are recognised by it",
        required=False,
        max_length=200,
    )
    organisation = forms.ModelChoiceField(
        label="Organisation", queryset=Organisation.objects.all(), empty_label=None, error_messages={"required": "Choose an organisation"}
    )
    note = forms.CharField(
        label="Note", help_text="For administrators only", required=False, max_length=_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )


class OrganisationForm(forms.Form):
    """Another organisation that people can belong to."""

    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Enter a name"})
    kind = forms.ChoiceField(
        label="What it is to the service",
        widget=forms.RadioSelect,
        choices=Organisation.Kind.choices,
        error_messages={"required": "Choose what it is"},
    )


class RoleForm(forms.Form):
    """A role from a day, perhaps to a day."""

    kind = forms.ChoiceField(
        label="Role", choices=[("", "Choose a role"), *Role.Kind.choices], error_messages={"required": "Choose a role"}
    )
    organisation = forms.ModelChoiceField(
        label="At", queryset=Organisation.objects.filter(kind=Organisation.Kind.COUNCIL), empty_label=None
    )
    starts_on = DayField(label="From", help_text="Today, or a day to come, such as 27 3 2026")
    ends_on = DayField(label="Last day", help_text="An inspector’s role always has one", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        councils = list(self.fields["organisation"].queryset)  # type: ignore[attr-defined]
        if len(councils) == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = councils[0]


class EndRoleForm(forms.Form):
    """When a role ends."""

    NOW, LATER = "now", "later"
    when = forms.ChoiceField(
        label="When does it end?",
        widget=forms.RadioSelect,
        choices=[(NOW, "Now: it is gone at once"), (LATER, "On a day: that is its last")],
        initial=NOW,
        error_messages={"required": "Choose when it ends"},
    )
    last = DayField(label="Last day", help_text="If it ends on a day, such as 27 3 2026", required=False)

    def clean(self) -> dict[str, Any]:
        """A day where one is asked for."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("when") == self.LATER and not given.get("last") and "last" not in self.errors:
            self.add_error("last", "Enter the last day, for example 27 3 2026")
        return given

    def last_day(self) -> date | None:
        """The last day; None for now."""
        given: date | None = self.cleaned_data["last"] if self.cleaned_data["when"] == self.LATER else None
        return given


class DirectoryForm(forms.Form):
    """By which number the council's directory knows somebody."""

    number = forms.CharField(
        label="Number in the directory",
        help_text="The person reads it when they try to sign in by the directory. Leave it empty to part the two",
        required=False,
        max_length=191,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class WhyForm(forms.Form):
    """A reason, for the history."""

    why = forms.CharField(
        label="Why?",
        help_text="For whoever reads the history later. No names of children and nothing about anybody’s health",
        max_length=_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why, in a sentence"},
    )
