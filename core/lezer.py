"""What an anonymous visitor may read: the one place that says so for the API, the feeds, the embeds and search."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.encoding import iri_to_uri
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from core.boom import VOORPAGINA_DIEPTE
from core.openbaar import openbaar
from core.talen.adres import voorvoegsel
from core.talen.leesbaar import LeesbarePage
from core.talen.lezen import Pagina, in_leestaal, is_gelezen, van_elke_soort
from core.tijd import vandaag
from core.weg import site_van

Paginas = TypeVar("Paginas", bound=QuerySet)


def met_nummer(paginas: Paginas, pk: int) -> Paginas:
    """The page with this number in each language."""
    return paginas.filter(translation_key__in=Page.objects.filter(pk=pk).values("translation_key"))


class NietGelezen(Exception):
    """Of this page an address is asked, and nobody saw to the language of its text: see `Lezer.lees_alles`."""


class Lezer:
    """A visitor of one site, reading in one language, today.

    `paginas` narrows any page queryset to the Dutch pages that this visitor may see: what there is to filter, order
    and count. `lees_alles` fetches them in the language of the visitor: what there is to show. `url` gives the
    address of a page that was read so, absolute, as it is on this site.
    """

    def __init__(self, request: HttpRequest, taal: str = settings.LANGUAGE_CODE) -> None:
        self.request = request
        self.taal = taal
        self.vandaag = vandaag()
        self._voorvoegsels: dict[str, str] = {}

    @cached_property
    def site(self) -> Site | None:
        return site_van(self.request)

    def paginas(self, paginas: Paginas) -> Paginas:
        """What this visitor may see of these pages: the Dutch ones, whatever the language. A translation is there as
        long as its Dutch page is."""
        if self.site is None:
            return paginas.none()
        wortel = self.site.root_page
        # A site may have a village for its root; then the tree has to be asked.
        hier = (
            {"plek__voorpagina": wortel.pk}
            if wortel.depth == VOORPAGINA_DIEPTE
            else {"path__startswith": wortel.path}
        )
        return openbaar(paginas).filter(plek__taal=settings.LANGUAGE_CODE, **hier)

    def lees(self, paginas: Paginas, pk: int) -> Paginas:
        """The visible page with this number, or of which it is a translation; a query of one page or none."""
        return self.paginas(met_nummer(paginas, pk))

    def lees_alles(self, paginas: Iterable[Pagina], **hoe: Any) -> list[Pagina]:
        """Fetch these pages, with the text in the language of this visitor over them (`core.talen.lezen`)."""
        return in_leestaal(paginas, self.taal, **hoe)

    def lees_een(self, paginas: QuerySet[Pagina], **hoe: Any) -> Pagina | None:
        """The first of these pages, read in the same way; None when there are none."""
        for pagina in self.lees_alles(paginas[:1], **hoe):
            return pagina
        return None

    def lees_van_elke_soort(self, paginas: PageQuerySet) -> list[LeesbarePage]:
        """The same for pages of more than one kind, with what each kind has besides a title."""
        return van_elke_soort(paginas, self.taal)

    def pad(self, url_path: str, taal: str) -> str:
        """The path in the address of a Dutch page in a language: `/beesd/`, `/en/beesd/`. A translation has no other:
        its own row may have kept a slug that the Dutch page gave up, and that another page has by now."""
        wortel = self.site.root_page.url_path if self.site else "/"
        return self._voorvoegsel(taal) + url_path.removeprefix(wortel).lstrip("/")

    def pad_van(self, pagina: Page) -> str:
        """The path in the address of a page, in the language of its text."""
        if not is_gelezen(pagina):
            raise NietGelezen(pagina)
        return self.pad(pagina.url_path, pagina.taal)

    def url(self, pagina: Page) -> str:
        return self.absoluut(self.pad_van(pagina))

    def absoluut(self, pad: str) -> str:
        """The path with the host before it, as a URI: a slug may hold letters that have to be written with %."""
        return self._basis + iri_to_uri(pad) if pad.startswith("/") else pad

    @cached_property
    def _basis(self) -> str:
        return self.request.build_absolute_uri("/")[:-1]

    def _voorvoegsel(self, taal: str) -> str:
        if taal not in self._voorvoegsels:
            self._voorvoegsels[taal] = voorvoegsel(taal)
        return self._voorvoegsels[taal]
