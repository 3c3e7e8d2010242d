"""The site's settings for tests: nothing outside a folder of the run's own, work done at once, passwords cheap to check.

``GOLDTHREAD_TEST_DATABASE_URL`` runs the same tests on PostgreSQL.
"""

import os
import tempfile

os.environ["GOLDTHREAD_HOME"] = tempfile.mkdtemp(prefix="goldthread-tests-")
os.environ["GOLDTHREAD_SECRET_KEY"] = "only for tests"
os.environ.pop("GOLDTHREAD_DEBUG", None)
os.environ["GOLDTHREAD_DATABASE_URL"] = os.environ.get("GOLDTHREAD_TEST_DATABASE_URL", "")

from goldthread.settings import *  # noqa: F403 - the names are the settings

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # no walk through all files at the start of every test process
