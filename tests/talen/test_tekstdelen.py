"""Every piece of text on a page says in which language it is; no Dutch interface text reaches who reads Polish."""

import re
from collections.abc import Iterator

import polib
import pytest
from bs4 import BeautifulSoup, NavigableString
from bs4.element import PreformattedString
from django.test import Client
from wagtail.models import Site

from core.talen.catalogi import catalogi
from tests.talen.vertaler import vertaal
from tests.talen.wereld import LIJSTEN, NL, maak_alles

# Names are the same in every language.
NAMEN = {
    "Bloei!",
    "Beesd",
    "Heukelum",
    "West Betuwe",
    "Online",
    "Agenda",
    "Projecten",
    "Meedoen",
    "Kernagenda",
}


@pytest.fixture(scope="module")
def wereld(_dorpen, django_db_blocker):
    with django_db_blocker.unblock():
        Site.clear_site_root_paths_cache()
        return maak_alles(_dorpen)


@pytest.fixture
def rij(wereld, db):
    Site.clear_site_root_paths_cache()
    return wereld


def tekstdelen(html: str) -> Iterator[tuple[str, str]]:
    """Each piece of text with the language that a browser takes it to be in; attributes that people hear as well."""
    soep = BeautifulSoup(html, "html.parser")
    for weg in soep(["script", "style", "svg"]):
        weg.decompose()
    for knoop in soep.find_all(string=True):
        if isinstance(knoop, PreformattedString) or not str(knoop).strip():
            continue
        assert isinstance(knoop, NavigableString)
        yield " ".join(str(knoop).split()), knoop.find_parent(attrs={"lang": True})["lang"]
    for element in soep.find_all(lambda tag: tag.has_attr("alt") or tag.has_attr("aria-label")):
        taal = element.get("lang") or element.find_parent(attrs={"lang": True})["lang"]
        yield element.get("alt") or element.get("aria-label") or "", taal


def fouten(html: str, taal: str) -> list[tuple[str, str]]:
    """Texts of editors not marked as Dutch, texts marked as the wrong language, Dutch interface texts."""
    catalogus = polib.pofile(str(catalogi()[taal]))
    nederlands = {regel.msgid for regel in catalogus if regel.msgstr and regel.msgstr != regel.msgid} - NAMEN
    vertaald = {regel.msgstr for regel in catalogus if regel.msgstr and regel.msgstr != regel.msgid} - NAMEN
    fout = []
    for tekst, gezegd in tekstdelen(html):
        is_nl = NL in tekst and f"{taal}: " not in tekst
        if is_nl and gezegd != "nl":
            fout.append((tekst, f"is Nederlands, staat als {gezegd}"))
        elif not is_nl and gezegd == taal and tekst in nederlands:
            fout.append((tekst, "Nederlandse tekst van de site"))
        elif not is_nl and gezegd == "nl" and tekst in vertaald:
            fout.append((tekst, "staat als Nederlands"))
    return fout


@pytest.mark.parametrize("taal", ["en", "pl"])
@pytest.mark.parametrize(
    "pad",
    [
        "/", "/over/", "/beesd/", "/beesd/kernagenda/", "/beesd/agenda/avond/", "/beesd/projecten/speeltuin/",
        "/beesd/meedoen/plein/", *LIJSTEN,
    ],
)  # fmt: skip
def test_elk_deel_zegt_zijn_taal(rij, pad, taal):
    html = Client().get(f"/{taal}{pad}").content.decode()
    assert fouten(html, taal) == []


@pytest.mark.parametrize(
    "soort",
    [
        "/over/",
        "/beesd/agenda/avond/",
        "/beesd/projecten/speeltuin/",
        "/beesd/meedoen/plein/",
        "/beesd/kernagenda/",
        "/beesd/",
        "/",
    ],
)
def test_een_vertaalde_pagina_is_heel_vertaald(rij, soort):
    """What is left in Dutch is what is the same in every language: names, places, pictures."""
    pagina = rij[soort]
    vertaal(pagina, "pl")
    html = Client().get(f"/pl{soort}").content.decode()
    hoofd = BeautifulSoup(html, "html.parser").main
    assert "pl: " in hoofd.get_text()
    nog_nl = {
        str(knoop).strip() for knoop in hoofd.find_all(string=re.compile(NL)) if "pl: " not in str(knoop)
    }
    andere = {str(andere.title) for pad, andere in rij.items() if pad != soort}
    gelijk = {getattr(pagina, veld, None) for veld in pagina.in_elke_taal_gelijk}
    over = {tekst for tekst in nog_nl if tekst not in gelijk | andere}
    van_anderen = {
        "/beesd/": {
            "§ Praten",
            "§ Wat wil je?",
            "§ Spelen",
            "§ Woningen",
            "§ Fietspad",
            "§ Klokhuis",
            "§ Groep",
            "§ Plan",
        },
        "/": {"§ Praten", "§ Wat wil je?", "§ Klokhuis"},
        "/beesd/projecten/speeltuin/": {
            "§ Praten",
            "§ Wat wil je?",
            "§ Klokhuis",
            "§ Woningen",
            "§ Fietspad",
        },
    }.get(soort, set())
    # Rich text comes in pieces: a link in it bears the mark of its sentence.
    stukken = {"§ het dorp", "§ de site", "§ het stuk", "vet"}
    assert over - van_anderen - stukken == set()
