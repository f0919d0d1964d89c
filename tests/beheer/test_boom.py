"""Nobody can put a page in the wrong place."""

import pytest
from wagtail.models import Page, get_page_models

from home.models import HomePage, InformatiePage
from kernpagina.models import (
    AgendaItemPage,
    AgendaPage,
    KernagendaPage,
    KernPage,
    OproepenPage,
    OproepPage,
)
from projecten.models import ProjectenPage, ProjectPage
from tests import factories

# Every parent with the only types that may stand below it; see "The tree" in docs/begrippen.md.
BOOM = {
    Page: {HomePage},
    HomePage: {KernPage, InformatiePage},
    InformatiePage: {InformatiePage},
    KernPage: {KernagendaPage, AgendaPage, ProjectenPage, OproepenPage},
    KernagendaPage: set(),
    AgendaPage: {AgendaItemPage},
    AgendaItemPage: set(),
    ProjectenPage: {ProjectPage},
    ProjectPage: set(),
    OproepenPage: {OproepPage},
    OproepPage: set(),
}
EEN_PER_KERN = [KernagendaPage, AgendaPage, ProjectenPage, OproepenPage]


def test_elk_paginatype_staat_in_de_tabel():
    assert set(get_page_models()) == set(BOOM)


@pytest.mark.parametrize("ouder", BOOM, ids=lambda model: model.__name__)
def test_alleen_deze_typen_mogen_eronder(ouder):
    assert set(ouder.allowed_subpage_models()) - {Page} == BOOM[ouder]
    for model in get_page_models():
        if model is not Page:
            assert (ouder in model.allowed_parent_page_models()) == (model in BOOM[ouder]), model


@pytest.fixture
def ouders(beesd, agenda, projecten, oproepen, kernagenda):
    """One page of every type, by type; the root of the tree is a plain Page."""
    paginas = [
        Page.get_first_root_node(),
        beesd.get_parent().specific,
        factories.InformatiePageFactory(),
        factories.KernPageFactory(lijsten=False),
        kernagenda,
        agenda,
        factories.AgendaItemPageFactory(parent=agenda),
        projecten,
        factories.ProjectPageFactory(parent=projecten),
        oproepen,
        factories.OproepPageFactory(parent=oproepen),
    ]
    return {type(pagina): pagina for pagina in paginas}


@pytest.mark.parametrize(
    "kind", [model for model in BOOM if model is not Page], ids=lambda model: model.__name__
)
def test_maken_en_verplaatsen_kan_alleen_waar_het_hoort(ouders, kind):
    assert set(ouders) == set(BOOM)
    mag_onder = {model for model, pagina in ouders.items() if kind.can_create_at(pagina)}
    assert mag_onder == {ouder for ouder, kinderen in BOOM.items() if kind in kinderen}
    verplaatsbaar_naar = {model for model, pagina in ouders.items() if ouders[kind].can_move_to(pagina)}
    assert verplaatsbaar_naar <= mag_onder


@pytest.mark.parametrize("lijst", EEN_PER_KERN, ids=lambda model: model.__name__)
def test_een_kern_heeft_er_hoogstens_een(beesd, lijst):
    assert not lijst.can_create_at(beesd)
    zonder_lijsten = factories.KernPageFactory(lijsten=False)
    assert lijst.can_create_at(zonder_lijsten)
    assert factories.lijst_van(beesd, lijst).can_move_to(zonder_lijsten)
    andere = factories.KernPageFactory()
    assert not factories.lijst_van(beesd, lijst).can_move_to(andere)


@pytest.mark.parametrize(
    "model", [model for model in BOOM if model is not Page], ids=lambda model: model.__name__
)
def test_elk_type_vertelt_wat_het_is(model):
    assert model.page_description.endswith((".", "!")), "zinnen, voor de keuzelijst van de redacteur"
    assert str(model._meta.verbose_name) == str(model._meta.verbose_name).lower()
