"""What the search page shows: what was found, how much of each kind and in each kern, and how it was spelled."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page, Site, get_page_models

from core.boom import PAD_LENGTE
from core.stand import Stand
from core.tijd import vandaag
from kernpagina.models import Kernagendapunt, KernPage
from search.antwoord import Antwoord, beantwoord
from search.punten import punten_bij
from search.vraag import Zoekvraag
from search.zoeken import Treffer, als_html

# A page that is no more than a list; and what is of the municipality.
OVERZICHT, GEEN_KERN = "overzicht", "-"


@dataclass
class Keuze:
    """A facet: what the visitor may narrow the search to, and how many pages that leaves."""

    waarde: str
    naam: str
    aantal: int


@dataclass
class Gevonden:
    """A page in the list: of what kind, in which kern (a name or nothing), the text around what was found, how it stands
    today and when it is, where that can be said, and of a kernagenda the points that were found."""

    pagina: Page
    soort: str | Promise
    kern: str
    stukje: SafeString
    hoe: Stand | None
    moment: str
    punten: list[Kernagendapunt]


@dataclass
class Resultaat:
    antwoord: Antwoord
    treffers: list[Treffer]
    soorten: list[Keuze]
    kernen: list[Keuze]
    namen: dict[str, str]


def zoek_met_keuzes(vraag: str, soort: str, kern: str, site: Site, taal: str) -> Resultaat:
    """Search, and narrow it by what was chosen. An unknown choice narrows nothing.

    What was found is of one kind and in one kern, or in none: so the numbers of each facet add up to what it narrows.
    """
    antwoord = beantwoord(vraag, site, taal)
    modellen = _modellen()
    kernen = _kernen(antwoord.treffers)
    slugs = {kern.pk: kern.slug for kern in kernen}
    namen = {kern.slug: kern.title for kern in kernen} | {GEEN_KERN: _("Niet van één kern")}

    def slug(treffer: Treffer) -> str:
        return slugs.get(treffer.kern or 0, GEEN_KERN)

    def van(treffers: list[Treffer], soort: str, kern: str) -> list[Treffer]:
        if soort in modellen.values():
            treffers = [treffer for treffer in treffers if modellen[treffer.soort] == soort]
        return [treffer for treffer in treffers if kern not in namen or slug(treffer) == kern]

    per_soort = Counter(modellen[treffer.soort] for treffer in van(antwoord.treffers, "", kern))
    per_kern = Counter(map(slug, van(antwoord.treffers, soort, "")))
    return Resultaat(
        antwoord,
        van(antwoord.treffers, soort, kern),
        # What was chosen stays there to see, also where nothing is left.
        [Keuze(m, naam, per_soort[m]) for m, naam in _zoeknamen().items() if per_soort[m] or m == soort],
        [Keuze(s, naam, per_kern[s]) for s, naam in namen.items() if per_kern[s] or s == kern],
        {kern.path: kern.title for kern in kernen},
    )


def voor_de_lijst(paginas: list[Page], namen: dict[str, str], vraag: Zoekvraag) -> list[Gevonden]:
    """What the list shows of each of these pages. `namen` are those of the kernen by their path."""
    op = vandaag()
    punten = punten_bij(paginas, vraag)
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
            punten=punten.get(pagina.pk, []),
        )
        for pagina in paginas
    ]


def _zoeknamen() -> dict[str, str]:
    """What each kind of page is called in a search, by the name of its model, in the order of the alphabet; at the end what
    has no name of its own, such as the list of all projects of a kern."""
    namen = {model._meta.model_name: str(getattr(model, "zoeknaam", "")) for model in get_page_models()}
    op_naam = sorted(((m, naam) for m, naam in namen.items() if naam), key=lambda paar: paar[1])
    return dict(op_naam) | {OVERZICHT: _("Overzichten")}


def _modellen() -> dict[int, str]:
    """The kinds of pages, by the number of their content type."""
    namen = _zoeknamen()
    soorten = ContentType.objects.get_for_models(*get_page_models())
    naam = {model: str(model._meta.model_name) for model in soorten}
    return {ct.pk: naam[model] if naam[model] in namen else OVERZICHT for model, ct in soorten.items()}


def _kernen(gevonden: list[Treffer]) -> list[KernPage]:
    """The kernen in which something was found, as they are read."""
    nummers = {treffer.kern for treffer in gevonden if treffer.kern is not None}
    return list(KernPage.objects.om_te_lezen().defer_streamfields().filter(pk__in=nummers).op_naam())
