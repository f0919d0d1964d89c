"""Erased means everywhere: of who took part in every way, and of who only reported something."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from berichten.models import Bericht
from core.tijd import vandaag
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Adres, Inwoner
from inwoners.wissen import wis_opnieuw
from meedoen.keuzes import AanmeldStand, Stand, UitdaagStand, VraagStand
from meedoen.models import Aanmelding, InwonerVraag, Melding, Reactie, Uitdaging
from meedoen.vraag_stellen import post
from tests.inwoners.test_wissen import in_alle_tabellen
from tests.meedoen.aanmeldhulp import avond_in
from tests.meedoen.hulp import oproep_in, sluit_gisteren

pytestmark = pytest.mark.django_db
EMAIL, NAAM = "ria.zeldzaam@example.nl", "Ria Zeldzaam"


@pytest.fixture(autouse=True)
def lijst(settings, tmp_path):
    settings.WISLIJST = tmp_path / "wislijst.csv"


def wis(email: str) -> str:
    uit = StringIO()
    call_command("wis", email, reden="verzoek", stdout=uit)
    return uit.getvalue()


def meld(reactie: Reactie, email: str) -> Melding:
    return Melding.objects.create(
        reactie=reactie,
        waarom="reclame",
        toelichting="Van Zeldzaam.",
        naam=NAAM,
        email=email,
        te_goeder_trouw=True,
    )


def anderman(oproep) -> Reactie:
    return Reactie.objects.create(
        oproep=oproep, inwoner=zorg_voor_inwoner(None, "Jan Boer"), tekst="Ja", stand=Stand.GEPLAATST
    )


def test_of_who_took_part_in_everything_nothing_is_left(dorp, oproep, project):
    nu, dicht = timezone.now(), oproep_in(dorp.beesd, title="Voorbij", slug="voorbij")
    inwoner = zorg_voor_inwoner(zorg_voor_adres(EMAIL), NAAM)
    bevestig(inwoner, nu)
    van_haar = {"inwoner": inwoner, "tekst": "Groet, Zeldzaam"}
    for call in (oproep, dicht):
        Reactie.objects.create(
            oproep=call, stand=Stand.GEPLAATST, naam_getoond="Ria Zeldzaam", geplaatst_op=nu, **van_haar
        )
    sluit_gisteren(dicht)
    meld(anderman(oproep), EMAIL)
    Aanmelding.objects.create(
        pagina=avond_in(dorp), inwoner=inwoner, stand=AanmeldStand.BEVESTIGD, bevestigd_op=nu
    )
    Uitdaging.objects.create(
        oproep=oproep, inwoner=inwoner, taak="Maaien", hoe="Met Zeldzaam", waarom="Beter",
        stand=UitdaagStand.ONTVANGEN, ontvangen_op=nu, besluit_voor=vandaag(),
    )  # fmt: skip
    vraag = InwonerVraag.objects.create(
        pagina=project,
        over="Het plein",
        stand=VraagStand.BEANTWOORD,
        antwoord="Dag Ria Zeldzaam",
        beantwoord_op=nu,
        **van_haar,
    )
    post.antwoord(vraag)
    overal = [Aanmelding, InwonerVraag, Melding, Reactie, Uitdaging, Adres, Inwoner]
    assert set(in_alle_tabellen(EMAIL, "Zeldzaam")) > {model._meta.db_table for model in overal} - {
        "meedoen_aanmelding"
    }
    assert "Gewist." in wis(EMAIL)
    assert in_alle_tabellen(EMAIL, "Zeldzaam") == []
    assert Reactie.objects.filter(oproep=dicht, stand=Stand.GEANONIMISEERD).count() == 1, "it was counted"


@pytest.mark.parametrize("van_de_ontvangst", [EMAIL, ""], ids=["with its receipt", "emptied by its term"])
def test_who_only_reported_something_sees_it_is_erased_too_and_stays_so(oproep, van_de_ontvangst):
    reactie = anderman(oproep)
    meld(reactie, EMAIL)
    uit = StringIO()
    call_command("inzage", EMAIL, stdout=uit)
    assert "Van Zeldzaam." in uit.getvalue()
    assert not Adres.objects.exists(), "looking keeps nobody"
    assert "Gewist." in wis(EMAIL)
    assert in_alle_tabellen(EMAIL, "Zeldzaam") == []
    assert "bewaren we niets" in wis(EMAIL)
    # Out of a copy of before: the report and its receipt come back, and go again. A later report stays.
    Melding.objects.all().delete()
    oud = meld(reactie, EMAIL)
    Melding.objects.filter(pk=oud.pk).update(op=timezone.now() - timedelta(days=1))
    later = meld(reactie, EMAIL)
    Melding.objects.filter(pk=later.pk).update(op=timezone.now() + timedelta(days=1))
    Bericht.objects.create(
        sleutel="melding-ontvangen:1", soort="melding-ontvangen", inwoner=True, adres=van_de_ontvangst
    )
    wis_opnieuw()
    assert list(Melding.objects.exclude(email="")) == [later]
