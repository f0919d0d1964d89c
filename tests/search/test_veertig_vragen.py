"""Forty questions as people type them: the right page is among the first three."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale, Site

from core.models import Thema
from core.tijd import vandaag
from home.models import HomePage
from kernpagina.keuzes import AgendaStatus
from kernpagina.models import AgendaItemThema, AgendaPage, KernagendaPage, KernPage, OproepenPage
from projecten.models import ProjectenPage, ProjectThema
from tests import factories
from tests.dorp import maak_site
from tests.search.vragen import VRAGEN
from tests.talen.vertaler import vertaal

CODES = {"Beesd": "3213", "Rumpt": "3215", "Tricht": "3531", "Geldermalsen": "3529", "Acquoy": "3527"}
# What stands on the page of the municipality and of other villages, and is not what is asked for.
RUIS = "Wij doen ons best. Over enkele maanden staat de agenda met alle projecten, vergaderingen en oproepen online."


@pytest.fixture(scope="module")
def _inhoud(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        _vul(maak_site())
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def inhoud(_inhoud, db) -> None:
    Site.clear_site_root_paths_cache()


def _vul(home: HomePage) -> None:
    kern = {
        naam: factories.KernPageFactory(parent=home, title=naam, woonplaatscode=code)
        for naam, code in CODES.items()
    }
    wonen, sport, verkeer = (
        Thema.objects.get_or_create(name=naam, defaults={"slug": slug})[0]
        for naam, slug in (
            ("Wonen", "wonen"),
            ("Sport, cultuur en recreatie", "sport-cultuur-recreatie"),
            ("Verkeer en vervoer", "verkeer-vervoer"),
        )
    )
    informatie = factories.InformatiePageFactory
    for n in range(3):
        informatie(parent=home, title=f"Over Bloei! {n}", inleiding=RUIS)
    informatie(parent=home, title="Contact", inleiding="Bel of mail de gemeente.")
    informatie(
        parent=home, title="Buurtbudget aanvragen", inleiding="Voor een plan van je dorp is er een budget."
    )

    def project(plaats: str, titel: str, samenvatting: str, thema: Thema | None = None):
        pagina = factories.ProjectPageFactory(
            parent=factories.lijst_van(kern[plaats], ProjectenPage), title=titel, samenvatting=samenvatting
        )
        if thema:
            ProjectThema.objects.create(content_object=pagina, tag=thema)
        return pagina

    for plaats in ("Tricht", "Acquoy", "Geldermalsen", "Rumpt"):
        project(plaats, f"Speeltuin {plaats} Oost", "Een speeltuin voor alle kinderen.")
    speeltuin = project("Beesd", "Natuurspeeltuin aan de Kapelweg", "Klimmen en klauteren, iedereen mag.")
    project("Beesd", "Zwembad De Waterval", "Het bad blijft open.", sport)
    project("Beesd", "Starterswoningen aan de Voorstraat", "Tien nieuwe woningen.", wonen)
    project("Tricht", "Dorpsplein krijgt bankjes", "Zitten onder de linde.")
    project("Rumpt", "Veilig fietspad langs de Linge", "Een pad naar school.", verkeer)
    project("Geldermalsen", "Straatverlichting bij het station", "Meer licht.")

    def item(plaats: str, titel: str, samenvatting: str, **velden):
        ouder = factories.lijst_van(kern[plaats], AgendaPage)
        return factories.AgendaItemPageFactory(parent=ouder, title=titel, samenvatting=samenvatting, **velden)

    avond = item("Rumpt", "Inwonersavond over de toekomst", "Praat mee in het dorpshuis.")
    item("Rumpt", "Dorpsborrel", "Een gezellige avond.")
    item(
        "Beesd",
        "Kerngroep komt bij elkaar",
        "Iedereen mag erbij zijn.",
        verslag="<p>Verslag van deze avond.</p>",
    )
    item("Tricht", "Opschoondag", "Samen het dorp schoon.")
    sportdag = item("Acquoy", "Sportdag", "Voor jong en oud.")
    AgendaItemThema.objects.create(content_object=sportdag, tag=sport)

    def oproep(plaats: str, titel: str, vraag: str) -> None:
        factories.OproepPageFactory(
            parent=factories.lijst_van(kern[plaats], OproepenPage), title=titel, vraag=vraag
        )

    oproep("Tricht", "Wat wil jij met het dorpsplein?", "Vertel het ons.")
    oproep("Geldermalsen", "Help mee in de bibliotheek", "We zoeken vrijwilligers.")

    kernagenda = factories.lijst_van(kern["Acquoy"], KernagendaPage)
    kernagenda.onderdelen = _punten(verkeer)
    factories.publiceer(kernagenda)
    vertaal(speeltuin, "pl", hoe=lambda zin: zin.replace("Natuurspeeltuin", "Plac zabaw"))
    vertaal(speeltuin, "en", hoe=lambda zin: zin.replace("Natuurspeeltuin", "Nature playground"))
    vertaal(avond, "pl", hoe=lambda zin: zin.replace("Inwonersavond", "Spotkanie mieszkańców"))


def _punten(thema: Thema) -> str:
    leeg = dict.fromkeys(("omschrijving", "naam_trekker", "motivering", "planning"), "")
    titels = (
        "Snelheid op de Lingedijk",
        "Parkeerplaatsen bij de kerk",
        "Voorrang bij de school",
        "Speeltuin Oost",
    )
    punten = [factories.punt(titel, **leeg) for titel in titels]
    return json.dumps([factories.onderdeel(thema, *punten)])


def zoek(client, vraag: str) -> list[str]:
    taal, _, vraag = vraag.rpartition(": ")
    with override(taal or "nl"):
        html = client.get(f"/{taal}{'/' if taal else ''}zoeken/", {"q": vraag}).content.decode()
    return [kop.get_text().strip() for kop in BeautifulSoup(html, "html.parser").select(".bloei-treffer h3")]


def test_het_zijn_er_veertig() -> None:
    assert len(VRAGEN) == 40


@pytest.mark.parametrize(("vraag", "titel"), VRAGEN)
def test_de_goede_pagina_staat_bij_de_eerste_drie(client, inhoud, vraag, titel) -> None:
    assert titel in zoek(client, vraag)[:3]


def test_een_kern_staat_bovenaan_als_alleen_zij_gevraagd_is(client, inhoud) -> None:
    for vraag, kern in {"beesd": "Beesd", "akkooi": "Acquoy", "4153 AB": "Beesd"}.items():
        assert zoek(client, vraag)[0] == kern


def test_er_wordt_niets_verbeterd_dat_iets_anders_is(client, inhoud) -> None:
    for vraag in ("beest", "aanmelden"):
        html = client.get("/zoeken/", {"q": vraag}).content.decode()
        assert "We zochten op" not in html
        assert "Bedoel je" not in html


def test_wie_iets_korts_verkeerd_typt_krijgt_de_vraag_wat_hij_bedoelt(client, inhoud) -> None:
    html = client.get("/zoeken/", {"q": "linda", "soort": "projectpage"}).content.decode()
    assert 'Bedoel je <a class="nl-link" href="?q=linde">linde</a>?' in " ".join(html.split())
    assert "We zochten op" not in html


@pytest.mark.parametrize("vraag", ["lingedijk", "snelheid acquoy", "pl: snelheid acquoy", "pl: prędkość"])
def test_een_punt_van_een_kernagenda_is_een_treffer_met_zijn_plaats(client, inhoud, vraag) -> None:
    kernagenda = KernagendaPage.objects.openbaar().get(punten__titel="Snelheid op de Lingedijk")
    punt = kernagenda.punten.get(titel="Snelheid op de Lingedijk")
    if vraag.startswith("pl: p"):
        vertaal(kernagenda, "pl", hoe=lambda zin: zin.replace("Snelheid", "Prędkość"))
    taal, _, woorden = vraag.rpartition(": ")
    html = client.get(f"{taal and '/pl'}/zoeken/", {"q": woorden}).content.decode()
    [regel] = BeautifulSoup(html, "html.parser").select(".bloei-puntenlijst li")
    assert regel.a["href"] == f"{taal and '/pl'}/acquoy/kernagenda/#punt-{punt.uuid}"
    assert ("Prędkość" in regel.a.text) == vraag.startswith("pl: p")
    assert regel.select(".bloei-status")
    assert any(cijfer.isdecimal() for cijfer in regel.span.text)
    factories.depubliceer(kernagenda)
    assert "bloei-puntenlijst" not in client.get("/zoeken/", {"q": "lingedijk"}).content.decode()


def test_wie_de_titel_van_een_punt_typt_vindt_dat_punt_eerst_ook_in_de_api(client, inhoud) -> None:
    """Also where other pages have the same words in their title, and other points in their text."""
    for titel in ("Speeltuin Oost", "Voorrang bij de school"):
        html = client.get("/zoeken/", {"q": titel.lower()}).content.decode()
        [eerste, *_] = BeautifulSoup(html, "html.parser").select(".bloei-treffer")
        van_site = eerste.select(".bloei-puntenlijst a")[0]
        van_api = client.get("/api/v1/zoek", {"q": titel}).json()["resultaten"][0]["punten"][0]
        assert (van_site.text, van_api["titel"]) == (titel, titel)
        assert van_api["url"].endswith(van_site["href"])
        assert (van_api["status"], van_api["veranderdDatum"]) == ("wens", str(vandaag()))


def test_kleine_woorden_in_een_zin_zijn_geen_eis(client, inhoud) -> None:
    """*Voor* is the beginning of *Voorstraat*, and isn't asked for with it."""
    assert zoek(client, "klimmen voor iedereen")[0] == "Natuurspeeltuin aan de Kapelweg"


