"""Signing up for a meeting: the form, the mail, the button; who has a place, who waits, and who hears what."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from berichten.models import Bericht
from core.inhoudsversie import huidige_inhoudsversie
from core.tijd import vandaag
from kernpagina.models import AgendaItemPage, KernPage
from meedoen.aanmelden import stappen
from meedoen.aanmelden.plaatsen import deel_in
from meedoen.aanmelden.vertellen import herinner
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding
from tests.dorp import dien_in, keur_goed
from tests.factories import publiceer
from tests.meedoen.aanmeldhulp import JAN, RIA, avond_in, link, mail, meld_aan, verstuur
from tests.meedoen.hulp import druk

pytestmark = pytest.mark.django_db
EVA = {"naam": "Eva Smit", "email": "eva@example.org", "aantal": "1"}


@pytest.fixture
def avond(dorp) -> AgendaItemPage:
    return avond_in(dorp)


def test_the_whole_way(avond, time_machine):
    client = Client(enforce_csrf_checks=True)
    pagina = client.get(avond.url).content.decode()
    assert f'href="{avond.url}aanmelden/"' in pagina
    assert "Nog 2 plaatsen vrij." in pagina
    assert '"remainingAttendeeCapacity": 2' in pagina
    verstuurd = verstuur(client, avond, time_machine, RIA)
    assert "Kijk in je mailbox" in client.get(verstuurd.url).content.decode()
    assert "Ria" not in mail(RIA["email"]).tekst, "nothing that a stranger typed"
    knop = link(RIA["email"])
    for lees in (client.get, client.head):
        assert lees(knop).status_code == 200
    assert Aanmelding.objects.get().stand == AanmeldStand.CONCEPT, "only the button does something"
    druk(client, knop, time_machine)
    assert "Je bent aangemeld, voor 1 persoon." in client.get(knop).content.decode()
    bericht = mail(RIA["email"])
    assert bericht.onderwerp == "Je bent aangemeld: Inwonersavond"
    assert bericht.tekst.startswith(f"Dag {RIA['naam']},\n\n")
    for wat in (avond.tijdstip(), "Dorpshuis", "afspraak.ics", "Heb je iets nodig om mee te kunnen doen?"):
        assert wat in bericht.tekst
    aantal = Bericht.objects.count()
    druk(client, knop, time_machine)
    assert Bericht.objects.count() == aantal, "pressed twice, nothing happens"
    assert "Nog 1 plaats vrij." in client.get(avond.url).content.decode()
    assert not client.cookies


def test_sending_keeps_what_is_cached_and_a_place_that_goes_renews_it_once(client, avond, time_machine):
    client.get(avond.url)

    def nummer() -> int:
        return huidige_inhoudsversie().nummer

    eerst = nummer()
    verstuur(client, avond, time_machine, RIA)
    assert nummer() == eerst
    druk(client, link(RIA["email"]), time_machine)
    assert nummer() == eerst + 1
    meld_aan(client, avond, time_machine, JAN)
    assert nummer() == eerst + 2
    meld_aan(client, avond, time_machine, EVA)
    assert nummer() == eerst + 2, "full is full: the page says nothing else"


def test_who_comes_too_late_waits_and_hears_when_there_is_a_place(client, avond, time_machine):
    meld_aan(client, avond, time_machine, RIA)
    meld_aan(client, avond, time_machine, JAN)
    assert "Het is vol (2)." in client.get(f"{avond.url}aanmelden/").content.decode()
    meld_aan(client, avond, time_machine, EVA)
    wacht = link(EVA["email"])
    assert "Plek 1 van de wachtlijst" in mail(EVA["email"]).tekst
    for zin in ("Het is vol (2).", "Je staat op plek 1 van de wachtlijst. We mailen als er plek is."):
        assert zin in client.get(wacht).content.decode()
    van_ria = link(RIA["email"])
    nummer = Aanmelding.objects.get(inwoner__naam="Ria Verhoef").pk
    for _ in range(2):
        druk(client, van_ria, time_machine, aanmelding=nummer, doe="afzeggen")
    assert "Je bent niet meer aangemeld." in client.get(van_ria).content.decode()
    assert mail(EVA["email"]).onderwerp == "Er is plek voor je: Inwonersavond"
    assert Bericht.objects.filter(adres=EVA["email"]).count() == 3, "button, waiting list, place"
    assert mail(JAN["email"]).onderwerp.startswith("Je bent aangemeld"), "nothing changed for Jan"


def test_with_fewer_it_may_and_with_more_only_where_there_is_room(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=4)
    ria = meld_aan(client, avond, time_machine, RIA | {"aantal": "3"})
    meld_aan(client, avond, time_machine, JAN | {"aantal": "2"})
    pagina = link(RIA["email"])
    vol = druk(client, pagina, time_machine, aanmelding=ria.pk, doe="verander", aantal="5")
    assert "Er is geen plek voor meer mensen." in vol.content.decode()
    druk(client, pagina, time_machine, aanmelding=ria.pk, doe="verander", aantal="2")
    assert mail(JAN["email"]).onderwerp.startswith("Er is plek voor je")
    # The same name again: the new one takes the place of the old, and its turn.
    gestuurd = verstuur(client, avond, time_machine, RIA)
    assert "komt je nieuwe aanmelding in de plaats" in client.get(gestuurd.url).content.decode()
    assert "Je was al aangemeld, voor 2 personen." in client.get(link(RIA["email"])).content.decode()
    weer = meld_aan(client, avond, time_machine, RIA | {"aantal": "1"})
    ria.refresh_from_db()
    assert (ria.stand, weer.bevestigd_op) == (AanmeldStand.AFGEZEGD, ria.bevestigd_op)
    assert Aanmelding.objects.bevestigd().count() == 2


def test_one_household_hears_once_that_it_is_another_day_or_off(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=None)
    meld_aan(client, avond, time_machine, RIA)
    meld_aan(client, avond, time_machine, RIA | {"naam": "Piet Verhoef"})
    geteld = Bericht.objects.count()
    avond.refresh_from_db()
    avond.samenvatting = "Met koffie."
    publiceer(avond)
    assert Bericht.objects.count() == geteld, "day, time and place are what they were"
    eerst = f"Eerst was het: {avond.tijdstip()}, Dorpshuis\n"
    avond.begin += timedelta(days=1)
    avond.status, avond.toelichting = "gewijzigd", "De zaal was bezet."
    publiceer(avond)
    publiceer(avond)
    assert Bericht.objects.count() == geteld + 1
    bericht = mail(RIA["email"])
    assert bericht.onderwerp == "Er is iets veranderd: Inwonersavond"
    for wat in (avond.tijdstip(), eerst, "De zaal was bezet.", "Ria Verhoef", "Piet Verhoef"):
        assert wat in bericht.tekst
    _, wacht = dien_in(avond, dorp.gebruikers["redactie-beesd"], status="geannuleerd", toelichting="Griep.")
    assert not Bericht.objects.filter(onderwerp__startswith="Gaat niet door").exists(), (
        "not before it is approved"
    )
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert mail(RIA["email"]).onderwerp == "Gaat niet door: Inwonersavond"
    time_machine.move_to(avond.begin - timedelta(days=1))
    herinner(timezone.now())
    van_ria = Bericht.objects.filter(adres=RIA["email"])
    assert van_ria.count() == geteld + 2, "no reminder of what is off"


def test_what_is_taken_off_the_site_is_told(client, avond, time_machine):
    meld_aan(client, avond, time_machine)
    avond.refresh_from_db()
    avond.delete()
    assert mail(RIA["email"]).onderwerp == "Bel even voordat je gaat: Inwonersavond"


def test_a_smaller_hall_is_told_to_who_falls_outside(client, avond, time_machine):
    meld_aan(client, avond, time_machine, RIA)
    meld_aan(client, avond, time_machine, JAN)
    avond.refresh_from_db()
    avond.max_aantal = 1
    publiceer(avond)
    assert mail(JAN["email"]).onderwerp == "Je staat nu op de wachtlijst: Inwonersavond"
    assert mail(RIA["email"]).onderwerp.startswith("Je bent aangemeld")


def test_the_day_before_who_has_a_place_is_reminded_once(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=1)
    meld_aan(client, avond, time_machine, RIA)
    meld_aan(client, avond, time_machine, JAN)
    time_machine.move_to(timezone.localtime(avond.begin).replace(hour=8) - timedelta(days=1))
    geteld = Bericht.objects.count()
    herinner(timezone.now())
    assert Bericht.objects.count() == geteld, "not before nine"
    time_machine.shift(timedelta(hours=2))
    # In the morning of the day before: that one knows.
    stappen.zeg_af(Aanmelding.objects.get(inwoner__naam=JAN["naam"]).pk)
    for _ in range(2):
        herinner(timezone.now())
    assert Bericht.objects.count() == geteld + 1
    assert mail(RIA["email"]).onderwerp == "Morgen: Inwonersavond"


def test_once_it_has_begun_nobody_is_told_of_a_place(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=1)
    ria = meld_aan(client, avond, time_machine, RIA)
    meld_aan(client, avond, time_machine, JAN)
    time_machine.move_to(avond.begin + timedelta(minutes=5))
    stappen.zeg_af(ria.pk)
    assert mail(JAN["email"]).onderwerp.startswith("Je staat op de wachtlijst")


@pytest.mark.parametrize("hoe", ["laatste dag", "begonnen", "afgelast"])
def test_too_late_is_too_late(client, dorp, time_machine, hoe):
    avond = avond_in(dorp)
    verstuur(client, avond, time_machine, RIA)
    if hoe == "laatste dag":
        AgendaItemPage.objects.filter(pk=avond.pk).update(aanmelden_tot=vandaag() - timedelta(days=1))
    elif hoe == "begonnen":
        AgendaItemPage.objects.filter(pk=avond.pk).update(begin=timezone.now() - timedelta(minutes=1))
    else:
        AgendaItemPage.objects.filter(pk=avond.pk).update(status="geannuleerd", toelichting="Griep.")
    druk(client, link(RIA["email"]), time_machine)
    assert Aanmelding.objects.get().stand == AanmeldStand.CONCEPT
    zin = "Dit gaat niet door. <span>Griep.</span>" if hoe == "afgelast" else "Aanmelden kan niet meer."
    for adres in (link(RIA["email"]), f"{avond.url}aanmelden/"):
        assert zin in " ".join(client.get(adres).content.decode().split())


def test_who_read_it_in_polish_is_mailed_in_polish(client, avond, time_machine):
    meld_aan(client, avond, time_machine, RIA, "/pl")
    assert "/pl/aanmelding/mijn/" in mail(RIA["email"]).tekst
    assert "Je bent aangemeld" not in mail(RIA["email"]).tekst


def test_from_the_first_one_for_whom_there_is_no_room_everybody_waits():
    verdeeld = deel_in([(1, 3), (2, 4), (3, 1)], 5)
    assert (verdeeld.binnen, verdeeld.wacht, verdeeld.vrij) == ((1,), (2, 3), 0)
    assert deel_in([(1, 3), (3, 1)], 5).vrij == 1
    assert deel_in([(1, 300)], None).vrij is None


@pytest.mark.parametrize(
    ("hoe", "zin"),
    [
        ({"telefoon": "0345 00 00 21"}, "Vragen? Bel Mo: 0345 00 00 21"),
        ({"email": "mo@example.org"}, "Vragen? Mail Mo: mo@example.org"),
        (
            {"telefoon": "0345 00 00 21", "email": "mo@example.org"},
            "Vragen? Bel of mail Mo: 0345 00 00 21 of mo@example.org",
        ),
    ],
)
def test_a_mail_says_only_ways_to_ask_that_there_are(client, dorp, avond, time_machine, hoe, zin):
    velden = {"telefoon": "", "email": "", "naam": "Mo", **hoe}
    KernPage.objects.filter(pk=dorp.beesd.pk).update(
        **{f"gebiedsmakelaar_{naam}": waarde for naam, waarde in velden.items()}
    )
    meld_aan(client, avond, time_machine)
    assert zin in mail(RIA["email"]).tekst.splitlines()
    assert "Bel of mail:" not in mail(RIA["email"]).tekst
