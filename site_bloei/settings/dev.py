"""Settings for development and the demo: nothing to fill in, an embedded PostgreSQL, mail in a folder."""

import os

from site_bloei.postgres import ingebouwde_database_url

from .omgeving import BASE_DIR, omgeving

VAR_DIR = BASE_DIR / "var"
os.environ.setdefault("SECRET_KEY", "alleen-voor-ontwikkeling-en-demo-nooit-voor-productie")
os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
if not omgeving("DATABASE_URL"):
    os.environ["DATABASE_URL"] = ingebouwde_database_url(VAR_DIR)

from .base import *  # noqa: E402

DEBUG = omgeving.bool("DEBUG", default=True)
DEMO = omgeving("DEMO")
DEMO_WACHTWOORD = omgeving("DEMO_WACHTWOORD")
INSTALLED_APPS = ["demo", *INSTALLED_APPS]

# Development and demo run on plain http.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_PROXY_SSL_HEADER = None

if not omgeving("EMAIL_URL"):
    VERZEND_BACKEND = "berichten.postvak.MapBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"

if DEBUG:
    STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
