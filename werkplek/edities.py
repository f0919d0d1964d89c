"""What goes to who follows something: how the last of it stands, for communications. Never to whom."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from core.goedkeuring.rollen import is_communicatie
from core.models import Thema
from core.paginering import pagineer
from core.tijd import vandaag
from volgen.doelen import Doel
from volgen.models import Abonnement, Editie, EditieStand, Levering, Volgt, Voorwoord
from werkplek.overzicht import kernnamen_op_nummer

PER_PAGINA = 50


class EditiesPanel(Component):
    """What went last, and what of it is under way; and what waits to be read for the next."""

    name = "edities"
    template_name = "werkplek/panel_edities.html"
    order = 11

    def get_context_data(self, parent_context=None):
        laatste = Editie.objects.exclude(stand=EditieStand.OVERGESLAGEN).order_by("-dag", "-pk").first()
        leveringen = Levering.objects.filter(editie__dag=laatste.dag) if laatste else Levering.objects.none()
        voorwoorden = list(Voorwoord.objects.wacht(vandaag()))
        namen = kernnamen_op_nummer(voorwoord.kern for voorwoord in voorwoorden)
        return {
            "dag": laatste and laatste.dag,
            "geteld": leveringen.tel(),
            "volgers": Abonnement.objects.actief().values("adres").distinct().count(),
            "voorwoorden": [(voorwoord, namen.get(voorwoord.kern, "")) for voorwoord in voorwoorden],
        }


@never_cache
def lijst(request: HttpRequest) -> HttpResponse:
    """Every edition with how many it went to; what was skipped because nothing was new is left out."""
    if not is_communicatie(request.user):
        raise PermissionDenied
    edities = Editie.objects.exclude(stand=EditieStand.OVERGESLAGEN).order_by("-dag", "-pk")
    # By number, for how many there are of a list is remembered until something public changes, which most of these don't do.
    blad = pagineer(list(edities.values_list("pk", flat=True)), request, PER_PAGINA)
    rijen = list(edities.filter(pk__in=list(blad)).defer("inhoud"))
    namen = _namen(rijen)
    bezig = [editie.pk for editie in rijen if editie.stand == EditieStand.VERZENDEN]
    geteld = Levering.objects.filter(editie__in=bezig).per_editie()
    context = {
        "rijen": [
            {"editie": editie, "naam": namen[editie.pk], **_getallen(editie, geteld.get(editie.pk))}
            for editie in rijen
        ],
        "paginering": blad,
        "page_title": "Nieuwsbrieven en wat mensen volgen",
    }
    return render(request, "werkplek/edities.html", context)


def _getallen(editie: Editie, onderweg: dict[str, int] | None) -> dict[str, int]:
    klaar = {"verzonden": editie.verzonden, "onbestelbaar": editie.onbestelbaar, "wacht": 0}
    return onderweg or klaar


def _namen(edities: list[Editie]) -> dict[int, str]:
    """Of each edition what it is about; two queries."""
    paginas = Page.objects.in_bulk({editie.pagina for editie in edities if editie.pagina})
    themas = Thema.objects.in_bulk({editie.thema for editie in edities if editie.thema})
    return {
        editie.pk: Doel(
            Volgt(editie.volgt), paginas.get(editie.pagina or 0), themas.get(editie.thema or 0)
        ).naam
        for editie in edities
    }
