"""Who comes, for who organises it; for somebody themselves; and how long it is kept."""

from datetime import timedelta

import pypdfium2
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.tijd import begin_van
from inwoners.houders import Wie
from inwoners.inzage import als_tekst
from inwoners.models import Adres, Inwoner, Reden
from inwoners.wissen import wis
from meedoen.aanmelden import vergeten
from meedoen.aanmelden.houder import Aanmeldingen
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding
from tests.meedoen.aanmeldhulp import JAN, RIA, avond_in, mail, meld_aan, verstuur

pytestmark = pytest.mark.django_db


@pytest.fixture
def avond(dorp):
    return avond_in(dorp)


def als(dorp, naam: str) -> Client:
    client = Client()
    client.force_login(dorp.gebruikers[naam])
    return client


def test_who_organises_it_sees_names_and_no_address(client, dorp, avond, time_machine):
    meld_aan(client, avond, time_machine, RIA | {"aantal": "2"})
    meld_aan(client, avond, time_machine, JAN)
    lijst, papier = (
        reverse(f"werkplek:{wat}", args=[avond.pk]) for wat in ("aanmeldingen", "presentielijst")
    )
    for wie, mag in (("redactie-beesd", True), ("communicatie", True), ("redactie-heukelum", False)):
        ingelogd = als(dorp, wie)
        # For who may not, it isn't there.
        assert [ingelogd.get(adres).status_code for adres in (lijst, papier)] == [200 if mag else 404] * 2
    redactie = als(dorp, "redactie-beesd")
    pagina = redactie.get(lijst).content.decode()
    for wat in ("Ria Verhoef", "Jan de Boer", "Wachtlijst", "2 personen van 2"):
        assert wat in pagina
    blad = pypdfium2.PdfDocument(redactie.get(papier).content)[0].get_textpage().get_text_range()
    assert "Ria Verhoef" in blad
    assert "@example.org" not in pagina + blad
    knop = reverse("wagtailadmin_pages:edit", args=[avond.pk])
    assert lijst in redactie.get(knop).content.decode()


def test_who_rings_is_put_on_the_list_and_taken_off_it(client, dorp, avond, time_machine):
    lijst = reverse("werkplek:aanmeldingen", args=[avond.pk])
    redactie = als(dorp, "redactie-beesd")
    for _ in range(2):
        redactie.post(lijst, {"naam": "Truus Hendriks", "aantal": "2", "bron": "papier"})
    rij = Aanmelding.objects.get()
    assert (rij.ingevoerd_door, rij.bron) == (dorp.gebruikers["redactie-beesd"], "papier")
    meld_aan(client, avond, time_machine, JAN)
    assert "geen e-mail" in redactie.get(lijst).content.decode()
    fout = redactie.post(lijst, {"naam": "Truus", "aantal": "9"}, follow=True).content.decode()
    for zin in ("Vul in met hoeveel mensen: 1 tot 6.", "Vul de voor- en achternaam in", 'value="Truus"'):
        assert zin in fout
    redactie.post(lijst, {"afmelden": Aanmelding.objects.first().pk})
    assert mail(JAN["email"]).onderwerp.startswith("Er is plek voor je")
    jan = Aanmelding.objects.get(inwoner__naam="Jan de Boer")
    als(dorp, "redactie-heukelum").post(lijst, {"afmelden": jan.pk})
    jan.refresh_from_db()
    assert jan.stand == AanmeldStand.BEVESTIGD
    redactie.post(lijst, {"afmelden": jan.pk})
    assert mail(JAN["email"]).onderwerp.startswith("Je bent afgemeld")


def test_somebody_sees_cancels_and_erases_their_sign_up(client, avond, time_machine):
    rij = meld_aan(client, avond, time_machine, RIA)
    meld_aan(client, avond, time_machine, JAN | {"aantal": "2"})
    wie = Wie.van(Adres.objects.get(email=RIA["email"]))
    stuk = Aanmeldingen().toon(wie)[0]
    assert (stuk.titel, stuk.gegevens["Stand"]) == ("Inwonersavond", "Er is plek.")
    assert "Inwonersavond" in als_tekst(wie)
    for _ in range(2):
        assert Aanmeldingen().doe(wie, stuk.knoppen[0].wat) == "Je bent niet meer aangemeld."
    rij.refresh_from_db()
    assert rij.stand == AanmeldStand.AFGEZEGD
    gegevens = Aanmeldingen().toon(wie)[0].gegevens
    assert gegevens["Stand"].startswith("Je komt niet.")
    assert "Met hoeveel" not in gegevens
    assert mail(JAN["email"]).onderwerp.startswith("Er is plek voor je")
    wis(wie, Reden.ZELF)
    assert Aanmelding.objects.count() == 1
    # Of what was, the number stays.
    time_machine.move_to(avond.begin + timedelta(days=2))
    wis(Wie.van(Adres.objects.get(email=JAN["email"])), Reden.ZELF)
    assert Aanmelding.objects.values_list("inwoner", "aantal").get() == (None, 2)


def test_names_go_thirty_days_after_and_the_number_stays(client, dorp, avond, time_machine):
    meld_aan(client, avond, time_machine, RIA | {"aantal": "2"})
    dag = begin_van(timezone.localdate(avond.begin))
    for dagen, namen in ((29, 1), (30, 0), (31, 0)):
        vergeten.ruim_op(dag + timedelta(days=dagen))
        assert Aanmelding.objects.exclude(inwoner=None).count() == namen
    time_machine.move_to(dag + timedelta(days=31))
    pagina = als(dorp, "redactie-beesd").get(reverse("werkplek:aanmeldingen", args=[avond.pk]))
    assert "Van 2 personen zijn de namen weg" in pagina.content.decode()
    call_command("ruim_op")
    assert not Inwoner.objects.exists()


def test_what_nobody_confirmed_goes_after_48_hours(client, avond, time_machine):
    verstuur(client, avond, time_machine, RIA)
    gemaakt = Aanmelding.objects.get().gemaakt_op
    for uren, over in ((47, 1), (49, 0)):
        vergeten.ruim_op(gemaakt + timedelta(hours=uren))
        assert Aanmelding.objects.count() == over
