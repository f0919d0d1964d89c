"""Feeds: the agenda as a calendar, what is new as Atom. For the whole municipality, a village, or one event."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db.models import F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.template.defaultfilters import linebreaksbr
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.html import escape
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from core.boom import alle_paginas
from core.geheugen import onthoud, onthoud_elk, stukken
from core.lezer import Lezer
from core.models import BasePage, Thema
from core.paginering import lijsten
from core.talen.adres import voorvoegsel
from core.talen.taal import BRONTAAL
from core.teksten import schoon
from core.voorwaardelijk import eigen_adres, met_etag
from kanalen import ical
from kanalen.kanaal import VerkeerdeVraag, kanaal
from kernpagina.models import AgendaItemPage, KernPage
from kernpagina.querysets import AgendaItemQuerySet
from volgen.models import Soort, Wijziging

TERUG = timedelta(days=365)
# Of all villages together: what fits in a calendar that is fetched each hour, however many years there are.
TERUG_SAMEN, VOORUIT_SAMEN = timedelta(days=30), timedelta(days=365)
# And no more than programs take in: Google stops at a megabyte, which is some 1,400 events.
MEESTE_SAMEN = 400
# Looking up one by one what is remembered takes longer than laying it together.
PER_PAKJE = 25
NIEUWSTE = 50


@kanaal("thema")
@met_etag(vorm="4")
def agenda(request: HttpRequest, kern: str | None = None) -> HttpResponse:
    """The agenda of a village: the last year, all that still goes on and all that is planned. Of all villages together:
    from thirty days back to a year from now, and at most MEESTE_SAMEN. `?thema=` narrows it down."""
    lezer = Lezer(request, get_language())
    if kern is None:
        alle, vandaag = AgendaItemPage.objects.all(), lezer.vandaag
        items = alle.tussen(vandaag, vandaag + VOORUIT_SAMEN)
        geweest = alle.tussen(vandaag - TERUG_SAMEN, vandaag).voorbij(vandaag)
        naam = gettext("Agenda Bloei!")
        uitleg = gettext(
            "Alle kernen, van dertig dagen geleden tot over een jaar, en hoogstens %(aantal)s. De agenda van één kern gaat verder terug en verder vooruit."
        ) % {"aantal": MEESTE_SAMEN}
    else:
        pagina = zoek_kern(lezer, kern)
        items, geweest = AgendaItemPage.objects.in_kern(pagina).tussen(lezer.vandaag - TERUG, None), None
        naam, uitleg = gettext("Agenda %(kern)s") % {"kern": pagina.title}, ""
    if "thema" in request.GET:
        thema = _thema(request.GET["thema"])
        items = items.filter(themas__in=thema)
        geweest = None if geweest is None else geweest.filter(themas__in=thema)
    return _kalender(lezer, naam, _afspraken(lezer, items, geweest), "agenda.ics", uitleg)


@kanaal()
@met_etag(vorm="4")
def afspraak(request: HttpRequest, pad: str) -> HttpResponse:
    """One agenda-item, for whoever wants just that in their own calendar."""
    lezer = Lezer(request, get_language())
    if lezer.site is None:
        raise Http404
    # An address is that of the Dutch page, with the language before it.
    hier = AgendaItemPage.objects.filter(url_path=f"{lezer.site.root_page.url_path}{pad}/")
    items = _gelezen(lezer, lezer.paginas(hier))
    if not items:
        raise Http404
    afspraken = [ical.afspraak(item, lezer.url(item)).encode() for item in items]
    return _kalender(lezer, items[0].title, afspraken, f"{items[0].slug}.ics")


def _thema(slug: str) -> QuerySet[Thema]:
    gekozen = Thema.objects.filter(slug=slug.replace("\x00", ""))
    if not gekozen.exists():
        raise VerkeerdeVraag("Dit thema is er niet.")
    return gekozen


def _afspraken(lezer: Lezer, items: AgendaItemQuerySet, geweest: AgendaItemQuerySet | None) -> list[bytes]:
    """Those of these items that may be seen, as events in packets: each made once, until something public changes.

    With what is over, no more than MEESTE_SAMEN: what comes first goes before the rest, and what is over comes last.
    """

    def zoek() -> list[int]:
        if geweest is None:
            return list(lezer.paginas(items).values_list("pk", flat=True))
        komend = list(lezer.paginas(items).values_list("pk", flat=True)[:MEESTE_SAMEN])
        laatste = lezer.paginas(geweest).values_list("pk", flat=True)[: MEESTE_SAMEN - len(komend)]
        return [*reversed(laatste), *komend]

    nummers = onthoud(eigen_adres(lezer.request), zoek, lijsten)

    def maak(sleutels: list[tuple]) -> list[bytes]:
        vraag = AgendaItemPage.objects.filter(pk__in=[nummer for *_, pakje in sleutels for nummer in pakje])
        gelezen = _gelezen(lezer, lezer.paginas(vraag))
        gemaakt = {item.pk: ical.afspraak(item, lezer.url(item)) for item in gelezen}
        return ["".join(gemaakt.get(nummer, "") for nummer in pakje).encode() for *_, pakje in sleutels]

    hier = ("afspraken", lezer.absoluut("/"), lezer.taal)
    pakjes = [tuple(nummers[eerste : eerste + PER_PAKJE]) for eerste in range(0, len(nummers), PER_PAKJE)]
    return onthoud_elk([(*hier, pakje) for pakje in pakjes], maak, stukken)


def _gelezen(lezer: Lezer, items: AgendaItemQuerySet) -> list[AgendaItemPage]:
    items = met_volgnummer(items).annotate(kernnaam=F("plek__kern__title"))
    return lezer.lees_alles(items.defer_streamfields().prefetch_related("themas"))


def _kalender(
    lezer: Lezer, naam: str, afspraken: list[bytes], bestand: str, uitleg: str = ""
) -> HttpResponse:
    return HttpResponse(
        ical.agenda(naam, afspraken, eigen_adres(lezer.request), uitleg),
        content_type="text/calendar; charset=utf-8",
        # A slug may hold any letter, a header may not.
        headers={"Content-Disposition": content_disposition_header(as_attachment=False, filename=bestand)},
    )


def met_volgnummer(items: AgendaItemQuerySet) -> AgendaItemQuerySet:
    """Add `volgnummer`: the newest published revision of the item in any language; 0 for one without revisions.

    It grows with each publication: of the text in this language, and of a new date, which the Dutch page brings.
    """
    zelfde = Page.objects.filter(translation_key=OuterRef("translation_key")).order_by()
    nieuwste = zelfde.values("translation_key").annotate(nieuwste=Max("live_revision_id")).values("nieuwste")
    return items.annotate(volgnummer=Coalesce(Subquery(nieuwste), 0))


class MeertaligeFeed(Atom1Feed):
    """Atom in which every entry says its own language, and that says what is gone (RFC 6721)."""

    def __init__(self, *args: Any, weg: Iterable[tuple[str, datetime]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.weg = list(weg)

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def item_attributes(self, item: dict) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["taal"]}

    def latest_post_date(self) -> datetime:
        momenten = [item["updateddate"] for item in self.items] + [op for _, op in self.weg]
        return max(momenten, default=super().latest_post_date())

    def write_items(self, handler: Any) -> None:
        super().write_items(handler)
        for kenmerk, op in self.weg:
            handler.addQuickElement("at:deleted-entry", None, {"ref": kenmerk, "when": rfc3339_date(op)})


def _kenmerk(sleutel: UUID, taal: str) -> str:
    """A translation is another text than the Dutch one, and so has another id in every feed."""
    return f"urn:uuid:{sleutel if taal == BRONTAAL else uuid5(sleutel, taal)}"


@kanaal()
@met_etag(vorm="3")
def nieuw(request: HttpRequest, kern: str | None = None) -> HttpResponse:
    """What came, changed or went last, of every kind: as the log says (`volgen.models.Wijziging`)."""
    lezer = Lezer(request, get_language())
    # Of what only got another address, or names something that did, nothing was written.
    regels = Wijziging.objects.filter(eigen=True, taal__in={BRONTAAL, lezer.taal})
    titel, over, adres = (
        "Bloei!",
        gettext("Wat er nieuw of veranderd is in de kernen"),
        lezer.absoluut(voorvoegsel(lezer.taal)),
    )
    if kern is not None:
        pagina = zoek_kern(lezer, kern)
        regels = regels.filter(kern=pagina.pk)
        naam = schoon.regel(pagina.title)
        titel, adres = f"Bloei! {naam}", lezer.url(pagina)
        over = gettext("Wat er nieuw of veranderd is in %(kern)s") % {"kern": naam}
    nieuwste = list(regels.nieuwste_per_tekst()[:NIEUWSTE])
    feed = MeertaligeFeed(
        title=titel,
        link=adres,
        description=over,
        subtitle=over,
        language=lezer.taal,
        feed_url=request.build_absolute_uri(),
        # What the feed says differs by language also where its page doesn't, so it isn't known by that page.
        feed_guid=request.build_absolute_uri(request.path),
        author_name="Bloei!",
        weg=[(_kenmerk(r.sleutel, r.taal), r.op) for r in nieuwste if r.soort == Soort.WEG],
    )
    for regel, pagina in _wat_er_nog_is(lezer, nieuwste):
        feed.add_item(
            title=schoon.regel(_titel(pagina, lezer)),
            link=lezer.url(pagina),
            description=schoon.tekst(_samenvatting(pagina)),
            unique_id=_kenmerk(pagina.translation_key, pagina.taal),
            taal=pagina.taal,
            pubdate=pagina.first_published_at,
            updateddate=regel.op,
            categories=[str(pagina._meta.verbose_name)],
        )
    return HttpResponse(
        feed.writeString("utf-8"),
        content_type="application/atom+xml; charset=utf-8",
    )


def _wat_er_nog_is(lezer: Lezer, regels: list[Wijziging]) -> list[tuple[Wijziging, BasePage]]:
    """The pages of these lines that may be read, each with its newest line, in the order of the lines."""
    per_pagina: dict[int, Wijziging] = {}
    for regel in regels:
        if regel.soort != Soort.WEG:
            per_pagina.setdefault(regel.pagina, regel)
    paginas = lezer.paginas(alle_paginas().filter(pk__in=per_pagina, last_published_at__isnull=False))
    gelezen = {p.pk: p for p in lezer.lees_van_elke_soort(paginas) if isinstance(p, BasePage)}
    return [(regel, gelezen[nummer]) for nummer, regel in per_pagina.items() if nummer in gelezen]


def _titel(pagina: BasePage, lezer: Lezer) -> str:
    """The title, after what one must know before coming: *Gaat niet door: Dorpsborrel*. Not after what the day
    decides: a reader keeps an entry as it was when it was published."""
    stand = pagina.stand(lezer.vandaag)
    zeg = stand is not None and stand.let_op and not stand.vanzelf
    return f"{stand.label}: {pagina.title}" if zeg else pagina.title


def _samenvatting(pagina: BasePage) -> str:
    """What it is about, as HTML without markup: Atom says of a summary that it is HTML."""
    return linebreaksbr(pagina.in_het_kort(), autoescape=True) or escape(pagina.search_description)


def zoek_kern(lezer: Lezer, slug: str) -> KernPage:
    """The village with this Dutch slug, in the language of the reader; Http404 when it isn't public."""
    kern = lezer.lees_een(lezer.paginas(KernPage.objects.filter(slug=slug)))
    if not isinstance(kern, KernPage):
        raise Http404
    return kern
