"""Feeds: the agenda as a calendar, what is new as Atom. For the whole municipality, a village, or one event."""

from datetime import timedelta

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.template.defaultfilters import linebreaksbr
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext
from wagtail.fields import RichTextField
from wagtail.models import Page

from core import schoon
from core.lezer import Lezer
from core.talen.adres import voorvoegsel
from core.tekst import is_leeg, platte_tekst
from core.tijd import begin_van
from core.voorwaardelijk import alleen_lezen, met_etag
from kernpagina import ical
from kernpagina.models import AgendaItemPage, KernPage

TERUG = timedelta(days=365)
NIEUWSTE = 50
SAMENVATTINGEN = ("samenvatting", "vraag", "intro", "inleiding")


@alleen_lezen
@met_etag(bewaar=True)
def agenda(request: HttpRequest, kern: str | None = None) -> HttpResponse:
    """The agenda of the last year and all that is planned; `?thema=` narrows it down."""
    lezer = Lezer(request, get_language())
    items = AgendaItemPage.objects.filter(begin__gte=begin_van(lezer.vandaag - TERUG)).chronologisch()
    naam = gettext("Agenda Bloei!")
    if kern is not None:
        pagina = zoek_kern(lezer, kern)
        items = items.filter(in_kern(pagina))
        naam = gettext("Agenda %(kern)s") % {"kern": pagina.title}
    if thema := request.GET.get("thema", "").replace("\x00", ""):
        items = items.filter(themas__slug=thema)
    return _kalender(lezer, naam, lezer.paginas(items), "agenda.ics")


@alleen_lezen
@met_etag()
def afspraak(request: HttpRequest, pad: str) -> HttpResponse:
    """One agenda-item, for whoever wants just that in their own calendar."""
    lezer = Lezer(request, get_language())
    if lezer.site is None:
        raise Http404
    # An address is that of the Dutch page, with the language before it.
    hier = lezer.zichtbaar(AgendaItemPage.objects.filter(url_path=f"{lezer.site.root_page.url_path}{pad}/"))
    items = lezer.paginas(AgendaItemPage.objects.filter(translation_key__in=hier.values("translation_key")))
    item = items.first()
    if item is None:
        raise Http404
    return _kalender(lezer, item.title, items, f"{item.slug}.ics")


def _kalender(lezer: Lezer, naam: str, items: QuerySet, bestand: str) -> HttpResponse:
    rijen = met_volgnummer(items).defer_streamfields().prefetch_related("themas")
    adres = lezer.request.build_absolute_uri()
    kalender = ical.agenda(naam, ((item, lezer.url(item)) for item in rijen), adres)
    return HttpResponse(
        kalender.to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers={
            # A slug may hold any letter, a header may not.
            "Content-Disposition": content_disposition_header(as_attachment=False, filename=bestand),
            "Access-Control-Allow-Origin": "*",
        },
    )


def met_volgnummer(items: QuerySet) -> QuerySet:
    """Add `volgnummer`: the newest published revision of the item in any language; 0 for one without revisions.

    It grows with each publication. A translation takes over a new date from the Dutch page without a revision of
    its own, so its own number would stay behind.
    """
    zelfde = Page.objects.filter(translation_key=OuterRef("translation_key")).order_by()
    nieuwste = zelfde.values("translation_key").annotate(nieuwste=Max("live_revision_id")).values("nieuwste")
    return items.annotate(volgnummer=Coalesce(Subquery(nieuwste), 0))


@alleen_lezen
@met_etag()
def nieuw(request: HttpRequest, kern: str | None = None) -> HttpResponse:
    """What was published or changed last, of every kind."""
    lezer = Lezer(request, get_language())
    paginas = Page.objects.filter(last_published_at__isnull=False).order_by("-last_published_at", "-pk")
    titel, over, adres = (
        "Bloei!",
        gettext("Wat er nieuw of veranderd is in de kernen"),
        lezer.absoluut(voorvoegsel(lezer.taal)),
    )
    if kern is not None:
        pagina = zoek_kern(lezer, kern)
        paginas = paginas.filter(in_kern(pagina))
        titel, adres = schoon.regel(f"Bloei! {pagina.title}"), lezer.url(pagina)
        over = gettext("Wat er nieuw of veranderd is in %(kern)s") % {"kern": pagina.title}
    feed = Atom1Feed(
        title=titel,
        link=adres,
        description=over,
        subtitle=over,
        language=lezer.taal,
        feed_url=request.build_absolute_uri(),
        # What the feed says differs by language also where its page doesn't, so it isn't known by that page.
        feed_guid=request.build_absolute_uri(request.path),
        author_name="Bloei!",
    )
    gekozen = lezer.paginas(paginas).specific().defer_streamfields()[:NIEUWSTE]
    for pagina in gekozen:
        feed.add_item(
            title=schoon.regel(pagina.title),
            link=lezer.url(pagina),
            description=schoon.tekst(_samenvatting(pagina)),
            unique_id=f"urn:uuid:{pagina.translation_key}",
            pubdate=pagina.first_published_at,
            updateddate=pagina.last_published_at,
            categories=[str(pagina._meta.verbose_name)],
        )
    return HttpResponse(
        feed.writeString("utf-8"),
        content_type="application/atom+xml; charset=utf-8",
        headers={"Access-Control-Allow-Origin": "*"},
    )


def _samenvatting(pagina: Page) -> str:
    """The first summary there is, as HTML without markup: Atom says of a summary that it is HTML."""
    for naam in (veld for veld in SAMENVATTINGEN if hasattr(pagina, veld)):
        tekst = getattr(pagina, naam)
        if isinstance(pagina._meta.get_field(naam), RichTextField):
            tekst = "" if is_leeg(tekst) else platte_tekst(tekst)
        else:
            tekst = linebreaksbr(tekst, autoescape=True)
        if tekst:
            return tekst
    return escape(pagina.search_description)


def zoek_kern(lezer: Lezer, slug: str) -> KernPage:
    """The village with this slug, in the language of the reader; Http404 when it isn't public."""
    zelfde = lezer.zichtbaar(KernPage.objects.filter(slug=slug)).values("translation_key")
    kern = lezer.paginas(KernPage.objects.filter(translation_key__in=zelfde)).first()
    if kern is None:
        raise Http404
    return kern


def in_kern(kern: KernPage) -> Q:
    """The condition for pages of this village, translated or not."""
    conditie = Q(path__startswith=kern.path)
    for path in KernPage.objects.filter(translation_key=kern.translation_key).values_list("path", flat=True):
        conditie |= Q(path__startswith=path)
    return conditie
