"""The forms in the admin are plain: little to fill in, the rest folded, Dutch labels, one sentence of help."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import FieldPanel, PanelPlaceholder, get_edit_handler
from wagtail.models import Page

from kernpagina.models import AgendaItemPage, OproepPage
from tests import factories
from tests.formulier import lees_formulier, paginatypen

EIGEN_APPS = {"core", "projecten", "kernpagina", "home"}
# Dates that a page can't be saved without, not even as a draft.
DATUMS = {
    AgendaItemPage: {"begin": ["2026-06-10 19:30"]},
    OproepPage: {
        "opent": ["2026-06-01"],
        "sluit": ["2026-06-30"],
        "terugkoppeling_uiterlijk": ["2026-08-01"],
    },
}
TYPEN = pytest.mark.parametrize("model", paginatypen(), ids=lambda model: model.__name__)


def velden_in(panels, ingeklapt=False):
    """Every field on the form with whether it is folded away."""
    for paneel in panels:
        if isinstance(paneel, PanelPlaceholder):
            paneel = paneel.construct()
        dicht = ingeklapt or "collapsed" in (paneel.classname or "")
        if isinstance(paneel, FieldPanel):
            yield paneel.field_name, dicht
        yield from velden_in(getattr(paneel, "children", []), dicht)


def in_te_vullen(model):
    """The fields that a volunteer has to fill in: required, and nothing chosen beforehand."""
    handler = model.get_edit_handler()
    formulier = handler.get_form_class()(for_user=AnonymousUser())
    op_het_scherm = {naam for naam, _ in velden_in(handler.children)}
    verplicht = (naam for naam, veld in formulier.fields.items() if veld.required and naam in op_het_scherm)
    return {naam for naam in verplicht if not formulier[naam].value()}


def test_een_agenda_item_is_zo_ingevuld(db):
    assert in_te_vullen(AgendaItemPage) - {"slug"} == {"title", "begin", "locatie"}
    open_panelen = [p for p in AgendaItemPage.content_panels if "collapsed" not in (p.classname or "")]
    assert len(open_panelen) <= 5


@pytest.mark.parametrize("getypt", ["24-11-2027 19:30", "24-11-2027 19.30", "2027-11-24 19:30"])
def test_een_tijd_mag_je_schrijven_zoals_je_gewend_bent(db, getypt):
    veld = AgendaItemPage.get_edit_handler().get_form_class()(for_user=AnonymousUser()).fields["begin"]
    begin = timezone.localtime(veld.clean(getypt))
    assert begin.isoformat() == "2027-11-24T19:30:00+01:00"
    assert veld.widget.format_value(begin) == "24-11-2027 19:30"


@TYPEN
def test_wat_verplicht_is_staat_open(db, model):
    dicht = {naam for naam, ingeklapt in velden_in(model.content_panels) if ingeklapt}
    assert not dicht & in_te_vullen(model)


def eigen_velden(model):
    """The fields that people may edit and that this project adds to a page and to its parts."""
    relaties = [rel.related_model for rel in get_all_child_relations(model)]
    onderdelen = [deel for deel in relaties if deel._meta.app_label in EIGEN_APPS]
    for deel in (model, *onderdelen):
        formulier = get_edit_handler(deel).get_form_class()
        eigen = {veld.name: veld for veld in deel._meta.get_fields()}
        for veld in (eigen[naam] for naam in formulier.base_fields if naam in eigen):
            if veld.model._meta.app_label != "wagtailcore" and not isinstance(veld, ParentalKey):
                yield deel, veld


@TYPEN
def test_labels_en_hulp_zijn_kort_en_nederlands(model):
    for deel, veld in eigen_velden(model):
        waar = f"{deel.__name__}.{veld.name}"
        assert veld.verbose_name[0].islower(), waar
        assert "_" not in veld.verbose_name, f"{waar} heeft geen label"
        hulp = str(veld.help_text)
        assert len(re.findall(r"\.(?:\s|$)", hulp)) <= 1, f"{waar}: {hulp}"
        assert len(hulp) <= 100, f"{waar}: {hulp}"


@pytest.fixture
def ouder_van(beesd, agenda, projecten, oproepen):
    leeg = factories.KernPageFactory(lijsten=False)
    ouders = [Page.get_first_root_node(), beesd.get_parent().specific, leeg, agenda, projecten, oproepen]
    return lambda model: next(ouder for ouder in ouders if model.can_create_at(ouder))


@TYPEN
def test_een_concept_met_alleen_het_hoogstnodige_laat_zich_bekijken(beheer, ouder_van, model):
    """Editors look at a draft before all is filled in."""
    ouder = ouder_van(model)
    gegevens = model._meta.app_label, model._meta.model_name, ouder.pk
    formulier = lees_formulier(beheer, reverse("wagtailadmin_pages:add", args=gegevens))
    voorbeeld = reverse("wagtailadmin_pages:preview_on_add", args=gegevens)
    ingevuld = {"title": ["Nog niet af"], "slug": ["nog-niet-af"]} | DATUMS.get(model, {})
    antwoord = beheer.post(voorbeeld, formulier | ingevuld)
    assert antwoord.json()["is_valid"]
    antwoord = beheer.get(voorbeeld)
    assert antwoord.status_code == 200
    assert "Nog niet af" in antwoord.content.decode()


@TYPEN
def test_het_formulier_gaat_open(beheer, ouder_van, model):
    ouder = ouder_van(model)
    url = reverse("wagtailadmin_pages:add", args=(model._meta.app_label, model._meta.model_name, ouder.pk))
    assert lees_formulier(beheer, url)["title"] == [""]
