"""What somebody reads when a colleague saved the page meanwhile: who changed what, and what becomes of it."""

import pytest
from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import querydict_from_html

from tests.dorp import agenda_item, dien_in
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als, vers

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


def dien_in_terwijl_een_schrijft(dorp, item, een: str, ander: str):
    """The form of who was overtaken, and what their browser still holds."""
    een, ander = als(dorp, een), als(dorp, ander)
    mijn = lees_formulier(een, bewerk_url(item)) | {"samenvatting": "Van mij"}
    hun = lees_formulier(ander, bewerk_url(item)) | {"locatie": "Het plein", "action-submit": "ja"}
    assert ander.post(bewerk_url(item), hun).status_code == 302
    return een, mijn


def knoppen(antwoord) -> str:
    voet = BeautifulSoup(antwoord.content, "html.parser").select_one("#page-edit-form .actions--primary")
    return voet.get_text(" ", strip=True)


# Who submitted it and whose page it is can take it back.
@pytest.mark.parametrize("wie", ["redactie-beesd", "redactie-beesd-2"])
def test_of_what_was_submitted_meanwhile_all_words_lead_to_the_same_step(dorp, item, wie):
    een, mijn = dien_in_terwijl_een_schrijft(dorp, item, wie, "redactie-beesd")
    geweigerd = een.post(bewerk_url(item), mijn, headers=JSON).json()
    assert geweigerd["error_code"] == "invalid_revision"
    assert "ingediend" in geweigerd["error_message"]
    assert f"niet bewaard. Kies ‘{KNOP}’" in geweigerd["error_message"]
    getoond = een.post(bewerk_url(item), mijn)
    woorden, tabellen = gelezen(getoond)
    assert tabellen == [["Samenvatting"], ["Locatie"]]
    assert "ligt bij Communicatie en staat even vast" in woorden
    # Nothing can be ticked that can't be done.
    assert "toch_bewaren" not in getoond.content.decode()
    mag_terug = wie == "redactie-beesd"
    assert "niets aanvinkt" not in woorden
    assert ("Kopieer nu" in woorden, "De knop ‘Terughalen’" in woorden) == (not mag_terug, mag_terug)
    assert ("Terughalen" in knoppen(getoond)) == mag_terug


def test_taking_back_saves_nothing_until_somebody_chose(dorp, item):
    een, mijn = dien_in_terwijl_een_schrijft(dorp, item, "redactie-beesd", "redactie-beesd")
    terug = een.post(bewerk_url(item), mijn | {"action-cancel-workflow": "ja"})
    nu = type(item).objects.get(pk=item.pk)
    assert not nu.workflow_in_progress
    assert (nu.get_latest_revision_as_object().samenvatting, nu.get_latest_revision_as_object().locatie) == (
        "",
        "Het plein",
    )
    woorden, _ = gelezen(terug)
    assert woorden.startswith("Teruggehaald: de pagina wacht niet meer op goedkeuring.")
    assert "Toch mijn tekst bewaren" in woorden
    assert "Kopieer nu" not in woorden


def test_a_tick_holds_for_the_text_that_was_shown(dorp, item):
    """Autosave of the other wrote over the version that was ticked."""
    een, twee = als(dorp, "redactie-beesd"), als(dorp, "redactie-beesd-2")
    adres = bewerk_url(item)
    mijn = lees_formulier(een, adres) | {"samenvatting": "Van mij"}
    hun = lees_formulier(twee, adres) | {"locatie": "Het plein"}
    eerste = twee.post(adres, hun, headers=JSON).json()
    getoond = BeautifulSoup(een.post(adres, mijn).content, "html.parser")
    gekozen = mijn | {
        veld: getoond.select_one(f"[name={veld}]")["value"]
        for veld in (
            "toch_bewaren", "botsing_sinds", "botsing_geladen", "loaded_revision_id", "loaded_revision_created_at"
        )
    }  # fmt: skip
    hun |= {"locatie": "Het plein bij de kerk", "overwrite_revision_id": eerste["revision_id"]}
    assert twee.post(adres, hun, headers=JSON).json()["success"]
    weer = een.post(adres, gekozen)
    assert "het plein bij de kerk" in gelezen(weer)[0].lower()
    assert een.post(adres, gekozen, headers=JSON).json()["error_code"] == "invalid_revision"


