"""Forms of papers: handing in, changing what was read, accepting, taking back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.conf import settings

from goldthread.common.errors import Refused
from goldthread.common.text import words_in_list
from goldthread.models import Inspection
from goldthread.rules.accepting import Doubt
from goldthread.rules.inspections import named
from goldthread.thread.proposals.deciding import Decision, entered_changes
from goldthread.thread.proposals.fields import Field, Form, entered
from goldthread.thread.proposals.listing import Proposal
from goldthread.web.forms.documents import DocumentsField

MOST_FILES = 10
Doubts = Callable[[Inspection | None], Sequence[Doubt]]
_MB = 1024 * 1024
KINDS: Final = {
    ".docx": "Word",
    ".xlsx": "Excel",
    ".pdf": "PDF",
    ".html": "web page",
    ".htm": "web page",
    ".csv": "table",
    ".txt": "text",
    ".md": "text",
}
READ_AS: Final = (
    ("auto", "Find out which it is"),
    ("report", "An inspectors’ report"),
    ("plan", "An improvement plan"),
)


class HandInForm(forms.Form):
    """One or several files, and what they are."""

    papers = DocumentsField(
        kinds=KINDS,
        most=settings.MAX_UPLOAD_BYTES,
        most_files=MOST_FILES,
        label="Choose the files",
        help_text="Word (.docx), Excel (.xlsx), PDF, web page (.html), table (.csv) or text (.txt, .md); "
        f"each up to {settings.MAX_UPLOAD_BYTES // _MB} MB and without a password. "
        "You may choose report and plan together.",
    )
    read_as = forms.ChoiceField(
        label="What is in them?",
        choices=READ_AS,
        widget=forms.RadioSelect,
        initial="auto",
        help_text="Say so when a file holds only one of the two, and Goldthread looks for nothing else in it.",
    )


_HINTS: Final = {
    Form.LIST: "One on each line.",
    Form.DAY: "For example, 27 March 2026.",
    Form.PART_DATE: "A day or a month: 27 March 2026, or March 2026.",
    Form.PART_DATES: "Days or months, one on each line: 27 March 2026, or March 2026.",
}
_LONG = (Form.TEXT, Form.LIST, Form.PART_DATES)
_LONGEST_REASON = 1000


class ChangeForm(forms.Form):
    """The fields of one proposal as a person enters them. The fields' own rules say what each can hold."""

    def __init__(self, proposal: Proposal, shown: tuple[Field, ...], why: str, *arguments: Any, **options: Any) -> None:
        """shown: the fields with what was changed before."""
        super().__init__(*arguments, **options)
        self.proposal, self.names = proposal, {_key(one): one.name for one in proposal.fields}
        for one in shown:
            self.fields[_key(one)] = _form_field(one)
        self.fields["why"] = forms.CharField(
            label="Why it is changed",
            initial=why,
            required=False,
            max_length=_LONGEST_REASON,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Kept beside the change, for whoever compares the record with the paper.",
        )

    def clean(self) -> dict[str, Any]:
        """Every field's problem at once."""
        found = super().clean() or {}
        for one in self.proposal.fields:
            key = _key(one)
            if key in found:
                found[key] = found[key].replace("\r\n", "\n")  # browsers send both
                self._try(key, one, found[key])
        return found

    def _try(self, key: str, one: Field, text: str) -> None:
        try:
            if _lines(text) != _lines(one.entry):
                entered(one, text)
        except Refused as refused:
            self.add_error(key, str(refused))

    @property
    def decision(self) -> Decision:
        """Of a valid form: a change of what differs from what was read, or acceptance."""
        return entered_changes(self.proposal, {name: self.cleaned_data[key] for key, name in self.names.items()})


def _key(field: Field) -> str:
    return f"field-{field.name.replace('/', '-')}"


def _lines(text: str) -> str:
    return "\n".join(text.splitlines()).strip()


def _form_field(field: Field) -> forms.Field:
    common: Mapping[str, Any] = {"label": field.label, "initial": field.entry, "required": field.required}
    if field.form is Form.CHOICE:
        return forms.ChoiceField(choices=_choices(field), **common)
    if field.form in _LONG:
        rows = min(12, max(2, field.entry.count("\n") + len(field.entry) // 70 + 1))
        return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), help_text=_HINTS.get(field.form, ""), **common)
    usual = f"For example {words_in_list([f'“{words}”' for _, words in field.choices])}." if field.choices else ""
    width = {"class": "govuk-input--width-5"} if field.form is Form.NUMBER else {}
    return forms.CharField(widget=forms.TextInput(attrs=width), help_text=_HINTS.get(field.form, usual), **common)


def _choices(field: Field) -> list[tuple[str, str]]:
    """The choices, none where none is needed, and what was read even when it is not among them."""
    choices = list(field.choices)
    if field.raw and field.raw not in dict(choices):
        choices.append((field.raw, f"{field.raw} (as read)"))
    return choices if field.required and field.raw else [("", "None"), *choices]


class AcceptForm(forms.Form):
    """Which inspection a plan without a report of its own answers, and a tick for each doubt about what is to be accepted."""

    NONE = "none"

    def __init__(self, inspections: Mapping[int, Inspection], doubts: Doubts, *arguments: Any, **options: Any) -> None:
        """inspections: to choose from, by id; no question where there are none. doubts: those about a choice, None for none chosen."""
        super().__init__(*arguments, **options)
        self.inspections = inspections
        if inspections:
            self.fields["answers"] = self._question()
        self.doubts = doubts(inspections.get(_number(self.data.get("answers"))))
        for one in self.doubts:
            told = f"{one.words} Tick the box if that is meant"
            self.fields[one.code] = forms.BooleanField(label=one.tick, error_messages={"required": told})

    def _question(self) -> forms.ChoiceField:
        return forms.ChoiceField(
            label="Which inspection does this plan answer?",
            choices=[*((str(pk), named(one)) for pk, one in self.inspections.items()), (self.NONE, "None that is held here")],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose the inspection that this plan answers, or that it answers none that is held here"},
        )

    @property
    def answers(self) -> Inspection | None:
        """Of a valid form: the inspection, or None."""
        return self.inspections.get(_number(self.cleaned_data.get("answers")))

    @property
    def confirmed(self) -> frozenset[str]:
        """Of a valid form: the codes of what was ticked."""
        return frozenset(one.code for one in self.doubts if self.cleaned_data.get(one.code))


def _number(sent: Any) -> int:
    """An id as sent; 0, which is nobody's, for anything else."""
    return int(sent) if str(sent).isascii() and str(sent).isdecimal() and len(str(sent)) < 18 else 0


class UndoForm(forms.Form):
    """Why an acceptance is taken back."""

    why = forms.CharField(
        label="Why is it taken back?",
        max_length=_LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept in the history.",
        error_messages={"required": "Enter why it is taken back"},
    )


class DoubtfulForm(forms.Form):
    """That what is doubtful was looked at."""

    looked = forms.BooleanField(label="I have looked at each of these in the document")
