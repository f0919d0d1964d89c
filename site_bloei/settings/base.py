"""Settings that are safe for production. `dev` and `test` loosen them; nothing here is loose.

The environment variables are declared in `omgeving.py` and explained in `docs/instellingen.md`; what a browser is told for
safety stands in `beveiliging.py`, what is decided about residents in `inwoners.py`, what is written in the log in `logboek.py`.
"""

from typing import Any

from .beveiliging import *
from .inwoners import *
from .logboek import *
from .omgeving import BASE_DIR, omgeving, vereis, vereis_sleutel

VAR_DIR = BASE_DIR / "var"

vereis(["SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS"])

DEBUG = DEMO = False

SECRET_KEY = omgeving("SECRET_KEY")
vereis_sleutel(SECRET_KEY)
ALLOWED_HOSTS = omgeving("ALLOWED_HOSTS")

INSTALLED_APPS = [
    "machinekamer",
    "toegang",
    "api",
    "druk",
    "kanalen",
    "search",
    "home",
    "meedoen",
    "volgen",
    "kernpagina",
    "projecten",
    "vertalen",
    "inwoners",
    "berichten",
    "core",
    # Not wagtail_localize.locales: that one adds a button that copies a whole tree into another language.
    "wagtail.locales",
    "wagtail_localize",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.documents",
    "wagtail.images",
    # After documents and images: it looks for hooks, and ours replace the policies that those two register.
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    # For its words in Dutch: Wagtail says with it how long ago something was.
    "django.contrib.humanize",
    "django.contrib.postgres",
    # Last: it switches off what Wagtail's own apps connect when they start (werkplek/signal_handlers.py).
    "werkplek",
]

MIDDLEWARE = [
    "site_bloei.middleware.KoppenMiddleware",
    "api.middleware.ApiMiddleware",
    "core.goedkeuring.uitzondering.VierOgenMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "site_bloei.middleware.ContentSecurityPolicyMiddleware",
    "machinekamer.middleware.WachtMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.GeheugenMiddleware",
    "core.middleware.TaalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "toegang.poort.PoortMiddleware",
    "werkplek.afscherming.AfschermingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.middleware.OmleidingMiddleware",
    "site_bloei.middleware.OnleesbaarMiddleware",
]

ROOT_URLCONF = "site_bloei.urls"
WSGI_APPLICATION = "site_bloei.wsgi.application"

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
                "wagtail.contrib.settings.context_processors.settings",
            ],
            # `{% lang page %}` says in which language a piece of text is; almost every template needs it.
            "builtins": ["core.templatetags.taal_tags"],
        },
    },
]

DATABASES: dict[str, dict[str, Any]] = {
    "default": {**omgeving.db_url("DATABASE_URL"), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
}
DATABASES["default"]["ENGINE"] = "site_bloei.databank"  # that may do something right before a commit
# A database that is away says so at once, instead of keeping every visitor and worker waiting for minutes.
opties = DATABASES["default"].setdefault("OPTIONS", {})
opties.setdefault("connect_timeout", 5)  # seconds
# A question is planned once for each connection. A pooler without prepared statements asks for `?server_side_binding=false`.
if opties.setdefault("server_side_binding", True) is True:
    opties.setdefault("prepare_threshold", 2)  # times that a question was asked before it is kept
# Seconds that one question may take; only for the website (wsgi.py): a command or the worker takes the time it needs.
VRAAG_GEDULD = omgeving("VRAAG_GEDULD")
# Whether the website is warm when it opens (wsgi.py).
OPWARMEN = True
# For copies (machinekamer/veilig): the folder of pg_dump when it isn't on the PATH, and by what they are encrypted.
POSTGRES_PROGRAMMAS = omgeving("POSTGRES_PROGRAMMAS")
VEILIG_SLEUTEL = omgeving("VEILIG_SLEUTEL")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "core.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{naam}"}
    for naam in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
LOGIN_URL = "wagtailadmin_login"
WAGTAILADMIN_USER_LOGIN_FORM = "werkplek.inloggen.InlogForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "werkplek.inloggen.WachtwoordForm"  # noqa: S105 - a form
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds

