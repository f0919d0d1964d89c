"""Another municipality: a folder with a name, colours and a list of kernen, and nothing that says West Betuwe."""

import re
from io import StringIO
from pathlib import Path

import pypdfium2
import pytest
from django.contrib.auth.models import Group
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Site

from api.openapi import document
from berichten.models import Bericht
from core.gemeente import lees
from home.models import InformatiePage
from kernpagina.models import KernPage
from tests.core.test_instellingen import VEREIST, start
from tests.factories import UserFactory, zonder_taken

DRIELAND = Path(__file__).parents[1] / "drieland"
NIET = re.compile(r"betuwe|\b26 (kernen|villages|miejsc)|geldermalsen", re.IGNORECASE)
# What isn't reached by a link of a page.
OOK = [
    "/", "/en/", "/pl/", "/nergens/", "/agenda.ics", "/nieuw.xml", "/manifest.webmanifest", "/robots.txt", "/sitemap.xml",
    "/.well-known/security.txt", "/driestad/nieuwsbrief.xml", "/driestad/scherm/", "/insluiten/driestad/agenda",
    "/api/v1", "/api/v1/openapi.json", "/api/v1/docs", "/api/v1/site", "/api/v1/kernen", "/api/v1/kernen/driestad",
    "/voortgang/", "/zoeken/?q=driestat",
]  # fmt: skip
BEHEER = ["wagtailadmin_home", "werkplek:handleiding", "werkplek:mensen", "wagtailadmin_reports:site_history"]
MEEST = 150  # addresses: more than there are


@pytest.fixture(scope="module")
def _drieland(django_db_setup, django_db_blocker):
    with (
        override_settings(GEMEENTE=DRIELAND),
        django_db_blocker.unblock(),
        transaction.atomic(),
        zonder_taken(),
    ):
        document.cache_clear()
        call_command("richt_in", stdout=StringIO())
        yield
        transaction.set_rollback(True)
    document.cache_clear()
    Site.clear_site_root_paths_cache()


@pytest.fixture
def drieland(_drieland, db):
    Site.clear_site_root_paths_cache()


def loop_langs(client, adressen: list[str]) -> dict[str, str]:
    """What stands on these addresses and on all that they link to on this site."""
    gezien: dict[str, str] = {}
    nog = list(adressen)
    while nog:
        adres = nog.pop(0)
        if adres in gezien:
            continue
        gezien[adres] = lees_antwoord(client.get(adres, follow=True))
        assert len(gezien) <= MEEST
        links = re.findall(r'(?:href|src)="(/[^"#?]*)"', gezien[adres])
        nog += [link for link in links if not link.startswith(("/static/", "/cms/", "/en/", "/pl/"))]
    return gezien


def lees_antwoord(antwoord) -> str:
    inhoud = antwoord.getvalue()
    if antwoord.headers["Content-Type"] == "application/pdf":
        pdf = pypdfium2.PdfDocument(inhoud)
        return " ".join(
            [str(pdf.get_metadata_dict()), *(blad.get_textpage().get_text_bounded() for blad in pdf)]
        )
    return inhoud.decode(errors="replace")


def test_nergens_een_andere_gemeente(drieland, client) -> None:
    gezien = loop_langs(client, OOK)
    assert {adres: NIET.findall(tekst) for adres, tekst in gezien.items() if NIET.search(tekst)} == {}
    assert [kern.title for kern in KernPage.objects.order_by("pk")] == ["Eendorp", "Tweedorp", "Driestad"]
    voorpagina = gezien["/"]
    assert "Dorpen van" in voorpagina
    assert voorpagina.count("Drieland") >= 3
    assert "De 3 kernen van Drieland" in voorpagina
    assert "The 3 villages and towns of Drieland" in gezien["/en/"]
    assert "14 0999" in voorpagina
    assert "Gemeente Drieland" in gezien["/agenda.ics"]
    assert "fg@drieland.example" in gezien["/privacy/"]
    assert "beveiliging@drieland.example" in gezien["/.well-known/security.txt"]
    assert 'href="/driestad/"' in gezien["/zoeken/?q=driestat"]
    assert any(adres.endswith(".pdf") for adres in gezien)


