"""A proposal on paper: typed over by one, laid beside its sheet by another, and answered by letter or by mail."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from core import privacy
from core.tijd import vandaag
from inwoners.models import Adres, Inwoner
from kernpagina.models import OproepPage
from meedoen.keuzes import UitdaagStand
from meedoen.models import Brief, UitdaagVel, Uitdaging
from tests.meedoen.hulp import druk, lees_bewijs, oproep_in, sluit_gisteren
from werkplek.uitdagingen import vertel

from .hulp import als

THUIS = "Voorstraat 1\n4153 AB Beesd"
VEL = {
    "taak": "Maaien rond de vijver", "hoe": "Elke maand met acht mensen.", "waarom": "Het gras staat te hoog.",
    "met_wie": "", "geld": "Niets", "naam": "Gerda Mulder", "kern": "", "email": "", "postadres": THUIS,
    "bron": "papier", "taal": "nl",
}  # fmt: skip


@pytest.fixture
def oproep(dorp) -> OproepPage:
    return oproep_in(dorp.beesd, "uitdaagrecht", title="Neem het over")


def voer_in(dorp, oproep, wie="redactie-beesd", **velden):
    gegevens = {**VEL, "binnen_op": vandaag() - timedelta(days=3), "formulier": uuid4(), **velden}
    return als(dorp, wie).post(reverse("werkplek:invoeren", args=[oproep.pk]), gegevens, follow=True)


def lees_na(dorp, wie: str, pk: int):
    return als(dorp, wie).post(reverse("werkplek:uitdagingen"), {"nagelezen": pk}, follow=True)


def test_one_types_it_over_another_reads_it_and_a_letter_goes(client, dorp, oproep, settings):
    settings.UITDAAGRECHT_WEKEN = 6
    twee_keer = uuid4()
    for _ in range(2):
        antwoord = voer_in(dorp, oproep, "communicatie", formulier=twee_keer).content.decode()
        assert "Bewaard: het voorstel van Gerda Mulder." in antwoord
    voorstel = Uitdaging.objects.get()
    dag = vandaag() - timedelta(days=3)
    assert (voorstel.stand, voorstel.vel.bron) == (UitdaagStand.NALEZEN, "papier")
    assert voorstel.besluit_voor == dag + timedelta(weeks=6), "from the day on which it was handed in"
    assert not Brief.objects.exists()
    scherm = als(dorp, "communicatie").get(reverse("werkplek:uitdagingen")).content.decode()
    assert "Dit typte je zelf over" in scherm
    lees_na(dorp, "communicatie", voorstel.pk)
    assert Uitdaging.objects.get().stand == UitdaagStand.NALEZEN
    with pytest.raises(IntegrityError, match="uitdaging_vier_ogen"), transaction.atomic():
        UitdaagVel.objects.update(gezien_door=dorp.gebruikers["communicatie"])
    for _ in range(2):
        gelezen = lees_na(dorp, "communicatie-2", voorstel.pk).content.decode()
        assert "ligt klaar onder Brieven" in gelezen
    voorstel = Uitdaging.objects.get()
    assert (voorstel.stand, voorstel.vel.gezien_door) == (
        UitdaagStand.ONTVANGEN,
        dorp.gebruikers["communicatie-2"],
    )
    brief = Brief.objects.get()
    for wat in (VEL["taak"], VEL["hoe"], "Wat kost het?", "Niets", "het is je ontvangstbevestiging"):
        assert wat in brief.tekst
    assert brief.postadres == THUIS
    # It is nobody's but who passes it on.
    brieven = reverse("werkplek:brieven")
    assert "Gerda" not in als(dorp, "redactie-beesd").get(brieven).content.decode()
    als(dorp, "communicatie").post(brieven, {"nummers": str(brief.pk)})
    assert Inwoner.objects.get().postadres, "the decision has to go there as well"
    als(dorp, "communicatie").post(reverse("werkplek:uitdagingen"), {"besloten": voorstel.pk})
    assert not Inwoner.objects.get().postadres
    assert "Maaien" not in client.get(oproep.url).content.decode()


def test_who_types_over_may_take_it_back_until_another_read_it(dorp, oproep):
    voer_in(dorp, oproep, email="gerda@example.org")
    pk, adres = Uitdaging.objects.get().pk, reverse("werkplek:invoeren", args=[oproep.pk])
    als(dorp, "redactie-beesd-2").post(adres, {"weg": pk})
    assert Uitdaging.objects.exists()
    form = als(dorp, "redactie-beesd").post(adres, {"weg": pk}).context["form"]
    terug = {naam: form[naam].value() for naam in (*VEL, "binnen_op")}
    assert terug == {**VEL, "email": "gerda@example.org", "binnen_op": vandaag() - timedelta(days=3)}
    assert not Uitdaging.objects.exists()
    assert not Inwoner.objects.exists()
    assert not Bericht.objects.exclude(adres="").exists()
    voer_in(dorp, oproep)
    pk = Uitdaging.objects.get().pk
    lees_na(dorp, "communicatie", pk)
    assert "al nagelezen" in als(dorp, "redactie-beesd").post(adres, {"weg": pk}).content.decode()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"naam": ""}, "Vul de naam in van wie dit voorstelt"),
        ({"taak": ""}, "Vul in welke taak het is"),
        ({"postadres": ""}, "daar gaat het antwoord heen"),
        ({"binnen_op": "2999-01-01"}, "Deze dag is nog niet geweest"),
        ({"binnen_op": "2001-01-01"}, "Toen was deze oproep nog niet begonnen"),
        ({"hoe": f"🎄 مرحبا {'x' * 2000}"}, "te veel"),
    ],
)
def test_what_is_not_right_is_said_and_what_was_typed_stays(dorp, oproep, velden, zin):
    antwoord = voer_in(dorp, oproep, **velden).content.decode()
    assert zin in antwoord
    assert VEL["waarom"] in antwoord
    assert not Uitdaging.objects.exists()


def test_a_closed_call_takes_sheets_until_its_outcome_is_told_and_no_other_village_does(dorp, oproep):
    voer_in(dorp, oproep, "redactie-heukelum")
    assert not Uitdaging.objects.exists()
    sluit_gisteren(oproep)
    voer_in(dorp, oproep)
    OproepPage.objects.update(uitkomst="<p>Besloten.</p>")
    assert "neemt niets meer aan" in voer_in(dorp, oproep).content.decode()
    assert Uitdaging.objects.count() == 1


def test_an_address_from_the_sheet_is_used_when_its_owner_says_so(client, dorp, oproep, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    voer_in(dorp, oproep, email="gerda@example.org", postadres="")
    for _ in range(2):
        vertel(timezone.now())
    assert Bericht.objects.filter(soort=Soort.UITDAGING).count() == 2, "one for each of communications"
    mail = Bericht.objects.get(adres="gerda@example.org")
    assert VEL["taak"] not in mail.tekst
    assert "Gerda" not in mail.tekst
    pad = "/uitdaging/klopt/" + mail.tekst.partition("/uitdaging/klopt/")[2].split()[0]
    privacy.ruim_op(timezone.now() + timedelta(days=6))
    assert Adres.objects.exists()
    lees_na(dorp, "communicatie", Uitdaging.objects.get().pk)
    assert "Gerda Mulder gaf je e-mailadres op" in client.get(pad).content.decode()
    for _ in range(2):
        druk(client, pad, time_machine)
    assert lees_bewijs(client, pad) == ""
    bevestiging = Bericht.objects.get(soort="uitdaging-ontvangen")
    assert VEL["taak"] in bevestiging.tekst
    assert Uitdaging.objects.get().inwoner.adres.email == "gerda@example.org"
    assert not client.cookies
