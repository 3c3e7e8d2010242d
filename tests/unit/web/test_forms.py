from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from goldthread.web.forms.dates import YEARS, DayField, PartDateField, typed
from goldthread.web.forms.documents import DocumentField, DocumentsField
from tests.unit.web.markup import by_id, drawn, find, only, words

KINDS = {".docx": "Word", ".pdf": "PDF"}


def form_of(field: forms.Field, data: Mapping[str, Any] | None = None, files: Any = None) -> forms.Form:
    """A form with one field, ``it``; bound when there is data."""
    return type("OneField", (forms.Form,), {"it": field})(data, files)


def field(found: forms.Field, data: Mapping[str, Any] | None = None) -> html.HtmlElement:
    return html.fragment_fromstring(str(form_of(found, data)), create_parent="div")


def errors(found: forms.Field, data: Mapping[str, Any], files: Any = None) -> list[str]:
    return form_of(found, data, files)["it"].problems


def dated(day: str = "", month: str = "", year: str = "") -> dict[str, str]:
    return {"it_day": day, "it_month": month, "it_year": year}


# --- every widget has its label, hint and error


def _widgets() -> list[forms.Field]:
    choices = [("a", "A"), ("b", "B")]
    return [
        forms.CharField(label="It", help_text="hint"),
        forms.EmailField(label="It", help_text="hint"),
        forms.CharField(label="It", help_text="hint", widget=forms.PasswordInput),
        forms.CharField(label="It", help_text="hint", widget=forms.Textarea),
        forms.CharField(label="It", help_text="hint", widget=forms.Textarea, max_length=20),
        forms.IntegerField(label="It", help_text="hint"),
        forms.ChoiceField(label="It", help_text="hint", choices=choices),
        forms.BooleanField(label="It", help_text="hint"),
        DocumentField(label="It", help_text="hint", kinds=KINDS, most=1),
    ]


@pytest.mark.parametrize("found", _widgets())
def test_label_hint_and_error_are_joined_to_the_box(found: forms.Field) -> None:
    drawing = field(found, {})
    (box,) = drawing.xpath(".//*[@id='id_it']")
    assert [words(label) for label in drawing.xpath(".//label[@for='id_it']")] == ["It"]
    joined = [words(by_id(drawing, name)) for name in box.get("aria-describedby").split()]
    assert joined[0] == "hint"
    assert joined[1].startswith("Error: ")
    assert box.get("aria-invalid") == "true"


@pytest.mark.parametrize("widget", [forms.RadioSelect, forms.CheckboxSelectMultiple])
def test_a_group_of_choices_is_a_fieldset_with_hint_and_error(widget: type[forms.Widget]) -> None:
    kind = forms.MultipleChoiceField if widget is forms.CheckboxSelectMultiple else forms.ChoiceField
    drawing = field(kind(label="It", help_text="hint", choices=[("a", "A"), ("b", "B")], widget=widget), {})
    group = only(drawing, "fieldset")
    assert words(only(group, "legend")) == "It"
    assert [words(by_id(drawing, name)) for name in group.get("aria-describedby").split()] == ["hint", "Error: Choose it"]
    assert [words(by_id(drawing, one.get("for")).getnext()) for one in find(drawing, "label")] == ["A", "B"]
    assert not find(drawing, "input[aria-invalid]"), "a radio or checkbox has no such state"


def test_what_may_be_left_out_says_so() -> None:
    assert words(only(field(forms.CharField(label="Notes", required=False)), "label")) == "Notes (optional)"


def test_a_field_without_faults_has_no_mark_of_error() -> None:
    drawing = field(forms.CharField(label="It"), {"it": "x"})
    assert not find(drawing, "[aria-invalid], .govuk-error-message, .govuk-form-group--error")


def test_attributes_and_widths_reach_the_box() -> None:
    widget = forms.EmailInput(attrs={"autocomplete": "email", "class": "govuk-input--width-20"})
    box = only(field(forms.EmailField(widget=widget)), "input")
    assert (box.get("autocomplete"), box.get("class")) == ("email", "govuk-input govuk-input--width-20")


