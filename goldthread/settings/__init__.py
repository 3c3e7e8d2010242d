"""Settings of the site. Every one that an installation changes is read from the environment, with a default that is safe.

``GOLDTHREAD_HOME``          folder of the database, uploads and key; ``goldthread-home`` in the working folder
``GOLDTHREAD_DATABASE_URL``  ``postgresql://…``; without it SQLite in the home folder
``GOLDTHREAD_HOSTS``         names the site answers to, with commas; this machine only unless told
``GOLDTHREAD_SECRET_KEY``    signs sessions; without it a key kept in the home folder
``GOLDTHREAD_DEBUG``         shows faults in full; refused when the site answers to a public name
``GOLDTHREAD_HTTPS``         whether readers come by https; yes as soon as a host is public
``GOLDTHREAD_TRUST_PROXY``   the proxy in front says by X-Forwarded-Proto how a reader came
``GOLDTHREAD_EMAIL_URL``     ``smtp://…``; without it e-mails are only printed
``GOLDTHREAD_TODAY``         a day that stands for today, for a demonstration; refused when the site answers to a public name
``GOLDTHREAD_OIDC_*``        sign-in by the council's own directory (``oidc.py``)
"""

from pathlib import Path
from typing import Any

import environ

from goldthread import __version__
from goldthread.settings import database, oidc, secrets

env = environ.Env()
PACKAGE = Path(__file__).resolve().parent.parent

HOME = Path(env("GOLDTHREAD_HOME", default="goldthread-home")).resolve()
UPLOADS = HOME / "uploads"
VERSION = __version__

DEBUG = env.bool("GOLDTHREAD_DEBUG", default=False)
ALLOWED_HOSTS = env.list("GOLDTHREAD_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
secrets.refuse_debug_in_public(debug=DEBUG, hosts=ALLOWED_HOSTS)
TODAY = secrets.standing_day(env("GOLDTHREAD_TODAY", default=""), hosts=ALLOWED_HOSTS)
SECRET_KEY = env("GOLDTHREAD_SECRET_KEY", default="") or secrets.key_in(HOME)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "goldthread",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "goldthread.web.middleware.PrivateAnswers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goldthread.web.middleware.Sessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "goldthread.web.middleware.Refusals",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "goldthread.web.urls"
WSGI_APPLICATION = "goldthread.web.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goldthread.web.context.page",
            ],
            "libraries": {"gold": "goldthread.web.tags.gold"},
            "builtins": ["goldthread.web.tags.gold", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "goldthread.web.forms.renderer.GoldRenderer"

DATABASES = {"default": database.settings(env("GOLDTHREAD_DATABASE_URL", default=""), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Words, days and hours
LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
DATE_FORMAT = "j F Y"

# Sign-in
AUTH_USER_MODEL = "goldthread.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first, so that a locked account is refused before a password is looked at
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_work"
ACCOUNT_ADAPTER = "goldthread.web.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # named because allauth asks; the adapter lets nobody sign up
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "goldthread.web.accounts.adapter.display"
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator makes accounts
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # an e-mail to an unknown address would tell nobody anything and could be used to annoy
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
MFA_ADAPTER = "goldthread.web.accounts.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Goldthread"
SOCIALACCOUNT_ADAPTER = "goldthread.web.accounts.adapter.DirectoryAdapter"
SOCIALACCOUNT_PROVIDERS = oidc.providers(env)
SOCIALACCOUNT_ONLY = False

# Lockout: five wrong passwords for one account from one address, or twenty from one address, close the door for fifteen minutes
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "goldthread.web.accounts.lockout.locked_out"
AXES_VERBOSE = False  # it would write account names into the log
AXES_ENABLE_ACCESS_FAILURE_LOG = False

# Sessions: thirty minutes without a page, twelve hours at most
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
IDLE_SECONDS = 30 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "goldthread.web.errors.csrf_failure"

# Headers
HTTPS = env.bool("GOLDTHREAD_HTTPS", default=not secrets.is_private(ALLOWED_HOSTS))
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("GOLDTHREAD_TRUST_PROXY", default=False) else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # data: the square code of a second step
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

# Files
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static", ("fonts", PACKAGE / "reports" / "fonts")]
WHITENOISE_USE_FINDERS = True  # served from the package: nothing to collect first
WHITENOISE_MAX_AGE = 3600
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a review of a large plan posts one choice for each thing read
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_PERMISSIONS = 0o600

# Background work
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# E-mail
vars().update(env.email_url("GOLDTHREAD_EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env("GOLDTHREAD_EMAIL_FROM", default="Goldthread <goldthread@localhost>")

# Logs: what happened to which request, never whose words
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"goldthread": {"level": "INFO"}, "axes": {"level": "ERROR"}},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
