"""How much an editor's work asks the database, as a stock Wagtail counts it for the same people (docs/meten.md)."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.formulier import bewerk_url, lees_formulier
from tests.werkplek.hulp import als

# A stock Wagtail: 20, 36 and 32; 21, 30 and 30; 108 and 103. Its page has no child rows, no version and no languages.
MEESTE = {
    "redactie, bureau": 39,
    "redactie, lijst": 41,
    "redactie, formulier": 54,
    "communicatie, bureau": 30,
    "communicatie, lijst": 38,
    "communicatie, formulier": 51,
    "indienen": 139,
    "goedkeuren": 182,
}


def test_a_working_day_asks_no_more_than_it_did(dorp):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    lijst, formulier = reverse("wagtailadmin_explore", args=[dorp.agenda.pk]), bewerk_url(item)
    redactie, communicatie = als(dorp, "redactie-beesd"), als(dorp, "communicatie")
    gesteld = {}

    def tel(wat: str, vraag, *args) -> None:
        with CaptureQueriesContext(connection) as vragen:
            assert vraag(*args).status_code in (200, 302), wat
        gesteld[wat] = len(vragen)

    for naam, client in (("redactie", redactie), ("communicatie", communicatie)):
        for wat, adres in (("bureau", "/cms/"), ("lijst", lijst), ("formulier", formulier)):
            client.get(adres)
            tel(f"{naam}, {wat}", client.get, adres)
    velden = lees_formulier(redactie, formulier) | {"title": ["Anders"], "action-submit": ["1"]}
    tel("indienen", redactie.post, formulier, velden)
    wacht = AgendaItemPage.objects.get(pk=item.pk).current_workflow_task_state
    goedkeuren = reverse("wagtailadmin_pages:workflow_action", args=[item.pk, "approve", wacht.pk])
    tel("goedkeuren", communicatie.post, goedkeuren, {"comment": ""})
    assert AgendaItemPage.objects.get(pk=item.pk).title == "Anders"
    assert {wat: aantal for wat, aantal in gesteld.items() if aantal > MEESTE[wat]} == {}, gesteld
