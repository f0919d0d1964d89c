"""Asking, and what it cost."""

import gzip
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, RemoteDisconnected

from tests.meting.processen import Server, processortijd

# With a password of no meaning an answer isn't kept, nor taken from what is kept. What is remembered between visits is used.
NIET_BEWAARD = {"Authorization": "Bearer meting"}
GEZIPT = {"Accept-Encoding": "gzip"}
BEURTEN = 10


@dataclass(frozen=True)
class Kosten:
    """Milliseconds of processor time of one answer: of Python, and of PostgreSQL."""

    python: float
    databank: float

    @property
    def samen(self) -> float:
        return self.python + self.databank


class Klant:
    """One client that keeps its connection to one server."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._verbinding = HTTPConnection("127.0.0.1", server.poort, timeout=120)

    def haal(self, pad: str, koppen: dict[str, str]) -> bytes:
        return self.antwoord(pad, koppen)[1]

    def antwoord(self, pad: str, koppen: dict[str, str]) -> tuple[list[tuple[str, str]], bytes]:
        try:
            self._verbinding.request("GET", pad, headers=koppen)
            antwoord = self._verbinding.getresponse()
        except RemoteDisconnected:
            # It waited for the others longer than a server keeps a connection.
            self._verbinding.close()
            self._verbinding.request("GET", pad, headers=koppen)
            antwoord = self._verbinding.getresponse()
        inhoud = antwoord.read()
        if antwoord.status != 200:
            raise RuntimeError(f"{self.server.naam}{pad}: {antwoord.status} {inhoud[:300]!r}")
        return antwoord.getheaders(), inhoud

    def tekst(self, pad: str, koppen: dict[str, str] = NIET_BEWAARD) -> str:
        inhoud = self.haal(pad, koppen)
        return (gzip.decompress(inhoud) if inhoud[:2] == b"\x1f\x8b" else inhoud).decode()


def verbruik(doe: Callable[[], object], aantal: int, *processen: int) -> tuple[float, ...]:
    """Milliseconds of processor time that each of these processes took, with all below it, for each time that it is done."""
    begin = [processortijd(proces) for proces in processen]
    for _ in range(aantal):
        doe()
    eind = [processortijd(proces) for proces in processen]
    return tuple((na - voor) * 1000 / aantal for voor, na in zip(begin, eind, strict=True))


def om_en_om(
    werken: Sequence[tuple[Callable[[], object], Sequence[int]]], aantal: int
) -> list[tuple[float, ...]]:
    """The same of several things beside each other, each with its processes: in short turns, so that what else the machine does falls
    on all of them alike."""
    opgeteld = [[0.0] * len(processen) for _, processen in werken]
    for _ in range(BEURTEN):
        for (doe, processen), som in zip(werken, opgeteld, strict=True):
            for plek, ms in enumerate(verbruik(doe, aantal // BEURTEN, *processen)):
                som[plek] += ms / BEURTEN
    return [tuple(som) for som in opgeteld]


def kosten(klant: Klant, pad: str, koppen: dict[str, str], aantal: int, databank: int) -> Kosten:
    """Ask the same thing `aantal` times, one after the other; `databank` is the process of PostgreSQL."""
    klant.haal(pad, koppen)
    return Kosten(*verbruik(lambda: klant.haal(pad, koppen), aantal, klant.server.pid, databank))


def per_seconde(server: Server, pad: str, koppen: dict[str, str], seconden: float, klanten: int = 4) -> float:
    """Answers per second to so many clients at once."""
    eind = time.monotonic() + seconden

    def vraag() -> int:
        klant, geteld = Klant(server), 0
        while time.monotonic() < eind:
            klant.haal(pad, koppen)
            geteld += 1
        return geteld

    with ThreadPoolExecutor(klanten) as rij:
        return sum(werk.result() for werk in [rij.submit(vraag) for _ in range(klanten)]) / seconden
