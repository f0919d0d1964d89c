"""What search engines and other machines look for: sitemap, robots.txt, security.txt, data in pages."""

import json
import re
from datetime import datetime

import pytest
from defusedxml import ElementTree
from django.utils import timezone
from wagtail.models import Locale

from kanalen import vindbaar
from tests import factories
from tests.talen.vertaler import vertaal


def test_sitemap_noemt_talen_en_overzichten(client, beesd, agenda):
    item = factories.AgendaItemPageFactory(parent=agenda, title="Feest")
    Locale.objects.get_or_create(language_code="en")
    vertaal(item, "en")
    ruimte = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    regels = {
        regel.find("s:loc", ruimte).text.removeprefix("http://testserver"): {
            link.get("hreflang"): link.get("href").removeprefix("http://testserver")
            for link in regel.findall("x:link", ruimte)
        }
        for regel in ElementTree.fromstring(client.get("/sitemap.xml").content)
    }
    talen = {
        "nl": "/beesd/agenda/feest/",
        "en": "/en/beesd/agenda/feest/",
        "x-default": "/beesd/agenda/feest/",
    }
    assert regels["/beesd/agenda/feest/"] == regels["/en/beesd/agenda/feest/"] == talen
    assert regels["/beesd/"] == {}
    assert regels["/pl/agenda/"]["x-default"] == "/agenda/"
    assert all(client.get(adres).status_code == 200 for adres in regels)


def test_een_grote_sitemap_wordt_er_meer(client, beesd, monkeypatch):
    alles = client.get("/sitemap.xml").content.decode().count("<loc>")
    monkeypatch.setattr("kanalen.vindbaar.PER_SITEMAP", 5)
    factories.publiceer(beesd)
    index = client.get("/sitemap.xml").content.decode()
    delen = re.findall(r"<loc>http://testserver(/sitemap.xml\?p=\d+)</loc>", index)
    assert sum(client.get(deel).content.decode().count("<loc>") for deel in delen) == alles > 5
    assert client.get(f"/sitemap.xml?p={len(delen) + 1}").status_code == 404
    assert client.get("/sitemap.xml?p=%00").status_code == 404


def test_sitemap_en_robots(client, agenda):
    factories.AgendaItemPageFactory(parent=agenda)
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


@pytest.mark.parametrize("dag", ["2026-01-01", "2026-12-31", "2034-02-28"])
def test_security_txt_verloopt_nooit_ongemerkt(client, home, time_machine, dag):
    """Each answer says anew until when it holds, and none is kept; for a year at most (RFC 9116)."""
    time_machine.move_to(f"{dag} 12:00")
    antwoord = client.get("/.well-known/security.txt")
    verloopt = re.search("^Expires: (.+)$", antwoord.content.decode(), re.MULTILINE)[1]
    assert datetime.fromisoformat(verloopt) == vindbaar.beveiliging_geldig()
    assert 100 < (datetime.fromisoformat(verloopt) - timezone.now()).days < 366
    assert "ETag" not in antwoord.headers
    assert "max-age" not in antwoord.get("Cache-Control", "")


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


@pytest.mark.parametrize(("kosten", "gratis"), [("", None), ("Gratis", True), ("5 euro", None)])
def test_jsonld_zegt_alleen_gratis_wat_gratis_heet(client, agenda, kosten, gratis):
    item = factories.AgendaItemPageFactory(parent=agenda, kosten=kosten)
    evenement = jsonld(client, item.url)[0]["Event"]
    assert evenement.get("isAccessibleForFree") is gratis


def test_jsonld_van_een_kern(client, beesd):
    stukken, pagina = jsonld(client, "/beesd/")
    assert stukken["Place"]["name"] == "Beesd"
    assert stukken["Place"]["description"] in pagina
