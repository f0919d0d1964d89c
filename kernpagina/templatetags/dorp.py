"""What the templates of a village ask: its own short lists, and the way around in it."""

from django import template
from wagtail.models import Page

from core.tijd import vandaag
from kernpagina.kernen import kern_van
from kernpagina.models import AgendaItemPage, Kernagendapunt, KernPage, OproepPage
from projecten.models import ProjectPage

register = template.Library()

register.filter("kern", kern_van)


@register.simple_tag
def kernmenu(kern: KernPage) -> list[Page]:
    """The lists of a kern, in the order of the tree, for its own menu."""
    return list(Page.objects.child_of(kern).live().public().select_related("content_type"))


@register.simple_tag
def komende_items(kern: Page, aantal: int) -> list[AgendaItemPage]:
    items = AgendaItemPage.objects.live().public().descendant_of(kern).komend(op=vandaag())
    return list(items.voor_lijst()[:aantal])


@register.simple_tag
def open_oproepen(kern: Page, aantal: int) -> list[OproepPage]:
    oproepen = OproepPage.objects.live().public().descendant_of(kern).open(op=vandaag())
    return list(oproepen.eerst_sluitend().voor_lijst()[:aantal])


@register.simple_tag
def lopende_projecten(kern: Page, aantal: int) -> list[ProjectPage]:
    return list(ProjectPage.objects.live().public().over_kern(kern).lopend().nieuwste_eerst().voor_lijst()[:aantal])


@register.simple_tag
def lopende_punten(kern: Page, aantal: int, alleen_prioriteit: bool) -> list[Kernagendapunt]:
    punten = Kernagendapunt.objects.zichtbaar().van_kern(kern).lopend().select_related("thema", "kernagenda")
    if alleen_prioriteit:
        punten = punten.prioriteiten()
    return list(punten.order_by("-prioriteit", "volgorde")[:aantal])


@register.simple_tag
def oproep_status(oproep: OproepPage):
    """The state of a call today."""
    return oproep.status(vandaag())
