"""What holds for every answer: headers, HEAD, CORS, languages, conditional requests, GeoJSON, pages of a list."""

import gzip
import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils.http import parse_http_date
from wagtail.models import Locale, PageViewRestriction

from api.versie import VERSIE
from core.inhoudsversie import huidige_inhoudsversie
from kernpagina.models import AgendaItemPage
from tests import factories
from tests.blokken import blok


def test_koppen(client, beesd):
    antwoord = client.get("/api/v1/kernen", headers={"origin": "https://beesd.example"})
    koppen = antwoord.headers
    assert koppen["API-Version"] == VERSIE
    assert koppen["Access-Control-Allow-Origin"] == "*"
    assert koppen["Cache-Control"] == "public, max-age=60, stale-while-revalidate=600"
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in koppen["Content-Security-Policy"]
    assert koppen["Vary"] == "Accept, Accept-Crs, Accept-Encoding"
    assert parse_http_date(koppen["Last-Modified"])
    assert not antwoord.cookies


def test_de_taal_van_de_browser_doet_er_niet_toe(client, beesd):
    nederlands = client.get("/api/v1/themas")
    pools = client.get("/api/v1/themas", headers={"accept-language": "pl"})
    assert nederlands.content == pools.content
    assert "Accept-Language" not in pools.headers["Vary"]
    assert pools.headers["Content-Language"] == "nl"


def test_hsts_hangt_ook_aan_een_fout(client, home, settings):
    settings.SECURE_HSTS_SECONDS = 3600
    assert "Strict-Transport-Security" in client.get("/api/v1/x", secure=True).headers


def test_head_is_get_zonder_inhoud(client, beesd):
    kop, heel = client.head("/api/v1/kernen"), client.get("/api/v1/kernen")
    assert kop.status_code == 200
    assert kop.content == b""
    assert kop.headers["Content-Length"] == str(len(heel.content))
    assert kop.headers["ETag"] == heel.headers["ETag"]


def test_een_browser_mag_vooraf_vragen(client, home):
    antwoord = client.options("/api/v1/kernen", headers={"origin": "https://x.example"})
    assert antwoord.status_code == 204
    assert antwoord.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in antwoord.headers["Access-Control-Allow-Headers"]


def test_gzip(client, beesd):
    antwoord = client.get("/api/v1/openapi.json", headers={"accept-encoding": "gzip"})
    assert antwoord.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(antwoord.content)


def test_304_kost_een_vraag(client, beesd, django_assert_num_queries):
    etag = client.get("/api/v1/kernen").headers["ETag"]
    with django_assert_num_queries(1):
        antwoord = client.get("/api/v1/kernen", headers={"if-none-match": f'"iets", {etag}'})
    assert antwoord.status_code == 304
    assert antwoord.content == b""
    assert antwoord.headers["ETag"] == etag
    assert antwoord.headers["API-Version"]
    assert antwoord.headers["Vary"] == "Accept, Accept-Crs, Accept-Encoding"


def test_een_etag_wordt_zwak_vergeleken(client, beesd):
    """RFC 9110, 13.1.2: a proxy or a library that takes the W/ off still has the newest answer."""
    sterk = client.get("/api/v1/kernen").headers["ETag"].removeprefix("W/")
    assert client.get("/api/v1/kernen", headers={"if-none-match": sterk}).status_code == 304


def test_elk_antwoord_heeft_zijn_eigen_etag(client, beesd):
    vragen = ["kernen", "kernen?taal=en", "kernen?pagina=1", "themas", "openapi.json"]
    etags = [client.get(f"/api/v1/{vraag}").headers["ETag"] for vraag in vragen]
    etags.append(client.get("/api/v1/kernen", headers={"accept": "application/geo+json"}).headers["ETag"])
    etags.append(client.get("/api/v1/kernen", secure=True).headers["ETag"])
    assert len(set(etags)) == len(etags)


