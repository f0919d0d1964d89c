"""The WSGI application that gunicorn serves; production settings unless told otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_bloei.settings.base")

application = get_wsgi_application()
