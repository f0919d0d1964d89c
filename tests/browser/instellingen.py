"""The settings of the demo, but that logging in takes no half a second of hashing."""

from site_bloei.settings.dev import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
