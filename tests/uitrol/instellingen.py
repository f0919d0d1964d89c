"""As production, but for what a test has no time for: style that was collected, a telephone with a code, a warm start."""

from site_bloei.settings.base import *

STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
# Each first look at a file would read through all that was collected.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
TWEEDE_FACTOR = OPWARMEN = False
