"""Writing mail into the outbox, and sending what waits there.

What is guaranteed (docs/adr/0010): an event that is committed has its mail, however often a process is killed;
one event gives one mail per person; a mail server that fails is tried again until it works; a mail that can't be
made is put aside, and who manages the site sees it. SMTP itself can't
promise "exactly once": killed between the server's "OK" and our commit, a mail goes again, with the same Message-ID.
"""

import logging
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from berichten.models import ALTIJD, Bericht, Soort
from core.teksten import schoon

logger = logging.getLogger(__name__)
LANGSTE_WACHT = timedelta(hours=6)


def schrijf(sleutel: str, soort: Soort, user, context: dict[str, Any]) -> Bericht | None:
    """Put one mail in the outbox, in the transaction of the event it is about.

    `sleutel` names the event. None when this person was told already, has no address, or switched this kind off.
    The context needs `onderwerp`; templates/berichten/<soort>.txt is the text, the HTML is made from the same text.
    """
    if not wil_post(user, soort):
        return None
    return leg_klaar(f"{sleutel}:{user.pk}", soort, user.email, {"user": user, **context})


def wil_post(user, soort: Soort) -> bool:
    """Whether this person can be mailed, and wants this kind."""
    if not user.is_active or not user.email:
        return False
    return soort in ALTIJD or not user.afmeldingen.filter(soort=soort).exists()


def leg_klaar(
    sleutel: str, soort: Soort, adres: str, context: dict[str, Any], *, geheim_tot: datetime | None = None
) -> Bericht | None:
    """Put one mail to an address in the outbox; None when it was there already.

    `geheim_tot`: it holds a link that opens an account until then.
    """
    with translation.override("nl"):
        context = {"site": settings.WAGTAILADMIN_BASE_URL, **context}
        tekst = render_to_string(f"berichten/{soort}.txt", context).strip() + "\n"
        html = render_to_string("berichten/mail.html", {**context, "alineas": tekst.strip().split("\n\n")})
    bericht, nieuw = Bericht.objects.get_or_create(
        sleutel=sleutel,
        defaults={
            "soort": soort,
            "adres": adres,
            "onderwerp": schoon.regel(context["onderwerp"])[:200],
            "tekst": tekst,
            "html": html,
            "geheim_tot": geheim_tot,
        },
    )
    if not nieuw:
        return None
    transaction.on_commit(lambda: bezorg.enqueue())
    return bericht


@task(backend="achtergrond")
def bezorg() -> int:
    """Hurry: somebody just wrote mail. Whatever this misses, the next round of `manage.py werk` sends."""
    return verstuur_wachtende()


def verstuur_wachtende() -> int:
    """Send what is due, each mail in a transaction of its own. Returns how many were sent."""
    verzonden = 0
    while (gelukt := _verstuur_een()) is not None:
        verzonden += gelukt
    return verzonden


@transaction.atomic
def _verstuur_een() -> int | None:
    """Take one mail, locked so that no other worker takes it; None when nothing is due."""
    nu = timezone.now()
    bericht = Bericht.objects.wachtend(nu).select_for_update(skip_locked=True).first()
    if bericht is None:
        return None
    try:
        mail = _mail(bericht)
        mail.message()
    except Exception as fout:
        # Not the mail server's doing, so it would never go. Somebody has to look at it.
        logger.exception("Mail %s kan niet worden gemaakt en gaat niet weg.", bericht.pk)
        bericht.mislukt_op = nu
        bericht.laatste_fout = repr(fout)[:1000]
        bericht.save(update_fields=["mislukt_op", "laatste_fout"])
        return 0
    try:
        mail.send()
    except Exception as fout:  # noqa: BLE001 - whatever goes wrong with the mail server, the mail stays
        logger.warning("Mail %s kon niet weg: %s", bericht.pk, fout)
        bericht.pogingen += 1
        bericht.laatste_fout = repr(fout)[:1000]
        bericht.volgende_poging = nu + min(timedelta(minutes=2**bericht.pogingen), LANGSTE_WACHT)
        bericht.save(update_fields=["pogingen", "laatste_fout", "volgende_poging"])
        return 0
    bericht.verzonden_op = nu
    bericht.save(update_fields=["verzonden_op"])
    Bericht.objects.filter(pk=bericht.pk).maak_leeg(nu)
    return 1


def _mail(bericht: Bericht) -> EmailMultiAlternatives:
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"
    mail = EmailMultiAlternatives(
        bericht.onderwerp,
        bericht.tekst,
        to=[bericht.adres],
        headers={
            # The same at every attempt, so that a mailbox can tell a mail that comes twice.
            "Message-ID": f"<bloei-{bericht.pk}.{bericht.gemaakt_op:%Y%m%d%H%M%S}@{domein}>",
            "Auto-Submitted": "auto-generated",
        },
        connection=get_connection(settings.VERZEND_BACKEND),
    )
    if bericht.html:
        mail.attach_alternative(bericht.html, "text/html")
    return mail
