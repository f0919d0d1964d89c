"""The window over the form of a page, in which a remark is written beside a decision, when others were first.

Wagtail's script waits there for JSON with a step that it knows: anything else leaves a dead button.
"""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.goedkeuring.besluiten import trek_terug
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als, besluit, meldingen, vers

VENSTER = {"x-requested-with": "XMLHttpRequest"}
OPMERKING = "Noem de zaal"


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


@pytest.fixture
def wacht(dorp, item):
    return dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nieuw")[1]


def _goedgekeurd(dorp, item, wacht):
    keur_goed(wacht, dorp.gebruikers["communicatie-2"])


def _teruggestuurd(dorp, item, wacht):
    besluit(als(dorp, "communicatie-2"), wacht, "reject", comment="Te kort")


def _teruggehaald(dorp, item, wacht):
    trek_terug(wacht.workflow_state, dorp.gebruikers["redactie-beesd"])


def _opnieuw(dorp, item, wacht):
    _teruggehaald(dorp, item, wacht)
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nog nieuwer")


# What happened meanwhile, and what is read of it.
INTUSSEN = [
    (_goedgekeurd, "al goedgekeurd, door communicatie-2"),
    (_teruggestuurd, "al teruggestuurd, door communicatie-2"),
    (_teruggehaald, "wacht niet meer op goedkeuring"),
    (_opnieuw, "intussen"),
]


def venster(client, soort: str, item, naam: str, wacht, opmerking: str | None):
    """Open the window, or send what was typed in it."""
    adres = reverse(f"wagtailadmin_pages:{soort}", args=[item.pk, naam, wacht.pk])
    if opmerking is None:
        return client.get(adres, headers=VENSTER)
    return client.post(adres, {"comment": opmerking}, headers=VENSTER)


def na_het_venster(client, item, velden: dict, naam: str, antwoord: dict):
    """What Wagtail's script does with the answer: send the form of the page."""
    assert antwoord["step"] == "success"
    velden = velden | {
        "action-workflow-action": "true",
        "workflow-action-name": naam,
        "workflow-action-extra-data": json.dumps(antwoord["cleaned_data"]),
    }
    return client.post(bewerk_url(item), velden, follow=True)


def gelezen(antwoord) -> str:
    return BeautifulSoup(meldingen(antwoord), "html.parser").get_text(" ")


@pytest.mark.parametrize(("intussen", "zin"), INTUSSEN)
@pytest.mark.parametrize("naam", ["approve", "reject"])
@pytest.mark.parametrize("opmerking", [None, OPMERKING])
def test_the_window_leads_to_what_became_of_the_page(dorp, item, wacht, intussen, zin, naam, opmerking):
    client = als(dorp, "communicatie")
    velden = lees_formulier(client, bewerk_url(item))
    intussen(dorp, item, wacht)
    antwoord = venster(client, "collect_workflow_action_data", item, naam, wacht, opmerking).json()
    if antwoord["step"] == "action":
        # Something waits again: the window opens, and the form says what changed.
        assert (intussen, opmerking) == (_opnieuw, None)
        return
    woorden = gelezen(na_het_venster(client, item, velden, naam, antwoord))
    assert zin in woorden
    assert (OPMERKING in woorden) == bool(opmerking)


@pytest.mark.parametrize("opmerking", [None, OPMERKING])
def test_so_does_what_was_typed_in_the_form(dorp, item, wacht, opmerking):
    """That is kept, and it is said that nothing was decided."""
    client = als(dorp, "communicatie")
    velden = lees_formulier(client, bewerk_url(item)) | {"locatie": "De kerk"}
    _goedgekeurd(dorp, item, wacht)
    antwoord = venster(client, "collect_workflow_action_data", item, "reject", wacht, opmerking).json()
    woorden = gelezen(na_het_venster(client, item, velden, "reject", antwoord))
    assert "al goedgekeurd, door communicatie-2" in woorden
    assert (OPMERKING in woorden) == bool(opmerking)
    assert vers(item).get_latest_revision_as_object().locatie == "De kerk"


def test_who_may_no_longer_approve_is_led_on(dorp, item, wacht):
    """They changed the text in another window, and it is for a colleague now."""
    client = als(dorp, "communicatie")
    ander = lees_formulier(client, bewerk_url(item)) | {"locatie": "De kerk", "doorgeven": "1"}
    client.post(bewerk_url(item), ander)
    wacht = vers(item).current_workflow_task_state
    velden = lees_formulier(client, bewerk_url(item))
    antwoord = venster(client, "collect_workflow_action_data", item, "approve", wacht, OPMERKING).json()
    woorden = gelezen(na_het_venster(client, item, velden, "approve", antwoord))
    assert "wacht nu op een collega" in woorden
    assert OPMERKING in woorden
    assert vers(item).title == "Oogstfeest"


def test_who_may_not_decide_gets_nothing(dorp, item, wacht):
    client = als(dorp, "redactie-beesd")
    for soort in ("collect_workflow_action_data", "workflow_action"):
        assert venster(client, soort, item, "approve", wacht, OPMERKING).status_code == 403


@pytest.mark.parametrize(("intussen", "zin"), INTUSSEN)
@pytest.mark.parametrize("opmerking", [None, OPMERKING])
def test_the_screen_that_decides_at_once_says_where_to_go(dorp, item, wacht, intussen, zin, opmerking):
    client = als(dorp, "communicatie")
    intussen(dorp, item, wacht)
    antwoord = venster(client, "workflow_action", item, "approve", wacht, opmerking).json()
    if antwoord["step"] == "action":
        assert (intussen, opmerking) == (_opnieuw, None)
        return
    assert antwoord["step"] == "success"
    woorden = gelezen(client.get(antwoord["redirect"]))
    assert zin in woorden
    assert (OPMERKING in woorden) == bool(opmerking)