def test_om_middernacht_is_het_antwoord_nieuw(client, beesd):
    with time_machine.travel(factories.moment("2026-06-15 23:59:30"), tick=False) as klok:
        etag = client.get("/api/v1/oproepen").headers["ETag"]
        assert client.get("/api/v1/oproepen", headers={"if-none-match": etag}).status_code == 304
        klok.shift(timedelta(minutes=1))
        antwoord = client.get("/api/v1/oproepen", headers={"if-none-match": etag})
        assert antwoord.status_code == 200
        assert (
            parse_http_date(antwoord.headers["Last-Modified"]) >= factories.moment("2026-06-16").timestamp()
        )


def _wijzigingen(beesd, agenda, home):
    item = AgendaItemPage.objects.get()
    foto = item.foto
    yield "concept", lambda: item.save_revision(), False
    yield "publiceren", lambda: factories.publiceer(item), True
    yield "verplaatsen", lambda: beesd.move(home, pos="first-child"), True
    yield (
        "afschermen",
        lambda: PageViewRestriction.objects.create(page=agenda, restriction_type="login"),
        True,
    )
    yield "foto", lambda: foto.save(), True
    yield "thema", lambda: factories.ThemaFactory(), True
    yield "taal", lambda: Locale.objects.create(language_code="en"), True
    yield "intrekken", lambda: factories.depubliceer(item), True
    yield "verwijderen", lambda: agenda.get_children().get().delete(), True


def test_elke_wijziging_telt_en_een_concept_niet(rijk, agenda, home):
    for naam, wijzig, telt in _wijzigingen(rijk, agenda, home):
        voor = huidige_inhoudsversie()
        with factories.opzetten():
            wijzig()
        assert (huidige_inhoudsversie().nummer > voor.nummer) == telt, naam


def test_een_geplande_publicatie_telt_als_zij_live_gaat(agenda, client):
    item = factories.AgendaItemPageFactory(
        parent=agenda, live=False, begin=factories.moment("2026-07-01 20:00"), soort="schouw"
    )
    item.go_live_at = factories.moment("2026-06-20 09:00")
    with time_machine.travel(factories.moment("2026-06-15 12:00")), factories.opzetten():
        item.save_revision().publish()
        voor = client.get("/api/v1/agenda-items?soort=schouw")
    with time_machine.travel(factories.moment("2026-06-20 09:05")), factories.opzetten():
        call_command("publish_scheduled")
        na = client.get("/api/v1/agenda-items?soort=schouw")
    assert (voor.json()["aantal"], na.json()["aantal"]) == (0, 1)
    assert voor.headers["ETag"] != na.headers["ETag"]


def test_geojson(client, rijk):
    antwoord = client.get("/api/v1/kernen?bbox=5.1,51.8,5.3,51.9", headers={"accept": "application/geo+json"})
    assert antwoord.headers["Content-Type"] == "application/geo+json"
    assert antwoord.headers["Content-Crs"] == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"
    (beesd,) = antwoord.json()["features"]
    assert beesd["geometry"] == {"type": "Point", "coordinates": [5.1919, 51.8897]}
    assert beesd["properties"]["naam"] == "Beesd"
    assert client.get("/api/v1/kernen?bbox=6,51.8,7,51.9").json()["aantal"] == 0
    assert (
        client.get("/api/v1/kernen/beesd", headers={"accept": "application/geo+json"}).json()["type"]
        == "Feature"
    )


def test_bladeren(client, agenda, vandaag):
    for dag in range(1, 6):
        begin = factories.moment(f"2026-07-0{dag} 20:00")
        factories.AgendaItemPageFactory(parent=agenda, begin=begin, soort="schouw")
    adres, gezien = "/api/v1/agenda-items?paginaGrootte=2&soort=schouw", []
    while adres:
        blad = client.get(adres).json()
        assert blad["aantal"] == 5
        gezien += [item["begin"] for item in blad["resultaten"]]
        adres = blad["volgende"]
    assert gezien == sorted(gezien)
    assert len(set(gezien)) == 5
    assert "pagina=2" in blad["vorige"]


