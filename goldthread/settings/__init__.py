"""Settings of the site. Every one that an installation changes is read from the environment, with a default that is safe.

``GOLDTHREAD_HOME``          folder of the database, uploads and key; ``goldthread-home`` in the working folder
``GOLDTHREAD_DATABASE_URL``  ``postgresql://…``; without it SQLite in the home folder
``GOLDTHREAD_HOSTS``         names the site answers to, with commas; this machine only unless told
``GOLDTHREAD_SECRET_KEY``    signs sessions; without it a key kept in the home folder
``GOLDTHREAD_DEBUG``         shows faults in full; refused when the site answers to a public name
``GOLDTHREAD_HTTPS``         whether readers come by https; yes as soon as a host is public
``GOLDTHREAD_TRUST_PROXY``   one proxy stands in front and says by X-Forwarded-Proto and X-Forwarded-For how and from where a reader came
``GOLDTHREAD_GUESSES``       wrong passwords for one account in five minutes before more are refused; 10 unless told
``GOLDTHREAD_GUESSES_FROM``  the same from one network address; 10 unless told. More where a whole council comes from one address
``GOLDTHREAD_EMAIL_URL``     ``smtp://…``; without it e-mails are only printed
``GOLDTHREAD_EMAIL_FROM``    whom they come from; ``Goldthread <goldthread@localhost>`` unless told
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
HTTPS = env.bool("GOLDTHREAD_HTTPS", default=not secrets.is_private(ALLOWED_HOSTS))
PROXIED = env.bool("GOLDTHREAD_TRUST_PROXY", default=False)
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
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
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
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # a first password; a forgotten one is set within the hour (operations/accounts.py)
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
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "goldthread.operations.accounts.Links"
ACCOUNT_FORMS = {
    "login": "goldthread.web.accounts.forms.SignInForm",
    "change_password": "goldthread.web.accounts.forms.ChangePasswordForm",
    "reset_password": "goldthread.web.accounts.forms.ForgottenForm",
    "reset_password_from_key": "goldthread.web.accounts.forms.NewPasswordForm",
    "reauthenticate": "goldthread.web.accounts.forms.ConfirmForm",
}
GUESSES, GUESSES_FROM = env.int("GOLDTHREAD_GUESSES", default=10), env.int("GOLDTHREAD_GUESSES_FROM", default=10)
ACCOUNT_RATE_LIMITS = {
    "login": "100/m/ip",  # a whole council may stand behind one address on a Monday morning; only failures are dear
    "login_failed": f"{GUESSES_FROM}/5m/ip,{GUESSES}/5m/key",  # key: an account, whatever the address; or one person's second step
    "reauthenticate": "20/5m/user",
    "reset_password": "20/m/ip,3/15m/key",
    "change_password": "10/5m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PROXIED else 0
MFA_ADAPTER = "goldthread.web.accounts.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Goldthread"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are the administrators' to verify
MFA_RATE_LIMITS = {"webauthn_login": "100/m/ip"}  # a passkey cannot be guessed
MFA_FORMS = {
    "authenticate": "goldthread.web.accounts.forms.CodeForm",
    "reauthenticate": "goldthread.web.accounts.forms.CodeAgainForm",
    "activate_totp": "goldthread.web.accounts.forms.AddAppForm",
    "add_webauthn": "goldthread.web.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "goldthread.web.accounts.forms.NamePasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "goldthread.web.accounts.adapter.DirectoryAdapter"
SOCIALACCOUNT_PROVIDERS = oidc.providers(env)
SOCIALACCOUNT_ONLY = False

# Lockout: five wrong passwords for one account from one address close that door for fifteen minutes; ten for an account from anywhere, or
# ten from one address for anybody, close it for five (ACCOUNT_RATE_LIMITS). Whether the account exists makes no difference.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page says when to try again, and that stays true
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "goldthread.web.accounts.lockout.account_name"
AXES_CLIENT_IP_CALLABLE = "goldthread.web.accounts.lockout.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "goldthread.web.accounts.lockout.locked_out"
AXES_VERBOSE = False  # it would write account names into the log
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "password", "oldpassword", "csrfmiddlewaretoken", "next"]
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_DISABLE_ACCESS_LOG = True  # who came and went is in the history
AXES_ENABLE_ADMIN = False

# Counters that all workers share. In the database, since adding a row is all or nothing there: of two guesses at once both are counted,
# which files do not promise. Only sign-in and the like count, so no page waits for it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "goldthread_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # what has not run out is thrown away only beyond that, so that nobody floods a counter away
    }
}

# Sessions: thirty minutes without a page, twelve hours at most
SESSION_COOKIE_AGE = LONGEST_SECONDS = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
IDLE_SECONDS = 30 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "goldthread.web.errors.csrf_failure"

# Headers
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # whoever watches over the site asks it from inside, without https
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = False  # what stands below this address is not Goldthread's to decide
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIED else None
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
        "form-action": ["'self'", *oidc.origins(env)],  # browsers hold a form to it even where it is sent on to
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

# Files
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static", ("fonts", PACKAGE / "reports" / "fonts")]
WHITENOISE_USE_FINDERS = True  # served from the package: nothing to collect first
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 3600
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a review of a large plan posts one choice for each thing read
FILE_UPLOAD_HANDLERS = ["goldthread.web.documents.uploads.CappedUploadHandler"]
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
    "formatters": {"plain": {"()": "goldthread.settings.logs.WithoutWords", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "goldthread": {"level": "INFO"},
        "axes": {"level": "ERROR"},
        "django": {"handlers": [], "propagate": True},  # not Django's own: it sends whole tracebacks by e-mail
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # its message is what a stranger typed
    },
}
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # subdomains and preloading, see SECURE_HSTS_INCLUDE_SUBDOMAINS
