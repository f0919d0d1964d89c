"""The page with all of it: every choice in the address, every table as CSV and in the API too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.models import Thema
from core.tijd import vandaag
from core.voorwaardelijk import voor_wie_geen_koekje_heeft
from home.filters import VoortgangFilter, openbare_kernen
from home.voortgang import afspraken, beloften, cijfers, punten
from kernpagina.kernen import bij_haar_oude_naam
from kernpagina.keuzes import PuntStatus


@voor_wie_geen_koekje_heeft
@bij_haar_oude_naam
def voortgang(request: HttpRequest) -> HttpResponse:
    op = vandaag()
    keuze = VoortgangFilter(request.GET, queryset=punten.openbare_punten(), op=op, request=request)
    geteld = punten.tel(keuze.qs)
    kernen = {kern.pk: kern for kern in openbare_kernen()}
    kern, te_kiezen = keuze.kern_keuze, cijfers.jaren(op)
    jaar = kies_jaar(request.GET.get("jaar"), te_kiezen)
    van = [kern] if kern else kernen.values()
    rijen = cijfers.per_kern(jaar, op, van)
    context = {
        "titel": _("Hoe ver zijn we?"),
        "inleiding": _(
            "De punten van alle kernagenda's, wat er beloofd is en wat ervan terechtkwam. In cijfers die je kunt natellen."
        ),
        "filter": keuze,
        "bewaar": {"jaar": jaar} if request.GET.get("jaar") else {},
        "standen": [*(stand.label for stand in PuntStatus), _("Samen")],
        "per_kern": punten.per(geteld, "kern", kernen),
        "per_thema": punten.per(
            geteld, "thema", {thema.pk: thema for thema in Thema.objects.order_by("volgorde", "name")}
        ),
        "samen": punten.samen(geteld),
        "beloften": beloften.beloften(op, kern),
        "afspraken": afspraken.per_jaar(op, kern),
        "afspraken_koppen": afspraken.KOPPEN,
        "jaar": jaar,
        "jaren": te_kiezen,
        "cijfers": rijen,
        "cijfers_samen": cijfers.samen(rijen),
        "uitleg": cijfers.UITLEG,
    }
    return render(request, "home/voortgang.html", context)


def kies_jaar(gevraagd: str | None, jaren: list[int]) -> int:
    """The year that is asked for, of those there are; else the newest."""
    return next((jaar for jaar in jaren if str(jaar) == gevraagd), jaren[0])
