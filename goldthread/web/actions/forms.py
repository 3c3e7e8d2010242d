"""What people type about an action. Who may, and what can be, is for the rules; a form only reads."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from goldthread.common.dates import find_part_dates, last_day
from goldthread.common.text import squeeze
from goldthread.models import Action, Part, Person
from goldthread.operations.actions import NewLead
from goldthread.queries.actions import holders
from goldthread.reports.map.marks import Mark
from goldthread.rules.due_dates import spoken_dates
from goldthread.web.actions.fields import DatesField, TypedDates
from goldthread.web.forms.dates import DayField

_REASON = 1000
_REPEATS = ("weekly", "fortnightly", "monthly", "bi-monthly", "quarterly", "termly", "six-monthly", "annual")


class ChangeForm(forms.Form):
    """A change of one action. version: the state of the action that the person saw when they began."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def kept(self) -> dict[str, str]:
        """Everything typed, by the names under which it is sent again from the next page; all but the version."""
        names = [name for name in self.data if name not in ("csrfmiddlewaretoken", "step", "version", "confirmed")]
        return {name: str(self.data[name]) for name in names if str(self.data[name])}


class DueDateForm(ChangeForm):
    """When the action is due now, and why."""

    due = DatesField(
        label="When is it due now?",
        help_text="A day or a month, for example 31 May 2026, 31/05/2026, end of May 2026 or June 2026",
        error_messages={"required": "Enter when it is due now, a day or a month"},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20", "autocomplete": "off"}),
    )
    words = forms.CharField(
        label="Words for the plan",
        help_text="If the plan should say it otherwise, for example End of May 2026, after the inspection of the children’s home",
        required=False,
        max_length=200,
    )
    recurrence = forms.ChoiceField(label="Does it recur?", required=False)
    why = forms.CharField(
        label="Why does the date change?",
        help_text="One or two sentences that a board will understand. They stay on record beside the date.",
        error_messages={"required": "Say why the date changes"},
        max_length=_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, recurrence: str | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        repeats = dict.fromkeys([*_REPEATS, *([recurrence] if recurrence else [])])
        choices = [("", "No, it is done once"), *((name, f"Yes, {name}") for name in repeats)]
        self.fields["recurrence"].choices = choices  # type: ignore[attr-defined]

    def clean_words(self) -> str:
        """The words, which must not say another date than the one typed."""
        words, typed = squeeze(self.cleaned_data["words"]), self.cleaned_data.get("due")
        said = [found.value for found in find_part_dates(words)]
        if said and isinstance(typed, TypedDates) and max(map(last_day, said)) != max(map(last_day, typed.dates)):
            raise ValidationError(
                f"The words say {spoken_dates(said)} and the date above says {spoken_dates(typed.dates)}. "
                "Make the two agree, or leave the words out"
            )
        return words


class ConfirmForm(forms.Form):
    """Ticked where something has to be confirmed before it is done."""

    confirmed = forms.BooleanField(
        label="Set this date all the same", error_messages={"required": "Tick the box if the date is to be set all the same"}
    )


class RatingForm(ChangeForm):
    """A rating under the plan's own key; where the plan has no key, in its own words."""

    rating = forms.ChoiceField(label="How is delivery rated now?", widget=forms.RadioSelect)
    why = forms.CharField(
        label="Why this rating?",
        help_text="What has been done, what has not, and what shows it",
        error_messages={"required": "Say why it is rated so"},
        max_length=_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, key: Sequence[Mark] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        if key:
            self.fields["rating"].choices = [*((mark.word, _meant(mark)) for mark in key), (UNRATED, "Not rated")]  # type: ignore[attr-defined]
        else:
            self.fields["rating"] = forms.CharField(
                label="How is delivery rated now?", max_length=60, help_text="The plan has no key of ratings, so any words will do"
            )


UNRATED = "none"
"""Stands for no rating among the choices."""


def _meant(mark: Mark) -> str:
    return f"{mark.word}: {mark.meaning}" if mark.meaning else mark.word


class ProgressForm(ChangeForm):
    """What somebody reports."""

    letter = forms.ChoiceField(label="What is this about?", required=False)
    text = forms.CharField(
        label="What has happened?",
        help_text=(
            "What has been done, by whom, with what effect. Name no child. What you report is added to what stands there and cannot be "
            "changed later."
        ),
        error_messages={"required": "Say what has happened"},
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, parts: Sequence[Part] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        if parts:
            lettered = [(part.letter, f"Part {part.letter}: {squeeze(part.text)[:80]}") for part in parts]
            self.fields["letter"].choices = [("", "The whole action"), *lettered]  # type: ignore[attr-defined]
        else:
            del self.fields["letter"]


SPARE = 3
"""Empty lines for leads that come."""
_MOST = 12


class LeadsForm(ChangeForm):
    """Who leads the action from a day on: a line each, and which of them is responsible.

    people: those among whom a typed name or job title is looked for. lines: how many leads the form has lines for.
    """

    def __init__(self, *args: Any, people: Sequence[Person], action: Action, lines: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people, self.action, self.lines = people, action, min(lines, _MOST)
        numbers = range(1, self.lines + 1)
        for number in numbers:
            self.fields[f"lead_{number}"] = forms.CharField(
                label=f"Lead {number}",
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"list": "people", "autocomplete": "off"}),
            )
        self.fields["responsible"] = forms.ChoiceField(
            label="Which of them is responsible?",
            help_text="The one who answers for the action. With one lead only, it is that lead.",
            required=False,
            choices=[(str(number), f"Lead {number}") for number in numbers],
            widget=forms.RadioSelect,
        )
        self.fields["on"] = DayField(label="From which day?", help_text="The leads until then end the day before")
        self.fields["why"] = forms.CharField(
            label="Why does it change hands?", required=False, max_length=_REASON, widget=forms.Textarea(attrs={"rows": 3})
        )

    def clean(self) -> dict[str, Any]:
        """The leads as the operation takes them, under ``leads``."""
        given = super().clean() or self.cleaned_data
        typed = {number: words for number in range(1, self.lines + 1) if (words := squeeze(given.get(f"lead_{number}") or ""))}
        if not typed:
            self.add_error("lead_1", "Enter a post or a name. An action without a lead is one that nobody does")
            return given
        chosen = self._responsible(typed, given.get("responsible") or "")
        self.cleaned_data["leads"] = [self._lead(words, number == chosen) for number, words in typed.items()]
        return self.cleaned_data

    def _responsible(self, typed: Mapping[int, str], chosen: str) -> int | None:
        """The number of the responsible lead, an error on the field where nobody can tell."""
        if len(typed) == 1:
            return next(iter(typed))
        if not chosen:
            self.add_error("responsible", f"There are {len(typed)} leads. Choose the one who answers for the action")
        elif chosen.isdecimal() and int(chosen) not in typed:
            self.add_error("responsible", f"Lead {chosen} is empty. Choose one of the leads that are filled in")
        return int(chosen) if chosen.isdecimal() else None

    def _lead(self, words: str, responsible: bool) -> NewLead:
        """By post first: whoever is chosen by name stands in the plan by job title, unless others have the same one."""
        found = holders(words, self.people)
        person = found[0] if len(found) == 1 else None
        before = next((lead for lead in self.action.leads.all() if lead.as_printed == words and lead.ends_on is None), None)
        if before and (before.person or not person):
            return NewLead(words=words, person=before.person, responsible=responsible)
        return NewLead(words=self._post(person) if person else words, person=person, responsible=responsible)

    def _post(self, person: Person) -> str:
        title = person.job_title
        return title if title and len(holders(title, self.people)) == 1 else person.name
