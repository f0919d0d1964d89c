"""What templates ask of the village. This is where "today" enters."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import cast

from django import template
from django.db.models import QuerySet
from wagtail.models import Page

from core.boom import PAD_LENGTE
from core.geheugen import eigen, onthoud
from core.models import BasePage
from core.openbaar import openbaar
from core.paginering import InDelen
from core.talen.lezen import in_leestaal
from core.talen.taal import BRONTAAL, leestaal, nummer_van
from core.tijd import vandaag
from kernpagina import bellen
from kernpagina.kernen import kern_van
from kernpagina.keuzes import OproepStatus, PuntStatus
from kernpagina.models import AgendaItemPage, Kernagendapunt, KernagendaVersie, KernPage, OproepPage
from kernpagina.querysets import AgendaItemQuerySet, OproepQuerySet
from kernpagina.versies import Vergelijking, kies
from projecten.models import ProjectPage
from projecten.querysets import ProjectQuerySet

register = template.Library()
# As many as a block of a kern can show (`kernpagina.blocks`): what is asked once serves all of them.
MEESTE = 12


@register.simple_tag
def gelezen_kern(pagina: Page) -> KernPage | None:
    """The kern of a page in the language that is being read. Kept on the page: more than one part of a template asks."""
    bewaard = vars(pagina)
    if "_gelezen_kern" not in bewaard:
        bewaard["_gelezen_kern"] = pagina.localized if isinstance(pagina, KernPage) else _kern_erboven(pagina)
    return bewaard["_gelezen_kern"]


def _kern_erboven(pagina: Page) -> KernPage | None:
    def zoek() -> KernPage | None:
        kern = kern_van(pagina)
        return kern.localized if kern else None

    kern = onthoud(("gelezen kern", pagina.path[:PAD_LENGTE], leestaal()), zoek)
    return eigen(kern) if kern else None


@register.simple_tag
def kernmenu(kern: KernPage, hier: Page | None) -> list[dict[str, str]]:
    """A kern and its lists for its menu: short name, address, and whether the visitor is on it or below it."""
    menu = [{"naam": kern.title, "url": kern.url, "hier": "page" if hier and hier.pk == kern.pk else ""}]
    for onderdeel in _onderdelen(kern):
        erop = "page" if hier and hier.pk == onderdeel.pk else ""
        erin = "true" if hier and hier.path.startswith(onderdeel.path) else ""
        naam = getattr(onderdeel, "menunaam", "") or onderdeel.title
        menu.append({"naam": naam, "url": onderdeel.url, "hier": erop or erin})
    return menu


@register.simple_tag
def onderdeel_van(kern: KernPage, soort: str) -> Page | None:
    """The list of this kind (the lower-case name of its page model) of a kern."""
    return next((lijst for lijst in _onderdelen(kern) if lijst._meta.model_name == soort), None)


def _onderdelen(kern: KernPage) -> list[Page]:
    """The pages right below a kern. Kept on the kern: its menu asks, and each block with a link to a list."""
    bewaard = vars(kern)
    if "_gelezen_onderdelen" not in bewaard:
        onderdelen = onthoud(
            ("onderdelen", kern.path, leestaal()), lambda: in_leestaal(openbaar(kern.get_children()))
        )
        bewaard["_gelezen_onderdelen"] = [eigen(onderdeel) for onderdeel in onderdelen]
    return bewaard["_gelezen_onderdelen"]


@register.simple_tag
def openbare(pagina: BasePage, veld: str) -> BasePage | None:
    """The page that this one points at with a field, in the language that is being read and as far as it is public: the
    title of another one isn't either. None for a kind of page without that field."""
    sleutel = getattr(pagina, f"{veld}_id", None)
    if sleutel is None:
        return None
    soort = cast("type[BasePage]", pagina._meta.get_field(veld).related_model)
    return next(iter(in_leestaal(soort.objects.openbaar().filter(pk=sleutel).defer_streamfields())), None)


@register.simple_tag
def bel(kern: KernPage) -> dict[str, str]:
    """Whom to telephone or mail about a kern: its go-between, or else the municipality."""
    return bellen.bel(kern)


@register.simple_tag
def komende_agenda_items(kern: KernPage, aantal: int) -> list[AgendaItemPage]:
    return _een_keer(kern, "komend", _komende_items)[:aantal]


def _komende_items(kern: KernPage) -> AgendaItemQuerySet:
    return AgendaItemPage.objects.in_kern(kern).openbaar().komend(vandaag()).voor_lijst()


