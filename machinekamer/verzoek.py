"""Around each request: its number, how long it took, and one line in the log.

This stands before everything else, so that a kept answer, a static file and an error are counted too.
"""

import logging
import re
import time
from collections.abc import Callable, Iterable
from os import urandom
from typing import Any

from django.conf import settings

from core.leeskopie import GELEZEN_VAN
from machinekamer import tellen
from machinekamer.logboek import verzoeknummer

logger = logging.getLogger(__name__)
Environ = dict[str, Any]

KOP = "X-Request-ID"
NUMMER = re.compile(r"[0-9a-fA-F-]{16,64}")
# In the WSGI environment: the pattern of the address that answered, which holds nobody's link or name.
PATROON = "bloei.patroon"
# And what became of an answer that may be kept.
UITKOMST = "bloei.uitkomst"
DELEN = ("api", "cms", "media", "static", "documenten", "afbeeldingen", "healthz", "metrics")
STIL = ("static", "media", "healthz", "metrics")
METHODEN = ("GET", "HEAD", "POST", "OPTIONS")


# Who else is told of each answer: how it went, the pattern of its address, its number (sporen.py).
melders: list[Callable[[tellen.Verzoek, str, str], None]] = []


class Gemeten:
    """A WSGI application around another one."""

    def __init__(self, applicatie: Callable[..., Iterable[bytes]]) -> None:
        self.applicatie = applicatie

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        begin, nummer = time.monotonic(), _nummer(environ)
        verzoeknummer.set(nummer)
        status_ervan = "500"

        def start(status: str, koppen: list[tuple[str, str]], *fout: Any) -> Any:
            nonlocal status_ervan
            status_ervan = status[:3]
            return start_response(status, [*koppen, (KOP, nummer)], *fout)

        try:
            return self.applicatie(environ, start)
        finally:
            _schrijf_op(environ, status_ervan, time.monotonic() - begin)


def _nummer(environ: Environ) -> str:
    """The number that our own proxy gave, or a new one."""
    gegeven = environ.get("HTTP_X_REQUEST_ID")
    if gegeven and settings.PROXY_AANTAL and NUMMER.fullmatch(gegeven):
        return gegeven
    return urandom(16).hex()


def _schrijf_op(environ: Environ, status: str, duur: float) -> None:
    pad = environ.get("PATH_INFO", "")
    eerste = pad.split("/")[1] if "/" in pad else ""
    deel = eerste if eerste in DELEN else "site"
    methode = environ["REQUEST_METHOD"] if environ["REQUEST_METHOD"] in METHODEN else "anders"
    dit = tellen.Verzoek(deel, methode, status, duur, environ.get(UITKOMST, ""))
    tellen.tel(dit)
    for meld in melders:
        meld(dit, environ.get(PATROON) or deel, verzoeknummer.get())
    if gelezen_van := environ.get(GELEZEN_VAN):
        tellen.LEESKOPIE.labels(gelezen_van).inc()
    opvallend = status >= "500" or duur >= settings.TRAAG_ANTWOORD
    niveau = logging.WARNING if opvallend else logging.INFO
    if not logger.isEnabledFor(niveau) or (deel in STIL and not opvallend):
        return
    gegevens = {
        "methode": methode,
        "adres": environ.get(PATROON) or pad,
        "status": int(status),
        "seconden": round(duur, 3),
    }
    # Not `logger.log`: that looks in the stack for where it was called, for each answer.
    regel = logger.makeRecord(
        logger.name, niveau, __file__, 0, "%s %s", (methode, status), None, extra={"gegevens": gegevens}
    )
    logger.handle(regel)
