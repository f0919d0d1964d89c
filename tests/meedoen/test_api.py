"""What channels get: the questions, the figures, the points, and the placed reactions."""

import pytest

from kernpagina.models import OproepPage, Uitkomstpunt
from meedoen import stappen
from meedoen.keuzes import Stand
from meedoen.models import Reactie
from tests import factories
from tests.meedoen.hulp import bevestigd, keuzevraag, met_vragen, oproep_in

pytestmark = pytest.mark.django_db


def test_a_call_tells_its_questions_figures_and_points(client, dorp, oproep, time_machine):
    oproep.uitkomstpunten = [Uitkomstpunt(titel="Zitten", besluit="al gepland", antwoord="Ja.")]
    oproep = met_vragen(oproep, keuzevraag())
    reactie = bevestigd(client, oproep, time_machine)
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    antwoord = client.get(f"/api/v1/oproepen/{oproep.pk}").json()
    (vraag,) = antwoord["vragen"]
    assert vraag["keuzes"] == ["Schets A", "Schets B"]
    assert vraag["soort"] == "een-keuze"
    assert antwoord["aantallen"] == {
        "geplaatst": 1,
        "nietGeplaatst": 0,
        "bronnen": [{"bron": "web", "aantal": 1}],
    }
    (punt,) = antwoord["uitkomstpunten"]
    assert (punt["titel"], punt["besluit"], punt["antwoord"]) == ("Zitten", "al-gepland", "Ja.")


def test_placed_reactions_are_read_and_kept_by_nobody(client, dorp, oproep, time_machine):
    reactie = bevestigd(client, oproep, time_machine)
    adres = f"/api/v1/oproepen/{oproep.pk}/reacties"
    assert client.get(adres).json()["resultaten"] == []
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    antwoord = client.get(adres)
    assert antwoord.headers["Cache-Control"] == "no-store"
    (rij,) = antwoord.json()["resultaten"]
    assert (rij["naam"], rij["titel"], rij["tekst"]) == (
        "Ria V.",
        "Een bankje",
        "Zet een bankje bij de linde.",
    )
    assert "example.org" not in antwoord.content.decode()


def test_a_point_that_is_not_public_yet_is_not_told(client, dorp, oproep, time_machine):
    reactie = bevestigd(client, oproep, time_machine)
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    concept = OproepPage.objects.get(pk=oproep.pk)
    concept.uitkomstpunten = [Uitkomstpunt(titel="Zitten", antwoord="Ja.")]
    concept.save_revision()
    kenmerk = concept.uitkomstpunten.all()[0].kenmerk
    Reactie.objects.filter(pk=reactie.pk).update(uitkomstpunt=kenmerk)
    adres = f"/api/v1/oproepen/{oproep.pk}/reacties"
    assert client.get(adres).json()["resultaten"][0]["uitkomstpunt"] is None
    factories.publiceer(concept)
    assert client.get(adres).json()["resultaten"][0]["uitkomstpunt"] == str(kenmerk)


@pytest.mark.parametrize("stand", [s for s in Stand if s not in (Stand.GEPLAATST, Stand.GEANONIMISEERD)])
def test_nothing_that_is_not_placed_is_anywhere(client, dorp, oproep, time_machine, stand):
    reactie = bevestigd(client, oproep, time_machine)
    Reactie.objects.filter(pk=reactie.pk).update(stand=stand)
    for adres in (oproep.url, f"/api/v1/oproepen/{oproep.pk}", f"/api/v1/oproepen/{oproep.pk}/reacties"):
        assert "bankje" not in client.get(adres).content.decode(), adres
    assert client.get(f"/api/v1/oproepen/{oproep.pk}").json()["aantallen"]["geplaatst"] == 0


def test_answers_of_a_list_of_questions_come_only_as_figures(client, dorp, time_machine):
    lijst = met_vragen(oproep_in(dorp.beesd, "vragenlijst"), keuzevraag())
    bevestigd(client, lijst, time_machine, {f"vraag-{lijst.vragen.get().kenmerk}": "0"})
    assert client.get(f"/api/v1/oproepen/{lijst.pk}").json()["aantallen"]["geplaatst"] == 1
    assert client.get(f"/api/v1/oproepen/{lijst.pk}/reacties").json()["resultaten"] == []
