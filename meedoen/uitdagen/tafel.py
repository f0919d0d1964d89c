"""A proposal on paper, typed over by somebody who works here, and laid beside its sheet by another (docs/adr/0053)."""

from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.grendel import houd_paginas
from core.goedkeuring.rollen import is_communicatie
from core.tijd import begin_van
from inwoners.models import Sleutel
from kernpagina.models import OproepPage
from meedoen.keuzes import UitdaagStand
from meedoen.models import UitdaagVel, Uitdaging
from meedoen.soorten import neemt_nog_aan
from meedoen.uitdagen import post
from meedoen.uitdagen.stappen import met_uitdaging, vast
from meedoen.van_tafel import (
    Afzender,
    is_van,
    maak_inwoner,
    vergeet_de_vraag,
    vergeet_wie,
    vraag_of_het_klopt,
)


@transaction.atomic
def voer_in(
    oproep: OproepPage,
    user,
    formulier: UUID,
    afzender: Afzender,
    inhoud: dict[str, str],
    *,
    binnen_op: date,
    bron: str,
    taal: str,
) -> tuple[Uitdaging, str]:
    """Let it wait for who lays the sheet beside it, and say what has to be known. The same form again changes nothing.

    Raises KanNiet. The weeks count from the day on which it was handed in.
    """
    houd_paginas([oproep.pk])
    if bekend := Uitdaging.objects.filter(formulier=formulier).first():
        return bekend, ""
    oproep = OproepPage.objects.get(pk=oproep.pk)
    if not (met_uitdaging(oproep) and neemt_nog_aan(oproep)):
        raise KanNiet(
            "Deze oproep neemt niets meer aan: hij is nog niet begonnen, van de site gehaald, of de uitkomst is al "
            "verteld. Je tekst is niet bewaard en staat hieronder nog."
        )
    voorstel = Uitdaging.objects.create(
        oproep=oproep,
        inwoner=maak_inwoner(afzender),
        formulier=formulier,
        stand=UitdaagStand.NALEZEN,
        taal=taal,
        ontvangen_op=begin_van(binnen_op),
        besluit_voor=binnen_op + timedelta(weeks=settings.UITDAAGRECHT_WEKEN),
        **inhoud,
    )
    UitdaagVel.objects.create(uitdaging=voorstel, bron=bron, ingevoerd_door=user)
    let_op = vraag_of_het_klopt(
        afzender.email, taal, formulier, lambda adres: post.vraag_of_het_klopt(voorstel, adres)
    )
    return voorstel, let_op


def lees_na(pk: int, user) -> None:
    """Another than who typed it says that it is what stands on the sheet: it is received, and its writer gets the receipt.

    Raises PermissionDenied.
    """
    with vast(pk) as voorstel:
        vel = voorstel.overgetypt
        if vel is None or not is_communicatie(user) or vel.ingevoerd_door_id == user.pk:
            raise PermissionDenied
        if voorstel.stand != UitdaagStand.NALEZEN:
            return
        vel.gezien_door = user
        vel.save(update_fields=["gezien_door"])
        voorstel.stand = UitdaagStand.ONTVANGEN
        voorstel.save(update_fields=["stand"])
        post.ontvangen(voorstel)


def haal_weg(pk: int, user) -> tuple[Uitdaging, str]:
    """Undo what they typed themselves, until another laid the sheet beside it. Returns it as it was, and the address that
    was given. Raises PermissionDenied and KanNiet.
    """
    with vast(pk) as voorstel:
        vel = voorstel.overgetypt
        if vel is None or vel.ingevoerd_door_id != user.pk:
            raise PermissionDenied
        if voorstel.stand != UitdaagStand.NALEZEN:
            raise KanNiet(
                "Dit is al nagelezen, en kan niet meer weg. Bel Communicatie als er iets niet klopt."
            )
        email = vergeet_de_vraag(f"tafel-uitdaging:{pk}", f"uitdaging-klopt:{pk}")
        Uitdaging.objects.filter(pk=pk).delete()
        vergeet_wie(voorstel.inwoner)
        return voorstel, email


def klopt(pk: int, sleutel: Sleutel) -> None:
    """Who has the mailbox says that it is theirs: from now on they hear by mail, and see it under their own. Raises KanNiet."""
    with vast(pk) as voorstel:
        inwoner = voorstel.inwoner
        if inwoner.adres_id is not None:
            return
        eigen = is_van(inwoner, sleutel.adres)
        if eigen != inwoner:
            voorstel.inwoner = eigen
            voorstel.save(update_fields=["inwoner"])
            inwoner.delete()
        voorstel.inwoner = eigen
        if voorstel.stand == UitdaagStand.ONTVANGEN:
            post.ontvangen(voorstel)
