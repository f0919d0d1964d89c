"""What another front end needs beside the pages: menu, old addresses, chosen fields, pictures cut out, a door."""

import json
import re
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from core.models import GemeenteInstellingen
from kernpagina.models import AgendaItemPage
from projecten.models import ProjectPage
from tests import factories


def test_de_site_zelf(client, home):
    gemeente = GemeenteInstellingen.load()
    gemeente.email, gemeente.telefoon = "info@gemeente.example", ""
    gemeente.save()
    factories.InformatiePageFactory(title="Wat we bewaren", slug="bewaren", rol="privacy")
    site = client.get("/api/v1/site").json()
    assert [link["titel"] for link in site["menu"]] == [
        "Kernen",
        "Agenda",
        "Meedoen",
        "Projecten",
        "Kernagenda's",
    ]
    voet = {link["titel"]: link["url"] for link in site["voet"]}
    assert voet["Privacy"] == "http://testserver/bewaren/"
    assert site["contact"] == {
        "naam": gemeente.naam, "email": "info@gemeente.example", "telefoon": None, "adres": None, "website": None,
    }  # fmt: skip
    html = client.get("/").content.decode()
    for link in [*site["menu"], *site["voet"]]:
        assert f'href="{urlsplit(link["url"])._replace(scheme="", netloc="").geturl()}"' in html
    engels = client.get("/api/v1/site?taal=en").json()
    assert engels["menu"][1]["url"] == "http://testserver/en/agenda/"
    assert {taal["taal"]: taal["url"] for taal in engels["talen"]}["en"] == engels["url"]


@pytest.fixture
def verhuisd(rijk, django_capture_on_commit_callbacks):
    item = AgendaItemPage.objects.get()
    item.slug = "plein"
    with django_capture_on_commit_callbacks(execute=True):
        return factories.publiceer(item)


def test_waar_iets_naartoe_ging(client, verhuisd):
    (rij,) = client.get("/api/v1/omleidingen").json()["resultaten"]
    assert (rij["van"], rij["naar"]) == ("/beesd/agenda/inwonersavond-plein", "/beesd/agenda/plein/")
    assert (rij["pagina"], rij["voorgoed"], rij["metRest"]) == (verhuisd.pk, True, True)
    assert client.get(rij["van"] + "/").headers["Location"] == rij["naar"]
    gevonden = client.get("/api/v1/paginas?pad=/beesd/agenda/inwonersavond-plein/&metInhoud=true").json()
    assert gevonden["verhuisdNaar"] == "/beesd/agenda/plein/"
    detail = client.get(f"/api/v1/paginas/{verhuisd.pk}").json()
    # All of it at once; what nobody wrote is left out.
    assert gevonden["resultaten"] == [{n: w for n, w in detail.items() if n != "inleiding" or w}]
    assert client.get("/api/v1/paginas?pad=/beesd/agenda/plein/").json()["verhuisdNaar"] is None
    assert client.get("/api/v1/paginas?pad=/en/beesd/agenda/plein/").json()["verhuisdNaar"] is None


def test_wat_niet_openbaar_is_leidt_nergens_heen(client, verhuisd, agenda):
    Redirect.objects.create(old_path="/folder", redirect_link="https://elders.example/folder")
    assert client.get("/api/v1/omleidingen").json()["aantal"] == 2
    factories.depubliceer(verhuisd)
    (rij,) = client.get("/api/v1/omleidingen").json()["resultaten"]
    assert (rij["van"], rij["url"], rij["pagina"]) == ("/folder", "https://elders.example/folder", None)
    factories.publiceer(verhuisd)
    factories.AgendaItemPageFactory(
        parent=agenda, slug="inwonersavond-plein"
    )  # its old address is another's now
    assert client.get("/api/v1/omleidingen").json()["aantal"] == 1
    Redirect.objects.create(
        old_path="/daar", redirect_page=Page.objects.get(slug="bloei"), site=_andere_site()
    )
    assert client.get("/api/v1/omleidingen").json()["aantal"] == 1