def test_wat_niet_alle_woorden_heeft_is_beter_dan_niets(client, inhoud) -> None:
    """And it is said. Of a village that was named nothing of another one comes with it."""
    for vraag, titel in (
        ("bankjes met gouden leuningen", "Dorpsplein krijgt bankjes"),
        ("wanneer is de allerlaatste vergadering in rumpt?", "Inwonersavond over de toekomst"),
        ("speeltuin met glijbaan tricht", "Speeltuin Tricht Oost"),
    ):
        gevonden = zoek(client, vraag)
        assert titel in gevonden[:3], vraag
        antwoord = client.get("/api/v1/zoek", {"q": vraag}).json()
        assert antwoord["deels"]
        assert titel in [treffer["titel"] for treffer in antwoord["resultaten"]]
        html = client.get("/zoeken/", {"q": vraag}).content.decode()
        assert "Niets heeft al je woorden" in html
    assert "Speeltuin Acquoy Oost" not in gevonden
    assert (
        "Niets heeft al je woorden" not in client.get("/zoeken/", {"q": "speeltuin tricht"}).content.decode()
    )


def test_wie_een_soort_in_een_kern_vraagt_krijgt_eerst_haar_lijst(client, inhoud) -> None:
    for vraag in ("Wanneer is de volgende vergadering in Rumpt?", "Hoe laat is de avond in Rumpt?"):
        assert zoek(client, vraag)[0] == "Agenda"


