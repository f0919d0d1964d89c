"""A project that is about another village too, with a translation: once there, in the language of who reads."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from core.tijd import vandaag
from kernpagina.begin import begin_van
from kernpagina.models import OproepenPage
from projecten.models import ProjectenPage, ProjectPage
from tests import factories
from tests.talen.vertaler import publiceer, vertaal

TITELS = {"": "Ommetje", "/pl": "pl: Ommetje"}


@pytest.fixture
def elders(dorp) -> ProjectPage:
    """In another village, and about Beesd; with a call, and both in Polish."""
    ver = factories.KernPageFactory(parent=dorp.beesd.get_parent().specific, title="Ver")
    project = factories.ProjectPageFactory(parent=factories.lijst_van(ver, ProjectenPage), title="Ommetje")
    project.ook_in_kernen = [dorp.beesd.page_ptr]
    project = publiceer(project)
    oproep = factories.OproepPageFactory(
        parent=factories.lijst_van(ver, OproepenPage), title="Denk mee", project=project,
        opent=vandaag(), sluit=vandaag() + timedelta(days=9), terugkoppeling_uiterlijk=vandaag() + timedelta(days=30),
    )  # fmt: skip
    for pagina in (project, oproep):
        vertaal(pagina, "pl")
    return project


@pytest.mark.parametrize("taal", TITELS)
def test_it_stands_once_in_every_list_of_that_village(client, dorp, elders, taal):
    html = client.get(f"{taal}/beesd/projecten/").content.decode()
    assert html.count(f"{TITELS[taal]}</a>") == 1
    assert ("pl: Ommetje" in html) is (taal == "/pl")
    for adres in (f"{taal}/insluiten/beesd/projecten", f"{taal}/projecten/?kern=beesd"):
        assert client.get(adres).content.decode().count("Ommetje</a>") == 1, adres
    assert client.get("/api/v1/projecten?kern=beesd").json()["aantal"] == 1


@pytest.mark.parametrize("taal", ["nl", "pl"])
def test_it_stands_once_where_a_village_has_nothing_yet(dorp, elders, taal):
    with override(taal):
        begin = begin_van(dorp.beesd, vandaag())
        assert [pagina.pk for pagina in begin["projecten"]] == [elders.pk]
        assert len(begin["oproepen"]) == 1
