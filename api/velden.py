"""Only the fields that are asked for: a telephone needs no more of a list than it shows."""

from functools import wraps
from typing import Any, get_args

from django.http import HttpRequest, HttpResponse, JsonResponse

from api.fouten import OngeldigeVraag
from api.schemas.basis import Schema
from api.vraag import Vraag
from core.voorwaardelijk import View


def alleen_velden(view: View) -> View:
    """Leave out of each result, or of a detail, what `velden` doesn't name. What stands around a list stays."""

    @wraps(view)
    def view_met_velden(request: HttpRequest, *args: Any, vraag: Vraag, **kwargs: Any) -> Any:
        antwoord = view(request, *args, vraag=vraag, **kwargs)
        if vraag.velden is None:
            return antwoord
        if isinstance(antwoord, HttpResponse):
            raise OngeldigeVraag(
                [{"parameter": "velden", "reden": "In deze vorm zijn geen velden te kiezen."}]
            )
        return JsonResponse(
            _kies(antwoord, vraag.velden.split(",")), json_dumps_params={"ensure_ascii": False}
        )

    return view_met_velden


def _kies(antwoord: Schema, namen: list[str]) -> dict[str, Any]:
    lijst = type(antwoord).model_fields.get("resultaten")
    soort = get_args(lijst.annotation)[0] if lijst else type(antwoord)
    bekend = [veld.serialization_alias or veld.alias or naam for naam, veld in soort.model_fields.items()]
    if onbekend := [naam for naam in namen if naam not in bekend]:
        reden = f"Hier is geen {', '.join(onbekend)}. Kies uit: {', '.join(bekend)}."
        raise OngeldigeVraag([{"parameter": "velden", "reden": reden}])
    gegevens = antwoord.model_dump(mode="json", by_alias=True)
    if not lijst:
        return _deel(gegevens, namen)
    return gegevens | {"resultaten": [_deel(rij, namen) for rij in gegevens["resultaten"]]}


def _deel(gegevens: dict[str, Any], namen: list[str]) -> dict[str, Any]:
    return {naam: gegevens[naam] for naam in namen if naam in gegevens}
