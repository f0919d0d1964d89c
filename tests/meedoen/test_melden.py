"""Reporting a reaction: a receipt, a decision, and the reasons for who wrote it. Who reported stays unknown to the writer."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from berichten.models import Bericht
from core.tijd import vandaag
from kernpagina.keuzes import OproepSoort
from kernpagina.models import OproepPage
from meedoen import stappen
from meedoen.keuzes import IN_WOORDEN, OPENBAAR, Stand
from meedoen.models import Melding, Reactie
from tests.meedoen.hulp import RIA, VAN_HIER, bevestigd, lees_bewijs
from tests.werkplek.hulp import als
from werkplek.reacties import te_lezen

pytestmark = pytest.mark.django_db
MELDER = {
    "waarom": "gegevens", "toelichting": "Hier staat mijn adres.", "naam": "Kees Bos",
    "email": "kees@example.org", "te_goeder_trouw": "on",
}  # fmt: skip


@pytest.fixture
def reactie(client, dorp, oproep, time_machine) -> Reactie:
    reactie = bevestigd(client, oproep, time_machine)
    return stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])


def meld(client, reactie, time_machine, gegevens=None):
    adres = reverse("reactie-melden", args=[reactie.pk])
    bewijs = lees_bewijs(client, adres)
    time_machine.shift(timedelta(seconds=10))
    velden = (MELDER if gegevens is None else gegevens) | {"bewijs": bewijs}
    client.post(adres, velden, **VAN_HIER)
    return client.post(adres, velden, **VAN_HIER)


def mail_aan(email: str) -> str:
    return "".join(b.onderwerp + b.tekst for b in Bericht.objects.filter(adres=email).order_by("pk"))


def test_reported_and_taken_off(dorp, oproep, reactie, time_machine):
    client = Client(enforce_csrf_checks=True)
    assert f"/reactie/{reactie.pk}/melden/" in client.get(oproep.url).content.decode()
    assert meld(client, reactie, time_machine).status_code == 302
    assert Melding.objects.count() == 1
    assert mail_aan("kees@example.org").count("We hebben je melding over een reactie") == 1
    assert [rij.wat for rij in te_lezen(vandaag())] == ["Melding"]
    adres = reverse("werkplek:reactie", args=[reactie.pk])
    keurder = als(dorp, "communicatie-2")
    assert "Hier staat mijn adres." in keurder.get(adres).content.decode()
    keurder.post(adres, {"doe": "verberg", "reden": "gegevens"})
    reactie.refresh_from_db()
    assert reactie.stand == Stand.VERBORGEN
    assert "bankje" not in client.get(oproep.url).content.decode()
    assert client.get(reverse("reactie-melden", args=[reactie.pk])).status_code == 404
    assert "We hebben de reactie weggehaald" in mail_aan("kees@example.org")
    schrijver = mail_aan(RIA["email"])
    assert "De reden: gegevens van een ander" in schrijver
    assert "Kees" not in schrijver
    assert "kees@example.org" not in schrijver
    assert te_lezen(vandaag()) == []


def test_reported_and_it_stays(client, dorp, oproep, reactie, time_machine):
    meld(client, reactie, time_machine)
    adres = reverse("werkplek:reactie", args=[reactie.pk])
    als(dorp, "communicatie").post(adres, {"doe": "blijft"})
    assert "De reactie blijft staan" in mail_aan("kees@example.org")
    assert "bankje" in client.get(oproep.url).content.decode()
    assert te_lezen(vandaag()) == []


def test_without_an_address_nobody_is_mailed(client, reactie, time_machine):
    aantal = Bericht.objects.count()
    meld(client, reactie, time_machine, MELDER | {"email": "", "naam": ""})
    assert Melding.objects.count() == 1
    assert Bericht.objects.count() == aantal


def test_what_is_missing_is_asked_for(client, reactie, time_machine):
    antwoord = meld(client, reactie, time_machine, {"toelichting": "Hier staat iets."})
    pagina = antwoord.content.decode()
    assert "Kies wat er mis mee is." in pagina
    assert "eerlijk invult" in pagina
    assert "Hier staat iets." in pagina
    assert Melding.objects.count() == 0


def is_niet_te_melden(client, reactie) -> bool:
    """Neither to look at nor to send: numbers follow on each other, and anybody can try them all."""
    adres = reverse("reactie-melden", args=[reactie.pk])
    gevraagd = [client.get(adres), client.post(adres, MELDER, **VAN_HIER)]
    return {antwoord.status_code for antwoord in gevraagd} == {404} and not Melding.objects.exists()


@pytest.mark.parametrize("stand", [stand for stand in Stand if stand not in OPENBAAR])
def test_what_is_not_placed_has_no_page(client, reactie, stand):
    Reactie.objects.filter(pk=reactie.pk).update(stand=stand)
    assert is_niet_te_melden(client, reactie)


@pytest.mark.parametrize("soort", [soort for soort in OproepSoort if soort not in IN_WOORDEN])
def test_who_voted_has_no_page(client, oproep, reactie, soort):
    """What only counts is shown nowhere by itself, and so neither is the name with it."""
    assert not is_niet_te_melden(client, reactie)
    OproepPage.objects.filter(pk=oproep.pk).update(soort=soort)
    assert is_niet_te_melden(client, reactie)


def test_what_went_off_the_site_with_its_call_has_no_page(client, oproep, reactie):
    OproepPage.objects.filter(pk=oproep.pk).update(online_meedoen="https://elders.example/")
    assert is_niet_te_melden(client, reactie)
    OproepPage.objects.filter(pk=oproep.pk).update(online_meedoen="")
    PageViewRestriction.objects.create(page=oproep, restriction_type=PageViewRestriction.LOGIN)
    assert is_niet_te_melden(client, reactie)
