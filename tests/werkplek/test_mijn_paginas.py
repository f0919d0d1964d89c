"""The pages of her own kernen that an editor finds on the front page of the admin, with what can be done with each."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.tijd import vandaag
from kernpagina.keuzes import AgendaStatus
from kernpagina.models import OproepenPage
from projecten.models import ProjectenPage
from tests import factories
from tests.dorp import agenda_item, dien_in
from werkplek.mijn_paginas import KOMEND, VOORBIJ, paginas_van

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
        "Komt": ["Bewerken", "Afgelasten", "Kopiëren"],
        "Afgelast": ["Bewerken", "Kopiëren"],
        "Wacht": ["Bekijken", "Kopiëren"],
        "Was": ["Bewerken", "Verslag maken", "Kopiëren"],
        "Verteld": ["Bewerken", "Kopiëren"],
        "Speeltuin": ["Bewerken"],
        "Denk mee": ["Bewerken", "Uitkomst vertellen"],
    }
    # Each leads to a part of the form that is there.
    client = als(dorp, "redactie-beesd")
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    for soort in paginas_van(redacteur, op):
        for rij in soort.rijen:
            assert rij.stand in html
            for _, adres in rij.acties:
                assert adres in html
                deel = adres.partition("#")[2]
                assert not deel or f'id="{deel}"' in client.get(adres).content.decode()
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
    with CaptureQueriesContext(connection) as een:
        rijen(redacteur)
    for nummer in range(10):
        for begin in (STRAKS, LANG_GELEDEN):
            moment = begin + timedelta(hours=nummer)
            dien_in(agenda_item(dorp.agenda, f"{begin:%m} {nummer}", live=True, begin=moment), redacteur)
    with CaptureQueriesContext(connection) as veel:
        assert len(rijen(redacteur)) == KOMEND + VOORBIJ
    assert len(veel) == len(een), [vraag["sql"] for vraag in veel]


def test_who_edits_two_kernen_sees_both(dorp, redacteur):
    redacteur.groups.add(Group.objects.get(name="Redactie Heukelum"))
    agenda_item(dorp.agenda, "Hier", live=True, begin=STRAKS)
    agenda_item(dorp.agenda_heukelum, "Daar", live=True, begin=STRAKS)
    assert rijen(redacteur).keys() == {"Hier", "Daar"}
    (soort,) = paginas_van(redacteur, vandaag())
    assert [label for label, _ in soort.alles] == [
        "Alle bijeenkomsten van Beesd",
        "Alle bijeenkomsten van Heukelum",
    ]
