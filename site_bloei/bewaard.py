"""The answer that was given before, given again for as long as nothing public has changed (docs/adr/0030).

This stands before Django: it asks the database for one number, and when that is still the number that an answer was
made under, the answer goes out as it is. Only for visitors without a cookie, and only what a view said may be kept
(`core.voorwaardelijk`). Each process keeps its own, and may share it (`site_bloei.gedeeld`); the number is in the database, so
that every process is right.
"""

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
from machinekamer.verzoek import UITKOMST
from site_bloei.bewaarplaats import Antwoord, Kop
from site_bloei.bordlezer import Bordlezer
from site_bloei.codering import wil_gzip
from site_bloei.gedeeld import maak_bewaarplaats

Environ = dict[str, Any]
WSGI = Callable[[Environ, Callable], Iterable[bytes]]

RUIMTE = 24 * 1024 * 1024
GROOTST = 2 * 1024 * 1024  # bytes of one answer; the calendar of all villages is the largest
LANGSTE_VRAAG = 500  # characters after the ?; longer ones are nobody's habit
# Seconds since an answer was still right: so long others get it while one request makes the new one.
OUD_MAG = 1.0
ONTHOUDEN = 8  # versions
GEDULD = 5.0  # seconds that a request waits for another that makes the same answer
# While the database is away (docs/adr/0043), in seconds: how long before that an answer must have been seen to be right,
# how long it is given, and how often is asked whether the database is back.
GEZIEN, LANGST_ZONDER, RUST = 60.0, 300.0, 1.0

HOE = {
    "hit": "hit", "gedeeld": "hit; detail=gedeeld", "miss": "fwd=miss", "stale": "fwd=stale",
    "zonder": "hit; detail=zonder-databank",
}  # fmt: skip
CACHE_STATUS = {hoe: ("Cache-Status", f"bloei; {uitkomst}") for hoe, uitkomst in HOE.items()}
NOOIT = ("/cms/", "/static/", "/media/")
SLEUTEL = (
    "wsgi.url_scheme", "HTTP_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_ACCEPT", "HTTP_ACCEPT_CRS", "SCRIPT_NAME",
    "PATH_INFO", "QUERY_STRING",
)  # fmt: skip
VARIEERT = {"accept", "accept-encoding", "accept-crs", "cookie"}


