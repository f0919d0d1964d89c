"""On Wednesday the editors hear what tomorrow's newsletter says, with a link to say something at its head; who has to
read that hears so, and who has to write it anew."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from berichten.models import Soort
from berichten.post import schrijf
from core import rem
from core.goedkeuring.rollen import communicatie_leden
from core.models import User
from core.talen.taal import BRONTAAL
from kernpagina.models import KernPage
from kernpagina.redactie import redacteuren_van
from volgen.edities import wat_er_in_komt
from volgen.models import Voorwoord
from volgen.voorwoorden import volgende_dag

WOENSDAG, OCHTEND = 2, 8
DAG = timedelta(days=1)
MEESTE = 12


def nodig_uit(nu: datetime) -> None:
    """Once, on Wednesday morning, the editors of each village of which something is new."""
    lokaal = timezone.localtime(nu)
    if lokaal.weekday() != WOENSDAG or lokaal.hour < OCHTEND:
        return
    with transaction.atomic():
        # Looking what is new in each village is done once a day and not in each round; who was mailed isn't mailed again.
        if rem.tel("nieuwsbrief", lokaal.date().isoformat(), duur=DAG) > 1:
            return
        for kern in KernPage.objects.openbaar().filter(locale__language_code=BRONTAAL):
            _nodig_uit(kern, nu)


def _nodig_uit(kern: KernPage, nu: datetime) -> None:
    leden = list(redacteuren_van(kern))
    inhoud = wat_er_in_komt(kern.pk) if leden else []
    if not inhoud:
        return
    dag = volgende_dag(nu)
    context = {
        "onderwerp": f"Morgen gaat de nieuwsbrief van {kern.title} weg",
        "kern": kern.title,
        "titels": [stuk["teksten"][BRONTAAL]["titel"] for stuk in inhoud[:MEESTE]],
        "meer": max(0, len(inhoud) - MEESTE),
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:voorwoord", args=[kern.pk]),
    }
    for lid in leden:
        schrijf(f"nieuwsbrief:{kern.pk}:{dag}", Soort.NIEUWSBRIEF, lid, context)


def vraag_te_lezen(voorwoord: Voorwoord, kern: str) -> None:
    """Communications hears that it waits; not who wrote it themselves."""
    zin = f"Er wacht een woord vooraf voor de nieuwsbrief van {kern}. Lees het voor donderdag 9 uur."
    for lid in communicatie_leden().exclude(pk=voorwoord.geschreven_door_id):
        _schrijf(voorwoord, "werkplek:voorwoord_lezen", voorwoord.pk, lid, zin)


def zeg_dat_het_terug_is(voorwoord: Voorwoord, kern: str) -> None:
    zin = f"Je woord vooraf voor de nieuwsbrief van {kern} kan nog beter: {voorwoord.opmerking}"
    if voorwoord.geschreven_door:
        _schrijf(voorwoord, "werkplek:voorwoord", voorwoord.kern, voorwoord.geschreven_door, zin)


def _schrijf(voorwoord: Voorwoord, adres: str, nummer: int, wie: User, zin: str) -> None:
    """Once for each text that was written, and for each remark about it."""
    wat = f"{voorwoord.pk}:{voorwoord.geschreven_op:%Y%m%d%H%M%S}:{bool(voorwoord.opmerking)}"
    link = settings.WAGTAILADMIN_BASE_URL + reverse(adres, args=[nummer])
    context = {"onderwerp": "Woord vooraf in de nieuwsbrief", "zin": zin, "link": link}
    schrijf(f"voorwoord:{wat}", Soort.NIEUWSBRIEF, wie, context)
