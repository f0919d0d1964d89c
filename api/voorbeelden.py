"""An example of an answer, put together from the examples of its fields. It always fits its schema."""

from typing import Any

Json = dict[str, Any]


def voorbeeld(schema: Json, schemas: Json) -> Any:
    """A value that fits this JSON Schema; `schemas` are those that `$ref` may name."""
    if "$ref" in schema:
        return voorbeeld(schemas[schema["$ref"].rpartition("/")[2]], schemas)
    if "examples" in schema:
        return schema["examples"][0]
    for eigen in ("example", "const", "default"):
        if schema.get(eigen) is not None:
            return schema[eigen]
    if "enum" in schema:
        return schema["enum"][0]
    keuzes = schema.get("oneOf") or schema.get("anyOf") or schema.get("allOf")
    if keuzes:
        return voorbeeld(next(keuze for keuze in keuzes if keuze.get("type") != "null"), schemas)
    soort = schema["type"]
    if isinstance(soort, list):
        soort = soort[0]
    if soort == "object":
        return {naam: voorbeeld(veld, schemas) for naam, veld in schema.get("properties", {}).items()}
    if soort == "array":
        soorten = schema["items"].get("oneOf")
        # A list of blocks shows one of each kind.
        return [voorbeeld(soort, schemas) for soort in soorten or [schema["items"]]]
    return {"string": "tekst", "integer": 1, "number": 1.0, "boolean": True, "null": None}[soort]
