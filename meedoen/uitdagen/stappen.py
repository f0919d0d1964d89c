"""The way of a proposal to take a task over: the only place where its state changes. Pressed twice, nothing changes."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.rollen import is_communicatie
from core.talen.taal import leestaal
from inwoners.models import Inwoner
from kernpagina.keuzes import OproepSoort
from kernpagina.models import OproepPage
from meedoen.keuzes import UitdaagStand
from meedoen.models import Uitdaging
from meedoen.soorten import is_open
from meedoen.toelaten import bevestig_wie, laat_toe
from meedoen.uitdagen import post

IN_TE_TREKKEN = (UitdaagStand.CONCEPT, UitdaagStand.NALEZEN, UitdaagStand.ONTVANGEN)


class Gesloten(KanNiet):
    """The call takes no proposals any more."""


def met_uitdaging(oproep: OproepPage) -> bool:
    """Whether a proposal is sent in on a form here."""
    return oproep.soort == OproepSoort.UITDAAGRECHT and not oproep.online_meedoen


@transaction.atomic
def verstuur(
    request: HttpRequest, oproep: OproepPage, wie: dict[str, str], inhoud: dict[str, str], formulier: UUID
) -> bool:
    """Keep it, and mail the button. False when too much comes in at once: then nothing was kept.

    `wie`: naam, email. `inhoud`: the fields of an Uitdaging.
    """
    if Uitdaging.objects.filter(formulier=formulier).exists():
        return True
    taal = leestaal()
    te_veel = partial(post.te_veel_namen, oproep=oproep, formulier=formulier, taal=taal)
    inwoner = laat_toe(request, wie["email"], wie["naam"], f"uitdaging:{formulier}", te_veel)
    if isinstance(inwoner, bool):
        return inwoner
    waarden: dict[str, Any] = {"oproep": oproep, "inwoner": inwoner, "taal": taal, **inhoud}
    voorstel, nieuw = Uitdaging.objects.get_or_create(formulier=formulier, defaults=waarden)
    if nieuw:
        post.vraag_bevestiging(voorstel)
    return True


def bevestig(pk: int) -> None:
    """They pressed the button: it is received, and they get the receipt. Raises Gesloten, and KanNiet with what to do."""
    with vast(pk) as voorstel:
        if voorstel.stand != UitdaagStand.CONCEPT:
            return
        if not is_open(voorstel.oproep):
            raise Gesloten(voorstel.oproep)
        nu = timezone.now()
        bevestig_wie(voorstel.inwoner, nu)
        voorstel.stand, voorstel.ontvangen_op = UitdaagStand.ONTVANGEN, nu
        voorstel.besluit_voor = timezone.localdate(nu) + timedelta(weeks=settings.UITDAAGRECHT_WEKEN)
        voorstel.save()
        post.ontvangen(voorstel)


def trek_in(pk: int) -> None:
    """They take it back, until it was decided."""
    with vast(pk) as voorstel:
        if voorstel.stand in IN_TE_TREKKEN:
            voorstel.stand = UitdaagStand.INGETROKKEN
            voorstel.save(update_fields=["stand"])


def is_besloten(pk: int, user) -> None:
    """Who works here says that the decision was taken and sent. Raises PermissionDenied."""
    with vast(pk) as voorstel:
        if not is_communicatie(user):
            raise PermissionDenied
        if voorstel.stand == UitdaagStand.ONTVANGEN:
            voorstel.stand, voorstel.besloten_op = UitdaagStand.BESLOTEN, timezone.now()
            voorstel.besloten_door = user
            voorstel.save(update_fields=["stand", "besloten_op", "besloten_door"])
            # It was sent: nobody needs to know any more where they live.
            Inwoner.objects.filter(pk=voorstel.inwoner_id).update(postadres="")


@contextmanager
def vast(pk: int) -> Generator[Uitdaging]:
    with transaction.atomic():
        voorstellen = Uitdaging.objects.select_for_update(of=("self",))
        yield voorstellen.select_related("oproep", "inwoner__adres", "vel").get(pk=pk)
