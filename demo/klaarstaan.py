"""Settings of gunicorn for the demo: it gets ready while the site is being set up, and opens when it is told to.

Starting is mostly importing, which has nothing to wait for. Read by gunicorn, `--config=python:demo.klaarstaan`.
"""

import sys

import django

django.setup()
if not sys.stdin.readline():  # whoever started us is gone, or gave up
    sys.exit(1)
