"""What people, scripts and other programs put in a field that isn't what the field is for."""

import json
from random import Random
from typing import Any

from .inzending import TEKST, Velden

# None: the field isn't sent at all.
VIJANDIG: dict[str, str | None] = {
    "leeg": "",
    "weg": None,
    "woord": "volgende week woensdag",
    "lang": "lang " * 2000,
    "groot": "9" * 40,
    "onmetelijk": "9" * 5000,
    "negatief": "-1",
    "nul": "0",
    "breuk": "1.5e400",
    "geen getal": "nan",
    "datum": "31-02-2027 25:61",
    "jaar nul": "0000-01-01",
    "nulteken": "een\x00zin",
    "tab uit een dia": "een\x0bzin",
    "geen teken": "een\ufffezin",
    "half teken": "een\ud800zin",
    "achterstevoren": "een\u202ezin",
    "kerstboom": "Kerstmarkt 🎄 in Beesd",
    "script": "<script>alert(1)</script>",
    "adres": "javascript:alert(1)",
    "cijfers": "٣",
    "lijst": "[]",
    "object": '{"blocks": [{"text": 1}], "entityMap": []}',
}


def _tekst(**anders: Any) -> str:
    return json.dumps(TEKST | {"blocks": [TEKST["blocks"][0] | anders]})


# The same for running text, which the editor's script sends as JSON.
VIJANDIGE_TEKST: dict[str, str] = {
    "nulteken": _tekst(text="een\x00zin"),
    "half teken": _tekst(text="een\ud800zin"),
    "geen teken": _tekst(text="een\ufffezin"),
    "geen tekst": _tekst(text=None),
    "onbekend blok": _tekst(type="iets-anders"),
    "diep": _tekst(type="unordered-list-item", depth=3),
    "heel diep": _tekst(type="unordered-list-item", depth=10**6),
    "negatieve diepte": _tekst(type="ordered-list-item", depth=-2),
    "diepte is een woord": _tekst(type="unordered-list-item", depth="diep"),
    "onbekende entiteit": _tekst(entityRanges=[{"offset": 0, "length": 3, "key": 7}]),
    "stijl buiten de tekst": _tekst(inlineStyleRanges=[{"offset": 90, "length": -5, "style": "BOLD"}]),
    "onbekende stijl": _tekst(inlineStyleRanges=[{"offset": 0, "length": 2, "style": "KNIPPEREN"}]),
    "link zonder adres": json.dumps(
        {
            "blocks": [TEKST["blocks"][0] | {"entityRanges": [{"offset": 0, "length": 3, "key": 0}]}],
            "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {}}},
        }
    ),
    "link naar een woord": json.dumps(
        {
            "blocks": [TEKST["blocks"][0] | {"entityRanges": [{"offset": 0, "length": 3, "key": 0}]}],
            "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": "abc"}}},
        }
    ),
    "geen blokken": "{}",
    "blokken zonder lijst": '{"blocks": 3, "entityMap": {}}',
    "diep genest": "[" * 3000,
}

BOEKHOUDING = (
    "-count",
    "-order",
    "-deleted",
    "-type",
    "-id",
    "-ORDER",
    "-DELETE",
    "_FORMS",
    "-position",
    "-contentpath",
)


def is_veld(naam: str) -> bool:
    """Whether people type or choose this; the rest is how the editor's script keeps count."""
    return not naam.endswith(BOEKHOUDING) and not naam.startswith("comments")


def met(velden: Velden, naam: str, waarde: str | None) -> Velden:
    """The same form with this in one field."""
    if waarde is None:
        return {veld: waarden for veld, waarden in velden.items() if veld != naam}
    return velden | {naam: [waarde]}


def overal(velden: Velden, waarde: str | None, *, alleen_tekst: bool = False) -> Velden:
    """The same form with this in every field. In running text it stands as text, or nothing at all could be read."""
    for naam in filter(is_veld, list(velden)):
        if velden[naam] != [json.dumps(TEKST)]:
            velden = velden if alleen_tekst else met(velden, naam, waarde)
        else:
            als_tekst = alleen_tekst or waarde is None
            velden = met(velden, naam, waarde if als_tekst else _tekst(text=waarde))
    return velden


def muteer(velden: Velden, kans: Random) -> Velden:
    """The same form with one to four things in it changed, left out, doubled or swapped; anything may be hit."""
    velden = dict(velden)
    for _ in range(kans.randint(1, 4)):
        naam, ander = kans.sample(sorted(velden), 2)
        match kans.randrange(6):
            case 0:
                del velden[naam]
            case 1:
                velden[naam] = velden[naam] * 2
            case 2:
                velden[naam], velden[ander] = velden[ander], velden[naam]
            case 3:
                velden[f"{naam}-{kans.choice(['0', '1', 'count', 'value', 'id'])}"] = velden.pop(naam)
            case 4:
                velden[naam] = [kans.choice(list(VIJANDIGE_TEKST.values()))]
            case _:
                velden[naam] = [kans.choice([waarde for waarde in VIJANDIG.values() if waarde is not None])]
    return velden
