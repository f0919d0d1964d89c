"""A page that is online in which nothing is different: no draft that somebody would have to finish."""

from core.tijd import vandaag
from tests.dorp import agenda_item
from tests.formulier import bewerk_url, lees_formulier
from werkplek.bureau import bureau_van

from .hulp import als, meldingen, vers


def test_what_is_online_already_makes_no_draft(dorp):
    """Neither a button nor autosave, also not where something was typed and put back."""
    item = agenda_item(dorp.agenda, "Schouw", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    client, adres = als(dorp, "redactie-beesd"), bewerk_url(item)
    velden = lees_formulier(client, adres)
    assert "geen concept bewaard" in meldingen(client.post(adres, velden, follow=True))
    assert vers(item).latest_revision_id == item.latest_revision_id
    vanzelf = {"accept": "application/json"}
    for titel, stand in (("Andere schouw", "online, wijziging in concept"), ("Schouw", "online")):
        antwoord = client.post(adres, velden | {"title": titel}, headers=vanzelf).json()
        assert antwoord["success"]
        velden |= {"overwrite_revision_id": str(antwoord["revision_id"])}
        bureau = bureau_van(dorp.gebruikers["redactie-beesd"], vandaag())
        assert vers(item).status_string == stand
        assert [pagina.pk for pagina in bureau.concepten] == [item.pk] * (stand != "online")


def test_an_older_draft_that_says_what_is_online_is_none_once_somebody_submits_it(dorp):
    item = agenda_item(dorp.agenda, "Schouw", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    vers(item).save_revision(user=dorp.gebruikers["redactie-beesd"])
    assert vers(item).status_string == "online, wijziging in concept"
    client, adres = als(dorp, "redactie-beesd"), bewerk_url(item)
    client.post(adres, lees_formulier(client, adres) | {"action-submit": "1"})
    assert vers(item).status_string == "online"