# Language and time. Dutch is the source language and has no prefix in the URL.
LANGUAGE_CODE = "nl"
TALEN = {
    "nl": "Nederlands",
    "en": "English",
    "pl": "Polski",
    "de": "Deutsch",
    "uk": "Українська",
    "ar": "العربية",
}
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    (code, TALEN.get(code, code)) for code in dict.fromkeys([LANGUAGE_CODE, *omgeving("TALEN")])
]
# The second one: what Wagtail says in the admin, in the words of Bloei!.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "beheer"]
FORMAT_MODULE_PATH = ["core.talen.vormen"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = True
# Sync would make pages that nobody asked for, and put text live that nobody approved.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Suggestions by a machine, when there is a server for it; they go the way of every text, past four eyes.
if omgeving("LIBRETRANSLATE_URL"):
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "vertalen.machine.LibreTranslate",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": omgeving("LIBRETRANSLATE_URL").rstrip("/"),
            "API_KEY": omgeving("LIBRETRANSLATE_SLEUTEL"),
        },
    }

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = omgeving("MEDIA_ROOT") or VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A kernagenda with a hundred points is one form with many fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Wagtail
WAGTAIL_SITE_NAME = "Bloei!"
WAGTAILADMIN_BASE_URL = omgeving("SITE_URL") or f"https://{ALLOWED_HOSTS[0]}"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "core.formulieren.tekstvak.TekstVak"}}
WAGTAILIMAGES_IMAGE_MODEL = "core.BloeiImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.fotos.formulier.FotoForm"
# As good as each other to the eye (some 37.5 dB): AVIF takes up to a tenth less than WebP and half of JPEG.
WAGTAILIMAGES_AVIF_QUALITY, WAGTAILIMAGES_WEBP_QUALITY, WAGTAILIMAGES_JPEG_QUALITY = 50, 75, 80
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 24 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_MODEL = "core.BloeiDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.goedkeuring.documentformulier.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# Each page is indexed with the word forms of its own language, see docs/adr/0014-search-per-language.md.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "search.zoekindex", "SEARCH_CONFIG": "dutch"},
}
# Nothing in the admin calls a third party.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict] = []
TAGGIT_CASE_INSENSITIVE = True
# How the admin writes dates in its forms; what it reads stands in core/talen/vormen.
WAGTAIL_DATE_FORMAT, WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y", "%d-%m-%Y %H:%M"
WAGTAILADMIN_COMMENTS_ENABLED = True

# Mail. EMAIL_URL is e.g. smtp+tls://user:password@host:587. Everything goes through the outbox; the worker sends it.
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
if omgeving("EMAIL_URL"):
    vars().update(omgeving.email_url_config(omgeving("EMAIL_URL")))
VERZEND_BACKEND, EMAIL_BACKEND = EMAIL_BACKEND, "berichten.uitgang.OutboxBackend"
# Minutes of quiet before one mail tells of all that was submitted or approved in them (berichten/verzamelen.py).
MAIL_RUST = omgeving("MAIL_RUST")
# What the mail server takes from us; 0: as much as there is.
MAIL_PER_MINUUT = omgeving("MAIL_PER_MINUUT")
# Who was erased, as codes: to erase them again when a copy of the database is put back (inwoners/wissen.py).
WISLIJST = omgeving("WISLIJST") or VAR_DIR / "wislijst.csv"
EMAIL_TIMEOUT = 30  # seconds that a mail server may be silent
DEFAULT_FROM_EMAIL = WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = SERVER_EMAIL = omgeving("EMAIL_AFZENDER")

# The four-eyes rule (core/goedkeuring)
WAGTAIL_FINISH_WORKFLOW_ACTION = "core.goedkeuring.afronden.publiceer_goedgekeurde"
# Our own mail (berichten) takes the place of Wagtail's.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False

# Wagtail's index work is done at once: the very next request has to find what was published. What may wait,
# such as mail, names the other backend; `manage.py werk` does it.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "achtergrond": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}
