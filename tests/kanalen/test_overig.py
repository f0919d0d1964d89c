"""Atom, sitemap, security.txt, JSON-LD, embeds and the screen."""

import json
import re
from datetime import datetime

import pytest
from defusedxml import ElementTree
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page

from core.bewaren import Bewaarplaats
from kanalen import ical, insluiten
from kernpagina.models import AgendaItemPage
from tests import factories
from tests.talen.vertaler import vertaal

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


def test_een_teken_dat_xml_verbiedt_breekt_geen_feed(client, beesd, agenda):
    """Cleaned when it is stored; what stood in the database before that doesn't break a feed or a calendar either."""
    kwaad = "gym\ufffenas\uffff\x0btiek\x1f"
    getypt = factories.AgendaItemPageFactory(parent=agenda, title=kwaad, samenvatting=kwaad, locatie=kwaad)
    assert (getypt.title, getypt.samenvatting) == ("gymnas tiek", "gymnas tiek ")
    factories.publiceer(getypt)
    factories.publiceer(factories.AgendaItemPageFactory(parent=agenda, slug="oud"))
    Page.objects.filter(slug__in=["oud", "beesd"]).update(title=kwaad)
    AgendaItemPage.objects.filter(slug="oud").update(samenvatting=kwaad, locatie=kwaad, toelichting=kwaad)
    for pad in ("/nieuw.xml", "/beesd/nieuw.xml", "/en/nieuw.xml", "/sitemap.xml"):
        feed = ElementTree.fromstring(client.get(pad).content)
        assert pad == "/sitemap.xml" or {"gymnas tiek"} & {
            t.text for t in feed.findall("a:entry/a:title", ATOM)
        }
    for pad in ("/agenda.ics", "/beesd/agenda.ics", f"{getypt.url}afspraak.ics"):
        kalender = client.get(pad).content.decode()
        assert "gymnas tiek" in kalender
        assert set(kalender).isdisjoint("\x0b\x1f\ufffe\uffff")


def test_elke_feed_en_elk_bericht_heeft_wat_atom_eist(client, beesd, agenda):
    """RFC 4287: feed and entry have one id, title and updated; ids are unique; a feed names an author and itself."""
    item = factories.AgendaItemPageFactory(
        parent=agenda, title="Koffie & <thee>", samenvatting="1 < 2 & <b>vet</b>"
    )
    factories.publiceer(item)
    paden = ["/nieuw.xml", "/beesd/nieuw.xml", "/en/nieuw.xml", "/en/beesd/nieuw.xml"]
    feeds = [ElementTree.fromstring(client.get(pad).content) for pad in paden]
    assert len({feed.find("a:id", ATOM).text for feed in feeds}) == len(paden)
    for pad, feed in zip(paden, feeds, strict=True):
        assert feed.find("a:author/a:name", ATOM).text
        assert feed.find("a:link[@rel='self']", ATOM).get("href") == f"http://testserver{pad}"
        berichten = feed.findall("a:entry", ATOM)
        for deel in (feed, *berichten):
            for naam in ("id", "title", "updated"):
                assert len(deel.findall(f"a:{naam}", ATOM)) == 1, (pad, naam)
            assert datetime.fromisoformat(deel.find("a:updated", ATOM).text).tzinfo
        assert len({bericht.find("a:id", ATOM).text for bericht in berichten}) == len(berichten)
        (bericht,) = [b for b in berichten if b.find("a:title", ATOM).text == item.title]
        assert bericht.find("a:title", ATOM).get("type", "text") == "text"
        # A summary is HTML: plain text in it is escaped once more.
        assert bericht.find("a:summary", ATOM).get("type") == "html"
        assert bericht.find("a:summary", ATOM).text == "1 &lt; 2 &amp; &lt;b&gt;vet&lt;/b&gt;"
    assert feeds[2].find("a:link[@rel='alternate']", ATOM).get("href") == "http://testserver/en/"


