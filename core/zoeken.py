"""The search query that the search page and the API share: what a visitor may find."""

from wagtail.models import Locale, Page, Site
from wagtail.query import PageQuerySet
from wagtail.search.backends.base import BaseSearchResults


def doorzoekbaar(site: Site, locale: Locale) -> PageQuerySet:
    """Every live, public page of this site in this language."""
    voorpagina = site.root_page.get_translation_or_none(locale) or site.root_page
    return Page.objects.descendant_of(voorpagina, inclusive=True).live().public()


def zoek(vraag: str, site: Site, locale: Locale) -> BaseSearchResults:
    """The pages that answer the question, the best first; Dutch stemming comes from the search backend."""
    return doorzoekbaar(site, locale).search(vraag, operator="and")
