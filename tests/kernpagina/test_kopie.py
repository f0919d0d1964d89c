"""A copy is something new: what came of the one before isn't in it. A translation is the same, and keeps it."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Locale

from kernpagina.models import AgendaItemPage, OproepenPage, OproepPage
from tests import factories
from tests.dorp import agenda_item
from tests.werkplek.hulp import als

AFGELAST = {
    "status": "geannuleerd", "toelichting": "Te nat.", "aanmelden_tot": date(2026, 6, 1), "verslag": "<p>Kort</p>",
    "aantal_aanwezigen": 12,
}  # fmt: skip
NIEUW = {
    "status": "gepland", "toelichting": "", "aanmelden_tot": None, "verslag": "", "aantal_aanwezigen": None,
}  # fmt: skip
UITKOMST = {"uitkomst": "<p>Het plein</p>", "motivering": "<p>Daarom</p>"}


@pytest.fixture
def avond(dorp):
    """A meeting that was called off, online with an agreement, and changed since in a draft."""
    avond = agenda_item(
        dorp.agenda, "Avond", live=False, eigenaar=dorp.gebruikers["redactie-beesd"], **AFGELAST
    )
    avond.afspraken.create(wat="Bellen")
    avond.programma.create(titel="Koffie")
    factories.publiceer(avond)
    avond = AgendaItemPage.objects.get(pk=avond.pk)
    avond.samenvatting = "Nieuw"
    avond.save_revision()
    return avond


@pytest.fixture
def oproep(dorp):
    return factories.OproepPageFactory(parent=factories.lijst_van(dorp.beesd, OproepenPage), **UITKOMST)


def velden(pagina, namen) -> dict:
    return {naam: getattr(pagina, naam) for naam in namen}


def in_alle_gedaanten(pagina) -> list:
    """The row, and every version that was copied with it."""
    return [pagina, *(versie.as_object() for versie in pagina.revisions.all())]


def is_nieuw(kopie: AgendaItemPage) -> None:
    gedaanten = in_alle_gedaanten(kopie)
    assert len(gedaanten) > 1
    for gedaante in gedaanten:
        assert velden(gedaante, NIEUW) == NIEUW
        assert not gedaante.afspraken.exists()
    for gedaante in (kopie, kopie.get_latest_revision_as_object()):
        assert [deel.titel for deel in gedaante.programma.all()] == ["Koffie"]


def test_a_copy_made_in_the_admin_goes_on(dorp, avond):
    gegevens = {
        "new_title": "Nog een avond",
        "new_slug": "nog-een",
        "new_parent_page": dorp.agenda.pk,
    }
    als(dorp, "redactie-beesd").post(reverse("wagtailadmin_pages:copy", args=[avond.pk]), gegevens)
    kopie = AgendaItemPage.objects.get(slug="nog-een")
    is_nieuw(kopie)
    assert kopie.get_latest_revision_as_object().samenvatting == "Nieuw"
    oud = AgendaItemPage.objects.get(pk=avond.pk)
    assert velden(oud, AFGELAST) == AFGELAST
    assert oud.afspraken.count() == 1


def test_so_does_a_copy_with_a_whole_village(dorp, avond, oproep):
    kopie = dorp.beesd.copy(recursive=True, update_attrs={"slug": "kopie"}, keep_live=False)
    is_nieuw(AgendaItemPage.objects.descendant_of(kopie).get())
    for gedaante in in_alle_gedaanten(OproepPage.objects.descendant_of(kopie).get()):
        assert set(velden(gedaante, UITKOMST).values()) == {""}
        assert gedaante.vraag == oproep.vraag


def test_a_translation_keeps_it_and_the_next_copy_doesnt(avond, oproep):
    engels, _ = Locale.objects.get_or_create(language_code="en")
    vertaling = avond.copy_for_translation(engels, copy_parents=True)
    for gedaante in in_alle_gedaanten(AgendaItemPage.objects.get(pk=vertaling.pk)):
        assert velden(gedaante, AFGELAST) == AFGELAST
        assert [afspraak.wat for afspraak in gedaante.afspraken.all()] == ["Bellen"]
    vertaald = oproep.copy_for_translation(engels, copy_parents=True)
    assert velden(OproepPage.objects.get(pk=vertaald.pk), UITKOMST) == UITKOMST
    is_nieuw(avond.copy(update_attrs={"slug": "daarna"}, keep_live=False))
