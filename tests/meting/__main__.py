"""`python -m tests.meting`: measure, and write one table (var/meting/verslag.md)."""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain
from statistics import median

from tests.meting import drukte, edge, inhoud, verslag, vragen
from tests.meting.kaal import EERST, schrijf
from tests.meting.klant import GEZIPT, NIET_BEWAARD, Klant, Kosten, kosten, om_en_om, per_seconde
from tests.meting.processen import MAP, Server, server
from tests.meting.publiceren import Site, kosten_van_publiceren

BLOEI = "site_bloei.wsgi:application"
STANDAARD = "tests.meting.standaard.wsgi:application"
KAAL = "tests.meting.kaal:application"
BLOEI_KLAAR = "tests.meting.klaarzetten"
STANDAARD_KLAAR = "tests.meting.standaard.klaarzetten"
# Read again: a list, one thing, a page and a feed.
BEWAARD = {
    "lijst": "/api/v1/agenda-items",
    "API-pagina": "/api/v1/paginas?pad=/beesd/",
    "pagina": "/beesd/",
    "feed": "/nieuw.xml",
}


def main() -> None:
    keuze = argparse.ArgumentParser(prog="make bench", description=__doc__)
    keuze.add_argument("--maten", default="1,100", help="so many times the content, with commas")
    keuze.add_argument("--rondes", type=int, default=5, help="how often everything is asked in turn")
    keuze.add_argument("--vragen", type=int, default=20, help="requests in a row, each turn")
    keuze.add_argument("--seconden", type=float, default=2, help="of four clients at once, each turn")
    keuze.add_argument(
        "--drukte", type=float, help="only this: so many seconds of people who read and publish"
    )
    keus = keuze.parse_args()
    with ExitStack() as open_:
        waar = {maat: inhoud.bloei(maat) for maat in map(int, keus.maten.split(","))}
        bloei = {
            maat: open_.enter_context(server(f"Bloei! {maat}x", BLOEI, plek)) for maat, plek in waar.items()
        }
        stock_waar = inhoud.standaard(Klant(next(iter(bloei.values()))))
        stock = open_.enter_context(server("Wagtail", STANDAARD, stock_waar))
        eigen = {maat: Site(wie, waar[maat], BLOEI_KLAAR) for maat, wie in bloei.items()}
        gewoon = Site(stock, stock_waar, STANDAARD_KLAAR)
        # Each part is there when it is done: what fails after half an hour doesn't take along what came out before.
        with (MAP / "verslag.md").open("w") as bestand:
            for deel in chain([verslag.kop(keus)], _delen(eigen, gewoon, open_, keus)):
                print(deel, file=bestand, flush=True)
                print(deel, flush=True)


def _delen(eigen: dict[int, Site], gewoon: Site, open_: ExitStack, keus: argparse.Namespace) -> Iterator[str]:
    klein, databank = next(iter(eigen.values())), inhoud.databank()
    if keus.drukte:
        yield verslag.drukte(drukte.meet(klein, gewoon, list(BEWAARD.values()), keus.drukte, databank))
        return
    bloei = {maat: site.server for maat, site in eigen.items()}
    yield verslag.naast_standaard(*_naast(klein.server, gewoon.server, keus))
    yield verslag.bewaard(_bewaard(klein.server, klein.omgeving, open_, keus))
    url = klein.omgeving["DATABASE_URL"]
    yield verslag.edge(edge.meet(url, BEWAARD, keus.rondes, keus.vragen * 50, databank))
    groei = _groei(bloei, keus)
    *per_maat, stock = kosten_van_publiceren([*eigen.values(), gewoon], keus.rondes, databank)
    groei[verslag.PUBLICEREN] = {maat: _midden(wat) for maat, wat in zip(eigen, per_maat, strict=True)}
    yield verslag.publiceren(per_maat[0], stock)
    yield verslag.groei(groei)
    yield verslag.geheugen([*bloei.values(), gewoon.server])


def _naast(bloei: Server, stock: Server, keus: argparse.Namespace) -> tuple:
    """What each comparison cost in each turn, and how many answers a second there were."""
    klanten = Klant(bloei), Klant(stock)
    rijen = vragen.vergelijkingen(*klanten)
    gemeten: dict[str, list[tuple[Kosten, Kosten]]] = defaultdict(list)
    snel: dict[str, tuple[float, float]] = {}
    for _ in range(keus.rondes):
        for rij in rijen:
            paar = zip(klanten, (rij.bloei, rij.standaard), strict=True)
            gemeten[rij.naam].append(tuple(_kosten(klant, pad, NIET_BEWAARD, keus) for klant, pad in paar))
    for rij in rijen:
        paar = zip((bloei, stock), (rij.bloei, rij.standaard), strict=True)
        snel[rij.naam] = tuple(per_seconde(wie, pad, NIET_BEWAARD, keus.seconden) for wie, pad in paar)
    return rijen, gemeten, snel


def _bewaard(
    bloei: Server, waar: dict[str, str], open_: ExitStack, keus: argparse.Namespace
) -> dict[str, list[tuple[float, float]]]:
    """Of each kept answer, and of the least that asks the database, the ratio to bare gunicorn with the same bytes."""
    klant = Klant(bloei)
    for naam, pad in BEWAARD.items():
        schrijf(naam, *klant.antwoord(pad, GEZIPT))
    kaal = Klant(open_.enter_context(server("kaal", KAAL, waar)))
    verhouding = defaultdict(list)
    for _ in range(keus.rondes):
        for naam, pad in BEWAARD.items():
            wie = (klant, pad), (kaal, f"{EERST}/{naam}"), (kaal, f"/{naam}")
            werken = [
                (partial(een.haal, bij, GEZIPT), (een.server.pid, inhoud.databank())) for een, bij in wie
            ]
            eigen, minst, bloot = map(sum, om_en_om(werken, keus.vragen * 50))
            verhouding[naam].append((bloot / eigen, bloot / minst))
    return verhouding


def _groei(bloei: dict[int, Server], keus: argparse.Namespace) -> dict[str, dict[int, Kosten]]:
    """The median of what each public address costs at each size."""
    klanten = {maat: Klant(wie) for maat, wie in bloei.items()}
    adressen = {maat: vragen.openbaar(klant) for maat, klant in klanten.items()}
    gemeten = defaultdict(lambda: defaultdict(list))
    for _ in range(keus.rondes):
        for maat, klant in klanten.items():
            for naam, pad in zip(next(iter(adressen.values())), adressen[maat], strict=True):
                gemeten[naam][maat].append(_kosten(klant, pad, NIET_BEWAARD, keus))
    return {
        f"`{naam}`": {maat: _midden(wat) for maat, wat in per_maat.items()}
        for naam, per_maat in gemeten.items()
    }


def _kosten(klant: Klant, pad: str, koppen: dict[str, str], keus: argparse.Namespace) -> Kosten:
    return kosten(klant, pad, koppen, keus.vragen, inhoud.databank())


def _midden(gemeten: list[Kosten]) -> Kosten:
    return Kosten(median(k.python for k in gemeten), median(k.databank for k in gemeten))


if __name__ == "__main__":
    main()