def test_a_password_is_never_drawn_again() -> None:
    drawing = field(forms.CharField(widget=forms.PasswordInput), {"it": "secret"})
    assert "secret" not in html.tostring(drawing, encoding="unicode")


def test_a_long_text_with_a_limit_is_counted() -> None:
    drawing = field(forms.CharField(widget=forms.Textarea, max_length=20), {"it": "x" * 21})
    assert only(drawing, ".govuk-character-count").get("data-maxlength") == "20"
    assert words(by_id(drawing, "id_it-info")) == "You can enter up to 20 characters"
    assert only(drawing, "textarea").get("aria-describedby") == "id_it_error id_it-info"
    assert not find(field(forms.CharField(widget=forms.Textarea)), ".govuk-character-count")


def test_what_was_typed_and_hints_are_text_and_never_markup() -> None:
    drawing = field(forms.CharField(label="<b>It</b>", help_text="<i>hint</i>"), {"it": '"><script>x</script>'})
    assert not find(drawing, "b, i, script")
    assert only(drawing, "input").get("value") == '"><script>x</script>'


def test_hidden_fields_are_drawn_once_and_alone() -> None:
    drawing = field(forms.CharField(widget=forms.HiddenInput), {"it": "x"})
    assert [one.get("type") for one in find(drawing, "input")] == ["hidden"]
    assert not find(drawing, "label")


# --- what is wrong, in words


@pytest.mark.parametrize(
    ("found", "sent", "said"),
    [
        (forms.CharField(label="Name of the action"), "", "Enter name of the action"),
        (forms.ChoiceField(label="Lead", choices=[("a", "A")]), "", "Choose lead"),
        (forms.ChoiceField(label="How is it going?", choices=[("a", "A")]), "", "Choose an answer: How is it going?"),
        (forms.BooleanField(label="I have checked"), "", "Tick the box: I have checked"),
        (
            forms.ChoiceField(label="Lead", choices=[("a", "A")]),
            "z",
            "What was sent for lead is not one of the choices. Choose one of those shown",
        ),
        (
            forms.EmailField(label="E-mail"),
            "ruth",
            "“ruth” is not a complete e-mail address. Enter one like name@example.org, with a dot after the @",
        ),
        (forms.IntegerField(label="Caseload"), "ten", "“ten” is no number. Enter caseload in figures"),
        (forms.IntegerField(label="Caseload", max_value=9), "10", "Caseload is 10. Enter at most 9"),
        (forms.IntegerField(label="Caseload", min_value=2), "1", "Caseload is 1. Enter at least 2"),
        (forms.CharField(label="Why", max_length=2), "abc", "Why has 3 characters. At most 2 fit"),
        (forms.CharField(label="Why", min_length=4), "abc", "Why has 3 characters. At least 4 are needed"),
    ],
)
def test_djangos_sentences_say_what_was_found_and_what_would_be_right(found: forms.Field, sent: str, said: str) -> None:
    assert errors(found, {"it": sent}) == [said]


def test_a_sentence_of_the_form_itself_stands() -> None:
    own = forms.CharField(label="Why", error_messages={"required": "Say why the date moves"})
    assert errors(own, {"it": ""}) == ["Say why the date moves"]


def test_the_summary_says_the_same_and_leads_to_the_box() -> None:
    class Two(forms.Form):
        why = forms.CharField(label="Why")
        due_on = DayField(label="Due date")
        status = forms.ChoiceField(label="Status", choices=[("a", "A")], widget=forms.RadioSelect)

        def clean(self) -> None:
            raise forms.ValidationError("The plan is closed")

    form = Two({"due_on_day": "31", "due_on_month": "2", "due_on_year": "2026"})
    links = [
        (words(one), [link.get("href") for link in find(one, "a")]) for one in find(drawn("{% error_summary form %}", form=form), "li")
    ]
    assert links == [
        ("The plan is closed", []),
        ("Enter why", ["#id_why"]),
        ("The calendar has no 31 February 2026. February 2026 has 28 days", ["#id_due_on_day"]),
        ("Choose status", ["#id_status_0"]),
    ]
    drawing = html.fragment_fromstring(str(form), create_parent="div")
    for _, (target,) in links[1:]:
        by_id(drawing, target.removeprefix("#"))


