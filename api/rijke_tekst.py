"""Rich text as Wagtail stores it, made into clean HTML with absolute links, and into plain text."""

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.encoding import iri_to_uri

from api.schemas.basis import Tekst

LINK = re.compile(r"<a\b[^>]*>")
SOORT_EN_NUMMER = re.compile(r'linktype="(page|document)"|\bid="(\d{1,9})"')
SOORT = {"page": "pagina", "document": "document"}
TAGS = {
    "p",
    "br",
    "b",
    "strong",
    "i",
    "em",
    "ul",
    "ol",
    "li",
    "a",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "sub",
    "sup",
}
WEG = {"script", "style", "embed", "iframe", "object"}
EIGEN_REGEL = {"p", "li", "h2", "h3", "h4", "blockquote"}
SCHEMAS = ("https://", "http://", "mailto:", "tel:", "#")
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
    soep = BeautifulSoup(bron, "html.parser")
    for tag in soep.find_all(True):
        _schoon(tag, adres, site)
    return Tekst(html=str(soep), tekst=_platte_tekst(soep))


def _schoon(tag: Tag, adres: Adres, site: str) -> None:
    if tag.decomposed:
        return
    if tag.name in WEG:
        tag.decompose()
    elif tag.name not in TAGS:
        tag.unwrap()
    elif tag.name == "a":
        href = _href(tag, adres, site)
        tag.attrs = {"href": href} if href else {}
        if not href:
            tag.unwrap()
    else:
        tag.attrs = {}


def _href(link: Tag, adres: Adres, site: str) -> str | None:
    nummer = str(link.get("id", ""))
    if link.get("linktype") in SOORT and nummer.isdecimal():
        return adres(SOORT[link["linktype"]], int(nummer))
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
