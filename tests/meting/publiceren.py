"""Publishing as editors do it, over HTTP, what was submitted beforehand; and what each publication costs."""

import json
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from urllib.parse import urlencode

from tests.meting import processen
from tests.meting.klant import Klant, Kosten, verbruik
from tests.meting.processen import Server

EDITORS = 20
PER_BEURT = 5  # publications in a row, each turn
BEWIJS = "0123456789abcdefghijklmnopqrstuv"  # of Django against forged forms; any will do, when it is in the cookie too
KLAARZETTEN = "from {} import zet_klaar; zet_klaar({!r}, {}, {})"


@dataclass
class Drukte:
    """Seconds of each answer, by address, and of each publication. `oud` counts the answers that something which was
    published before they were asked for wasn't in."""

    gelezen: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    gepubliceerd: list[float] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    oud: int = 0


@dataclass(frozen=True)
class Site:
    """A server, the variables that it has, and the module that makes changes wait in it."""

    server: Server
    omgeving: dict[str, str]
    klaarzetten: str


class Redactie:
    """Who may publish, and what waits for them: each publication once."""

    def __init__(self, site: Site, aantal: int) -> None:
        with TemporaryDirectory() as map_:
            bestand = Path(map_) / "klaar.json"
            opdracht = KLAARZETTEN.format(site.klaarzetten, str(bestand), EDITORS, aantal)
            processen.doe("django", "shell", "--verbosity=0", "--command", opdracht, omgeving=site.omgeving)
            klaar = json.loads(bestand.read_text())
        self.server = site.server
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
        try:
            verbinding.request("POST", publicatie["adres"], velden, koppen)
            antwoord = verbinding.getresponse()
            antwoord.read()
            uitkomst = str(antwoord.status)
        except OSError as fout:
            uitkomst = str(fout)
        drukte.gepubliceerd.append(time.monotonic() - begin)
        if uitkomst == "302":
            self.online.append(publicatie)
        else:
            drukte.fouten.append(f"{publicatie['adres']}: {uitkomst}")
        return True

    def beurt(self) -> None:
        """Some publications in a row, each by another editor. One that fails isn't measured but stops."""
        drukte = Drukte()
        for wie in range(PER_BEURT):
            if not self.publiceer(wie, drukte) or drukte.fouten:
                raise RuntimeError(f"{self.server.naam}: niet gepubliceerd. {drukte.fouten}")

    def controleer(self) -> None:
        """That what was approved is what visitors read: Wagtail sends an editor on, too, when there was nothing to approve."""
        klant = Klant(self.server)
        for online in self.online:
            if online["titel"] not in klant.tekst(online["pagina"]):
                raise RuntimeError(f"{self.server.naam}{online['pagina']}: goedgekeurd, maar niet te lezen.")


def kosten_van_publiceren(sites: list[Site], rondes: int, databank: int) -> list[list[Kosten]]:
    """Of each site what a publication cost in each turn."""
    redacties = [Redactie(site, PER_BEURT * (rondes + 1)) for site in sites]
    # What a process needs once, it needs once.
    for redactie in redacties:
        redactie.beurt()
    gemeten: list[list[Kosten]] = [[] for _ in sites]
    for _ in range(rondes):
        for redactie, kosten in zip(redacties, gemeten, strict=True):
            per_beurt = verbruik(redactie.beurt, 1, redactie.server.pid, databank)
            kosten.append(Kosten(*(ms / PER_BEURT for ms in per_beurt)))
    for redactie in redacties:
        redactie.controleer()
    return gemeten
