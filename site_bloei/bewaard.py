"""The answer that was given before, given again for as long as nothing public has changed (docs/adr/0030).

This stands before Django: it asks the database for one number, and when that is still the number that an answer was
made under, the answer goes out as it is. Only for visitors without a cookie, and only what a view said may be kept
(`core.voorwaardelijk`). Each process keeps its own; the number is in the database, so that every process is right.
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from threading import Event, Lock
from time import monotonic
from typing import Any, TypeGuard

from django.db import DatabaseError, InterfaceError, connection

from core.geheugen import GELEZEN
from core.inhoudsversie import huidige_inhoudsversie
from core.tijd import vandaag
from core.voorwaardelijk import TE_BEWAREN, heeft
from site_bloei.bewaarplaats import Antwoord, Bewaarplaats, Kop

Environ = dict[str, Any]
WSGI = Callable[[Environ, Callable], Iterable[bytes]]

RUIMTE = 24 * 1024 * 1024
GROOTST = 2 * 1024 * 1024  # bytes of one answer; the calendar of all villages is the largest
LANGSTE_VRAAG = 500  # characters after the ?; longer ones are nobody's habit
# Seconds since an answer was still right: so long others get it while one request makes the new one.
OUD_MAG = 1.0
ONTHOUDEN = 8  # versions
GEDULD = 5.0  # seconds that a request waits for another that makes the same answer

NOOIT = ("/cms/", "/static/", "/media/")
KOPPEN = ("HTTP_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_ACCEPT", "HTTP_ACCEPT_CRS")
VARIEERT = {"accept", "accept-encoding", "accept-crs", "cookie"}
GZIP = re.compile(r"\bgzip\b")


class Bewaard:
    """A WSGI application around another one. `geteld` counts what became of the questions that could be kept."""

    def __init__(self, applicatie: WSGI, ruimte: int = RUIMTE) -> None:
        self.applicatie = applicatie
        self.plaats = Bewaarplaats(ruimte)
        self.geteld: Counter[str] = Counter()
        self._bezig: dict[tuple, Event] = {}
        # When each of the last versions was still the newest.
        self._gold: OrderedDict[tuple, float] = OrderedDict()
        self._slot = Lock()

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        sleutel = sleutel_van(environ)
        if sleutel is None:
            return self.applicatie(environ, start_response)
        nu = monotonic()
        try:
            # Before the content, never after it: see `huidige_inhoudsversie`.
            gelezen = environ[GELEZEN] = huidige_inhoudsversie()
            versie = (gelezen.nummer, vandaag())
        except (DatabaseError, InterfaceError):
            # Django makes a new connection, or says that the database is away.
            connection.close()
            return self.applicatie(environ, start_response)
        self._onthoud(versie, nu)
        antwoord = self.plaats.pak(sleutel)
        if _past(antwoord, versie, environ):
            return self._geef(antwoord, environ, start_response, "hit")
        return self._om_de_beurt(sleutel, versie, antwoord, environ, start_response)

    def _om_de_beurt(
        self,
        sleutel: tuple,
        versie: tuple,
        vorig: Antwoord | None,
        environ: Environ,
        start_response: Callable,
    ) -> Iterable[bytes]:
        """Make the answer, unless another request does so already."""
        with self._slot:
            ander = self._bezig.get(sleutel)
            if ander is None:
                eigen = self._bezig[sleutel] = Event()
        if ander:
            if vorig and vorig.inhoud is not None and self._was_net_nog_goed(vorig):
                return self._geef(vorig, environ, start_response, "stale")
            ander.wait(GEDULD)
            gemaakt = self.plaats.pak(sleutel)
            if _past(gemaakt, versie, environ):
                return self._geef(gemaakt, environ, start_response, "hit")
            return self._maak(sleutel, versie, environ, start_response)
        try:
            return self._maak(sleutel, versie, environ, start_response)
        finally:
            del self._bezig[sleutel]
            eigen.set()

    def _maak(
        self, sleutel: tuple, versie: tuple, environ: Environ, start_response: Callable
    ) -> Iterable[bytes]:
        gezegd: list[Any] = []
        delen = self.applicatie(environ, lambda *wat: gezegd.extend(wat))
        status, koppen, *_ = gezegd
        if not environ.get(TE_BEWAREN) or not _mag_bewaard(status, koppen):
            # What was there may be gone, or behind a password by now.
            self.plaats.vergeet(sleutel)
            start_response(*gezegd)
            return delen
        inhoud = b"".join(delen)
        # Django waits for this to close its connection and the like.
        getattr(delen, "close", lambda: None)()
        if len(inhoud) <= GROOTST:
            bewaard = None if status.startswith("304") else inhoud
            self.plaats.zet(sleutel, Antwoord(*versie, tuple(koppen), bewaard))
        self.geteld["miss"] += 1
        start_response(status, [*koppen, ("Cache-Status", "bloei; fwd=miss")])
        return [inhoud]

    def _onthoud(self, versie: tuple, moment: float) -> None:
        with self._slot:
            self._gold[versie] = max(moment, self._gold.get(versie, moment))
            if len(self._gold) > ONTHOUDEN:
                self._gold.popitem(last=False)

    def _was_net_nog_goed(self, antwoord: Antwoord) -> bool:
        """Whether this process saw less than a second ago that nothing had changed since this answer was made."""
        gold = self._gold.get((antwoord.nummer, antwoord.dag))
        return gold is not None and monotonic() - gold < OUD_MAG

    def _geef(
        self, antwoord: Antwoord, environ: Environ, start_response: Callable, hoe: str
    ) -> Iterable[bytes]:
        self.geteld[hoe] += 1
        koppen = [*antwoord.koppen, ("Cache-Status", "bloei; hit" if hoe == "hit" else "bloei; fwd=stale")]
        if heeft(environ.get("HTTP_IF_NONE_MATCH", ""), antwoord.etag):
            start_response("304 Not Modified", [kop for kop in koppen if not _over_inhoud(kop)])
            return []
        start_response("200 OK", koppen)
        return [antwoord.inhoud or b""]


def sleutel_van(environ: Environ) -> tuple | None:
    """What an answer may differ by; None for a question whose answer isn't kept."""
    if (
        environ["REQUEST_METHOD"] != "GET"
        or not environ.keys().isdisjoint(("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_RANGE"))
        or len(environ.get("QUERY_STRING", "")) > LANGSTE_VRAAG
        or environ.get("PATH_INFO", "").startswith(NOOIT)
    ):
        return None
    return (
        environ["wsgi.url_scheme"],
        *(environ.get(kop, "") for kop in KOPPEN),
        environ.get("SCRIPT_NAME", ""),
        environ.get("PATH_INFO", ""),
        environ.get("QUERY_STRING", ""),
        bool(GZIP.search(environ.get("HTTP_ACCEPT_ENCODING", ""))),
    )


def _past(antwoord: Antwoord | None, versie: tuple, environ: Environ) -> TypeGuard[Antwoord]:
    """Whether this is the newest, and there is enough of it for who asks."""
    if antwoord is None or (antwoord.nummer, antwoord.dag) != versie:
        return False
    return antwoord.inhoud is not None or heeft(environ.get("HTTP_IF_NONE_MATCH", ""), antwoord.etag)


def _mag_bewaard(status: str, koppen: list[Kop]) -> bool:
    if status[:3] not in ("200", "304"):
        return False
    gezegd = {naam.lower(): waarde for naam, waarde in koppen}
    varieert = {naam.strip().lower() for naam in gezegd.get("vary", "").split(",") if naam.strip()}
    return "set-cookie" not in gezegd and "etag" in gezegd and varieert <= VARIEERT


def _over_inhoud(kop: Kop) -> bool:
    return kop[0].lower() in ("content-type", "content-length", "content-encoding")
