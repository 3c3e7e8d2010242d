"""The day that the site goes by."""

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Today in England; in a demonstration, the day that its story stands at."""
    return settings.TODAY or timezone.localdate()
