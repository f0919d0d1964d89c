"""Kept answers that processes and machines share, in Valkey (docs/adr/0058).

Asked for what this process doesn't have itself, and before that is made. Under which number an answer is right still comes from
PostgreSQL, so a Valkey that is away, slow, full or empty costs time, and never a stale answer. What comes out of it was put
there by this version of Bloei! with this key, or it isn't used.
"""

import hashlib
import json
import logging
import struct
from datetime import date
from functools import cache
from hmac import compare_digest
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from core.inhoudsversie import Versie
from machinekamer.tellen import GEDEELD_MIS
from site_bloei.bewaarplaats import Antwoord, Bewaarplaats

GEDULD = 0.1  # seconds: making most answers takes less
RUST = 5.0  # seconds that nobody asks a Valkey that failed
HOUDBAAR = 3600  # seconds; after a publication nobody asks for it any more
STEMPEL = 16  # bytes
LENGTE = struct.Struct("!I")
# What an answer is made with beside content and our own apps: other code may make another answer of it.
MAAKSEL = ("templates/**/*.*", "locale/**/*.mo", "requirements/run.txt", "var/static/staticfiles.json")

logger = logging.getLogger(__name__)


def maak_bewaarplaats(ruimte: int) -> Bewaarplaats:
    """The store of this process; with VALKEY_URL one that others share. `ruimte` is in bytes, of this process alone."""
    return GedeeldeBewaarplaats(ruimte, settings.VALKEY_URL) if settings.VALKEY_URL else Bewaarplaats(ruimte)


class GedeeldeBewaarplaats(Bewaarplaats):
    def __init__(self, ruimte: int, url: str) -> None:
        super().__init__(ruimte)
        try:
            import valkey
        except ImportError as fout:
            raise ImproperlyConfigured(
                "VALKEY_URL is gezet, maar het pakket valkey ontbreekt. Draai `make install-meer` (docs/productie.md)."
            ) from fout
        self._valkey = valkey.Valkey.from_url(url, socket_timeout=GEDULD, socket_connect_timeout=GEDULD)
        self._fouten = (valkey.ValkeyError, OSError)
        self._vraag_niet_tot = 0.0

    def haal(self, sleutel: tuple, versie: Versie, dag: date) -> Antwoord | None:
        naam = _naam(sleutel, versie, dag)
        ruw = self._vraag("get", naam)
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
        self._vraag("set", naam, _schrijf(naam, antwoord.koppen, antwoord.inhoud), ex=HOUDBAAR)

    def _vraag(self, opdracht: str, *wat: Any, **opties: Any) -> bytes | None:
        if monotonic() < self._vraag_niet_tot:
            return None
        try:
            antwoord = getattr(self._valkey, opdracht)(*wat, **opties)
        except self._fouten as fout:
            self._vraag_niet_tot = monotonic() + RUST
            GEDEELD_MIS.labels("fout").inc()
            # Not what it says: that may hold its address and password.
            logger.warning(
                "Valkey doet het niet (%s); antwoorden worden zolang opnieuw gemaakt.", type(fout).__name__
            )
            return None
        return antwoord if isinstance(antwoord, bytes) else None


def _naam(sleutel: tuple, versie: Versie, dag: date) -> bytes:
    """The moment of the last change goes along: after a restore the numbers are given out once more."""
    wat = repr((sleutel, versie.nummer, versie.gewijzigd.isoformat(), dag.isoformat())).encode()
    return b"bloei:" + hashlib.blake2b(wat, key=_geheim(), digest_size=24).hexdigest().encode()


def _schrijf(naam: bytes, koppen: tuple, inhoud: bytes) -> bytes:
    """A stamp, the length of the headers, the headers, and the answer as it went out."""
    kop = json.dumps(koppen).encode()
    deel = LENGTE.pack(len(kop)) + kop + inhoud
    return _stempel(naam, deel) + deel


def _lees(naam: bytes, ruw: bytes, nummer: int, dag: date) -> Antwoord | None:
    stempel, deel = ruw[:STEMPEL], ruw[STEMPEL:]
    if not compare_digest(stempel, _stempel(naam, deel)):
        return None
    (lengte,) = LENGTE.unpack_from(deel)
    eind = LENGTE.size + lengte
    koppen = tuple((str(kop), str(waarde)) for kop, waarde in json.loads(deel[LENGTE.size : eind]))
    return Antwoord(nummer, dag, koppen, deel[eind:])


def _stempel(naam: bytes, deel: bytes) -> bytes:
    return hashlib.blake2b(naam + deel, key=_geheim(), digest_size=STEMPEL).digest()


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
