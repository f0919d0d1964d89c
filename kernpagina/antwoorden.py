"""What a call has to know of the answers to it, told by a layer above: whether there are any, and which belong nowhere.

With nobody to tell, there are none.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple
from uuid import UUID

from core.teksten.plat import is_leeg
from core.tijd import vandaag
from kernpagina.keuzes import MET_VRAGEN


class Antwoorden(NamedTuple):
    """Each function gets the primary key of a call."""

    # Whether somebody answered its questions.
    zijn_er: Callable[[int], bool]
    # How many placed reactions belong to none of these points of the outcome.
    los: Callable[[int, Collection[UUID]], int]
    # How many wait to be read.
    wacht: Callable[[int], int]
    # The tasks that somebody signed up for.
    bezet: Callable[[int], Collection[UUID]]


_bron = Antwoorden(
    zijn_er=lambda oproep: False,
    los=lambda oproep, punten: 0,
    wacht=lambda oproep: 0,
    bezet=lambda oproep: (),
)


def vraag_het_aan(bron: Antwoorden) -> None:
    global _bron
    _bron = bron


def bezwaar_tegen_vragen(oproep, vragen: list) -> str:
    """Why these can't be the questions of this call, in a sentence; empty when they can."""
    if oproep.pk is None or not _bron.zijn_er(oproep.pk):
        return ""
    staat_er = [_afdruk(vraag) for vraag in type(oproep).objects.get(pk=oproep.pk).vragen.all()]
    if staat_er == [_afdruk(vraag) for vraag in vragen]:
        return ""
    return (
        "Er zijn al antwoorden op de vragen van deze oproep. Ze kunnen niet meer anders: zet ze terug zoals ze waren. "
        "Wil je iets anders vragen? Maak dan een nieuwe oproep."
    )


def bezwaar_zonder_vragen(oproep, vragen: list) -> str:
    """Why this call can't do without a question of its own: nobody could take part here. Not asked of one that has closed,
    of which only the outcome is to come."""
    if vragen or oproep.online_meedoen or oproep.soort not in MET_VRAGEN:
        return ""
    if oproep.sluit and oproep.sluit < vandaag():
        return ""
    return (
        f"Een {oproep.get_soort_display().lower()} heeft minstens één vraag nodig: zonder vraag kan niemand online meedoen. "
        "Schrijf er een bij ‘Vragen’, of kies een andere soort. "
        "Staat het formulier op een andere website? Vul dan bij ‘Online meedoen’ de link in."
    )


def bezwaar_tegen_taken(oproep, taken: list) -> str:
    """Why these can't be the tasks of this call: who signed up for one would have signed up for nothing."""
    if oproep.pk is None:
        return ""
    weg = set(_bron.bezet(oproep.pk)) - {taak.kenmerk for taak in taken}
    if not weg:
        return ""
    namen = [str(taak) for taak in type(oproep).objects.get(pk=oproep.pk).taken.all() if taak.kenmerk in weg]
    welke = f" ({', '.join(namen)})" if namen else ""
    return (
        f"Voor een taak die je weghaalt{welke} hebben zich al mensen aangemeld. Zet de taak terug. "
        "Is er niemand meer nodig? Laat de oproep dan eerder sluiten, en bel wie zich aanmeldde."
    )


def hoeveel_los(oproep) -> int:
    """How many placed reactions belong to none of the points in this version of the call."""
    if oproep.pk is None:
        return 0
    return _bron.los(oproep.pk, [punt.kenmerk for punt in oproep.uitkomstpunten.all() if punt.kenmerk])


def bezwaar_zonder_uitkomst(uitkomst: str, motivering: str, punten: list) -> str:
    """Why what stands below an outcome can't do without one: no visitor would see it."""
    if not is_leeg(uitkomst) or (is_leeg(motivering) and not punten):
        return ""
    return (
        "Vul ook ‘Uitkomst’ in: in een paar zinnen wat eruit kwam, en wat ermee gebeurt. "
        "Anders staan de motivering en de punten niet op de site, en lijkt het alsof we niets vertelden."
    )


def bezwaar_tegen_uitkomst(oproep) -> str:
    """Why this outcome can't be published yet, in a sentence; empty when it can."""
    if oproep.pk is None or not oproep.uitkomst:
        return ""
    if wacht := _bron.wacht(oproep.pk):
        hoeveel = "Nog 1 reactie wacht" if wacht == 1 else f"Nog {wacht} reacties wachten"
        return (
            f"‘{oproep.title}’ kan nog niet online. {hoeveel} op lezen. Communicatie besluit daar eerst over."
        )
    if not (los := hoeveel_los(oproep)):
        return ""
    hoeveel = "Nog 1 reactie hoort nergens bij." if los == 1 else f"Nog {los} reacties horen nergens bij."
    uitleg = "Koppel ze eerst aan een punt van de uitkomst, of zet ze bij een punt ‘Overig’."
    return f"‘{oproep.title}’ kan nog niet online. {hoeveel} {uitleg}"


def _afdruk(vraag) -> tuple:
    """What somebody answered to. Explaining it better is allowed."""
    return (vraag.kenmerk, vraag.vraag, vraag.soort, tuple(vraag.keuzelijst), vraag.verplicht)
