"""The search page: stemming, typing errors, choices, and nothing found."""

import pytest
from django.core.cache import cache

from projecten.models import ProjectPage
from tests import factories


@pytest.fixture(autouse=True)
def _paginas(beesd, agenda, projecten):
    cache.clear()
    factories.ProjectPageFactory(parent=projecten, title="Nieuwe speeltuin")
    factories.AgendaItemPageFactory(parent=agenda, title="Bouwdag speeltuin")
    yield
    cache.clear()


def zoek(client, vraag: str, **keuze: str) -> str:
    antwoord = client.get("/zoeken/", {"q": vraag, **keuze})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_stam(client) -> None:
    assert "2 gevonden" in zoek(client, "speeltuinen")


@pytest.mark.parametrize("tikfout", ["speltuin", "speelltuin", "Speeltiun", "nieuwe speltuin"])
def test_tikfout(client, tikfout: str) -> None:
    html = zoek(client, tikfout)
    assert "We zochten op" in html
    assert "Nieuwe speeltuin" in html


def test_wat_weg_is_wordt_niet_voorgesteld(client) -> None:
    """Not for a minute: the words that are kept go with the page they came from."""
    project = ProjectPage.objects.get()
    project.title = "Zeppelinhaven"
    project = factories.publiceer(project)
    assert "zeppelinhaven" in zoek(client, "zepelinhaven").lower()
    factories.depubliceer(project)
    assert "zeppelin" not in zoek(client, "zepelinhaven").lower()


def test_keuze_van_soort_en_kern(client) -> None:
    assert "Projecten (1)" in zoek(client, "speeltuin")
    html = zoek(client, "speeltuin", soort="projectpage", kern="beesd")
    assert "1 gevonden" in html
    assert "Bouwdag" not in html
    assert "2 gevonden" in zoek(client, "speeltuin", soort="user", kern="nee")


def test_niets(client) -> None:
    html = zoek(client, "xyzzy")
    assert "We vonden niets" in html
    assert "Ga naar je kern" in html


@pytest.mark.parametrize("vraag", ["\x00", "'\"<script>", "a" * 5000, "!!!", "& | ! ( )", "%", "\\"])
def test_elke_vraag_mag(client, vraag: str) -> None:
    assert "<script>" not in zoek(client, vraag)
