"""Sending what waits in the outbox: what somebody waits for first, over one connection, each mail once.

What is guaranteed (docs/adr/0010): an event that is committed has its mail, however often a process is killed;
one event gives one mail per person; a mail server that fails is tried again until it works; a mail that can't be
made is put aside, and who manages the site sees it. A mailbox that isn't there is final (docs/adr/0035). SMTP itself
can't promise "exactly once": killed between the server's "OK" and our commit, a mail goes again, with the same
Message-ID.
"""

import logging
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import parseaddr
from enum import Enum
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from berichten.models import Bericht, Bijlage
from berichten.seinen import onbestelbaar
from core.logboek import maskeer

logger = logging.getLogger(__name__)
LANGSTE_WACHT = timedelta(hours=6)
# As long as other mail servers try. A colleague's mail is tried until it goes, or somebody looks.
OPGEVEN = timedelta(days=5)
# The mailbox isn't there, or takes nothing from anybody. 5.7: they don't want *us*, which may be mended.
WEG = range(550, 554)
NIET_WIJ = "5.7."


class Uitslag(Enum):
    VERZONDEN = 1
    BLIJFT = 2
    # Nobody to hand it to: the others needn't be tried now.
    GEEN_SERVER = 3


def verstuur_wachtende() -> int:
    """Send what is due, each mail in a transaction of its own. Returns how many were sent.

    No more than MAIL_PER_MINUUT: the rest goes in a next round, and what somebody waits for before it.
    """
    verzonden = 0
    ruimte = _ruimte(timezone.now())
    verbinding = get_connection(settings.VERZEND_BACKEND)
    try:
        while ruimte is None or verzonden < ruimte:
            uitslag = _verstuur_een(verbinding)
            if uitslag in (None, Uitslag.GEEN_SERVER):
                break
            verzonden += uitslag is Uitslag.VERZONDEN
    finally:
        _sluit(verbinding)
    return verzonden


def _sluit(verbinding: BaseEmailBackend) -> None:
    """Hang up, also on a server that gives no good answer to that: what was noted of the mail has to stay."""
    with suppress(Exception):
        verbinding.close()


def _ruimte(nu: datetime) -> int | None:
    """How many may go now; None when there is no limit."""
    if not settings.MAIL_PER_MINUUT:
        return None
    net_weg = Bericht.objects.filter(verzonden_op__gt=nu - timedelta(minutes=1)).count()
    return max(0, settings.MAIL_PER_MINUUT - net_weg)


@transaction.atomic
def _verstuur_een(verbinding: BaseEmailBackend) -> Uitslag | None:
    """Take one mail, locked so that no other worker takes it; None when nothing is due."""
    nu = timezone.now()
    bericht = Bericht.objects.wachtend(nu).select_for_update(skip_locked=True).first()
    if bericht is None:
        return None
    try:
        mail = _mail(bericht, verbinding)
        mail.message()
    except Exception as fout:
        # Not the mail server's doing, so it would never go. Somebody has to look at it.
        logger.exception("Mail %s kan niet worden gemaakt en gaat niet weg.", bericht.pk)
        return _geef_op(bericht, fout, nu)
    try:
        verbinding.open()
    except Exception as fout:  # noqa: BLE001 - whatever goes wrong with the mail server, the mail stays
        _later(bericht, fout, nu)
        return Uitslag.GEEN_SERVER
    try:
        mail.send()
    except Exception as fout:  # noqa: BLE001 - as above
        if _is_weg(fout):
            onbestelbaar.send(sender=Bericht, adres=bericht.adres, op=nu)
            return _geef_op(bericht, fout, nu)
        # A server that fails halfway may have closed the door; the next mail knocks again.
        _sluit(verbinding)
        if bericht.inwoner and bericht.gemaakt_op + OPGEVEN < nu:
            return _geef_op(bericht, fout, nu)
        return _later(bericht, fout, nu)
    bericht.verzonden_op = nu
    bericht.save(update_fields=["verzonden_op"])
    Bericht.objects.filter(pk=bericht.pk).maak_leeg(nu)
    return Uitslag.VERZONDEN


def _later(bericht: Bericht, fout: Exception, nu: datetime) -> Uitslag:
    logger.warning("Mail %s kon niet weg: %s", bericht.pk, _zonder_adressen(fout))
    bericht.pogingen += 1
    bericht.laatste_fout = _zonder_adressen(fout)
    # Up to 2 ** 9 minutes, which is past the longest.
    bericht.volgende_poging = nu + min(timedelta(minutes=2 ** min(bericht.pogingen, 9)), LANGSTE_WACHT)
    bericht.save(update_fields=["pogingen", "laatste_fout", "volgende_poging"])
    return Uitslag.BLIJFT


def _geef_op(bericht: Bericht, fout: Exception, nu: datetime) -> Uitslag:
    bericht.mislukt_op = nu
    bericht.laatste_fout = _zonder_adressen(fout)
    bericht.save(update_fields=["mislukt_op", "laatste_fout"])
    return Uitslag.BLIJFT


def _is_weg(fout: Exception) -> bool:
    """Whether the server says, of the mailbox itself, that it will never take this mail."""
    if not isinstance(fout, SMTPRecipientsRefused):
        return False
    antwoorden = [(code, tekst.decode(errors="replace")) for code, tekst in fout.recipients.values()]
    return all(code in WEG and not tekst.lstrip().startswith(NIET_WIJ) for code, tekst in antwoorden)


def _zonder_adressen(fout: Exception) -> str:
    """Of an error what may stand in a log, and in a row that is kept."""
    return maskeer(repr(fout))[:1000]


def _mail(bericht: Bericht, verbinding: BaseEmailBackend) -> EmailMultiAlternatives:
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"
    mail = EmailMultiAlternatives(
        bericht.onderwerp,
        bericht.tekst,
        to=[bericht.adres],
        headers={
            **bericht.koppen,
            # The same at every attempt, so that a mailbox can tell a mail that comes twice.
            "Message-ID": f"<bloei-{bericht.pk}.{bericht.gemaakt_op:%Y%m%d%H%M%S}@{domein}>",
            "Auto-Submitted": "auto-generated",
        },
        connection=verbinding,
    )
    if bericht.html:
        mail.attach_alternative(bericht.html, "text/html")
    for bijlage in Bijlage.objects.filter(bericht=bericht):
        mail.attach(bijlage.naam, bytes(bijlage.inhoud), bijlage.mime)
    return mail
