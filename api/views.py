"""The OpenAPI document, the documentation for people, and the answer to addresses that don't exist."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from api.documentatie import hoofdstukken
from api.fouten import TITELS, UITLEG, probleem
from api.openapi import document
from api.versie import BASIS, VERSIE, WIJZIGINGEN
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


@alleen_lezen
@met_etag(vorm=VERSIE)
def begin(request: HttpRequest) -> HttpResponse:
    """The door: what there is, for who has nothing but this address."""
    if request.GET:
        return _zonder_parameters(request)

    def link(rel: str, pad: str, naam: str, soort: str = "application/json") -> dict[str, str]:
        return {"rel": rel, "href": request.build_absolute_uri(f"{BASIS}{pad}"), "title": naam, "type": soort}

    lijsten = [
        link("item", pad, operatie["get"]["summary"])
        for pad, operatie in document()["paths"].items()
        if "{" not in pad and pad not in ("/openapi.json", "/docs")
    ]
    links = [
        link("self", "", "Deze lijst"),
        link("service-desc", "/openapi.json", "De beschrijving (OpenAPI)"),
        link("service-doc", "/docs", "De documentatie", "text/html"),
        link("changelog", "/docs#wijzigingen", "Wat er is veranderd, en hoe iets verdwijnt", "text/html"),
        *lijsten,
    ]
    inhoud = {"naam": "Bloei! API", "versie": VERSIE, "links": links}
    return JsonResponse(inhoud, json_dumps_params={"ensure_ascii": False})


@csrf_exempt
def onbekend(request: HttpRequest, *args: str) -> HttpResponse:
    return probleem(request, 404)


def _zonder_parameters(request: HttpRequest) -> HttpResponse:
    fouten = [{"parameter": naam, "reden": "Deze parameter bestaat hier niet."} for naam in request.GET]
    return probleem(request, 400, "Hier zijn geen parameters.", fouten)
