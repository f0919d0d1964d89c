"""Promises that weren't kept: the calls of which people should have heard by now what came of it."""

from datetime import date
from typing import NamedTuple, cast

from wagtail.models import Locale

from core.models import GemeenteInstellingen
from kernpagina.bellen import bel
from kernpagina.kernen import met_kern
from kernpagina.models import OproepPage

MEESTE = 20


class TeLaat(NamedTuple):
    """A call, how many days late its feedback is, and whom to ask."""

    oproep: OproepPage
    dagen: int
    bel: dict[str, str]


def beloften_te_laat(op: date) -> list[TeLaat]:
    """Over all kernen, the latest first; a fixed number of queries."""
    oproepen = OproepPage.objects.openbaar().filter(locale=Locale.get_default()).te_laat(op)
    laatste_eerst = oproepen.order_by("terugkoppeling_uiterlijk", "pk").voor_lijst().eerste(MEESTE)
    gevonden = cast("list[OproepPage]", met_kern(laatste_eerst))
    if not gevonden:
        return []
    gemeente = GemeenteInstellingen.load()
    return [
        TeLaat(
            oproep, (op - oproep.terugkoppeling_uiterlijk).days, bel(getattr(oproep, "kern", None), gemeente)
        )
        for oproep in gevonden
    ]