def test_ook_de_kaart_is_van_hier(drieland, client) -> None:
    kaart = client.get("/").content.decode().partition("bloei-kernenkaart")[2].partition("</svg>")[0]
    assert kaart.count("<a ") == 3
    assert "bloei-kernenkaart__rivier" not in kaart


def test_eigen_kleuren_en_logo(drieland, client) -> None:
    voorpagina = client.get("/").content.decode()
    blad = re.search(r'href="(/gemeente-\w+\.css)"', voorpagina)
    assert blad
    assert voorpagina.index("css/bloei.css") < blad.start()  # over Bloei!'s own
    antwoord = client.get(blad[1])
    assert antwoord.headers["Content-Type"].startswith("text/css")
    assert "immutable" in antwoord.headers["Cache-Control"]
    assert "@media screen and (prefers-color-scheme: light){:root{--bloei-papier:#fbfaff;" in antwoord.text
    assert client.get("/gemeente-0123456789ab.css").status_code == 404
    assert client.get("/manifest.webmanifest").json()["theme_color"] == "#35205e"
    logo = client.get("/gemeente.svg")
    assert 'src="/gemeente.svg"' in voorpagina
    assert "default-src 'none'" in logo.headers["Content-Security-Policy"]


def test_post_en_beheer(drieland, client) -> None:
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    for adres in [reverse(naam) for naam in BEHEER] + [
        reverse("wagtailadmin_pages:edit", args=[pagina.pk])
        for pagina in (KernPage.objects.first(), InformatiePage.objects.first())
    ]:
        assert not NIET.search(client.get(adres).content.decode()), adres
    client.post(
        reverse("werkplek:mensen"),
        {
            "naam": "Ria",
            "email": "ria@drieland.example",
            "groep": Group.objects.get(name="Redactie Eendorp").pk,
        },
    )
    bericht = Bericht.objects.get(adres="ria@drieland.example")
    assert "de kernen in Drieland" in bericht.tekst
    assert not NIET.search(bericht.tekst + bericht.html + bericht.onderwerp)


@pytest.mark.parametrize(
    ("kleuren", "zegt"),
    [
        ('[kleuren.licht]\nrivier = "#9ad"', "rivier op papier (licht: 2.17)"),
        ('[kleuren.donker]\ndijk = "#ddd"', "op-dijk op dijk (donker"),
        ('[kleuren.licht]\nrivier = "paars"', "licht.rivier = 'paars'"),
        ('[kleuren.licht]\nzee = "#123456"', "licht.zee"),
    ],
)
def test_wat_niet_te_lezen_is_start_niet(tmp_path: Path, kleuren: str, zegt: str) -> None:
    map_ = met(tmp_path, kleuren)
    with override_settings(GEMEENTE=map_):
        fouten = [fout for fout in run_checks() if fout.id in ("bloei.E001", "bloei.E002")]
    assert zegt in fouten[0].msg


@pytest.mark.parametrize(
    "rest", ['provincie = "Groningen"', "[contact]\nfax = '1'", "[kleuren.roze]\na = '#fff'", "naam = 1 1"]
)
def test_wat_niet_klopt_zegt_wat(tmp_path: Path, rest: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"docs/gemeente\.md"):
        lees(met(tmp_path, rest))


def met(map_: Path, rest: str) -> Path:
    (map_ / "gemeente.toml").write_text(f'naam = "D"\nvolle_naam = "Gemeente D"\n{rest}\n')
    (map_ / "kernen.csv").write_text((DRIELAND / "kernen.csv").read_text())
    return map_


def test_een_instelling_is_genoeg() -> None:
    """A process that starts with `GEMEENTE` is that municipality."""
    vraag = (
        "import django; django.setup(); from core.gemeente import gemeente; "
        "from api.openapi import document; print(gemeente().naam, document()['info']['contact'])"
    )
    klaar = start("-c", vraag, GEMEENTE=str(DRIELAND), **VEREIST)
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.startswith(
        "Drieland {'name': 'Gemeente Drieland', 'url': 'https://www.drieland.example'"
    )
