"""A page that lay open: what happened meanwhile comes before how fast or how late its button was pressed."""

from datetime import timedelta

import pytest

from berichten.models import Bericht
from inwoners.grenzen import PER_ADRES_VAN_NET
from kernpagina.keuzes import AgendaStatus
from meedoen import stappen
from meedoen.aanmelden import stappen as stappen_van_aanmelden
from meedoen.keuzes import Stand
from meedoen.models import Reactie
from tests.meedoen.aanmeldhulp import RIA as RIA_MET_1
from tests.meedoen.aanmeldhulp import avond_in, link, meld_aan
from tests.meedoen.hulp import (
    IDEE,
    RIA,
    VAN_HIER,
    bevestigd,
    druk,
    laatste_link,
    lees_bewijs,
    sluit_gisteren,
    verstuur,
)

pytestmark = pytest.mark.django_db
NOG_EENS = "nog een keer op de knop"
SNEL_OF_LAAT = pytest.mark.parametrize("na", [timedelta(0), timedelta(hours=13)], ids=["snel", "laat"])


def stuur(client, pad: str, bewijs: str, **gegevens) -> str:
    antwoord = client.post(pad, gegevens | {"bewijs": bewijs}, follow=True, **VAN_HIER)
    return " ".join(antwoord.content.decode().split())


@SNEL_OF_LAAT
@pytest.mark.parametrize("doe", ["wijzig", "intrekken"])
def test_who_withdrew_meanwhile_reads_that(client, oproep, time_machine, na, doe):
    reactie = bevestigd(client, oproep, time_machine)
    mijn = laatste_link()
    bewijs = lees_bewijs(client, mijn)
    stappen.trek_in(reactie.pk)
    time_machine.shift(na)
    pagina = stuur(client, mijn, bewijs, doe=doe, **IDEE)
    assert NOG_EENS not in pagina
    assert "Je reactie is ingetrokken." in pagina
    assert ("Deze reactie kun je niet meer aanpassen. Er is niets veranderd." in pagina) is (doe == "wijzig")
    # As long as it can be done, how it was sent is told.
    tweede = bevestigd(client, oproep, time_machine)
    mijn = laatste_link()
    bewijs = lees_bewijs(client, mijn)
    time_machine.shift(na)
    assert NOG_EENS in stuur(client, mijn, bewijs, doe="wijzig", **IDEE)
    assert Reactie.objects.get(pk=tweede.pk).stand == Stand.BEVESTIGD


@SNEL_OF_LAAT
def test_what_closed_meanwhile_says_so(client, dorp, oproep, time_machine, na):
    pad = f"{oproep.url}reageer/"
    bewijs = lees_bewijs(client, pad)
    sluit_gisteren(oproep)
    time_machine.shift(na)
    pagina = stuur(client, pad, bewijs, **RIA, **IDEE)
    assert NOG_EENS not in pagina
    assert "Je reactie is niet verstuurd." in pagina
    avond = avond_in(dorp, max_aantal=None)
    pad = f"{avond.url}aanmelden/"
    bewijs = lees_bewijs(client, pad)
    time_machine.shift(na)
    type(avond).objects.filter(pk=avond.pk).update(status=AgendaStatus.GEANNULEERD)
    pagina = stuur(client, pad, bewijs, **RIA_MET_1)
    assert NOG_EENS not in pagina
    assert "Je aanmelding is niet verstuurd." in pagina


def test_a_button_that_was_pressed_already_isnt_to_be_pressed_once_more(client, dorp, oproep, time_machine):
    verstuur(client, oproep, time_machine, RIA | IDEE)
    knop = laatste_link()
    bewijs = lees_bewijs(client, knop)
    druk(client, knop, time_machine)
    avond = avond_in(dorp, max_aantal=None)
    rij = meld_aan(client, avond, time_machine, RIA_MET_1)
    mijn = link(RIA["email"])
    van_mijn = lees_bewijs(client, mijn)
    stappen_van_aanmelden.zeg_af(rij.pk)
    time_machine.shift(timedelta(hours=13))
    pagina = stuur(client, knop, bewijs)
    assert NOG_EENS not in pagina
    assert "Dank je wel" in pagina
    pagina = stuur(client, mijn, van_mijn, aanmelding=rij.pk, doe="verander", aantal="3")
    assert NOG_EENS not in pagina
    assert "Deze aanmelding kun je niet meer veranderen." in pagina
    assert "Je bent niet meer aangemeld." in pagina
    # Of one that still stands, the button has to be pressed once more.
    rij = meld_aan(client, avond, time_machine, RIA_MET_1)
    van_mijn = lees_bewijs(client, mijn)
    time_machine.shift(timedelta(hours=13))
    assert NOG_EENS in stuur(client, mijn, van_mijn, aanmelding=rij.pk, doe="afzeggen")
    rij.refresh_from_db()
    assert rij.stand == "bevestigd"


def test_who_withdraws_or_cancels_reads_that_it_is_done_and_gets_no_mail(client, dorp, oproep, time_machine):
    bevestigd(client, oproep, time_machine)
    avond = avond_in(dorp, max_aantal=None)
    rij = meld_aan(client, avond, time_machine, RIA_MET_1)
    mijn = link(RIA["email"])
    reactie = Bericht.objects.filter(soort="reactie-ontvangen").get().tekst
    van_reactie = "/reactie/" + reactie.partition("/reactie/")[2].split()[0]
    eerst = Bericht.objects.count()
    pagina = stuur(client, van_reactie, lees_bewijs(client, van_reactie), doe="intrekken")
    assert "Je doet niet meer mee en je tekst is weg. Daar komt geen mail over." in pagina
    pagina = stuur(client, mijn, lees_bewijs(client, mijn), aanmelding=rij.pk, doe="afzeggen")
    assert "Het afmelden is gelukt. Daar komt geen mail over." in pagina
    assert "het is bewaard" not in pagina
    assert Bericht.objects.count() == eerst
    rij = meld_aan(client, avond, time_machine, RIA_MET_1)
    pagina = stuur(client, mijn, lees_bewijs(client, mijn), aanmelding=rij.pk, doe="verander", aantal="2")
    assert "Dank je wel, het is bewaard." in pagina
    assert "Het afmelden is gelukt" not in pagina


@pytest.mark.parametrize("pad", ["{oproep}reageer/", "{avond}aanmelden/", "/beesd/volg/"])
def test_beside_the_address_stands_how_many_mails_go_to_it(client, dorp, oproep, pad):
    """Who shares one learns it before they send, and not from the last paragraph of the page after it."""
    pad = pad.format(oproep=oproep.url, avond=avond_in(dorp).url)
    veld = client.get(pad).content.decode().partition('id="id_email_uitleg">')[2].partition("</p>")[0]
    assert "Na drie mails waar niemand op de knop drukte, komt de volgende pas in de nacht." in veld
    assert PER_ADRES_VAN_NET == 3
