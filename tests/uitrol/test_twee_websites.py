"""Two websites behind nginx: what is published on one is read on the other at once, and one that is killed isn't missed."""

import os
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pytest

from tests.meting.processen import vrije_poort
from tests.site_bloei.village import open_directory
from tests.uitrol.emmer import draaiende_emmers
from tests.uitrol.nginx import nginx
from tests.uitrol.opstelling import Klant, Website, databank, omgeving_van, twee_websites, vul
from tests.uitrol.valkey import draaiende_valkey
from tests.uitrol.volger import volgende_databank

RONDEN = int(os.environ.get("RONDEN", "3"))
DRUK = 4  # items that are published and withdrawn while others read
EVEN = 0.6  # seconds
ALS_SYSTEMD = 2.0  # seconds that it waits after a start (uitrol/systemd)
LIJSTEN = ("/api/v1/agenda-items", "/api/v1/wijzigingen", "/nieuw.xml", "/agenda.ics", "/beesd/agenda/")


@dataclass
class Opstelling:
    websites: list[Website]
    poort: int
    map_: Path
    gevuld: dict[str, Any]

    def klant(self) -> Klant:
        """Who asks nginx."""
        return Klant(self.poort, self.map_ / "keten.pem")


@pytest.fixture(scope="module")
def opstelling() -> Iterator[Opstelling]:
    with ExitStack() as open_:
        map_ = open_.enter_context(open_directory())
        gedeeld = {"VALKEY_URL": open_.enter_context(draaiende_valkey(map_)).url}
        if "ALLES" in os.environ:
            # By hand, for it takes longer: a bucket, and a copy of the database too.
            volger = open_.enter_context(volgende_databank(map_, os.geteuid()))
            emmers = open_.enter_context(draaiende_emmers(map_))
            emmers.maak("media")
            url = volger.url
            gedeeld |= {"MEDIA_S3_URL": emmers.url("media"), "DATABASE_REPLICA_URL": volger.kopie_url}
        else:
            url = open_.enter_context(databank(f"{os.environ.get('TEST_DATABASE', 'test_bloei')}_uitrol"))
            # They are on one machine, as with uitrol/systemd.
            gedeeld |= {"VERSIEBORD": str(map_ / "versiebord"), "VERSIEWIJZER": str(map_ / "nu")}
        omgeving = omgeving_van(map_, url, **gedeeld)
        with twee_websites(map_, omgeving) as websites:
            gevuld = vul(omgeving, RONDEN + DRUK)
            poort = vrije_poort()
            with nginx(map_, poort, [website.poort for website in websites]):
                for website in websites:
                    website.wacht()
                yield Opstelling(websites, poort, map_, gevuld)


def lees(klant: Klant, adres: str, titel: str) -> tuple[str, bool]:
    """The ETag of this answer, and whether it names this; who has it already gets 304."""
    antwoord = klant.vraag(adres)
    assert antwoord.status == 200, (adres, antwoord)
    etag = antwoord.koppen["ETag"]
    assert klant.vraag(adres, **{"If-None-Match": etag}).status == 304
    return etag, titel in antwoord.tekst


def test_published_on_one_and_read_on_the_other(opstelling: Opstelling):
    direct = [Klant(website.poort) for website in opstelling.websites]
    klanten = [*direct, opstelling.klant()]
    for ronde, item in enumerate(opstelling.gevuld["items"][DRUK:]):
        schrijft = direct[ronde % 2]
        leest = [klant for klant in klanten if klant is not schrijft] + [schrijft]
        titel, detail = item["titel"], f"/api/v1/agenda-items/{item['pk']}"
        voor = {}
        for klant in klanten:
            assert klant.vraag(item["pagina"]).status == klant.vraag(detail).status == 404
            for adres in LIJSTEN:
                voor[adres], staat_erin = lees(klant, adres, titel)
                assert not staat_erin, adres

        assert schrijft.doe(item["goedkeuren"], opstelling.gevuld["koekje"]).status == 302
        na = {}
        for klant in leest:
            for adres in (*LIJSTEN, item["pagina"], detail):
                if adres in voor:
                    assert klant.vraag(adres, **{"If-None-Match": voor[adres]}).status == 200
                etag, staat_erin = lees(klant, adres, titel)
                assert staat_erin, (ronde, adres)
                # The same on both: who is sent to the other website has what it has.
                assert na.setdefault(adres, etag) == etag

        assert schrijft.doe(item["intrekken"], opstelling.gevuld["koekje"]).status == 302
        for klant in leest:
            for adres in (item["pagina"], detail):
                assert klant.vraag(adres, **{"If-None-Match": na[adres]}).status == 404
            for adres in LIJSTEN:
                etag, _ = lees(klant, adres, titel)
                assert etag != na[adres]
                assert adres == "/api/v1/wijzigingen" or titel not in klant.vraag(adres).tekst


class Vragers:
    """Some who go on asking nginx within a `with`, each by itself."""

    hoeveel: int

    def __init__(self, opstelling: Opstelling) -> None:
        self.opstelling, self.door = opstelling, True
        self.draden = [threading.Thread(target=self._ga_door) for _ in range(self.hoeveel)]

    def __enter__(self) -> Self:
        for draad in self.draden:
            draad.start()
        return self

    def __exit__(self, *fout: object) -> None:
        self.door = False
        for draad in self.draden:
            draad.join()

    def _ga_door(self) -> None:
        klant = self.opstelling.klant()
        while self.door:
            self.vraag(klant)

    def vraag(self, klant: Klant) -> None:
        raise NotImplementedError


