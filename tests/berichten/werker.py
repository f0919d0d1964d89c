"""Send what waits, as `manage.py werk` does, on the database of the tests; started and killed by test_post.py."""

import os

import django
from django.conf import settings

settings.DATABASES["default"]["NAME"] = os.environ["PROEF_DATABASE"]
settings.VERZEND_BACKEND = "berichten.postvak.MapBackend"
settings.EMAIL_FILE_PATH = os.environ["PROEF_MAIL"]
django.setup()

from berichten.post import verstuur_wachtende  # noqa: E402 - after setup

verstuur_wachtende()
