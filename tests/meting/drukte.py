"""What visitors notice of people who publish, and those of each other: on the clock, with many at once."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count

from tests.meting.klant import GEZIPT, Klant, Kosten, verbruik
from tests.meting.publiceren import EDITORS, PER_BEURT, Drukte, Redactie, Site

LEZERS, TWEE = 4, 2
KIJK_NA = 10  # every so many times a reader looks at what was published last
RUST = 1.0  # seconds between two publications of one of the two
PER_EDITOR = 4  # publications of each of the twenty, without any rest
KEREN = 4  # how often the twenty press at the same moment
PAUZE = 20.0  # seconds between two publications of one of the twenty at the pace of people


@dataclass
class Twintig:
    """Twenty who publish without any rest, with what each publication cost, and twenty who press at the same moment."""

    zonder_pauze: Drukte
    kosten: Kosten
    ineens: Drukte


@dataclass
class Gemeten:
    """Two editors beside four readers; twenty at once, of ours and of stock; and twenty who rest."""

    samen: Drukte
    bloei: Twintig
    standaard: Twintig
    met_pauze: Drukte


def meet(bloei: Site, standaard: Site, adressen: list[str], seconden: float, databank: int) -> Gemeten:
    # As many as fit in, when a publication takes no time at all.
    samen = lezen_en_publiceren(Redactie(bloei, int(seconden / RUST + 1) * TWEE), adressen, seconden)
    twintig = [_twintig(site, databank) for site in (bloei, standaard)]
    met_pauze_ = met_pauze(Redactie(bloei, int(seconden / PAUZE + 1) * EDITORS), seconden)
    return Gemeten(samen, *twintig, met_pauze_)


def _twintig(site: Site, databank: int) -> Twintig:
    redactie = Redactie(site, PER_BEURT + (PER_EDITOR + KEREN) * EDITORS)
    # What a process needs once, it needs once.
    redactie.beurt()
    zonder_pauze, ineens = Drukte(), Drukte()
    python, in_databank = verbruik(
        lambda: achter_elkaar(redactie, zonder_pauze, PER_EDITOR), 1, site.server.pid, databank
    )
    # What was refused took its time as well, and comes on top of what was done.
    gedaan = max(1, len(zonder_pauze.gepubliceerd) - len(zonder_pauze.fouten))
    for _ in range(KEREN):
        achter_elkaar(redactie, ineens, 1)
    redactie.controleer()
    return Twintig(zonder_pauze, Kosten(python / gedaan, in_databank / gedaan), ineens)


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
                _lees(klant, f"/api/v1/agenda-items/{online['nummer']}", online["titel"], drukte)

    def publiceer(wie: int) -> Callable[[], None]:
        def steeds() -> None:
            while time.monotonic() < eind and redactie.publiceer(wie, drukte):
                time.sleep(RUST)

        return steeds

    _tegelijk([*[lees] * LEZERS, *map(publiceer, range(TWEE))])
    return drukte


def achter_elkaar(redactie: Redactie, drukte: Drukte, keer: int) -> None:
    """Twenty at once, each so many times one after the other, as fast as they are answered."""

    def publiceer(wie: int) -> Callable[[], None]:
        def een_voor_een() -> None:
            for _ in range(keer):
                redactie.publiceer(wie, drukte)

        return een_voor_een

    _tegelijk([publiceer(wie) for wie in range(EDITORS)])


def met_pauze(redactie: Redactie, seconden: float) -> Drukte:
    """Twenty at the pace of people: one after the other begins, and each rests before the next one."""
    drukte, begin = Drukte(), time.monotonic()
    eind = begin + seconden

    def publiceer(wie: int) -> Callable[[], None]:
        def nu_en_dan() -> None:
            rust = PAUZE * wie / EDITORS
            while time.monotonic() + rust < eind:
                time.sleep(rust)
                redactie.publiceer(wie, drukte)
                rust = PAUZE

        return nu_en_dan

    _tegelijk([publiceer(wie) for wie in range(EDITORS)])
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
