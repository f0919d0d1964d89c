"""What a page refers to and the words it's found by are written once, of what is saved, with all its rows."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch.conf import get_app_config
from wagtail.models import ReferenceIndex
from wagtail.search import index

from core.goedkeuring.bestanden import is_openbaar
from core.models import BloeiDocument
from kernpagina.models import AgendaBijlage, AgendaItemPage
from tests import factories
from tests.dorp import agenda_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def stukken() -> list[BloeiDocument]:
    namen = ("een", "twee", "drie")
    return [
        BloeiDocument.objects.create(title=naam, file=ContentFile(naam.encode(), f"{naam}.txt"))
        for naam in namen
    ]


def naslag_van(pagina) -> tuple[set, list]:
    """What is kept of a page: its references, and its words."""
    verwijst = ReferenceIndex.get_references_for_object(pagina).values_list("to_object_id", "content_path")
    woorden = get_app_config().get_model("IndexEntry").objects.filter(object_id=str(pagina.pk))
    return set(verwijst), list(woorden.values_list("title_text", "body_text"))


def opnieuw(pagina) -> tuple[set, list]:
    """The same, after Wagtail made it anew from the database."""
    vers = type(pagina)._base_manager.get(pk=pagina.pk)
    ReferenceIndex.create_or_update_for_object(vers)
    index.insert_or_update_object(vers)
    return naslag_van(vers)


def test_of_a_page_with_rows_it_is_written_once(dorp, stukken):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=True)
    for stuk in stukken:
        item.bijlagen.add(AgendaBijlage(document=stuk))
    with CaptureQueriesContext(connection) as vragen:
        factories.publiceer(item)
    gelezen = [v["sql"] for v in vragen if v["sql"].startswith('SELECT "wagtailcore_referenceindex"."id"')]
    assert len(gelezen) == 1
    assert {pk for pk, _ in naslag_van(item)[0]} >= {str(stuk.pk) for stuk in stukken}
    assert naslag_van(item) == opnieuw(item)


def test_a_document_that_was_taken_off_a_page_is_closed_at_once(dorp, stukken):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=True)
    for stuk in stukken:
        item.bijlagen.add(AgendaBijlage(document=stuk))
    factories.publiceer(item)
    assert [is_openbaar(stuk) for stuk in stukken] == [True, True, True]
    item = AgendaItemPage.objects.get(pk=item.pk)
    item.bijlagen.set(item.bijlagen.all()[:1])
    factories.publiceer(item)
    assert [is_openbaar(stuk) for stuk in stukken] == [True, False, False]
    assert naslag_van(item) == opnieuw(item)
    item.bijlagen.set([])
    factories.publiceer(item)
    assert not is_openbaar(stukken[0])


def test_a_draft_writes_nothing(dorp, stukken):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=True)
    voor = naslag_van(item)
    item = AgendaItemPage.objects.get(pk=item.pk)
    item.title = "Geheim concept"
    item.bijlagen.add(AgendaBijlage(document=stukken[0]))
    with CaptureQueriesContext(connection) as vragen:
        item.save_revision()
    assert [v["sql"] for v in vragen if "referenceindex" in v["sql"] or "indexentry" in v["sql"]] == []
    assert naslag_van(item) == voor == opnieuw(item)


def test_of_some_fields_that_are_saved_the_others_in_memory_are_not_written(dorp, stukken):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=False)
    item = AgendaItemPage.objects.get(pk=item.pk)
    item.title, item.samenvatting = "Zomerfeest", "Geheim concept"
    item.bijlagen.add(AgendaBijlage(document=stukken[0]))
    item.save(update_fields=["title"])
    verwijst, woorden = naslag_van(item)
    assert str(stukken[0].pk) not in {pk for pk, _ in verwijst}
    assert "zomerfeest" in str(woorden).lower()
    assert "geheim" not in str(woorden).lower()
    assert naslag_van(item) == opnieuw(item)


def test_a_row_that_is_saved_by_itself_counts(dorp, stukken):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=True)
    AgendaBijlage.objects.create(agenda_item=item, document=stukken[0])
    assert str(stukken[0].pk) in {pk for pk, _ in naslag_van(item)[0]}


def test_a_page_that_is_deleted_leaves_nothing(dorp, stukken):
    item = agenda_item(dorp.agenda, "Dorpsborrel", live=False)
    item.bijlagen.add(AgendaBijlage(document=stukken[0]))
    item.save()
    pk = item.pk
    AgendaItemPage.objects.get(pk=pk).delete()
    item.pk = pk
    assert naslag_van(item) == (set(), [])
