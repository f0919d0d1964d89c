"""The search page. Its query lives in `core.zoeken`, which the API uses too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Site

from core.paginering import pagineer
from core.talen.taal import leestaal
from core.zoeken import te_lezen, zoek

LANGSTE_VRAAG = 200


def zoeken(request: HttpRequest) -> HttpResponse:
    """Show what was found for `?q=`. A question of null bytes or a novel is cut to what can be asked."""
    vraag = request.GET.get("q", "").replace("\x00", "").strip()[:LANGSTE_VRAAG]
    context = {"vraag": vraag}
    if vraag:
        taal = leestaal()
        paginering = pagineer(zoek(vraag, Site.find_for_request(request), taal), request)
        paginering.object_list = te_lezen(list(paginering.object_list), taal)
        context["paginering"] = paginering
    return render(request, "search/zoeken.html", context)
