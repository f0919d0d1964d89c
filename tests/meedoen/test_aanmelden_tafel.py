"""Who signs up by telephone or on paper hears it by mail or by letter, as who does so on the site."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht
from core import privacy
from inwoners.models import Adres, Inwoner
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding, Brief
from tests.meedoen.aanmeldhulp import RIA, avond_in, mail, meld_aan
from tests.meedoen.hulp import druk, lees_bewijs
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db
THUIS = "Voorstraat 1\n4153 AB Beesd"
BELLER = {"naam": "Truus Hendriks", "aantal": "2", "bron": "telefoon", "taal": "nl"}


@pytest.fixture
def avond(dorp):
    return avond_in(dorp)


def zet_erbij(dorp, pagina, wie="redactie-beesd", **velden):
    lijst = reverse("werkplek:aanmeldingen", args=[pagina.pk])
    return (
        als(dorp, wie).post(lijst, {**BELLER, "formulier": uuid4(), **velden}, follow=True).content.decode()
    )


def test_a_letter_says_that_they_are_on_the_list_once(dorp, avond):
    twee_keer = uuid4()
    assert "De brief ligt klaar onder Brieven" in zet_erbij(
        dorp, avond, formulier=twee_keer, postadres=THUIS.replace("4153 AB ", "4153ab ")
    )
    assert "Die stond er al" in zet_erbij(dorp, avond, formulier=twee_keer, postadres=THUIS)
    assert "Die stond er al" in zet_erbij(dorp, avond, postadres=THUIS)
    assert "zet die opnieuw op de lijst" in zet_erbij(dorp, avond, postadres=THUIS, aantal="3")
    assert "zeg het zelf" in zet_erbij(dorp, avond, naam="Kees Bos", taal="en")
    brief = Brief.objects.get()
    assert (brief.agenda_item_id, brief.oproep_id, brief.postadres) == (avond.pk, None, THUIS)
    for wat in (
        "Beste Truus Hendriks,",
        "Je bent aangemeld voor",
        "2 personen",
        avond.tijdstip(),
        avond.locatie,
    ):
        assert wat in brief.tekst
    brieven = reverse("werkplek:brieven")
    assert "Truus" not in als(dorp, "redactie-heukelum").get(brieven).content.decode()
    redactie = als(dorp, "redactie-beesd")
    assert "Truus" in redactie.get(brieven).content.decode()
    assert redactie.post(reverse("werkplek:brieven_pdf"), {"nummers": brief.pk}).content.startswith(b"%PDF")
    redactie.post(brieven, {"nummers": brief.pk})
    assert not Inwoner.objects.exclude(postadres="").exists()


def test_who_waits_reads_so_in_their_own_language(dorp, avond):
    zet_erbij(dorp, avond)
    zet_erbij(dorp, avond, naam="Kees Bos", taal="en", postadres=THUIS)
    assert "Number 1 on the waiting list" in Brief.objects.get().tekst


def test_an_address_is_used_when_its_owner_says_so(client, dorp, avond, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    assert "Er gaat een mail heen" in zet_erbij(dorp, avond, email="truus@example.org", wil_afspraken="on")
    lijst, gevraagd = reverse("werkplek:aanmeldingen", args=[avond.pk]), "e-mail nog niet bevestigd"
    assert gevraagd in als(dorp, "redactie-beesd").get(lijst).content.decode()
    assert "Truus" not in mail("truus@example.org").tekst
    pad = "/aanmelding/klopt/" + mail("truus@example.org").tekst.partition("/aanmelding/klopt/")[2].split()[0]
    assert "Truus Hendriks gaf je e-mailadres op" in client.get(pad).content.decode()
    privacy.ruim_op(timezone.now() + timedelta(days=6))
    assert Adres.objects.exists()
    assert Aanmelding.objects.get().inwoner.adres is None, "opening it changes nothing"
    for _ in range(2):
        druk(client, pad, time_machine)
    assert lees_bewijs(client, pad) == ""
    assert gevraagd not in als(dorp, "redactie-beesd").get(lijst).content.decode()
    assert mail("truus@example.org").onderwerp.startswith("Je bent aangemeld")
    assert Bericht.objects.count() == 2
    assert Aanmelding.objects.get().wil_afspraken
    assert not client.cookies


def test_who_had_signed_up_on_the_site_already_is_one(client, dorp, avond, time_machine):
    eerst = meld_aan(client, avond, time_machine)
    zet_erbij(dorp, avond, naam=RIA["naam"], aantal="1", email=RIA["email"])
    pad = "/aanmelding/klopt/" + mail(RIA["email"]).tekst.partition("/aanmelding/klopt/")[2].split()[0]
    druk(client, pad, time_machine)
    rij = Aanmelding.objects.get(stand=AanmeldStand.BEVESTIGD)
    assert (rij.bevestigd_op, rij.inwoner.adres.email) == (eerst.bevestigd_op, RIA["email"])
    assert Inwoner.objects.count() == 1


def test_an_address_that_nobody_confirmed_is_forgotten_after_a_week(dorp, avond):
    zet_erbij(dorp, avond, email="truus@example.org")
    privacy.ruim_op(timezone.now() + timedelta(days=8))
    assert not Adres.objects.exists()
    assert Aanmelding.objects.get().naam == "Truus Hendriks"
