"""An address is that of the Dutch page with the language before it: whatever was renamed, moved or taken over."""

import random
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from wagtail.models import Page, Site

from core.boom import KERN_DIEPTE
from core.goedkeuring.uitzondering import zonder_goedkeuring
from kernpagina.models import AgendaItemPage
from projecten.models import ProjectenPage, ProjectPage
from search.zoeken import doorzoekbaar
from tests.dorp import agenda_item
from tests.talen.vertaler import publiceer, vertaal

TALEN = ("nl", "en", "pl")
BASIS = "http://testserver"


def voor(taal: str) -> str:
    return "" if taal == "nl" else f"/{taal}"


@pytest.fixture
def wereld(dorp) -> list[Page]:
    """Three meetings and two projects; some in English, some in Polish, one in both, one in neither."""
    project = ProjectPage(
        title="Titel park", slug="park", samenvatting="Groen", initiatiefnemer="inwoners", status="idee"
    )
    with zonder_goedkeuring("tests"):
        ProjectenPage.objects.child_of(dorp.beesd).get().add_child(instance=project)
    paginas = [
        agenda_item(dorp.agenda, f"Titel {slug}", live=True, slug=slug, samenvatting=f"Over {slug}")
        for slug in ("feest", "markt", "schouw")
    ]
    paginas.append(publiceer(project))
    for pagina, talen in zip(paginas, (("en", "pl"), ("pl",), (), ("en",)), strict=True):
        for taal in talen:
            vertaal(pagina, taal)
    return paginas


def husselen(dorp, paginas: list[Page], keer: random.Random) -> None:
    """Rename, move, take off, mirror, translate, and hand an address that became free to another page."""
    daden = [hernoem, hernoem, verplaats, haal_weg, spiegel, vertaal_alsnog]
    for daad in keer.sample(daden, k=len(daden)):
        pagina = keer.choice(paginas)
        daad(dorp, type(pagina).objects.get(pk=pagina.pk), paginas, keer)


def hernoem(dorp, pagina: Page, paginas: list[Page], keer: random.Random) -> None:
    oud = pagina.slug
    pagina.slug = f"{oud}-{keer.randrange(10**6)}"
    publiceer(pagina)
    if isinstance(pagina, AgendaItemPage):
        ouder = type(dorp.agenda).objects.get(pk=pagina.get_parent().pk)
        nieuw = agenda_item(ouder, f"Titel nieuw {oud}", live=True, slug=oud, samenvatting=f"Nieuw {oud}")
        paginas.append(nieuw)
        vertaal(nieuw, keer.choice(["en", "pl"]))


def verplaats(dorp, pagina: Page, paginas: list[Page], keer: random.Random) -> None:
    naar = keer.choice([dorp.agenda, dorp.agenda_heukelum])
    if isinstance(pagina, AgendaItemPage) and not naar.get_children().filter(slug=pagina.slug).exists():
        with zonder_goedkeuring("tests"):
            pagina.move(Page.objects.get(pk=naar.pk), "last-child")


def haal_weg(dorp, pagina: Page, paginas: list[Page], keer: random.Random) -> None:
    """The Dutch page, or one of its translations alone."""
    weg = keer.choice([pagina, *pagina.get_translations().filter(alias_of=None, live=True)])
    with zonder_goedkeuring("tests"):
        weg.unpublish()


def spiegel(dorp, pagina: Page, paginas: list[Page], keer: random.Random) -> None:
    """The same meeting in the agenda of the other village."""
    ouder = keer.choice([dorp.agenda, dorp.agenda_heukelum])
    if isinstance(pagina, AgendaItemPage) and pagina.live:
        with zonder_goedkeuring("tests"):
            pagina.create_alias(parent=ouder, update_slug=f"spiegel-{keer.randrange(10**6)}")


def vertaal_alsnog(dorp, pagina: Page, paginas: list[Page], keer: random.Random) -> None:
    if pagina.live and pagina.alias_of_id is None:
        vertaal(pagina, keer.choice(["en", "pl"]))


