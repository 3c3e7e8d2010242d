"""The filter panel of a plan on a page."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar, Final

from django import forms
from django.http import QueryDict

from goldthread.queries.plan_pages import Reading, Whole
from goldthread.reports.check_groups import SEVERITY_WORDS, Spot, chosen, code_options, item_options, severity_options
from goldthread.reports.rows import LATENESS, PROOFS, Choice, Option, Row, filtered, options
from goldthread.web.tags.parts import Link

_FIELDS: Mapping[str, str] = {
    "lateness": "Dates",
    "proof": "Proof",
    "rating": "Rating",
    "lead": "Lead",
    "section": "Section",
    "item": "Item",
    "board": "Accountable to",
}
SIZES: Final = (20, 50, 100)
"""So many actions stand on a page, the second unless another is asked for."""
MOVED = "moved"
"""Among the states of dates: moved to a later day since the plan was accepted."""
_MOVED = "Moved to a later date"
_UNRATED = "none"
"""Stands in the address for actions without a rating; the empty word stands for any."""


class _Filter(forms.Form):
    """A panel whose choices come from what there is, each with its count. State in the address; ``tags`` take single choices away.

    usual: what a field holds when the address says nothing of it; it is no choice that could be taken away.
    """

    usual: ClassVar[Mapping[str, str]] = {}

    def __init__(self, data: QueryDict) -> None:
        super().__init__({**data.dict(), **{name: value for name, value in self.usual.items() if not data.get(name)}})
        self._query = data
        self._labels: dict[str, dict[str, str]] = {}

    def add(self, name: str, label: str, found: Iterable[Option], known: Mapping[str, str]) -> None:
        """A field with these values. A value that is asked for and not among them keeps its place, with a count of 0."""
        options = list(found)
        labels = {option.value: option.label for option in options}
        counts = {option.value: option.count for option in options}
        if asked := str(self.data.get(name, "")):
            labels.setdefault(asked, known.get(asked, asked))
        self._labels[name] = labels
        if labels:
            choices = [("", "Any"), *((value, f"{said} ({counts.get(value, 0):,})") for value, said in labels.items())]
            self.fields[name] = forms.ChoiceField(label=label, required=False, choices=choices)

    def chosen(self) -> dict[str, str]:
        """What was chosen, by field."""
        return {name: value for name, value in self.cleaned_data.items() if value and name not in self.usual}

    def tags(self) -> list[Link]:
        """The filters in force, each with the address without it."""
        return [Link(text=self._told(name, value), href=self._without(name)) for name, value in self.chosen().items()]

    def _told(self, name: str, value: str) -> str:
        return f"{self.fields[name].label}: {self._labels.get(name, {}).get(value, value)}"

    def _without(self, name: str) -> str:
        query = self._query.copy()
        for gone in (name, "page"):
            query.pop(gone, None)
        return f"?{query.urlencode()}"


class PlanFilter(_Filter):
    """What to show of a plan. A value in the address that no action has any more is kept and shows nothing, so that a kept link stays true.

    Items stand in the address by their ids, since refs can repeat.
    """

    usual: ClassVar[Mapping[str, str]] = {"per": str(SIZES[1])}

    words = forms.CharField(
        label="Words", required=False, max_length=200, widget=forms.TextInput(attrs={"spellcheck": "false", "type": "search"})
    )

    def __init__(self, data: QueryDict, reading: Reading) -> None:
        super().__init__(data)
        self._reading = reading
        self._items = {str(number): key for number, key in reading.keys.items()}
        found = dict(options(reading.rows))
        if reading.slipped:
            found["lateness"] = (*found["lateness"], Option(value=MOVED, label=_MOVED, count=reading.slipped))
        for name, label in _FIELDS.items():
            self.add(name, label, [_in_address(option, name, reading) for option in found[name]], {**LATENESS, **PROOFS, MOVED: _MOVED})
        self.fields["per"] = forms.ChoiceField(label="Actions on a page", required=False, choices=[(size, size) for size in SIZES])
        self.full_clean()

    @property
    def per(self) -> int:
        """How many actions stand on a page."""
        return int(self.cleaned_data.get("per", SIZES[1]))

    def rows(self) -> tuple[Row, ...]:
        """The actions that fit, in the plan's order."""
        values = self.chosen()
        shown = self._reading.rows
        if values.get("lateness") == MOVED:
            del values["lateness"]
            shown = tuple(row for row in shown if row.key in self._reading.moves and self._reading.moves[row.key].slipped)
        return filtered(shown, self._choice(values))

    def _choice(self, values: dict[str, str]) -> Choice:
        if values.get("rating") == _UNRATED:
            values["rating"] = ""
        if "item" in values:
            values["item"] = self._items.get(values["item"], "no such item")
        return Choice(**values)


def _in_address(option: Option, name: str, reading: Reading) -> Option:
    if name == "item":
        return replace(option, value=str(reading.ids[option.value]))
    return option if option.value else replace(option, value=_UNRATED)


class CheckFilter(_Filter):
    """Which findings of the checks to show. pages: whether one check is chosen, whose findings are then shown page by page."""

    def __init__(self, data: QueryDict, reading: Whole) -> None:
        super().__init__(data)
        self._all = reading.checked
        self._items = {str(number): key for number, key in reading.keys.items()}
        for name, label, found in (
            ("severity", "How grave", severity_options(self._all)),
            ("code", "Check", code_options(self._all)),
            ("item", "Item", (_in_address(option, "item", reading) for option in item_options(self._all, reading.picture))),
        ):
            self.add(name, label, found, SEVERITY_WORDS)
        self.full_clean()

    @property
    def pages(self) -> bool:
        """Whether findings are shown page by page."""
        return "code" in self.chosen()

    def spots(self) -> list[Spot]:
        """The findings that fit what was chosen."""
        values = self.chosen()
        if "item" in values:
            values["item"] = self._items.get(values["item"], "no such item")
        return chosen(self._all, **values)
