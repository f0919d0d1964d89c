"""What is public: the one place that says so, for pages, lists, search, feeds, papers and files.

Public is what is live, in the tree of a site, and without a restriction on itself, on a page above it, or on the page
that it mirrors. It is decided when one of these changes (`core/models/plek.py`); here it is only asked.
"""

from typing import Self, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.query import PageQuerySet

Paginas = TypeVar("Paginas", bound=QuerySet)


def openbaar(paginas: Paginas) -> Paginas:
    """Those of these pages that are public. Part of their own query: it asks the database nothing by itself."""
    return paginas.filter(plek__openbaar=True)


def is_openbaar(pagina: Page) -> bool:
    """Whether this page is public, by what is in the database; one query, or none for what isn't live."""
    return pagina.live and openbaar(Page.objects.filter(pk=pagina.pk)).exists()


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
