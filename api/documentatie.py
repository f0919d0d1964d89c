"""The OpenAPI document, arranged for a page that people read."""

import json
from typing import Any

Json = dict[str, Any]


def hoofdstukken(doc: Json) -> list[Json]:
    """The operations by tag, each with what the page shows of it."""
    per_tag: dict[str, list[Json]] = {tag["name"]: [] for tag in doc["tags"]}
    for pad, item in doc["paths"].items():
        for operatie in item.values():
            per_tag[operatie["tags"][0]].append(_operatie(doc, pad, operatie))
    return [
        {"naam": tag["name"], "uitleg": tag["description"], "operaties": per_tag[tag["name"]]}
        for tag in doc["tags"]
    ]


def _operatie(doc: Json, pad: str, operatie: Json) -> Json:
    soort, inhoud = next(iter(operatie["responses"]["200"]["content"].items()))
    naam = inhoud["schema"].get("$ref", "").rpartition("/")[2]
    return {
        "id": operatie["operationId"],
        "pad": pad,
        "adres": doc["servers"][0]["url"] + pad,
        "samenvatting": operatie["summary"],
        "uitleg": operatie["description"],
        "parameters": [_parameter(doc, p) for p in operatie["parameters"]],
        "velden": _velden(doc, naam),
        "soort": soort,
        "voorbeeld": json.dumps(inhoud["example"], ensure_ascii=False, indent=2),
    }


def _parameter(doc: Json, parameter: Json) -> Json:
    schema = _volg(doc, parameter["schema"])
    return {
        "naam": parameter["name"],
        "nodig": parameter["required"],
        "uitleg": parameter.get("description", schema.get("description", "")),
        "keuzes": schema.get("enum", []),
        "soort": {"string": "tekst", "integer": "getal", "boolean": "true of false", "array": "getallen"}.get(
            schema.get("type"), ""
        ),
        "voorbeeld": parameter.get("example"),
    }


def _velden(doc: Json, naam: str) -> list[Json]:
    """The fields of an answer; of a list those of one result."""
    velden = doc["components"]["schemas"].get(naam, {}).get("properties", {})
    if "resultaten" in velden:
        velden = _volg(doc, velden["resultaten"]["items"])["properties"]
    return [
        {"naam": veld, "uitleg": schema.get("description") or _volg(doc, schema).get("description", "")}
        for veld, schema in velden.items()
    ]


def _volg(doc: Json, schema: Json) -> Json:
    if "$ref" in schema:
        return doc["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for keuze in schema.get("anyOf", []) + schema.get("allOf", []):
        if "$ref" in keuze:
            return _volg(doc, keuze)
    return schema
