"""A kind of page says itself what lists, feeds, search, menus and buttons need of it."""

import re

import pytest
from django.conf import settings
from django.db.models import CharField, TextField
from django.utils.translation import override
from wagtail.fields import RichTextField, StreamField
from wagtail.models import get_page_models

from core.models import BasePage, LijstPage
from kernpagina.models import KernPage
from tests import factories
from tests.factories import moment

# A page asks for its content type as soon as there is one.
pytestmark = pytest.mark.django_db

SOORTEN = [model for model in get_page_models() if issubclass(model, BasePage)]
PER_SOORT = pytest.mark.parametrize("model", SOORTEN, ids=lambda model: model.__name__)


@PER_SOORT
def test_the_fields_that_it_names_are_there(model) -> None:
    stromen = [veld.name for veld in model._meta.concrete_fields if isinstance(veld, StreamField)]
    assert [model.veld_inhoud] == stromen or (not stromen and issubclass(model, LijstPage))
    if model.veld_kort:
        kort = model._meta.get_field(model.veld_kort)
        assert isinstance(kort, TextField | CharField)
        assert not isinstance(kort, RichTextField)
    else:
        assert model.in_het_kort is not BasePage.in_het_kort


@PER_SOORT
def test_what_stands_alone_is_found_by_its_name_and_made_with_a_button(model) -> None:
    """A list is found as what is in it. It has a word in the menu; what stands in it has a button."""
    in_een_lijst = any(issubclass(ouder, LijstPage) for ouder in model.allowed_parent_page_models())
    assert bool(model.knop_nieuw) == in_een_lijst
    assert not (in_een_lijst and not model.zoeknaam)
    assert not (issubclass(model, LijstPage) and not model.menunaam)
    if model in KernPage.clean_subpage_models():
        assert model.menunaam
        assert "%(kern)s" in str(model.systeemtitel)


@PER_SOORT
def test_what_stands_in_a_list_has_a_sign(model) -> None:
    tekens = re.findall(r'<symbol id="([\w-]+)"', (settings.BASE_DIR / "static/beeld/iconen.svg").read_text())
    assert model.teken in tekens if model.knop_nieuw else not model.teken


def test_its_names_are_read_in_the_language_of_the_reader() -> None:
    namen = [naam for model in SOORTEN for naam in (model.zoeknaam, model.menunaam) if naam]
    with override("en"):
        assert "Projects" in map(str, namen)
    with override("nl"):
        assert "Projecten" in map(str, namen)


def test_when_it_is_over() -> None:
    item = factories.AgendaItemPageFactory.build(begin=moment("2026-06-10 19:30"), einde=None)
    assert item.eindigt() == moment("2026-06-11")
    assert factories.OproepPageFactory.build().eindigt() == moment("2026-07-01")
    assert factories.ProjectPageFactory.build().eindigt() is None


def test_in_short_is_plain_text() -> None:
    kernagenda = factories.KernagendaPageFactory._meta.model(
        inleiding="<p>Wonen &amp; werken</p><p>Samen.</p>"
    )
    assert kernagenda.in_het_kort() == "Wonen & werken Samen."
    assert factories.OproepPageFactory.build(vraag="Wie?\nEn wat?").in_het_kort() == "Wie?\nEn wat?"