class Lezers(Vragers):
    """Who go on asking nginx for lists. What was answered to the writer before they ask, has to be in what they get."""

    hoeveel = 3

    def __init__(self, opstelling: Opstelling) -> None:
        super().__init__(opstelling)
        self.openbaar: dict[str, bool | None] = {}  # None: it is being changed
        self.gezien, self.oud = Counter(), []

    def vraag(self, klant: Klant) -> None:
        for adres in ("/api/v1/agenda-items", "/agenda.ics", "/beesd/agenda/"):
            voor = {**self.openbaar}
            antwoord = klant.vraag(adres)
            na = {**self.openbaar}
            self.gezien[antwoord.koppen["X-Cache-Status"]] += 1
            zegt = antwoord.koppen["X-Cache-Status"], antwoord.koppen["Cache-Status"]
            if zegt[1].endswith("fwd=stale") and zegt[0] != "HIT":
                # For a second at most, while somebody else makes the new one (docs/adr/0030); not out of nginx.
                continue
            vast = {t: is_er for t, is_er in voor.items() if is_er is not None and na[t] is is_er}
            self.oud += [(adres, *zegt) for t, is_er in vast.items() if (t in antwoord.tekst) != is_er]


@pytest.mark.skipif("ALLES" in os.environ, reason="machines that share no memory have nothing to tell nginx")
def test_no_reader_gets_from_nginx_what_was_there_before(opstelling: Opstelling):
    with Lezers(opstelling) as lezers:
        for nummer, item in enumerate(opstelling.gevuld["items"][:DRUK]):
            schrijft = Klant(opstelling.websites[nummer % 2].poort)
            for knop, is_er in (("goedkeuren", True), ("intrekken", False)):
                lezers.openbaar[item["titel"]] = None
                assert schrijft.doe(item[knop], opstelling.gevuld["koekje"]).status == 302
                lezers.openbaar[item["titel"]] = is_er
                time.sleep(EVEN)
    assert lezers.oud == []
    # nginx did keep, and did stop.
    assert lezers.gezien["HIT"] > lezers.gezien["BYPASS"] > 0, lezers.gezien


def test_pictures_are_of_both(opstelling: Opstelling):
    """The size that one made is read from the other; nginx keeps it, and never what asks for a name."""
    een, ander = (Klant(website.poort) for website in opstelling.websites)
    koekje = {"Cookie": f"sessionid={opstelling.gevuld['koekje']}"}
    scherm = een.vraag(opstelling.gevuld["foto"], **koekje)
    assert scherm.status == 200
    maat = re.search(r'"(/media/images/[^"]+)"', scherm.tekst)
    assert maat, scherm.tekst
    assert ander.vraag(maat[1]).inhoud == een.vraag(maat[1]).inhoud
    klant = opstelling.klant()
    assert [klant.vraag(maat[1]).koppen["X-Cache-Status"] for _ in range(2)] == ["MISS", "HIT"]
    assert klant.vraag(maat[1]).inhoud == een.vraag(maat[1]).inhoud
    assert klant.vraag(opstelling.gevuld["foto"]).koppen["X-Cache-Status"] != "HIT"


@pytest.mark.skipif("ALLES" in os.environ, reason="machines that share no memory have nothing to tell nginx")
@pytest.mark.parametrize("pad", ["/beesd/", "/api/v1/kernen", "/nieuw.xml", "/agenda.ics"])
def test_nginx_keeps_what_holds_and_nothing_that_is_of_one_person(opstelling: Opstelling, pad: str):
    klant = opstelling.klant()
    klant.vraag(pad)
    eerst = [klant.vraag(pad) for _ in range(6)]
    assert "HIT" in {antwoord.koppen["X-Cache-Status"] for antwoord in eerst}
    direct = Klant(opstelling.websites[0].poort).vraag(pad)
    assert {(antwoord.koppen["ETag"], antwoord.inhoud) for antwoord in eerst} == {
        (direct.koppen["ETag"], direct.inhoud)
    }
    bekend = klant.vraag(pad, **{"If-None-Match": direct.koppen["ETag"]})
    assert (bekend.status, bekend.inhoud) == (304, b"")
    for eigen in ({"Cookie": "sessionid=x"}, {"Authorization": "Bearer x"}, {"Range": "bytes=0-9"}):
        assert klant.vraag(pad, **eigen).koppen["X-Cache-Status"] == "BYPASS"


class Bezoekers(Vragers):
    """Who go on asking nginx, from several sides at once; counts what they got."""

    hoeveel = 4

    def __init__(self, opstelling: Opstelling) -> None:
        super().__init__(opstelling)
        self.geteld = Counter()

    def vraag(self, klant: Klant) -> None:
        for pad in (
            "/beesd/",
            "/api/v1/kernen",
            "/zoeken/?q=plein",
            "/api/v1/agenda-items?paginaGrootte=3",
        ):
            try:
                self.geteld[klant.vraag(pad).status] += 1
            except Exception as fout:  # noqa: BLE001 - whatever it was, a visitor had no answer
                self.geteld[repr(fout)] += 1
            time.sleep(0.01)


def test_one_that_is_killed_is_not_missed(opstelling: Opstelling):
    een, ander = opstelling.websites
    with Bezoekers(opstelling) as bezoekers:
        time.sleep(EVEN)
        een.sla_dood()
        time.sleep(EVEN)
        een.begin()
        een.wacht()
        # By then nginx asks it again.
        time.sleep(ALS_SYSTEMD)
        ander.sla_dood()
        time.sleep(EVEN)
    assert set(bezoekers.geteld) == {200}, bezoekers.geteld
    assert bezoekers.geteld[200] > 100
    assert een.proces.poll() is None
