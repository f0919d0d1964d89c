"""The form of a page that waits: who approves may change it there, and reads what becomes of that."""

import pytest
from bs4 import BeautifulSoup

from tests.dorp import agenda_item, dien_in
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als, meldingen, vers


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


@pytest.mark.parametrize("diende_in", ["redactie-beesd", "communicatie"])
def test_who_changes_what_waits_reads_of_a_button_that_is_there(dorp, item, diende_in):
    """Also who can't approve it: they submitted it."""
    dien_in(item, dorp.gebruikers[diende_in], title="Nieuw")
    client, adres = als(dorp, "communicatie"), bewerk_url(item)
    velden = lees_formulier(client, adres) | {"title": "Anders"}
    zin = client.post(adres, velden, headers={"accept": "application/json"}).json()["error_message"]
    assert "wordt daarom niet vanzelf bewaard" in zin
    knop = zin.split("Kies ‘")[1].split("’")[0]
    html = BeautifulSoup(client.get(adres).content, "html.parser")
    assert knop in [" ".join(k.get_text().split()) for k in html.select("#page-edit-form .footer button")]
    client.post(adres, velden)
    assert vers(item).get_latest_revision_as_object().title == "Anders"


@pytest.mark.parametrize("velden", [{}, {"doorgeven": "ja"}])
def test_a_change_that_is_none_makes_no_version_for_a_colleague_to_stumble_over(dorp, item, velden):
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nieuw")
    client, collega, adres = als(dorp, "communicatie"), als(dorp, "communicatie-2"), bewerk_url(item)
    gekeken = lees_formulier(collega, adres)
    versies = item.revisions.count()
    antwoord = client.post(adres, lees_formulier(client, adres) | velden, follow=True)
    assert "Je hebt niets veranderd, dus er is niets bewaard." in meldingen(antwoord)
    assert antwoord.redirect_chain == [(adres, 302)]
    assert item.revisions.count() == versies
    keur = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    assert "Goedgekeurd en online: Nieuw" in meldingen(collega.post(adres, gekeken | keur, follow=True))


def test_a_change_that_is_one_is_kept_and_a_second_press_says_so(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nieuw")
    client, adres = als(dorp, "communicatie"), bewerk_url(item)
    velden = lees_formulier(client, adres) | {"title": "Anders"}
    for _ in range(2):
        antwoord = client.post(adres, velden, follow=True)
        assert "niets veranderd" not in meldingen(antwoord)
        assert vers(item).get_latest_revision_as_object().title == "Anders"
    assert "Je wijziging is bewaard en wacht nu op een collega." in meldingen(antwoord)


def test_a_remark_beside_the_text_is_kept_without_a_change_in_it(dorp, item):
    """In Wagtail's margin; and whether one wants mail of those."""
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nieuw")
    client, adres = als(dorp, "communicatie"), bewerk_url(item)
    opmerking = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-id": "",
        "comments-0-contentpath": "title",
        "comments-0-text": "Mooi",
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    client.post(adres, lees_formulier(client, adres) | opmerking)
    assert [regel.text for regel in item.wagtail_admin_comments.all()] == ["Mooi"]
