"""A copy of the database that follows it: read when it has what was published, and never before."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.site_bloei.village import open_directory
from tests.uitrol.opstelling import Klant, Website, omgeving_van, vul
from tests.uitrol.volger import Volger, volgende_databank

RONDEN = int(os.environ.get("RONDEN", "3"))
SLEUTEL = "alleen-voor-deze-proef"
# Each time anew: what is kept says nothing of where it was read.
ZOMAAR = {"Authorization": "Bearer niets"}


@dataclass
class Opstelling:
    volger: Volger
    website: Website
    klant: Klant
    gevuld: dict[str, Any]

    def geteld(self) -> dict[str, float]:
        tekst = self.klant.vraag("/metrics", Authorization=f"Bearer {SLEUTEL}").tekst
        regels = re.findall(r'^bloei_leeskopie_total\{uitkomst="(\w+)"\} ([\d.]+)$', tekst, re.MULTILINE)
        return {uitkomst: float(aantal) for uitkomst, aantal in regels}

    def vraag(self, *paden: str, **koppen: str) -> dict[str, float]:
        """Ask for these, and return from where they were read."""
        voor = self.geteld()
        for pad in paden:
            assert self.klant.vraag(pad, **ZOMAAR, **koppen).status == 200, pad
        return {
            soort: aantal - voor.get(soort, 0)
            for soort, aantal in self.geteld().items()
            if aantal != voor.get(soort, 0)
        }

    def publiceer(self, item: dict[str, str]) -> None:
        """And look at once whether it is there, in everything that may be read from the copy."""
        assert self.klant.vraag(item["pagina"]).status == 404
        assert self.klant.doe(item["goedkeuren"], self.gevuld["koekje"]).status == 302
        for pad in (
            item["pagina"],
            "/beesd/agenda/",
            f"/api/v1/agenda-items/{item['pk']}",
            "/api/v1/agenda-items",
            "/nieuw.xml",
        ):
            antwoord = self.klant.vraag(pad)
            assert (antwoord.status, item["titel"] in antwoord.tekst) == (200, True), pad

    def trek_in(self, item: dict[str, str]) -> None:
        assert self.klant.doe(item["intrekken"], self.gevuld["koekje"]).status == 302
        assert self.klant.vraag(item["pagina"]).status == 404
        assert item["titel"] not in self.klant.vraag("/beesd/agenda/").tekst
        assert item["titel"] not in self.klant.vraag("/api/v1/agenda-items").tekst


@pytest.fixture(scope="module")
def opstelling() -> Iterator[Opstelling]:
    with open_directory() as map_, volgende_databank(map_, os.geteuid()) as volger:
        omgeving = omgeving_van(
            map_, volger.url, DATABASE_REPLICA_URL=volger.kopie_url, METINGEN_SLEUTEL=SLEUTEL
        )
        website = Website(omgeving, map_ / "website.log")
        try:
            gevuld = vul(omgeving, RONDEN)
            website.wacht()
            yield Opstelling(volger, website, Klant(website.poort), gevuld)
        finally:
            website.eindig()


PADEN = (
    "/", "/beesd/", "/en/beesd/", "/beesd/agenda/", "/agenda/", "/api/v1/agenda-items?metInhoud=true", "/api/v1/zoek?q=avond",
    "/api/v1/wijzigingen", "/nieuw.xml", "/agenda.ics", "/sitemap.xml", "/insluiten/beesd/agenda",
)  # fmt: skip


def test_what_is_public_is_read_from_the_copy_and_nothing_else_is(opstelling: Opstelling):
    # The first time of each process, the municipality's details get their row.
    opstelling.vraag(*PADEN)
    opstelling.volger.haal_in()
    assert opstelling.vraag(*PADEN) == {"gelezen": len(PADEN)}
    koekje = {"Cookie": f"sessionid={opstelling.gevuld['koekje']}"}
    assert opstelling.vraag("/beesd/", "/cms/", **koekje) == {}
    assert opstelling.vraag("/cms/login/", "/zoeken/?q=plein") == {}


def test_what_was_published_is_there_while_the_copy_is_behind(opstelling: Opstelling):
    een, *anderen = opstelling.gevuld["items"]
    opstelling.volger.houd_op()
    opstelling.publiceer(een)
    assert opstelling.vraag(*PADEN) == {"achter": len(PADEN)}
    opstelling.volger.ga_door()
    assert opstelling.vraag(*PADEN) == {"gelezen": len(PADEN)}
    # Without waiting for anything, as it goes all day.
    for item in anderen:
        opstelling.publiceer(item)
        opstelling.trek_in(item)
    opstelling.volger.houd_op()
    opstelling.trek_in(een)
    opstelling.volger.ga_door()


def test_a_copy_that_goes_is_not_missed_and_used_again_when_it_is_back(opstelling: Opstelling):
    opstelling.volger.haal_in()
    assert opstelling.vraag("/beesd/", "/agenda/") == {"gelezen": 2}
    opstelling.volger.stop()
    assert opstelling.vraag(*PADEN) == {"weg": len(PADEN)}
    opstelling.volger.begin()
    opstelling.volger._wacht(lambda: opstelling.vraag("/beesd/", "/agenda/") == {"gelezen": 2})
