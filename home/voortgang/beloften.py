"""What was promised by a day, and isn't there yet: feedback on calls, and agreements of meetings."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from core.models import GemeenteInstellingen
from core.talen.taal import BRONTAAL
from kernpagina.afspraken import om_te_tonen
from kernpagina.bellen import bel
from kernpagina.kernen import met_kern
from kernpagina.models import Afspraak, KernPage, OproepPage

# How far ahead a day counts as coming, and how many of each kind are read at most.
VOORUIT, MEESTE = timedelta(days=60), 300
TERUGKOPPELING, AFSPRAAK = "terugkoppeling", "afspraak"


class Belofte(NamedTuple):
    """A promise by a day, so many days late, or still to go (below zero), and whom to ask about it."""

    soort: str
    ding: OproepPage | Afspraak
    kern: KernPage | None
    dag: date
    dagen: int
    bel: dict[str, str]

    @property
    def te_laat(self) -> bool:
        return self.dagen > 0

    @property
    def over(self) -> int:
        """How many days to go."""
        return -self.dagen


def beloften(op: date, kern: KernPage | None = None) -> list[Belofte]:
    """What is late, the latest first, and then what comes; a fixed number of queries."""
    oproepen = OproepPage.objects.openbaar().filter(plek__taal=BRONTAAL, uitkomst="", opent__lte=op)
    oproepen = oproepen.filter(terugkoppeling_uiterlijk__lte=op + VOORUIT)
    afspraken = Afspraak.objects.zichtbaar().lopend().filter(uiterlijk__lte=op + VOORUIT)
    if kern:
        oproepen, afspraken = oproepen.in_kern(kern), afspraken.van_kern(kern)
    gemeente = GemeenteInstellingen.load()
    van_oproepen = met_kern(oproepen.order_by("terugkoppeling_uiterlijk", "pk").voor_lijst().eerste(MEESTE))
    van_afspraken = om_te_tonen(afspraken.order_by("uiterlijk", "pk").voor_lijst()[:MEESTE])
    gevonden = [
        *_beloften(TERUGKOPPELING, "terugkoppeling_uiterlijk", van_oproepen, op, gemeente),
        *_beloften(AFSPRAAK, "uiterlijk", van_afspraken, op, gemeente),
    ]
    return sorted(gevonden, key=lambda belofte: (belofte.dag, belofte.soort, belofte.ding.pk))


def _beloften(
    soort: str, veld: str, dingen: Iterable, op: date, gemeente: GemeenteInstellingen
) -> Iterable[Belofte]:
    for ding in dingen:
        kern, dag = getattr(ding, "kern", None), getattr(ding, veld)
        yield Belofte(soort, ding, kern, dag, (op - dag).days, bel(kern, gemeente))
