"""What the OpenAPI document says of headers, and of answers other than the one that was asked for."""

from typing import Any

from api.crs import CRS84
from api.fouten import CONTENT_TYPE, TITELS
from api.schemas.basis import SITE
from api.versie import BASIS, VERSIE

Json = dict[str, Any]
REF = "#/components/schemas/{model}"


def _kop(uitleg: str, voorbeeld_: str) -> Json:
    return {"description": uitleg, "schema": {"type": "string"}, "example": voorbeeld_}


KOPPEN = {
    "API-Version": _kop("De volledige versie van de API.", VERSIE),
    "ETag": _kop(
        "De versie van dit antwoord; stuur hem terug als `If-None-Match`.",
        'W/"5d41402abc4b2a76b9719d911017c592"',
    ),
    "Last-Modified": _kop(
        "Wanneer er voor het laatst iets openbaars is veranderd.", "Mon, 01 Mar 2027 09:00:00 GMT"
    ),
    "Cache-Control": _kop(
        "Hoe lang een antwoord bewaard mag worden.", "public, max-age=60, stale-while-revalidate=600"
    ),
    "Access-Control-Allow-Origin": _kop("Elke website mag dit lezen.", "*"),
    "Location": _kop("Waar het nu staat.", f"{BASIS}/kernen/beesd"),
    "Content-Crs": _kop("Het coördinatenstelsel van plekken.", f"<{CRS84}>"),
    "Allow": _kop("De methoden die hier kunnen.", "GET, HEAD, OPTIONS"),
}


def verhuisd() -> Json:
    koppen = ("API-Version", "Location", "Cache-Control", "Access-Control-Allow-Origin")
    return {
        "description": "De kern heeft een andere naam gekregen; `Location` zegt waar ze nu staat.",
        "headers": {kop: {"$ref": f"#/components/headers/{kop}"} for kop in koppen},
    }


def niet_gewijzigd() -> Json:
    koppen = ("API-Version", "ETag", "Last-Modified", "Cache-Control", "Access-Control-Allow-Origin")
    return {
        "description": "Er is niets veranderd sinds `If-None-Match`.",
        "headers": {kop: {"$ref": f"#/components/headers/{kop}"} for kop in koppen},
    }


def fout(status: int) -> Json:
    inhoud = {
        "type": f"{SITE}{BASIS}/docs#fout-{status}",
        "title": TITELS[status],
        "status": status,
        "detail": "Eén gegeven klopt niet. Bij fouten staat welke en waarom."
        if status == 400
        else "Zie het soort fout.",
        "instance": f"{SITE}{BASIS}/agenda-items?van=morgen",
    }
    schema: Json = {"$ref": REF.format(model="Probleem")}
    if status == 400:
        fouten = {"type": "array", "items": {"$ref": REF.format(model="FoutInVraag")}}
        schema = {"allOf": [schema, {"type": "object", "properties": {"fouten": fouten}}]}
        inhoud["fouten"] = [{"parameter": "van", "reden": "Schrijf een datum als 2027-03-28."}]
    koppen = ["API-Version", "Access-Control-Allow-Origin", *(["Allow"] if status == 405 else [])]
    return {
        "description": TITELS[status],
        "headers": {kop: {"$ref": f"#/components/headers/{kop}"} for kop in koppen},
        "content": {CONTENT_TYPE: {"schema": schema, "example": inhoud}},
    }
