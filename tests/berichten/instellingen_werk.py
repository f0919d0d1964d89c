"""Settings for a worker process of its own on the database of the tests, with mail in a folder."""

import os

from site_bloei.settings.test import *

DATABASES["default"]["NAME"] = os.environ["PROEF_DATABASE"]
EMAIL_BACKEND = "berichten.postvak.MapBackend"
EMAIL_FILE_PATH = os.environ["PROEF_MAIL"]
