"""Signing up to help with a call: tasks, how many each needs, and what the editor can't take away any more."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format

from core.tijd import vandaag
from kernpagina.models import OproepTaak
from meedoen.models import Aanmelding
from tests.factories import publiceer
from tests.meedoen.aanmeldhulp import JAN, RIA, mail, meld_aan
from tests.meedoen.hulp import oproep_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def klus(dorp):
    oproep = oproep_in(dorp.beesd, "meehelpen", title="Bouw mee", slug="bouw-mee")
    oproep.taken = [OproepTaak(taak="Graven", nodig=1), OproepTaak(taak="Soep koken")]
    return publiceer(oproep)


def test_somebody_chooses_a_task_and_the_next_one_waits_for_it(client, klus, time_machine):
    pagina = client.get(klus.url).content.decode()
    assert "nog 1 plaats" in pagina
    assert f'href="{klus.url}aanmelden/"' in pagina
    graven, soep = klus.taken.all()
    ria = meld_aan(client, klus, time_machine, RIA | {"taak": str(graven.kenmerk)})
    assert ria.taak == graven.kenmerk
    assert "Ria Verhoef (Graven): 1 persoon. Er is plek." in mail(RIA["email"]).tekst
    assert "er is een wachtlijst" in client.get(klus.url).content.decode()
    assert "Graven (je komt op de wachtlijst)" in client.get(f"{klus.url}aanmelden/").content.decode()
    meld_aan(client, klus, time_machine, JAN | {"taak": str(graven.kenmerk)})
    assert "Plek 1 van de wachtlijst." in mail(JAN["email"]).tekst
    assert "“Graven” is vol." in mail(JAN["email"]).tekst, "the soup isn't"
    # One who helps with two things.
    meld_aan(client, klus, time_machine, JAN | {"taak": str(soep.kenmerk)})
    assert Aanmelding.objects.bevestigd().count() == 3
    zonder = client.post(f"{klus.url}aanmelden/", JAN).content.decode()
    assert "Kies waar je mee helpt." in zonder


def test_who_comes_too_early_reads_from_when(client, klus):
    klus.opent = vandaag() + timedelta(days=3)
    klus.sluit = klus.opent + timedelta(days=9)
    publiceer(klus)
    tekst = client.get(f"{klus.url}aanmelden/").content.decode()
    assert f"Meedoen kan vanaf {date_format(klus.opent, 'DAG_VOLUIT')}." in tekst
    assert "Aanmelden kan niet meer." not in tekst


def test_a_task_that_somebody_signed_up_for_stays(client, klus, time_machine):
    graven, soep = klus.taken.all()
    meld_aan(client, klus, time_machine, RIA | {"taak": str(graven.kenmerk)})
    klus.taken = [soep]
    assert "Graven" in klus.bezwaar()
    klus.taken = [graven]
    assert klus.bezwaar() == ""


def test_the_api_says_how_many_and_never_who(client, klus, time_machine):
    graven = klus.taken.all()[0]
    meld_aan(client, klus, time_machine, RIA | {"taak": str(graven.kenmerk)})
    gegevens = client.get(f"/api/v1/oproepen/{klus.pk}").json()
    assert gegevens["aanmeldenHier"].endswith(f"{klus.url}aanmelden/")
    assert [(taak["taak"], taak["plaatsenVrij"]) for taak in gegevens["taken"]] == [
        ("Graven", 0),
        ("Soep koken", None),
    ]
    assert "Ria" not in client.get(f"/api/v1/oproepen/{klus.pk}").content.decode()
