"""What templates ask of the village. This is where "today" enters."""

from django import template
from django.db.models import QuerySet
from wagtail.models import Page

from core.talen.lezen import in_leestaal
from core.tijd import vandaag
from kernpagina import kernen
from kernpagina.keuzes import OproepStatus
from kernpagina.models import AgendaItemPage, Kernagendapunt, KernPage, OproepPage
from projecten.models import ProjectPage

register = template.Library()


@register.simple_tag
def kern_van(pagina: Page) -> KernPage | None:
    kern = kernen.kern_van(pagina)
    return kern.localized if kern else None


@register.simple_tag
def onderdelen_van(kern: KernPage) -> list[Page]:
    """The kernagenda, agenda, projects and calls of a kern, for its navigation."""
    return in_leestaal(kern.get_children().live().public())


@register.simple_tag
def komende_agenda_items(kern: KernPage, aantal: int) -> QuerySet[AgendaItemPage]:
    return AgendaItemPage.objects.descendant_of(kern).live().public().komend(vandaag()).voor_lijst()[:aantal]


@register.simple_tag
def open_oproepen(kern: KernPage, aantal: int) -> QuerySet[OproepPage]:
    oproepen = OproepPage.objects.descendant_of(kern).live().public().open(vandaag())
    return oproepen.eerst_sluitend().voor_lijst()[:aantal]


@register.simple_tag
def lopende_projecten(kern: KernPage, aantal: int) -> QuerySet[ProjectPage]:
    projecten = ProjectPage.objects.over_kern(kern).live().public().lopend()
    return projecten.nieuwste_eerst().voor_lijst()[:aantal]


@register.simple_tag
def kernagendapunten(
    kern: KernPage, aantal: int, alleen_prioriteit: bool = False
) -> QuerySet[Kernagendapunt]:
    """The points that are being worked on, with priority first."""
    punten = Kernagendapunt.objects.om_te_lezen().zichtbaar().van_kern(kern).lopend()
    punten = punten.select_related("kernagenda", "thema")
    if alleen_prioriteit:
        punten = punten.prioriteiten()
    return punten.order_by("-prioriteit", "volgorde")[:aantal]


@register.simple_tag
def bij_project(project: ProjectPage) -> dict[str, QuerySet]:
    """What belongs to a project elsewhere in the village: meetings, calls and points of the kernagenda."""
    return {
        "agenda_items": project.agenda_items.live().public().komend(vandaag()).voor_lijst(),
        "oproepen": project.oproepen.live().public().eerst_sluitend().voor_lijst(),
        "punten": project.kernagendapunten.om_te_lezen().zichtbaar().select_related("kernagenda", "thema").op_volgorde(),
    }


@register.filter
def status_vandaag(oproep: OproepPage) -> OproepStatus:
    return oproep.status(vandaag())
