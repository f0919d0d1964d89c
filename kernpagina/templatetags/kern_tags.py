"""What templates ask of the village. This is where "today" enters."""

from django import template
from django.db.models import QuerySet
from django.utils.safestring import SafeString
from wagtail.models import Page

from core.templatetags.kanaal_tags import als_jsonld
from core.tijd import vandaag
from kernpagina import jsonld, kernen
from kernpagina.keuzes import OproepStatus
from kernpagina.models import AgendaItemPage, Kernagendapunt, KernPage, OproepPage
from projecten.models import ProjectPage

register = template.Library()


@register.simple_tag
def kern_van(pagina: Page) -> KernPage | None:
    return kernen.kern_van(pagina)


@register.simple_tag
def onderdelen_van(kern: KernPage) -> QuerySet[Page]:
    """The kernagenda, agenda, projects and calls of a kern, for its navigation."""
    return kern.get_children().live().public()


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
    punten = Kernagendapunt.objects.zichtbaar().van_kern(kern).lopend().select_related("kernagenda", "thema")
    if alleen_prioriteit:
        punten = punten.prioriteiten()
    return punten.order_by("-prioriteit", "volgorde")[:aantal]


@register.simple_tag
def bij_project(project: ProjectPage) -> dict[str, QuerySet]:
    """What belongs to a project elsewhere in the village: meetings, calls and points of the kernagenda."""
    return {
        "agenda_items": project.agenda_items.live().public().komend(vandaag()).voor_lijst(),
        "oproepen": project.oproepen.live().public().eerst_sluitend().voor_lijst(),
        "punten": project.kernagendapunten.zichtbaar().select_related("kernagenda", "thema").op_volgorde(),
    }


@register.filter
def status_vandaag(oproep: OproepPage) -> OproepStatus:
    return oproep.status(vandaag())


@register.simple_tag(takes_context=True)
def jsonld_evenement(context: template.Context, item: AgendaItemPage) -> SafeString:
    return als_jsonld(jsonld.evenement(item, context["request"].build_absolute_uri(item.get_url(context["request"]))))


@register.simple_tag(takes_context=True)
def jsonld_plaats(context: template.Context, kern: KernPage) -> SafeString:
    return als_jsonld(jsonld.plaats(kern, context["request"].build_absolute_uri(kern.get_url(context["request"]))))
