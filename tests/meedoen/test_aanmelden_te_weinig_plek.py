"""A group for which there isn't room waits, and nothing says that it is full."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht
from core.inhoudsversie import huidige_inhoudsversie
from meedoen.aanmelden import stappen
from meedoen.models import Brief
from tests.meedoen.aanmeldhulp import JAN, RIA, avond_in, link, mail, meld_aan, verstuur
from tests.meedoen.hulp import druk
from tests.meedoen.test_aanmelden_tafel import THUIS, zet_erbij
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db
ZES = JAN | {"aantal": "6"}
WIM = {"naam": "Wim Bos", "email": "wim@example.org", "aantal": "1"}
TRUUS = {"naam": "Truus Bos", "email": "truus@example.org", "aantal": "2"}


@pytest.fixture
def avond(client, dorp, time_machine):
    """Four may come, and there is one place left."""
    time_machine.move_to(timezone.now(), tick=False)
    avond = avond_in(dorp, max_aantal=4)
    meld_aan(client, avond, time_machine, RIA | {"aantal": "3"})
    return avond


def test_a_group_reads_how_many_places_there_are(client, avond, time_machine):
    assert "Nog 1 plaats vrij." in client.get(f"{avond.url}aanmelden/").content.decode()
    verstuur(client, avond, time_machine, ZES)
    vooraf = client.get(link(JAN["email"])).content.decode()
    assert "Er is nog 1 plek, en je komt met 6." in vooraf
    assert "dan kom je op de wachtlijst" in vooraf
    assert f'href="{avond.url}aanmelden/">Kom je met minder mensen?' in vooraf
    druk(client, pad := link(JAN["email"]), time_machine)
    assert "Er is nog 1 plek, en je komt met 6." in client.get(pad).content.decode()
    assert "Bij “Inwonersavond” is nog 1 plek, en je komt met 6." in mail(JAN["email"]).tekst
    for bladzijde in (avond.url, f"{avond.url}aanmelden/"):
        pagina = client.get(bladzijde).content.decode()
        assert "Er is nog 1 plek, maar wie al wacht gaat voor." in pagina
        assert "Vol." not in pagina
        assert "is vol" not in pagina
    assert "is vol" not in "".join(Bericht.objects.values_list("tekst", flat=True))


def test_the_page_follows_when_who_waits_is_let_in_or_goes(client, avond, time_machine):
    groep = meld_aan(client, avond, time_machine, ZES)
    een = meld_aan(client, avond, time_machine, JAN | {"email": "eva@example.org", "naam": "Eva Groen"})
    eerst = huidige_inhoudsversie().nummer
    stappen.zeg_af(groep.pk)
    assert huidige_inhoudsversie().nummer == eerst + 1
    assert mail("eva@example.org").onderwerp.startswith("Er is plek voor je")
    assert "<strong>Vol.</strong>" in client.get(avond.url).content.decode()
    stappen.zeg_af(een.pk)
    assert "Nog 1 plaats vrij." in client.get(avond.url).content.decode()


def test_also_by_letter(dorp, avond):
    zet_erbij(dorp, avond, postadres=THUIS, aantal="6")
    assert "is nog 1 plek" in Brief.objects.get().tekst


def test_who_comes_after_them_and_who_organises_it_see_how_many_wait(client, dorp, avond, time_machine):
    meld_aan(client, avond, time_machine, JAN)
    formulier = client.get(f"{avond.url}aanmelden/").content.decode()
    assert "Het is vol (4)." in formulier
    assert "Er wacht al" not in formulier
    time_machine.shift(timedelta(days=1))
    meld_aan(client, avond, time_machine, WIM)
    assert "Er wacht al 1 persoon." in client.get(f"{avond.url}aanmelden/").content.decode()
    verstuur(client, avond, time_machine, TRUUS)
    assert "Er wacht al 1 persoon." in client.get(link(TRUUS["email"])).content.decode()
    druk(client, link(TRUUS["email"]), time_machine)
    assert "Er wachten al 3 personen." in client.get(f"{avond.url}aanmelden/").content.decode()
    redactie = als(dorp, "redactie-beesd")
    lijst = redactie.get(reverse("werkplek:aanmeldingen", args=[avond.pk])).content.decode()
    assert "4 personen van 4 en 3 op de wachtlijst" in " ".join(lijst.split())
    assert "<strong>4 personen</strong> en 3 op de wachtlijst" in lijst
    stappen_ = redactie.get(reverse("werkplek:bijeenkomst", args=[avond.pk])).content.decode()
    assert "Er zijn 7 mensen aangemeld. Op de wachtlijst: 3." in stappen_


def test_who_would_fit_hears_that_others_were_before_them(client, avond, time_machine):
    """For one there is room enough: that isn't why they wait."""
    meld_aan(client, avond, time_machine, ZES)
    eva = JAN | {"email": "eva@example.org", "naam": "Eva Groen"}
    verstuur(client, avond, time_machine, eva)
    pad, voorrang = link(eva["email"]), "is nog 1 plek, maar wie al wacht gaat voor."
    assert voorrang in client.get(pad).content.decode()
    druk(client, pad, time_machine)
    assert voorrang in mail(eva["email"]).tekst
    assert "en je komt met" not in mail(eva["email"]).tekst
    for bladzijde in (pad, link(eva["email"])):
        assert voorrang in client.get(bladzijde).content.decode()


def test_who_comes_with_fewer_after_all_is_in(client, avond, time_machine):
    meld_aan(client, avond, time_machine, ZES)
    meld_aan(client, avond, time_machine, JAN)
    assert "Je bent aangemeld" in mail(JAN["email"]).tekst
    assert "Er is plek." in mail(JAN["email"]).tekst
