"""Send what waits, as `manage.py werk` does; started and killed by test_post.py."""

import django

django.setup()

from berichten.post import verstuur_wachtende  # noqa: E402 - after setup

verstuur_wachtende()
