"""What somebody reads when a colleague saved the page meanwhile: who changed what, and what becomes of it."""

import pytest
from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import querydict_from_html

from tests.dorp import agenda_item
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als

JSON = {"accept": "application/json"}
KNOP = "Laat beide teksten zien"


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


def gelezen(antwoord) -> tuple[str, list[list[str]]]:
    """The words of the message, and of each of its tables the names of the fields."""
    melding = BeautifulSoup(antwoord.content, "html.parser").select_one(".messages")
    tabellen = melding.select("table")
    return melding.get_text(" ", strip=True), [
        [th.get_text(strip=True) for th in tabel.select("th[scope=row]")] for tabel in tabellen
    ]


def test_what_one_changed_stands_apart_from_what_only_the_other_changed(dorp, item):
    een, twee = als(dorp, "redactie-beesd"), als(dorp, "redactie-beesd-2")
    adres = bewerk_url(item)
    mijn = lees_formulier(een, adres) | {"locatie": "De kerk"}
    # What this form saved itself is what this person typed.
    antwoord = een.post(adres, mijn, headers=JSON).json()
    mijn |= antwoord.get("field_updates", {})
    hun = lees_formulier(twee, adres) | {"locatie": "Het plein", "samenvatting": "Neem een jas mee."}
    assert twee.post(adres, hun).status_code == 302
    html = een.post(adres, mijn)
    woorden, tabellen = gelezen(html)
    assert tabellen == [["Locatie"], ["Samenvatting"]]
    assert "Dit veranderde jij" in woorden
    assert "Bewaar je hieronder jouw tekst, dan komt hier weer te staan wat er eerst stond." in woorden
    assert "niet meer bekend" not in woorden
    # The form that came back knows it as well.
    weer = dict(querydict_from_html(html.content.decode(), form_id="page-edit-form").lists())
    weer |= {"inhoud-count": ["0"]}
    soep = BeautifulSoup(html.content, "html.parser")
    weer |= {
        naam: soep.select_one(f"[name={naam}]")["value"] for naam in ("botsing_sinds", "botsing_geladen")
    }
    assert gelezen(een.post(adres, weer))[1] == tabellen


def test_where_nobody_knows_the_text_of_the_beginning_it_is_said(dorp, item):
    """Autosave writes over its own version: that from which the other began is gone."""
    een, twee = als(dorp, "redactie-beesd"), als(dorp, "redactie-beesd-2")
    adres = bewerk_url(item)
    hun = lees_formulier(twee, adres) | {"samenvatting": "Neem een jas"}
    eerste = twee.post(adres, hun, headers=JSON).json()
    mijn = lees_formulier(een, adres) | {"locatie": "De kerk"}
    hun |= {"samenvatting": "Neem een jas mee.", "overwrite_revision_id": eerste["revision_id"]}
    assert twee.post(adres, hun, headers=JSON).json()["revision_id"] == eerste["revision_id"]
    woorden, tabellen = gelezen(een.post(adres, mijn))
    assert [set(velden) for velden in tabellen] == [{"Locatie", "Samenvatting"}]
    assert "niet meer bekend" in woorden
    assert "Dit veranderde" not in woorden


def test_the_words_of_the_notice_name_the_button(dorp, item):
    een, twee = als(dorp, "redactie-beesd"), als(dorp, "redactie-beesd-2")
    adres = bewerk_url(item)
    mijn, hun = lees_formulier(een, adres), lees_formulier(twee, adres)
    assert twee.post(adres, hun | {"locatie": "Het plein"}).status_code == 302
    geweigerd = een.post(adres, mijn | {"samenvatting": "Anders"}, headers=JSON).json()
    assert KNOP in geweigerd["error_message"]