# --- dates


@pytest.mark.parametrize(
    ("boxes", "day"),
    [
        (("27", "3", "2026"), date(2026, 3, 27)),
        ((" 27.", "March", "26"), date(2026, 3, 27)),
        (("29", "feb", "2024"), date(2024, 2, 29)),
        (("29", "Sept", "2024"), date(2024, 9, 29)),
        (("01", "09", "2026"), date(2026, 9, 1)),
    ],
)
def test_a_day_is_read_from_its_boxes(boxes: tuple[str, str, str], day: date) -> None:
    form = form_of(DayField(), dated(*boxes))
    assert form.is_valid()
    assert form.cleaned_data["it"] == day


@pytest.mark.parametrize(
    ("boxes", "said", "wrong"),
    [
        (("", "", ""), "Enter the date, for example 27 3 2026", ["day", "month", "year"]),
        (("27", "", ""), "The date also needs a month and a year, for example 27 3 2026", ["month", "year"]),
        (("", "3", "2026"), "The date also needs a day, for example 27 3 2026", ["day"]),
        (("32", "3", "2026"), "Day 32 cannot be read. Enter a day from 1 to 31", ["day"]),
        (("1", "13", "2026"), "Month 13 cannot be read. Enter a month from 1 to 12, or its name", ["month"]),
        (("1", "Marsch?", "2026"), "Month Marsch? cannot be read. Enter a month from 1 to 12, or its name", ["month"]),
        (("1", "3", "206"), "Year 206 cannot be read. Enter a year from 1900 to 2200", ["year"]),
        (("1", "3", "٢٠٢٦"), "Year ٢٠٢٦ cannot be read. Enter a year from 1900 to 2200", ["year"]),
        (("31", "4", "2026"), "The calendar has no 31 April 2026. April 2026 has 30 days", ["day"]),
    ],
)
def test_what_is_no_day_is_said_at_its_box(boxes: tuple[str, str, str], said: str, wrong: list[str]) -> None:
    assert errors(DayField(), dated(*boxes)) == [said]
    drawing = field(DayField(), dated(*boxes))
    assert [one.get("id").removeprefix("id_it_") for one in find(drawing, "input[aria-invalid]")] == wrong
    assert [one.get("value") for one in find(drawing, "input")] == [box.strip(" .") for box in boxes]


def test_a_date_that_a_rule_refuses_marks_all_its_boxes() -> None:
    form = form_of(DayField(), dated("27", "3", "2026"))
    form.add_error("it", "The due date is before the plan begins")
    assert len(find(html.fragment_fromstring(str(form), create_parent="div"), "input[aria-invalid]")) == 3


def test_a_day_may_be_left_out_where_it_is_optional() -> None:
    form = form_of(DayField(required=False), dated())
    assert form.is_valid()
    assert form.cleaned_data["it"] is None


def test_a_month_will_do_where_it_may_and_is_never_made_exact() -> None:
    form = form_of(PartDateField(), dated(month="9", year="2026"))
    assert form.is_valid()
    assert form.cleaned_data["it"] == "2026-09"
    assert form_of(PartDateField(), dated("4", "9", "2026")).fields["it"].clean(typed("2026-09-04")) == "2026-09-04"
    assert errors(PartDateField(), dated("31", "9", "2026")) == ["The calendar has no 31 September 2026. September 2026 has 30 days"]
    assert errors(PartDateField(), dated("4", "", "2026")) == ["The date also needs a month, for example 27 3 2026"]


@given(st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)))
def test_a_date_shown_in_its_boxes_comes_back(day: date) -> None:
    boxes = typed(day)
    assert DayField().clean(boxes) == day
    assert PartDateField().clean(typed(day.isoformat())) == day.isoformat()
    assert not form_of(DayField(initial=day), dated(boxes.day, boxes.month, boxes.year)).has_changed()


