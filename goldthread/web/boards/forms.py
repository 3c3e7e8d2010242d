"""What is asked about boards and their members."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse

from goldthread.common.text import squeeze
from goldthread.models import Board, Membership, Person, Plan
from goldthread.operations.boards import Facts
from goldthread.web.forms.dates import DayField
from goldthread.web.tags.parts import Link

Capacity = Membership.Capacity


class RegisterFilter(forms.Form):
    """Which boards of the register are shown. State in the address; what is not known narrows nothing."""

    named = forms.CharField(label="Name or other name", required=False, max_length=200)
    plan = forms.ChoiceField(label="Watches the plan", required=False)
    without_cadence = forms.BooleanField(label="Nobody has said how often it meets", required=False)

    def __init__(self, data: QueryDict, plans: list[Plan]) -> None:
        super().__init__(data)
        self._query = data
        self._plans = {plan.reference: str(plan) for plan in plans}
        self.fields["plan"].choices = [("", "Any plan"), *self._plans.items()]  # type: ignore[attr-defined]
        self.full_clean()

    def chosen(self) -> dict[str, Any]:
        """Arguments of ``queries.boards.register``."""
        found = self.cleaned_data
        return {name: found[name] for name in ("named", "plan", "without_cadence") if found.get(name)}

    def tags(self) -> list[Link]:
        """The filters in force, each with the address without it."""
        words = {"named": "Name: {}", "plan": "Plan: {}", "without_cadence": "No cadence"}
        return [
            Link(text=words[name].format(self._plans.get(str(value), value)), href=self._without(name))
            for name, value in self.chosen().items()
        ]

    def _without(self, name: str) -> str:
        query = self._query.copy()
        for gone in (name, "page"):
            query.pop(gone, None)
        return f"?{query.urlencode()}"


class BoardForm(forms.Form):
    """What the register says of a board."""

    name = forms.CharField(label="Name", help_text="As its own papers print it", max_length=200)
    aliases = forms.CharField(
        label="Other names",
        help_text="Other names that plans and papers use for the same people, one on each line",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    chair = forms.CharField(label="Chair", help_text="A post, or a name where there is none", required=False, max_length=200)
    cadence = forms.CharField(
        label="How often it meets",
        help_text="For example monthly, every six weeks or quarterly. Leave it empty while nobody has said",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )
    purpose = forms.CharField(label="What it is for", required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=2000)
    meets_in_public = forms.BooleanField(label="It meets in public", required=False)

    def clean_aliases(self) -> list[str]:
        """The names, one of each line."""
        return [squeeze(line) for line in self.cleaned_data["aliases"].splitlines() if line.strip()]

    @staticmethod
    def initial_of(facts: Facts) -> dict[str, Any]:
        """What stands in the form for a board of the register."""
        fields = {name: getattr(facts, name) for name in ("name", "chair", "cadence", "purpose", "meets_in_public")}
        return {**fields, "aliases": "\n".join(facts.aliases)}


class _PersonField(forms.ModelChoiceField):
    """A person by name, job and organisation."""

    def label_from_instance(self, obj: Person) -> str:
        return ", ".join(filter(None, [obj.name, obj.job_title, str(obj.organisation)]))


class MemberForm(forms.Form):
    """Who sits on a board, as what, from when to when."""

    person = _PersonField(label="Person", queryset=Person.objects.none(), empty_label="Choose a person")
    capacity = forms.ChoiceField(label="Capacity", choices=Capacity.choices, initial=Capacity.MEMBER, widget=forms.RadioSelect)
    alternate_for = _PersonField(
        label="Alternate for",
        help_text="For an alternate: whose seat it is. Leave it out where alternates sit for anybody",
        queryset=Person.objects.none(),
        required=False,
        empty_label="Nobody in particular",
    )
    starts_on = DayField(label="First day")
    ends_on = DayField(label="Last day", help_text="Leave it empty for a membership without an end", required=False)

    def __init__(self, *args: Any, people: Any, seated: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["alternate_for"].queryset = seated  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """When a membership ends, and why."""

    ends_on = DayField(label="Last day", help_text="The last day on which the person sits on the board")
    why = forms.CharField(label="Why", help_text="A few words for the history", required=False, max_length=300)


class AliasForm(forms.Form):
    """Which board of the register a printed name means."""

    board = forms.ModelChoiceField(label="Which board is it?", queryset=Board.objects.none(), empty_label="Choose a board")

    def __init__(self, *args: Any, boards: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]


def add_address(name: str) -> str:
    """Where a board is added, its name filled in."""
    return f"{reverse('board_add')}?{_query(name=name)}"


def alias_address(name: str) -> str:
    """Where a printed name is said to mean a board of the register."""
    return f"{reverse('board_alias')}?{_query(name=name)}"


def _query(**values: str) -> str:
    query = QueryDict(mutable=True)
    query.update(values)
    return query.urlencode()


def first_day(on: date) -> dict[str, Any]:
    """What stands in the form of a new member."""
    return {"starts_on": on, "capacity": Capacity.MEMBER}
