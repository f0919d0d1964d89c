"""Every page is complete, semantic HTML from the server."""

from functools import cache
from itertools import pairwise

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from wagtail.models import PageViewRestriction

from home.models import HomePage
from kernpagina.models import AgendaPage, KernagendaPage, KernPage, OproepenPage
from projecten.models import ProjectenPage, ProjectPage
from tests import factories
from tests.factories import depubliceer, publiceer
from tests.publiek.conftest import NU, maak_punten

PAGINAS = {
    "voorpagina": "/",
    "informatie": "/over-ons/",
    "kern": "/beesd/",
    "kernagenda": "/beesd/kernagenda/",
    "agenda": "/beesd/agenda/",
    "agenda-item": "/beesd/agenda/avond/",
    "projecten": "/beesd/projecten/",
    "project": "/beesd/projecten/speeltuin/",
    "oproepen": "/beesd/meedoen/",
    "oproep": "/beesd/meedoen/denk-mee/",
    "alle agenda's": "/agenda/",
    "alle oproepen": "/meedoen/",
    "alle projecten": "/projecten/",
    "alle punten": "/kernagendapunten/",
    "zoeken": "/zoeken/?q=speeltuin",
    "niet gevonden": "/bestaat-niet/",
}
VOET = ["/toegankelijkheid/", "/privacy/", "/beveiliging/", "/contact/"]
ONDER_DE_VOORPAGINA = [
    "informatie",
    "kernagenda",
    "agenda",
    "agenda-item",
    "projecten",
    "project",
    "oproepen",
    "oproep",
]
PER_PAGINA = pytest.mark.parametrize("naam", PAGINAS)
BLOKKEN = [
    ("oproepen", {"titel": "", "aantal": 12}),
    ("agenda", {"titel": "", "aantal": 12}),
    ("kernagenda", {"titel": "", "aantal": 12, "alleen_prioriteit": False}),
    ("projecten", {"titel": "", "aantal": 12}),
    ("inwonersgroepen", None),
]


@pytest.fixture(scope="module")
def _gevuld_dorp(_dorp, django_db_blocker):
    """One of everything, at the addresses above: once for this module, because it takes many queries."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(NU, tick=False):
        factories.InformatiePageFactory(title="Over ons")
        for titel in ("Over", "Toegankelijkheid", "Privacy", "Beveiliging", "Contact"):
            factories.InformatiePageFactory(title=titel, rol=titel.lower())
        beesd = KernPage.objects.get()
        lijst_van, begin = factories.lijst_van, factories.moment("2026-06-20 20:00")
        factories.AgendaItemPageFactory(parent=lijst_van(beesd, AgendaPage), title="Avond", begin=begin)
        factories.ProjectPageFactory(parent=lijst_van(beesd, ProjectenPage), title="Speeltuin")
        factories.OproepPageFactory(parent=lijst_van(beesd, OproepenPage), title="Denk mee")
        maak_punten(lijst_van(beesd, KernagendaPage), 2, factories.ThemaFactory(name="Wonen"))
        beesd.inhoud = BLOKKEN
        publiceer(beesd)
        yield cache(lambda url, status: lees(Client(), url, status))
        transaction.set_rollback(True)


@pytest.fixture
def dorp(_gevuld_dorp, home):
    return home


def lees(client, url, status=200):
    antwoord = client.get(url)
    assert antwoord.status_code == status, url
    return BeautifulSoup(antwoord.content, "html.parser")


@pytest.fixture
def pagina(_gevuld_dorp, dorp, naam):
    """The page of this name as a visitor gets it; don't change it, others read it too."""
    return _gevuld_dorp(PAGINAS[naam], 404 if naam == "niet gevonden" else 200)


@PER_PAGINA
def test_taal_titel_en_een_h1(pagina):
    assert pagina.html["lang"] == "nl"
    assert len(pagina.find_all("h1")) == 1
    assert pagina.title.string.strip().endswith("| Bloei!")
    assert pagina.title.string.strip(" |\n") != "Bloei!"


@PER_PAGINA
def test_koppen_slaan_geen_niveau_over(pagina):
    niveaus = [int(kop.name[1]) for kop in pagina.main.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
    assert niveaus[0] == 1
    assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus)), niveaus


@PER_PAGINA
def test_overslaanlink_en_herkenningspunten(pagina):
    eerste_link = pagina.body.find("a")
    assert pagina.find(id=eerste_link["href"].removeprefix("#")).name == "main"
    for punt in ("header", "main", "footer"):
        assert len(pagina.body.find_all(punt, recursive=False)) == 1, punt
    menus = [naam_van(pagina, nav) for nav in pagina.find_all("nav")]
    assert all(menus), "elk menu heeft een naam"
    assert len(menus) == len(set(menus))


