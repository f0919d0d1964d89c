"""Only the fields that are asked for: a telephone needs no more of a list than it shows."""

import json
from functools import wraps
from typing import Any, get_args

from django.http import HttpRequest, HttpResponse, JsonResponse

from api.fouten import OngeldigeVraag
from api.schemas.basis import Schema
from api.vormen.lezen import JSON
from api.vraag import Vraag
from core.voorwaardelijk import View


def alleen_velden(view: View) -> View:
    """Leave out of each result, or of a detail, what `velden` doesn't name. What stands around a list stays."""

    @wraps(view)
    def view_met_velden(request: HttpRequest, *args: Any, vraag: Vraag, **kwargs: Any) -> Any:
        if vraag.velden is None:
            return view(request, *args, vraag=vraag, **kwargs)
        namen = vraag.velden.split(",")
        _eis_bekend(namen, _antwoordschema(view))
        gegevens = _gegevens(view(request, *args, vraag=vraag, **kwargs))
        if "resultaten" in gegevens:
            gekozen = gegevens | {"resultaten": [_deel(rij, namen) for rij in gegevens["resultaten"]]}
        else:
            gekozen = _deel(gegevens, namen)
        return JsonResponse(gekozen, json_dumps_params={"ensure_ascii": False})

    return view_met_velden


def _antwoordschema(view: View) -> type[Schema]:
    """What the OpenAPI document says that this answers with; the answer itself may be text already."""
    operatie = getattr(view, "_ninja_operation")  # noqa: B009 - ninja puts it there
    return operatie.response_models[200].model_fields["response"].annotation


def _eis_bekend(namen: list[str], schema: type[Schema]) -> None:
    lijst = schema.model_fields.get("resultaten")
    soort = get_args(lijst.annotation)[0] if lijst else schema
    bekend = [veld.serialization_alias or veld.alias or naam for naam, veld in soort.model_fields.items()]
    if onbekend := [naam for naam in namen if naam not in bekend]:
        reden = f"Hier is geen {', '.join(onbekend)}. Kies uit: {', '.join(bekend)}."
        raise OngeldigeVraag([{"parameter": "velden", "reden": reden}])


def _gegevens(antwoord: Schema | HttpResponse) -> dict[str, Any]:
    if isinstance(antwoord, Schema):
        return antwoord.model_dump(mode="json", by_alias=True)
    if antwoord.headers["Content-Type"] != JSON:
        raise OngeldigeVraag([{"parameter": "velden", "reden": "In deze vorm zijn geen velden te kiezen."}])
    return json.loads(antwoord.content)


def _deel(gegevens: dict[str, Any], namen: list[str]) -> dict[str, Any]:
    return {naam: gegevens[naam] for naam in namen if naam in gegevens}
