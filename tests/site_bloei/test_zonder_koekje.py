"""Whoever reads and takes part gets no cookie: every address that isn't the admin's or one's own is asked and posted to."""

import re
from collections.abc import Iterator
from itertools import product
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern
from wagtail.models import Page

from tests.goedkeuring.niets_hier import eenmaal_getekend
from tests.talen.wereld import maak_alles

# A cookie of a session is what these are for.
MET_KOEKJE = ("cms/", "mijn/")
DEEL = re.compile(r"<(?:\w+:)?(\w+)>")


def routes(patronen: list[URLPattern | URLResolver], begin: str = "") -> Iterator[str]:
    for deel in patronen:
        hier = begin if isinstance(deel.pattern, LocalePrefixPattern) else f"{begin}{deel.pattern}"
        if isinstance(deel, URLResolver):
            yield from routes(deel.url_patterns, hier)
        elif isinstance(deel.pattern, RoutePattern) and not hier.startswith(MET_KOEKJE):
            yield hier


def adressen(paginas: list[Page]) -> Iterator[str]:
    """Each of these routes, for each page that it may be about; the pages themselves as well."""
    paden = [pagina.url.strip("/") for pagina in paginas]
    waarden = {
        "pad": paden,
        "kern": ["beesd"],
        "slug": ["beesd"],
        "pk": [str(pagina.pk) for pagina in paginas],
        "id": [str(pagina.pk) for pagina in paginas],
        "punt": [str(uuid4())],
    }
    for route in routes(get_resolver().url_patterns):
        namen = DEEL.findall(route)
        for gekozen in product(*(waarden.get(naam, ["1"]) for naam in namen)):
            invullen = iter(gekozen)
            yield "/" + DEEL.sub(lambda deel: next(invullen), route)  # noqa: B023 - done before the next
    yield from (f"/{pad}/" for pad in paden)


@pytest.mark.usefixtures("verbinding_blijft")
def test_no_address_sets_a_cookie(dorp):
    maak_alles(dorp)
    per_soort = {type(p): p.specific for p in Page.objects.live().specific() if p.url}
    gevonden, standen = [], set()
    # At many addresses there is nothing: the page that says so is drawn at the first.
    with eenmaal_getekend():
        for adres in adressen(list(per_soort.values())):
            methoden = ["get", "post"]
            for methode in methoden:
                vreemde = Client(raise_request_exception=False)
                antwoord = getattr(vreemde, methode)(adres)
                standen.add((methode, antwoord.status_code))
                if antwoord.cookies or antwoord.status_code >= 500:
                    gevonden.append(f"{methode} {adres}: {antwoord.status_code} {antwoord.cookies.output()}")
                if methode == "get" and antwoord.status_code == 200:
                    # Where there is nothing to read, there is no head of it either.
                    methoden.append("head")
    assert gevonden == []
    # Else nothing was read or sent at all.
    assert {("get", 200), ("head", 200), ("post", 200), ("post", 302)} <= standen
