"""What counts as content: whatever a visitor reads, in the order in which it stands; and nothing that a form makes anew."""

from itertools import pairwise
from uuid import uuid4

import pytest
from django.test import Client
from modelcluster.models import get_all_child_relations
from taggit.models import ItemBase
from wagtail.models import Revision

from core.goedkeuring.vingerafdruk import BOEKHOUDING, _zonder_ids, inhoud, vingerafdruk
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.factories import ImageFactory
from tests.formulier import bewerk_url, lees_formulier, paginatypen

# For the content types of pages that are made in memory.
pytestmark = pytest.mark.django_db

KINDEREN = [
    (model, relatie.get_accessor_name())
    for model in paginatypen()
    for relatie in get_all_child_relations(model)
    if relatie.get_accessor_name() not in BOEKHOUDING
]


def kind_van(model, naam):
    relaties = {relatie.get_accessor_name(): relatie for relatie in get_all_child_relations(model)}
    return relaties[naam].related_model


def pagina_met_rijen(model, naam):
    """A page in memory with two rows of one kind; every text in them says which row it is."""
    kind = kind_van(model, naam)
    rijen = []
    for nummer in range(2):
        rij = kind()
        for veld in kind._meta.concrete_fields:
            if veld.get_internal_type() in ("CharField", "TextField") and not veld.choices:
                setattr(rij, veld.name, f"{veld.name} {nummer}"[: veld.max_length])
            elif veld.is_relation and veld.name in ("document", "tag"):
                setattr(rij, veld.attname, nummer + 1)
        if hasattr(kind, "sort_order_field"):
            rij.sort_order = nummer
        rijen.append(rij)
    pagina = model(title="Met rijen", slug="met-rijen")
    setattr(pagina, naam, rijen)
    return pagina


@pytest.mark.parametrize(("model", "naam"), KINDEREN, ids=lambda deel: getattr(deel, "__name__", deel))
def test_what_a_new_row_gets_at_each_post_is_not_content(model, naam):
    pagina = pagina_met_rijen(model, naam)
    eerst = inhoud(pagina)
    for nummer, rij in enumerate(getattr(pagina, naam).all()):
        rij.pk = 7000 + nummer
        if hasattr(rij, "sort_order"):
            rij.sort_order = 10 + 3 * nummer
        if hasattr(rij, "translation_key"):
            rij.translation_key = uuid4()
            rij.locale_id = 5
    assert inhoud(pagina) == eerst


@pytest.mark.parametrize(("model", "naam"), KINDEREN, ids=lambda deel: getattr(deel, "__name__", deel))
def test_a_row_more_or_less_or_in_another_place_is_content(model, naam):
    pagina = pagina_met_rijen(model, naam)
    eerst = inhoud(pagina)
    een, twee = getattr(pagina, naam).all()
    setattr(pagina, naam, [een])
    assert inhoud(pagina) != eerst
    setattr(pagina, naam, [een, twee])
    assert inhoud(pagina) == eerst
    if issubclass(kind_van(model, naam), ItemBase):
        setattr(pagina, naam, [twee, een])
        assert inhoud(pagina) == eerst, "themes have no order"
    else:
        een.sort_order, twee.sort_order = 1, 0
        assert inhoud(pagina) != eerst


def test_every_page_type_with_rows_is_looked_at():
    assert {model.__name__ for model, _ in KINDEREN} == {
        "AgendaItemPage",
        "KernPage",
        "OproepPage",
        "ProjectPage",
    }
    assert len(KINDEREN) >= 8


def test_a_block_that_calls_a_part_page_or_pk_is_content():
    """Only the keys of rows are left out, not what is called the same somewhere in a text."""
    blok = {"type": "knop", "id": "x", "value": {"page": 3, "pk": 4, "locale": "nl", "id": "y"}}
    assert _zonder_ids([blok]) == [{"type": "knop", "value": {"page": 3, "pk": 4, "locale": "nl", "id": "y"}}]


AFSPRAKEN = {
    "afspraken-TOTAL_FORMS": "2",
    **{
        f"afspraken-{nummer}-{veld}": waarde
        for nummer in range(2)
        for veld, waarde in {
            "wat": f"Bankje {nummer}",
            "wie": "De gemeente",
            "wie_soort": "gemeente",
            "ORDER": f"{nummer + 1}",
        }.items()
    },
    "programma-TOTAL_FORMS": "1",
    "programma-0-titel": "Inloop",
    "programma-0-ORDER": "1",
}


def test_a_report_with_new_rows_on_a_live_page_is_approved_by_the_first_who_may(dorp):
    item = agenda_item(
        dorp.agenda,
        "Buurtavond",
        live=True,
        verslag="<p>Zo was het.</p>",
        eigenaar=dorp.gebruikers["redactie-beesd"],
    )
    redacteur, keurder = Client(), Client()
    redacteur.force_login(dorp.gebruikers["redactie-beesd"])
    keurder.force_login(dorp.gebruikers["communicatie"])
    velden = lees_formulier(redacteur, bewerk_url(item)) | AFSPRAKEN
    assert redacteur.post(bewerk_url(item), velden | {"action-submit": "1"}).status_code == 302
    knop = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    # As often as anybody looks at it and saves it unchanged.
    keurder.post(bewerk_url(item), lees_formulier(keurder, bewerk_url(item)))
    keurder.post(bewerk_url(item), lees_formulier(keurder, bewerk_url(item)) | knop)
    item = AgendaItemPage.objects.get(pk=item.pk)
    assert [afspraak.wat for afspraak in item.afspraken.all()] == ["Bankje 0", "Bankje 1"]
    assert [deel.titel for deel in item.programma.all()] == ["Inloop"]
    assert not item.has_unpublished_changes


def test_the_same_rows_saved_again_have_the_same_fingerprint(dorp):
    item = agenda_item(dorp.agenda, "Buurtavond", live=True)
    client = Client()
    client.force_login(dorp.gebruikers["redactie-beesd"])
    client.post(bewerk_url(item), lees_formulier(client, bewerk_url(item)) | AFSPRAKEN)
    for _ in range(2):
        client.post(bewerk_url(item), lees_formulier(client, bewerk_url(item)))
    versies = list(Revision.page_revisions.filter(object_id=str(item.pk)).order_by("-pk")[:3])
    assert all(vingerafdruk(een) == vingerafdruk(ander) for een, ander in pairwise(versies))


def test_the_words_of_a_picture_are_content(dorp):
    """Approved is what people see: with other words at its picture, a page is another."""
    foto = ImageFactory(alt_tekst="Een boom")
    item = agenda_item(dorp.agenda, "Met foto", live=False)
    item.foto = foto
    versie = item.save_revision()
    eerst = vingerafdruk(versie)
    type(foto).objects.filter(pk=foto.pk).update(alt_tekst="Iets anders")
    assert vingerafdruk(Revision.objects.get(pk=versie.pk)) != eerst
