"""The filter panels of the judgement board and of an inspection's findings."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import QueryDict

from goldthread.queries.coverage import ASKED, Choice, Option
from goldthread.web.tags.parts import Link

_LABELS: Mapping[str, str] = {
    "kind": "Kind",
    "state": "Covered or not",
    "timescale": "Time limit",
    "addressee": "Addressed to",
    "service": "Service",
}
NO_LIMIT = "none"
"""Stands in the address for findings without a time limit; the empty word stands for any."""


class ServiceFilter(forms.Form):
    """Which service's judgements to show."""

    service = forms.ChoiceField(label="Service", required=False)

    def __init__(self, data: QueryDict, services: Sequence[str]) -> None:
        super().__init__(data)
        self.fields["service"].choices = [("", "Every service"), *((one, one) for one in services)]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> str:
        """The service, empty for every one; what is none of them counts for nothing."""
        return str(self.cleaned_data.get("service") or "") if self.is_valid() else ""


class FindingFilter(forms.Form):
    """Which findings to show. Its choices are those that the inspection has, with their counts; state in the address.

    Without any word of a kind the page shows what a plan has to answer; ``kind=all`` shows paragraphs too.
    """

    def __init__(self, data: QueryDict, options: Mapping[str, Sequence[Option]]) -> None:
        super().__init__(data)
        self._query, self._options = data, options
        for name, label in _LABELS.items():
            values = [(option.value or NO_LIMIT, f"{option.label} ({option.count})") for option in options[name]]
            if len(values) > 1 or (values and name == "kind"):
                first = ("all", "Everything") if name == "kind" else ("", "Any")
                self.fields[name] = forms.ChoiceField(label=label, required=False, choices=[first, *values])
        self._ask()

    def _ask(self) -> None:
        """What a plan has to answer is shown first, where there is any."""
        has = any(option.value == ASKED for option in self._options["kind"])
        if "kind" in self.fields and has:
            self.data = self._query.copy()
            self.data.setdefault("kind", ASKED)

    def choice(self) -> Choice:
        """What was chosen; a value that there is not counts for nothing."""
        self.is_valid()
        given = {name: str(value) for name, value in self.cleaned_data.items() if value}
        kind, limit = given.get("kind", ""), given.get("timescale")
        return Choice(
            kind="" if kind == "all" else kind,
            service=given.get("service", ""),
            addressee=given.get("addressee", ""),
            state=given.get("state", ""),
            timescale="" if limit == NO_LIMIT else limit,
        )

    def tags(self) -> list[Link]:
        """The filters in force that the reader chose, each with the address without it."""
        labels = {name: {option.value or NO_LIMIT: option.label for option in found} for name, found in self._options.items()}
        asked = [(name, str(self._query[name])) for name in self.fields if self._query.get(name)]
        return [Link(text=f"{_LABELS[name]}: {labels[name].get(value, value)}", href=self._without(name)) for name, value in asked]

    def _without(self, name: str) -> str:
        query = self._query.copy()
        for gone in (name, "page"):
            query.pop(gone, None)
        return f"?{query.urlencode()}"
