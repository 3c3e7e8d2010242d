"""Draws every Django form with this site's templates, the ones in ``web/templates/django`` before Django's own."""

from functools import cached_property
from pathlib import Path

import django.forms
from django.forms.boundfield import BoundField
from django.forms.renderers import BaseRenderer
from django.forms.widgets import Textarea
from django.template.backends.django import DjangoTemplates

from goldthread.web.forms.dates import DayWidget
from goldthread.web.forms.problems import problems

_OURS = Path(__file__).parent.parent / "templates"
_DJANGOS = Path(django.forms.__file__).parent / "templates"


class GoldBoundField(BoundField):
    """A field on a form, with what the templates need to join label, hint, count and error."""

    @property
    def counted(self) -> int | None:
        """The most characters of a long text, where it has a limit; its count is told below it."""
        limit = getattr(self.field, "max_length", None)
        return limit if isinstance(self.field.widget, Textarea) else None

    @property
    def aria_describedby(self) -> str | None:
        """The ids of hint, error and count."""
        joined = super().aria_describedby or ""
        return f"{joined} {self.auto_id}-info".strip() if self.counted and self.auto_id else joined or None

    @property
    def problems(self) -> list[str]:
        """What is wrong, a sentence each; see ``problems``."""
        return list(problems(self))

    @property
    def error_anchor(self) -> str:
        """The id of the first box to mend: what the error summary links to."""
        if isinstance(self.field.widget, DayWidget):
            return f"{self.auto_id}_{self.field.widget.wrong_boxes(self.value())[0]}"
        return f"{self.auto_id}_0" if self.use_fieldset else self.id_for_label or self.auto_id


class GoldRenderer(BaseRenderer):
    """Set as ``FORM_RENDERER``."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = GoldBoundField

    @cached_property
    def _engine(self) -> DjangoTemplates:
        options = {"builtins": ["goldthread.web.tags.gold"]}
        return DjangoTemplates({"NAME": "forms", "DIRS": [_OURS, _DJANGOS], "APP_DIRS": False, "OPTIONS": options})

    def get_template(self, template_name: str):  # type: ignore[no-untyped-def]
        """The template of this name."""
        return self._engine.get_template(template_name)
