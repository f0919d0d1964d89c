"""A list of questions, from what its writer is mailed to what is told of it in the end."""

import pytest
from django.urls import reverse

from berichten.models import Bericht
from kernpagina.models import OproepPage, OproepVraag, Uitkomstpunt
from meedoen import stappen
from meedoen.models import Reactie
from tests import factories
from tests.dorp import dien_in, keur_goed
from tests.formulier import bewerk_url, lees_formulier
from tests.meedoen.hulp import RIA, bevestigd, keuzevraag, met_vragen, oproep_in, sluit_gisteren
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db


@pytest.fixture
def lijst(dorp) -> OproepPage:
    return met_vragen(
        oproep_in(dorp.beesd, "vragenlijst"),
        keuzevraag("Wat telt?", "Tuin\nTrap", "meer keuzes"),
        OproepVraag(vraag="Wat nog meer?", soort="open"),
    )


@pytest.fixture
def gegeven(lijst) -> dict:
    tuin, meer = (f"vraag-{vraag.kenmerk}" for vraag in lijst.vragen.all())
    return {tuin: ["0", "1"], meer: "Een kelder"}


@pytest.fixture
def reactie(client, dorp, lijst, gegeven, time_machine) -> Reactie:
    """Placed, on a list that closed."""
    reactie = bevestigd(client, lijst, time_machine, gegeven)
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    sluit_gisteren(lijst)
    return reactie


def mail(soort: str) -> str:
    return Bericht.objects.get(adres=RIA["email"], soort=soort).tekst


def met_punten(oproep: OproepPage, dorp, *titels: str) -> OproepPage:
    """In the draft, with an outcome."""
    tekst = OproepPage.objects.get(pk=oproep.pk).get_latest_revision_as_object()
    tekst.uitkomst = "<p>Er komt een tuin.</p>"
    tekst.uitkomstpunten = [Uitkomstpunt(titel=t, besluit="over", antwoord="In mei.") for t in titels]
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    return OproepPage.objects.get(pk=oproep.pk)


def koppel(dorp, oproep: OproepPage, **velden) -> str:
    punt = OproepPage.objects.get(pk=oproep.pk).get_latest_revision_as_object().uitkomstpunten.all()[0]
    adres = reverse("werkplek:koppelen", args=[oproep.pk])
    velden |= {"punt": str(punt.kenmerk)}
    return als(dorp, "redactie-beesd").post(adres, velden, follow=True).content.decode()


def test_what_is_mailed_shows_ones_own_answers_and_promises_what_is_true(reactie):
    binnen = mail("reactie-ontvangen")
    assert "Wat telt?\nTuin, Trap\n\nWat nog meer?\nEen kelder\n" in binnen
    geplaatst = mail("reactie-geplaatst")
    assert "tellen mee" in geplaatst
    assert "met erbij" not in geplaatst
    assert reactie.naam_getoond or "Ria V." not in geplaatst


def test_answers_stand_on_the_screen_where_they_are_coupled_and_are_found(dorp, lijst, reactie):
    lijst = met_punten(lijst, dorp, "Een tuin")
    adres = reverse("werkplek:koppelen", args=[lijst.pk])
    redacteur = als(dorp, "redactie-beesd")
    assert "Een kelder" in redacteur.get(adres).content.decode()
    for woord, staat_er in (("KELDER", True), ("trap", True), ("zolder", False), ("Wat telt", False)):
        assert ("Een kelder" in redacteur.get(adres, {"zoek": woord}).content.decode()) is staat_er, woord


def test_who_answered_questions_gets_an_outcome_like_everybody(dorp, lijst, reactie):
    lijst = met_punten(lijst, dorp, "Een tuin")
    assert "Nog 1 reactie hoort nergens bij" in lijst.get_latest_revision_as_object().bezwaar()
    assert "1 reactie gekoppeld" in koppel(dorp, lijst, alle="los")
    _, wacht = dien_in(lijst, dorp.gebruikers["redactie-beesd"])
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    tekst = mail("reactie-uitkomst")
    for deel in ("Een kelder", "Het hoort bij: Een tuin", "Dit nemen we over.\n\nIn mei."):
        assert deel in tekst


@pytest.mark.parametrize("punten", [[], ["Iets anders"]])
def test_an_outcome_that_was_online_already_can_still_be_coupled_and_told(dorp, lijst, reactie, punten):
    """From before each reaction needed a point, or with a point that it belonged to taken out."""
    oud = met_punten(lijst, dorp, "Oud")
    koppel(dorp, oud, reactie=[reactie.pk])
    factories.publiceer(met_punten(lijst, dorp, *punten).get_latest_revision_as_object())
    uitkomst = Bericht.objects.filter(soort="reactie-uitkomst")
    assert not uitkomst.exists(), "a mail with nothing in it"
    if not punten:
        met_punten(lijst, dorp, "Een tuin")
    assert "1 reactie gekoppeld" in koppel(dorp, lijst, reactie=[reactie.pk])
    if not punten:
        factories.publiceer(OproepPage.objects.get(pk=lijst.pk).get_latest_revision_as_object())
    assert "In mei." in uitkomst.get().tekst


def test_who_cant_publish_because_of_loose_reactions_is_led_to_them(dorp, lijst, reactie):
    lijst = met_punten(lijst, dorp, "Een tuin")
    koppelen = reverse("werkplek:koppelen", args=[lijst.pk])
    formulier = als(dorp, "redactie-beesd").get(bewerk_url(lijst)).content.decode()
    assert "Nog 1 reactie hoort nergens bij." in " ".join(formulier.split())
    assert f'<a href="{koppelen}">Reacties koppelen</a>' in formulier
    zin = f"‘{lijst.title}’ kan nog niet online. Nog 1 reactie hoort nergens bij."
    client = als(dorp, "redactie-beesd")
    velden = lees_formulier(client, bewerk_url(lijst)) | {"action-submit": ["1"]}
    antwoord = client.post(bewerk_url(lijst), velden, follow=True)
    assert zin in antwoord.content.decode(), "who submits it hears it"
    wacht = OproepPage.objects.get(pk=lijst.pk).current_workflow_task_state
    veranderd = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[lijst.pk]))
    assert zin in veranderd.content.decode(), "and who looks at it before approving"
    adres = reverse("wagtailadmin_pages:workflow_action", args=[lijst.pk, "approve", wacht.pk])
    antwoord = als(dorp, "communicatie").post(adres, {"comment": ""}, follow=True).content.decode()
    assert zin in antwoord
    assert koppelen in antwoord


def test_what_changed_shows_choices_on_lines_of_their_own_and_no_hidden_identity(dorp, lijst):
    tekst = OproepPage.objects.get(pk=lijst.pk)
    tekst.vragen.add(keuzevraag("Hoe vaak?", "Elke dag\nSoms"))
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    dien_in(OproepPage.objects.get(pk=lijst.pk), dorp.gebruikers["redactie-beesd"])
    scherm = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[lijst.pk])).content.decode()
    assert "Hoe vaak?" in scherm
    assert "Elke dag<br>Soms" in scherm
    assert "kenmerk" not in scherm.lower()
