"""The WSGI application that gunicorn serves; production settings unless told otherwise."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_bloei.settings.base")


def begrens_vragen(connection, **kwargs) -> None:
    """No visitor keeps a connection busy for ever. Not a setting of the database: commands may take their time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, false)", [f"{settings.VRAAG_GEDULD}s"])


application = get_wsgi_application()
# What it reads from the database it only knows once Django is set up.
from site_bloei.bewaard import Bewaard  # noqa: E402
from site_bloei.opwarmen import warm_op  # noqa: E402

if settings.OPWARMEN:
    warm_op(application)
application = Bewaard(application)
connection_created.connect(begrens_vragen, dispatch_uid="begrens_vragen")
