"""A village of which there is nothing to read yet: an invitation in place of empty lists, on a Monday in June 2026."""

import pytest
from wagtail.models import Site

from core.models import GemeenteInstellingen
from kernpagina.leeg import zonder_lege_lijsten
from kernpagina.models import AgendaPage, KernagendaPage, KernPage, OproepenPage
from projecten.models import ProjectenPage
from search.zoeken import zoek
from tests import factories
from tests.factories import moment, publiceer

from .conftest import BLOKKEN, maak_punten
from .hulp import KOMT, WAS, lees

LEEG = ["Er staat nu niets op de agenda.", "Er zijn nu geen oproepen open.", "Er lopen nu geen projecten."]
WEST, OOST = {"breedtegraad": 51.88, "lengtegraad": 5.0}, {"breedtegraad": 51.88, "lengtegraad": 5.35}


@pytest.fixture
def deil(home) -> KernPage:
    GemeenteInstellingen.objects.update_or_create(defaults={"telefoon": "0345 72 88 00", "email": ""})
    kern = factories.KernPageFactory(parent=home, title="Deil", breedtegraad=51.8838, lengtegraad=5.2414)
    kern.inhoud = [*BLOKKEN, ("tekst", "<p>Deil ligt aan de Linge.</p>")]
    return publiceer(kern)


def buur(home, naam: str, **velden) -> KernPage:
    return factories.KernPageFactory(parent=home, title=naam, uitrolfase="pilot", **velden)


def test_een_leeg_dorp_nodigt_uit(client, deil) -> None:
    pagina = lees(client, deil).main
    kaart = pagina.find(class_="bloei-begin")
    assert "Nog niet begonnen" in kaart.get_text()
    assert kaart.find("a", href="tel:0345728800").get_text(strip=True) == "Bel 0345 72 88 00"
    assert "Deil ligt aan de Linge." in pagina.get_text()
    assert not [zin for zin in LEEG if zin in pagina.get_text()]
    assert not pagina.find(class_="bloei-snel")


@pytest.mark.parametrize(
    ("fase", "start", "zinnen"),
    [
        ("nog niet", None, ["Deil is nog niet begonnen.", "elke kern komt aan de beurt"]),
        ("voorbereiding", "2026-09-01", ["Deil bereidt zich voor.", "We beginnen in september 2026."]),
        ("pilot", "2026-01-01", ["een van de eerste kernen"]),
        ("actief", None, ["Deil doet mee."]),
        ("geborgd", None, ["en dat blijft zo"]),
    ],
)
def test_waar_het_dorp_staat(client, deil, fase, start, zinnen) -> None:
    deil.uitrolfase, deil.startdatum = fase, start
    kaart = lees(client, publiceer(deil)).find(class_="bloei-begin").get_text()
    assert not [zin for zin in zinnen if zin not in kaart]
    assert ("We beginnen in" in kaart) == (start == "2026-09-01")


def test_de_naaste_buren_eerst(client, home, deil) -> None:
    ver, dichtbij = buur(home, "Ver", **WEST), buur(home, "Dichtbij", **OOST)
    factories.KernPageFactory(parent=home, title="Ook leeg", **OOST)
    for kern in (ver, dichtbij):
        agenda = factories.lijst_van(kern, AgendaPage)
        factories.AgendaItemPageFactory(parent=agenda, title=f"Borrel {kern.title}", begin=KOMT)
        factories.AgendaItemPageFactory(parent=agenda, title="Was al", begin=WAS)
    buren = lees(client, deil).find(attrs={"aria-labelledby": "buren"})
    namen = [" ".join(a.get_text().split()) for a in buren.find_all("a", class_="bloei-keuze")]
    assert namen == ["Dichtbij (7 km)", "Ver (17 km)"]
    assert {h3.get_text() for h3 in buren.find_all("h3")} == {"Borrel Ver", "Borrel Dichtbij"}


def test_wat_elke_kern_aangaat(client, home, deil) -> None:
    """A project that is about this village too, wherever it stands, and the call that belongs to it."""
    ver = factories.KernPageFactory(parent=home, title="Ver")
    project = factories.ProjectPageFactory(parent=factories.lijst_van(ver, ProjectenPage), title="Bus")
    project.ook_in_kernen = [deil]
    project = publiceer(project)
    oproepen = factories.lijst_van(ver, OproepenPage)
    factories.OproepPageFactory(parent=oproepen, project=project, title="Waar moet de bus heen?")
    factories.OproepPageFactory(parent=oproepen, title="Alleen hier")
    ook_hier = lees(client, deil).find(attrs={"aria-labelledby": "ook-hier"})
    assert [h3.get_text() for h3 in ook_hier.find_all("h3")] == ["Waar moet de bus heen?", "Bus"]


def vul(kern: KernPage, wat: str) -> None:
    if wat == "punt":
        maak_punten(factories.lijst_van(kern, KernagendaPage), 1, factories.ThemaFactory())
    elif wat == "oproep":
        factories.OproepPageFactory(parent=factories.lijst_van(kern, OproepenPage))
    elif wat == "project":
        factories.ProjectPageFactory(parent=factories.lijst_van(kern, ProjectenPage))
    else:
        begin = moment("2026-06-16 20:00" if wat == "komt" else "2025-06-16 20:00")
        factories.AgendaItemPageFactory(parent=factories.lijst_van(kern, AgendaPage), begin=begin)


@pytest.mark.parametrize("wat", ["punt", "oproep", "project", "komt", "was"])
def test_wie_iets_heeft_laat_dat_zien(client, deil, wat) -> None:
    vul(deil, wat)
    assert not lees(client, deil).find(class_="bloei-begin")


@pytest.mark.parametrize(
    ("wat", "lijst"),
    [("punt", "kernagenda"), ("oproep", "meedoen"), ("project", "projecten"), ("was", "agenda")],
)
def test_alleen_een_gevulde_lijst_is_te_vinden(client, deil, wat, lijst) -> None:
    """In the sitemap and in search; the page of the village itself always is."""
    vul(deil, wat)
    sitemap = client.get("/sitemap.xml").content.decode()
    eigen = {
        naam for naam in ("kernagenda", "meedoen", "projecten", "agenda") if f"/deil/{naam}/<" in sitemap
    }
    assert eigen == {lijst}
    assert "<loc>http://testserver/deil/</loc>" in sitemap
    site = Site.objects.get(is_default_site=True)
    woorden = {"kernagenda": "Kernagenda", "meedoen": "Meedoen", "projecten": "Projecten", "agenda": "Agenda"}
    gevonden = {
        naam
        for naam, woord in woorden.items()
        if any(p.is_child_of(deil) and p.slug == naam for p in zoek(woord, site))
    }
    assert gevonden == {lijst}


def test_een_lijst_met_werk_van_elders_is_niet_leeg(home, deil) -> None:
    ver = factories.KernPageFactory(parent=home, title="Ver")
    project = factories.ProjectPageFactory(parent=factories.lijst_van(ver, ProjectenPage))
    project.ook_in_kernen = [deil]
    publiceer(project)
    over = zonder_lege_lijsten(ProjectenPage.objects.child_of(deil))
    assert over.exists()
