"""The search page. Its query lives in `core.zoeken`, which the API uses too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale, Site

from core.paginering import pagineer
from core.zoeken import zoek

LANGSTE_VRAAG = 200


def zoeken(request: HttpRequest) -> HttpResponse:
    """Show what was found for `?q=`. A question of null bytes or a novel is cut to what can be asked."""
    vraag = request.GET.get("q", "").replace("\x00", "").strip()[:LANGSTE_VRAAG]
    context = {"vraag": vraag}
    if vraag:
        gevonden = zoek(vraag, Site.find_for_request(request), Locale.get_active())
        context["paginering"] = pagineer(gevonden, request)
    return render(request, "search/zoeken.html", context)
