"""The search query that the search page and the API share: what a visitor may find."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import starmap
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchHeadline
from django.db import connection
from django.db.models import Case, Exists, Expression, F, OuterRef, Q, QuerySet, Subquery, When
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site, get_page_models
from wagtail.query import PageQuerySet

from core.boom import VOORPAGINA_DIEPTE, alle_paginas
from core.talen.lezen import vertaald
from core.talen.taal import BRONTAAL
from core.tijd import begin_van, vandaag
from kernpagina.keuzes import AgendaStatus
from kernpagina.leeg import lege_lijsten
from kernpagina.models import AgendaItemPage, KernagendaPage
from search.vraag import Past, Zoekvraag, lees_vraag
from search.zoekindex import woordvormen

# Two characters that no text has, so that the text can be escaped before the marks become HTML.
BEGIN, EIND = "\ue000", "\ue001"
# A text of the page that is asked for, within a query for that page.
DEZELFDE = {"translation_key": OuterRef("translation_key")}
# So many pages are put in order and counted. Who asks for a word that nearly every page has, wants no list of all of them.
MEESTE = 200

# The texts in one language with all the words, each with its Dutch page, which says whether a visitor may see it. Looked up
# text by text (that is what OFFSET says), so that it ends when there are enough.
RAAK = """(SELECT e.id, bron.pagina_id AS bron, bron.kern_id AS kern FROM wagtailsearch_indexentry e
    CROSS JOIN LATERAL ({bron} OFFSET 0) AS bron
    WHERE {waar} AND bron.openbaar AND bron.taal = %s::text AND {hier} LIMIT %s)"""
NUMMER = "CASE WHEN e.content_type_id = ANY (%s::int[]) THEN e.object_id::int END"
NEDERLANDS = f"SELECT plek.* FROM core_plek plek WHERE plek.pagina_id = {NUMMER}"  # noqa: S608 - our own SQL, here and below
ONVERTAALD = f"""SELECT plek.* FROM core_plek plek JOIN wagtailcore_page p ON p.id = plek.pagina_id
    WHERE plek.pagina_id = {NUMMER} AND NOT EXISTS (
        SELECT FROM wagtailcore_page t JOIN wagtailcore_locale l ON l.id = t.locale_id AND l.language_code = %s::text
        WHERE t.translation_key = p.translation_key AND t.live AND t.alias_of_id IS NULL)"""  # noqa: S608
VERTALING = f"""SELECT plek.* FROM wagtailcore_page t JOIN wagtailcore_locale l ON l.id = t.locale_id
    JOIN wagtailcore_page b ON b.translation_key = t.translation_key JOIN core_plek plek ON plek.pagina_id = b.id
    WHERE t.id = {NUMMER} AND l.language_code = %s::text AND t.live AND t.alias_of_id IS NULL AND plek.taal <> l.language_code"""  # noqa: S608
OP_DE_SITE = "bron.voorpagina_id = %s"
# A site may have another page than a front page for its root; then the tree has to be asked.
ONDER_DE_WORTEL = (
    "EXISTS (SELECT FROM wagtailcore_page w WHERE w.id = bron.pagina_id AND starts_with(w.path, %s::text))"
)
TITEL, ALLES = "e.title @@ {}", "(e.title || e.body) @@ {}"
# Those with all the words. When there are more than are put in order, those with the words in their title, or in the kern that
# was named, aren't left out for others; and what hasn't the words comes last.
VAN_ALLES = """WITH alles AS MATERIALIZED {alles}, elk AS (SELECT 1 AS beurt, alles.* FROM alles {erbij})
    SELECT id, bron, kern FROM elk GROUP BY id, bron, kern ORDER BY min(beurt) LIMIT %s"""
EERST = "UNION ALL SELECT 0, raak.* FROM {} AS raak WHERE (SELECT count(*) FROM alles) >= %s"
LAATST = "UNION ALL SELECT 2, raak.* FROM {} AS raak"
# A page of a kind that was asked for, or of a theme, needn't have the word for it in its text.
VAN_SOORT = "e.content_type_id = ANY (%s::int[])"
VAN_THEMA = """bron.pagina_id IN (SELECT content_object_id FROM projecten_projectthema WHERE tag_id = ANY (%s::int[])
    UNION ALL SELECT content_object_id FROM kernpagina_agendaitemthema WHERE tag_id = ANY (%s::int[])
    UNION ALL SELECT content_object_id FROM kernpagina_oproepthema WHERE tag_id = ANY (%s::int[]))"""
IN_KERN = "bron.kern_id = %s"
# Who types a title, whether of a page or of a point of a kernagenda, means that one.
PRECIES = """(lower(e.title_text) = %s OR e.content_type_id = %s AND EXISTS (SELECT FROM kernpagina_kernagendapunt punt
    WHERE punt.kernagenda_id = e.object_id::int AND lower(punt.titel) = %s))"""

# Who looks for a meeting, nearly always means one to come.
VOORBIJ = f"""coalesce((SELECT item.status = %s OR greatest(item.begin, item.einde) < %s
    FROM {AgendaItemPage._meta.db_table} item WHERE item.page_ptr_id = raak.bron), false)"""  # noqa: S608
VOORBIJ_TELT = 0.75

# A condition of an arm of the question, with its parameters.
Waar = tuple[str, list[Any]]


@dataclass(frozen=True)
class Treffer:
    """A page that was found, by numbers: its Dutch page, its kind (a content type) and its kern; and whether it, or a
    point of it, is called what was asked."""

    pk: int
    soort: int
    kern: int | None
    precies: bool = False


def vind(vraag: Zoekvraag, site: Site) -> list[Treffer]:
    """The public pages of this site in whose text, as it is read in this language, all words occur; the best first.

    Stemming by the language of each text: *speeltuinen* finds *speeltuin*. A word in the title counts for more, in a short
    title for most, and a word as it was typed for more than one that is the same thing. A meeting that is over or called off
    counts for less. Any text is a question; one without words finds nothing.
    """
    gevonden = _vind(vraag, site, MEESTE, eerst=[TITEL])
    leeg = lege_lijsten()
    return [treffer for treffer in gevonden if treffer.pk not in leeg]


def er_is_iets(vraag: Zoekvraag, site: Site) -> bool:
    """Whether there is such a page; a list with nothing in it counts as well."""
    return bool(_vind(vraag, site, 1))


def _vind(vraag: Zoekvraag, site: Site, meeste: int, eerst: Iterable[str] = ()) -> list[Treffer]:
    armen, waarden = zip(*(_in_taal(vraag, site, taal, eerst, meeste) for taal in vraag.talen), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT bron, soort, kern, precies FROM ({" UNION ALL ".join(armen)}) AS gevonden
            ORDER BY precies DESC, rang DESC, bron DESC LIMIT %s""",  # noqa: S608 - our own SQL
            [*(waarde for deel in waarden for waarde in deel), meeste],
        )
        return [Treffer(*rij) for rij in cursor.fetchall()]


