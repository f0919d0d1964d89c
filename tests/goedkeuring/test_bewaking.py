"""The guard itself, without the admin around it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.forms import get_document_form
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.goedkeuring.bestanden import BestandBeleid
from core.goedkeuring.bewaking import NietGoedgekeurd
from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiDocument, BloeiImage, Goedkeuring
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item, dien_in, keur_goed


@pytest.fixture
def concept(dorp):
    return agenda_item(dorp.agenda, "Concept", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


def test_publishing_without_approval_is_refused(dorp, concept):
    for user in (None, *dorp.gebruikers.values()):
        with pytest.raises(NietGoedgekeurd):
            concept.get_latest_revision().publish(user=user, skip_permission_checks=True)
    assert not AgendaItemPage.objects.get(pk=concept.pk).live


def test_writing_a_live_row_is_refused(dorp):
    pagina = agenda_item(dorp.agenda, "Openbaar", live=True)
    pagina.locatie = "elders"
    with pytest.raises(NietGoedgekeurd):
        pagina.save()
    basis = Page.objects.get(pk=pagina.pk)
    basis.title = "Anders"
    with pytest.raises(NietGoedgekeurd):
        basis.save()


def test_a_live_row_with_the_same_text_may_be_saved(dorp):
    agenda_item(dorp.agenda, "Openbaar", live=True).save()


def test_approval_by_someone_else_publishes(dorp, concept):
    _, wacht = dien_in(concept, dorp.gebruikers["redactie-beesd"], title="Feest")
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    pagina = AgendaItemPage.objects.get(pk=concept.pk)
    assert pagina.live
    assert pagina.title == "Feest"
    assert Goedkeuring.objects.get().gebruikt_op


def test_what_was_submitted_stands_still(dorp, concept):
    _, wacht = dien_in(concept, dorp.gebruikers["redactie-beesd"])
    versie = wacht.revision
    versie.content = versie.content | {"title": "Anders"}
    with pytest.raises(NietGoedgekeurd):
        versie.save()


def test_only_an_approved_version_is_planned(concept):
    versie = concept.get_latest_revision()
    versie.approved_go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(NietGoedgekeurd):
        versie.save()


@pytest.mark.parametrize("wie", ["redactie-beesd", "redactie-beesd-2", "beheer"])
def test_who_is_not_of_communicatie_does_not_approve(dorp, concept, wie):
    _, wacht = dien_in(concept, dorp.gebruikers["redactie-beesd"])
    with pytest.raises(PermissionDenied):
        keur_goed(wacht, dorp.gebruikers[wie])
    assert not AgendaItemPage.objects.get(pk=concept.pk).live


@pytest.mark.parametrize("model", [BloeiImage, BloeiDocument])
def test_our_policy_for_files_is_the_one_that_wagtail_asks(model):
    """Wagtail registers its own while starting; the order of INSTALLED_APPS decides who comes last."""
    assert isinstance(policy_registry.get_by_type(model), BestandBeleid)


def test_a_document_on_a_live_page_keeps_its_file_whatever_the_form_does(dorp):
    """Wagtail's form throws the old file away before it writes the row; between its first check and that, a page may go live."""
    document = BloeiDocument.objects.create(title="Stuk", file=ContentFile(b"oud", "stuk.txt"))
    pagina = agenda_item(dorp.agenda, "Met stuk", live=True)
    with zonder_goedkeuring("tests"):
        pagina.bijlagen.create(document=document)
        pagina.save()
    formulier = get_document_form(BloeiDocument)(
        {"title": "Stuk", "collection": document.collection_id},
        {"file": ContentFile(b"nieuw", "nieuw.txt")},
        instance=BloeiDocument.objects.get(pk=document.pk),
        user=dorp.gebruikers["communicatie"],
    )
    assert formulier.is_valid(), formulier.errors
    with pytest.raises(NietGoedgekeurd):
        formulier.save()
    assert BloeiDocument.objects.get(pk=document.pk).file.read() == b"oud"
