"""Every stored field has a privacy class, and nothing about a child has a column."""

import re

import pytest
from django.apps import apps
from django.db.models import Model

from goldthread.models.privacy import listed

MODELS = [model for model in apps.get_app_config("goldthread").get_models() if not model._meta.auto_created]
ABOUT_A_CHILD = re.compile(r"child(?!ren)|upn|birth|postcode|nhs_number|unique_pupil")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_each_field_is_in_exactly_one_class(model: type[Model]) -> None:
    assert set(listed(model)) == {field.name for field in model._meta.concrete_fields}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_column_is_about_a_child(model: type[Model]) -> None:
    assert not [field.name for field in model._meta.concrete_fields if ABOUT_A_CHILD.search(field.name)]


def test_a_field_listed_twice_is_found() -> None:
    class Twice:
        class Privacy:
            open = frozenset({"name"})
            personal = frozenset({"name"})

    with pytest.raises(ValueError, match="name is listed as open and as personal"):
        listed(Twice)
