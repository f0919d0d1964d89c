"""A village where nothing is to be read yet: where it stands, what comes, and what goes on around it."""

from datetime import date
from math import cos, hypot, radians
from typing import Any

from django.db.models import Q
from wagtail.models import Locale, Page

from core.boom import KERN_DIEPTE
from core.openbaar import openbaar
from core.talen.taal import BRONTAAL
from kernpagina.kernen import met_kern
from kernpagina.keuzes import DOET_MEE, UITROL_UITLEG, Uitrolfase
from kernpagina.models import AgendaItemPage, Inwonersgroep, Kernagendapunt, KernPage, OproepPage
from projecten.models import ProjectPage

KM_PER_GRAAD = 111.2
MEESTE_BUREN = 3
MEESTE_KAARTEN = 3
LIJSTBLOKKEN = {"kernagenda", "agenda", "projecten", "oproepen", "gelukt"}


def is_nog_leeg(kern: KernPage) -> bool:
    """Whether a visitor finds nothing of this village's own below it, and no point on its kernagenda."""
    eronder = Page.objects.filter(path__startswith=kern.path, depth__gt=KERN_DIEPTE + 1)
    punten = Kernagendapunt.objects.zichtbaar().van_kern(kern)
    return not openbaar(eronder).exists() and not punten.exists()


def begin_van(kern: KernPage, op: date) -> dict[str, Any]:
    """What its page tells in place of empty lists: `uitleg`, `begint_op` (a date or None), `buren` (kernen with
    `km`), what comes there (`agenda_items`), what concerns this kern too (`oproepen`, `projecten`), and `inhoud`,
    the blocks that have something to say."""
    buren = _buren(kern)
    in_de_buurt = Q(pk__in=())
    for buur in buren:
        in_de_buurt |= Q(path__startswith=buur.path)
    komend = AgendaItemPage.objects.openbaar().filter(in_de_buurt).komend(op).doorgaand()
    # A translation has the project of its Dutch page.
    hier = Q(project__ook_in_kernen__translation_key=kern.translation_key, plek__taal=BRONTAAL)
    oproepen = OproepPage.objects.openbaar().filter(hier | in_de_buurt).open(op).distinct()
    projecten = ProjectPage.objects.over_kern(kern).openbaar().lopend().nieuwste_eerst()
    return {
        "uitleg": UITROL_UITLEG[Uitrolfase(kern.uitrolfase)] % {"kern": kern.title},
        "begint_op": kern.startdatum if kern.startdatum and kern.startdatum > op else None,
        "buren": buren,
        "agenda_items": met_kern(komend.voor_lijst()[:MEESTE_KAARTEN]),
        "oproepen": met_kern(oproepen.eerst_sluitend().voor_lijst()[:MEESTE_KAARTEN]),
        "projecten": met_kern(projecten.voor_lijst()[:MEESTE_KAARTEN]),
        "inhoud": [blok for blok in kern.inhoud if _zegt_iets(blok.block_type, kern)],
    }


def _zegt_iets(soort: str, kern: KernPage) -> bool:
    if soort == "inwonersgroepen":
        # The number of the municipality stands in the invitation.
        return bool(
            kern.ontmoetingsplek_naam
            or kern.gebiedsmakelaar_naam
            or Inwonersgroep.objects.filter(kern=kern).exists()
        )
    return soort not in LIJSTBLOKKEN


def _buren(kern: KernPage) -> list[KernPage]:
    """The nearest villages that take part, each with its distance in whole kilometres as `km`; None when unknown."""
    kernen = KernPage.objects.openbaar().filter(locale=Locale.get_default()).in_fase(*DOET_MEE)
    lijst = list(kernen.exclude(pk=kern.pk).om_te_lezen().defer_streamfields().op_naam())
    for buur in lijst:
        buur.km = _afstand(kern, buur)
    return sorted(lijst, key=lambda buur: (buur.km is None, buur.km or 0))[:MEESTE_BUREN]


def _afstand(van: KernPage, naar: KernPage) -> int | None:
    """As the crow flies, good enough within one municipality."""
    graden = (van.breedtegraad, van.lengtegraad, naar.breedtegraad, naar.lengtegraad)
    if None in graden:
        return None
    noord = (naar.breedtegraad - van.breedtegraad) * KM_PER_GRAAD
    oost = (naar.lengtegraad - van.lengtegraad) * KM_PER_GRAAD * cos(radians(van.breedtegraad))
    return round(hypot(noord, oost)) or 1
