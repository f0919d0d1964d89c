"""One address has room for who uses it: no form is lost because of earlier ones, and no stranger uses it up (docs/adr/0069)."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from berichten.models import Bericht
from berichten.verzenden import verstuur_wachtende
from core.tijd import einde_van, vandaag
from inwoners.models import Adres
from machinekamer.gezondheid import oudste_post
from meedoen.keuzes import Stand
from meedoen.models import Aanmelding, InwonerVraag, Reactie, Uitdaging
from tests.meedoen.aanmeldhulp import avond_in, link, meld_aan
from tests.meedoen.aanmeldhulp import verstuur as stuur_aanmelding
from tests.meedoen.hulp import IDEE, RIA, VAN_HIER, druk, laatste_link, lees_bewijs, verstuur
from tests.meedoen.test_een_vreemde_leert_niets import formulieren
from volgen.models import Abonnement

pytestmark = pytest.mark.django_db
ADRES = RIA["email"]
MET_1 = {"naam": RIA["naam"], "email": ADRES, "aantal": "1"}
ELDERS = {"REMOTE_ADDR": "198.51.100.7"}


def wachtend() -> list[Bericht]:
    return list(Bericht.objects.vastgehouden(timezone.now()))


@pytest.fixture
def drie_mails(client, oproep, time_machine):
    """Three mails of today with a button that nobody pressed; the last one's link."""
    time_machine.move_to(timezone.now().replace(hour=9), tick=False)
    for nummer in range(3):
        verstuur(client, oproep, time_machine, RIA | IDEE | {"naam": f"Ria Verhoef{nummer * 'a'}"})
    assert not wachtend()
    return laatste_link()


def test_who_presses_the_button_each_time_gets_the_next_mail_at_once(client, dorp, oproep, time_machine):
    """Three sign-ups and a reaction on one day."""
    for nummer in range(3):
        meld_aan(client, avond_in(dorp, slug=f"avond-{nummer}"), time_machine, MET_1)
    verstuur(client, oproep, time_machine, RIA | IDEE)
    assert not wachtend()
    druk(client, laatste_link(), time_machine)
    assert Reactie.objects.get().stand == Stand.BEVESTIGD


def test_a_couple_on_one_mailbox_can_change_cancel_and_sign_up_again(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=None)
    for naam, aantal in (("Ria Verhoef", "1"), ("Jan Verhoef", "1"), ("Ria Verhoef", "2")):
        rij = meld_aan(client, avond, time_machine, {"naam": naam, "email": ADRES, "aantal": aantal})
    mijn = link(ADRES)
    druk(client, mijn, time_machine, aanmelding=rij.pk, doe="afzeggen")
    pagina = client.get(mijn).content.decode()
    assert f'href="{avond.url}aanmelden/"' in pagina
    assert "Kom je toch? Meld je opnieuw aan" in pagina
    assert meld_aan(client, avond, time_machine, MET_1).stand == "bevestigd"
    assert f'href="{avond.url}aanmelden/"' not in client.get(mijn).content.decode(), "they come already"


def test_what_comes_after_three_unpressed_is_kept_until_a_button_is_pressed(
    client, dorp, oproep, drie_mails, time_machine
):
    stuur_aanmelding(client, avond_in(dorp), time_machine, MET_1)
    (bericht,) = wachtend()
    assert (bericht.soort, bericht.volgende_poging) == ("aanmelding-bevestig", einde_van(vandaag()))
    assert "druk binnen 24 uur op de knop" in bericht.tekst
    verstuur_wachtende()
    assert wachtend() == [bericht]
    time_machine.shift(timedelta(hours=3))
    assert oudste_post(timezone.now()) is None, "nothing is wrong with the mail"
    knop = link(ADRES)
    druk(client, drie_mails, time_machine)
    assert not wachtend()
    assert verstuur_wachtende()
    druk(client, knop, time_machine)
    assert Aanmelding.objects.get().stand == "bevestigd"


def test_each_form_is_kept_and_its_mail_goes_in_the_night(
    client, dorp, project, oproep, drie_mails, time_machine
):
    oproep.delete()
    gestuurd = {**formulieren(dorp, project), "/beesd/volg/": {"email": ADRES}}
    for pad, ingevuld in gestuurd.items():
        # Each on a day of its own, of which the first three mails stay unpressed.
        time_machine.move_to(einde_van(vandaag()) + timedelta(hours=9), tick=False)
        verstuur_wachtende()
        al = Bericht.objects.count()
        for _ in range(4):
            bewijs = lees_bewijs(client, pad)
            time_machine.shift(timedelta(minutes=11))
            gegevens = ingevuld | {"email": ADRES, "bewijs": bewijs}
            assert client.post(pad, gegevens, **VAN_HIER).status_code == 302
        assert Bericht.objects.count() - al == 4, pad
        (bericht,) = wachtend()
        assert "druk binnen 24 uur op de knop" in bericht.tekst, pad
        assert verstuur_wachtende() == 3, pad
        time_machine.move_to(einde_van(vandaag()), tick=False)
        assert verstuur_wachtende() == 1, pad
        # The key in it is still good for a day.
        knop = re.search(r"https?://[^/\s]+(/\S+bevestigen/\S+)", bericht.tekst)[1]
        time_machine.shift(timedelta(hours=23, minutes=59))
        assert client.get(knop).status_code == 200, pad
    for soort in (Reactie, Aanmelding, Uitdaging, InwonerVraag, Abonnement):
        assert soort.objects.exists(), soort


def test_a_stranger_elsewhere_does_not_keep_somebody_from_their_own_mail(
    client, oproep, drie_mails, time_machine
):
    for _ in range(9):
        verstuur(client, oproep, time_machine, RIA | IDEE)
    assert len(wachtend()) == 3
    al = Bericht.objects.count()
    verstuur(client, oproep, time_machine, RIA | IDEE, **ELDERS)
    assert Bericht.objects.count() == al + 1
    assert len(wachtend()) == 3
    assert Bericht.objects.filter(adres=ADRES).count() == 7
    assert Adres.objects.count() == 1
