"""Whoever wrote a page hears what happens to it, by whatever way it happens."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Revision

from berichten.models import Bericht, Soort
from core.models import BloeiImage
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item, dien_in, keur_goed
from werkplek import dienst, intrekken
from werkplek.models import Besluit

from .hulp import als, gezien, post


@pytest.fixture
def redacteur(dorp):
    return dorp.gebruikers["redactie-beesd"]


@pytest.fixture
def online(dorp, redacteur):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=redacteur)


def gepland(dorp, redacteur, titel: str, **velden) -> AgendaItemPage:
    """A page that was approved for tomorrow."""
    item = agenda_item(dorp.agenda, titel, live=False, eigenaar=redacteur, **velden)
    _, wacht = dien_in(item, redacteur, go_live_at=timezone.now() + timedelta(days=1))
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    return item


@pytest.mark.parametrize(
    ("naam", "argumenten"),
    [
        ("wagtailadmin_pages:unpublish", []),
        ("wagtail_bulk_action", ["wagtailcore", "page", "unpublish"]),
    ],
)
@pytest.mark.parametrize("wie", ["communicatie", "beheer"])
def test_only_the_button_that_asks_why_takes_a_page_off(dorp, online, wie, naam, argumenten):
    adres = reverse(naam, args=argumenten or [online.pk])
    als(dorp, wie).post(f"{adres}?id={online.pk}", {"confirm": online.pk})
    assert AgendaItemPage.objects.live().filter(pk=online.pk).exists()


def test_deleted_by_a_command_is_told_too(online, redacteur):
    """No button deletes what is online; it goes off first, with a reason."""
    verzoek = intrekken.vraag_intrekking(online, redacteur, "Klopt niet meer.")
    online.delete()
    assert not AgendaItemPage.objects.filter(pk=online.pk).exists()
    assert Bericht.objects.get(soort=Soort.INGETROKKEN).adres == "redactie-beesd@example.nl"
    assert not type(verzoek).objects.open().exists()


def test_taken_off_with_a_reason_is_told_once(dorp, online):
    intrekken.haal_weg(online, dorp.gebruikers["communicatie"], "Privacy.")
    assert "Reden: Privacy." in Bericht.objects.get(soort=Soort.INGETROKKEN).tekst


def test_what_ends_on_its_date_is_no_news(dorp, online):
    AgendaItemPage.objects.filter(pk=online.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    dienst.publiceer_gepland(timezone.now())
    assert not AgendaItemPage.objects.get(pk=online.pk).live
    assert not Bericht.objects.exists()


def test_who_asked_hears_that_a_page_stays(dorp, online, redacteur):
    verzoek = intrekken.vraag_intrekking(online, redacteur, "Liever niet.")
    intrekken.besluit_over(verzoek, dorp.gebruikers["communicatie"], Besluit.AFGEWEZEN)
    bericht = Bericht.objects.get(soort=Soort.INGETROKKEN)
    assert bericht.adres == "redactie-beesd@example.nl"
    assert "blijft staan" in bericht.tekst


def test_published_with_haste_is_told(dorp, redacteur):
    item = agenda_item(dorp.agenda, "Hoog water", live=False, eigenaar=redacteur)
    dorp.gebruikers["communicatie"].user_permissions.add(Permission.objects.get(codename="spoedpublicatie"))
    velden = {"reden": "Nu nodig.", "gezien": gezien(item)}
    als(dorp, "communicatie").post(reverse("werkplek:spoed", args=[item.pk]), velden)
    bericht = Bericht.objects.get(soort=Soort.GEPUBLICEERD)
    assert bericht.adres == "redactie-beesd@example.nl"
    assert "staat nu online" in bericht.tekst


def test_what_changed_after_it_was_approved_goes_back_to_its_writer(dorp, redacteur):
    foto = BloeiImage.objects.create(title="foto", file=get_test_image_file(), alt_tekst="het plein")
    item = gepland(dorp, redacteur, "Met foto", foto=foto)
    foto.alt_tekst = "iets heel anders"
    foto.save()
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert dienst.publiceer_gepland(timezone.now()) == 0
        dienst.publiceer_gepland(timezone.now())
    assert not AgendaItemPage.objects.get(pk=item.pk).live
    bericht = Bericht.objects.get(soort=Soort.GEPUBLICEERD)
    assert bericht.adres == "redactie-beesd@example.nl"
    assert "dien hem opnieuw in" in bericht.tekst


def test_one_planned_page_that_breaks_doesnt_keep_back_the_others(dorp, redacteur):
    kapot, heel = gepland(dorp, redacteur, "Kapot"), gepland(dorp, redacteur, "Heel")
    publiceer = Revision.publish

    def soms(versie, **kwargs):
        if versie.object_id == str(kapot.pk):
            raise RuntimeError("kapot")
        return publiceer(versie, **kwargs)

    with time_machine.travel(timezone.now() + timedelta(days=2)), patch.object(Revision, "publish", soms):
        assert dienst.publiceer_gepland(timezone.now()) == 1
    assert AgendaItemPage.objects.get(pk=heel.pk).live
    assert not AgendaItemPage.objects.get(pk=kapot.pk).live


def test_saved_once_more_a_text_stays_its_writers(dorp, redacteur):
    """Who of communications changed the text, doesn't approve it because an editor submitted it as it was."""
    schrijver, ander = dorp.gebruikers["communicatie"], dorp.gebruikers["communicatie-2"]
    item = agenda_item(dorp.agenda, "Samen", live=False, eigenaar=redacteur)
    concept = item.get_latest_revision_as_object()
    concept.samenvatting = "Geschreven door Communicatie."
    concept.save_revision(user=schrijver)
    _, wacht = dien_in(AgendaItemPage.objects.get(pk=item.pk), redacteur)
    acties = wacht.task.specific.get_actions
    item = AgendaItemPage.objects.get(pk=item.pk)
    assert "approve" not in [naam for naam, *_ in acties(item, schrijver)]
    assert "approve" in [naam for naam, *_ in acties(item, ander)]
    assert post(Soort.INGEDIEND) == {ander.email}
