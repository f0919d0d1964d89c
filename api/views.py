"""The OpenAPI document, the documentation for people, and the answer to addresses that don't exist."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from api.documentatie import hoofdstukken
from api.fouten import TITELS, UITLEG, probleem
from api.openapi import document
from api.versie import VERSIE, WIJZIGINGEN
from core.voorwaardelijk import alleen_lezen, met_etag


@alleen_lezen
@met_etag(vorm=VERSIE)
def openapi(request: HttpRequest) -> HttpResponse:
    if request.GET:
        return _zonder_parameters(request)
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False})


@alleen_lezen
@met_etag(vorm=VERSIE)
def documentatie(request: HttpRequest) -> HttpResponse:
    if request.GET:
        return _zonder_parameters(request)
    doc = document()
    context = {
        "doc": doc,
        "hoofdstukken": hoofdstukken(doc),
        "wijzigingen": WIJZIGINGEN,
        "fouten": [(s, TITELS[s], UITLEG.get(s, "")) for s in TITELS],
    }
    return render(request, "api/documentatie.html", context)


@csrf_exempt
def onbekend(request: HttpRequest, *args: str) -> HttpResponse:
    return probleem(request, 404)


def _zonder_parameters(request: HttpRequest) -> HttpResponse:
    fouten = [{"parameter": naam, "reden": "Deze parameter bestaat hier niet."} for naam in request.GET]
    return probleem(request, 400, "Hier zijn geen parameters.", fouten)