def naam_van(pagina, element):
    """The accessible name of a landmark."""
    if "aria-labelledby" in element.attrs:
        return pagina.find(id=element["aria-labelledby"]).get_text(strip=True)
    return element.get("aria-label")


@PER_PAGINA
def test_kenmerken_zijn_uniek_en_velden_hebben_een_label(pagina):
    kenmerken = [element["id"] for element in pagina.find_all(id=True)]
    assert len(kenmerken) == len(set(kenmerken))
    labels = {label.get("for") for label in pagina.find_all("label")}
    for veld in pagina.find_all(["input", "select", "textarea"]):
        if veld.get("type") not in ("hidden", "submit"):
            assert veld.get("id") in labels or veld.get("aria-label"), veld


@PER_PAGINA
def test_niets_van_elders_en_geen_script_of_stijl_in_de_pagina(pagina):
    for element in pagina.find_all(["script", "img", "source", "iframe", "link"]):
        bron = element.get("src") or element.get("srcset") or element.get("href") or ""
        vreemd = bron.startswith(("http:", "https:", "//")) and element.get("rel") not in (
            ["canonical"],
            ["alternate"],
        )
        assert not vreemd or "localhost" in bron, element
    gegevens = "application/ld+json"  # read by search engines, run by nobody
    assert not [s for s in pagina.find_all("script") if not s.get("src") and s.get("type") != gegevens]
    assert not pagina.find_all("style")
    assert not pagina.find_all(style=True)


@PER_PAGINA
def test_te_vinden_en_te_delen(pagina):
    """What a search engine and a shared link show: never empty, and one address."""

    def van(**kenmerk):
        [meta] = pagina.head.find_all("meta", attrs=kenmerk)
        return meta["content"]

    assert 20 < len(van(name="description")) <= 160
    assert van(property="og:description") == van(name="description")
    assert van(property="og:title")
    assert van(property="og:image").startswith("http://localhost/deelbeeld/")
    [canoniek] = pagina.head.find_all("link", rel="canonical")
    assert canoniek["href"] == van(property="og:url")
    assert canoniek["href"].startswith("http://localhost/")
    assert "?" not in canoniek["href"]


@PER_PAGINA
def test_lijsten_van_feiten_houden_zich_aan_html(pagina):
    """html-validate lets anything stand in a group of a `dl`; the Nu checker of the W3C doesn't."""
    for lijst in pagina.find_all("dl"):
        assert {
            kind.name
            for groep in lijst.find_all("div", recursive=False)
            for kind in groep.find_all(True, recursive=False)
        } <= {"dt", "dd"}


@PER_PAGINA
def test_de_voet_leidt_naar_wat_de_wet_vraagt(pagina):
    adressen = [link["href"] for link in pagina.footer.find_all("a")]
    assert [adres for adres in adressen if adres in VOET] == VOET


@pytest.mark.parametrize("naam", ONDER_DE_VOORPAGINA)
def test_kruimelpad(pagina, naam):
    kruimels = pagina.find("nav", attrs={"aria-label": "Kruimelpad"}).find_all("li")
    assert kruimels[-1]["aria-current"] == "page"
    adressen = [kruimel.a["href"] for kruimel in kruimels[:-1]]
    assert adressen[0] == "/"
    assert adressen == sorted(adressen, key=len)
    assert all(PAGINAS[naam].startswith(adres) for adres in adressen)


@pytest.mark.parametrize("naam", ["kern"])
def test_vanaf_de_kern_naar_alles(pagina):
    adressen = {link["href"] for link in pagina.find_all("a", href=True)}
    for soort in ("kernagenda", "agenda", "projecten", "meedoen"):
        assert f"/beesd/{soort}/" in adressen
    assert {"/beesd/agenda/avond/", "/beesd/projecten/speeltuin/", "/beesd/meedoen/denk-mee/"} <= adressen


@pytest.fixture(scope="module")
def antwoordt(_gevuld_dorp):
    """The status at an address; most links stand on every page, so it is asked once."""
    return cache(lambda adres: Client().get(adres).status_code)


@PER_PAGINA
def test_geen_link_wijst_naar_niets(antwoordt, pagina):
    """Links inside the site work, and so do the places they point at on this page."""
    for link in pagina.find_all("a", href=True):
        adres, _, plek = link["href"].partition("#")
        assert link["href"] not in ("", "#", "None"), link
        if not adres and plek:
            assert pagina.find(id=plek), link
        elif adres.startswith("/") and not adres.endswith((".pdf", ".ics", ".png")):
            assert antwoordt(adres) == 200, link


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
    def project(self, dorp, projecten):
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
