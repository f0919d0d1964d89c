"""Settings that are safe for production. `dev` and `test` loosen them; nothing here is loose.

The environment variables are declared in `omgeving.py` and explained in `docs/instellingen.md`. Beside it stand what a browser is told
for safety, which municipality this is, how one logs in, what is decided about residents, what is written in the log, what machines share, and how mail goes.
"""

from . import oefensite
from .beveiliging import *
from .gemeente import *
from .inloggen import *
from .inwoners import *
from .logboek import *
from .machines import *
from .omgeving import BASE_DIR, VAR_DIR, omgeving, vereis, vereis_sleutel
from .post import *

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
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
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
    "site_bloei.middleware.MethodenMiddleware",
    "machinekamer.middleware.WachtMiddleware",
    "site_bloei.codering.CoderingMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "werkplek.beurt.BeurtMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.GeheugenMiddleware",
    "core.middleware.TaalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
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

DATABASES = databanken()
# Seconds that one question may take; only for the website (wsgi.py): a command or the worker takes the time it needs.
VRAAG_GEDULD = omgeving("VRAAG_GEDULD")
# Whether the website is warm when it opens (wsgi.py).
OPWARMEN = True
# For copies (machinekamer/veilig): the folder of pg_dump when it isn't on the PATH, and by what they are encrypted.
POSTGRES_PROGRAMMAS = omgeving("POSTGRES_PROGRAMMAS")
VEILIG_SLEUTEL = omgeving("VEILIG_SLEUTEL")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

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
    "default": opslag(MEDIA_S3_URL),
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

# A site to practise on, beside the real one
OEFEN, OEFEN_ACCOUNTS = omgeving("OEFEN"), omgeving("OEFEN_ACCOUNTS")
OEFENSITE_URL = omgeving("OEFENSITE_URL")
if OEFEN:
    vars().update(oefensite.instellingen(vars()))
