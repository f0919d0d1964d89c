"""What the templates of a call ask of the answers to it."""

from django import forms, template
from django.conf import settings
from django.forms import BoundField

from core.paginering import pagineer
from core.tijd import vandaag
from kernpagina.keuzes import OproepStatus
from kernpagina.models import AgendaItemPage, OproepPage, OproepTaak, Uitkomstpunt
from meedoen import soorten, tellen
from meedoen.aanmelden import open as open_
from meedoen.aanmelden.plaatsen import Plek, getoond_over, getoonde_plaatsen
from meedoen.keuzes import IN_WOORDEN
from meedoen.models import Reactie
from meedoen.namen import naam_in_leestaal, voorbeeldnamen
from meedoen.op_papier import kan_op_papier
from meedoen.uitdagen import stappen

register = template.Library()
register.filter(kan_op_papier)
register.filter(naam_in_leestaal)
register.filter(soorten.wordt_gelezen)


@register.filter
def heeft_formulier(oproep: OproepPage) -> bool:
    return soorten.heeft_formulier(oproep)


@register.simple_tag(takes_context=True)
def deelname(context: template.Context, oproep: OproepPage) -> dict:
    """What everybody may read of who took part: the figures, and the reactions of a page of the list or the totals.

    Totals come when the call is closed: who reads them before would answer after them.
    """
    if not soorten.heeft_formulier(oproep):
        return {}
    geteld = tellen.aantallen(oproep.pk)
    if oproep.soort in IN_WOORDEN:
        reacties = Reactie.objects.filter(oproep=oproep.pk).los_te_lezen()
        lijst = pagineer(reacties, context["request"])
        for reactie in lijst:
            reactie.over = soorten.naam_van_onderdeel(oproep, reactie.onderdeel)
        return {"aantallen": geteld, "lijst": lijst}
    gesloten = oproep.status(vandaag()) not in (OproepStatus.OPEN, OproepStatus.GEPLAND)
    return {"aantallen": geteld, "uitslagen": tellen.uitslagen(oproep) if gesloten else []}


@register.filter
def met_aanmelding(oproep: OproepPage) -> bool:
    return open_.met_aanmelding(oproep)


@register.filter
def met_uitdaging(oproep: OproepPage) -> bool:
    return stappen.met_uitdaging(oproep)


@register.simple_tag
def weken_tot_besluit() -> int:
    """Within how many weeks after their proposal somebody hears what was decided about it."""
    return settings.UITDAAGRECHT_WEKEN


@register.simple_tag
def plaatsen(pagina: Plek) -> int | None:
    """How many places are left, as everybody may know; None where there is no limit."""
    return getoonde_plaatsen(pagina).get(None)


@register.simple_tag
def plaatsen_over(item: AgendaItemPage) -> int:
    """How many stay free while somebody waits for more."""
    return getoond_over(item)


@register.simple_tag
def taken_met_plaatsen(oproep: OproepPage) -> list[tuple[OproepTaak, int | None]]:
    """The tasks of a call, each with how many are still needed; one query for the figures."""
    vrij = getoonde_plaatsen(oproep)
    return [(taak, vrij.get(taak.kenmerk)) for taak in oproep.taken.all()]


@register.filter
def wijze(veld: BoundField) -> str:
    """How a field is drawn."""
    match veld.field.widget:
        case forms.CheckboxSelectMultiple() | forms.RadioSelect():
            return "keuzes"
        case forms.CheckboxInput():
            return "vink"
        case forms.Select():
            return "lijst"
        case forms.Textarea():
            return "tekst"
    return "regel"


@register.simple_tag
def naam_als_voorbeeld(oproep: OproepPage) -> dict[str, str]:
    """How a name stands with a reaction: {"kort": …, "voluit": …}."""
    return voorbeeldnamen(oproep)


@register.filter
def gekozen_onderdeel(reactie: Reactie) -> str:
    """Which part of a plan it is about; empty for the whole."""
    return soorten.naam_van_onderdeel(reactie.oproep, reactie.onderdeel)


@register.simple_tag
def antwoorden_van(reactie: Reactie) -> list[tuple[str, str]]:
    return soorten.antwoorden_in_woorden(reactie)


@register.simple_tag
def punten_met_aantal(oproep: OproepPage) -> list[tuple[Uitkomstpunt, int]]:
    """The points of an outcome, each with how many reactions belong to it; one query for the figures."""
    geteld = tellen.per_punt(oproep.pk)
    return [(punt, geteld.get(punt.kenmerk, 0)) for punt in oproep.uitkomstpunten.all()]
