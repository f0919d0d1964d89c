"""The WSGI application that gunicorn serves; production settings unless told otherwise."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_bloei.settings.base")


# All that is asked fits in memory, where reading here and there costs as much as reading on; compiling a question takes
# longer than answering it; and two lists that are laid side by side are read to their end where a few rows were asked.
KLEINE_VRAGEN = {"random_page_cost": "1.1", "jit": "off", "enable_mergejoin": "off"}


def begrens_vragen(connection, **kwargs) -> None:
    """No visitor keeps a connection busy for ever. Not a setting of the database: commands may take their time."""
    zet = {"statement_timeout": f"{settings.VRAAG_GEDULD}s", **KLEINE_VRAGEN}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(naam, waarde, false) FROM unnest(%s::text[], %s::text[]) AS zet(naam, waarde)",
            [list(zet), list(zet.values())],
        )


application = get_wsgi_application()
# What it reads from the database it only knows once Django is set up.
from site_bloei.bewaard import Bewaard  # noqa: E402

application = Bewaard(application)
connection_created.connect(begrens_vragen, dispatch_uid="begrens_vragen")
