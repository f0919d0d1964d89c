"""Searching in the admin finds what somebody may know of, in each list and chooser, for each role."""

import pytest
from django.urls import reverse

from tests.dorp import agenda_item
from tests.factories import DocumentFactory, ImageFactory
from tests.werkplek.hulp import als

ROLLEN = ("redactie-beesd", "communicatie", "beheer")
ADRESSEN = (
    "/cms/choose-page/search/?q={}",
    "/cms/choose-page/search/?q={}&page_type=kernpagina.agendaitempage",
    "/cms/pages/search/?q={}",
    "/cms/pages/search/results/?q={}",
    "/cms/images/chooser/results/?q={}",
    "/cms/documents/chooser/results/?q={}",
    "/cms/images/results/?q={}",
    "/cms/documents/results/?q={}",
)


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("adres", ADRESSEN)
def test_wie_zoekt_vindt(dorp, rol, adres):
    agenda_item(dorp.agenda, "Kerstmarkt", live=True)
    ImageFactory(title="Kerstmarkt"), DocumentFactory(title="Kerstmarkt")
    antwoord = als(dorp, rol).get(adres.format("kerstmarkt"))
    assert antwoord.status_code == 200
    # An editor may not choose the files of the municipality's own collection.
    if rol != "redactie-beesd" or "page" in adres:
        assert "Kerstmarkt" in antwoord.content.decode()


def test_een_kiezer_zoekt_niet_in_concepten_van_een_ander(dorp):
    agenda_item(dorp.agenda, "Kerstmarkt", live=False)
    adres = "/cms/choose-page/search/?q=kerstmarkt"
    assert "Kerstmarkt" not in als(dorp, "redactie-heukelum").get(adres).content.decode()
    assert "Kerstmarkt" in als(dorp, "redactie-beesd").get(adres).content.decode()


def test_of_a_page_of_another_kern_the_answer_is_the_same_online_or_not(dorp):
    items = [agenda_item(dorp.agenda, f"Avond {live}", live=live) for live in (True, False)]
    vreemde = als(dorp, "redactie-heukelum")
    for naam in (
        "wagtailadmin_pages:edit",
        "wagtailadmin_pages:history",
        "werkplek:bijeenkomst",
        "werkplek:veranderd",
    ):
        assert [vreemde.get(reverse(naam, args=[item.pk])).status_code for item in items] == [404, 404], naam
    # Its page as visitors read it can be chosen to link to.
    assert vreemde.get(reverse("wagtailadmin_choose_page_child", args=[dorp.agenda.pk])).status_code == 200
