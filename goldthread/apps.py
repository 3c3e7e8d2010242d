"""The one Django app. The layers of the house are its packages; nothing is split by area."""

from django.apps import AppConfig


class GoldthreadConfig(AppConfig):
    name = "goldthread"
    label = "goldthread"
    verbose_name = "Goldthread"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The checks of the installation are registered, and what sign-in tells is heard."""
        from goldthread.settings import checks  # noqa: F401 - registering is what the import is for
        from goldthread.web.accounts import signals  # noqa: F401 - so is hearing