def test_tijden_zijn_utc(client, agenda, vandaag):
    begin = factories.moment("2026-07-01 20:00")
    factories.AgendaItemPageFactory(parent=agenda, begin=begin, soort="schouw")
    (item,) = client.get("/api/v1/agenda-items?soort=schouw").json()["resultaten"]
    assert item["begin"] == "2026-07-01T18:00:00Z"
    assert item["icsUrl"] == f"{item['url']}afspraak.ics"


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_taal(client, beesd, home, taal):
    """A page without a translation comes in Dutch; a page that only mirrors it is none."""
    engels = Locale.objects.get_or_create(language_code="en")[0]
    with factories.opzetten():
        voorkant = home.copy_for_translation(engels)
        voorkant.save_revision().publish()
        vertaald = beesd.copy_for_translation(engels)
        vertaald.intro = "A village on the Linge."
        vertaald.save_revision().publish()
    (kern,) = client.get(f"/api/v1/kernen?taal={taal}").json()["resultaten"]
    assert (kern["taal"], kern["slug"]) == (taal, "beesd")
    assert kern["url"].endswith("/en/beesd/" if taal == "en" else "localhost/beesd/") or taal == "nl"
    agenda = client.get(f"/api/v1/paginas?pad=/beesd/agenda/&taal={taal}").json()["resultaten"][0]
    assert (agenda["taal"], agenda["kern"]["url"]) == ("nl", kern["url"])
    (pagina,) = client.get("/api/v1/paginas?pad=/beesd/").json()["resultaten"]
    assert [v["taal"] for v in pagina["vertalingen"]] == ["en"]


def test_een_hele_dag_is_een_dag(client, agenda):
    """`begin` is in UTC, where a Dutch day begins on the evening before."""
    for begin, einde, hele_dag in (("2027-07-01", "2027-07-03", True), ("2027-07-05 00:30", None, False)):
        factories.AgendaItemPageFactory(
            parent=agenda,
            begin=factories.moment(begin),
            einde=einde and factories.moment(einde),
            hele_dag=hele_dag,
        )
    eerste, tweede = client.get("/api/v1/agenda-items?van=2027-07-01").json()["resultaten"]
    assert eerste["begin"] == "2027-06-30T22:00:00Z"
    assert (eerste["beginDatum"], eerste["eindeDatum"], eerste["heleDag"]) == (
        "2027-07-01",
        "2027-07-03",
        True,
    )
    assert (tweede["beginDatum"], tweede["eindeDatum"], tweede["heleDag"]) == (
        "2027-07-05",
        "2027-07-05",
        False,
    )


def test_een_getypte_link_is_een_heel_adres(client, agenda):
    """On the site it is a link: there too."""
    links = {
        "/beesd/agenda/": "http://testserver/beesd/agenda/",
        "/beesd/agenda/?maand=2027-05#café": "http://testserver/beesd/agenda/?maand=2027-05#caf%C3%A9",
        "//elders.example/a": "https://elders.example/a",
        "HTTPS://Elders.example/": "HTTPS://Elders.example/",
        "mailto:a@b.example": "mailto:a@b.example",
        "#kop": "#kop",
    }
    tekst = "".join(
        f'<p><a href="{van}">{nummer}</a></p>' for nummer, van in enumerate([*links, "//[", "javascript:x"])
    )
    item = factories.AgendaItemPageFactory(
        parent=agenda,
        begin=factories.moment("2999-01-01 20:00"),
        verslag=tekst,
        inhoud=json.dumps([blok("tekst", tekst)]),
    )
    antwoord = client.get(f"/api/v1/agenda-items/{item.pk}").json()
    for html in (antwoord["inhoud"][0]["html"], antwoord["verslag"]["samenvatting"]["html"]):
        assert re.findall(r'href="([^"]*)"', html)[: len(links)] == list(links.values())
        assert "javascript" not in html
