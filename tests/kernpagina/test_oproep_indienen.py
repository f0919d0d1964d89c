"""What a call lacks is said to who submits it, at the field, and never while a draft is kept."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import Locale

from core.tijd import vandaag
from kernpagina.keuzes import OproepSoort
from kernpagina.models import OproepPage, Uitkomstpunt
from meedoen.soorten import heeft_formulier
from tests.dorp import dien_in
from tests.formulier import bewerk_url, lees_formulier
from tests.meedoen.hulp import keuzevraag, met_vragen, oproep_in
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db

PUNT = {"titel": "Zitten", "besluit": "over", "antwoord": "Twee bankjes."}


@pytest.fixture
def oproep(dorp) -> OproepPage:
    return oproep_in(dorp.beesd)


def met_punt(client, oproep: OproepPage) -> dict:
    velden = {f"uitkomstpunten-0-{naam}": waarde for naam, waarde in PUNT.items()}
    velden |= {"uitkomstpunten-0-ORDER": "1", "uitkomstpunten-TOTAL_FORMS": "1"}
    return lees_formulier(client, bewerk_url(oproep)) | velden


def fouten(client, oproep: OproepPage, gegevens: dict) -> dict:
    """What is refused on submitting; empty when it's submitted."""
    antwoord = client.post(bewerk_url(oproep), gegevens | {"action-submit": "1"})
    ingediend = OproepPage.objects.get(pk=oproep.pk).workflow_in_progress
    assert ingediend == (antwoord.status_code == 302)
    return {} if ingediend else dict(antwoord.context["form"].errors)


def test_points_without_an_outcome_are_kept_but_not_submitted(dorp, oproep):
    client = als(dorp, "redactie-beesd")
    gegevens = met_punt(client, oproep)
    geweigerd = fouten(client, oproep, gegevens)
    assert geweigerd.keys() == {"uitkomst"}
    assert "Vul ook ‘Uitkomst’ in" in geweigerd["uitkomst"][0]
    client.post(bewerk_url(oproep), gegevens)
    concept = OproepPage.objects.get(pk=oproep.pk).get_latest_revision_as_object()
    assert [punt.titel for punt in concept.uitkomstpunten.all()] == ["Zitten"]


def zonder_uitkomst(oproep: OproepPage, **velden) -> OproepPage:
    tekst = OproepPage.objects.get(pk=oproep.pk)
    for naam, waarde in velden.items():
        setattr(tekst, naam, waarde)
    return tekst


@pytest.mark.parametrize(
    "velden", [{"uitkomstpunten": [Uitkomstpunt(**PUNT)]}, {"motivering": "<p>Omdat het kan.</p>"}]
)
def test_what_no_visitor_would_see_isnt_put_online(oproep, velden):
    tekst = zonder_uitkomst(oproep, **velden)
    assert "Vul ook ‘Uitkomst’ in" in tekst.bezwaar()
    tekst.uitkomst = "<p>Er komen bankjes.</p>"
    assert tekst.bezwaar() == ""


@pytest.mark.parametrize("lijst", ["vragen", "uitkomstpunten"])
def test_who_translates_isnt_asked_for_what_the_dutch_page_lacks(dorp, lijst):
    oproep = oproep_in(dorp.beesd, "peiling" if lijst == "vragen" else "ideeën")
    if lijst == "uitkomstpunten":
        oproep.uitkomstpunten = [Uitkomstpunt(**PUNT)]
    assert oproep.bezwaar()
    vertaling = OproepPage.objects.get(pk=oproep.pk)
    vertaling.uitkomstpunten = oproep.uitkomstpunten.all()
    vertaling.locale = Locale.objects.exclude(pk=oproep.locale_id)[0]
    assert vertaling.bezwaar() == ""


def test_what_waits_already_isnt_approved_without_its_outcome(dorp, oproep):
    tekst = zonder_uitkomst(oproep, uitkomstpunten=[Uitkomstpunt(**PUNT)])
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    oproep = OproepPage.objects.get(pk=oproep.pk)
    _, wacht = dien_in(oproep, dorp.gebruikers["redactie-beesd"])
    adres = reverse("wagtailadmin_pages:workflow_action", args=[oproep.pk, "approve", wacht.pk])
    antwoord = als(dorp, "communicatie").post(adres, {"comment": ""}, follow=True)
    assert "Vul ook ‘Uitkomst’ in" in antwoord.content.decode()
    assert OproepPage.objects.get(pk=oproep.pk).workflow_in_progress


@pytest.mark.parametrize("soort", OproepSoort)
def test_a_kind_that_only_asks_its_questions_has_one(dorp, soort):
    oproep = oproep_in(dorp.beesd, soort, slug="zonder")
    client = als(dorp, "redactie-beesd")
    gegevens = lees_formulier(client, bewerk_url(oproep))
    geweigerd = fouten(client, oproep, gegevens)
    if soort not in (OproepSoort.PEILING, OproepSoort.VRAGENLIJST):
        assert geweigerd == {}
        return
    assert geweigerd.keys() == {"soort"}
    assert "Schrijf er een bij ‘Vragen’" in geweigerd["soort"][0]
    assert oproep.bezwaar() == geweigerd["soort"][0]
    assert not heeft_formulier(oproep)
    # Kept as a draft it may wait for its question; on another website it has one.
    assert client.post(bewerk_url(oproep), gegevens).status_code == 302
    assert fouten(client, oproep, gegevens | {"online_meedoen": "https://voorbeeld.nl/formulier"}) == {}


def test_with_its_question_it_is_submitted(dorp):
    oproep = met_vragen(oproep_in(dorp.beesd, "peiling"), keuzevraag())
    client = als(dorp, "redactie-beesd")
    assert fouten(client, oproep, lees_formulier(client, bewerk_url(oproep))) == {}


def test_of_one_that_closed_only_the_outcome_is_asked(dorp):
    dag = vandaag()
    oproep = oproep_in(dorp.beesd, "peiling", sluit=dag - timedelta(days=1))
    client = als(dorp, "redactie-beesd")
    assert fouten(client, oproep, lees_formulier(client, bewerk_url(oproep))) == {}
