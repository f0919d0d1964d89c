"""Kept answers that processes and machines share (docs/adr/0058, 0064).

Asked for what this process doesn't have itself, and before that is made. Under which number an answer is right still comes from
PostgreSQL, so what they share may be away, slow, full or empty: that costs time, and never a stale answer. What comes out of it was put
there by this version of Bloei! with this key, or it isn't used.
"""

import hashlib
import json
import logging
import struct
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from functools import cache
from hmac import compare_digest
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings

from core.inhoudsversie import Versie
from core.versiebord import versiebord
from machinekamer.tellen import GEDEELD_MIS
from site_bloei.bewaarplaats import Antwoord, Bewaarplaats
from site_bloei.kasten import Kast, MapKast, ValkeyKast

RUST = 5.0  # seconds that nobody asks what failed
STEMPEL = 16  # bytes
LENGTE = struct.Struct("!I")
# What an answer is made with beside content and our own apps: other code may make another answer of it.
MAAKSEL = ("templates/**/*.*", "locale/**/*.mo", "requirements/run.txt", "var/static/staticfiles.json")

logger = logging.getLogger(__name__)


def maak_bewaarplaats(ruimte: int) -> Bewaarplaats:
    """The store of this process; with VALKEY_URL or VERSIEBORD one that others share. `ruimte` is in bytes, of this process alone."""
    if settings.VALKEY_URL:
        return GedeeldeBewaarplaats(ruimte, ValkeyKast(settings.VALKEY_URL))
    if bord := versiebord():
        try:
            return GedeeldeBewaarplaats(ruimte, MapKast(bord.pad.with_name(f"{bord.pad.name}-antwoorden")))
        except OSError as fout:
            logger.warning("De map om antwoorden te delen is niet te gebruiken: %s", fout)
    return Bewaarplaats(ruimte)


class GedeeldeBewaarplaats(Bewaarplaats):
    def __init__(self, ruimte: int, kast: Kast) -> None:
        super().__init__(ruimte)
        self.kast = kast
        self._vraag_niet_tot = 0.0

    def haal(self, sleutel: tuple, versie: Versie, dag: date) -> Antwoord | None:
        naam = _naam(sleutel, versie, dag)
        ruw = self._vraag(self.kast.pak, naam)
        if ruw is None:
            return None
        antwoord = _lees(naam, ruw, versie.nummer, dag)
        if antwoord is None:
            GEDEELD_MIS.labels("vreemd").inc()
            return None
        self.zet(sleutel, antwoord)
        return antwoord

    def deel(self, sleutel: tuple, versie: Versie, antwoord: Antwoord) -> None:
        if antwoord.inhoud is None or not versie.nummer:
            return
        naam = _naam(sleutel, versie, antwoord.dag)
        self._vraag(self.kast.zet, naam, _schrijf(naam, antwoord.koppen, antwoord.inhoud))

    def beurt(self, sleutel: tuple, versie: Versie, dag: date, geduld: float) -> AbstractContextManager[bool]:
        return self.kast.beurt(_naam(sleutel, versie, dag), geduld)

    def _vraag(self, opdracht: Callable[..., bytes | None], *wat: Any) -> bytes | None:
        if monotonic() < self._vraag_niet_tot:
            return None
        try:
            return opdracht(*wat)
        except self.kast.fouten as fout:
            self._vraag_niet_tot = monotonic() + RUST
            GEDEELD_MIS.labels("fout").inc()
            # Not what it says: that may hold its address and password.
            logger.warning(
                "%s doet het niet (%s); antwoorden worden zolang opnieuw gemaakt.",
                self.kast.naam,
                type(fout).__name__,
            )
            return None


def _naam(sleutel: tuple, versie: Versie, dag: date) -> str:
    """The moment of the last change goes along: after a restore the numbers are given out once more."""
    wat = repr((sleutel, versie.nummer, versie.gewijzigd.isoformat(), dag.isoformat())).encode()
    return hashlib.blake2b(wat, key=_geheim(), digest_size=24).hexdigest()


def _schrijf(naam: str, koppen: tuple, inhoud: bytes) -> bytes:
    """A stamp, the length of the headers, the headers, and the answer as it went out."""
    kop = json.dumps(koppen).encode()
    deel = LENGTE.pack(len(kop)) + kop + inhoud
    return _stempel(naam, deel) + deel


def _lees(naam: str, ruw: bytes, nummer: int, dag: date) -> Antwoord | None:
    stempel, deel = ruw[:STEMPEL], ruw[STEMPEL:]
    if not compare_digest(stempel, _stempel(naam, deel)):
        return None
    (lengte,) = LENGTE.unpack_from(deel)
    eind = LENGTE.size + lengte
    koppen = tuple((str(kop), str(waarde)) for kop, waarde in json.loads(deel[LENGTE.size : eind]))
    return Antwoord(nummer, dag, koppen, deel[eind:])


def _stempel(naam: str, deel: bytes) -> bytes:
    return hashlib.blake2b(naam.encode() + deel, key=_geheim(), digest_size=STEMPEL).digest()


@cache
def _geheim() -> bytes:
    """Who doesn't have the key of the site can't put anything on it; a site with other code or another name has another one."""
    maaksel = hashlib.blake2b(key=settings.SECRET_KEY.encode()[:64], digest_size=32)
    maaksel.update(repr((settings.SECRET_KEY, settings.WAGTAILADMIN_BASE_URL, settings.LANGUAGES)).encode())
    wortel = Path(settings.BASE_DIR)
    apps = {"site_bloei", *(app.split(".")[0] for app in settings.INSTALLED_APPS)}
    for patroon in (*(f"{app}/**/*.py" for app in sorted(apps)), *MAAKSEL):
        for pad in sorted(wortel.glob(patroon)):
            maaksel.update(pad.read_bytes())
    return maaksel.digest()
