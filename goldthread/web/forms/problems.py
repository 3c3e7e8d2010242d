"""What is wrong with a field, in words that name the field, say what was found and what would be right.

Django's own sentences (``This field is required.``) do neither; words that a field or a form gives itself are left as they are.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from goldthread.web.tags.filters import lower_first

_CHOICES = (forms.Select, forms.RadioSelect, forms.CheckboxSelectMultiple)


def _name(bound: BoundField) -> str:
    return lower_first(str(bound.label).rstrip(" ?:."))


def _required(bound: BoundField, _found: dict[str, Any]) -> str:
    if isinstance(bound.field, forms.BooleanField):
        return f"Tick the box: {_name(bound)}"
    verb = "Choose" if isinstance(bound.field.widget, _CHOICES) else "Enter"
    return f"{verb} an answer: {bound.label}" if str(bound.label).endswith("?") else f"{verb} {_name(bound)}"


def _too_long(bound: BoundField, found: dict[str, Any]) -> str:
    return f"{bound.label} has {found['show_value']} characters. At most {found['limit_value']} fit"


def _too_short(bound: BoundField, found: dict[str, Any]) -> str:
    return f"{bound.label} has {found['show_value']} characters. At least {found['limit_value']} are needed"


def _too_large(bound: BoundField, found: dict[str, Any]) -> str:
    return f"{bound.label} is {found['show_value']}. Enter at most {found['limit_value']}"


def _too_small(bound: BoundField, found: dict[str, Any]) -> str:
    return f"{bound.label} is {found['show_value']}. Enter at least {found['limit_value']}"


def _no_choice(bound: BoundField, _found: dict[str, Any]) -> str:
    return f"What was sent for {_name(bound)} is not one of the choices. Choose one of those shown"


def _invalid(bound: BoundField, _found: dict[str, Any]) -> str:
    if isinstance(bound.field, forms.EmailField):
        return f"{_said(bound)} is not a complete e-mail address. Enter one like name@example.org, with a dot after the @"
    if isinstance(bound.field, forms.IntegerField | forms.FloatField):
        return f"{_said(bound)} is no number. Enter {_name(bound)} in figures"
    return f"{_said(bound)} cannot be read. Enter {_name(bound)} again"


def _said(bound: BoundField) -> str:
    return f"“{str(bound.value() or '')[:60]}”"


_WORDS: dict[str, Callable[[BoundField, dict[str, Any]], str]] = {
    "required": _required,
    "max_length": _too_long,
    "min_length": _too_short,
    "max_value": _too_large,
    "min_value": _too_small,
    "invalid_choice": _no_choice,
    "invalid": _invalid,
}
_FOUND = {"max_length", "min_length", "max_value", "min_value"}


def _is_djangos(error: ValidationError, field: forms.Field) -> bool:
    """Whether the sentence is Django's: that of the class of a field or validator in Django itself."""
    if error.code in _FOUND:
        return "show_value" in (error.params or {})
    own = {str(kind.__dict__.get("default_error_messages", {}).get(error.code)) for kind in type(field).__mro__ if _of_django(kind)}
    return str(error.message) in own or (error.code == "invalid" and isinstance(field, forms.EmailField))


def _of_django(kind: type) -> bool:
    return kind.__module__.startswith("django.forms")


def problems(bound: BoundField) -> Iterator[str]:
    """One sentence for each error of a field."""
    for error in bound.errors.as_data():
        words = _WORDS.get(error.code or "")
        if words and _is_djangos(error, bound.field):
            yield words(bound, error.params or {})
        else:
            yield from error.messages
