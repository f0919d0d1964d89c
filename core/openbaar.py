"""What is public: the one place that says so, for pages, lists, search, feeds, papers and files.

Public is what is live, in the tree of a site, and without a restriction on itself, on a page above it, or on the page
that it mirrors.
"""

from typing import Self, TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet

from core.geheugen import onthoud

Paginas = TypeVar("Paginas", bound=QuerySet)


def openbaar(paginas: Paginas) -> Paginas:
    """Those of these pages that are public. Part of their own query: it asks the database nothing by itself."""
    # The front page in another language stands beside that of the site, and is known by their common key.
    voorpaginas = Page.objects.filter(translation_key__in=Site.objects.values("root_page__translation_key"))
    op_een_site = voorpaginas.annotate(pad=_pad()).filter(pad__startswith=F("path"))
    return zonder_afscherming(paginas.filter(Exists(op_een_site), live=True))


def is_openbaar(pagina: Page) -> bool:
    """Whether this page is public, by what is in the database; one query, or none for what isn't live."""
    return pagina.live and openbaar(Page.objects.filter(pk=pagina.pk)).exists()


def zonder_afscherming(paginas: Paginas) -> Paginas:
    """Leave out pages with a restriction on themselves, on a page above them, or on the page they mirror.

    Wagtail's own `public()` forgets the last of these, and costs a query each time it is asked.
    """
    afgeschermd = PageViewRestriction.objects.annotate(pad=_pad())
    return paginas.exclude(Exists(afgeschermd.filter(pad__startswith=F("page__path")))).exclude(
        Exists(afgeschermd.filter(pad__startswith=F("page__aliases__path")))
    )


def mag_lezen(pagina: Page, request: HttpRequest) -> bool:
    """Whether this visitor passes every restriction on a live page: with a password they gave, or as a user."""
    return all(afscherming.accept_request(request) for afscherming in pagina.get_view_restrictions())


def _pad() -> ExpressionWrapper:
    """The path of the page that is asked about."""
    return ExpressionWrapper(OuterRef("path"), output_field=CharField())


class OpenbareQuerySet(PageQuerySet):
    """Pages that can be narrowed down to what is public."""

    def openbaar(self) -> Self:
        return openbaar(self)


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
