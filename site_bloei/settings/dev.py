"""Settings for development and the demo: nothing to fill in, an embedded PostgreSQL, mail in a folder."""

import os
import secrets

from site_bloei.postgres import ingebouwde_database_url
from site_bloei.postgres_installed import programs

from .omgeving import VAR_DIR, omgeving

EIGEN_SLEUTEL = omgeving("SECRET_KEY")
# The one for production, that can't be known, gives way below to one that is the same in each process.
os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
# Who tries it out doesn't wait a quarter of an hour for a mail.
os.environ.setdefault("MAIL_RUST", "0")
os.environ.setdefault("LOG_VORM", "tekst")
os.environ.setdefault("VERSIEBORD", str(VAR_DIR / "versiebord"))
os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
if not omgeving("DATABASE_URL"):
    os.environ["DATABASE_URL"] = ingebouwde_database_url(VAR_DIR)
    os.environ.setdefault("POSTGRES_PROGRAMMAS", str(programs()))

from .base import *  # noqa: E402

# By its beginning, production refuses it.
SECRET_KEY = EIGEN_SLEUTEL or "django-insecure-alleen-voor-ontwikkeling-en-demo-nooit-voor-productie"
DEBUG = omgeving.bool("DEBUG", default=True)
DEMO = omgeving("DEMO")
DEMO_WACHTWOORD = omgeving("DEMO_WACHTWOORD")
INSTALLED_APPS = list(dict.fromkeys(["demo", *INSTALLED_APPS]))

# Whoever tries it out has no telephone at hand, and a password for each account. A banner says so.
TWEEDE_FACTOR = False

# Development and demo run on plain http.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_PROXY_SSL_HEADER = None
PROXY_AANTAL = 0

if not omgeving("EMAIL_URL"):
    VERZEND_BACKEND = "berichten.postvak.MapBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"

if DEBUG:
    OPWARMEN = False
    STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
