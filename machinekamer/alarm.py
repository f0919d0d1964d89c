"""Mail to who manages the site when something stands still: asked after each round of the worker, and by whoever asks
whether all is well, because a worker that is away mails nothing.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from berichten.models import Soort
from berichten.post import schrijf
from core import rem
from core.models import User
from machinekamer import gezondheid, hartslag

logger = logging.getLogger(__name__)
# The address says so sooner: a restart of the server isn't worth a mail.
WERK_STIL = timedelta(minutes=10)
DAG = timedelta(days=1)


def sla_alarm(nu: datetime | None = None, **kwargs) -> None:
    """Mail what is wrong, each thing once a day; the rest comes with the signal of a round."""
    nu = nu or timezone.now()
    for naam, waarom in mis(nu).items():
        if rem.tel("alarm", naam, timezone.localdate(nu).isoformat(), duur=DAG) == 1:
            _mail(naam, waarom, nu)


def mis(nu: datetime) -> dict[str, str]:
    """What stands still, and since when or why; nothing is asked that only matters to who installs."""
    slag = hartslag.laatste()
    stil = slag is not None and nu - slag > WERK_STIL
    alles = {oordeel.naam: oordeel.waarom for oordeel in gezondheid.oordelen(nu)}
    return {
        naam: waarom
        for naam, waarom in alles.items()
        if waarom and (naam in ("post", "edities") or (naam == "werk" and stil))
    }


def _mail(naam: str, waarom: str, nu: datetime) -> None:
    """Straight to the mail server, past the outbox that may be what stands still; when that fails, through it after all."""
    logger.error("Alarm: %s", waarom)
    onderwerp = f"Bloei!: er is iets mis ({naam})"
    for beheerder in User.objects.filter(is_active=True, is_superuser=True).exclude(email=""):
        try:
            verbinding = get_connection(settings.VERZEND_BACKEND, timeout=5)
            tekst = f"Dag {beheerder},\n\n{waarom}\n\nKijk in docs/toezicht.md wat je kunt doen.\n\nGroet, Bloei!\n"
            EmailMessage(onderwerp, tekst, to=[beheerder.email], connection=verbinding).send()
        except Exception:  # noqa: BLE001 - whatever is wrong with the mail server, it goes when that is back
            context = {"onderwerp": onderwerp, "waarom": waarom}
            schrijf(f"alarm:{naam}:{timezone.localdate(nu)}", Soort.ALARM, beheerder, context)
