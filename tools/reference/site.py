"""Django made ready for the pages that describe the site. No database is opened."""

import os

import django
from django.apps import apps


def ready() -> None:
    """Models and rules can be imported from here on; does nothing where they can be already (in a test)."""
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.settings")
        django.setup()
