"""The way to a page: its site and its place in the tree.

A visitor asks this of every page, and it costs as many questions as the address has parts. What of it is the same for
everybody is remembered (`core.geheugen`); the page itself always comes from the database.
"""

from copy import copy

from django.http import Http404, HttpRequest
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from core.geheugen import eigen, onthoud
from core.talen.lezen import heel_in_leestaal
from core.talen.taal import BRONTAAL, taal_van


def site_van(request: HttpRequest) -> Site | None:
    """The site of this address, with its front page. Wagtail finds it there too, wherever it asks."""
    if not hasattr(request, "_wagtail_site"):
        onthouden = onthoud(
            ("site", request.get_host(), request.get_port()), lambda: Site.find_for_request(request)
        )
        site = copy(onthouden)
        if site is not None:
            site.root_page = eigen(site.root_page)
        setattr(request, "_wagtail_site", site)  # noqa: B010 - Wagtail's own name for it
    return Site.find_for_request(request)


def zoek_pagina(request: HttpRequest, pad: str) -> RouteResult | None:
    """The page at this address, in the language of the address; None when none is online there.

    As `Page.route` finds it from parent to child, but by the whole address at once.
    """
    site = site_van(request)
    if site is None:
        return None
    boven = site.root_page
    if taal_van(boven.locale_id) != BRONTAAL:
        return Page.route_for_request(request, pad)
    delen = [deel for deel in pad.split("/") if deel]
    try:
        nummer, soort = onthoud(("weg", boven.pk, *delen), lambda: _nummer_en_soort(boven, delen))
    except Http404:
        return None
    # Not `first()`: that puts them in order, of which the words take a third of making up the question.
    pagina = next(iter(soort._default_manager.filter(pk=nummer, live=True).order_by()), None)
    if pagina is None:
        return None
    return RouteResult(heel_in_leestaal(pagina))


def _nummer_en_soort(boven: Page, delen: list[str]) -> tuple[int, type[Page]]:
    adres = "".join(f"{deel}/" for deel in delen)
    # An address has no index, a slug has one.
    paginas = Page.objects.filter(path__startswith=boven.path, url_path=boven.url_path + adres)
    pagina = paginas.filter(slug=delen[-1]).first() if delen else boven
    if pagina is None or pagina.specific_class is None:
        raise Http404
    return pagina.pk, pagina.specific_class
