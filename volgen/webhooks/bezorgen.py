"""Telling channels what changed: each line of the log once, in order, tried again until it is taken (docs/adr/0050).

What the channel has is a number, kept in the transaction in which the message went. A process that dies between the
answer and that leaves the number as it was: the message goes again, under the same `webhook-id`.
"""

import logging
import time
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from berichten.post import leg_klaar
from core.models import User
from volgen.models import Bezorging, Kanaal, Stand, Webhook, Wijziging
from volgen.webhooks import bericht, handtekening, lijn

logger = logging.getLogger(__name__)

# Mail that somebody waits for is sent by the same worker, so no round takes longer than this by much.
PER_RONDE = 20.0  # seconds
WACHT = [
    timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(minutes=30),
    timedelta(hours=1), timedelta(hours=3), timedelta(hours=6), timedelta(hours=12), timedelta(hours=24),
]  # fmt: skip
OPGEVEN = timedelta(days=5)
BEWAREN = timedelta(days=30)


def ronde(nu: datetime) -> int:
    """Send what channels have yet to hear; returns how many messages were taken."""
    tot = time.monotonic() + PER_RONDE
    gelukt = 0
    for nummer in list(Webhook.objects.aan_de_beurt(nu).values_list("pk", flat=True)):
        while time.monotonic() < tot and _bezorg_een(nummer):
            gelukt += 1
    return gelukt


@transaction.atomic
def _bezorg_een(kanaal: int) -> bool:
    """The next message of a channel, held meanwhile so that nobody else sends it too. False: nothing, or it failed."""
    nu = timezone.now()
    eigen = Webhook.objects.aan_de_beurt(nu).filter(pk=kanaal).select_related("kanaal")
    webhook = eigen.select_for_update(of=("self",), skip_locked=True).first()
    if webhook is None:
        return False
    # Before the lines: what is added in between comes the next time.
    laatste = Wijziging.objects.laatste()
    regel = webhook.te_sturen().filter(nummer__lte=laatste).first()
    if regel is None:
        if webhook.nummer < laatste:
            Webhook.objects.filter(pk=webhook.pk).update(nummer=laatste)
        return False
    antwoord = _stuur(webhook, bericht.over(regel), nu)
    _noteer(webhook, regel.nummer, antwoord, nu)
    return antwoord.gelukt


def stuur_proef(webhook: Webhook) -> lijn.Antwoord:
    """See whether a message comes through; when it does, what waits goes at once."""
    nu = timezone.now()
    antwoord = _stuur(webhook, bericht.proef(nu), nu)
    _schrijf_op(webhook.kanaal, 0, antwoord, nu)
    if antwoord.gelukt:
        Webhook.objects.filter(pk=webhook.pk).update(volgende_poging=nu)
    return antwoord


def ruim_op(nu: datetime) -> int:
    """Forget how deliveries went, after their term."""
    return Bezorging.objects.filter(op__lte=nu - BEWAREN).delete()[0]


def _stuur(webhook: Webhook, wat: dict, nu: datetime) -> lijn.Antwoord:
    inhoud = bericht.als_bytes(wat)
    koppen = handtekening.koppen(wat["id"], int(nu.timestamp()), inhoud, webhook.zaden(nu))
    return lijn.stuur(webhook.kanaal.url, {**koppen, "Content-Type": bericht.MIME}, inhoud)


def _noteer(webhook: Webhook, nummer: int, antwoord: lijn.Antwoord, nu: datetime) -> None:
    _schrijf_op(webhook.kanaal, nummer, antwoord, nu)
    if antwoord.gelukt:
        webhook.nummer = nummer
        webhook.pogingen, webhook.faalt_sinds = 0, None
        webhook.laatst_gelukt = webhook.volgende_poging = nu
    else:
        webhook.pogingen += 1
        webhook.faalt_sinds = webhook.faalt_sinds or nu
        wacht = WACHT[min(webhook.pogingen, len(WACHT)) - 1]
        webhook.volgende_poging = min(nu + wacht, webhook.faalt_sinds + OPGEVEN)
        if nu - webhook.faalt_sinds >= OPGEVEN:
            _geef_op(webhook, antwoord)
    webhook.save()


def _schrijf_op(kanaal: Kanaal, nummer: int, antwoord: lijn.Antwoord, nu: datetime) -> None:
    Bezorging.objects.create(
        kanaal=kanaal, nummer=nummer, op=nu, gelukt=antwoord.gelukt, status=antwoord.status,
        uitleg=antwoord.uitleg[:300],
    )  # fmt: skip


def _geef_op(webhook: Webhook, antwoord: lijn.Antwoord) -> None:
    webhook.stand = Stand.UITGEVALLEN
    kanaal, sinds = webhook.kanaal, webhook.faalt_sinds
    logger.warning("Kanaal %s is uitgezet: het neemt al dagen niets aan.", kanaal.pk)
    for wie in _wie_erover_gaan(kanaal):
        context = {
            "onderwerp": f"{kanaal} krijgt geen berichten meer",
            "user": wie,
            "kanaal": kanaal,
            "sinds": sinds,
            "uitleg": antwoord.uitleg,
            "link": settings.WAGTAILADMIN_BASE_URL + reverse("volgen:webhook", args=[kanaal.pk]),
        }
        leg_klaar(f"kanaal-uit:{kanaal.pk}:{sinds:%Y%m%d%H%M%S}:{wie.pk}", "kanaal-uit", wie.email, context)


def _wie_erover_gaan(kanaal: Kanaal) -> list[User]:
    """Its owner; when there is none who still works here, all administrators."""
    bereikbaar = User.objects.filter(is_active=True).exclude(email="")
    eigenaar = list(bereikbaar.filter(pk=kanaal.beheerder_id))
    return eigenaar or list(bereikbaar.filter(is_superuser=True))
