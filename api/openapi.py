"""The OpenAPI 3.1 document: what ninja makes of the code, with all that the NL API Design Rules ask added."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from pydantic.json_schema import models_json_schema

from api.api import api
from api.fouten import CONTENT_TYPE, TITELS
from api.routers.kernen import CRS84, GEOJSON
from api.schemas.basis import SITE, FoutInVraag, Probleem
from api.schemas.kernen import KernFeature, KernFeatureCollection
from api.versie import BASIS, VERSIE
from api.voorbeelden import voorbeeld

Json = dict[str, Any]
REF = "#/components/schemas/{model}"

BESCHRIJVING = """\
Alles wat openbaar is op Bloei!, het dorpenplatform van de gemeente West Betuwe: de 26 kernen, hun kernagenda, agenda,
projecten en oproepen. Om te lezen, zonder sleutel, voor elk kanaal.

Antwoorden hebben een `ETag`: stuur die mee als `If-None-Match` en je krijgt 304 zolang er niets is veranderd.
Een onbekende parameter is een fout. Bij een fout staat in `fouten` alles wat niet klopt, in één keer.
Voor agenda's en nieuws zijn er ook feeds: `/agenda.ics` en `/nieuw.xml`, en per kern `/beesd/agenda.ics` en `/beesd/nieuw.xml`."""
CONTACT = {
    "name": "Gemeente West Betuwe",
    "url": "https://www.westbetuwe.nl/contact",
    "email": "info@westbetuwe.nl",
}
TAGS = {
    "Kernen": "De dorpen en steden.",
    "Kernagenda": "Het plan van het dorp, met zijn punten. Geen kalender.",
    "Agenda": "Bijeenkomsten en activiteiten op een dag.",
    "Projecten": "Wat inwoners en gemeente doen, in fasen.",
    "Oproepen": "Vragen aan inwoners om mee te denken of mee te doen.",
    "Thema's": "De vaste thema's.",
    "Pagina's": "Elke openbare pagina, voor wie de hele site toont of spiegelt.",
    "Zoeken": "Zoeken in alles.",
    "API": "Deze API zelf.",
}


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
    "Content-Crs": _kop("Het coördinatenstelsel van plekken.", f"<{CRS84}>"),
    "Allow": _kop("De methoden die hier kunnen.", "GET, HEAD, OPTIONS"),
}

PADDELEN: dict[str, Json] = {
    "id": {"description": "Het nummer van de pagina.", "schema": {"type": "integer", "minimum": 1}},
    "slug": {"description": "De kern (slug).", "example": "beesd"},
}


@cache
def document() -> Json:
    """The whole document. It follows from the code alone, so it is made once per process."""
    doc: Json = dict(api.get_openapi_schema(path_prefix=""))
    schemas = doc["components"]["schemas"]
    schemas.update(_schemas(Probleem, FoutInVraag, KernFeature, KernFeatureCollection))
    _ontwar(schemas)
    doc["paths"] |= _eigen_paden()
    for pad, item in doc["paths"].items():
        for operatie in item.values():
            _vul_aan(pad, operatie, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Bloei! API",
            "version": VERSIE,
            "summary": "De inhoud van Bloei! voor elk kanaal.",
            "description": BESCHRIJVING,
            "contact": CONTACT,
            "license": {
                "name": "CC0-1.0",
                "url": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
            },
        },
        "servers": [
            {"url": BASIS, "description": "Waar dit document staat."},
            {
                "url": f"https://{urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc}{BASIS}",
                "description": "De site, via https.",
            },
        ],
        "tags": [{"name": naam, "description": uitleg} for naam, uitleg in TAGS.items()],
        "paths": dict(sorted(doc["paths"].items())),
        "components": {
            "headers": KOPPEN,
            "responses": {f"Fout{status}": _fout(status) for status in TITELS},
            "schemas": dict(sorted(_gebruikt(doc["paths"], schemas).items())),
        },
    }


def _schemas(*modellen: Any) -> Json:
    _, definities = models_json_schema([(m, "serialization") for m in modellen], ref_template=REF)
    return definities["$defs"]


def _ontwar(knoop: Any) -> None:
    """Take out the titles that pydantic makes of names, and the wrapping of a single reference."""
    if isinstance(knoop, list):
        for kind in knoop:
            _ontwar(kind)
    elif isinstance(knoop, dict):
        if isinstance(knoop.get("title"), str) and (
            "type" in knoop
            or "anyOf" in knoop
            or "properties" in knoop
            or "enum" in knoop
            or "$ref" in knoop
            or "items" in knoop
            or "const" in knoop
            or "oneOf" in knoop
        ):
            del knoop["title"]
        for kind in knoop.values():
            _ontwar(kind)


