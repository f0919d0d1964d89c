"""What is done in a village, or in all of them: finished projects and points of a kernagenda."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import template

from core.boom import PAD_LENGTE
from kernpagina.keuzes import PuntStatus
from kernpagina.models import Kernagendapunt, KernPage
from projecten.keuzes import ProjectStatus
from projecten.models import ProjectPage

register = template.Library()


class Gelukt(NamedTuple):
    """`van` and `veld` say whose text the title is, for `{% lang %}`; `kern` is a name, or nothing."""

    titel: str
    adres: str
    van: Any
    veld: str
    kern: str


@register.simple_tag
def wat_lukte(kern: KernPage, aantal: int) -> list[Gelukt]:
    projecten = ProjectPage.objects.over_kern(kern).openbaar()
    return _samen(projecten, Kernagendapunt.objects.zichtbaar().van_kern(kern), aantal, {})


@register.simple_tag
def wat_overal_lukte(kernen: Iterable[KernPage], aantal: int) -> list[Gelukt]:
    """Of these villages, which are at hand already: each with the name of its own."""
    namen = {kern.path: kern.title for kern in kernen}
    return _samen(ProjectPage.objects.openbaar(), Kernagendapunt.objects.zichtbaar(), aantal, namen)


def _samen(projecten, punten, aantal: int, namen: dict[str, str]) -> list[Gelukt]:
    """Projects first, newest first; a point whose project is among them says the same once more, and is left out."""
    klaar = projecten.met_status(ProjectStatus.GEREED).nieuwste_eerst().om_te_lezen().defer_streamfields()
    gelukt = [Gelukt(p.title, p.url, p, "title", namen.get(p.path[:PAD_LENGTE], "")) for p in klaar[:aantal]]
    if len(gelukt) < aantal:
        gereed = (
            punten.om_te_lezen().filter(status=PuntStatus.GEREED).exclude(project__in=[g.van for g in gelukt])
        )
        for punt in gereed.select_related("kernagenda").op_volgorde()[: aantal - len(gelukt)]:
            adres = f"{punt.kernagenda.url}#{punt.anker}"
            gelukt.append(
                Gelukt(punt.titel, adres, punt, "titel", namen.get(punt.kernagenda.path[:PAD_LENGTE], ""))
            )
    return gelukt
