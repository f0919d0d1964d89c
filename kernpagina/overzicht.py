"""What the calendar shows, of one kern or of all: a list by period, or a month. Shared by page and overview."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest

from core.paginering import pagineer
from kernpagina.filters import AgendaFilter
from kernpagina.maand import laatste_dag, lees_maand, rooster


def agenda_context(request: HttpRequest, keuze: AgendaFilter, verrijk: Callable[[Iterable], list] = list) -> dict:
    """`filter`, `periodes`, and `paginering`; with `?weergave=maand`: `maand` and `bewaar` instead of the last.

    `verrijk` gets the items that will be shown, to add what a template wants to know of each.
    """
    per_maand = request.GET.get("weergave") == "maand"
    context = {"filter": keuze, "periodes": _periodes(keuze, per_maand)}
    if per_maand:
        eerste = lees_maand(request.GET.get("maand"), keuze.op)
        keuze.form.data["periode"] = ""
        van_maand = keuze.qs.tussen(eerste, laatste_dag(eerste))
        bewaar = {"weergave": "maand", "maand": f"{eerste:%Y-%m}"}
        return {**context, "maand": rooster(eerste, verrijk(van_maand), keuze.op), "bewaar": bewaar}
    paginering = pagineer(keuze.qs, request)
    paginering.object_list = verrijk(paginering.object_list)
    return {**context, "paginering": paginering}


def _periodes(keuze: AgendaFilter, per_maand: bool) -> list[dict]:
    return [
        {"waarde": waarde, "naam": naam, "hier": not per_maand and keuze.periode_nu == waarde}
        for waarde, naam in keuze.PERIODES
    ]
