"""How much an editor's work asks the database, as a stock Wagtail counts it for the same people (docs/meten.md)."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.formulier import bewerk_url, lees_formulier
from tests.werkplek.hulp import als

# A stock Wagtail: 20, 36, 32 and 61; 21, 30, 30 and 21; 26 and 27; 108 and 103. Its page has no child rows, no version and
# no languages.
MEESTE = {
    "redactie, bureau": 22,
    "redactie, lijst": 37,
    "redactie, formulier": 38,
    "redactie, zoeken": 22,
    "communicatie, bureau": 25,
    "communicatie, lijst": 34,
    "communicatie, formulier": 36,
    "communicatie, zoeken": 21,
    "beheer, lijst": 30,
    "beheer, formulier": 33,
    "indienen": 93,
    "goedkeuren": 90,
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

    schermen = {
        "bureau": "/cms/",
        "lijst": lijst,
        "formulier": formulier,
        "zoeken": "/cms/pages/search/?q=dorp",
    }
    clients = {"redactie": redactie, "communicatie": communicatie, "beheer": als(dorp, "beheer")}
    for naam, client in clients.items():
        for wat, adres in schermen.items():
            if f"{naam}, {wat}" in MEESTE:
                client.get(adres)
                tel(f"{naam}, {wat}", client.get, adres)
    velden = lees_formulier(redactie, formulier) | {"title": ["Anders"], "action-submit": ["1"]}
    tel("indienen", redactie.post, formulier, velden)
    wacht = AgendaItemPage.objects.get(pk=item.pk).current_workflow_task_state
    goedkeuren = reverse("wagtailadmin_pages:workflow_action", args=[item.pk, "approve", wacht.pk])
    tel("goedkeuren", communicatie.post, goedkeuren, {"comment": ""})
    assert AgendaItemPage.objects.get(pk=item.pk).title == "Anders"
    assert {wat: aantal for wat, aantal in gesteld.items() if aantal > MEESTE[wat]} == {}, gesteld