def test_opgemaakte_tekst_komt_zonder_opmaak_in_de_feed(client, kernagenda, agenda):
    kernagenda.inleiding = f'<p>Jong &amp; oud <a linktype="page" id="{agenda.pk}">samen</a></p><p>Kom</p>'
    factories.publiceer(kernagenda)
    feed = ElementTree.fromstring(client.get("/nieuw.xml").content)
    (samenvatting,) = [
        bericht.find("a:summary", ATOM).text
        for bericht in feed.findall("a:entry", ATOM)
        if bericht.find("a:title", ATOM).text == kernagenda.title
    ]
    assert samenvatting == "Jong &amp; oud samen Kom"


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


ADRESSEN = ["/agenda.ics", "/nieuw.xml", "/sitemap.xml", "/insluiten/beesd/agenda", "/beesd/scherm/"]


@pytest.mark.parametrize("adres", [*ADRESSEN, "/favicon.ico", "/beesd/agenda/maand.pdf"])
def test_een_feed_wordt_alleen_gelezen(beesd, adres):
    antwoord = Client(enforce_csrf_checks=True).post(adres)
    assert antwoord.status_code == 405
    assert antwoord.headers["Allow"].startswith("GET, HEAD")
    assert client_hoofd(adres).content == b""


def client_hoofd(adres):
    antwoord = Client().head(adres)
    assert antwoord.status_code == 200
    return antwoord


ALLE_KANALEN = [
    *ADRESSEN, "/beesd/agenda.ics", "/beesd/nieuw.xml", "/en/agenda.ics", "/insluiten/beesd/projecten",
    "/insluiten/beesd/oproepen", "/beesd/agenda/feest/afspraak.ics", "/beesd/kernagenda/folder.pdf",
    "/beesd/agenda/maand.pdf", "/beesd/agenda/maand.txt", "/beesd/agenda/feest/affiche-a4.pdf", "/robots.txt",
    "/.well-known/security.txt",
]  # fmt: skip


def test_wat_een_kanaal_niet_kent_is_een_fout(client, agenda, themas):
    """`?kern=` looked as if it worked, and made the whole calendar anew each time."""
    factories.AgendaItemPageFactory(parent=agenda, title="Feest")
    for adres in ALLE_KANALEN:
        antwoord = client.get(f"{adres}?kern=heukelum&x=%00")
        assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
        tekst = antwoord.content.decode()
        assert tekst.startswith("De parameter 'kern' bestaat hier niet."), adres
        assert tekst.count("bestaat hier niet") == 2
    for vraag in ("thema=woonen", "thema=wonen&thema=wonen", "thema=", "thema=%00", "thema=%ff"):
        assert client.get(f"/agenda.ics?{vraag}").status_code == 400
    assert "Wel: thema." in client.get("/agenda.ics?them=wonen").content.decode()
    assert client.get("/beesd/agenda/maand.txt?maand=2027-05").status_code == 200


@pytest.mark.parametrize(
    "adres", ["/agenda.ics", "/beesd/agenda.ics?thema=wonen", "/nieuw.xml", "/en/nieuw.xml"]
)
def test_scripts_van_elke_site_mogen_een_feed_lezen(client, beesd, themas, adres):
    vooraf = client.options(
        adres, headers={"origin": "https://beesd.example", "access-control-request-method": "GET"}
    )
    assert (vooraf.status_code, vooraf.content) == (204, b"")
    assert vooraf.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in vooraf.headers["Access-Control-Allow-Headers"]
    etag = client.get(adres).headers["ETag"]
    fout = client.get(f"{adres}{'&' if '?' in adres else '?'}x=1")
    assert fout.status_code == 400
    for antwoord in (vooraf, client.get(adres, headers={"if-none-match": etag}), fout):
        assert antwoord.headers["Access-Control-Allow-Origin"] == "*"


