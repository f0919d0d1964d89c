"""A draft on another site: a key for one version, for a while, and never more than who made it may see."""

import logging
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry

from api.models import Vorm
from kernpagina.models import AgendaItemPage
from tests import factories
from tests.dorp import agenda_item
from volgen.models import Kanaal

CONCEPT = "/api/v1/concept/"


@pytest.fixture
def kanaal(db):
    return Kanaal.objects.create(naam="Dorpssite", voorbeeld_adres="https://dorp.example/voorbeeld?taal=nl")


@pytest.fixture
def item(dorp):
    """Live, with a newer draft."""
    item = agenda_item(dorp.agenda, "Feest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    return bewaar(item, title="Groot feest", samenvatting="Met een band.")


def bewaar(item, **velden):
    item = AgendaItemPage.objects.get(pk=item.pk).get_latest_revision_as_object()
    for naam, waarde in velden.items():
        setattr(item, naam, waarde)
    with factories.opzetten():
        item.save_revision()
    return AgendaItemPage.objects.get(pk=item.pk)


@pytest.fixture
def sleutel(client, dorp, kanaal):
    """Press the button as this person; gives the key, or the status of the refusal."""

    def _sleutel(item, wie="redactie-beesd"):
        client.force_login(dorp.gebruikers[wie])
        antwoord = client.get(f"/cms/pagina/{item.pk}/op/{kanaal.pk}/")
        client.logout()
        if antwoord.status_code != 302:
            return antwoord.status_code
        assert antwoord.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in antwoord.headers["Cache-Control"]
        adres = urlsplit(antwoord.headers["Location"])
        assert (adres.netloc, adres.path) == ("dorp.example", "/voorbeeld")
        return parse_qs(adres.query)["sleutel"][0]

    return _sleutel


def test_het_concept_in_de_vorm_van_de_pagina(client, item, sleutel):
    antwoord = client.get(CONCEPT + sleutel(item))
    concept, live = antwoord.json(), client.get(f"/api/v1/paginas/{item.pk}").json()
    assert concept.keys() == live.keys()
    assert (concept["titel"], concept["inleiding"]) == ("Groot feest", "Met een band.")
    assert (live["titel"], concept["pad"]) == ("Feest", live["pad"])
    assert antwoord.headers["Cache-Control"] == "no-store"
    assert antwoord.headers["X-Robots-Tag"] == "noindex"
    assert antwoord.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in antwoord.headers
    assert PageLogEntry.objects.get(action="volgen.voorbeeld").data == {"kanaal": "Dorpssite"}
    assert "Groot feest" not in client.get("/api/v1/paginas?paginaGrootte=100").content.decode()
    assert not Vorm.objects.filter(pagina_kort__contains="Groot feest").exists()
    assert client.get(f"/api/v1/paginas/{item.pk}").json() == live


def test_ook_van_wat_nog_nooit_online_was_en_van_een_vertaling(client, dorp, sleutel):
    nieuw = agenda_item(dorp.agenda, "Nieuw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    assert client.get(CONCEPT + sleutel(nieuw)).json()["titel"] == "Nieuw"
    feest = agenda_item(dorp.agenda, "Feest", live=True, samenvatting="Met een band.")
    with factories.opzetten():
        engels = feest.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
        engels.title, engels.samenvatting = "Party", "With a band."
        engels.save_revision()
    concept = client.get(CONCEPT + sleutel(engels, "communicatie")).json()
    assert (concept["taal"], concept["titel"], concept["inleiding"]) == ("en", "Party", "With a band.")
    assert concept["id"] == feest.pk
    assert concept["url"].endswith("/en/beesd/agenda/feest/")


def test_een_sleutel_opent_een_versie_een_half_uur(client, item, sleutel):
    eerste = sleutel(item)
    assert client.get(CONCEPT + eerste).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=True):
        assert client.get(CONCEPT + eerste).status_code == 404
    bewaar(item, title="Nog groter feest")
    antwoord = client.get(CONCEPT + eerste)
    assert antwoord.status_code == 404
    assert "feest" not in antwoord.json()["detail"]
    assert client.get(CONCEPT + sleutel(item)).json()["titel"] == "Nog groter feest"


def test_een_sleutel_is_niet_te_veranderen(client, dorp, item, sleutel):
    ander = agenda_item(dorp.agenda, "Borrel", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    een = sleutel(item).split(":")
    # Another second: what stands between the colons is the time.
    with time_machine.travel(timezone.now() + timedelta(minutes=1), tick=True):
        twee = sleutel(ander).split(":")
    for mengsel in ([een[0], *twee[1:]], [twee[0], *een[1:]], [een[0], twee[1], een[2]], ["x"]):
        assert client.get(CONCEPT + ":".join(mengsel)).status_code == 404
    assert client.post(CONCEPT + sleutel(item)).status_code == 405


def test_niet_meer_dan_wie_hem_maakte_mag_zien(client, dorp, item, sleutel, kanaal):
    assert sleutel(item, "redactie-heukelum") in (403, 404)
    concept = agenda_item(dorp.agenda, "Geheim", live=False)
    assert sleutel(concept, "redactie-heukelum") in (403, 404)
    eigen = sleutel(item)
    redacteur = dorp.gebruikers["redactie-beesd"]
    groepen = list(redacteur.groups.all())
    redacteur.groups.clear()
    assert client.get(CONCEPT + eigen).status_code == 404
    redacteur.groups.set(groepen)
    assert client.get(CONCEPT + eigen).status_code == 200
    redacteur.is_active = False
    redacteur.save()
    assert client.get(CONCEPT + eigen).status_code == 404
    redacteur.is_active = True
    redacteur.save()
    Kanaal.objects.update(actief=False)
    assert client.get(CONCEPT + eigen).status_code == 404
    assert sleutel(item) == 404


def test_geen_sleutel_in_een_log(client, item, sleutel, caplog):
    eigen = sleutel(item)
    bewaar(item, title="Nieuwer")
    with caplog.at_level(logging.DEBUG):
        assert client.get(CONCEPT + eigen).status_code == 404
        client.get(CONCEPT + sleutel(item))
    assert "concept/" not in caplog.text


def test_de_knop_staat_bij_de_pagina_als_er_een_kanaal_is(client, dorp, item, kanaal):
    client.force_login(dorp.gebruikers["redactie-beesd"])
    adres = f"/cms/pages/{item.pk}/edit/"
    assert "Bekijk op Dorpssite" in client.get(adres).content.decode()
    kanaal.delete()
    assert "Bekijk op Dorpssite" not in client.get(adres).content.decode()


def test_alleen_beheer_maakt_kanalen(client, dorp):
    adres = "/cms/snippets/volgen/kanaal/add/"
    velden = {"naam": "Krant", "voorbeeld_adres": "https://krant.example/", "actief": "on"}
    for wie in ("redactie-beesd", "communicatie", "beheer"):
        client.force_login(dorp.gebruikers[wie])
        client.post(adres, velden)
        assert Kanaal.objects.exists() == (wie == "beheer"), wie
