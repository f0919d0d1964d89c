"""A copy is something new: what came of the one before isn't in it. A translation is the same, and keeps it."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import querydict_from_html

from kernpagina.models import AgendaItemPage, OproepenPage, OproepPage
from projecten.models import ProjectenPage
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


def test_another_one_begins_in_the_form_without_its_days(dorp, avond, oproep):
    """Wagtail's button for copying leads there; nothing is made until somebody types."""
    redacteur = als(dorp, "redactie-beesd")
    hoeveel = Page.objects.count()
    fase = {"titel": "Timmeren", "begin": date(2026, 1, 1)}
    project = factories.ProjectPageFactory(
        parent=factories.lijst_van(dorp.beesd, ProjectenPage), status="uitvoering"
    )
    project.fasen.create(**fase)
    project.mijlpalen.create(titel="Klaar", datum=date(2026, 2, 1))
    factories.publiceer(project)
    for pagina in (avond, oproep, project):
        antwoord = redacteur.get(reverse("wagtailadmin_pages:copy", args=[pagina.pk]), follow=True)
        nieuw = antwoord.context["form"].instance
        assert (nieuw.pk, nieuw.slug, nieuw.title) == (None, pagina.slug, pagina.title)
        dagen = ("begin", "einde", "opent", "sluit", "terugkoppeling_uiterlijk")
        assert {getattr(nieuw, dag, None) for dag in dagen} == {None}
        assert [deel.titel for deel in getattr(nieuw, "programma", nieuw.revisions).all()] in ([], ["Koffie"])
    assert [(deel.titel, deel.begin) for deel in nieuw.fasen.all()] == [("Timmeren", None)]
    assert (nieuw.status, nieuw.mijlpalen.count()) == ("", 0)
    assert Page.objects.count() == hoeveel + 1


def test_its_form_makes_one_page_with_its_rows(dorp, avond):
    adres = f"{reverse('wagtailadmin_pages:add', args=['kernpagina', 'agendaitempage', dorp.agenda.pk])}?net-als={avond.pk}"
    redacteur = als(dorp, "redactie-beesd")
    velden = querydict_from_html(redacteur.get(adres).content.decode(), form_id="page-edit-form").copy()
    nu = {"begin": "24-11-2031 19:30", "inhoud-count": "0", "action-submit": "ja"}
    redacteur.post(adres, dict(velden.items()) | nu)
    nieuw = AgendaItemPage.objects.get(slug="avond-2")
    assert nieuw.workflow_in_progress
    assert velden_van_nieuw(nieuw) == ("Nieuw", "gepland", ["Koffie"], 0)


def velden_van_nieuw(pagina) -> tuple:
    rijen = [deel.titel for deel in pagina.programma.all()]
    return pagina.samenvatting, pagina.status, rijen, pagina.afspraken.count()


def test_of_what_somebody_may_not_edit_nothing_is_filled_in(dorp, avond):
    adres = reverse("wagtailadmin_pages:add", args=["kernpagina", "agendaitempage", dorp.agenda_heukelum.pk])
    antwoord = als(dorp, "redactie-heukelum").get(f"{adres}?net-als={avond.pk}")
    assert antwoord.context["form"].instance.title == ""
