"""The OpenAPI 3.1 document: what ninja makes of the code, with all that the NL API Design Rules ask added."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from pydantic.json_schema import models_json_schema

from api.antwoorden import KOPPEN, REF, fout, niet_gewijzigd, verhuisd
from api.api import api
from api.crs import CRS84
from api.fouten import TITELS
from api.routers.kernen import GEOJSON
from api.schemas.basis import SITE, FoutInVraag, Probleem
from api.schemas.kernen import KernFeature, KernFeatureCollection
from api.versie import BASIS, VERSIE
from api.voorbeelden import voorbeeld
from core.gemeente import gemeente

Json = dict[str, Any]

BESCHRIJVING = """\
Alles wat openbaar is op Bloei!, het dorpenplatform van de gemeente {gemeente}: de {aantal} kernen, hun kernagenda, agenda,
projecten en oproepen. Om te lezen, zonder sleutel, voor elk kanaal.

Antwoorden hebben een `ETag`: stuur die mee als `If-None-Match` en je krijgt 304 zolang er niets is veranderd.
Een onbekende parameter is een fout. Bij een fout staat in `fouten` alles wat niet klopt, in één keer.
Voor agenda's en nieuws zijn er ook feeds: `/agenda.ics` en `/nieuw.xml`, en per kern `/beesd/agenda.ics` en `/beesd/nieuw.xml`."""
TAGS = {
    "Kernen": "De dorpen en steden.",
    "Kernagenda": "Het plan van het dorp, met zijn punten. Geen kalender.",
    "Agenda": "Bijeenkomsten en activiteiten op een dag.",
    "Afspraken": "Wat er op bijeenkomsten is afgesproken, en hoe het ermee staat.",
    "Voortgang": "Hoe ver alle kernen zijn, in cijfers.",
    "Projecten": "Wat inwoners en gemeente doen, in fasen.",
    "Oproepen": "Vragen aan inwoners om mee te denken of mee te doen.",
    "Thema's": "De vaste thema's.",
    "Pagina's": "Elke openbare pagina, voor wie de hele site toont of spiegelt.",
    "Wijzigingen": "Wat er openbaar werd, in volgorde.",
    "Site": "Wat om de pagina's heen staat, en adressen van vroeger.",
    "Zoeken": "Zoeken in alles.",
    "API": "Deze API zelf.",
}


ACCEPT_CRS = {
    "in": "header",
    "name": "Accept-Crs",
    "required": False,
    "description": "Het coördinatenstelsel van het antwoord. Er is er één: CRS84.",
    "schema": {"type": "string", "enum": [CRS84]},
}

PADDELEN: dict[str, Json] = {
    "id": {"description": "Het nummer van de pagina.", "schema": {"type": "integer", "minimum": 1}},
    "slug": {"description": "De kern (slug).", "example": "beesd"},
}


@cache
def document() -> Json:
    """The whole document. It follows from the code and the municipality alone, so it is made once per process."""
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
            "description": gemeente().vul_in(BESCHRIJVING),
            "contact": _contact(),
            "license": {
                "name": "CC0-1.0",
                "url": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
            },
        },
        "externalDocs": {
            "description": "Wat er per versie is veranderd.",
            "url": f"{SITE}{BASIS}/docs#wijzigingen",
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
            "responses": {f"Fout{status}": fout(status) for status in TITELS},
            "schemas": dict(sorted(_gebruikt(doc["paths"], schemas).items())),
        },
    }


def _contact() -> Json:
    van = gemeente()
    velden = {"name": van.volle_naam, "url": van.contact.get("website"), "email": van.contact.get("email")}
    return {naam: waarde for naam, waarde in velden.items() if waarde}


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
        _maak_leegbaar(knoop)
        for kind in knoop.values():
            _ontwar(kind)


def _maak_leegbaar(schema: Json) -> None:
    """A date or nothing is a type with two names, not a choice between two schemas (ADR: `format` beside the name)."""
    keuzes = schema.get("anyOf", [])
    echte = [keuze for keuze in keuzes if keuze.get("type") != "null"]
    if (
        len(keuzes) == 2
        and len(echte) == 1
        and isinstance(echte[0].get("type"), str)
        and "enum" not in echte[0]
    ):
        del schema["anyOf"]
        schema |= {**echte[0], "type": [echte[0]["type"], "null"]}


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
    met_crs = any(p["name"] == "crs" for p in operatie["parameters"])
    if met_crs:
        operatie["parameters"].append(ACCEPT_CRS)
    gelukt = operatie["responses"].pop(200)
    gelukt["description"] = "Gelukt."
    koppen = ["API-Version", "ETag", "Last-Modified", "Cache-Control", "Access-Control-Allow-Origin"]
    if met_crs:
        koppen.append("Content-Crs")
    if pad in ("/kernen", "/kernen/{slug}"):
        schema = "KernFeatureCollection" if pad == "/kernen" else "KernFeature"
        gelukt["content"][GEOJSON] = {"schema": {"$ref": REF.format(model=schema)}}
    gelukt["headers"] = {kop: {"$ref": f"#/components/headers/{kop}"} for kop in koppen}
    for inhoud in gelukt["content"].values():
        inhoud["schema"].pop("title", None)
        inhoud.setdefault("example", voorbeeld(inhoud["schema"], schemas))
    operatie["responses"] = {"200": gelukt, "304": niet_gewijzigd()}
    if "{slug}" in pad:
        operatie["responses"]["308"] = verhuisd()
    for status in TITELS:
        operatie["responses"][str(status)] = {"$ref": f"#/components/responses/Fout{status}"}


def _parameter(parameter: Json) -> None:
    schema = parameter["schema"]
    # `null` can't be written in a query string; leaving the parameter out is what it means.
    if "anyOf" in schema:
        eerste = next(keuze for keuze in schema.pop("anyOf") if keuze.get("type") != "null")
        schema |= eerste
        parameter["schema"] = schema = {**schema}
    if isinstance(schema.get("type"), list):
        schema["type"] = schema["type"][0]
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


def _gebruikt(paden: Json, schemas: Json) -> Json:
    """The schemas that something refers to, directly or not."""
    over: list[Any] = [paden, *({"$ref": REF.format(model=model)} for model in ("Probleem", "FoutInVraag"))]
    gebruikt: Json = {}
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
