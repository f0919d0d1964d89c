"""The search query that the search page and the API share: what a visitor may find."""

from django.conf import settings
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVectorField
from django.db.models import F, Func
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Locale, Page, Site
from wagtail.query import PageQuerySet

CONFIG = settings.WAGTAILSEARCH_BACKENDS["default"]["SEARCH_CONFIG"]
# Two characters that no text has, so that the text can be escaped before the marks become HTML.
BEGIN, EIND = "\ue000", "\ue001"


class _Samen(Func):
    """Title and text as one vector; the index on the search table is on exactly this."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = SearchVectorField()


def doorzoekbaar(site: Site, locale: Locale) -> PageQuerySet:
    """Every live, public page of this site in this language."""
    voorpagina = site.root_page.get_translation_or_none(locale) or site.root_page
    return Page.objects.descendant_of(voorpagina, inclusive=True).live().public()


def zoek(vraag: str, site: Site, locale: Locale) -> PageQuerySet:
    """The pages that answer the question, the best first, each with a `fragment`."""
    return met_fragment(treffers(doorzoekbaar(site, locale), vraag), vraag)


def treffers(paginas: PageQuerySet, vraag: str) -> PageQuerySet:
    """Those of the pages in which all words of the question occur, the best first.

    Dutch stemming: *speeltuinen* finds *speeltuin*. Words between quotes stand together, a minus before a
    word leaves out the pages with that word. A word in the title counts for more, in a short title for most.
    Any text is a question; one without words finds nothing.
    """
    zoekvraag = SearchQuery(vraag, config=CONFIG, search_type="websearch")
    titel, tekst = F("index_entries__title"), F("index_entries__body")
    rang = SearchRank(titel, zoekvraag) * F("index_entries__title_norm") + SearchRank(tekst, zoekvraag)
    return (
        paginas.annotate(rang=rang, woorden=_Samen(titel, tekst))
        .filter(woorden=zoekvraag)
        .order_by("-rang", "-pk")
    )


def met_fragment(paginas: PageQuerySet, vraag: str) -> PageQuerySet:
    """Add the piece of the text around what was found as `fragment`; see `als_html`."""
    zoekvraag = SearchQuery(vraag, config=CONFIG, search_type="websearch")
    return paginas.annotate(
        fragment=SearchHeadline(
            "index_entries__body_text",
            zoekvraag,
            config=CONFIG,
            start_sel=BEGIN,
            stop_sel=EIND,
            max_words=30,
            min_words=12,
            max_fragments=2,
            fragment_delimiter=" … ",
        )
    )


def als_html(fragment: str) -> SafeString:
    """A fragment as HTML, with <mark> around what was found and the rest escaped."""
    html = escape(fragment).replace(BEGIN, "<mark>").replace(EIND, "</mark>")
    return mark_safe(html)  # noqa: S308 escaped on the line above
