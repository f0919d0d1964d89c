"""What the search page shows: what was found, how much of each kind and in each kern, and how it was spelled."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Q, Subquery
from wagtail.models import Page, Site, get_page_models
from wagtail.query import PageQuerySet

from core.boom import PAD_LENGTE
from core.talen.taal import BRONTAAL
from core.tijd import vandaag
from kernpagina.models import KernPage
from search.spelling import verbeter
from search.zoeken import als_html, doorzoekbaar, met_fragment, treffers


@dataclass
class Keuze:
    """A facet: what the visitor may narrow the search to, and how many pages that leaves."""

    waarde: str
    naam: str
    aantal: int


@dataclass
class Resultaat:
    vraag: str
    gezocht: str
    paginas: PageQuerySet
    soorten: list[Keuze]
    kernen: list[Keuze]

    @property
    def verbeterd(self) -> bool:
        return self.vraag != self.gezocht


def zoek_met_keuzes(vraag: str, soort: str, kern: str, site: Site, taal: str) -> Resultaat:
    """Search; when nothing is found, once more with the spelling improved. An unknown choice narrows nothing."""
    ruimte = doorzoekbaar(site, taal)
    gezocht, gevonden = vraag, treffers(ruimte, vraag, taal)
    if not gevonden.exists():
        gezocht = verbeter(vraag, site, taal)
        gevonden = treffers(ruimte, gezocht, taal)
    soorten, kernen, paden = _tel(gevonden)
    if soort in _zoeknamen():
        gevonden = gevonden.filter(content_type__model=soort)
    if kern in paden:
        onder_kern = Q(pk__in=[])
        for pad in paden[kern]:
            onder_kern |= Q(path__startswith=pad)
        gevonden = gevonden.filter(onder_kern)
    return Resultaat(vraag, gezocht, met_fragment(gevonden, gezocht, taal), soorten, kernen)


def voor_de_lijst(paginas: list[Page]) -> list[Page]:
    """Give each page what the list shows of it: `soort`, `kern` (a name or nothing), `stukje` (HTML), how it stands
    today and when it is (`hoe` and `moment`, or nothing)."""
    paden = {pagina.path[:PAD_LENGTE] for pagina in paginas}
    namen = dict(KernPage.objects.filter(path__in=paden).values_list("path", "title"))
    op = vandaag()
    # One query for each kind, and not one for each page.
    heel = Page.objects.specific().defer_streamfields().in_bulk([pagina.pk for pagina in paginas])
    for pagina in paginas:
        pagina.hoe, pagina.moment = heel[pagina.pk].stand(op), heel[pagina.pk].tijdstip()
        pagina.soort = getattr(heel[pagina.pk], "zoeknaam", "")
        pagina.kern = namen.get(pagina.path[:PAD_LENGTE], "")
        pagina.stukje = als_html(pagina.fragment)
    return paginas


def _zoeknamen() -> dict[str, str]:
    """What each kind of page is called in a search, by the name of its model, in the order of the alphabet."""
    namen = {model._meta.model_name: str(getattr(model, "zoeknaam", "")) for model in get_page_models()}
    return dict(sorted(((m, naam) for m, naam in namen.items() if naam), key=lambda paar: paar[1]))


def _tel(gevonden: PageQuerySet) -> tuple[list[Keuze], list[Keuze], dict[str, list[str]]]:
    """How many of what was found are of each kind and in each kern; and the paths of each kern by its slug.

    A kern has a path in each language, and is known by its Dutch slug.
    """
    rijen = list(gevonden.order_by().values_list("content_type_id", "path"))
    namen = _zoeknamen()
    modellen = dict(ContentType.objects.filter(model__in=namen).values_list("pk", "model"))
    per_soort = Counter(modellen.get(ct) for ct, _pad in rijen)
    soorten = [Keuze(m, naam, per_soort[m]) for m, naam in namen.items() if per_soort[m]]
    per_kern = Counter(pad[:PAD_LENGTE] for _ct, pad in rijen)
    kernen: dict[str, Keuze] = {}
    paden: dict[str, list[str]] = {}
    bron = KernPage.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=BRONTAAL
    )
    rijen = (
        KernPage.objects.filter(path__in=per_kern)
        .annotate(bronslug=Subquery(bron.values("slug")[:1]))
        .order_by("title")
        .values_list("bronslug", "title", "path")
    )
    for slug, naam, pad in rijen:
        kernen.setdefault(slug, Keuze(slug, naam, 0)).aantal += per_kern[pad]
        paden.setdefault(slug, []).append(pad)
    return soorten, list(kernen.values()), paden
