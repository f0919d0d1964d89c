"""Who decides about a text that changed meanwhile keeps what they wrote, and is led to what waits now."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.goedkeuring.besluiten import trek_terug
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als, besluit, meldingen, vers

OPMERKING = "Zet de prijs erbij.\n\nEn noem de <zaal>."


@pytest.fixture
def redacteur(dorp):
    return dorp.gebruikers["redactie-beesd"]


@pytest.fixture
def client(dorp):
    return als(dorp, "communicatie")


@pytest.fixture
def item(dorp, redacteur):
    return agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=redacteur)


def dien_opnieuw_in(item, wacht, redacteur):
    trek_terug(wacht.workflow_state, redacteur)
    return dien_in(vers(item), redacteur, title="Groot oogstfeest")[1]


def te_kopieren(antwoord) -> list[str]:
    soep = BeautifulSoup(antwoord.content, "html.parser")
    return [" ".join(blok.get_text(" ").split()) for blok in soep.select(".messages blockquote")]


GEKOPIEERD = ["Zet de prijs erbij. En noem de <zaal>."]


@pytest.mark.parametrize("wat", ["approve", "reject"])
def test_what_waits_in_its_place_comes_next(item, redacteur, client, wat):
    _, wacht = dien_in(item, redacteur)
    dien_opnieuw_in(item, wacht, redacteur)
    antwoord = besluit(client, wacht, wat, comment=OPMERKING)
    assert antwoord.redirect_chain == [(reverse("werkplek:veranderd", args=[item.pk]), 302)]
    assert "Groot oogstfeest: De tekst is intussen veranderd." in meldingen(antwoord)
    assert te_kopieren(antwoord) == GEKOPIEERD
    assert vers(item).workflow_in_progress


@pytest.mark.parametrize("wat", ["approve", "reject"])
def test_of_what_a_colleague_decided_the_page_is_named(dorp, item, redacteur, client, wat):
    _, wacht = dien_in(item, redacteur)
    keur_goed(wacht, dorp.gebruikers["communicatie-2"])
    antwoord = besluit(client, wacht, wat, comment=OPMERKING)
    assert "Oogstfeest: Deze pagina is al goedgekeurd, door communicatie-2." in meldingen(antwoord)
    assert bewerk_url(item) in meldingen(antwoord)
    assert te_kopieren(antwoord) == GEKOPIEERD


def test_when_a_picture_changed_the_remark_stays_as_well(dorp, item, redacteur, client):
    _, wacht = dien_in(item, redacteur)
    wacht.vingerafdruk = "anders"
    wacht.save()
    antwoord = besluit(client, wacht, "approve", comment=OPMERKING)
    assert "Nog niet goedgekeurd: Oogstfeest" in meldingen(antwoord)
    assert te_kopieren(antwoord) == GEKOPIEERD


def test_a_second_press_does_not_say_that_the_remark_stayed_behind(item, redacteur, client):
    _, wacht = dien_in(item, redacteur)
    assert te_kopieren(besluit(client, wacht, "reject", comment=OPMERKING)) == []
    antwoord = besluit(client, wacht, "reject", comment=OPMERKING)
    assert "Oogstfeest: Deze pagina is al teruggestuurd, door communicatie." in meldingen(antwoord)
    assert te_kopieren(antwoord) == []


@pytest.mark.parametrize("wat", ["approve", "reject"])
@pytest.mark.parametrize("ander", ["redactie-beesd", "communicatie-2"])
def test_in_the_form_of_the_page_the_remark_stays_as_well(dorp, item, redacteur, client, wat, ander):
    """Its editor submitted another text, or a colleague decided; in the form it was typed in a window over it."""
    _, wacht = dien_in(item, redacteur)
    velden = lees_formulier(client, bewerk_url(item)) | {
        "action-workflow-action": "true",
        "workflow-action-name": wat,
        "workflow-action-extra-data": json.dumps({"comment": OPMERKING}),
    }
    if ander == "communicatie-2":
        keur_goed(wacht, dorp.gebruikers[ander])
    else:
        dien_opnieuw_in(item, wacht, redacteur)
    antwoord = client.post(bewerk_url(item), velden, follow=True)
    assert te_kopieren(antwoord) == GEKOPIEERD


@pytest.mark.parametrize("knop", ["goedkeuren", "terugsturen"])
def test_of_several_each_that_changed_is_named(dorp, item, redacteur, client, knop):
    ander = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=redacteur)
    goed = agenda_item(dorp.agenda, "Bingo", live=False, eigenaar=redacteur)
    stappen = [dien_in(pagina, redacteur)[1] for pagina in (item, ander, goed)]
    dien_opnieuw_in(item, stappen[0], redacteur)
    keur_goed(stappen[1], dorp.gebruikers["communicatie-2"])
    velden = {"wacht": [stap.pk for stap in stappen], knop: "ja", "opmerking": OPMERKING}
    antwoord = client.post(f"{reverse('werkplek:samen')}?kern=Beesd", velden, follow=True)
    zinnen = meldingen(antwoord)
    assert f"Groot oogstfeest, {vers(item).tijdstip()}: De tekst is intussen veranderd." in zinnen
    assert reverse("werkplek:veranderd", args=[item.pk]) in zinnen
    assert f"Schouw, {ander.tijdstip()}: Deze pagina is al goedgekeurd, door communicatie-2." in zinnen
    assert "Bingo" not in zinnen.split("Volgende")[0]
    assert ": 1 pagina." in zinnen
    assert te_kopieren(antwoord) == GEKOPIEERD


def test_of_several_that_are_all_decided_nothing_stays_behind(dorp, item, redacteur, client):
    ander = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=redacteur)
    stappen = [dien_in(pagina, redacteur)[1] for pagina in (item, ander)]
    velden = {"wacht": [stap.pk for stap in stappen], "terugsturen": "ja", "opmerking": OPMERKING}
    antwoord = client.post(f"{reverse('werkplek:samen')}?kern=Beesd", velden, follow=True)
    assert "Teruggestuurd: 2 pagina’s." in meldingen(antwoord)
    assert te_kopieren(antwoord) == []