def test_een_nieuwe_omleiding_is_er_bij_de_volgende_vraag(client, rijk, django_capture_on_commit_callbacks):
    """Wagtail makes them after the page is public, past the signals of models: who asked in between asks again."""
    etags = []

    def kijk_eerst(**wat) -> None:
        etags.append(client.get("/api/v1/omleidingen").headers["ETag"])
        maak_omleidingen(**wat)

    maak_omleidingen = signal_handlers.create_redirects
    item = AgendaItemPage.objects.get()
    item.slug = "plein"
    with (
        patch.object(signal_handlers, "create_redirects", kijk_eerst),
        django_capture_on_commit_callbacks(execute=True),
    ):
        factories.publiceer(item)
    (etag,) = etags
    nu = client.get("/api/v1/omleidingen", headers={"if-none-match": etag})
    assert (nu.status_code, nu.json()["aantal"]) == (200, 1)
    etag = nu.headers["ETag"]
    Redirect.objects.create(old_path="/folder", redirect_link="https://elders.example/folder")
    assert client.get("/api/v1/omleidingen", headers={"if-none-match": etag}).status_code == 200


def _andere_site() -> Site:
    return Site.objects.create(hostname="elders.example", root_page=factories.HomePageFactory(slug="elders"))


def test_alleen_wat_gevraagd_is(client, rijk):
    project = ProjectPage.objects.get()
    lijst = client.get("/api/v1/projecten?velden=titel,url").json()
    assert lijst["resultaten"] == [
        {"titel": "Nieuwe speeltuin", "url": "http://testserver/beesd/projecten/nieuwe-speeltuin/"}
    ]
    assert lijst["aantal"] == 1
    heel = client.get(f"/api/v1/projecten/{project.pk}").json()
    deel = client.get(f"/api/v1/projecten/{project.pk}?velden=inhoud,fasen").json()
    assert deel == {naam: heel[naam] for naam in ("inhoud", "fasen")}
    assert client.get("/api/v1/wijzigingen?velden=id,soort").json()["resultaten"][0].keys() == {"id", "soort"}
    fout = client.get("/api/v1/projecten?velden=titel,wachtwoord")
    assert fout.status_code == 400
    (reden,) = fout.json()["fouten"]
    assert reden["parameter"] == "velden"
    assert "wachtwoord" in reden["reden"]
    geojson = client.get("/api/v1/kernen?velden=naam", headers={"accept": "application/geo+json"})
    assert geojson.status_code == 400
    assert client.get("/api/v1/kernen?velden=").status_code == 400


@pytest.mark.parametrize(
    "lijst", ["kernen", "agenda-items", "projecten", "oproepen", "kernagendapunten", "paginas"]
)
def test_sinds_een_moment(client, rijk, lijst):
    alles = client.get(f"/api/v1/{lijst}?velden=taal").json()["aantal"]
    assert client.get(f"/api/v1/{lijst}?gewijzigdSinds=2026-06-15T00:00:00Z").json()["aantal"] == (
        alles if lijst != "paginas" else 5
    )
    assert client.get(f"/api/v1/{lijst}?gewijzigdSinds=2026-06-16T00:00:00Z").json()["aantal"] == 0


def test_een_foto_uitgesneden_rond_wat_in_beeld_moet_blijven(client, rijk):
    foto = ProjectPage.objects.get().foto
    with factories.opzetten():
        foto.focal_point_x, foto.focal_point_y = 10, 10
        foto.focal_point_width = foto.focal_point_height = 2
        foto.save()
    for uitsnede, verhouding in (("1:1", 1), ("16:9", 16 / 9)):
        (project,) = client.get(f"/api/v1/projecten?uitsnede={uitsnede}").json()["resultaten"]
        adres = urlsplit(project["afbeelding"]["standaard"]).path
        assert "fill-" in adres
        assert client.get(adres).status_code == 200
        maat = foto.renditions.filter(filter_spec__startswith="fill-", filter_spec__endswith="jpeg").latest(
            "pk"
        )
        assert maat.width / maat.height == pytest.approx(verhouding, rel=0.05)
        assert maat.focal_point_key
    assert client.get("/api/v1/projecten?uitsnede=9:1").status_code == 400
    assert client.get("/api/v1/themas?uitsnede=1:1").status_code == 400


