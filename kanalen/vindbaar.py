"""What machines look for on any site: sitemap, robots.txt and security.txt."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet, Window
from django.db.models.functions import Mod, RowNumber
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.timezone import localdate
from django.utils.translation import override
from wagtail.models import Page

from core.geheugen import onthoud
from core.lezer import Lezer
from core.models import GemeenteInstellingen
from core.talen.lezen import vertaald
from core.talen.taal import BRONTAAL, talen
from core.tijd import begin_van, vandaag
from core.voorwaardelijk import met_etag
from home.models import InformatiePage, Rol
from kanalen.kanaal import kanaal
from kernpagina.leeg import zonder_lege_lijsten

GELDIG = timedelta(days=180)
# How many pages are in one sitemap, each in its languages; more may be, but smaller ones are made sooner.
PER_SITEMAP = 1000
# Written down here: Django's template took ten times as long for the same.
URLSET = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
%s
</urlset>
"""
URL = "<url><loc>%s</loc>%s%s</url>"
ANDERS = '<xhtml:link rel="alternate" hreflang="%s" href="%s"/>'
OVERZICHTEN = ("agenda", "meedoen", "projecten", "kernagendapunten", "afspraken", "voortgang")


@kanaal("p", voor_elke_site=False)
@met_etag()
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every address in one sitemap, or an index of sitemaps (`?p=1`) when there are too many. Each is made of its own
    pages alone: those with a number from one border to the next."""
    lezer = Lezer(request)
    paginas = lezer.paginas(Page.objects.filter(alias_of__isnull=True))
    grenzen = _grenzen(lezer, paginas)
    if len(grenzen) > 1 and "p" not in request.GET:
        adres = request.build_absolute_uri(request.path)
        index = [{"location": f"{adres}?p={nummer + 1}"} for nummer in range(len(grenzen))]
        return render(request, "sitemap_index.xml", {"sitemaps": index}, content_type="application/xml")
    blad = request.GET.get("p", "1")
    if blad not in [str(nummer + 1) for nummer in range(max(1, len(grenzen)))]:
        raise Http404
    van, tot = [*grenzen, None, None][int(blad) - 1 : int(blad) + 1]
    deel = paginas.filter(pk__gte=van or 0)
    regels = _regels(lezer, deel.filter(pk__lt=tot) if tot else deel)
    if blad == "1":
        regels = [*_overzichten(lezer), *regels]
    return HttpResponse(URLSET % "".join(regels), content_type="application/xml")


def _grenzen(lezer: Lezer, paginas: QuerySet) -> list[int]:
    """The number of the first page of each sitemap."""

    def zoek() -> list[int]:
        genummerd = paginas.annotate(rest=Mod(Window(RowNumber(), order_by="pk") - 1, PER_SITEMAP))
        return list(genummerd.filter(rest=0).order_by("pk").values_list("pk", flat=True))

    return onthoud(("sitemap", lezer.site, PER_SITEMAP), zoek)


def _overzichten(lezer: Lezer) -> list[str]:
    """The overviews, in each language of the site."""
    per_overzicht = [[(taal, _overzicht(lezer, naam, taal)) for taal in talen()] for naam in OVERZICHTEN]
    return [_regel(adres, versies) for versies in per_overzicht for _, adres in versies]


def _regels(lezer: Lezer, paginas: QuerySet) -> list[str]:
    """These pages in every language they are written in, each with the others; lists with nothing in them are left
    out."""
    regels = []
    paginas = zonder_lege_lijsten(paginas).order_by("path")
    talen_van = _per_pagina(paginas)
    for sleutel, pad, gewijzigd in paginas.values_list("translation_key", "url_path", "last_published_at"):
        talen_van_pagina = [(BRONTAAL, gewijzigd), *talen_van[sleutel]]
        versies = [(taal, escape(lezer.absoluut(lezer.pad(pad, taal)))) for taal, _ in talen_van_pagina]
        for (_, adres), (_, eigen) in zip(versies, talen_van_pagina, strict=True):
            # What is the same in every language comes from the Dutch page.
            regels.append(_regel(adres, versies, max(filter(None, (eigen, gewijzigd)), default=None)))
    return regels


def _per_pagina(paginas: QuerySet) -> dict[UUID, list[tuple[str, datetime | None]]]:
    """The languages that each of these pages is translated into, and when that was published."""
    anders = [taal for taal in talen() if taal != BRONTAAL]
    sleutels = paginas.order_by().values("translation_key")
    rijen = Page.objects.filter(vertaald(*anders), translation_key__in=sleutels).order_by("locale_id")
    per_pagina = defaultdict(list)
    for sleutel, *rest in rijen.values_list("translation_key", "locale__language_code", "last_published_at"):
        per_pagina[sleutel].append(tuple(rest))
    return per_pagina


def _overzicht(lezer: Lezer, naam: str, taal: str) -> str:
    with override(taal):
        return escape(lezer.absoluut(reverse(naam)))


def _regel(adres: str, versies: Sequence[tuple[str, str]], gewijzigd: datetime | None = None) -> str:
    """One address; `versies` are the languages of this text, with their addresses. All may stand in XML as they are."""
    anders = [ANDERS % versie for versie in versies] if len(versies) > 1 else []
    if anders:
        anders += [ANDERS % ("x-default", elders) for taal, elders in versies if taal == BRONTAAL]
    wanneer = f"<lastmod>{localdate(gewijzigd).isoformat()}</lastmod>" if gewijzigd else ""
    return URL % (adres, wanneer, "".join(anders))


@kanaal(voor_elke_site=False)
def robots(request: HttpRequest) -> HttpResponse:
    if settings.OEFEN:
        return _tekst(["User-agent: *", "Disallow: /"])
    regels = [
        "User-agent: *",
        "Disallow: /cms/",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return _tekst(regels)


@kanaal(voor_elke_site=False)
def security(request: HttpRequest) -> HttpResponse:
    """How to report a leak (RFC 9116)."""
    lezer = Lezer(request)
    site = lezer.site
    pagina = lezer.lees_een(InformatiePage.objects.met_rol(site, Rol.BEVEILIGING)) if site else None
    beleid = lezer.url(pagina) if pagina else request.build_absolute_uri("/")
    email = GemeenteInstellingen.load(request_or_site=request).email_beveiliging
    return _tekst(
        [
            f"Contact: mailto:{email}" if email else f"Contact: {beleid}",
            f"Expires: {beveiliging_geldig().isoformat()}",
            "Preferred-Languages: nl, en",
            f"Canonical: {request.build_absolute_uri(request.path)}",
            f"Policy: {beleid}",
        ]
    )


def beveiliging_geldig() -> datetime:
    """Until when security.txt holds, as it is answered at this moment: each answer says it anew."""
    return begin_van(vandaag() + GELDIG)


def _tekst(regels: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain; charset=utf-8")
