"""What came in on paper, by telephone or at a meeting is typed over, read by somebody else, and never lost on the way."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht
from core import privacy
from inwoners.models import Adres, Inwoner, Sleutel
from inwoners.seinen import naam_veranderd
from kernpagina.models import KernPage, OproepPage
from meedoen import stappen, tafel
from meedoen.keuzes import Bron, Stand
from meedoen.models import Reactie
from tests.dorp import agenda_item
from tests.meedoen.hulp import druk, keuzevraag, lees_bewijs, met_vragen, oproep_in, sluit_gisteren

from .hulp import als

VEL = {
    "velnummer": "14",
    "titel": "Een bank",
    "tekst": "Zet een bank bij de linde.",
    "naam": "Gerda Mulder",
    "kern": "3213",
    "bron": "papier",
    "taal": "nl",
}


@pytest.fixture
def oproep(dorp) -> OproepPage:
    KernPage.objects.filter(pk=dorp.beesd.pk).update(woonplaatscode="3213")
    return oproep_in(dorp.beesd)


def voer_in(dorp, oproep, wie="redactie-beesd", **velden):
    adres = reverse("werkplek:invoeren", args=[oproep.pk])
    return als(dorp, wie).post(adres, {**VEL, "formulier": uuid4(), **velden}, follow=True)


def test_a_sheet_is_typed_over_once_and_another_places_it(client, dorp, oproep):
    twee_keer, wie = uuid4(), dorp.gebruikers["communicatie"]
    for _ in range(2):
        antwoord = voer_in(dorp, oproep, "communicatie", formulier=twee_keer)
        assert "Bewaard: vel 14 van Gerda Mulder" in antwoord.content.decode()
    form = antwoord.context["form"]
    assert (form["kern"].value(), form["bron"].value(), form["naam"].value()) == ("3213", "papier", None)
    reactie = Reactie.objects.get()
    assert (reactie.stand, reactie.bron, reactie.ingevoerd_door) == (Stand.BEVESTIGD, Bron.PAPIER, wie)
    lezen = reverse("werkplek:reactie", args=[reactie.pk])
    assert als(dorp, "communicatie").post(lezen, {"doe": "plaats"}).status_code in (302, 403)
    assert Reactie.objects.get().stand == Stand.BEVESTIGD
    with pytest.raises(IntegrityError, match="reactie_vier_ogen"), transaction.atomic():
        stappen.plaats_nu(reactie, wie)
    als(dorp, "communicatie-2").post(lezen, {"doe": "plaats"})
    pagina = client.get(oproep.url).content.decode()
    assert "een inwoner van Beesd, naam bekend" in pagina
    assert "Gerda" not in pagina
    assert "1 op papier" in pagina


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"naam": ""}, "Zonder naam kan het alleen met een bijeenkomst als afzender"),
        ({"naam": "Gerda"}, "Vul de voor- en achternaam in"),
        ({"naam": "", "email": "g@example.org"}, "Vul de naam in van wie antwoord wil"),
        ({"postadres": "Voorstraat 1"}, "op de volgende regel postcode en plaats"),
        ({"email": "gerda@"}, "Dit is geen heel e-mailadres"),
        ({"velnummer": "0"}, "Vul een getal van 1 tot en met 9999 in"),
        ({"velnummer": "7"}, "Vel 7 is al ingevoerd op"),
        ({"tekst": f"🎄 مرحبا {'x' * 2000}"}, "te veel"),
        ({"vraag-8f14e45f-ceea-467f-9f0a-9d4b0a1f3c11": "Uit een vorige vraag"}, "zijn intussen veranderd"),
    ],
)
def test_what_is_not_right_is_said_and_what_was_typed_stays(dorp, oproep, velden, zin):
    voer_in(dorp, oproep, velnummer="7")
    antwoord = voer_in(dorp, oproep, **velden).content.decode()
    assert zin in antwoord
    assert "Alles wat je typte staat er nog" in antwoord
    # A browser would cut off what is pasted, and nobody would see that.
    assert 'maxlength="2000"' not in antwoord
    for getypt in ({"tekst": VEL["tekst"]} | velden).values():
        assert getypt in antwoord
    assert Reactie.objects.count() == 1


def test_a_call_takes_sheets_until_its_outcome_is_told(dorp, oproep):
    """What lay in the box on the last day is typed over after it."""
    sluit_gisteren(oproep)
    assert "Voer alleen in wat voor die tijd binnen was" in voer_in(dorp, oproep).content.decode()
    assert Reactie.objects.count() == 1
    OproepPage.objects.filter(pk=oproep.pk).update(uitkomst="<p>Er komen bankjes.</p>")
    antwoord = voer_in(dorp, oproep, velnummer="15", tekst="Te laat").content.decode()
    assert "de uitkomst is al verteld" in antwoord
    assert "Te laat" in antwoord
    assert Reactie.objects.count() == 1


def test_only_who_writes_for_this_kern_types_over(client, dorp, oproep):
    voer_in(dorp, oproep, "redactie-heukelum")
    assert not Reactie.objects.exists()
    assert client.get(reverse("werkplek:invoeren", args=[oproep.pk])).status_code == 302


def test_without_a_name_the_meeting_says_it(dorp, oproep):
    avond = agenda_item(dorp.agenda, "Startavond", live=True, begin=timezone.now() - timedelta(days=1))
    voer_in(dorp, oproep, naam="", bron="bijeenkomst", bijeenkomst=avond.pk)
    reactie = Reactie.objects.get()
    assert (reactie.inwoner, reactie.agenda_item, reactie.bron) == (None, avond, Bron.BIJEENKOMST)
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    assert Reactie.objects.get().naam_getoond == "Startavond"


def test_undo_puts_it_back_in_the_form_until_somebody_read_it(dorp, oproep):
    rijen = voer_in(dorp, oproep, email="gerda@example.org", naam_erbij="voluit").context["rijen"]
    adres, weg = reverse("werkplek:invoeren", args=[oproep.pk]), {"weg": rijen[0].pk}
    assert als(dorp, "redactie-beesd-2").post(adres, weg).context["rijen"] == []
    assert Reactie.objects.count() == 1
    form = als(dorp, "redactie-beesd").post(adres, weg).context["form"]
    terug = {naam: form[naam].value() for naam in (*VEL, "email", "naam_erbij")}
    assert terug == {**VEL, "velnummer": 14, "email": "gerda@example.org", "naam_erbij": "voluit"}
    assert not Reactie.objects.exists()
    assert not Inwoner.objects.exists()
    assert not Bericht.objects.exclude(adres="").exists()
    assert "Die was al weggehaald" in als(dorp, "redactie-beesd").post(adres, weg).content.decode()
    voer_in(dorp, oproep)
    reactie = stappen.plaats(Reactie.objects.get().pk, dorp.gebruikers["communicatie"])
    als(dorp, "redactie-beesd").post(adres, {"weg": reactie.pk})
    assert Reactie.objects.count() == 1


def test_an_address_from_the_table_is_used_when_its_owner_says_so(client, dorp, oproep, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    voer_in(dorp, oproep, email="gerda@example.org")
    mail = Bericht.objects.get(adres="gerda@example.org")
    assert VEL["tekst"] not in mail.tekst
    assert "Gerda" not in mail.tekst
    pad = "/reactie/klopt/" + mail.tekst.partition("/reactie/klopt/")[2].split()[0]
    pagina = client.get(pad).content.decode()
    assert "Gerda Mulder gaf je e-mailadres op" in pagina
    assert VEL["tekst"] not in pagina
    assert Reactie.objects.get().inwoner.adres is None
    privacy.ruim_op(timezone.now() + timedelta(days=6))
    assert Adres.objects.exists()
    for _ in range(2):
        druk(client, pad, time_machine)
        assert Reactie.objects.get().inwoner.adres.email == "gerda@example.org"
    assert lees_bewijs(client, pad) == ""
    assert VEL["tekst"] in Bericht.objects.get(soort="reactie-ontvangen").tekst
    naam_veranderd.send(sender=Inwoner, inwoner=Reactie.objects.get().inwoner, gekozen=True)
    assert Reactie.objects.get().naam_erbij
    # On the site she took part before: of ideas there may be three, and this one gets a place of its own.
    voer_in(dorp, oproep, velnummer="15", email="gerda@example.org")
    mail = Bericht.objects.filter(soort="reactie-klopt").latest("pk")
    druk(client, "/reactie/klopt/" + mail.tekst.partition("/reactie/klopt/")[2].split()[0], time_machine)
    assert set(Reactie.objects.values_list("volgnummer", "inwoner__adres__email")) == {
        (1, "gerda@example.org"),
        (2, "gerda@example.org"),
    }
    assert Inwoner.objects.count() == 1


def test_an_address_that_nobody_confirmed_is_forgotten_after_a_week(dorp, oproep):
    voer_in(dorp, oproep, email="gerda@example.org")
    privacy.ruim_op(timezone.now() + timedelta(days=8))
    assert not Adres.objects.exists()
    assert Reactie.objects.get().inwoner.naam == "Gerda Mulder"


def test_who_was_asked_to_change_it_hands_in_a_new_sheet_in_its_place(dorp, oproep):
    def teruggegeven(**velden) -> Reactie:
        voer_in(dorp, oproep, **velden)
        oud = Reactie.objects.latest("pk")
        return stappen.vraag_aanpassen(oud.pk, dorp.gebruikers["communicatie"], "Zonder namen.")

    adres = {"postadres": "Voorstraat 1\n4153 AB Beesd"}
    oud = teruggegeven(email="gerda@example.org", **adres)
    assert "Vel 14 is al ingevoerd op" in voer_in(dorp, oproep, naam="Kees Bos").content.decode()
    assert "in de plaats van" in voer_in(dorp, oproep, tekst="Beter").content.decode()
    nieuw = Reactie.objects.latest("pk")
    oud.refresh_from_db()
    assert (oud.stand, nieuw.tekst) == (Stand.INGETROKKEN, "Beter")
    assert nieuw.inwoner.postadres == adres["postadres"], "a letter finds them as before"
    assert Sleutel.objects.get().waarvoor == f"tafel:{nieuw.pk}"
    # With another number, or none; but another idea is another.
    stappen.vraag_aanpassen(nieuw.pk, dorp.gebruikers["communicatie"], "Nog een keer.")
    voer_in(dorp, oproep, velnummer="")
    nieuw.refresh_from_db()
    assert nieuw.stand == Stand.INGETROKKEN
    teruggegeven(velnummer="20", naam="Jan Bos")
    ander = voer_in(dorp, oproep, velnummer="21", naam="Jan Bos", titel="Een boom").content.decode()
    assert "in de plaats van" not in ander


def test_forms_with_ticks_only_count_when_another_says_so(dorp):
    peiling = met_vragen(oproep_in(dorp.beesd, "peiling"), keuzevraag(verplicht=True))
    veld = f"vraag-{peiling.vragen.all()[0].kenmerk}"
    wie = ("communicatie", "redactie-beesd", "redactie-beesd")
    for nummer, naam in enumerate(wie):
        voer_in(dorp, peiling, naam, kern="", velnummer=nummer + 1, **{veld: "0"})
    assert Reactie.objects.filter(stand=Stand.BEVESTIGD).count() == 3
    wachtrij = reverse("werkplek:reacties")
    antwoord = als(dorp, "communicatie").post(wachtrij, follow=True)
    assert "2 formulieren tellen mee" in antwoord.content.decode()
    assert Reactie.objects.filter(stand=Stand.GEPLAATST).count() == 2
    assert tafel.plaats_keuzes(dorp.gebruikers["communicatie"]) == 0
    assert not Bericht.objects.exists()


def test_taking_the_new_sheet_back_brings_the_old_one_back(dorp, oproep):
    voer_in(dorp, oproep, email="gerda@example.org")
    oud = Reactie.objects.get()
    stappen.vraag_aanpassen(oud.pk, dorp.gebruikers["communicatie"], "Zonder namen.")
    voer_in(dorp, oproep, tekst="Beter")
    adres = reverse("werkplek:invoeren", args=[oproep.pk])
    form = als(dorp, "redactie-beesd").post(adres, {"weg": Reactie.objects.latest("pk").pk}).context["form"]
    assert form["tekst"].value() == "Beter"
    terug = Reactie.objects.get()
    assert (terug.pk, terug.stand, terug.tekst) == (oud.pk, Stand.AANPASSEN, VEL["tekst"])
    assert Sleutel.objects.get().waarvoor == f"tafel:{oud.pk}"
    voer_in(dorp, oproep, tekst="Beter")
    stappen.plaats(Reactie.objects.latest("pk").pk, dorp.gebruikers["communicatie"])
    oud.refresh_from_db()
    assert (oud.stand, oud.tekst) == (Stand.INGETROKKEN, "")
