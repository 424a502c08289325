"""Settings of the whole site: one file, read from the environment, refusing nonsense.

`.env.example` explains every variable.
"""

import os
import secrets
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from monitor import database, environment, logs

BASE_DIR = Path(__file__).resolve().parent.parent
MODE = environment.choice(os.environ, "MONITOR_MODE", ("demo", "production"), "demo")
PRODUCTION = MODE == "production"
DATA_DIR = environment.folder(os.environ, "MONITOR_DATA_DIR", BASE_DIR / "var")
RELEASES_DIR = environment.folder(os.environ, "MONITOR_RELEASES_DIR", DATA_DIR / "releases")

DEBUG = False
SINGLE_EDITOR = environment.flag(os.environ, "MONITOR_SINGLE_EDITOR", default=not PRODUCTION)
CONTACT = environment.mailbox(os.environ, "MONITOR_CONTACT")
RESPONSE_CACHE = environment.flag(os.environ, "MONITOR_RESPONSE_CACHE", default=True)
THROTTLE = environment.number(os.environ, "MONITOR_THROTTLE", default=120, most=1_000_000)
PROXIES = environment.number(os.environ, "MONITOR_PROXIES", default=1 if PRODUCTION else 0, most=10)


def secret_key() -> str:
    """The signing key: named in production, else kept in the data folder from the first start on."""
    named = os.environ.get("MONITOR_SECRET_KEY", "")
    if named:
        if len(named) < 50 or len(set(named)) < 5:
            raise ImproperlyConfigured("MONITOR_SECRET_KEY is too easy to guess: use 50 random characters or more.")
        return named
    if PRODUCTION:
        raise ImproperlyConfigured("MONITOR_SECRET_KEY is missing: production needs 50 random characters or more.")
    return kept_key(DATA_DIR / "secret-key")


def kept_key(path: Path) -> str:
    """Read the demo's key from `path`; the first process to come makes it, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mine = path.with_name(f"{path.name}.{os.getpid()}")
    if not path.exists():
        with open(os.open(mine, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(mine, path)  # whole, or not at all: nobody reads half a key
        mine.unlink()
    return path.read_text()


SECRET_KEY = secret_key()
ALLOWED_HOSTS = environment.names(
    os.environ, "MONITOR_HOSTS", [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]
)
if PRODUCTION and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("MONITOR_HOSTS is missing: name the hosts this site answers for, parted by commas.")
if PRODUCTION and not os.environ.get("DATABASE_URL"):
    raise ImproperlyConfigured("DATABASE_URL is missing: production needs a PostgreSQL 15 or later of its own.")

DATABASES = {"default": database.configuration(os.environ, DATA_DIR)}
CACHES = {"default": environment.cache(os.environ, "CACHE_URL")}
SHARED_CACHE = bool(os.environ.get("CACHE_URL", "").strip())
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "monitor",  # before the admin: its templates win
    "articles",
    "events",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
    "axes",
]

MIDDLEWARE = [
    "monitor.access.AccessMiddleware",  # every answer, also one that another middleware gives
    "monitor.policy.PolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "monitor.serving.public_answers.PublicAnswersMiddleware",  # what stands above is done for kept answers, too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "monitor.query_string.CleanQueryMiddleware",
    "monitor.request_body.BodyMiddleware",
    "monitor.problems.WordsMiddleware",
    "monitor.sessions.IdleSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "monitor.history.HistoryMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "monitor.urls"
WSGI_APPLICATION = "monitor.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
AUTHENTICATION_BACKENDS = ["monitor.lock_out.LockOutBackend", "django.contrib.auth.backends.ModelBackend"]

AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(hours=1)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # else whoever goes on trying locks out for good
AXES_RESET_ON_SUCCESS = True
AXES_HANDLER = "monitor.lock_out.LockOut"
AXES_LOCKOUT_PARAMETERS = "monitor.lock_out.counted_by"
AXES_USERNAME_CALLABLE = "monitor.lock_out.name_tried"
AXES_CLIENT_IP_CALLABLE = "monitor.lock_out.address"
AXES_CLIENT_STR_CALLABLE = "monitor.lock_out.in_the_log"
AXES_LOCKOUT_CALLABLE = "monitor.lock_out.refused"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static-built"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "monitor.static.StaticStorage"},
}

SESSION_COOKIE_AGE = 12 * 60 * 60  # of idleness: monitor/sessions.py
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = (
    ("__Host-sessionid", "__Host-csrftoken") if PRODUCTION else ("sessionid", "csrftoken")
)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no third cookie
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]  # asked behind the proxy, in plain HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION and PROXIES else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CSRF_FAILURE_VIEW = "monitor.problems.foreign_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000  # bytes of a body, but for the views that take more

CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_URLS_REGEX = r"^/api/"

PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")  # reading touches no session

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["monitor.rendering.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["monitor.parsing.JsonParser"],
    # A session counts for nothing here: public addresses ignore cookies.
    "DEFAULT_AUTHENTICATION_CLASSES": ["events.api.bearer.BearerAuthentication"],
    "DEFAULT_THROTTLE_CLASSES": ["monitor.throttling.AnonymousThrottle"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_FILTER_BACKENDS": ["articles.filters.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "articles.paging.KeysetPagination",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "monitor.problems.exception_handler",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Monitor",
    "DESCRIPTION": "Publications, issues and articles of a news digest, and the events each article reports.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {  # else a field's name names its values, and several are called `kind` or `status`
        "ActorKind": "events.models.ActorKind",
        "ArticleStatus": "articles.models.ArticleStatus",
        "AttributionScope": "events.models.AttributionScope",
        "DateBasis": "articles.models.DateBasis",
        "DateOrigin": "articles.models.DateOrigin",
        "EvidenceKind": "events.models.EvidenceKind",
        "GeoPrecision": "events.models.GeoPrecision",
        "MentionKind": "events.models.MentionKind",
        "PlaceKind": "events.models.PlaceKind",
        "Quad": "events.models.Quad",
        "QuotePolicy": "articles.models.QuotePolicy",
        "Reading": "events.models.Reading",
        "ReportStatus": "events.models.ReportStatus",
        "Role": "events.models.Role",
        "SourceKind": "articles.models.SourceKind",
        "WithdrawnFor": "events.models.WithdrawnFor",
    },
}

LOGGING = logs.configuration(os.environ, "json" if PRODUCTION else "text")
