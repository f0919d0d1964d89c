"""Asking for a page of each kind before visitors do, in the process that makes the others (docs/adr/0045)."""

import gc
import io
import logging
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import DatabaseError, connections
from wagtail.models import get_page_models

from core.openbaar import openbaar
from core.talen.adres import pad_in_taal
from core.talen.taal import BRONTAAL, talen

# Nothing that is printed: what sets the type makes threads of its own, and a thread doesn't survive a fork.
ADRESSEN = (
    "/agenda.ics",
    "/nieuw.xml",
    "/sitemap.xml",
    "/zoeken/?q=dorp",
    "/cms/login/",
    "/api/v1/paginas?metInhoud=true",
)

logger = logging.getLogger(__name__)


def warm_op(applicatie: Callable[..., Iterable[bytes]]) -> None:
    """Ask for one page of each kind in Dutch, and for the front page in each language. A site that isn't there yet begins cold."""
    try:
        for adres in _adressen():
            _vraag(applicatie, adres)
    except DatabaseError:
        logger.warning("De website begint koud: de databank is er niet, of is nog leeg.")
    finally:
        # A connection can't be shared with the workers.
        connections.close_all()
    gc.collect()
    # What is here stays; looking through it for garbage would make a copy of it in each worker.
    gc.freeze()


def _adressen() -> Iterator[str]:
    yield from ADRESSEN
    yield from (pad_in_taal("/", taal) for taal in talen())
    for soort in get_page_models():
        pagina = openbaar(soort.objects.filter(locale__language_code=BRONTAAL)).first()
        if pagina and (delen := pagina.get_url_parts()):
            yield delen[2]


def _vraag(applicatie: Callable[..., Iterable[bytes]], adres: str) -> None:
    site = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    pad, _, vraag = adres.partition("?")
    environ = {
        "PATH_INFO": pad,
        "QUERY_STRING": vraag,
        "HTTP_HOST": site.netloc,
        "HTTP_X_FORWARDED_PROTO": site.scheme,
        "wsgi.url_scheme": site.scheme,
        "wsgi.errors": io.StringIO(),
    }
    setup_testing_defaults(environ)
    antwoord = applicatie(environ, lambda *gezegd: None)
    for _ in antwoord:
        pass
    getattr(antwoord, "close", lambda: None)()
