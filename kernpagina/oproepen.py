"""The state of a call: a pure function, dates in, state out."""

from datetime import date

from kernpagina.keuzes import OproepStatus


def oproep_status(
    opent: date, sluit: date, terugkoppeling_uiterlijk: date, heeft_uitkomst: bool, op: date
) -> OproepStatus:
    """The state of a call on a day. The day on which it closes, and the promised day, still count.

    `OproepQuerySet.met_status` asks the same of the database.
    """
    if op < opent:
        return OproepStatus.GEPLAND
    if op <= sluit:
        return OproepStatus.OPEN
    if heeft_uitkomst:
        return OproepStatus.TERUGGEKOPPELD
    return OproepStatus.TE_LAAT if op > terugkoppeling_uiterlijk else OproepStatus.GESLOTEN
