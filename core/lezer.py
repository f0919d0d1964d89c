"""What an anonymous visitor may read: the one place that says so for the API, the feeds, the embeds and search."""

from functools import cached_property
from typing import TypeVar

from django.conf import settings
from django.db.models import (
    Case,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.http import HttpRequest
from django.utils.encoding import iri_to_uri
from wagtail.models import Page, Site

from core.openbaar import zonder_afscherming
from core.talen.adres import voorvoegsel
from core.tijd import vandaag

Paginas = TypeVar("Paginas", bound=QuerySet)


def met_bronpad(paginas: Paginas) -> Paginas:
    """Give each page `bronpad`: the place in the tree of the Dutch page that it is, or that it translates."""
    bron = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
    )
    return paginas.annotate(bronpad=Subquery(bron.values("url_path")[:1]))


class Lezer:
    """A visitor of one site, reading in one language, today.

    A page that has no translation is read in Dutch. `paginas` narrows any page queryset to what this
    visitor may see; `url` gives the address of a page, absolute, as it is on this site.
    """

    def __init__(self, request: HttpRequest, taal: str = settings.LANGUAGE_CODE) -> None:
        self.request = request
        self.taal = taal
        self.vandaag = vandaag()
        self._voorvoegsels: dict[str, str] = {}

    @cached_property
    def site(self) -> Site | None:
        return Site.find_for_request(self.request)

    @cached_property
    def _top(self) -> list[Page]:
        """The front page in each language and the pages right below them, in one query.

        Those of another language may be mirrors that aren't live; their place counts, not their text. What isn't
        live in Dutch is nowhere.
        """
        if self.site is None:
            return []
        wortel = self.site.root_page
        voorkant = Q(depth=wortel.depth, translation_key=wortel.translation_key)
        top = zonder_afscherming(Page.objects.filter(voorkant | Q(depth=wortel.depth + 1)))
        paginas = list(top.select_related("locale", "content_type").order_by("title"))
        openbaar = {p.translation_key for p in paginas if p.locale_id == wortel.locale_id and p.live}
        return [p for p in paginas if p.translation_key in openbaar]

    @cached_property
    def wortels(self) -> list[Page]:
        """The front page of the site, in each language that has one."""
        return [p for p in self._top if p.depth == self.site.root_page.depth]

    @cached_property
    def hoofdpaginas(self) -> list[Page]:
        """The visible pages right below a front page, in every language."""
        paden = tuple(wortel.path for wortel in self.wortels)
        return [p for p in self._top if p.depth > self.site.root_page.depth and p.path.startswith(paden)]

    def zichtbaar(self, paginas: Paginas) -> Paginas:
        """What this visitor may see of these pages, in every language."""
        op_deze_site = Q(pk__in=[])
        for wortel in self.wortels:
            op_deze_site |= Q(path__startswith=wortel.path)
        zichtbaar = zonder_afscherming(paginas.filter(op_deze_site, live=True))
        if len(self.wortels) < 2:
            return zichtbaar
        # A translation is there as long as its Dutch page is, which may stand elsewhere by now.
        in_bron = {"locale__language_code": settings.LANGUAGE_CODE}
        bron = Page.objects.filter(**in_bron, live=True, translation_key=OuterRef("translation_key"))
        return zichtbaar.filter(Q(**in_bron) | Exists(zonder_afscherming(bron)))

    def paginas(self, paginas: Paginas) -> Paginas:
        """What this visitor reads of these pages: each of them once, in the asked language or else in Dutch."""
        zichtbaar = self.zichtbaar(paginas)
        bron = Q(locale__language_code=settings.LANGUAGE_CODE)
        if self.taal == settings.LANGUAGE_CODE:
            return zichtbaar.filter(bron)
        # A page that only mirrors the Dutch one is no translation.
        vertaald = Q(locale__language_code=self.taal, alias_of__isnull=True)
        vertaling = self.zichtbaar(Page.objects.filter(vertaald, translation_key=OuterRef("translation_key")))
        return zichtbaar.filter(vertaald | (bron & ~Exists(vertaling)))

    def bronnen(self, paginas: Paginas) -> Paginas:
        """What this visitor may see of these pages, in Dutch whatever the language: for what has its text laid over it."""
        return self.zichtbaar(paginas).filter(locale__language_code=settings.LANGUAGE_CODE)

    def lees(self, paginas: Paginas, pk: int) -> Paginas:
        """The page with this number as this visitor reads it, first in the answer: its translation, else the Dutch
        one, else itself. Empty when there is no such page, or when it may not be seen."""
        deze = self.zichtbaar(paginas.model._default_manager.filter(pk=pk)).values("translation_key")
        voorkeur = Case(
            When(locale__language_code=self.taal, alias_of__isnull=True, then=0),
            When(locale__language_code=settings.LANGUAGE_CODE, then=1),
            When(pk=pk, then=2),
            default=3,
        )
        return self.zichtbaar(paginas.filter(translation_key__in=deze)).order_by(voorkeur)

    def pad(self, url_path: str, taal: str) -> str:
        """The path in the address of a page: `/beesd/`, `/en/beesd/`.

        That of the Dutch page with the language before it, as the site does: a translation may have kept a slug
        that the Dutch page gave up, and that another page has by now.
        """
        if taal != settings.LANGUAGE_CODE:
            url_path = self._bronpaden.get(url_path, url_path)
        return self.pad_van_bron(url_path, taal)

    def pad_van_bron(self, url_path: str, taal: str) -> str:
        """The same, of the Dutch page's own place."""
        wortel = next((w for w in self.wortels if url_path.startswith(w.url_path)), None)
        rest = url_path.removeprefix(wortel.url_path) if wortel else url_path.lstrip("/")
        return self._voorvoegsel(taal) + rest

    @cached_property
    def _bronpaden(self) -> dict[str, str]:
        """The path of the Dutch page by the path of each of its translations, asked for when the first one is met."""
        vertaald = Page.objects.filter(live=True, alias_of=None).exclude(
            locale__language_code=settings.LANGUAGE_CODE
        )
        paden = met_bronpad(vertaald).exclude(bronpad=None)
        return dict(paden.values_list("url_path", "bronpad"))

    def pad_van(self, pagina: Page) -> str:
        """The path in the address of a page; of one out of `met_bronpad` without asking any more."""
        taal = self._talen.get(pagina.locale_id, settings.LANGUAGE_CODE)
        if bronpad := getattr(pagina, "bronpad", None):
            return self.pad_van_bron(bronpad, taal)
        return self.pad(pagina.url_path, taal)

    def url(self, pagina: Page) -> str:
        return self.absoluut(self.pad_van(pagina))

    @cached_property
    def _talen(self) -> dict[int, str]:
        """The codes of the languages that the site has pages in, by the number of their locale."""
        return {wortel.locale_id: wortel.locale.language_code for wortel in self.wortels}

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
