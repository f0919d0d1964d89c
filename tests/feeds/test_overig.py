"""Atom, sitemap, security.txt, JSON-LD, embeds and the screen."""

import json
import re
from datetime import datetime

import pytest
from defusedxml import ElementTree
from django.utils import timezone

from kernpagina.models import AgendaItemPage
from tests import factories

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_nieuw_van_elke_soort(client, beesd, agenda, projecten, oproepen):
    for pagina in (
        factories.InformatiePageFactory(title="Over ons"),
        factories.ProjectPageFactory(parent=projecten, title="Speeltuin"),
        factories.OproepPageFactory(parent=oproepen, title="Denk mee"),
        factories.AgendaItemPageFactory(parent=agenda, title="Feest"),
    ):
        factories.publiceer(pagina)
    feed = ElementTree.fromstring(client.get("/nieuw.xml").content)
    titels = [titel.text for titel in feed.findall("a:entry/a:title", ATOM)]
    assert titels == ["Feest", "Denk mee", "Speeltuin", "Over ons"]
    tijden = [datetime.fromisoformat(tijd.text) for tijd in feed.findall("a:entry/a:updated", ATOM)]
    assert tijden == sorted(tijden, reverse=True)
    kern = ElementTree.fromstring(client.get("/beesd/nieuw.xml").content)
    assert [titel.text for titel in kern.findall("a:entry/a:title", ATOM)] == [
        "Feest",
        "Denk mee",
        "Speeltuin",
    ]


def test_sitemap_en_robots(client, beesd):
    sitemap = client.get("/sitemap.xml").content.decode()
    assert "<loc>http://testserver/beesd/agenda/</loc>" in sitemap
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_security_txt(client, home):
    velden = dict(
        regel.split(": ", 1)
        for regel in client.get("/.well-known/security.txt").content.decode().splitlines()
    )
    assert {"Contact", "Expires", "Canonical"} <= velden.keys()
    verloopt = datetime.fromisoformat(velden["Expires"])
    assert 100 < (verloopt - timezone.now()).days < 366


@pytest.mark.parametrize(
    "adres", ["/agenda.ics", "/nieuw.xml", "/sitemap.xml", "/insluiten/beesd/agenda", "/beesd/scherm/"]
)
def test_feeds_kennen_304(client, beesd, adres):
    etag = client.get(adres).headers["ETag"]
    assert client.get(adres, headers={"if-none-match": etag}).status_code == 304


def jsonld(client, adres):
    pagina = client.get(adres).content.decode()
    stukken = re.findall(r'<script type="application/ld\+json">(.*?)</script>', pagina, re.DOTALL)
    return {stuk["@type"]: stuk for stuk in map(json.loads, stukken)}, pagina


def test_jsonld_zegt_wat_de_pagina_zegt(client, agenda):
    item = factories.AgendaItemPageFactory(
        parent=agenda,
        title="Feest </script><script>",
        begin=factories.moment("2027-03-28 19:30"),
        samenvatting="Kom ook",
    )
    stukken, pagina = jsonld(client, item.url)
    evenement = stukken["Event"]
    assert evenement["name"] == item.title
    assert evenement["startDate"] == "2027-03-28T19:30:00+02:00"
    assert evenement["startDate"] in pagina
    assert evenement["location"][0]["name"] == "Dorpshuis"
    assert evenement["eventStatus"] == "https://schema.org/EventScheduled"
    kruimels = [stap["name"] for stap in stukken["BreadcrumbList"]["itemListElement"]]
    assert kruimels == ["Bloei!", "Beesd", "Agenda", item.title]
    assert stukken["GovernmentOrganization"]["name"] in pagina


def test_jsonld_van_een_kern(client, beesd):
    stukken, pagina = jsonld(client, "/beesd/")
    assert stukken["Place"]["name"] == "Beesd"
    assert stukken["Place"]["description"] in pagina


def test_insluiten_mag_overal_en_de_rest_nergens(client, beesd, projecten, oproepen, agenda):
    for soort in ("agenda", "projecten", "oproepen"):
        ingesloten = client.get(f"/insluiten/beesd/{soort}")
        assert "frame-ancestors *" in ingesloten.headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in ingesloten.headers
        assert "<script" not in ingesloten.content.decode()
    for adres in ("/beesd/", "/api/v1/kernen", "/beesd/scherm/", "/agenda.ics"):
        gewoon = client.get(adres)
        assert "frame-ancestors 'none'" in gewoon.headers["Content-Security-Policy"]
        assert gewoon.headers["X-Frame-Options"] == "DENY"


def test_de_code_om_te_plakken_staat_op_de_pagina_van_de_kern(client, beesd):
    pagina = client.get("/beesd/").content.decode()
    assert "&lt;iframe src=&quot;http://testserver/insluiten/beesd/agenda" in pagina or (
        '&lt;iframe src="http://testserver/insluiten/beesd/agenda"' in pagina
    )


def test_een_ingesloten_lijst_heeft_hele_adressen(client, agenda):
    item = factories.AgendaItemPageFactory(
        parent=agenda, title="Feest", begin=factories.moment("2999-01-01 20:00")
    )
    assert f'href="http://testserver{item.url}"' in client.get(
        "/insluiten/beesd/agenda"
    ).content.decode().replace("http://localhost", "")


def test_het_scherm_toont_wat_er_komt(client, agenda, projecten, oproepen):
    factories.AgendaItemPageFactory(parent=agenda, title="Feest", begin=factories.moment("2999-01-01 20:00"))
    factories.AgendaItemPageFactory(
        parent=agenda, title="Voorbij", begin=factories.moment("2020-01-01 20:00")
    )
    scherm = client.get("/beesd/scherm/").content.decode()
    assert "Feest" in scherm
    assert "Voorbij" not in scherm
    assert AgendaItemPage.objects.count() == 2
    assert 'http-equiv="refresh"' in scherm
