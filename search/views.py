"""The search page. Its query lives in `core.zoeken`, which the API uses too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale, Site

from core.models import Thema
from core.paginering import pagineer
from kernpagina.models import KernPage
from search.resultaat import voor_de_lijst, zoek_met_keuzes

LANGSTE_VRAAG = 200


def zoeken(request: HttpRequest) -> HttpResponse:
    """Show what was found for `?q=`. A question of null bytes or a novel is cut to what can be asked."""
    vraag = request.GET.get("q", "").replace("\x00", "").strip()[:LANGSTE_VRAAG]
    locale = Locale.get_active()
    context: dict[str, object] = {"vraag": vraag, "suggesties": _suggesties(locale)}
    if vraag:
        soort, kern = request.GET.get("soort", ""), request.GET.get("kern", "")
        gevonden = zoek_met_keuzes(vraag, soort, kern, Site.find_for_request(request), locale)
        paginering = pagineer(gevonden.paginas, request)
        paginering.object_list = voor_de_lijst(list(paginering.object_list))
        context |= {"gevonden": gevonden, "paginering": paginering, "soort": soort, "kern_keuze": kern}
    return render(request, "search/zoeken.html", context)


def _suggesties(locale: Locale) -> list[str]:
    """Words to choose from while typing: the kernen and the themes."""
    kernen = KernPage.objects.live().public().filter(locale=locale).op_naam().values_list("title", flat=True)
    return [*kernen, *(str(thema) for thema in Thema.objects.all())]