def test_waar_een_vraag_mee_begint_wordt_niet_gezocht(client, inhoud) -> None:
    for vraag in ("wanneer komt het fietspad?", "waar komt dat fietspad", "wie gaat over het fietspad"):
        assert zoek(client, vraag) == zoek(client, "fietspad"), vraag


def test_een_kern_die_niet_openbaar_is_wordt_niet_genoemd(client, inhoud) -> None:
    factories.depubliceer(KernPage.objects.openbaar().get(title="Beesd", locale=Locale.get_default()))
    assert "Beesd" not in zoek(client, "4153")
    assert "Beesd" not in zoek(client, "speeltuin beesd")


@pytest.mark.parametrize("vraag", ["wanneer is de avond over het dorpsplein", "pl: avond dorpsplein"])
def test_een_bijeenkomst_die_nog_komt_staat_boven_die_van_vorig_jaar_en_die_niet_doorgaat(
    client, inhoud, vraag
):
    ouder = factories.lijst_van(KernPage.objects.get(title="Tricht"), AgendaPage)
    nu = timezone.now()
    for titel, begin, status in (
        ("Avond over het dorpsplein nu", nu + timedelta(days=9), AgendaStatus.GEPLAND),
        ("Avond over het dorpsplein toen", nu - timedelta(days=300), AgendaStatus.GEPLAND),
        ("Avond over het dorpsplein niet", nu + timedelta(days=3), AgendaStatus.GEANNULEERD),
    ):
        factories.AgendaItemPageFactory(
            parent=ouder, title=titel, begin=begin, status=status, toelichting="Te weinig mensen."
        )
    gevonden = [titel for titel in zoek(client, vraag) if titel.startswith("Avond over het dorpsplein")]
    assert len(gevonden) == 3
    assert gevonden[0] == "Avond over het dorpsplein nu"