@pytest.mark.parametrize(
    ("adres", "accept"),
    [
        ("/api/v1/paginas?metInhoud=true", "application/json"),
        ("/api/v1/projecten?metInhoud=true", "application/json"),
        ("/api/v1/kernen/beesd", "application/json"),
        ("/api/v1/kernen/beesd", "application/geo+json"),
    ],
)
def test_elke_foto_wordt_uitgesneden_en_de_rest_blijft(client, rijk, adres, accept):
    def vraag(**keuze: str) -> tuple[str, int]:
        with CaptureQueriesContext(connection) as vragen:
            antwoord = client.get(adres, keuze, headers={"accept": accept})
        assert antwoord.headers["Content-Type"].startswith(accept)
        return antwoord.content.decode(), len(vragen)

    adres, _, vast = adres.partition("?")
    vast = dict([vast.split("=")]) if vast else {}
    # What a list has is remembered of each question.
    vraag(**vast), vraag(**vast, uitsnede="16:9")
    heel, kost = vraag(**vast)
    gesneden, kost_gesneden = vraag(**vast, uitsnede="16:9")
    assert kost_gesneden == kost
    maat = re.compile(r'"(?:srcset|standaard)":"([^"]*)"')
    assert maat.findall(heel)
    assert not re.search(r"width-\d+%7C", gesneden)
    assert len(re.findall(r"fill-\d+x\d+%7C", gesneden)) == len(re.findall(r"width-\d+%7C", heel))
    assert maat.sub("", gesneden) == maat.sub("", heel)


def test_een_foto_mag_overal_en_wordt_niet_twee_keer_gehaald(client, rijk):
    (project,) = client.get("/api/v1/projecten").json()["resultaten"]
    foto = ProjectPage.objects.get().foto
    for adres in (urlsplit(project["afbeelding"]["standaard"]).path, foto.get_rendition("width-10").url):
        antwoord = client.get(adres, headers={"origin": "https://dorp.example"})
        assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
        etag = antwoord.headers["ETag"]
        assert client.get(adres, headers={"if-none-match": etag}).status_code == 304
    adres = urlsplit(project["afbeelding"]["standaard"]).path
    assert client.options(adres).status_code == 204
    etag = client.get(adres).headers["ETag"]
    with factories.opzetten():
        foto.focal_point_x, foto.focal_point_y, foto.focal_point_width, foto.focal_point_height = 5, 5, 2, 2
        foto.save()
    assert client.get(adres, headers={"if-none-match": etag}).status_code == 200
    vals = adres.replace("width-", "width-1")
    assert client.get(vals, headers={"if-none-match": etag}).status_code == 403


def test_de_deur(client, rijk):
    antwoord = client.get("/api/v1")
    links = antwoord.json()["links"]
    assert {"service-desc", "service-doc", "changelog"} <= {link["rel"] for link in links}
    lijsten = [link["href"] for link in links if link["rel"] == "item"]
    assert "http://testserver/api/v1/wijzigingen" in lijsten
    for adres in lijsten:
        status = client.get(urlsplit(adres).path).status_code
        assert status == (400 if adres.endswith("/zoek") else 200), adres
    assert client.get("/api/v1/").status_code == 404
    assert client.get("/api/v1?x=1").status_code == 400
    assert json.loads(antwoord.content)["versie"] == antwoord.headers["API-Version"]
