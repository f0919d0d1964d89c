"""What is asked, on Bloei! and on the stock site, and how many times the speed of stock is promised (issue of speed)."""

import json
from dataclasses import dataclass

from tests.meting.klant import Klant


@dataclass(frozen=True)
class Vergelijking:
    naam: str
    bloei: str
    standaard: str
    gevraagd: float  # times the speed of stock


def vergelijkingen(bloei: Klant, standaard: Klant) -> list[Vergelijking]:
    item = _eerste(bloei, "/api/v1/agenda-items")
    project = _eerste(bloei, "/api/v1/projecten")
    lijst = "/api/v2/pages/?type=standaard.TekstPage&limit=20"
    stuk = json.loads(standaard.tekst(f"{lijst}&offset=60"))["items"][0]
    pagina = "/" + stuk["meta"]["html_url"].split("/", 3)[3]
    return [
        Vergelijking(
            "API, lijst van 20 met inhoud", "/api/v1/paginas?metInhoud=true", f"{lijst}&fields=*", 8
        ),
        Vergelijking("API, lijst van 20", "/api/v1/agenda-items", lijst, 4),
        Vergelijking("API, één", f"/api/v1/agenda-items/{item['id']}", f"/api/v2/pages/{stuk['id']}/", 4),
        Vergelijking("agenda-item", _pad(item["url"]), pagina, 1.5),
        Vergelijking("kern", "/beesd/", pagina, 0.6),
        Vergelijking("home", "/", pagina, 0.6),
        Vergelijking("project", _pad(project["url"]), pagina, 0.6),
        Vergelijking("agenda van een kern", "/beesd/agenda/", pagina, 0.6),
        Vergelijking("meedoen van alle kernen", "/meedoen/", pagina, 0.6),
    ]


def openbaar(bloei: Klant) -> list[str]:
    """Every kind of public address; of lists the first page and the last."""
    item = _eerste(bloei, "/api/v1/agenda-items")
    lijsten = [
        f"/api/v1/{soort}"
        for soort in ("paginas", "agenda-items", "projecten", "oproepen", "kernagendapunten")
    ]
    adressen = [
        "/",
        "/beesd/",
        "/beesd/agenda/",
        "/beesd/kernagenda/",
        "/beesd/projecten/",
        "/meedoen/",
        _pad(item["url"]),
    ]
    adressen += [
        f"/api/v1/agenda-items/{item['id']}",
        "/api/v1/kernen",
        "/api/v1/zoek?q=speeltuin",
        "/zoeken/?q=speeltuin",
    ]
    adressen += ["/agenda.ics", "/beesd/agenda.ics", "/nieuw.xml", "/sitemap.xml"]
    for lijst in lijsten:
        aantal = json.loads(bloei.tekst(lijst))["aantal"]
        adressen += [lijst, f"{lijst}?pagina={max(1, -(-aantal // 20))}"]
    return adressen


def _eerste(bloei: Klant, lijst: str) -> dict:
    return json.loads(bloei.tekst(lijst))["resultaten"][0]


def _pad(url: str) -> str:
    return "/" + url.split("/", 3)[3]