def test_who_changed_nothing_reads_the_new_text_and_has_nothing_to_choose(dorp, item):
    """Somebody of communications looked at what waits; its editor took it back, changed it and submitted it again."""
    redacteur, keurder = als(dorp, "redactie-beesd"), als(dorp, "communicatie")
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    adres = bewerk_url(item)
    gekeken = lees_formulier(keurder, adres)
    vers(item).current_workflow_state.cancel(user=dorp.gebruikers["redactie-beesd"])
    nieuw = lees_formulier(redacteur, adres) | {"samenvatting": "Toch anders.", "action-submit": "1"}
    assert redacteur.post(adres, nieuw).status_code == 302
    knop = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    antwoord = keurder.post(adres, gekeken | knop, follow=True)
    woorden = gelezen(antwoord)[0]
    assert "Jij had hier niets veranderd, dus dit is die nieuwe tekst. Lees die eerst." in woorden
    assert "toch_bewaren" not in antwoord.content.decode()
    assert "Toch anders." in lees_formulier(keurder, adres)["samenvatting"][0]
    assert not vers(item).live


def test_what_was_submitted_with_this_form_is_where_it_goes_on_from(dorp, item):
    """Back in the browser, to the form that was submitted, after communications changed the same field."""
    redacteur, keurder = als(dorp, "redactie-beesd"), als(dorp, "communicatie")
    adres = bewerk_url(item)
    mijn = lees_formulier(redacteur, adres) | {"locatie": "De kerk", "samenvatting": "Van mij"}
    assert redacteur.post(adres, mijn | {"action-submit": "1"}).status_code == 302
    hun = lees_formulier(keurder, adres) | {"locatie": "Het plein", "doorgeven": "1"}
    assert keurder.post(adres, hun).status_code == 302
    vers(item).current_workflow_state.cancel(user=dorp.gebruikers["redactie-beesd"])
    _, tabellen = gelezen(redacteur.post(adres, mijn | {"samenvatting": "Toch anders"}))
    assert tabellen == [["Samenvatting"], ["Locatie"]]
    # And who changed nothing since then has nothing to choose.
    assert "Jij had hier niets veranderd" in gelezen(redacteur.post(adres, mijn, follow=True))[0]


def test_what_was_ticked_as_seen_is_where_it_goes_on_from(dorp, item):
    een, twee = als(dorp, "redactie-beesd"), als(dorp, "redactie-beesd-2")
    adres = bewerk_url(item)
    mijn = lees_formulier(een, adres) | {"samenvatting": "Van mij"}
    assert twee.post(adres, lees_formulier(twee, adres) | {"locatie": "Het plein"}).status_code == 302

    def met_keuze(html) -> dict:
        soep = BeautifulSoup(html.content, "html.parser")
        namen = (
            "toch_bewaren",
            "botsing_sinds",
            "botsing_geladen",
            "loaded_revision_id",
            "loaded_revision_created_at",
        )
        return {naam: soep.select_one(f"[name={naam}]")["value"] for naam in namen}

    # Taken over by hand, and kept by itself; then the other changes it again.
    mijn |= met_keuze(een.post(adres, mijn)) | {"locatie": "Het plein"}
    assert een.post(adres, mijn, headers=JSON).json()["success"]
    assert twee.post(adres, lees_formulier(twee, adres) | {"locatie": "De kerk"}).status_code == 302
    getoond = een.post(adres, mijn | {"samenvatting": "Anders"})
    assert gelezen(getoond)[1] == [["Samenvatting"], ["Locatie"]]
    # The form that came back knows it as well, without the tick.
    weer = mijn | {"samenvatting": "Anders"} | met_keuze(getoond)
    del weer["toch_bewaren"]
    assert gelezen(een.post(adres, weer))[1] == [["Samenvatting"], ["Locatie"]]
