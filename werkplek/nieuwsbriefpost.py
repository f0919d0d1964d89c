"""On Wednesday the editors hear what tomorrow's newsletter says, with a link to say something at its head."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from berichten.models import Soort
from berichten.post import schrijf
from core import rem
from core.models import User
from core.talen.taal import BRONTAAL
from kernpagina.models import KernPage
from kernpagina.redactie import redactiegroep
from volgen.edities import wat_er_in_komt
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
    groep = redactiegroep(kern)
    leden = list(User.objects.filter(groups=groep, is_active=True)) if groep else []
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