def _in_taal(
    vraag: Zoekvraag, site: Site, taal: str, eerst: Iterable[str], meeste: int
) -> tuple[str, list[Any]]:
    """The question for the texts in one language."""
    raak, van_raak = _raak(vraag, site, taal, eerst, meeste)
    woorden, getypt = vraag.ruim(taal), vraag.precies(taal)
    titel = " ".join((vraag.getypt or vraag.tekst).lower().split())
    # A word as it was typed counts for more than one that is the same thing.
    rangen = [(1, getypt), *([(0.1, woorden)] if vraag.anders or getypt[1][1] != vraag.tekst else [])]
    rang = " + ".join(
        f"{gewicht} * (ts_rank(e.title, {sql}) * e.title_norm + ts_rank(e.body, {sql}))"
        for gewicht, (sql, _) in rangen
    )
    return (
        f"""SELECT raak.bron, e.content_type_id AS soort, raak.kern, {PRECIES} AS precies,
            ({rang}) * CASE WHEN {VOORBIJ} THEN {VOORBIJ_TELT} ELSE 1 END AS rang
        FROM ({raak}) AS raak JOIN wagtailsearch_indexentry e ON e.id = raak.id""",  # noqa: S608 - our own SQL
        [
            titel,
            ContentType.objects.get_for_model(KernagendaPage).pk,
            titel,
            *(w for _, (_, deel) in rangen for w in (*deel, *deel)),
            AgendaStatus.GEANNULEERD,
            begin_van(vandaag()),
            *van_raak,
        ],
    )


def _raak(
    vraag: Zoekvraag, site: Site, taal: str, eerst: Iterable[str], meeste: int
) -> tuple[str, list[Any]]:
    """The texts in one language that are put in order: `meeste` at most, with those of `eerst` before others."""
    soorten = [soort.pk for soort in ContentType.objects.get_for_models(*get_page_models()).values()]
    if vraag.taal == BRONTAAL:
        bron, eigen = NEDERLANDS, [soorten]
    else:
        bron, eigen = (ONVERTAALD if taal == BRONTAAL else VERTALING), [soorten, vraag.taal]
    wortel = site.root_page
    hier, plek = (
        (OP_DE_SITE, wortel.pk) if wortel.depth == VOORPAGINA_DIEPTE else (ONDER_DE_WORTEL, wortel.path)
    )
    sql, woorden = vraag.ruim(taal)

    def arm(waar: str, waarden: Iterable[Any]) -> Waar:
        return RAAK.format(bron=bron, waar=waar, hier=hier), [*eigen, *waarden, BRONTAAL, plek, meeste]

    alles = ALLES.format(sql)
    voor = [(waar.format(sql), woorden) for waar in eerst]
    if voor and vraag.bedoeling.kern:
        voor.append((f"{alles} AND {IN_KERN}", [*woorden, vraag.bedoeling.kern.pk]))
    erbij = [(EERST.format(deel), [*van_deel, meeste]) for deel, van_deel in starmap(arm, voor)]
    erbij += [(LAATST.format(deel), van_deel) for deel, van_deel in starmap(arm, _zonder_woorden(vraag))]
    eerste, van_eerste = arm(alles, woorden)
    return (
        VAN_ALLES.format(alles=eerste, erbij=" ".join(deel for deel, _ in erbij)),
        [*van_eerste, *(waarde for _, waarden in erbij for waarde in waarden), meeste],
    )


