"""The search query that the search page and the API share: what a visitor may find."""

from collections.abc import Callable

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVectorField
from django.db.models import Case, Exists, Expression, F, Func, OuterRef, Q, QuerySet, Subquery, When
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from core.openbaar import openbaar
from core.talen.lezen import vertaald
from core.talen.taal import BRONTAAL
from kernpagina.leeg import zonder_lege_lijsten
from search.zoekindex import woordvormen

# Two characters that no text has, so that the text can be escaped before the marks become HTML.
BEGIN, EIND = "\ue000", "\ue001"
# A text of the page that is asked for, within a query for that page.
DEZELFDE = {"translation_key": OuterRef("translation_key")}


class _Samen(Func):
    """Title and text as one vector."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = SearchVectorField()


def doorzoekbaar(site: Site) -> PageQuerySet:
    """Every public page of this site, but for lists with nothing in them. What was taken off in Dutch is gone in every
    language."""
    bron = zonder_lege_lijsten(openbaar(Page.objects.descendant_of(site.root_page, inclusive=True)))
    return bron.filter(locale__language_code=BRONTAAL)


def zoek(vraag: str, site: Site, taal: str = BRONTAAL) -> PageQuerySet:
    """The pages that answer the question, the best first, each with a `fragment`."""
    return met_fragment(treffers(doorzoekbaar(site), vraag, taal), vraag, taal)


def teksten(taal: str) -> PageQuerySet:
    """The rows whose text is read in this language: translations, and Dutch pages that have none."""
    bron = Q(locale__language_code=BRONTAAL)
    if taal == BRONTAAL:
        return Page.objects.filter(bron).order_by()
    vertaling = Page.objects.filter(vertaald(taal), translation_key=OuterRef("translation_key"))
    return Page.objects.filter(vertaald(taal) | (bron & ~Exists(vertaling))).order_by()


def treffers(paginas: QuerySet, vraag: str, taal: str = BRONTAAL) -> QuerySet:
    """Those of these Dutch pages in whose text, as it is read in this language, all words of the question occur, the
    best first.

    Stemming by the language of each text: *speeltuinen* finds *speeltuin*. Words between quotes stand together, a
    minus before a word leaves out the pages with that word. A word in the title counts for more, in a short title
    for most. Any text is a question; one without words finds nothing.
    """
    titel, tekst = F("index_entries__title"), F("index_entries__body")

    def rang(zoekvraag: SearchQuery) -> Expression:
        return SearchRank(titel, zoekvraag) * F("index_entries__title_norm") + SearchRank(tekst, zoekvraag)

    raak = Q(pk__in=[])
    for code in dict.fromkeys((taal, BRONTAAL)):
        raak |= Q(locale__language_code=code, woorden=_zoekvraag(vraag, code))
    gevonden = teksten(taal).annotate(woorden=_Samen(titel, tekst)).filter(raak)
    # One text for each page; what a visitor may see, and all else about a page, is asked of the Dutch one.
    rangen = gevonden.filter(**DEZELFDE).annotate(rang=_per_taal(rang, vraag, taal))
    return (
        paginas.filter(translation_key__in=gevonden.values("translation_key"))
        .annotate(rang=Subquery(rangen.values("rang")[:1]))
        .order_by("-rang", "-pk")
    )


def met_fragment(paginas: QuerySet, vraag: str, taal: str = BRONTAAL) -> QuerySet:
    """Add the piece of the text around what was found as `fragment`; see `als_html`."""

    def kop(zoekvraag: SearchQuery) -> Expression:
        return SearchHeadline(
            "index_entries__body_text",
            zoekvraag,
            config=zoekvraag.config,
            start_sel=BEGIN,
            stop_sel=EIND,
            max_words=30,
            min_words=12,
            max_fragments=2,
            fragment_delimiter=" … ",
        )

    koppen = teksten(taal).filter(**DEZELFDE).annotate(fragment=_per_taal(kop, vraag, taal))
    return paginas.annotate(fragment=Subquery(koppen.values("fragment")[:1]))


def als_html(fragment: str) -> SafeString:
    """A fragment as HTML, with <mark> around what was found and the rest escaped."""
    html = escape(fragment).replace(BEGIN, "<mark>").replace(EIND, "</mark>")
    return mark_safe(html)  # noqa: S308 escaped on the line above


def _zoekvraag(vraag: str, taal: str) -> SearchQuery:
    return SearchQuery(vraag, config=woordvormen(taal), search_type="websearch")


def _per_taal(maak: Callable[[SearchQuery], Expression], vraag: str, taal: str) -> Expression:
    """The expression for texts in Dutch, and another one for texts in the other language."""
    bron = maak(_zoekvraag(vraag, BRONTAAL))
    if taal == BRONTAAL:
        return bron
    return Case(When(locale__language_code=taal, then=maak(_zoekvraag(vraag, taal))), default=bron)
