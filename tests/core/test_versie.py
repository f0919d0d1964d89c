"""What a version says of a page is read without looking for that page once more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kernpagina.models import AgendaItemPage, ProgrammaOnderdeel
from tests import factories
from tests.dorp import agenda_item

pytestmark = pytest.mark.django_db


def vragen_om_te_lezen(item: AgendaItemPage, rijen: int) -> int:
    item.programma.set([ProgrammaOnderdeel(titel=f"Deel {nummer}", duur=15) for nummer in range(rijen)])
    versie = item.save_revision()
    versie = type(versie).objects.get(pk=versie.pk)
    with CaptureQueriesContext(connection) as vragen:
        tekst = versie.as_object()
    assert [deel.titel for deel in tekst.programma.all()] == [f"Deel {nummer}" for nummer in range(rijen)]
    assert {deel.agenda_item for deel in tekst.programma.all()} <= {tekst}
    return len(vragen)


def test_of_a_version_with_many_rows_as_little_is_asked_as_of_one(dorp):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=True)
    assert vragen_om_te_lezen(item, 5) == vragen_om_te_lezen(item, 1)


def test_rows_of_a_version_become_rows_of_its_page(dorp):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=True)
    vragen_om_te_lezen(item, 3)
    factories.publiceer(item.get_latest_revision_as_object())
    eerst = list(ProgrammaOnderdeel.objects.values_list("agenda_item", "titel"))
    assert eerst == [(item.pk, f"Deel {nummer}") for nummer in range(3)]
