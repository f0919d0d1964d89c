"""Every page is complete, semantic HTML from the server."""

from functools import cache
from itertools import pairwise

import pytest
from django.test import Client

from tests.publiek.conftest import VOET

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
    "alle afspraken": "/afspraken/",
    "voortgang": "/voortgang/",
    "zoeken": "/zoeken/?q=speeltuin",
    "niet gevonden": "/bestaat-niet/",
}
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


@pytest.fixture
def pagina(_gevuld_dorp, gevuld_dorp, naam):
    """The page of this name as a visitor gets it; don't change it, others read it too."""
    return _gevuld_dorp(PAGINAS[naam], 404 if naam == "niet gevonden" else 200)


@PER_PAGINA
def test_taal_titel_en_een_h1(pagina, naam):
    assert pagina.html["lang"] == "nl"
    assert len(pagina.find_all("h1")) == 1
    titel = pagina.title.string.strip()
    assert titel == "Bloei!" if naam == "voorpagina" else titel.endswith("| Bloei!")
    assert titel.strip(" |") != "Bloei!" or naam == "voorpagina"


@PER_PAGINA
def test_op_papier_staat_waar_het_vandaan_komt(pagina, naam):
    adres = pagina.select_one(".bloei-papieradres")
    if naam == "niet gevonden":
        assert adres is None
    else:
        # Of a search with what was asked, of a list without its filters.
        assert adres.get_text().removeprefix("http://localhost") == PAGINAS[naam]


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
