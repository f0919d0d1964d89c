"""What machines look for on any site: sitemap, robots.txt and security.txt."""

from datetime import datetime, timedelta

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core.lezer import Lezer
from core.models import GemeenteInstellingen
from core.tijd import begin_van
from core.voorwaardelijk import met_etag

GELDIG = timedelta(days=180)


class PaginaSitemap(Sitemap):
    """Every public page in every language it is written in; a page that mirrors another is left out."""

    def __init__(self, lezer: Lezer) -> None:
        self.lezer = lezer
        self.protocol = lezer.request.scheme

    def items(self) -> QuerySet[Page]:
        return self.lezer.zichtbaar(Page.objects.filter(alias_of__isnull=True)).order_by("path")

    def location(self, item: Page) -> str:
        return self.lezer.pad_van(item)

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at


@require_safe
@met_etag()
def sitemap(request: HttpRequest) -> HttpResponse:
    return sitemap_view(request, {"paginas": PaginaSitemap(Lezer(request))}).render()


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    regels = [
        "User-agent: *",
        "Disallow: /cms/",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return _tekst(regels)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """How to report a leak (RFC 9116)."""
    lezer = Lezer(request)
    beleid = request.build_absolute_uri("/beveiliging/")
    email = GemeenteInstellingen.load(request_or_site=request).email_beveiliging
    verloopt = begin_van(lezer.vandaag + GELDIG).isoformat()
    return _tekst(
        [
            f"Contact: mailto:{email}" if email else f"Contact: {beleid}",
            f"Expires: {verloopt}",
            "Preferred-Languages: nl, en",
            f"Canonical: {request.build_absolute_uri(request.path)}",
            f"Policy: {beleid}",
        ]
    )


def _tekst(regels: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain; charset=utf-8")
