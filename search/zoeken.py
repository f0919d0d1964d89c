"""The search query that the search page and the API share: what a visitor may find."""

from collections.abc import Callable

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVectorField
from django.db.models import Case, Expression, F, Func, Q, When
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from core.openbaar import openbaar
from core.talen.lezen import leg_over
from core.talen.taal import BRONTAAL, taal_van
from search.zoekindex import woordvormen

# Two characters that no text has, so that the text can be escaped before the marks become HTML.
BEGIN, EIND = "\ue000", "\ue001"


class _Samen(Func):
    """Title and text as one vector."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = SearchVectorField()


def doorzoekbaar(site: Site, taal: str = BRONTAAL) -> PageQuerySet:
    """Every public page of this site once: its translation into this language, or else the Dutch page.

    What was taken off in Dutch is gone in every language.
    """
    bron = openbaar(Page.objects.descendant_of(site.root_page, inclusive=True))
    if taal == BRONTAAL:
        return bron
    vertaald = Page.objects.filter(
        locale__language_code=taal,
        alias_of=None,
        live=True,
        translation_key__in=bron.values("translation_key"),
    )
    onvertaald = bron.exclude(translation_key__in=vertaald.values("translation_key"))
    return Page.objects.filter(Q(pk__in=vertaald.values("pk")) | Q(pk__in=onvertaald.values("pk")))


def zoek(vraag: str, site: Site, taal: str = BRONTAAL) -> PageQuerySet:
    """The pages that answer the question, the best first, each with a `fragment`. See `te_lezen`."""
    return met_fragment(treffers(doorzoekbaar(site, taal), vraag, taal), vraag, taal)


def treffers(paginas: PageQuerySet, vraag: str, taal: str = BRONTAAL) -> PageQuerySet:
    """Those of the pages in which all words of the question occur, the best first.

    Stemming by the language of each page: *speeltuinen* finds *speeltuin*. Words between quotes stand together, a
    minus before a word leaves out the pages with that word. A word in the title counts for more, in a short title
    for most. Any text is a question; one without words finds nothing. `taal`: the pages are in this language or in
    Dutch.
    """
    titel, tekst = F("index_entries__title"), F("index_entries__body")

    def rang(zoekvraag: SearchQuery) -> Expression:
        return SearchRank(titel, zoekvraag) * F("index_entries__title_norm") + SearchRank(tekst, zoekvraag)

    raak = Q(pk__in=[])
    for code in dict.fromkeys((taal, BRONTAAL)):
        in_taal = Q(locale__language_code=code) if taal != BRONTAAL else Q()
        raak |= in_taal & Q(woorden=_zoekvraag(vraag, code))
    return (
        paginas.annotate(rang=_per_taal(rang, vraag, taal), woorden=_Samen(titel, tekst))
        .filter(raak)
        .order_by("-rang", "-pk")
    )


def met_fragment(paginas: PageQuerySet, vraag: str, taal: str = BRONTAAL) -> PageQuerySet:
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

    return paginas.annotate(fragment=_per_taal(kop, vraag, taal))


def te_lezen(gevonden: list[Page], taal: str) -> list[Page]:
    """Turn translations that were found into the Dutch pages with their text on it, as everywhere on the site."""
    vertaald = {
        pagina.translation_key: pagina for pagina in gevonden if taal_van(pagina.locale_id) != BRONTAAL
    }
    bronnen = Page.objects.filter(translation_key__in=vertaald, locale__language_code=BRONTAAL)
    per_sleutel = {bron.translation_key: bron.specific_deferred for bron in bronnen}
    uit = []
    for pagina in gevonden:
        lees = pagina.specific_deferred
        if bron := per_sleutel.get(pagina.translation_key):
            lees = leg_over(bron, pagina, taal)
        lees.fragment = pagina.fragment  # ty: ignore[invalid-assignment]
        uit.append(lees)
    return uit


def als_html(fragment: str) -> SafeString:
    """A fragment as HTML, with <mark> around what was found and the rest escaped."""
    html = escape(fragment).replace(BEGIN, "<mark>").replace(EIND, "</mark>")
    return mark_safe(html)  # noqa: S308 escaped on the line above


def _zoekvraag(vraag: str, taal: str) -> SearchQuery:
    return SearchQuery(vraag, config=woordvormen(taal), search_type="websearch")


def _per_taal(maak: Callable[[SearchQuery], Expression], vraag: str, taal: str) -> Expression:
    """The expression for pages in Dutch, and another one for pages in the other language."""
    bron = maak(_zoekvraag(vraag, BRONTAAL))
    if taal == BRONTAAL:
        return bron
    return Case(When(locale__language_code=taal, then=maak(_zoekvraag(vraag, taal))), default=bron)
