"""The OpenAPI document tells the truth: every answer fits it, and every example too."""

import json
import re
from pathlib import Path

import jsonschema_rs
from bs4 import BeautifulSoup
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from api.blokken import BOUWERS
from api.openapi import document
from api.schemas.blokken import BLOKKEN

SNAPSHOT = Path(__file__).parent / "openapi.json"


def los_op(schema: dict) -> dict:
    """The schema with what it refers to beside it, for a validator."""
    return json.loads(json.dumps({**schema, "components": document()["components"]}))


def operaties():
    for pad, item in document()["paths"].items():
        for methode, operatie in item.items():
            yield pad, methode, operatie


def test_het_document_is_wat_het_was():
    """A change of the contract is made on purpose: run `make snapshot` and look at what changed."""
    assert json.loads(json.dumps(document())) == json.loads(SNAPSHOT.read_text())


def test_elk_voorbeeld_past_bij_zijn_schema():
    voorbeelden = 0
    for pad, _, operatie in operaties():
        for status, antwoord in operatie["responses"].items():
            if ref := antwoord.get("$ref"):
                antwoord = document()["components"]["responses"][ref.rpartition("/")[2]]
            for inhoud in antwoord.get("content", {}).values():
                jsonschema_rs.validator_for(los_op(inhoud["schema"])).validate(inhoud["example"])
                voorbeelden += 1
            assert status in ("304", "308") or antwoord["content"], (pad, status)
    assert voorbeelden > 50


def test_elk_antwoord_past_bij_het_document(client, adressen):
    paden = document()["paths"]
    for adres in adressen:
        antwoord = client.get(adres)
        assert antwoord.status_code == 200, adres
        pad = adres.removeprefix("/api/v1").partition("?")[0]
        sjabloon = next(p for p in paden if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", p), pad))
        schema = paden[sjabloon]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema_rs.validator_for(los_op(schema)).validate(antwoord.json())


def test_elk_blok_van_elke_pagina_heeft_een_schema():
    schemas = {soort.model_fields["soort"].default: soort for soort in BLOKKEN}
    blokken = {
        naam: blok
        for model in get_page_models()
        for veld in model._meta.get_fields()
        if isinstance(veld, StreamField)
        for naam, blok in veld.stream_block.child_blocks.items()
    }
    assert blokken
    assert set(blokken) == set(schemas) == set(BOUWERS)


def test_elk_blok_komt_door_de_api(client, rijk):
    """Every block that an editor fills in comes out again, as what its schema says."""
    paginas = client.get("/api/v1/paginas?metInhoud=true&paginaGrootte=100").json()["resultaten"]
    blokken = {blok["soort"]: blok for pagina in paginas for blok in pagina["inhoud"]}
    for soort in BLOKKEN:
        soort.model_validate(blokken[soort.model_fields["soort"].default])


def test_alles_heeft_een_nederlandse_uitleg():
    for pad, _, operatie in operaties():
        assert operatie["summary"], pad
        assert operatie["description"], pad
        for parameter in operatie["parameters"]:
            assert parameter.get("description"), (pad, parameter["name"])
    schemas = document()["components"]["schemas"]
    for naam, schema in schemas.items():
        for veld, inhoud in schema.get("properties", {}).items():
            kaal = set(inhoud) <= {"const", "type", "default", "enum"}
            assert heeft_uitleg(inhoud, schemas) or kaal, (naam, veld)


def heeft_uitleg(inhoud: dict, schemas: dict) -> bool:
    """Of its own, or of the schema it refers to: pydantic leaves out what would say the same twice."""
    verwijzing = inhoud.get("$ref", "").rpartition("/")[2]
    keuzes = inhoud.get("anyOf", [])
    return bool(
        inhoud.get("description")
        or (verwijzing and schemas[verwijzing].get("description"))
        or any(heeft_uitleg(keuze, schemas) for keuze in keuzes)
    )


def test_de_documentatie_vraagt_niets_van_anderen(client, home):
    pagina = client.get("/api/v1/docs").content.decode()
    assert re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//(?!testserver|localhost)[^"]*', pagina) == []
    assert "<script src" not in pagina
    assert not re.search(r"<script(?! type=\"application/ld\+json\")", pagina)
    assert " style=" not in pagina
    for _, _, operatie in operaties():
        assert f'id="{operatie["operationId"]}"' in pagina


def test_wat_code_is_staat_er_als_code_en_geen_taalkeuze_die_nergens_heen_gaat(client, home):
    soep = BeautifulSoup(client.get("/api/v1/docs").content, "html.parser")
    for voorbeeld in soep.select("pre"):
        voorbeeld.decompose()
    assert "`" not in soep.main.text
    assert soep.main.find("code", string="/wijzigingen")
    assert not soep.select(".bloei-taal")
    assert client.get("/zoeken/").content.count(b'class="bloei-taal__link"') == 3