def _een_keer(kern: KernPage, wat: str, vraag: Callable[[KernPage], InDelen]) -> list:
    """As much as a page can show of this, asked once for the page: the first screen and the blocks show the same."""
    bewaard = vars(kern).setdefault("_gelezen_lijsten", {})
    if wat not in bewaard:
        bewaard[wat] = list(vraag(kern).eerste(MEESTE))
    return bewaard[wat]


@register.simple_tag
def wat_wel_komt(kern: KernPage, aantal: int) -> Iterable[AgendaItemPage]:
    """What comes and isn't called off."""
    komend = _een_keer(kern, "komend", _komende_items)
    gaat_door = [item for item in komend if not item.geannuleerd]
    if len(gaat_door) < aantal and len(komend) == MEESTE:
        return _komende_items(kern).doorgaand().eerste(aantal)
    return gaat_door[:aantal]


@register.simple_tag
def volgende_agenda_item(kern: KernPage) -> AgendaItemPage | None:
    """The first of that."""
    return next(iter(wat_wel_komt(kern, 1)), None)


@register.simple_tag
def open_oproepen(kern: KernPage, aantal: int) -> list[OproepPage]:
    return _een_keer(kern, "open", _open_oproepen)[:aantal]


def _open_oproepen(kern: KernPage) -> OproepQuerySet:
    oproepen = OproepPage.objects.in_kern(kern).openbaar().open(vandaag())
    return oproepen.eerst_sluitend().voor_lijst()


@register.simple_tag
def volgende_oproep(kern: KernPage) -> OproepPage | None:
    """The first call that has yet to open."""
    oproepen = OproepPage.objects.in_kern(kern).openbaar().gepland(vandaag())
    return next(iter(oproepen.eerst_openend().voor_lijst().eerste(1)), None)


@register.simple_tag
def lopende_projecten(kern: KernPage, aantal: int) -> ProjectQuerySet:
    projecten = ProjectPage.objects.over_kern(kern).openbaar().lopend()
    return projecten.nieuwste_eerst().voor_lijst().eerste(aantal)


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
def bij_project(project: ProjectPage) -> dict[str, Iterable]:
    """What belongs to a project elsewhere in the village: meetings, calls and points of the kernagenda.

    Nothing belongs yet to a new project that an editor looks at before it was saved.
    """
    if project.pk is None:
        return {}
    op = vandaag()
    # A translation has a row that points at the project as well.
    nederlands = {"project": project.pk, "locale_id": nummer_van(BRONTAAL)}
    oproepen = list(OproepPage.objects.openbaar().filter(**nederlands).voor_lijst().eerst_sluitend())
    items = list(AgendaItemPage.objects.openbaar().filter(**nederlands).voor_lijst().chronologisch())
    komend = [item for item in items if not item.is_voorbij(op)]
    gepland = [oproep for oproep in oproepen if oproep.status(op) == OproepStatus.GEPLAND]
    return {
        "open_oproepen": [oproep for oproep in oproepen if oproep.status(op) == OproepStatus.OPEN],
        "agenda_items": [item for item in komend if not item.geannuleerd],
        "afgelast": [item for item in komend if item.geannuleerd],
        "geplande_oproepen": sorted(gepland, key=lambda oproep: oproep.opent),
        "oproepen_eerder": [oproep for oproep in reversed(oproepen) if oproep.sluit < op],
        "agenda_eerder": [item for item in reversed(items) if item.is_voorbij(op)],
        "punten": Kernagendapunt.objects.filter(project=project.pk)
        .om_te_lezen()
        .zichtbaar()
        .select_related("kernagenda", "thema")
        .op_volgorde(),
    }


@register.filter
def status_vandaag(oproep: OproepPage) -> OproepStatus:
    return oproep.status(vandaag())


@register.filter
def nodigt_uit(item: AgendaItemPage) -> bool:
    return item.nodigt_uit(vandaag())


@register.filter
def aanmelden_kan(item: AgendaItemPage) -> bool:
    return item.aanmelden_kan(vandaag())


@register.filter
def is_voorbij(item: AgendaItemPage) -> bool:
    return item.is_voorbij(vandaag())


@register.simple_tag(takes_context=True)
def vergelijking(context: template.Context, versies: list[KernagendaVersie]) -> Vergelijking | None:
    """What changed between the versions `?van=` and `?tot=`, of those that were published."""
    keuze = context["request"].GET
    return kies(versies, keuze.get("van", ""), keuze.get("tot", ""))


@register.filter
def per_status(punten: Iterable[Kernagendapunt]) -> list[tuple[PuntStatus, int]]:
    """How many points there are in each state, in the order of the states."""
    telling = Counter(punt.status for punt in punten)
    return [(stand, telling[stand]) for stand in PuntStatus if telling[stand]]
