"""The WSGI application that gunicorn serves; production settings unless told otherwise."""

import atexit
import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import suppress

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_bloei.settings.base")
# Seconds that a thread goes on before another that waits has its turn: an answer that is kept takes less than Python's own
# five milliseconds, and waits that long for who publishes.
WISSEL = 0.0005
# Of malloc.h.
M_TRIM_THRESHOLD, M_ARENA_MAX = -1, -8
TELLERS = "PROMETHEUS_MULTIPROC_DIR"  # prometheus-client's own; not a setting of ours


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


def deel_tellers() -> None:
    """One folder in which all processes that gunicorn makes of this one count together (it needs `--preload`).

    prometheus-client asks for it when it is imported, and not after.
    """
    if "prometheus_client" in sys.modules or TELLERS in os.environ:
        return
    map_ = os.environ[TELLERS] = tempfile.mkdtemp(prefix="bloei-tellers-")
    eigenaar = os.getpid()
    atexit.register(lambda: os.getpid() == eigenaar and shutil.rmtree(map_, ignore_errors=True))


def deel_een_hoop() -> None:
    """Threads take turns in Python, so one heap is enough for them; the C library gives each its own, and what is free in one
    isn't for another. What is free at the end of it goes back (mallopt(3); other C libraries have no such thing)."""
    with suppress(AttributeError, OSError):
        c = ctypes.CDLL(None)
        c.mallopt(M_ARENA_MAX, 1)
        c.mallopt(M_TRIM_THRESHOLD, 128 * 1024)


deel_tellers()
deel_een_hoop()
sys.setswitchinterval(WISSEL)
site = get_wsgi_application()
# What these read from the database they only know once Django is set up.
from machinekamer.verzoek import Gemeten  # noqa: E402
from site_bloei.bewaard import Bewaard  # noqa: E402
from site_bloei.opwarmen import warm_op  # noqa: E402
from site_bloei.stapel import met_ruimte  # noqa: E402

if settings.OPWARMEN:
    warm_op(site)
application = Gemeten(Bewaard(met_ruimte(site)))
connection_created.connect(begrens_vragen, dispatch_uid="begrens_vragen")
