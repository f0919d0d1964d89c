"""The search query that the search page and the API share: what a visitor may find."""

from collections.abc import Sequence

from wagtail.models import Locale, Page, Site
from wagtail.query import PageQuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.backends.base import BaseSearchResults

from core.talen.lezen import in_leestaal
from core.talen.taal import BRONTAAL, taal_van
from core.talen.zoekindex import woordvormen


def doorzoekbaar(site: Site) -> PageQuerySet:
    """Every live, public page of this site, in Dutch."""
    return Page.objects.descendant_of(site.root_page, inclusive=True).live().public()


def vertaald(site: Site, locale: Locale) -> PageQuerySet:
    """The live translations of what is public. What was taken off in Dutch is gone in every language."""
    sleutels = doorzoekbaar(site).values("translation_key")
    return Page.objects.filter(locale=locale, alias_of=None, translation_key__in=sleutels).live()


def zoek(vraag: str, site: Site, locale: Locale) -> "BaseSearchResults | Gevonden":
    """The pages that answer the question, the best first.

    In another language than Dutch: first the translations, searched with the word forms of that language, then the
    Dutch pages without a translation. Every result is a Dutch page; `in_leestaal` puts the translation on it.
    """
    bron = doorzoekbaar(site)
    if taal_van(locale.pk) == BRONTAAL:
        return _zoek(vraag, bron, BRONTAAL)
    vertalingen = vertaald(site, locale)
    gevonden = [
        pagina.translation_key for pagina in _zoek(vraag, vertalingen, locale.language_code)[:HOOGSTENS]
    ]
    rest = bron.exclude(translation_key__in=vertalingen.values("translation_key"))
    gevonden += [pagina.translation_key for pagina in _zoek(vraag, rest, BRONTAAL)[:HOOGSTENS]]
    return Gevonden(gevonden, bron)


# So many results of a kind in another language; nobody turns that many pages.
HOOGSTENS = 200


def _zoek(vraag: str, paginas: PageQuerySet, taal: str) -> BaseSearchResults:
    return get_search_backend("default", SEARCH_CONFIG=woordvormen(taal)).search(
        vraag, paginas, operator="and"
    )


class Gevonden(Sequence):
    """Dutch pages by their translation keys, in that order; fetched a slice at a time."""

    def __init__(self, sleutels: list, paginas: PageQuerySet) -> None:
        self.sleutels = sleutels
        self.paginas = paginas

    def __len__(self) -> int:
        return len(self.sleutels)

    def __getitem__(self, plek):
        if not isinstance(plek, slice):
            return self[plek : plek + 1][0]
        deel = self.sleutels[plek]
        per_sleutel = {pagina.translation_key: pagina for pagina in self.paginas.filter(translation_key__in=deel)}
        return in_leestaal(per_sleutel[sleutel] for sleutel in deel if sleutel in per_sleutel)
