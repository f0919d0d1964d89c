"""A reaction that was placed wrongly is taken off by a colleague; and a name that may not be read is shielded."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from berichten.models import Bericht
from core.inhoudsversie import huidige_inhoudsversie
from meedoen import stappen, vergeten
from meedoen.keuzes import Stand
from meedoen.models import Besluit, Reactie
from tests.meedoen.hulp import RIA, bevestigd, druk, laatste_link
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db


@pytest.fixture
def reactie(client, dorp, oproep, time_machine) -> Reactie:
    """Placed by communicatie."""
    reactie = bevestigd(client, oproep, time_machine)
    return stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])


def test_placed_wrongly_a_colleague_takes_it_off_without_a_report(
    client, dorp, oproep, reactie, time_machine
):
    adres, weg = (
        reverse("werkplek:reactie", args=[reactie.pk]),
        {"doe": "verberg", "reden": "niet over de vraag"},
    )
    eerst = huidige_inhoudsversie().nummer
    plaatser, collega = als(dorp, "communicatie"), als(dorp, "communicatie-2")
    assert "Vraag een collega" in plaatser.get(adres).content.decode()
    plaatser.post(adres, weg)
    assert not Besluit.objects.filter(besluit="verborgen").exists()
    assert 'value="verberg"' in collega.get(adres).content.decode()
    assert "Kies een reden." in collega.post(adres, weg | {"reden": ""}).content.decode()
    for _ in range(2):
        collega.post(adres, weg)
    reactie.refresh_from_db()
    assert reactie.stand == Stand.VERBORGEN
    assert huidige_inhoudsversie().nummer == eerst + 1
    assert "bankje" not in client.get(oproep.url).content.decode()
    besluit = Besluit.objects.get(besluit="verborgen")
    assert (besluit.door.username, besluit.eerder_door.username) == ("communicatie-2", "communicatie")
    mail = Bericht.objects.filter(adres=RIA["email"]).latest("pk").tekst
    assert "De reden: gaat niet over de vraag. Onder een oproep" in mail
    assert "melding" not in mail
    assert "huisregels" not in mail
    druk(client, laatste_link(), time_machine, doe="bezwaar", toelichting="Het gaat wel over het plein.")
    collega.post(adres, {"doe": "herzie"})
    assert not Besluit.objects.filter(besluit="herzien").exists(), "a second look is by another"
    plaatser.post(adres, {"doe": "herzie"})
    reactie.refresh_from_db()
    assert reactie.stand == Stand.GEPLAATST


def test_without_a_name_it_can_be_taken_off_too(client, dorp, oproep, reactie):
    vergeten.naam_weg(reactie.pk)
    adres = reverse("werkplek:reactie", args=[reactie.pk])
    als(dorp, "communicatie-2").post(adres, {"doe": "verberg", "reden": "reclame"})
    assert "bankje" not in client.get(oproep.url).content.decode()


def test_a_shielded_name_is_known_to_the_municipality_only(client, dorp, oproep, reactie):
    adres, wie = reverse("werkplek:namen"), {"inwoner": reactie.inwoner_id, "zoek": RIA["email"]}
    assert als(dorp, "communicatie").get(adres).status_code in (302, 403)
    beheer = als(dorp, "beheer")
    assert "Ria V." in client.get(oproep.url).content.decode()
    assert "Nu staat erbij: <strong>Ria V." in beheer.post(adres, {"doe": "zoek"} | wie).content.decode()
    zonder = beheer.post(adres, {"doe": "scherm_af", "reden": " "} | wie).content.decode()
    assert "Schrijf op waarom" in zonder
    eerst = huidige_inhoudsversie().nummer
    for _ in range(2):
        beheer.post(adres, {"doe": "scherm_af", "reden": "Wordt bedreigd."} | wie)
    assert huidige_inhoudsversie().nummer == eerst + 1
    pagina = client.get(oproep.url).content.decode()
    assert "Ria" not in pagina
    assert "naam bekend bij de gemeente" in pagina
    regel = ModelLogEntry.objects.get(action="bloei.afgeschermd")
    assert regel.user == dorp.gebruikers["beheer"]
    assert "Wordt bedreigd" not in f"{regel.data} {regel.label}", "it is erased with the name"
    assert "Wordt bedreigd." in beheer.get(adres).content.decode()
    beheer.post(adres, {"doe": "toon"} | wie)
    assert "Ria V." in client.get(oproep.url).content.decode()
