"""The search page. Its query lives in `search.zoeken`, which the API uses too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale, Site

from core.models import Thema
from core.paginering import pagineer
from core.talen.lezen import in_leestaal
from core.talen.taal import leestaal
from core.teksten.schoon import zichtbaar
from kernpagina.kernen import bij_haar_oude_naam
from kernpagina.models import KernPage
from search.resultaat import voor_de_lijst, zoek_met_keuzes
from search.wegwijzers import wegwijzers_voor
from search.zoeken import paginas_van

LANGSTE_VRAAG = 200


@bij_haar_oude_naam
def zoeken(request: HttpRequest) -> HttpResponse:
    """Show what was found for `?q=`. A question of null bytes or a novel is cut to what can be asked; of marks
    that nobody sees nothing is left."""
    vraag = request.GET.get("q", "").replace("\x00", "").strip()[:LANGSTE_VRAAG]
    vraag = vraag if zichtbaar(vraag) else ""
    taal = leestaal()
    context: dict[str, object] = {"vraag": vraag, "suggesties": _suggesties()}
    if vraag:
        soort, kern = request.GET.get("soort", ""), request.GET.get("kern", "")
        gevonden = zoek_met_keuzes(vraag, soort, kern, Site.find_for_request(request), taal)
        paginering = pagineer(gevonden.treffers, request)
        paginas = in_leestaal(paginas_van(paginering.object_list, gevonden.antwoord.vraag))
        paginering.object_list = voor_de_lijst(paginas, gevonden.namen, gevonden.antwoord.vraag)
        wegwijzers = [] if soort or kern or paginering.number > 1 else wegwijzers_voor(vraag)
        context |= {
            "wegwijzers": wegwijzers,
            "gevonden": gevonden,
            "paginering": paginering,
            "soort": soort,
            "kern_keuze": kern,
        }
    return render(request, "search/zoeken.html", context)


def _suggesties() -> list[str]:
    """Words to choose from while typing: the kernen and the themes."""
    kernen = KernPage.objects.openbaar().filter(locale=Locale.get_default()).op_naam()
    return [*kernen.values_list("title", flat=True), *(str(thema) for thema in Thema.objects.all())]