@given(st.text(max_size=6), st.text(max_size=6), st.text(max_size=6))
def test_whatever_is_typed_gives_a_day_or_a_sentence(day: str, month: str, year: str) -> None:
    form = form_of(DayField(), dated(day, month, year))
    assert form.is_valid() or form["it"].problems
    assert str(form)


def test_a_date_has_three_labelled_boxes_in_a_group() -> None:
    drawing = field(DayField(label="Due date", help_text="hint"))
    group = only(drawing, "fieldset")
    assert words(only(group, "legend")) == "Due date"
    assert [words(one) for one in find(group, "label")] == ["Day", "Month", "Year"]
    assert words(by_id(drawing, group.get("aria-describedby"))) == "hint"


# --- files


def sent(*files: SimpleUploadedFile) -> MultiValueDict[str, SimpleUploadedFile]:
    return MultiValueDict({"it": list(files)})


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (SimpleUploadedFile("plan.pages", b"x"), "plan.pages is a .pages file. Choose Word (.docx) or PDF (.pdf)"),
        (SimpleUploadedFile("plan", b"x"), "plan has no ending that tells its kind. Choose Word (.docx) or PDF (.pdf)"),
        (SimpleUploadedFile("plan.pdf", b""), "The file is empty. Save it again and choose it"),
        (SimpleUploadedFile("plan.pdf", b"x" * 2001), "plan.pdf has 2 kB; at most 2 kB can be read. Send it in parts"),
    ],
)
def test_a_file_that_will_not_do_says_why(file: SimpleUploadedFile, said: str) -> None:
    assert errors(DocumentField(kinds=KINDS, most=2000), {}, sent(file)) == [said]


def test_no_file_is_asked_for() -> None:
    assert errors(DocumentField(kinds=KINDS, most=2000), {}) == ["Choose a file"]
    assert form_of(DocumentField(kinds=KINDS, most=2000, required=False), {}).is_valid()


def test_a_file_of_a_named_kind_is_taken_whatever_its_case() -> None:
    form = form_of(DocumentField(kinds=KINDS, most=2000), {}, sent(SimpleUploadedFile("PLAN.PDF", b"x")))
    assert form.is_valid()
    assert form.cleaned_data["it"].name == "PLAN.PDF"


def test_the_hint_names_kinds_and_size_and_the_browser_is_told() -> None:
    drawing = field(DocumentField(kinds=KINDS, most=25_000_000))
    assert words(by_id(drawing, "id_it_helptext")) == "Word (.docx) or PDF (.pdf), up to 25 MB"
    assert only(drawing, "input").get("accept") == ".docx,.pdf"


def test_several_files_are_each_checked_and_all_faults_told() -> None:
    files = sent(SimpleUploadedFile("a.pdf", b"x"), SimpleUploadedFile("b.exe", b"x"), SimpleUploadedFile("c", b"x"))
    assert [one.split()[0] for one in errors(DocumentsField(kinds=KINDS, most=9, most_files=5), {}, files)] == ["b.exe", "c"]
    good = form_of(
        DocumentsField(kinds=KINDS, most=9, most_files=2), {}, sent(SimpleUploadedFile("a.pdf", b"x"), SimpleUploadedFile("b.docx", b"x"))
    )
    assert good.is_valid()
    assert [one.name for one in good.cleaned_data["it"]] == ["a.pdf", "b.docx"]


def test_more_files_than_are_read_at_once_are_refused() -> None:
    files = sent(*(SimpleUploadedFile(f"{at}.pdf", b"x") for at in range(3)))
    assert errors(DocumentsField(kinds=KINDS, most=9, most_files=2), {}, files) == ["3 files were chosen; at most 2 are read at once"]
    assert errors(DocumentsField(kinds=KINDS, most=9, most_files=2), {}) == ["Choose a file"]
    assert form_of(DocumentsField(kinds=KINDS, most=9, most_files=2, required=False), {}).is_valid()


def test_several_files_can_be_chosen_at_once() -> None:
    assert only(field(DocumentsField(kinds=KINDS, most=9, most_files=2)), "input").get("multiple") is not None
