"""Which terms are shown. State in the address; what is not known narrows nothing."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict

from goldthread.models import Plan
from goldthread.web.tags.parts import Link


class GlossaryFilter(forms.Form):
    """Words of a term or its meaning, and the plan that explains it."""

    words = forms.CharField(label="Words", help_text="In the term or in what it means", required=False, max_length=200)
    plan = forms.ChoiceField(label="Plan", required=False)

    def __init__(self, data: QueryDict, plans: Sequence[Plan]) -> None:
        super().__init__(data)
        self._plans = {plan.reference: str(plan) for plan in plans}
        self.fields["plan"].choices = [("", "All plans"), *self._plans.items()]  # type: ignore[attr-defined]
        self.full_clean()
        self.chosen: dict[str, str] = {name: value for name, value in self.cleaned_data.items() if value}

    def tags(self) -> list[Link]:
        """The filters in force, each with the address without it."""
        named = ((name, self.fields[name].label, self._plans.get(value, value)) for name, value in self.chosen.items())
        return [Link(text=f"{label}: {value}", href=self._without(name)) for name, label, value in named]

    def _without(self, gone: str) -> str:
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in self.chosen.items() if name != gone})
        return f"?{query.urlencode()}"
