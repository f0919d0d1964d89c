"""What who answers hears of questions: that some came in, once an hour; that one was passed on; which wait too long.

Without what somebody wrote: it is read on the screen, and a mailbox is no place to keep it.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from berichten.models import Soort
from berichten.post import schrijf
from core.goedkeuring.rollen import communicatie_leden
from meedoen.models import InwonerVraag
from werkplek.vraaglijst import TE_LANG, Openstaand, collegas, te_beantwoorden

UUR = timedelta(hours=1)


def vertel(nu: datetime) -> None:
    """Tell of what came in during the hour before this one. Asked again in the same hour, nothing more goes."""
    uur = nu.replace(minute=0, second=0, microsecond=0)
    _aan_wie_antwoordt(
        f"vragen:{uur:%Y%m%d%H}",
        nu,
        lambda rij: uur - UUR <= rij.vraag.ontvangen_op < uur,
        ("Een inwoner stelde een vraag", "Inwoners stelden {} vragen"),
    )


def herinner(nu: datetime) -> None:
    """Once a day: what waits for two working days or more."""
    _aan_wie_antwoordt(
        f"vragen-te-lang:{timezone.localdate(nu)}",
        nu,
        lambda rij: rij.werkdagen >= TE_LANG,
        ("Een vraag van een inwoner wacht te lang", "{} vragen van inwoners wachten te lang"),
    )


def doorgegeven(vraag: InwonerVraag, aan, door) -> None:
    """To the colleague who was asked to answer it; `aan` None: to communications."""
    sleutel = f"vraag-door:{vraag.pk}:{uuid4()}"
    link = settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:vraag", args=[vraag.pk])
    onderwerp = f"{door} geeft je een vraag van een inwoner door"
    context = {"onderwerp": onderwerp, "regels": [vraag.over], "link": link}
    for lid in [aan] if aan else communicatie_leden():
        schrijf(sleutel, Soort.VRAAG, lid, context)


def _aan_wie_antwoordt(
    sleutel: str, nu: datetime, welke: Callable[[Openstaand], bool], kop: tuple[str, str]
) -> None:
    """Each person one mail, about the questions that they may answer."""
    alle = InwonerVraag.objects.select_related("pagina", "inwoner", "bij")
    van_wie: dict[Any, list[Openstaand]] = defaultdict(list)
    for rij in filter(welke, te_beantwoorden(alle, timezone.localdate(nu))):
        for lid in collegas(rij.vraag):
            van_wie[lid].append(rij)
    link = settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:vragen")
    for lid, rijen in van_wie.items():
        onderwerp = kop[0] if len(rijen) == 1 else kop[1].format(len(rijen))
        regels = [f"{rij.vraag.over} ({rij.kern})" for rij in rijen]
        schrijf(sleutel, Soort.VRAAG, lid, {"onderwerp": onderwerp, "regels": regels, "link": link})
