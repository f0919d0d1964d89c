"""Rich text as Wagtail stores it, made into clean HTML with absolute links, and into plain text."""

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.encoding import iri_to_uri

from api.schemas.basis import Tekst
from core.teksten import schoon

LINK = re.compile(r"<a\b[^<>]*>")
SOORT_EN_NUMMER = re.compile(r'linktype="(page|document)"|\bid="(\d{1,9})"')
SOORT = {"page": "pagina", "document": "document"}
EIGEN_REGEL = {"p", "li", "h2", "h3", "h4", "blockquote"}
SCHEMAS = (*(f"{schema}:" for schema in schoon.SCHEMAS), "#")
Adres = Callable[[str, int], str | None]


def links(bron: str) -> Iterator[tuple[str, int]]:
    """The pages and documents that stored rich text links to: ("pagina" or "document", number)."""
    for link in LINK.findall(bron):
        gevonden = SOORT_EN_NUMMER.findall(link)
        soort = next((soort for soort, _ in gevonden if soort), None)
        nummer = next((nummer for _, nummer in gevonden if nummer), None)
        if soort and nummer:
            yield SOORT[soort], int(nummer)


def als_tekst(bron: str, adres: Adres, site: str) -> Tekst:
    """Stored rich text as HTML and as text. `adres("pagina" or "document", number)` gives an address, or None:
    a link to what isn't public becomes the words alone. `site` is the address that a typed `/beesd/` is on."""
    # Cleaned when it was stored; once more, for what was stored before that, or past it.
    soep = BeautifulSoup(schoon.rijke_tekst(bron), "html.parser")
    for tag in soep.find_all(True):
        href = _href(tag, adres, site) if tag.name == "a" else None
        tag.attrs = {"href": href} if href else {}
        if tag.name == "a" and not href:
            tag.unwrap()
    return Tekst(html=str(soep), tekst=_platte_tekst(soep))


def _href(link: Tag, adres: Adres, site: str) -> str | None:
    nummer = str(link.get("id", ""))
    if link.get("linktype") in SOORT and nummer.isdecimal():
        return adres(SOORT[str(link["linktype"])], int(nummer))
    href = str(link.get("href", "")).strip()
    # As a browser reads it on the site: `//elders.nl` is another host.
    if href.startswith("//"):
        return f"https:{href}"
    if href.startswith("/"):
        return site.rstrip("/") + iri_to_uri(href)
    return href if href.lower().startswith(SCHEMAS) else None


def _platte_tekst(soep: BeautifulSoup) -> str:
    for tag in soep.find_all(EIGEN_REGEL | {"br"}):
        tag.insert_after(NavigableString("\n"))
    regels = (re.sub(r"[^\S\n]+", " ", regel).strip() for regel in soep.get_text().split("\n"))
    return "\n".join(regel for regel in regels if regel)
