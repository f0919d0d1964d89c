"""What the search page shows: what was found, how much of each kind and in each kern, and how it was spelled."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from wagtail.models import Page, Site, get_page_models

from core.boom import PAD_LENGTE
from core.stand import Stand
from core.tijd import vandaag
from kernpagina.models import KernPage
from search.antwoord import Antwoord, beantwoord
from search.zoeken import Treffer, als_html


@dataclass
class Keuze:
    """A facet: what the visitor may narrow the search to, and how many pages that leaves."""

    waarde: str
    naam: str
    aantal: int


@dataclass
class Gevonden:
    """A page in the list: of what kind, in which kern (a name or nothing), the text around what was found, and how it
    stands today and when it is, where that can be said."""

    pagina: Page
    soort: str | Promise
    kern: str
    stukje: SafeString
    hoe: Stand | None
    moment: str


@dataclass
class Resultaat:
    antwoord: Antwoord
    treffers: list[Treffer]
    soorten: list[Keuze]
    kernen: list[Keuze]
    namen: dict[str, str]


def zoek_met_keuzes(vraag: str, soort: str, kern: str, site: Site, taal: str) -> Resultaat:
    """Search, and narrow it by what was chosen. An unknown choice narrows nothing."""
    antwoord = beantwoord(vraag, site, taal)
    gevonden = antwoord.treffers
    modellen = _modellen()
    soorten, kernen, gevonden_in = _tel(gevonden, modellen)
    nummers = {kern.slug: kern.pk for kern in gevonden_in}
    if soort in modellen.values():
        gevonden = [treffer for treffer in gevonden if modellen.get(treffer.soort) == soort]
    if kern in nummers:
        gevonden = [treffer for treffer in gevonden if treffer.kern == nummers[kern]]
    namen = {kern.path: kern.title for kern in gevonden_in}
    return Resultaat(antwoord, gevonden, soorten, kernen, namen)


def voor_de_lijst(paginas: list[Page], namen: dict[str, str]) -> list[Gevonden]:
    """What the list shows of each of these pages. `namen` are those of the kernen by their path."""
    op = vandaag()
    # One query for each kind, and not one for each page.
    heel = Page.objects.specific().defer_streamfields().in_bulk([pagina.pk for pagina in paginas])
    return [
        Gevonden(
            pagina,
            soort=heel[pagina.pk].zoeknaam,
            kern=namen.get(pagina.path[:PAD_LENGTE], ""),
            stukje=als_html(vars(pagina)["fragment"]),
            hoe=heel[pagina.pk].stand(op),
            moment=heel[pagina.pk].tijdstip(),
        )
        for pagina in paginas
    ]


def _zoeknamen() -> dict[str, str]:
    """What each kind of page is called in a search, by the name of its model, in the order of the alphabet."""
    namen = {model._meta.model_name: str(getattr(model, "zoeknaam", "")) for model in get_page_models()}
    return dict(sorted(((m, naam) for m, naam in namen.items() if naam), key=lambda paar: paar[1]))


def _modellen() -> dict[int, str]:
    """The kinds of pages that have a name in a search, by the number of their content type."""
    namen = _zoeknamen()
    soorten = ContentType.objects.get_for_models(*get_page_models())
    return {ct.pk: model._meta.model_name for model, ct in soorten.items() if model._meta.model_name in namen}


def _tel(
    gevonden: list[Treffer], modellen: dict[int, str]
) -> tuple[list[Keuze], list[Keuze], list[KernPage]]:
    """How many of what was found are of each kind and in each kern; and these kernen, as they are read."""
    per_soort = Counter(modellen.get(treffer.soort) for treffer in gevonden)
    soorten = [Keuze(m, naam, per_soort[m]) for m, naam in _zoeknamen().items() if per_soort[m]]
    per_kern = Counter(treffer.kern for treffer in gevonden)
    nummers = [nummer for nummer in per_kern if nummer is not None]
    kernen = KernPage.objects.om_te_lezen().defer_streamfields().filter(pk__in=nummers).op_naam()
    keuzes = [Keuze(kern.slug, kern.title, per_kern[kern.pk]) for kern in kernen]
    return soorten, keuzes, list(kernen)
