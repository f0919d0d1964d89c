"""The pages of her own kernen that an editor finds on the front page of the admin, with what can be done with each."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.tijd import vandaag
from kernpagina.keuzes import AgendaStatus
from kernpagina.models import AgendaItemPage, OproepenPage
from projecten.models import ProjectenPage
from tests import factories
from tests.dorp import agenda_item, dien_in
from tests.formulier import lees_formulier
from werkplek.mijn_paginas import HOEVEEL, paginas_van

from .hulp import als

NU = timezone.now().replace(second=0, microsecond=0)
LANG_GELEDEN, STRAKS = NU - timedelta(days=30), NU + timedelta(days=30)


@pytest.fixture
def redacteur(dorp):
    return dorp.gebruikers["redactie-beesd"]


def rijen(gebruiker) -> dict[str, list[str]]:
    """By title, what can be done."""
    return {
        rij.pagina.title: [label for label, _ in rij.acties]
        for soort in paginas_van(gebruiker, vandaag())
        for rij in soort.rijen
    }


def test_each_page_with_what_can_be_done_with_it_now(dorp, redacteur):
    agenda_item(dorp.agenda, "Komt", live=True, begin=STRAKS)
    agenda_item(dorp.agenda, "Met lijst", live=True, begin=STRAKS, aanmelden="hier")
    agenda_item(dorp.agenda, "Was", live=True, begin=LANG_GELEDEN)
    agenda_item(dorp.agenda, "Verteld", live=True, begin=LANG_GELEDEN, verslag="<p>Gezellig.</p>")
    af = {"status": AgendaStatus.GEANNULEERD, "toelichting": "Te weinig mensen."}
    agenda_item(dorp.agenda, "Afgelast", live=True, begin=STRAKS, **af)
    dien_in(agenda_item(dorp.agenda, "Wacht", live=False, begin=STRAKS, eigenaar=redacteur), redacteur)
    agenda_item(dorp.agenda_heukelum, "Van een ander", live=True, begin=STRAKS)
    factories.ProjectPageFactory(parent=ProjectenPage.objects.child_of(dorp.beesd).get(), title="Speeltuin")
    op = vandaag()
    factories.OproepPageFactory(
        parent=OproepenPage.objects.child_of(dorp.beesd).get(),
        title="Denk mee",
        opent=op - timedelta(days=20),
        sluit=op - timedelta(days=10),
        terugkoppeling_uiterlijk=op + timedelta(days=10),
    )
    assert rijen(redacteur) == {
        "Komt": ["Bewerken", "Afgelasten", "Affiche", "Herhalen", "Maak er nog een"],
        "Met lijst": ["Bewerken", "Afgelasten", "Affiche", "Herhalen", "Wie komen er?", "Maak er nog een"],
        "Afgelast": ["Bewerken", "Maak er nog een"],
        "Wacht": ["Bekijken", "Herhalen", "Maak er nog een"],
        "Was": ["Bewerken", "Verslag maken", "Maak er nog een"],
        "Verteld": ["Bewerken", "Maak er nog een"],
        "Speeltuin": ["Bewerken", "Maak er nog een"],
        "Denk mee": [
            "Bewerken",
            "Uitkomst vertellen",
            "Reacties invoeren",
            "Reacties koppelen",
            "Maak er nog een",
        ],
    }
    # Each leads to a part of the form that is there.
    client = als(dorp, "redactie-beesd")
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    for soort in paginas_van(redacteur, op):
        for rij in soort.rijen:
            assert rij.stand in html
            for _, adres in rij.acties:
                assert adres in html
                pad, _, deel = adres.partition("#")
                assert not deel or f'id="{deel}"' in client.get(pad).content.decode()
        for _, adres in soort.alles:
            assert client.get(adres).status_code == 200


def test_a_state_says_when_it_is_and_where_it_stands(dorp, redacteur):
    dien_in(agenda_item(dorp.agenda, "Wacht", live=False, begin=STRAKS, eigenaar=redacteur), redacteur)
    ((rij,),) = [soort.rijen for soort in paginas_van(redacteur, vandaag())]
    assert rij.stand.endswith(", bij Communicatie")
    assert str(STRAKS.year) in rij.stand


def test_the_list_is_bounded_and_costs_the_same(dorp, redacteur):
    agenda_item(dorp.agenda, "Eerste", live=True, begin=STRAKS)
    agenda_item(dorp.agenda, "Oudste", live=True, begin=LANG_GELEDEN)
    rijen(redacteur)  # what the site remembers of addresses
    with CaptureQueriesContext(connection) as een:
        rijen(redacteur)
    for nummer in range(10):
        for begin in (STRAKS, LANG_GELEDEN):
            moment = begin + timedelta(hours=nummer)
            dien_in(agenda_item(dorp.agenda, f"{begin:%m} {nummer}", live=True, begin=moment), redacteur)
    with CaptureQueriesContext(connection) as veel:
        assert len(rijen(redacteur)) == sum(HOEVEEL)
    assert len(veel) == len(een), [vraag["sql"] for vraag in veel]


def test_who_edits_two_kernen_sees_both(dorp, redacteur):
    redacteur.groups.add(Group.objects.get(name="Redactie Heukelum"))
    agenda_item(dorp.agenda, "Hier", live=True, begin=STRAKS)
    agenda_item(dorp.agenda_heukelum, "Daar", live=True, begin=STRAKS)
    assert rijen(redacteur).keys() == {"Hier", "Daar"}
    (soort,) = paginas_van(redacteur, vandaag())
    assert [label for label, _ in soort.alles] == [
        "Alle agenda-items van Beesd",
        "Alle agenda-items van Heukelum",
    ]


def test_calling_off_begins_with_the_state_filled_in_and_keeps_nothing_yet(dorp, redacteur):
    item = agenda_item(dorp.agenda, "Komt", live=True, begin=STRAKS)
    ((rij,),) = [soort.rijen for soort in paginas_van(redacteur, vandaag())]
    adres, _, plek = dict(rij.acties)["Afgelasten"].partition("#")
    client = als(dorp, "redactie-beesd")
    assert plek == "id_toelichting"
    assert lees_formulier(client, adres)["status"] == [AgendaStatus.GEANNULEERD]
    assert lees_formulier(client, adres.partition("?")[0])["status"] == [AgendaStatus.GEPLAND]
    assert item.get_latest_revision_as_object().status == AgendaStatus.GEPLAND
    gegevens = lees_formulier(client, adres) | {"toelichting": "De zaal is dicht.", "action-submit": "1"}
    client.post(adres.partition("?")[0], gegevens)
    wacht = AgendaItemPage.objects.get(pk=item.pk)
    assert wacht.workflow_in_progress
    assert wacht.get_latest_revision_as_object().geannuleerd


def test_what_was_never_online_comes_last_and_has_nothing_to_call_off(dorp, redacteur):
    agenda_item(dorp.agenda, "Kopie", live=False, begin=NU + timedelta(days=1))
    agenda_item(dorp.agenda, "Komt", live=True, begin=STRAKS)
    agenda_item(dorp.agenda, "Nooit geweest", live=False, begin=NU - timedelta(days=3))
    agenda_item(dorp.agenda, "Was", live=True, begin=LANG_GELEDEN)
    assert list(rijen(redacteur).items()) == [
        ("Komt", ["Bewerken", "Afgelasten", "Affiche", "Herhalen", "Maak er nog een"]),
        ("Was", ["Bewerken", "Verslag maken", "Maak er nog een"]),
        ("Kopie", ["Bewerken", "Herhalen", "Maak er nog een"]),
        ("Nooit geweest", ["Bewerken", "Maak er nog een"]),
    ]


def test_drafts_dont_push_what_is_online_out_of_the_list(dorp, redacteur):
    for dag in range(1, HOEVEEL[0] + 2):
        agenda_item(dorp.agenda, f"Concept {dag}", live=False, begin=NU + timedelta(days=dag))
    agenda_item(dorp.agenda, "Komt", live=True, begin=STRAKS)
    assert next(iter(rijen(redacteur))) == "Komt"


def test_the_lists_of_the_admin_say_when_it_is(dorp, redacteur):
    item = agenda_item(dorp.agenda, "Oogstfeest", live=True, begin=STRAKS)
    client = als(dorp, "redactie-beesd")
    for adres in (
        reverse("wagtailadmin_explore", args=[dorp.agenda.pk]),
        reverse("wagtailadmin_pages:search") + "?q=Oogstfeest",
    ):
        rij = (
            BeautifulSoup(client.get(adres).content, "html.parser")
            .select_one("[data-listing-page-title]")
            .parent
        )
        assert rij.select_one(".werkplek-wanneer").get_text(strip=True) == item.tijdstip(), adres
    af = {"status": AgendaStatus.GEANNULEERD, "toelichting": "Te weinig mensen."}
    agenda_item(dorp.agenda_heukelum, "Afgelast", live=True, begin=STRAKS, **af)
    lijst = als(dorp, "communicatie").get(reverse("wagtailadmin_explore", args=[dorp.agenda_heukelum.pk]))
    assert f"{item.tijdstip()}, gaat niet door" in lijst.content.decode()
