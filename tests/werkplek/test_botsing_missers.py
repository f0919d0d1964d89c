"""Two people in one page, of whom one typed something that isn't right yet: no text of the other goes unseen."""

import json

import pytest
from bs4 import BeautifulSoup

from core.models import Thema
from kernpagina.models import KernagendaPage
from projecten.models import ProjectenPage, ProjectFase, ProjectPage
from tests.dorp import agenda_item
from tests.factories import onderdeel, opzetten, publiceer, punt
from tests.formulier import bewerk_url, lees_formulier, stroom_in_formulier

from .hulp import als
from .test_botsing import gelezen

KNOP = "Laat beide teksten zien"


@pytest.fixture
def een(dorp):
    return als(dorp, "redactie-beesd")


@pytest.fixture
def twee(dorp):
    return als(dorp, "redactie-beesd-2")


@pytest.fixture
def kernagenda(dorp):
    kernagenda = KernagendaPage.objects.child_of(dorp.beesd).get()
    punten = [punt("Een bankje"), punt("Een zwembad")]
    kernagenda.onderdelen = json.dumps([onderdeel(Thema.objects.create(name="Wonen"), *punten)])
    return publiceer(kernagenda)


def formulier(client, kernagenda, *titels: str) -> dict:
    """With the points under these titles."""
    tekst = kernagenda.get_latest_revision_as_object()
    for nummer, titel in enumerate(titels):
        tekst.onderdelen[0].value["punten"][nummer]["titel"] = titel
    return lees_formulier(client, bewerk_url(kernagenda)) | stroom_in_formulier(tekst, "onderdelen")


def test_what_was_left_empty_in_a_block_is_compared_as_it_is(een, twee, kernagenda):
    mijn = formulier(een, kernagenda, "", "Een zwembad") | {"versie": "3"}
    assert twee.post(bewerk_url(kernagenda), formulier(twee, kernagenda, "Twee bankjes")).status_code == 302
    getoond = een.post(bewerk_url(kernagenda), mijn | {"action-submit": "1"})
    woorden, tabellen = gelezen(getoond)
    assert tabellen == [["Versie", "Thema's en punten"]]
    assert "Twee bankjes" in woorden
    assert "Toch mijn tekst bewaren" in woorden
    # The form still says what isn't right.
    assert "onderdelen" in getoond.context["form"].errors


def test_of_what_cant_be_read_it_is_said_and_nothing_can_be_ticked(een, twee, kernagenda):
    mijn = formulier(een, kernagenda, "a" * 161, "Een zwembad") | {"versie": "3"}
    assert twee.post(bewerk_url(kernagenda), formulier(twee, kernagenda, "Twee bankjes")).status_code == 302
    getoond = een.post(bewerk_url(kernagenda), mijn)
    woorden, tabellen = gelezen(getoond)
    assert tabellen == [["Versie"]]
    assert "Nog niet vergeleken: Thema's en punten." in woorden
    assert f"Kies daarna ‘{KNOP}’" in woorden
    assert "niets aanvinkt" not in woorden
    soep = BeautifulSoup(getoond.content, "html.parser")
    assert soep.select_one("[name=toch_bewaren]") is None
    assert soep.select_one(".werkplek-botsing[data-nog-eens]")
    # Once it is right, and not before, both are there to choose from.
    velden = {
        veld: soep.select_one(f"[name={veld}]")["value"] for veld in ("botsing_sinds", "botsing_geladen")
    }
    goed = mijn | formulier(een, kernagenda, "Een lange bank") | velden
    woorden, tabellen = gelezen(een.post(bewerk_url(kernagenda), goed))
    assert tabellen == [["Thema's en punten"]]
    assert "Twee bankjes" in woorden
    assert "Toch mijn tekst bewaren" in woorden
    nu = KernagendaPage.objects.get(pk=kernagenda.pk).get_latest_revision_as_object()
    assert [deel["titel"] for deel in nu.onderdelen[0].value["punten"]] == ["Twee bankjes", "Een zwembad"]


@pytest.fixture
def project(dorp):
    with opzetten():
        lijst = ProjectenPage.objects.child_of(dorp.beesd).get()
        project = lijst.add_child(instance=ProjectPage(title="Speeltuin", live=False))
        project.fasen.add(ProjectFase(titel="Plan", sort_order=0))
        project.save()
        project.save_revision(clean=False)
    return project


@pytest.mark.parametrize(
    ("mijn", "vergeleken"),
    [({"fasen-0-titel": ""}, True), ({"fasen-0-begin": "ooit eens"}, False)],
)
def test_so_it_is_of_rows(een, twee, project, mijn, vergeleken):
    mijn = lees_formulier(een, bewerk_url(project)) | mijn
    hun = lees_formulier(twee, bewerk_url(project)) | {"fasen-0-titel": "Bouw"}
    assert twee.post(bewerk_url(project), hun).status_code == 302
    woorden, _ = gelezen(een.post(bewerk_url(project), mijn))
    assert ("Bouw" in woorden) == vergeleken
    assert ("Toch mijn tekst bewaren" in woorden) == vergeleken
    assert ("Nog niet vergeleken: Fasen." in woorden) == (not vergeleken)


@pytest.mark.parametrize(
    ("mijn", "vergeleken"),
    [({"title": "", "begin": ""}, True), ({"begin": "in oktober"}, False)],
)
def test_so_it_is_of_fields(dorp, een, twee, mijn, vergeleken):
    item = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    mijn = lees_formulier(een, bewerk_url(item)) | mijn
    hun = lees_formulier(twee, bewerk_url(item)) | {"begin": "05-10-2031 19:30", "title": "Bingo"}
    assert twee.post(bewerk_url(item), hun).status_code == 302
    woorden, _ = gelezen(een.post(bewerk_url(item), mijn))
    assert "Bingo" in woorden
    assert ("5 oktober 2031" in woorden) == vergeleken
    assert ("Toch mijn tekst bewaren" in woorden) == vergeleken
    assert ("Nog niet vergeleken: Begin." in woorden) == (not vergeleken)


def test_who_typed_only_what_cant_be_read_isnt_told_that_nothing_was_typed(dorp, een, twee):
    item = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    mijn = lees_formulier(een, bewerk_url(item)) | {"begin": "in oktober"}
    hun = lees_formulier(twee, bewerk_url(item)) | {"locatie": "Het plein"}
    assert twee.post(bewerk_url(item), hun).status_code == 302
    antwoord = een.post(bewerk_url(item), mijn)
    assert antwoord.status_code == 200
    woorden, tabellen = gelezen(antwoord)
    assert tabellen == [["Locatie"]]
    assert "Niets." not in woorden
    assert "in oktober" in antwoord.content.decode()
