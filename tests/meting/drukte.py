"""What visitors notice of people who publish, and those of each other: on the clock, with many at once."""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import count
from threading import Lock
from urllib.parse import urlencode

from tests.meting import processen
from tests.meting.klant import GEZIPT, Klant
from tests.meting.processen import MAP, Server

LEZERS, TWEE, TWINTIG = 4, 2, 20
KIJK_NA = 10  # every so many times a reader looks at what was published last
RUST = 1.0  # seconds between two publications of one of the two
PER_EDITOR = 4  # publications of each of the twenty, without any rest
BEWIJS = "0123456789abcdefghijklmnopqrstuv"  # of Django against forged forms; any will do, when it is in the cookie too
KLAARZETTEN = "from tests.meting.klaarzetten import zet_klaar; zet_klaar({}, {}, {!r})"


@dataclass
class Drukte:
    """Seconds of each answer, by address, and of each publication. `oud` counts the answers that something which was
    published before they were asked for wasn't in."""

    gelezen: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    gepubliceerd: list[float] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    oud: int = 0


class Redactie:
    """Who may publish, and what waits for them: each publication once."""

    def __init__(self, server: Server, omgeving: dict[str, str], aantal: int) -> None:
        bestand = MAP / "drukte.json"
        opdracht = KLAARZETTEN.format(TWINTIG, aantal, str(bestand))
        processen.doe("django", "shell", "--verbosity=0", "--command", opdracht, omgeving=omgeving)
        klaar = json.loads(bestand.read_text())
        self.server = server
        self.koekjes: list[str] = klaar["koekjes"]
        self._over: Iterator[dict[str, str]] = iter(klaar["publicaties"])
        self._slot = Lock()
        self.online: list[dict[str, str]] = []

    def publiceer(self, wie: int, drukte: Drukte) -> bool:
        """Approve the next one; False when there are no more."""
        with self._slot:
            publicatie = next(self._over, None)
        if publicatie is None:
            return False
        koppen = {
            "Cookie": f"sessionid={self.koekjes[wie]}; csrftoken={BEWIJS}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        velden = urlencode({"csrfmiddlewaretoken": BEWIJS, "comment": ""})
        verbinding = HTTPConnection("127.0.0.1", self.server.poort, timeout=120)
        begin = time.monotonic()
        verbinding.request("POST", publicatie["adres"], velden, koppen)
        antwoord = verbinding.getresponse()
        antwoord.read()
        drukte.gepubliceerd.append(time.monotonic() - begin)
        if antwoord.status == 302:
            self.online.append(publicatie)
        else:
            drukte.fouten.append(f"{publicatie['adres']}: {antwoord.status}")
        return True


def lezen_en_publiceren(redactie: Redactie, adressen: list[str], seconden: float) -> Drukte:
    """Four readers and two editors at once. What was put online before somebody asks, has to be in what they get."""
    drukte, eind = Drukte(), time.monotonic() + seconden

    def lees() -> None:
        klant = Klant(redactie.server)
        for beurt in count():
            if time.monotonic() > eind:
                return
            adres = adressen[beurt % len(adressen)]
            begin = time.monotonic()
            _lees(klant, adres, "", drukte)
            drukte.gelezen[adres].append(time.monotonic() - begin)
            for online in redactie.online[-1:] if beurt % KIJK_NA == 0 else ():
                _lees(klant, online["pagina"], online["titel"], drukte)
                _lees(klant, online["api"], online["titel"], drukte)

    def publiceer(wie: int) -> Callable[[], None]:
        def steeds() -> None:
            while time.monotonic() < eind and redactie.publiceer(wie, drukte):
                time.sleep(RUST)

        return steeds

    _tegelijk([*[lees] * LEZERS, *map(publiceer, range(TWEE))])
    return drukte


def twintig_redacteuren(redactie: Redactie) -> Drukte:
    """Twenty who publish one after the other, as fast as they are answered."""
    drukte = Drukte()

    def publiceer(wie: int) -> Callable[[], None]:
        def een_voor_een() -> None:
            for _ in range(PER_EDITOR):
                redactie.publiceer(wie, drukte)

        return een_voor_een

    _tegelijk([publiceer(wie) for wie in range(TWINTIG)])
    return drukte


def _lees(klant: Klant, adres: str, erin: str, drukte: Drukte) -> None:
    """Ask, and see whether what was published is in it."""
    try:
        drukte.oud += erin not in klant.tekst(adres, GEZIPT)
    except (RuntimeError, OSError) as fout:
        drukte.fouten.append(str(fout)[:200])


def _tegelijk(werk: list[Callable[[], None]]) -> None:
    with ThreadPoolExecutor(len(werk)) as rij:
        for gedaan in [rij.submit(een) for een in werk]:
            gedaan.result()
