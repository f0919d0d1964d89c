"""One clear call to act, what is done for people to see, and words that explain themselves."""

import pytest

from core.keuzes import Niveau
from core.models import GemeenteInstellingen
from projecten.keuzes import ROL_UITLEG, RolGemeente
from projecten.models import ProjectFase
from tests import factories
from tests.factories import onderdeel, publiceer, punt

from .conftest import lees
from .hulp import KOMT
from .test_queries import tel_queries

GELUKT = [("gelukt", {"titel": "", "aantal": 3})]


def knoppen(deel) -> list[str]:
    return [" ".join(knop.get_text().split()) for knop in deel.select(".nl-button--primary")]


def test_op_de_voorpagina_kies_je_een_kern(client, beesd) -> None:
    assert knoppen(lees(client, "/").main) == ["Kies je kern"]


@pytest.mark.parametrize("open_", [True, False], ids=["open oproep", "geen oproep"])
def test_op_de_pagina_van_een_kern_doe_je_mee_of_bel_je(client, beesd, agenda, oproepen, open_) -> None:
    GemeenteInstellingen.objects.update_or_create(defaults={"telefoon": "0345 72 88 00", "email": ""})
    factories.AgendaItemPageFactory(parent=agenda, begin=KOMT)
    if open_:
        factories.OproepPageFactory(parent=oproepen, title="Denk mee")
    snel = lees(client, beesd.url).find(class_="bloei-snel")
    assert knoppen(snel) == (["Doe mee: Denk mee"] if open_ else ["Bel 0345 72 88 00"])
    assert len(snel.select('a[href="tel:0345728800"]')) == 1


@pytest.fixture
def gereed(beesd, kernagenda, projecten, agenda):
    """Two projects that are done and one that isn't; three points that are done, one of them through its project."""
    factories.AgendaItemPageFactory(parent=agenda, begin=KOMT)
    bank = factories.ProjectPageFactory(parent=projecten, title="De bank", status="gereed")
    factories.ProjectPageFactory(parent=projecten, title="Het plein", status="uitvoering")
    klaar = {"status": "gereed"}
    kernagenda.onderdelen = kernagenda._meta.get_field("onderdelen").stream_block.to_python(
        [
            onderdeel(
                factories.ThemaFactory(),
                punt("Zelfde bank", project=bank.pk, **klaar),
                punt("AED", **klaar),
                punt("Bomen", **klaar),
                punt("Nog niet"),
            )
        ]
    )
    publiceer(kernagenda)
    beesd.inhoud = GELUKT
    return publiceer(beesd)


def test_dit_is_gelukt(client, gereed) -> None:
    for adres, kern in (("/beesd/", ""), ("/", "Beesd")):
        lijst = lees(client, adres).find(class_="bloei-gelukt")
        assert [a.get_text() for a in lijst.find_all("a")] == ["De bank", "AED", "Bomen"]
        assert lijst.find_all("a")[1]["href"].startswith("/beesd/kernagenda/#punt-")
        assert {klein.get_text() for klein in lijst.find_all(class_="bloei-klein")} == (
            {kern} if kern else set()
        )


def test_zonder_wat_gelukt_is_staat_er_niets(client, beesd, agenda) -> None:
    factories.AgendaItemPageFactory(parent=agenda, begin=KOMT)
    beesd.inhoud = GELUKT
    publiceer(beesd)
    assert "Dit is gelukt" not in lees(client, "/beesd/").get_text()
    assert "Dit is gelukt" not in lees(client, "/").get_text()


def test_kost_voor_twintig_net_zoveel(client, gereed, projecten) -> None:
    adressen = ("/", "/beesd/")
    eerst = [len(tel_queries(client, adres)) for adres in adressen]
    for nummer in range(20):
        factories.ProjectPageFactory(parent=projecten, title=f"Nog {nummer}", status="gereed")
    assert all(
        len(tel_queries(client, adres)) <= aantal for adres, aantal in zip(adressen, eerst, strict=True)
    )


def test_het_blok_in_de_api(client, gereed) -> None:
    (blok,) = client.get(f"/api/v1/kernen/{gereed.slug}").json()["inhoud"]
    assert blok["soort"] == "gelukt"
    assert [p["titel"] for p in client.get(blok["apiUrl"]).json()["resultaten"]] == ["De bank"]


@pytest.mark.parametrize("rol", RolGemeente)
def test_de_rol_van_de_gemeente_legt_zichzelf_uit(client, projecten, rol) -> None:
    project = factories.ProjectPageFactory(parent=projecten, rol_gemeente=rol)
    ProjectFase.objects.create(
        project=project, titel="Plan", begin="2026-01-01", niveau="adviseren", locale=project.locale
    )
    pagina = lees(client, project.url).main.get_text()
    assert str(ROL_UITLEG[rol]) in pagina
    assert Niveau.ADVISEREN.belofte in pagina


def test_een_project_zonder_foto_heeft_toch_een_beeld(client, projecten) -> None:
    factories.ProjectPageFactory(parent=projecten)
    assert lees(client, projecten.url).find(class_="bloei-kaart__beeld--leeg")
