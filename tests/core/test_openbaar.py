"""What is public: live, in the tree of a site, and behind no restriction, wherever that stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction

from core.goedkeuring.bestanden import is_openbaar as bestand_is_openbaar
from core.models import GemeenteInstellingen
from core.openbaar import is_openbaar, openbaar
from kernpagina.models import AgendaPage, KernagendaPage
from projecten.models import ProjectenPage, ProjectPage
from tests import factories
from tests.factories import depubliceer, lijst_van, onderdeel, publiceer, punt

pytestmark = pytest.mark.django_db
GEHEIM = "Zeppelinhaven"


@pytest.fixture
def project(beesd):
    return factories.ProjectPageFactory(
        parent=lijst_van(beesd, ProjectenPage), title=GEHEIM, foto=factories.ImageFactory()
    )


def concept(project):
    depubliceer(project)
    return project


def wachtwoord(project):
    PageViewRestriction.objects.create(page=project, restriction_type="password", password="x")
    return project


def erboven(project):
    PageViewRestriction.objects.create(page=project.get_parent(), restriction_type="login")
    return project


def spiegel(project):
    """The page that mirrors it, elsewhere, with the restriction on the mirrored one."""
    elders = factories.KernPageFactory(title="Heukelum")
    with factories.opzetten():
        alias = project.create_alias(parent=lijst_van(elders, ProjectenPage))
    wachtwoord(project)
    return ProjectPage.objects.get(pk=alias.pk)


def buiten_elke_site(project):
    los = factories.HomePageFactory(parent=factories.wortel(), title="Los", slug="los")
    with factories.opzetten():
        project.move(factories.KernPageFactory(parent=los, title="Elders"), pos="last-child")
    return project


VERBORGEN = pytest.mark.parametrize("verberg", [concept, wachtwoord, erboven, spiegel, buiten_elke_site])


@VERBORGEN
def test_what_is_hidden_is_public_in_no_way(project, verberg) -> None:
    pagina = Page.objects.get(pk=verberg(project).pk)
    assert pagina not in openbaar(Page.objects.all())
    assert pagina.specific not in ProjectPage.objects.openbaar()
    assert not is_openbaar(pagina)


def test_what_is_not_hidden_is_public_in_each_way(project) -> None:
    assert is_openbaar(project)
    assert project in ProjectPage.objects.openbaar()
    assert lijst_van(project.get_parent().get_parent(), KernagendaPage) in KernagendaPage.objects.openbaar()
    assert bestand_is_openbaar(project.foto)


@pytest.mark.parametrize("verberg", [concept, wachtwoord, erboven])
def test_a_picture_on_hidden_pages_only_is_not_public(project, verberg) -> None:
    verberg(project)
    assert not bestand_is_openbaar(project.foto)


def test_a_live_translation_is_public_in_its_own_tree(project) -> None:
    engels = Locale.objects.get_or_create(language_code="en")[0]
    vertaling = project.copy_for_translation(engels, copy_parents=True)
    assert not is_openbaar(vertaling)
    assert is_openbaar(publiceer(vertaling))


def test_asking_what_is_public_costs_no_query_of_its_own(project, django_assert_num_queries) -> None:
    wachtwoord(project)
    with django_assert_num_queries(1):
        assert not ProjectPage.objects.openbaar().exists()
    with django_assert_num_queries(1):
        assert not is_openbaar(project)


@pytest.mark.parametrize("verberg", [concept, wachtwoord, erboven])
def test_nothing_that_points_at_a_hidden_page_names_it(client, project, beesd, verberg) -> None:
    """Neither a meeting that belongs to it, nor the point of the kernagenda that it came from."""
    item = factories.AgendaItemPageFactory(parent=lijst_van(beesd, AgendaPage), project=project)
    kernagenda = lijst_van(beesd, KernagendaPage)
    veld = kernagenda._meta.get_field("onderdelen").stream_block
    punten = [onderdeel(factories.ThemaFactory(), punt("Een haven", project=project.pk))]
    kernagenda.onderdelen = veld.to_python(punten)
    publiceer(kernagenda)
    adressen = [item.url, kernagenda.url]
    for adres in adressen:
        assert GEHEIM in client.get(adres).content.decode()
    verberg(project)
    for adres in adressen:
        assert GEHEIM not in client.get(adres).content.decode()


def met_knoppen(beesd, *paginas):
    beesd.inhoud = [("knop", {"tekst": f"Naar {pagina.slug}", "pagina": pagina}) for pagina in paginas]
    return publiceer(beesd)


@VERBORGEN
def test_a_button_to_a_hidden_page_is_not_there(client, project, beesd, verberg) -> None:
    met_knoppen(beesd, project)
    assert f"Naar {project.slug}" in client.get(beesd.url).content.decode()
    met_knoppen(beesd, verberg(project))
    assert f"Naar {project.slug}" not in client.get(beesd.url).content.decode()


@pytest.mark.usefixtures("zonder_stukken")
def test_five_buttons_cost_as_many_queries_as_one(client, project, beesd) -> None:
    GemeenteInstellingen.load()  # made when it is first asked for, and that changes the content

    def kosten() -> int:
        client.get(beesd.url)
        with CaptureQueriesContext(connection) as vragen:
            client.get(beesd.url)
        return len(vragen)

    lijst = project.get_parent()
    met_knoppen(beesd, project)
    een = kosten()
    met_knoppen(beesd, project, *(factories.ProjectPageFactory(parent=lijst) for _ in range(4)))
    assert kosten() == een


@VERBORGEN
def test_a_hidden_page_has_no_short_address_and_no_picture(client, project, verberg) -> None:
    pagina = verberg(project)
    assert client.get(reverse("kort", args=[pagina.pk])).status_code == 404
    assert client.get(f"/deelbeeld/{pagina.pk}.png").status_code == 404
