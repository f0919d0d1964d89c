"""Around each request: its number, how long it took, and one line in the log.

This stands before everything else, so that a kept answer, a static file and an error are counted too.
"""

import logging
import re
import time
from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

from django.conf import settings

from machinekamer import metingen
from machinekamer.logboek import verzoeknummer

logger = logging.getLogger(__name__)
Environ = dict[str, Any]

KOP = "X-Request-ID"
NUMMER = re.compile(r"[0-9a-fA-F-]{16,64}")
# In the WSGI environment: the pattern of the address that answered, which holds nobody's link or name.
PATROON = "bloei.patroon"
DELEN = ("api", "cms", "media", "static", "documenten", "afbeeldingen", "healthz", "metrics")
STIL = ("static", "media", "healthz", "metrics")
METHODEN = ("GET", "HEAD", "POST", "OPTIONS")


class Gemeten:
    """A WSGI application around another one."""

    def __init__(self, applicatie: Callable[..., Iterable[bytes]]) -> None:
        self.applicatie = applicatie

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        begin, nummer = time.monotonic(), _nummer(environ)
        verzoeknummer.set(nummer)
        gezegd: list[Any] = []

        def start(status: str, koppen: list[tuple[str, str]], *fout: Any) -> Any:
            gezegd[:] = [int(status[:3]), dict(koppen).get("Cache-Status", "")]
            return start_response(status, [*koppen, (KOP, nummer)], *fout)

        try:
            return self.applicatie(environ, start)
        finally:
            _schrijf_op(environ, *(gezegd or [500, ""]), time.monotonic() - begin)


def _nummer(environ: Environ) -> str:
    """The number that our own proxy gave, or a new one."""
    gegeven = environ.get("HTTP_X_REQUEST_ID", "")
    return gegeven if settings.PROXY_AANTAL and NUMMER.fullmatch(gegeven) else uuid4().hex


def _schrijf_op(environ: Environ, status: int, bewaard: str, duur: float) -> None:
    pad = environ.get("PATH_INFO", "")
    eerste = pad.split("/")[1] if "/" in pad else ""
    deel = eerste if eerste in DELEN else "site"
    methode = environ["REQUEST_METHOD"] if environ["REQUEST_METHOD"] in METHODEN else "anders"
    metingen.VERZOEKEN.labels(deel, methode, str(status)).inc()
    metingen.DUUR.labels(deel).observe(duur)
    if bewaard:
        metingen.BEWAARD.labels(bewaard.partition("; ")[2]).inc()
    traag = duur >= settings.TRAAG_ANTWOORD
    if deel in STIL and status < 500 and not traag:
        return
    gegevens = {
        "methode": methode,
        "adres": environ.get(PATROON) or pad,
        "status": status,
        "seconden": round(duur, 3),
    }
    niveau = logging.WARNING if traag or status >= 500 else logging.INFO
    logger.log(niveau, "%s %s", methode, status, extra={"gegevens": gegevens})