class Bewaard:
    """A WSGI application around another one. `geteld` counts what became of the questions that could be kept."""

    def __init__(self, applicatie: WSGI, ruimte: int = RUIMTE) -> None:
        self.applicatie = applicatie
        self.plaats = maak_bewaarplaats(ruimte)
        self.geteld: Counter[str] = Counter()
        self._bezig: dict[tuple, Event] = {}
        # When each of the last versions was still the newest.
        self._gold: OrderedDict[tuple, float] = OrderedDict()
        # The newest version that was seen, and when; since when the database is away, and until when it isn't asked.
        self._laatste: tuple[tuple | None, float] = (None, 0.0)
        self._weg_sinds: float | None = None
        self._vraag_niet_tot = 0.0
        self._bord = Bordlezer()
        self._slot = Lock()

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        sleutel = sleutel_van(environ)
        if sleutel is None:
            return self.applicatie(environ, start_response)
        nu = monotonic()
        antwoord = self.plaats.pak(sleutel)
        nummer = self._bord.nummer(nu)
        if nummer is not None and _past(antwoord, (nummer, vandaag()), environ):
            self._onthoud((nummer, antwoord.dag), nu)
            return self._geef(antwoord, environ, start_response, "hit")
        versie = self._vraag_versie(environ, nu)
        if versie is None:
            return self._zonder_databank(sleutel, environ, start_response, nu)
        if _past(antwoord, versie, environ):
            return self._geef(antwoord, environ, start_response, "hit")
        return self._om_de_beurt(sleutel, versie, antwoord, environ, start_response)

    def _vraag_versie(self, environ: Environ, nu: float) -> tuple | None:
        """What an answer has to be made under to be right at this moment; None while the database is away."""
        if nu < self._vraag_niet_tot:
            return None
        if self._weg_sinds is not None:
            # One request asks whether it is back; the others don't wait for that.
            self._vraag_niet_tot = nu + RUST
        # Twice: after a restart of the database, a connection is dead and the next one isn't.
        for _ in range(2):
            try:
                # Before the content, never after it: see `core.inhoudsversie`.
                gelezen = environ[GELEZEN] = huidige_inhoudsversie()
                self._bord.hoorde(gelezen.nummer, nu)
                versie = (gelezen.nummer, vandaag())
            except (DatabaseError, InterfaceError):
                connection.close()
            else:
                self._onthoud(versie, nu)
                # Who asked before it went, doesn't know that it is back.
                if self._weg_sinds is not None and self._weg_sinds < nu:
                    self._weg_sinds, self._vraag_niet_tot = None, 0.0
                return versie
        self._weg_sinds = self._weg_sinds or nu
        self._vraag_niet_tot = monotonic() + RUST
        return None

    def _zonder_databank(
        self, sleutel: tuple, environ: Environ, start_response: Callable, nu: float
    ) -> Iterable[bytes]:
        """What was right until the database went: nobody can change anything without it. Else Django says that it is away."""
        antwoord = self.plaats.pak(sleutel)
        versie, gezien = self._laatste
        weg_sinds = self._weg_sinds or nu
        te_lang = weg_sinds - gezien >= GEZIEN or nu - weg_sinds >= LANGST_ZONDER
        if not te_lang and versie and versie[1] == vandaag() and _past(antwoord, versie, environ):
            return self._geef(antwoord, environ, start_response, "zonder")
        return self.applicatie(environ, start_response)

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
        mag_vorig = self._was_net_nog_goed(vorig)
        if ander:
            if mag_vorig:
                return self._geef(vorig, environ, start_response, "stale")
            ander.wait(GEDULD)
            gemaakt = self.plaats.pak(sleutel)
            if _past(gemaakt, versie, environ):
                return self._geef(gemaakt, environ, start_response, "hit")
            return self._maak(sleutel, versie, environ, start_response)
        geduld = 0.0 if mag_vorig else GEDULD
        try:
            with self.plaats.beurt(sleutel, environ[GELEZEN], versie[1], geduld) as mijn:
                if mag_vorig and not mijn:
                    return self._geef(vorig, environ, start_response, "stale")
                return self._maak(sleutel, versie, environ, start_response)
        finally:
            del self._bezig[sleutel]
            eigen.set()

    def _maak(
        self, sleutel: tuple, versie: tuple, environ: Environ, start_response: Callable
    ) -> Iterable[bytes]:
        gelezen = environ[GELEZEN]
        if gedeeld := self.plaats.haal(sleutel, gelezen, versie[1]):
            return self._geef(gedeeld, environ, start_response, "gedeeld")
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
            antwoord = Antwoord(*versie, tuple(koppen), bewaard)
            self.plaats.zet(sleutel, antwoord)
            self.plaats.deel(sleutel, gelezen, antwoord)
        start_response(status, [*koppen, self._tel(environ, "miss")])
        return [inhoud]

    def _onthoud(self, versie: tuple, moment: float) -> None:
        with self._slot:
            self._gold[versie] = max(moment, self._gold.get(versie, moment))
            if len(self._gold) > ONTHOUDEN:
                self._gold.popitem(last=False)
            if moment >= self._laatste[1]:
                self._laatste = (versie, moment)

    def _was_net_nog_goed(self, antwoord: Antwoord | None) -> TypeGuard[Antwoord]:
        """Whether there is one, and this process saw less than a second ago that nothing had changed since it was made."""
        if antwoord is None or antwoord.inhoud is None:
            return False
        gold = self._gold.get((antwoord.nummer, antwoord.dag))
        return gold is not None and monotonic() - gold < OUD_MAG

    def _geef(
        self, antwoord: Antwoord, environ: Environ, start_response: Callable, hoe: str
    ) -> Iterable[bytes]:
        koppen = [*antwoord.koppen, self._tel(environ, hoe)]
        if "HTTP_IF_NONE_MATCH" in environ and heeft(environ["HTTP_IF_NONE_MATCH"], antwoord.etag):
            start_response("304 Not Modified", [kop for kop in koppen if not _over_inhoud(kop)])
            return []
        start_response("200 OK", koppen)
        return [antwoord.inhoud or b""]

    def _tel(self, environ: Environ, hoe: str) -> Kop:
        self.geteld[hoe] += 1
        environ[UITKOMST] = HOE[hoe]
        return CACHE_STATUS[hoe]


def sleutel_van(environ: Environ) -> tuple | None:
    """What an answer may differ by; None for a question whose answer isn't kept."""
    if (
        environ["REQUEST_METHOD"] != "GET"
        or not environ.keys().isdisjoint(("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_RANGE"))
        or len(environ.get("QUERY_STRING", "")) > LANGSTE_VRAAG
        or environ.get("PATH_INFO", "").startswith(NOOIT)
    ):
        return None
    return (*map(environ.get, SLEUTEL), wil_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")))


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
