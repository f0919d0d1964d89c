"""What a visitor gets where there is nothing to read: not yet, not for them, nothing there, or a fault of ours."""

import pytest
from wagtail.models import PageViewRestriction

from home.models import HomePage
from projecten.models import ProjectPage
from tests import factories
from tests.factories import depubliceer, publiceer
from tests.publiek.conftest import BLOKKEN, VOET, lees


def test_fout_op_de_server(client, home, monkeypatch):
    def stuk(*args):
        raise RuntimeError("stuk")

    monkeypatch.setattr(HomePage, "get_context", stuk)
    client.raise_request_exception = False
    pagina = lees(client, "/", 500)
    assert pagina.html["lang"] == "nl"
    assert "ging iets mis" in pagina.h1.get_text()
    assert [link["href"] for link in pagina.footer.find_all("a")] == VOET
    assert "stuk" not in pagina.get_text()


class TestNietOpenbaar:
    """What isn't public is nowhere to be found."""

    OVERZICHTEN = ("/", "/beesd/", "/beesd/projecten/", "/projecten/", "/zoeken/?q=fluisterproject")

    @pytest.fixture
    def project(self, gevuld_dorp, projecten):
        return factories.ProjectPageFactory(parent=projecten, title="Fluisterproject")

    def te_zien(self, client):
        return [url for url in self.OVERZICHTEN if "Fluisterproject" in client.get(url).content.decode()]

    def test_openbaar_wel(self, client, project):
        assert set(self.te_zien(client)) == set(self.OVERZICHTEN) - {"/"}
        assert client.get(project.url).status_code == 200
        assert client.get(f"/p/{project.pk}").status_code == 302
        assert client.get(f"/deelbeeld/{project.pk}.png").status_code == 200

    def test_concept(self, client, project):
        url, pk = project.url, depubliceer(project).pk
        assert self.te_zien(client) == []
        assert client.get(url).status_code == 404
        assert client.get(f"/p/{pk}").status_code == 404
        assert client.get(f"/deelbeeld/{pk}.png").status_code == 404

    def test_achter_een_wachtwoord(self, client, project):
        PageViewRestriction.objects.create(page=project, restriction_type="password", password="x")
        assert self.te_zien(client) == []
        assert b"samenvatting" not in client.get(project.url).content
        assert client.get(f"/deelbeeld/{project.pk}.png").status_code == 404

    def test_een_wijziging_die_nog_een_concept_is(self, client, project):
        project.samenvatting = "Dit weet nog niemand."
        project.save_revision()
        assert "Dit weet nog niemand." not in client.get(project.url).content.decode()


def test_een_kern_zonder_iets_is_ook_een_pagina(client, beesd):
    beesd.inhoud = BLOKKEN
    publiceer(beesd)
    for pad in ("", "kernagenda/", "agenda/", "projecten/", "meedoen/"):
        pagina = lees(client, f"/beesd/{pad}")
        assert pagina.main.get_text(strip=True)


def test_een_project_van_een_andere_kern_staat_in_de_lijst(client, beesd, projecten):
    heukelum = factories.KernPageFactory(title="Heukelum")
    elders = factories.ProjectPageFactory(
        parent=factories.lijst_van(heukelum, type(projecten)), title="Fietspad langs de Linge"
    )
    elders.ook_in_kernen.add(beesd.page_ptr)
    with factories.opzetten():
        elders.save()
    assert elders in ProjectPage.objects.over_kern(beesd)
    assert "Fietspad langs de Linge" in client.get("/beesd/projecten/").content.decode()
