"""What is public: the one place that says so, for pages, lists, search, feeds, papers and files.

Public is what is live, in the tree of a site, and without a restriction on itself, on a page above it, or on the page
that it mirrors. It is decided when one of these changes (`core/models/plek.py`); here it is only asked.
"""

from datetime import date
from typing import Self, TypeVar

from django.db.models import F, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from core.geheugen import onthoud

Paginas = TypeVar("Paginas", bound=QuerySet)


def openbaar(paginas: Paginas) -> Paginas:
    """Those of these pages that are public. Part of their own query: it asks the database nothing by itself."""
    return paginas.filter(plek__openbaar=True)


def is_openbaar(pagina: Page) -> bool:
    """Whether this page is public, by what is in the database; one query, or none for what isn't live, or what
    `met_oordeel` fetched."""
    if not pagina.live:
        return False
    oordeel = vars(pagina).get("is_openbaar")
    return openbaar(Page.objects.filter(pk=pagina.pk)).exists() if oordeel is None else oordeel


def adres_van(pagina: Page) -> str:
    """Where everybody reads this page; empty when it isn't public: a link there would lead nowhere."""
    return pagina.url or "" if is_openbaar(pagina) else ""


def met_oordeel(paginas: Paginas) -> Paginas:
    """These pages, each with whether it is public: part of their own query, so that `is_openbaar` asks no other."""
    return paginas.annotate(is_openbaar=F("plek__openbaar"))


def in_kern(paginas: Paginas, kern: Page) -> Paginas:
    """Of these pages the kern itself and all below it."""
    return paginas.filter(plek__kern=kern.pk)


def mag_lezen(pagina: Page, request: HttpRequest) -> bool:
    """Whether this visitor passes every restriction on a live page: with a password they gave, or as a user."""
    return all(afscherming.accept_request(request) for afscherming in pagina.get_view_restrictions())


class OpenbareQuerySet(PageQuerySet):
    """Pages that can be narrowed down to what is public, and to a kern."""

    def openbaar(self) -> Self:
        return openbaar(self)

    def in_kern(self, kern: Page) -> Self:
        return in_kern(self, kern)

    def bij_de_hand(self, op: date) -> list[Self]:
        """What an editor needs most of these on that day, as lists of which the first few are shown."""
        return [self.order_by("-latest_revision_created_at")]


class Bereikbaar:
    """For a kind of page: most have no restriction anywhere near, and then Wagtail needn't look on every step up."""

    path: str

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        if any(self.path.startswith(pad) for pad in onthoud("afgeschermd", _afgeschermde_paden)):
            return super().get_view_restrictions()  # ty: ignore[missing-attribute]
        return PageViewRestriction.objects.none()


def _afgeschermde_paden() -> list[str]:
    """The paths of pages with a restriction, and of those that mirror them, or mirror what does."""
    paden = []
    paginas = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page"))
    while rijen := list(paginas.values_list("pk", "path")):
        paden += [pad for _, pad in rijen]
        paginas = Page.objects.filter(alias_of__in=[pk for pk, _ in rijen])
    return paden