def test_wat_veel_kost_wordt_bewaard(client, agenda, themas, monkeypatch, django_assert_num_queries):
    """Also with a theme, however that is written; until something is published."""
    gemaakt = []
    monkeypatch.setattr(ical, "agenda", lambda naam, items, adres: gemaakt.append(adres) or b"kalender")
    for adres in ("/agenda.ics", "/agenda.ics?thema=wonen", "/beesd/agenda.ics"):
        assert client.get(adres).content == b"kalender"
        with django_assert_num_queries(1):
            assert client.get(adres.replace("wonen", "w%6Fnen&")).content == b"kalender"
    assert len(gemaakt) == 3
    factories.publiceer(factories.AgendaItemPageFactory(parent=agenda))
    client.get("/agenda.ics?thema=wonen")
    assert gemaakt[3] == "http://testserver/agenda.ics?thema=wonen"


def test_wat_bewaard_wordt_heeft_een_grens():
    plek = Bewaarplaats(ruimte=10)
    for letter in "abc":
        plek.zet(letter, HttpResponse(letter * 4, headers={"X-Letter": letter}))
        assert plek.pak("a" if letter != "c" else "b") is not None or letter == "c"
    # `a` was asked for last before `c` came, so `b` went.
    assert plek.pak("b") is None
    gekregen = plek.pak("a")
    gekregen.content = b"iets anders"
    gekregen.headers["X-Letter"] = "x"
    assert (plek.pak("a").content, plek.pak("a").headers["X-Letter"]) == (b"aaaa", "a")
    plek.zet("groot", HttpResponse("x" * 11))
    assert plek.pak("groot") is None
    assert plek.bezet == 8


@pytest.mark.parametrize("adres", ADRESSEN)
def test_feeds_kennen_304(client, beesd, adres):
    antwoord = client.get(adres)
    # No empty name in it: a cache may refuse to keep what varies by nothing that it can read.
    assert antwoord.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    etag = antwoord.headers["ETag"]
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


def test_insluiten_en_scherm_in_een_andere_taal(client, agenda, oproepen):
    """The interface is in the language of the address; text of editors that isn't says so."""
    factories.AgendaItemPageFactory(parent=agenda, title="Feest", begin=factories.moment("2999-01-01 20:00"))
    factories.OproepPageFactory(parent=oproepen, title="Denk mee")
    scherm = client.get("/en/beesd/scherm/").content.decode()
    assert '<p class="scherm-soort">Calendar</p>' in scherm
    assert '<h2 lang="nl">Feest</h2>' in scherm
    kader = client.get("/en/insluiten/beesd/agenda").content.decode()
    assert 'rel="noopener" lang="nl">Feest</a>' in kader
    assert client.get("/insluiten/beesd/agenda").content.decode().count(" lang=") == 1


def test_de_code_om_te_plakken_is_hoog_genoeg_voor_wat_er_hoogstens_in_staat(client, agenda):
    """Without a script on the host's page a frame can't follow its content: so its content has a limit."""
    for dag in range(1, 9):
        factories.AgendaItemPageFactory(parent=agenda, begin=factories.moment(f"2999-01-0{dag} 20:00"))
    assert client.get("/insluiten/beesd/agenda").content.decode().count("<article>") == insluiten.MEESTE
    pagina = client.get("/beesd/").content.decode()
    for soort, hoogte in insluiten.HOOGTEN.items():
        assert re.search(rf'/insluiten/beesd/{soort}"[^>]* height="{hoogte}"', pagina.replace("&quot;", '"'))


def test_het_scherm_weet_wanneer_iets_voorbij_is(client, agenda, oproepen):
    """So that a screen without a connection doesn't announce what was yesterday."""
    begin = factories.moment("2999-06-01 22:00")
    factories.AgendaItemPageFactory(parent=agenda, begin=begin, einde=factories.moment("2999-06-02 01:00"))
    scherm = client.get("/beesd/scherm/").content.decode()
    assert 'data-tot="2999-06-03T00:00+02:00"' in scherm
    assert 'data-welkom="1" hidden' in scherm
    wacht = client.get("/beesd/scherm/vangnet.js")
    assert wacht.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "script-src 'self'" in client.get("/beesd/scherm/").headers["Content-Security-Policy"]
