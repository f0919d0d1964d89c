"""What the search page shows: what was found, how much of each kind and in each kern, and how it was spelled."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Site, get_page_models
from wagtail.query import PageQuerySet

from core.boom import PAD_LENGTE
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
    namen: dict[str, str]

    @property
    def verbeterd(self) -> bool:
        return self.vraag != self.gezocht


def zoek_met_keuzes(vraag: str, soort: str, kern: str, site: Site, taal: str) -> Resultaat:
    """Search; when nothing is found, once more with the spelling improved. An unknown choice narrows nothing."""
    ruimte = doorzoekbaar(site)
    gezocht, gevonden = vraag, treffers(ruimte, vraag, taal)
    if not gevonden.exists():
        gezocht = verbeter(vraag, site, taal)
        gevonden = treffers(ruimte, gezocht, taal)
    soorten, kernen, gevonden_in = _tel(gevonden)
    paden = {kern.slug: kern.path for kern in gevonden_in}
    if soort in _zoeknamen():
        gevonden = gevonden.filter(content_type__model=soort)
    if kern in paden:
        gevonden = gevonden.filter(path__startswith=paden[kern])
    namen = {kern.path: kern.title for kern in gevonden_in}
    return Resultaat(vraag, gezocht, met_fragment(gevonden, gezocht, taal), soorten, kernen, namen)


def voor_de_lijst(paginas: list[Page], namen: dict[str, str]) -> list[Page]:
    """Give each page what the list shows of it: `soort`, `kern` (a name or nothing), `stukje` (HTML), how it stands
    today and when it is (`hoe` and `moment`, or nothing). `namen` are those of the kernen by their path."""
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


def _tel(gevonden: PageQuerySet) -> tuple[list[Keuze], list[Keuze], list[KernPage]]:
    """How many of what was found are of each kind and in each kern; and these kernen, as they are read."""
    rijen = list(gevonden.order_by().values_list("content_type_id", "path"))
    namen = _zoeknamen()
    modellen = dict(ContentType.objects.filter(model__in=namen).values_list("pk", "model"))
    per_soort = Counter(modellen.get(ct) for ct, _pad in rijen)
    soorten = [Keuze(m, naam, per_soort[m]) for m, naam in namen.items() if per_soort[m]]
    per_kern = Counter(pad[:PAD_LENGTE] for _ct, pad in rijen)
    kernen = KernPage.objects.om_te_lezen().defer_streamfields().filter(path__in=list(per_kern)).op_naam()
    keuzes = [Keuze(kern.slug, kern.title, per_kern[kern.path]) for kern in kernen]
    return soorten, keuzes, list(kernen)
