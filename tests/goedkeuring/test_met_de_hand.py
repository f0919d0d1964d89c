"""Requests that no button makes: an editor who types numbers of another village into a form."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.goedkeuring.uitzondering import zonder_goedkeuring
from kernpagina.models import AgendaItemPage, OproepenPage, OproepPage
from tests.dorp import agenda_item
from tests.formulier import bewerk_url, lees_formulier

from .geheimen import GEHEIM


def wijst_naar(model: str, geheimen: dict[str, list]) -> dict[str, str]:
    """What a form of an agenda-item sends when it points at something of another kern."""
    if model == "bijlagen":
        return {
            "bijlagen-TOTAL_FORMS": "1",
            "bijlagen-0-document": str(geheimen["document_id"][0]),
            "bijlagen-0-ORDER": "1",
        }
    if model == "blok":
        return {
            "inhoud-count": "1",
            "inhoud-0-deleted": "",
            "inhoud-0-order": "0",
            "inhoud-0-type": "afbeelding",
            "inhoud-0-value-afbeelding": str(geheimen["image_id"][0]),
        }
    return {model: str(geheimen["image_id" if model == "foto" else "page_id"][0])}


@pytest.mark.parametrize("wat", ["foto", "bijlagen", "blok", "oproep"])
def test_a_form_made_by_hand_shows_nothing_of_another_kern(dorp, geheimen, vreemdeling, wat):
    if wat == "oproep":
        geheimen["page_id"] = [maak_oproep(dorp).pk]
    eigen = agenda_item(dorp.agenda_heukelum, "Van ons", live=False)
    adres = bewerk_url(eigen)
    velden = lees_formulier(vreemdeling, adres) | {"title": "Met iets vreemds"} | wijst_naar(wat, geheimen)
    for doel in (adres, reverse("wagtailadmin_pages:preview_on_edit", args=[eigen.pk])):
        antwoord = vreemdeling.post(doel, velden)
        assert antwoord.status_code in (302, 403)
        assert GEHEIM not in antwoord.content.decode()
    assert AgendaItemPage.objects.get(pk=eigen.pk).draft_title == "Van ons"
    # Whoever may know of it, may point at it; and then it stays when an editor goes on.
    kan_alles = Client()
    kan_alles.force_login(dorp.gebruikers["communicatie"])
    kan_alles.post(adres, velden)
    assert AgendaItemPage.objects.get(pk=eigen.pk).draft_title == "Met iets vreemds"
    velden = lees_formulier(vreemdeling, adres)
    vreemdeling.post(adres, velden | {"title": "Verder gewerkt"})
    assert AgendaItemPage.objects.get(pk=eigen.pk).draft_title == "Verder gewerkt"


@pytest.mark.parametrize(
    ("naam", "veld"), [("wagtailadmin_pages:copy", "new_parent_page"), ("bulk", "chooser")]
)
def test_a_refusal_names_no_draft_of_another_kern(dorp, geheimen, vreemdeling, naam, veld):
    eigen = agenda_item(dorp.agenda_heukelum, "Van ons", live=False)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={eigen.pk}"
    adres = bulk if naam == "bulk" else reverse(naam, args=[eigen.pk])
    antwoord = vreemdeling.post(
        adres, {"new_title": "Kopie", "new_slug": "kopie", veld: geheimen["page_id"][0]}, follow=True
    )
    assert GEHEIM not in antwoord.content.decode()


def maak_oproep(dorp) -> OproepPage:
    dag = timezone.localdate()
    with zonder_goedkeuring("tests"):
        return (
            OproepenPage.objects.child_of(dorp.beesd)
            .get()
            .add_child(
                instance=OproepPage(
                    title=f"Oproep {GEHEIM}",
                    live=False,
                    vraag="Wat vind je?",
                    soort="ideeën",
                    opent=dag,
                    sluit=dag,
                    terugkoppeling_uiterlijk=dag,
                    niveau="raadplegen",
                    offline_meedoen="In het dorpshuis",
                )
            )
        )
