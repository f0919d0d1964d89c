"""What the calendar shows beside its list, of one kern or of all: links to periods, or a month."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest

from kernpagina.filters import AgendaFilter
from kernpagina.maand import laatste_dag, lees_maand, rooster


def agenda_context(
    request: HttpRequest, keuze: AgendaFilter, verrijk: Callable[[Iterable], list] = list
) -> dict:
    """`periodes`, and with `?weergave=maand` also `maand` and `bewaar` (what the filter's form has to keep).

    `verrijk` gets the items of the month, to add what a template wants to know of each.
    """
    if request.GET.get("weergave") != "maand":
        return {"periodes": _periodes(keuze)}
    gevraagd = lees_maand(request.GET.get("maand"), keuze.op)
    eerste = gevraagd or keuze.op.replace(day=1)
    maand = rooster(eerste, verrijk(keuze.qs.tussen(eerste, laatste_dag(eerste))), keuze.op)
    if not maand.aantal:
        verrijk(keuze.straks)
    return {
        "periodes": _periodes(keuze),
        "maand": maand,
        "onbekende_maand": gevraagd is None,
        "bewaar": {"weergave": "maand", "maand": f"{eerste:%Y-%m}"},
    }


def _periodes(keuze: AgendaFilter) -> list[dict]:
    nu = keuze.form.data["periode"]
    return [{"waarde": waarde, "naam": naam, "hier": nu == waarde} for waarde, naam in keuze.PERIODES]
