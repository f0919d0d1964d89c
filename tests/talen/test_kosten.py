"""How many questions a page, a feed and an answer ask the database at most, in Dutch and in a language that all of it is
in. Who makes one of these numbers higher knows why."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

TALEN = ("nl", "pl")
# Address, in Dutch, in Polish; without what is kept in memory. Whether the project and the call that a page points at are
# public is asked for each of them.
KOSTEN = [
    ("/", 19, 28),
    ("/beesd/", 35, 49),
    ("/beesd/agenda/", 22, 31),
    ("/beesd/projecten/", 24, 35),
    ("/beesd/meedoen/", 22, 31),
    ("/beesd/kernagenda/", 21, 32),
    ("/beesd/agenda/avond/", 34, 46),
    ("/beesd/projecten/speeltuin/", 43, 58),
    ("/beesd/meedoen/plein/", 21, 31),
    ("/over/", 19, 27),
    ("/agenda/", 15, 18),
    ("/meedoen/", 15, 18),
    ("/projecten/", 17, 22),
    ("/kernagendapunten/", 14, 17),
    ("/zoeken/?q=avond", 16, 19),
    ("/zoeken/?q=speeltuin", 16, 19),
    ("/agenda.ics", 4, 5),
    ("/beesd/agenda.ics", 5, 7),
    ("/beesd/agenda/avond/afspraak.ics", 4, 5),
    ("/nieuw.xml", 10, 11),
    ("/beesd/nieuw.xml", 9, 11),
    ("/insluiten/beesd/agenda", 5, 7),
    ("/insluiten/beesd/projecten", 4, 5),
    ("/insluiten/beesd/oproepen", 5, 7),
    ("/beesd/scherm/", 8, 11),
    ("/api/v1/kernen", 5, 6),
    ("/api/v1/kernen?metInhoud=true", 6, 7),
    ("/api/v1/agenda-items", 4, 5),
    ("/api/v1/agenda-items?metInhoud=true", 5, 6),
    ("/api/v1/projecten", 4, 5),
    ("/api/v1/projecten?metInhoud=true", 5, 6),
    ("/api/v1/oproepen", 4, 5),
    ("/api/v1/oproepen?metInhoud=true", 4, 5),
    ("/api/v1/paginas", 4, 5),
    ("/api/v1/paginas?metInhoud=true", 5, 6),
    ("/api/v1/paginas?pad=/beesd/agenda/avond/", 5, 6),
    ("/api/v1/kernagendapunten", 4, 5),
    ("/api/v1/themas", 4, 4),
    # One of them for the words that are the same thing.
    ("/api/v1/zoek?q=avond", 7, 7),
    ("/api/v1/kernen/beesd", 6, 7),
    ("/api/v1/kernen/beesd/kernagenda", 5, 7),
    ("/api/v1/agenda-items/{avond}", 6, 7),
    ("/api/v1/projecten/{speeltuin}", 5, 7),
    ("/api/v1/oproepen/{plein}", 4, 5),
    ("/api/v1/paginas/{kern}", 5, 6),
    ("/api/v1/agenda-items?project={speeltuin}", 5, 6),
    ("/api/v1/agenda-items?kern=beesd", 4, 5),
]


def adressen(paginas: dict[str, Page], taal: str) -> list[str]:
    """What is asked for, each way that a page is shown in, in this language."""
    nummers = {
        naam: paginas[pad].pk
        for naam, pad in (
            ("avond", "/beesd/agenda/avond/"),
            ("speeltuin", "/beesd/projecten/speeltuin/"),
            ("plein", "/beesd/meedoen/plein/"),
            ("kern", "/beesd/"),
        )
    }
    return [in_taal(adres.format(**nummers), taal) for adres, *_ in KOSTEN]


def in_taal(adres: str, taal: str) -> str:
    if taal == "nl":
        return adres
    if adres.startswith("/api/"):
        return f"{adres}{'&' if '?' in adres else '?'}taal={taal}"
    return f"/{taal}{adres}"


def kosten(client, adres: str) -> int:
    # What Wagtail keeps between requests is no part of what a page costs.
    Site.clear_site_root_paths_cache()
    client.get(adres)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(adres).status_code == 200, adres
    return len(vragen)


@pytest.mark.parametrize("taal", TALEN)
def test_wat_een_pagina_kost(client, vertaald, taal):
    duurder = {
        adres: (gevraagd, hoogstens[TALEN.index(taal)])
        for adres, (_, *hoogstens) in zip(adressen(vertaald, taal), KOSTEN, strict=True)
        if (gevraagd := kosten(client, adres)) > hoogstens[TALEN.index(taal)]
    }
    assert duurder == {}
