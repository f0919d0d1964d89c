"""Public answers read from a copy of the database that follows it, where there is one (docs/adr/0059).

Only what follows from the content, the address and the day, and only while the copy has what the database had when this visit
began. Everything else, and everything while the copy is behind or away, is asked of the database itself.
"""

import logging
from collections.abc import Callable
from contextvars import ContextVar
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, InterfaceError, InternalError, OperationalError, connections
from django.http import HttpRequest, HttpResponse

from core.inhoudsversie import Versie, huidige_inhoudsversie

LEESKOPIE = "leeskopie"
RUST = 5.0  # seconds that nobody asks a copy that failed
# In the WSGI environment: what became of a question that might go to the copy: `gelezen`, `achter` or `weg`.
GELEZEN_VAN = "bloei.leeskopie"

# A question that can't be answered anywhere isn't one of these.
STUK = (OperationalError, InterfaceError, InternalError)

logger = logging.getLogger(__name__)
_leest: ContextVar[bool] = ContextVar("leest", default=False)
_vraag_niet_tot = 0.0


class Router:
    """Django asks it where to read and write. Never by where a row came from: what was read from the copy is written in the
    database, and read there once the answer is made."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return LEESKOPIE if _leest.get() else DEFAULT_DB_ALIAS

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, een: Any, ander: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


def lees(request: HttpRequest, versie: Versie, maak: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer that `maak` gives, made of the copy when that has this version or a newer one. `maak` writes nothing that it
    reads again, and may be called twice."""
    if LEESKOPIE not in settings.DATABASES or request.method not in ("GET", "HEAD") or request.COOKIES:
        return maak()
    antwoord, uitkomst = None, "weg"
    if monotonic() >= _vraag_niet_tot:
        try:
            # The copy only goes on, so each question after this one sees as much or more.
            if _heeft_de_kopie().nummer >= versie.nummer:
                antwoord, uitkomst = _van_de_kopie(maak), "gelezen"
            else:
                uitkomst = "achter"
        except STUK as fout:
            # Away, or in the way of what the database did meanwhile. If it was the database itself, it says so once more.
            _laat_rusten(fout)
    request.META[GELEZEN_VAN] = uitkomst
    return maak() if antwoord is None else antwoord


def _van_de_kopie(maak: Callable[[], HttpResponse]) -> HttpResponse:
    token = _leest.set(True)
    try:
        antwoord = maak()
        # A template is drawn later, unless it was drawn already.
        getattr(antwoord, "render", lambda: None)()
        return antwoord
    finally:
        _leest.reset(token)


def _heeft_de_kopie() -> Versie:
    try:
        return huidige_inhoudsversie(LEESKOPIE)
    except STUK:
        # After a restart of the copy this connection is dead, and the next one isn't.
        connections[LEESKOPIE].close()
        return huidige_inhoudsversie(LEESKOPIE)


def _laat_rusten(fout: Exception) -> None:
    global _vraag_niet_tot
    _vraag_niet_tot = monotonic() + RUST
    connections[LEESKOPIE].close()
    # Not what it says: that may hold addresses and values.
    logger.warning("De leeskopie van de databank doet het niet (%s).", type(fout).__name__)
