"""How it goes with an agreement: one person says it, another confirms it, and from then on everybody reads it.

Each function holds the page of the meeting first, as publishing it does; so the register never gets an older stand back.
"""

from collections.abc import Generator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.grendel import houd_paginas
from core.goedkeuring.rollen import is_communicatie
from core.inhoudsversie import inhoud_veranderd, verhoog_inhoudsversie
from kernpagina.afspraken import stand_uit
from kernpagina.keuzes import MET_UITLEG, AfspraakStand, MeldingBesluit
from kernpagina.models import Afspraak, AfspraakMelding, AgendaItemPage
from kernpagina.seinen import stand_besloten, stand_bevestigd, stand_gemeld


def mag_melden(user, item: AgendaItemPage) -> bool:
    """Who may write the report: the editors of this kern, and communications."""
    return is_communicatie(user) or item.permissions_for_user(user).can_edit()


@transaction.atomic
def meld(afspraak: Afspraak, user, stand: AfspraakStand, uitleg: str) -> AfspraakMelding | None:
    """Say how it goes. Takes the place of what waited; None when it says what is known already.

    Raises PermissionDenied, and KanNiet with what is missing.
    """
    if not mag_melden(user, afspraak.agenda_item):
        raise PermissionDenied
    uitleg = " ".join(uitleg.split())
    if stand in MET_UITLEG and not uitleg:
        raise KanNiet(
            "Vertel in één regel hoe het is gedaan."
            if stand == AfspraakStand.GEDAAN
            else "Vertel in één regel waarom het niet meer gebeurt."
        )
    houd_paginas([afspraak.agenda_item_id])
    # Inside the lock: pressed twice, it is one report.
    nu = Afspraak.objects.filter(pk=afspraak.pk).first() or afspraak
    wacht = AfspraakMelding.objects.filter(
        agenda_item=afspraak.agenda_item_id, afspraak=afspraak.kenmerk, besluit=""
    )
    if (nu.stand, nu.uitleg) == (stand, uitleg):
        wacht.delete()
        return None
    if zelfde := wacht.filter(stand=stand, uitleg=uitleg).first():
        return zelfde
    wacht.delete()
    melding = AfspraakMelding.objects.create(
        agenda_item_id=afspraak.agenda_item_id,
        afspraak=afspraak.kenmerk,
        stand=stand,
        uitleg=uitleg,
        gemeld_door=user,
    )
    stand_gemeld.send(sender=AfspraakMelding, instance=melding)
    return melding


def bevestig(pk: int, user) -> AfspraakMelding:
    """It is so: public at once, in every language. Raises PermissionDenied, and KanNiet for who comes too late."""
    with _wachtend(pk, user) as melding:
        _besluit(melding, user, MeldingBesluit.BEVESTIGD)
        zelfde = Afspraak.objects.filter(
            agenda_item__translation_key=melding.agenda_item.translation_key, kenmerk=melding.afspraak
        )
        zelfde.update(**stand_uit(melding))
        verhoog_inhoudsversie()
        inhoud_veranderd.send(sender=AgendaItemPage, instance=melding.agenda_item)
        stand_bevestigd.send(sender=AfspraakMelding, instance=melding)
    return melding


def stuur_terug(pk: int, user, opmerking: str) -> AfspraakMelding:
    """It isn't so, or not clear: nothing changes in public, and who said it reads why. Raises as `bevestig`."""
    opmerking = " ".join(opmerking.split())
    if not opmerking:
        raise KanNiet("Vertel in één regel wat er anders moet.")
    with _wachtend(pk, user) as melding:
        _besluit(melding, user, MeldingBesluit.TERUG, opmerking)
    return melding


def _besluit(melding: AfspraakMelding, user, besluit: MeldingBesluit, opmerking: str = "") -> None:
    melding.besluit, melding.opmerking = besluit, opmerking
    melding.besloten_door, melding.besloten_op = user, timezone.now()
    melding.save(update_fields=["besluit", "opmerking", "besloten_door", "besloten_op"])
    stand_besloten.send(sender=AfspraakMelding, instance=melding)


def wat_wacht() -> QuerySet[AfspraakMelding]:
    """What somebody else has to look at, the oldest first; not of what isn't public any more."""
    nog_openbaar = Afspraak.objects.filter(agenda_item=OuterRef("agenda_item"), kenmerk=OuterRef("afspraak"))
    wacht = AfspraakMelding.objects.filter(Exists(nog_openbaar), besluit="").order_by("gemeld_op", "pk")
    return wacht.select_related("agenda_item", "gemeld_door")


@contextmanager
def _wachtend(pk: int, user) -> Generator[AfspraakMelding]:
    with transaction.atomic():
        pagina = AfspraakMelding.objects.filter(pk=pk).values_list("agenda_item_id", flat=True).first()
        houd_paginas([pagina] if pagina else [])
        melding = wat_wacht().filter(pk=pk).first()
        if melding is None:
            raise KanNiet(
                "Hierover is al besloten, of er is intussen iets anders gemeld. Kijk wat er nu staat."
            )
        if not is_communicatie(user) or melding.gemeld_door_id == user.pk:
            raise PermissionDenied
        yield melding
