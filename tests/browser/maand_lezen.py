"""Where residents and channels read what the volunteer typed: pages, papers, feeds, frames and the API."""

import pypdfium2
from playwright.sync_api import Page

from tests.browser.maand_inhoud import (
    AFGELAST,
    ERBIJ,
    INLEIDING,
    KERNAGENDA,
    MOTIVERING,
    OPROEP,
    PEILING,
    PRIKOCHTEND,
    PROJECT,
    SCHOUW,
    STARTAVOND,
    UITKOMST,
    VERBETERD,
    VERDER,
    VERSLAG,
)

PUNTEN = [*(punt for punten in KERNAGENDA.values() for punt in punten), ERBIJ]
WOORDEN_VAN_PUNTEN = [w for punt in PUNTEN for w in (punt.titel, punt.omschrijving, punt.motivering) if w]
# What channels call each state; "Klaar" goes by another name.
STANDEN = {
    punt.titel: punt.status.lower().replace(" ", "-").replace("klaar", "gereed") for punt in PUNTEN
} | {VERDER[0]: VERDER[2].lower()}
AFSPRAKEN = [woord for afspraak in VERSLAG["afspraken"] for woord in afspraak]
GEZEGD = [tekst for _tafel, _thema, tekst in VERSLAG["regels"]]
AFGEZEGD = [SCHOUW.titel, "Gaat niet door"]
IN_HET_PROJECT = [PROJECT["title"], PROJECT["samenvatting"], *PROJECT["mijlpalen"], *PROJECT["fasen"]]
IN_DE_UITKOMST = [PEILING.titel, PEILING.vraag, "Teruggekoppeld", UITKOMST, MOTIVERING]
IN_DE_OPROEP = [OPROEP.titel, OPROEP.vraag, OPROEP.offline_meedoen]

PAGINAS: dict[str, list[str]] = {
    "/deil/": [PRIKOCHTEND.titel, OPROEP.titel],
    "/deil/kernagenda/": [INLEIDING, *KERNAGENDA, *{punt.status for punt in PUNTEN}, *WOORDEN_VAN_PUNTEN],
    "/deil/kernagenda/?van=1&tot=2": ["Van versie 1 naar versie 2", VERDER[0], ERBIJ.titel],
    "/deil/agenda/": [PRIKOCHTEND.titel, PRIKOCHTEND.locatie, *AFGEZEGD],
    "/deil/agenda/?periode=geweest": [STARTAVOND.titel, STARTAVOND.locatie, "Geweest"],
    "/deil/agenda/prikochtend/": [PRIKOCHTEND.titel, PRIKOCHTEND.locatie, VERBETERD],
    "/deil/agenda/schouw-langs-de-dijk/": ["Dit gaat niet door.", AFGELAST, SCHOUW.samenvatting],
    "/deil/agenda/startavond-in-de-kerk/": [*GEZEGD, VERSLAG["aanwezigen"], *AFSPRAKEN],
    "/deil/projecten/": [PROJECT["title"], PROJECT["status"]],
    "/deil/projecten/bankjes-langs-de-linge/": IN_HET_PROJECT,
    "/deil/meedoen/": [OPROEP.titel, PEILING.titel, "Teruggekoppeld"],
    "/deil/meedoen/waar-moet-het-laatste-bankje-komen/": IN_DE_OPROEP,
    "/deil/meedoen/op-welke-dag-eten-we-samen/": IN_DE_UITKOMST,
    "/agenda/?kern=deil": [PRIKOCHTEND.titel, *AFGEZEGD],
    "/meedoen/?kern=deil": [OPROEP.titel],
    "/projecten/?kern=deil": [PROJECT["title"]],
    "/kernagendapunten/?kern=deil": [PUNTEN[0].titel],
    "/zoeken/?q=prikochtend": [PRIKOCHTEND.titel],
    "/insluiten/deil/agenda": [PRIKOCHTEND.titel, *AFGEZEGD],
    "/insluiten/deil/projecten": [PROJECT["title"]],
    "/insluiten/deil/oproepen": [OPROEP.titel],
}
PAPIER: dict[str, list[str]] = {
    "/deil/kernagenda/folder.pdf": [*KERNAGENDA, *WOORDEN_VAN_PUNTEN],
    "/deil/agenda/prikochtend/affiche-a4.pdf": [PRIKOCHTEND.titel, PRIKOCHTEND.locatie],
    "/deil/agenda/schouw-langs-de-dijk/affiche-a4.pdf": [*AFGEZEGD, AFGELAST],
    "/deil/agenda/startavond-in-de-kerk/afspraken-a5.pdf": AFSPRAKEN,
    "/deil/agenda/prikochtend/kaartjes.pdf": [punt.titel for punt in PUNTEN],
    "/deil/meedoen/waar-moet-het-laatste-bankje-komen/affiche-a4.pdf": [OPROEP.titel, OPROEP.offline_meedoen],
}
STROMEN: dict[str, list[str]] = {
    "/deil/agenda.ics": [PRIKOCHTEND.titel, VERBETERD, f"Gaat niet door: {SCHOUW.titel}", "STATUS:CANCELLED"],
    "/deil/agenda/schouw-langs-de-dijk/afspraak.ics": ["STATUS:CANCELLED", AFGELAST],
    "/deil/nieuw.xml": [PROJECT["title"], OPROEP.titel, PEILING.titel, PRIKOCHTEND.titel],
}


def op_pagina(page: Page, adres: str) -> str:
    assert page.goto(adres).status == 200, adres
    return page.locator("body").inner_text()


def op_papier(page: Page, adres: str) -> str:
    document = pypdfium2.PdfDocument(page.request.get(adres).body())
    return " ".join(" ".join(blad.get_textpage().get_text_bounded().split()) for blad in document)


def in_stroom(page: Page, adres: str) -> str:
    """The lines unfolded, and commas as they were typed."""
    return page.request.get(adres).text().replace("\r\n ", "").replace("\\,", ",")


def in_api(page: Page, soort: str, titel: str, ook: str = "") -> dict:
    """Everything that the API says of one thing of Deil; `ook` is more to ask of the list in which it is looked up."""
    lijst = page.request.get(f"/api/v1/{soort}?kern=deil&paginaGrootte=100{ook}").json()["resultaten"]
    (nummer,) = (resultaat["id"] for resultaat in lijst if resultaat["titel"] == titel)
    return page.request.get(f"/api/v1/{soort}/{nummer}").json()


def punten_in_api(page: Page) -> dict[str, dict]:
    """The points of Deil as channels get them, by title."""
    antwoord = page.request.get("/api/v1/kernagendapunten?kern=deil&paginaGrootte=100").json()
    return {punt["titel"]: punt for punt in antwoord["resultaten"]}
