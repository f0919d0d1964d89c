"""Themes are a fixed list: editors tick them, nobody adds one by typing."""

import pytest

from core.models import Thema
from core.themakeuze import ThemaKeuze
from core.themas import THEMAS
from tests import factories
from tests.formulier import bewerk_url, lees_formulier

KOMMA = "Sport, cultuur en recreatie"


@pytest.fixture
def item(agenda, themas):
    return factories.AgendaItemPageFactory(parent=agenda)


def bewaar(client, pagina, **wijziging):
    """Save a draft through the edit form; return the names of the themes it now has."""
    gegevens = lees_formulier(client, bewerk_url(pagina)) | wijziging
    antwoord = client.post(bewerk_url(pagina), gegevens)
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    return themas_in_concept(pagina)


def themas_in_concept(pagina):
    pagina.refresh_from_db()
    return [thema.name for thema in pagina.get_latest_revision_as_object().themas.all()]


def test_de_vaste_lijst():
    assert len(THEMAS) == len(set(THEMAS)) == 10
    assert KOMMA in THEMAS


def test_aanvinken(beheer, item):
    assert bewaar(beheer, item, themas=["Wonen", KOMMA]) == ["Wonen", KOMMA]


def test_uitvinken(beheer, item, themas):
    item.themas.set(themas)
    with factories.opzetten():
        item.save()
    assert bewaar(beheer, item, themas=[KOMMA]) == [KOMMA]
    assert bewaar(beheer, item, themas=[]) == []


def test_niets_wijzigen_houdt_een_naam_met_een_komma_heel(beheer, item, themas):
    item.themas.set(themas)
    with factories.opzetten():
        item.save()
    assert bewaar(beheer, item) == [thema.name for thema in themas]


@pytest.mark.parametrize("verzonnen", ["Carnaval", "wonen, werken", '"Wonen"', "Wonen,Carnaval"])
def test_een_verzonnen_thema_komt_er_niet(beheer, item, verzonnen):
    ervoor = set(Thema.objects.values_list("name", flat=True))
    gegevens = lees_formulier(beheer, bewerk_url(item)) | {"themas": [verzonnen]}
    beheer.post(bewerk_url(item), gegevens)
    assert set(Thema.objects.values_list("name", flat=True)) == ervoor
    assert set(themas_in_concept(item)) <= ervoor


def test_na_een_fout_elders_staan_de_vinkjes_er_nog(beheer, item):
    fout = {"themas": ["Economie", KOMMA], "einde": ["2020-01-01 10:00"], "action-submit": ["1"]}
    gegevens = lees_formulier(beheer, bewerk_url(item)) | fout
    antwoord = beheer.post(bewerk_url(item), gegevens)
    assert antwoord.status_code == 200
    assert "einde" in antwoord.context["form"].errors
    assert aangevinkt(antwoord.context["form"]["themas"]) == ["Economie", KOMMA]


def aangevinkt(veld):
    return [keuze.data["value"] for keuze in veld.subwidgets if keuze.data["selected"]]


def test_een_nieuw_thema_staat_meteen_in_de_lijst(db):
    keuze = ThemaKeuze()
    assert not list(keuze.subwidgets("themas", None))
    factories.ThemaFactory(name="Erfgoed")
    assert [optie["value"] for optie in keuze.subwidgets("themas", None)] == ["Erfgoed"]


def test_volgorde_en_taal(themas):
    assert list(Thema.objects.all()) == themas
    assert str(themas[0]) == "Wonen"
