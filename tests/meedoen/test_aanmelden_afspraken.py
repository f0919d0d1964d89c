"""What was agreed, by mail to who came and asked for it: once, and only of a meeting that was held."""

from datetime import timedelta

import pytest
from django.utils import timezone

from berichten.models import Bericht
from inwoners.houders import Wie
from inwoners.models import Inwoner
from kernpagina.models import AgendaAfspraak
from meedoen.aanmelden import vergeten
from meedoen.aanmelden.houder import Aanmeldingen
from meedoen.models import Aanmelding
from tests.dorp import dien_in, keur_goed
from tests.factories import publiceer
from tests.meedoen.aanmeldhulp import JAN, RIA, avond_in, link, mail, meld_aan
from tests.meedoen.hulp import druk
from werkplek.bijeenkomst import stappen_van

pytestmark = pytest.mark.django_db
VERSLAG = {"verslag": "<p>Een goed gesprek.</p>"}


def vraag(naam: str) -> dict:
    return {
        "naam": f"{naam} Smit",
        "email": f"{naam.lower()}@example.org",
        "aantal": "1",
        "wil_afspraken": "on",
    }


def gemaild() -> list[str]:
    return sorted(Bericht.objects.filter(soort="aanmelding-afspraken").values_list("adres", flat=True))


def test_who_came_and_asked_hears_once_what_was_agreed(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=5)
    meld_aan(client, avond, time_machine, RIA | {"wil_afspraken": "on"})
    meld_aan(client, avond, time_machine, RIA | {"naam": "Piet Verhoef", "wil_afspraken": "on"})
    jan = meld_aan(client, avond, time_machine, JAN)
    meld_aan(client, avond, time_machine, vraag("Eva"), "/pl")
    bas = meld_aan(client, avond, time_machine, vraag("Bas"))
    meld_aan(client, avond, time_machine, vraag("Wim"))
    assert not jan.wil_afspraken, "off unless it is asked for"
    # Jan asks for it afterwards; Bas no longer.
    druk(
        client,
        link(JAN["email"]),
        time_machine,
        aanmelding=jan.pk,
        doe="verander",
        aantal="1",
        wil_afspraken="on",
    )
    druk(client, link(bas.inwoner.adres.email), time_machine, aanmelding=bas.pk, doe="verander", aantal="1")
    assert " checked" in client.get(link(JAN["email"])).content.decode()
    time_machine.move_to(avond.begin + timedelta(days=13))
    # Under Mijn gegevens it stands, and can be stopped when it is over.
    wie = Wie(None, Inwoner.objects.filter(pk=jan.inwoner_id))
    (stuk,) = Aanmeldingen().toon(wie)
    assert [str(knop.tekst) for knop in stuk.knoppen] == ["Mail mij de afspraken niet"]
    Aanmeldingen().doe(wie, stuk.knoppen[0].wat)
    afspraken = [
        AgendaAfspraak(wat="Bankje plaatsen", wie_soort="samen"),
        AgendaAfspraak(wat="Snelheid meten"),
    ]
    _, wacht = dien_in(avond, dorp.gebruikers["redactie-beesd"], **VERSLAG, afspraken=afspraken)
    assert gemaild() == [], "not before it is approved"
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert gemaild() == ["eva@example.org", "ria@example.org"], "who waited for a place wasn't there"
    avond.refresh_from_db()
    publiceer(avond)
    assert len(gemaild()) == 2
    bericht = mail(RIA["email"])
    assert bericht.onderwerp == "Dit spraken we af: Inwonersavond"
    for wat in (
        "1. Bankje plaatsen (Inwoners en gemeente samen)\n2. Snelheid meten\n",
        avond.full_url,
        "/mijn/",
    ):
        assert wat in bericht.tekst
    pools = mail("eva@example.org").tekst
    assert f"/pl{avond.url}" in pools
    assert "Bankje plaatsen" in pools
    stap = list(stappen_van(avond, timezone.localdate()))[-1]
    assert "2 deelnemers kregen een mail." in stap.stand


@pytest.mark.parametrize("hoe", ["afgelast", "vergeten", "te veel"])
def test_not_of_what_was_off_nor_to_who_is_forgotten_and_a_long_list_is_a_link(
    client, dorp, time_machine, hoe
):
    avond = avond_in(dorp)
    meld_aan(client, avond, time_machine, vraag("Eva"))
    time_machine.move_to(avond.begin + timedelta(days=30 if hoe == "vergeten" else 1))
    avond.refresh_from_db()
    avond.verslag, avond.afspraken = (
        VERSLAG["verslag"],
        [AgendaAfspraak(wat=f"Punt {nr}") for nr in range(11)],
    )
    if hoe == "afgelast":
        avond.status, avond.toelichting = "geannuleerd", "Griep."
    elif hoe == "vergeten":
        vergeten.ruim_op(timezone.now())
        assert Aanmelding.objects.get().inwoner is None
    publiceer(avond)
    assert len(gemaild()) == (hoe == "te veel")
    if gemaild():
        assert "Punt 1" not in mail("eva@example.org").tekst
