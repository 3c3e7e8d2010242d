"""The one Django app. The layers of the house are its packages; nothing is split by area."""

from django.apps import AppConfig


class GoldthreadConfig(AppConfig):
    name = "goldthread"
    label = "goldthread"
    verbose_name = "Goldthread"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The checks of the installation are registered."""
        from goldthread.settings import checks  # noqa: F401 - registering is what the import is for
