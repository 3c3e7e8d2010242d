"""Which part of the history is shown."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from goldthread.common.dates import parse_day, spoken
from goldthread.queries.history import Asked
from goldthread.web.tags.parts import Link

PAGING = ("before", "after")
"""Names in the address that say which page is shown."""


class DayWords(forms.CharField):
    """A day typed into one box, as a filter has room for; gives a ``date``."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}), **options)

    def clean(self, value: Any) -> date | None:
        """The day; None where nothing was typed."""
        words = super().clean(value)
        if not words:
            return None
        day = parse_day(words)
        if day is None:
            raise ValidationError(f"{words} is no day that can be read. Enter one like 27 March 2026 or 27/3/2026")
        return day


class HistoryFilter(forms.Form):
    """State in the address. A day that cannot be read is said so, and narrows nothing."""

    by = forms.ChoiceField(label="Done by", required=False)
    kind = forms.ChoiceField(label="About", required=False)
    plan = forms.ChoiceField(label="Plan", required=False)
    first = DayWords(label="From", help_text="A day like 27 March 2026")
    last = DayWords(label="To")

    def __init__(self, data: QueryDict, *, people: dict[int, str], kinds: dict[str, str], plans: dict[int, str]) -> None:
        super().__init__(data)
        self._query = data
        self._offer("by", {str(pk): name for pk, name in people.items()})
        self._offer("kind", kinds)
        self._offer("plan", {str(pk): title for pk, title in plans.items()})
        self.full_clean()

    def _offer(self, name: str, choices: dict[str, str]) -> None:
        if choices:
            self.fields[name].choices = [("", "Any"), *choices.items()]  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def asked(self) -> Asked:
        """The filters in force."""
        found = self.cleaned_data
        return Asked(
            by=int(found["by"]) if found.get("by") else None,
            kind=found.get("kind", ""),
            plan=int(found["plan"]) if found.get("plan") else None,
            first=found.get("first"),
            last=found.get("last"),
        )

    def tags(self) -> list[Link]:
        """The filters in force, each with the address without it."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        return [
            Link(text=f"{self.fields[name].label}: {self._told(name, value)}", href=self._without(name)) for name, value in chosen.items()
        ]

    def _told(self, name: str, value: object) -> str:
        if isinstance(value, date):
            return spoken(value)
        return str(dict(getattr(self.fields[name], "choices", ())).get(value, value))

    def _without(self, name: str) -> str:
        query = self._query.copy()
        for gone in (name, *PAGING):
            query.pop(gone, None)
        return f"?{query.urlencode()}"