def genoemd(client: Client, taal: str) -> Iterator[tuple[str, str]]:
    """Every address that a channel gives, with the title that it gives it under; a translation is named by the title
    of the page it is named on, whose language may be another: then only what comes after the language counts."""
    for lijst in ("agenda-items", "projecten", "paginas"):
        for rij in client.get(f"/api/v1/{lijst}", {"taal": taal, "paginaGrootte": 100}).json()["resultaten"]:
            yield rij["url"], rij["titel"]
            assert rij["url"].startswith(f"{BASIS}/{rij['taal']}/") == (rij["taal"] != "nl")
            if "icsUrl" in rij:
                yield rij["icsUrl"], rij["titel"]
            for vertaling in rij.get("vertalingen", []):
                voor_titel = "" if vertaling["taal"] == "nl" else f"{vertaling['taal']}: "
                yield vertaling["url"], voor_titel + zonder_taal(rij["titel"])
    for rij in client.get("/api/v1/zoek", {"taal": taal, "q": "titel"}).json()["resultaten"]:
        yield rij["url"], rij["titel"]
    atom = client.get(f"{voor(taal)}/nieuw.xml").content.decode()
    for item in re.findall(r"<entry>.*?</entry>", atom, re.DOTALL):
        yield re.search(r'<link href="([^"]+)"', item)[1], re.search(r"<title>([^<]*)", item)[1]
    ics = client.get(f"{voor(taal)}/agenda.ics").content.decode().replace("\r\n ", "")
    for afspraak in re.findall(r"BEGIN:VEVENT.*?END:VEVENT", ics, re.DOTALL):
        yield re.search(r"URL[^:]*:(\S+)", afspraak)[1], re.search(r"SUMMARY:(.*)", afspraak)[1].strip()
    for kern in ("beesd", "heukelum"):
        for soort in ("agenda", "projecten"):
            html = client.get(f"{voor(taal)}/insluiten/{kern}/{soort}").content.decode()
            yield from re.findall(
                r'<a [^>]*href="(http[^"]+/(?:agenda|projecten)/[^"]+/)"[^>]*>\s*([^<]+)', html
            )
    html = client.get(f"{voor(taal)}/zoeken/", {"q": "titel"}).content.decode()
    yield from re.findall(r'href="(/[^"]+)"[^>]*>([^<]*Titel[^<]*)</a>', html)


def titel_van(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)[1]).split())


def zonder_taal(titel: str) -> str:
    """The title without the language that the translator of the tests puts before it."""
    return titel.split(": ")[-1]


@pytest.mark.parametrize("zaad", [1, 2])
def test_elk_adres_leidt_naar_de_goede_pagina(dorp, wereld, zaad):
    husselen(dorp, wereld, random.Random(zaad))  # noqa: S311 - a test that can be done over
    Site.clear_site_root_paths_cache()
    client = Client()
    gezien: dict[str, str] = {}
    for taal in TALEN:
        for adres, titel in genoemd(client, taal):
            pad = adres.removeprefix(BASIS).removeprefix("http://localhost")
            if pad not in gezien:
                antwoord = client.get(pad)
                assert antwoord.status_code == 200, adres
                tekst = antwoord.content.decode()
                gezien[pad] = (
                    re.search(r"SUMMARY:(.*)", tekst)[1].strip() if pad.endswith(".ics") else titel_van(tekst)
                )
            if "Titel" in titel:
                assert gezien[pad] == titel, adres
    assert len(gezien) > 20
    kaart = client.get("/sitemap.xml").content.decode()
    adressen = set(re.findall(r'(?:<loc>|href=")([^<"]+)', kaart))
    openbaar = AgendaItemPage.objects.filter(locale__language_code="nl", live=True)
    verwacht = {
        f"{voor(taal)}{pagina.get_url()}"
        for taal in TALEN
        for pagina in openbaar.filter(alias_of=None)
        if pagina.get_translations(inclusive=True).filter(locale__language_code=taal, live=True).exists()
    }
    assert verwacht <= {adres.removeprefix(BASIS) for adres in adressen}
    for adres in adressen:
        assert client.get(adres.removeprefix(BASIS)).status_code == 200, adres
    # Each of them, below the lists; a list is found for as long as something stands in it.
    gevonden = doorzoekbaar(Site.objects.get(is_default_site=True)).filter(depth__gt=KERN_DIEPTE + 1)
    assert gevonden.count() == (
        openbaar.count() + ProjectPage.objects.filter(locale__language_code="nl", live=True).count()
    )


def test_een_vertaling_kent_haar_adres(dorp):
    """What is linked to in mail and in the admin, after the yearly event gave its address to this year's."""
    vorig = agenda_item(dorp.agenda, "Vorig jaar", live=True, slug="feest")
    doel = vertaal(vorig, "pl")
    vorig.refresh_from_db()
    vorig.slug = "feest-vorig"
    publiceer(vorig)
    nieuw = vertaal(agenda_item(dorp.agenda, "Dit jaar", live=True, slug="feest"), "pl")
    assert type(doel).objects.get(pk=doel.pk).full_url == "http://localhost/pl/beesd/agenda/feest-vorig/"
    assert type(nieuw).objects.get(pk=nieuw.pk).full_url == "http://localhost/pl/beesd/agenda/feest/"


def test_een_kern_heet_in_elke_taal_zoals_in_het_nederlands(client, dorp):
    vertaal(dorp.beesd, "pl")
    beesd = type(dorp.beesd).objects.get(pk=dorp.beesd.pk)
    beesd.slug = "beesd-aan-de-linge"
    publiceer(beesd)
    kern = client.get("/api/v1/kernen/beesd-aan-de-linge", {"taal": "pl"}).json()
    assert (kern["slug"], kern["taal"]) == ("beesd-aan-de-linge", "pl")
    assert kern["url"].endswith("/pl/beesd-aan-de-linge/")
    assert client.get("/pl/beesd-aan-de-linge/nieuw.xml").status_code == 200
