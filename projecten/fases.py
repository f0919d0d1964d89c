"""Which phase a project is in: pure functions, phases and a date in, state out.

Nobody ticks the current phase; it follows from the dates. A phase without a beginning starts when the
one before it ends; a phase without an end lasts until the next one begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol


class Fase(Protocol):
    begin: date | None
    einde: date | None


class Mijlpaal(Protocol):
    datum: date


@dataclass
class Stap:
    """One station on the timeline: a phase or a milestone. `stand` is klaar, nu, straks or mijlpaal."""

    stand: str
    fase: Fase | None = None
    mijlpaal: Mijlpaal | None = None


class FaseStand(StrEnum):
    GEWEEST = "geweest"
    HUIDIG = "huidig"
    KOMT = "komt"


def periode(fasen: Sequence[Fase], nummer: int) -> tuple[date, date]:
    """The first and last day of phase `nummer` (counted from 0), with missing dates filled in.

    An open side gives `date.min` or `date.max`.
    """
    fase = fasen[nummer]
    begin, einde = fase.begin, fase.einde
    if begin is None:
        vorige_einde = fasen[nummer - 1].einde if nummer else None
        begin = vorige_einde + timedelta(days=1) if vorige_einde else date.min
    if einde is None:
        volgende = (f.begin for f in fasen[nummer + 1 :] if f.begin is not None)
        volgend_begin = next(volgende, None)
        einde = volgend_begin - timedelta(days=1) if volgend_begin else date.max
    return begin, einde


def huidige_fase(fasen: Sequence[Fase], op: date) -> int | None:
    """The number (from 0) of the phase that runs on that day, or None before, between or after phases.

    Where phases overlap, the one that comes last in the order is the current one. A project whose
    phases bear no date at all has no current phase.
    """
    for nummer in reversed(range(len(fasen))):
        begin, einde = periode(fasen, nummer)
        zonder_datum = (begin, einde) == (date.min, date.max)
        if begin <= op <= einde and not zonder_datum:
            return nummer
    return None


def standen(fasen: Sequence[Fase], op: date) -> list[FaseStand]:
    """For each phase whether it is over, running or still to come, on that day."""
    huidig = huidige_fase(fasen, op)
    return [_stand(fasen, nummer, huidig, op) for nummer in range(len(fasen))]


def _stand(fasen: Sequence[Fase], nummer: int, huidig: int | None, op: date) -> FaseStand:
    if nummer == huidig:
        return FaseStand.HUIDIG
    if huidig is not None:
        return FaseStand.GEWEEST if nummer < huidig else FaseStand.KOMT
    return FaseStand.GEWEEST if periode(fasen, nummer)[1] < op else FaseStand.KOMT


WOORD = {FaseStand.GEWEEST: "klaar", FaseStand.HUIDIG: "nu", FaseStand.KOMT: "straks"}


def tijdlijn(fasen: Sequence[Fase], mijlpalen: Sequence[Mijlpaal], op: date) -> list[Stap]:
    """The phases in their own order, each followed by the milestones that fall before the next one begins."""
    over = sorted(mijlpalen, key=lambda m: m.datum)
    stappen: list[Stap] = []
    for nummer, (fase, stand) in enumerate(zip(fasen, standen(fasen, op), strict=True)):
        begin = periode(fasen, nummer)[0]
        while over and over[0].datum < begin:
            stappen.append(Stap("mijlpaal", mijlpaal=over.pop(0)))
        stappen.append(Stap(WOORD[stand], fase=fase))
    return stappen + [Stap("mijlpaal", mijlpaal=m) for m in over]
