"""Settings for the tests: the embedded PostgreSQL, mail in memory, quick passwords."""

import atexit
import os
import secrets
import shutil
import tempfile

from site_bloei.postgres import ingebouwde_database_url
from site_bloei.postgres_installed import programs

from .omgeving import BASE_DIR, omgeving

os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
os.environ["ALLOWED_HOSTS"] = "localhost,127.0.0.1,testserver"
os.environ["SITE_URL"] = "http://localhost"
os.environ.setdefault("LOG_VORM", "tekst")
if not omgeving("DATABASE_URL"):
    os.environ["DATABASE_URL"] = ingebouwde_database_url(BASE_DIR / "var")
    os.environ.setdefault("POSTGRES_PROGRAMMAS", str(programs()))

from .base import *

SECRET_KEY = "alleen-voor-de-tests"  # noqa: S105 - the same in every process, and far too short for production
DEMO_WACHTWOORD = omgeving("DEMO_WACHTWOORD")
INSTALLED_APPS = ["oefenen", "demo", *INSTALLED_APPS]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
VERZEND_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = tempfile.mkdtemp(prefix="bloei-test-media-")
atexit.register(shutil.rmtree, MEDIA_ROOT, ignore_errors=True)
WISLIJST = f"{MEDIA_ROOT}/wislijst.csv"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
TWEEDE_FACTOR = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_PROXY_SSL_HEADER = None
PROXY_AANTAL = 0
# Parts of the tests that run at the same time each have one of their own (Makefile).
DATABASES["default"]["TEST"] = {"NAME": omgeving("TEST_DATABASE")}
# A test database may be lost in a crash; not waiting for the disk makes the tests faster.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off -c jit=off"
# Otherwise every test client begins by reading through all collected static files.
WHITENOISE_AUTOREFRESH = True
OPWARMEN = False
