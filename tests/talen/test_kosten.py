"""How many questions a page, a feed and an answer ask the database at most, in Dutch and in a language that all of it is
in. Who makes one of these numbers higher knows why."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from core.models import GemeenteInstellingen

TALEN = ("nl", "pl")
# A block that is remembered asks nothing: what it costs would be hidden.
pytestmark = pytest.mark.usefixtures("zonder_stukken")
# Address, in Dutch, in Polish; without what is kept in memory (core.geheugen, and what Wagtail keeps). Whether the project
# and the call that a page points at are public is asked for each of them.
KOSTEN = [
    ("/", 7, 12),
    ("/beesd/", 11, 17),
    ("/beesd/agenda/", 5, 7),
    ("/beesd/projecten/", 8, 12),
    ("/beesd/meedoen/", 5, 7),
    ("/beesd/kernagenda/", 6, 10),
    ("/beesd/agenda/avond/", 12, 20),
    ("/beesd/projecten/speeltuin/", 12, 19),
    # In another language with its questions, its tasks and its outcome: rows with text of their own, a query each.
    ("/beesd/meedoen/plein/", 6, 12),
    ("/over/", 6, 8),
    ("/agenda/", 3, 4),
    ("/meedoen/", 4, 5),
    ("/projecten/", 5, 8),
    ("/kernagendapunten/", 3, 4),
    ("/zoeken/?q=avond", 12, 14),
    ("/zoeken/?q=speeltuin", 12, 14),
    ("/agenda.ics", 3, 4),
    ("/beesd/agenda.ics", 4, 6),
    ("/beesd/agenda/avond/afspraak.ics", 3, 4),
    ("/nieuw.xml", 9, 10),
    ("/beesd/nieuw.xml", 8, 10),
    ("/insluiten/beesd/agenda", 3, 5),
    ("/insluiten/beesd/projecten", 3, 4),
    ("/insluiten/beesd/oproepen", 3, 5),
    ("/beesd/scherm/", 5, 8),
    ("/api/v1/kernen", 3, 3),
    ("/api/v1/kernen?metInhoud=true", 3, 3),
    ("/api/v1/agenda-items", 3, 3),
    ("/api/v1/agenda-items?metInhoud=true", 3, 3),
    ("/api/v1/projecten", 3, 3),
    ("/api/v1/projecten?metInhoud=true", 3, 3),
    ("/api/v1/oproepen", 3, 3),
    ("/api/v1/oproepen?metInhoud=true", 3, 3),
    ("/api/v1/paginas", 3, 3),
    ("/api/v1/paginas?metInhoud=true", 3, 3),
    ("/api/v1/paginas?pad=/beesd/agenda/avond/", 4, 4),
    ("/api/v1/kernagendapunten", 2, 3),
    ("/api/v1/themas", 3, 3),
    ("/api/v1/zoek?q=avond", 4, 4),
    ("/api/v1/kernen/beesd", 3, 3),
    ("/api/v1/kernen/beesd/kernagenda", 3, 5),
    ("/api/v1/agenda-items/{avond}", 3, 3),
    ("/api/v1/projecten/{speeltuin}", 3, 3),
    ("/api/v1/oproepen/{plein}", 3, 3),
    ("/api/v1/paginas/{kern}", 3, 3),
    ("/api/v1/agenda-items?project={speeltuin}", 4, 4),
    ("/api/v1/agenda-items?kern=beesd", 3, 3),
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
    GemeenteInstellingen.load()  # made when it is first asked for, and that changes the content
    duurder = {
        adres: (gevraagd, hoogstens[TALEN.index(taal)])
        for adres, (_, *hoogstens) in zip(adressen(vertaald, taal), KOSTEN, strict=True)
        if (gevraagd := kosten(client, adres)) > hoogstens[TALEN.index(taal)]
    }
    assert duurder == {}


def test_bij_een_project_staat_een_oproep_een_keer_ook_als_zij_vertaald_is(client, vertaald):
    for adres in ("/beesd/projecten/speeltuin/", "/pl/beesd/projecten/speeltuin/"):
        assert client.get(adres).text.count('/beesd/meedoen/plein/"') == 1, adres