def _eigen_paden() -> Json:
    def operatie(
        naam: str, samenvatting: str, uitleg: str, soort: str, schema: Json, voorbeeld_: Any
    ) -> Json:
        return {
            "get": {
                "operationId": naam,
                "summary": samenvatting,
                "description": uitleg,
                "tags": ["API"],
                "parameters": [],
                "responses": {
                    200: {
                        "description": "Gelukt.",
                        "content": {soort: {"schema": schema, "example": voorbeeld_}},
                    }
                },
            }
        }

    return {
        "/openapi.json": operatie(
            "openapi", "Dit document", "De beschrijving van deze API in OpenAPI 3.1.", "application/json",
            {"type": "object", "required": ["openapi", "info", "paths"]}, {"openapi": "3.1.0", "info": {}, "paths": {}},
        ),
        "/docs": operatie(
            "documentatie", "De documentatie", "Hetzelfde, om te lezen in een browser.", "text/html",
            {"type": "string"}, "<!doctype html>",
        ),
    }  # fmt: skip


def _vul_aan(pad: str, operatie: Json, schemas: Json) -> None:
    """Headers, examples and errors of one operation."""
    for parameter in operatie["parameters"]:
        _parameter(parameter)
    gelukt = operatie["responses"].pop(200)
    gelukt["description"] = "Gelukt."
    koppen = ["API-Version", "ETag", "Last-Modified", "Cache-Control", "Access-Control-Allow-Origin"]
    if any(p["name"] == "Accept-Crs" for p in operatie["parameters"]):
        koppen.append("Content-Crs")
        schema = "KernFeatureCollection" if pad == "/kernen" else "KernFeature"
        gelukt["content"][GEOJSON] = {"schema": {"$ref": REF.format(model=schema)}}
    gelukt["headers"] = {kop: {"$ref": f"#/components/headers/{kop}"} for kop in koppen}
    for inhoud in gelukt["content"].values():
        inhoud["schema"].pop("title", None)
        inhoud.setdefault("example", voorbeeld(inhoud["schema"], schemas))
    operatie["responses"] = {"200": gelukt, "304": _niet_gewijzigd()}
    for status in _fouten(operatie):
        operatie["responses"][str(status)] = {"$ref": f"#/components/responses/Fout{status}"}


def _parameter(parameter: Json) -> None:
    schema = parameter["schema"]
    # `null` can't be written in a query string; leaving the parameter out is what it means.
    if "anyOf" in schema:
        eerste = next(keuze for keuze in schema.pop("anyOf") if keuze.get("type") != "null")
        schema |= eerste
        parameter["schema"] = schema = {**schema}
    schema.pop("description", None)
    schema.pop("title", None)
    schema.pop("examples", None)
    schema.pop("allOf", None) if schema.get("$ref") else None
    if parameter["in"] == "path":
        parameter |= PADDELEN[parameter["name"]]
    voorbeelden = parameter.pop("examples", None)
    if voorbeelden:
        parameter["example"] = voorbeelden[0]
    if schema.get("type") == "array":
        parameter |= {"style": "form", "explode": False}


def _fouten(operatie: Json) -> list[int]:
    met_crs = any(p["name"] == "Accept-Crs" for p in operatie["parameters"])
    return [400, 404, 405, *([406] if met_crs else []), 500]


def _niet_gewijzigd() -> Json:
    koppen = ("API-Version", "ETag", "Last-Modified", "Cache-Control", "Access-Control-Allow-Origin")
    return {
        "description": "Er is niets veranderd sinds `If-None-Match`.",
        "headers": {kop: {"$ref": f"#/components/headers/{kop}"} for kop in koppen},
    }


def _fout(status: int) -> Json:
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


def _gebruikt(paden: Json, schemas: Json) -> Json:
    """The schemas that something refers to, directly or not."""
    over, gebruikt = (
        [paden, {"$ref": REF.format(model="Probleem")}, {"$ref": REF.format(model="FoutInVraag")}],
        {},
    )
    while over:
        knoop = over.pop()
        if isinstance(knoop, dict):
            ref = knoop.get("$ref")
            naam = ref.rpartition("/")[2] if isinstance(ref, str) and "/schemas/" in ref else None
            if naam in schemas and naam not in gebruikt:
                gebruikt[naam] = schemas[naam]
                over.append(schemas[naam])
            over.extend(knoop.values())
        elif isinstance(knoop, list):
            over += knoop
    return gebruikt
