"""Django's settings. What an installation may choose comes through `environment`."""

from __future__ import annotations

import os

from csp.constants import NONE, SELF

from suunta.config.environment import PACKAGE, read_environment

_chosen = read_environment(os.environ)

SUUNTA_DATA = _chosen.data
SECRET_KEY = _chosen.secret_key
DEBUG = _chosen.debug
ALLOWED_HOSTS = _chosen.hosts
DATABASES = {"default": _chosen.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",
    "suunta.web.shared",
    "suunta.web.public",
    "suunta.web.desk",
    "suunta.web.rounds",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "rules",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "suunta.store",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "suunta.web.shared.headers.AnswerHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "suunta.web.shared.languages.PageLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "suunta.web.shared.access.DeclaredAccess",
    "suunta.web.shared.errors.PlainRefusals",
]

ROOT_URLCONF = "suunta.config.urls"
WSGI_APPLICATION = "suunta.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "suunta.web.shared.frame.frame",
            ],
        },
    },
]

LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
TIME_ZONE = "Europe/Helsinki"
USE_TZ = True
USE_I18N = True
MODELTRANSLATION_DEFAULT_LANGUAGE = "fi"
# A text that is missing in a language is shown in its original one by core.texts, which says so;
# a silent fallback would hide that.
MODELTRANSLATION_ENABLE_FALLBACKS = False

STATIC_URL = "/static/"
STATIC_ROOT = SUUNTA_DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

AUTH_USER_MODEL = "store.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
CSRF_FAILURE_VIEW = "suunta.web.shared.errors.csrf_failed"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"

# No inline script or style and no eval anywhere: charts are static SVG, htmx runs without both.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = _chosen.https
SECURE_HSTS_SECONDS = 31_536_000 if _chosen.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _chosen.behind_proxy else None
# allauth and web.shared.rates count requests by the address that the one proxy in front wrote.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if _chosen.behind_proxy else 0
# The probes of a load balancer come over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _chosen.https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# A file goes to the disk, never through the server's memory, in the data folder: what the system
# keeps for temporary files may be memory too.
FILE_UPLOAD_HANDLERS = ["suunta.config.uploads.BoundedUploads"]
FILE_UPLOAD_TEMP_DIR = SUUNTA_DATA / "incoming"
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, exist_ok=True)
DATA_UPLOAD_MAX_NUMBER_FILES = 1

# Long work is done by `suunta worker`, its queue in the database.
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]},
}

EMAIL_BACKEND = _chosen.mail["EMAIL_BACKEND"]
EMAIL_HOST = _chosen.mail.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _chosen.mail.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _chosen.mail.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _chosen.mail.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = bool(_chosen.mail.get("EMAIL_USE_TLS"))
EMAIL_USE_SSL = bool(_chosen.mail.get("EMAIL_USE_SSL"))
# A mail server that does not answer holds up the worker no longer than this.
EMAIL_TIMEOUT = 20
SUUNTA_SOURCES_ALLOW_PRIVATE = _chosen.sources_allow_private

DEFAULT_FROM_EMAIL = SERVER_EMAIL = _chosen.mail_from
# What links in mails begin with.
SUUNTA_ADDRESS = _chosen.address

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"links": {"()": "suunta.web.shared.discretion.LinksLeftOut"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["links"]},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
