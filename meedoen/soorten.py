"""What each kind of call asks, and whether that can be answered here and now."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.openbaar import is_openbaar
from core.tijd import vandaag
from kernpagina.keuzes import OproepSoort, OproepStatus, VraagSoort
from kernpagina.models import OproepPage, OproepVraag
from meedoen.keuzes import IN_WOORDEN, LEVEND, MEESTE_IDEEEN, MET_FORMULIER, Stand
from meedoen.models import Reactie

# A sheet that was handed in on the last day is typed over after it, until people were told what came of it.
NEEMT_NOG_AAN = (OproepStatus.OPEN, OproepStatus.GESLOTEN, OproepStatus.TE_LAAT)


class Onderdeel(NamedTuple):
    """A part of a plan that can be reacted to."""

    kenmerk: str
    naam: str


def heeft_formulier(oproep: OproepPage) -> bool:
    """Whether this call is answered on its own form here: not on another website, and there is something to ask."""
    if oproep.pk is None or oproep.online_meedoen or oproep.soort not in MET_FORMULIER:
        return False
    return oproep.soort in IN_WOORDEN or bool(oproep.vragen.all())


def wordt_gelezen(oproep: OproepPage) -> bool:
    """Whether what comes in may hold words of somebody: those are read first, choices are counted at once."""
    return oproep.soort in IN_WOORDEN or any(vraag.soort == VraagSoort.OPEN for vraag in oproep.vragen.all())


def is_open(oproep: OproepPage) -> bool:
    """Public, and between its dates."""
    return oproep.status(vandaag()) == OproepStatus.OPEN and is_openbaar(oproep)


def neemt_nog_aan(oproep: OproepPage) -> bool:
    """Public, and what came in on paper may still be typed over."""
    return oproep.status(vandaag()) in NEEMT_NOG_AAN and is_openbaar(oproep)


def is_gepland(oproep: OproepPage) -> bool:
    return oproep.status(vandaag()) == OproepStatus.GEPLAND


def meeste_per_inwoner(oproep: OproepPage) -> int:
    return MEESTE_IDEEEN if oproep.soort == OproepSoort.IDEEEN else 1


def is_vervangen(reactie: Reactie) -> bool:
    """Whether a newer one of who wrote it came in its place. Of what was withdrawn that is told only while the newer counts."""
    if reactie.stand not in (Stand.CONCEPT, Stand.INGETROKKEN) or not reactie.inwoner_id:
        return False
    nieuwere = nieuwere_van(reactie, reactie.inwoner_id)
    if reactie.stand == Stand.INGETROKKEN:
        nieuwere = nieuwere.filter(stand__in=LEVEND)
    return meeste_per_inwoner(reactie.oproep) == 1 and nieuwere.exists()


def nieuwere_van(reactie: Reactie, inwoner: int) -> QuerySet[Reactie]:
    """With what this resident said, after it, that they take part in the same call; taken back since, too: that is for good."""
    anderen = Reactie.objects.filter(oproep=reactie.oproep_id, inwoner=inwoner)
    return anderen.filter(pk__gt=reactie.pk, bevestigd_op__isnull=False)


def onderdelen(oproep: OproepPage) -> list[Onderdeel]:
    """The headings in the text of a plan, by the identity of their block."""
    if oproep.soort != OproepSoort.REAGEREN_OP_PLAN:
        return []
    return [Onderdeel(blok.id, blok.value["tekst"]) for blok in oproep.inhoud if blok.block_type == "kop"]


def naam_van_onderdeel(oproep: OproepPage, kenmerk: str) -> str:
    """How the part is called now; the whole when it was taken out since. Empty when none was chosen."""
    if not kenmerk:
        return ""
    return next((deel.naam for deel in onderdelen(oproep) if deel.kenmerk == kenmerk), _("Het hele plan"))


def antwoorden_in_woorden(
    reactie: Reactie, vragen: Iterable[OproepVraag] | None = None
) -> list[tuple[str, str]]:
    """The questions that somebody answered, each with the answer in words. With many of one call, give its questions."""
    gevonden = []
    for vraag in reactie.oproep.vragen.all() if vragen is None else vragen:
        antwoord = reactie.antwoorden.get(str(vraag.kenmerk))
        if isinstance(antwoord, list):
            keuzes = vraag.keuzelijst
            antwoord = ", ".join(keuzes[nummer] for nummer in antwoord if nummer < len(keuzes))
        if antwoord:
            gevonden.append((vraag.vraag, antwoord))
    return gevonden
