"""Pictures cut out, in an answer that is text already: a form holds them whole (docs/adr/0034).

No query for it: how large a picture is stands in its set, and in its address which one it is and what its file is called.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Self
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from api.afbeeldingen import maten
from api.lezing import Lezing
from api.schemas.basis import Afbeelding
from api.vraag import Vraag
from core.voorwaardelijk import View

Json = dict[str, Any]
SET = {veld.alias or naam for naam, veld in Afbeelding.model_fields.items()}


@dataclass
class _Bestand:
    pk: int
    width: int
    height: int
    merk: str
    file_hash: str = ""

    @classmethod
    def uit(cls, beeld: Json) -> Self:
        _, nummer, _, naam = urlsplit(beeld["standaard"]).path.rsplit("/", 3)
        return cls(int(nummer), beeld["breedte"], beeld["hoogte"], naam.partition(".")[0])


def uitgesneden(view: View) -> View:
    """Cut out every picture in the answer, when that is asked for (`api.afbeeldingen.MetBeeld`)."""

    @wraps(view)
    def view_uitgesneden(request: HttpRequest, *args: Any, vraag: Vraag, **kwargs: Any) -> Any:
        antwoord = view(request, *args, vraag=vraag, **kwargs)
        uitsnede = getattr(vraag, "uitsnede", None)
        if uitsnede and isinstance(antwoord, HttpResponse):
            absoluut = Lezing.van(request, vraag.leestaal).absoluut
            gegevens = _elk_beeld(json.loads(antwoord.content), lambda b: _snij(b, absoluut, uitsnede))
            antwoord.content = json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"))
        return antwoord

    return view_uitgesneden


def _elk_beeld(waarde: Any, maak: Callable[[Json], Json]) -> Any:
    """The same data, with something else for each set of a picture in it."""
    if isinstance(waarde, list):
        return [_elk_beeld(kind, maak) for kind in waarde]
    if not isinstance(waarde, dict):
        return waarde
    if waarde.keys() == SET:
        return maak(waarde)
    return {naam: _elk_beeld(kind, maak) for naam, kind in waarde.items()}


def _snij(beeld: Json, absoluut: Callable[[str], str], uitsnede: str) -> Json:
    bronnen, standaard = maten(_Bestand.uit(beeld), absoluut, uitsnede)
    return beeld | {"bronnen": [bron.model_dump(by_alias=True) for bron in bronnen], "standaard": standaard}