def _zonder_woorden(vraag: Zoekvraag) -> list[Waar]:
    """What is found beside the pages with the words: those of the kind or the theme that was asked for."""
    bedoeling, delen = vraag.bedoeling, list[Waar]()
    if bedoeling.alleen_soort:
        delen.append((VAN_SOORT, [list(bedoeling.soorten)]))
    if bedoeling.themas:
        delen.append((VAN_THEMA, [list(bedoeling.themas)] * 3))
    if bedoeling.kern:
        delen = [(f"{waar} AND {IN_KERN}", [*waarden, bedoeling.kern.pk]) for waar, waarden in delen]
    return delen


def zoek(tekst: str, site: Site, taal: str = BRONTAAL) -> list[Page]:
    """The pages that answer the question, the best first, each with a `fragment`."""
    vraag = lees_vraag(tekst, taal, site)
    return paginas_van(vind(vraag, site), vraag)


def paginas_van(treffers: Iterable[Treffer], vraag: Zoekvraag) -> list[Page]:
    """The pages of these hits, in their order, each with a `fragment`."""
    nummers = [treffer.pk for treffer in treffers]
    paginas = met_fragment(Page.objects.all(), vraag).in_bulk(nummers)
    return [paginas[nummer] for nummer in nummers if nummer in paginas]


def teksten(taal: str) -> PageQuerySet:
    """The rows whose text is read in this language: translations, and Dutch pages that have none."""
    bron = Q(locale__language_code=BRONTAAL)
    if taal == BRONTAAL:
        return alle_paginas().filter(bron).order_by()
    vertaling = Page.objects.filter(vertaald(taal), translation_key=OuterRef("translation_key"))
    return alle_paginas().filter(vertaald(taal) | (bron & ~Exists(vertaling))).order_by()


def met_fragment(paginas: QuerySet, vraag: Zoekvraag) -> QuerySet:
    """Add the piece of the text around what was found (what it has, where the title has the rest) as `fragment`; see `als_html`."""

    def kop(taal: str) -> Expression:
        hoe: dict[str, Any] = {
            "start_sel": BEGIN,
            "stop_sel": EIND,
            "max_words": 30,
            "min_words": 12,
            "max_fragments": 2,
        }
        hoe |= {"config": woordvormen(taal), "fragment_delimiter": " … "}
        vragen = (vraag.uitdrukking(taal, los=los) for los in (False, True))
        heel, los = (SearchHeadline("index_entries__body_text", deel, **hoe) for deel in vragen)
        return Case(When(Past(F("index_entries__body"), vraag.uitdrukking(taal)), then=heel), default=los)

    koppen = teksten(vraag.taal).filter(**DEZELFDE).annotate(fragment=_per_taal(kop, vraag.taal))
    return paginas.annotate(fragment=Subquery(koppen.values("fragment")[:1]))


def als_html(fragment: str | None) -> SafeString:
    """A fragment as HTML, with <mark> around what was found and the rest escaped. Where it begins or ends halfway a
    sentence, as far as can be seen, there are dots, as between two pieces. None: of a page without a text of its own."""
    fragment = fragment or ""
    kaal = fragment.replace(BEGIN, "").replace(EIND, "").strip()
    begin = "… " if kaal[:1].islower() else ""
    einde = " …" if kaal[-1:].isalnum() or kaal.endswith(",") else ""
    html = escape(f"{begin}{fragment}{einde}").replace(BEGIN, "<mark>").replace(EIND, "</mark>")
    return mark_safe(html)  # noqa: S308 escaped on the line above


def _per_taal(maak: Callable[[str], Expression], taal: str) -> Expression:
    """The expression for texts in Dutch, and another one for texts in the other language."""
    bron = maak(BRONTAAL)
    if taal == BRONTAAL:
        return bron
    return Case(When(locale__language_code=taal, then=maak(taal)), default=bron)
