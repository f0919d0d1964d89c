"""A page that lay open: what happened meanwhile comes before how fast or how late its button was pressed."""

from datetime import timedelta

import pytest

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
