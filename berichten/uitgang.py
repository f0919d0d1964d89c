"""The mail backend of the site: what Wagtail and Django mail by themselves goes through the outbox as well."""

from email.message import Message, MIMEPart
from uuid import uuid4

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from berichten.models import Bericht
from berichten.post import Bestand, bezorg, voeg_toe
from core.teksten import schoon

# The outbox gives each mail its own.
EIGEN = {"message-id", "from", "to", "cc", "bcc", "date", "subject"}


class OutboxBackend(BaseEmailBackend):
    """Put each mail in the outbox, once for each address: a new password, a remark in the margin of a page.

    So no visitor waits for a mail server, and nothing is lost when that fails.
    """

    def send_messages(self, email_messages) -> int:
        with transaction.atomic():
            for mail in email_messages:
                self._leg_klaar(mail)
        transaction.on_commit(lambda: bezorg.enqueue())
        return len(email_messages)

    def _leg_klaar(self, mail: EmailMessage) -> None:
        html = next(
            (inhoud for inhoud, soort in getattr(mail, "alternatives", ()) if soort == "text/html"), ""
        )
        koppen = {kop: str(waarde) for kop, waarde in mail.extra_headers.items() if kop.lower() not in EIGEN}
        if mail.reply_to:
            koppen["Reply-To"] = ", ".join(map(str, mail.reply_to))
        bijlagen = [_bestand(bijlage) for bijlage in mail.attachments]
        for adres in mail.recipients():
            # One at a time: the guard that cleans text stands before each save.
            bericht = Bericht.objects.create(
                sleutel=f"los:{uuid4()}",
                adres=adres,
                onderwerp=" ".join(schoon.regel(str(mail.subject)).split())[:200],
                tekst=mail.body,
                html=html,
                koppen=koppen,
            )
            voeg_toe(bericht, bijlagen)


def _bestand(bijlage) -> Bestand:
    """A file as Django knows it: a part of a mail that is made already, or name, content and kind."""
    if isinstance(bijlage, Message | MIMEPart):
        inhoud = bijlage.get_payload(decode=True)
        naam, mime = bijlage.get_filename(), bijlage.get_content_type()
    else:
        naam, inhoud, mime = bijlage
    if isinstance(inhoud, EmailMessage):
        inhoud = inhoud.message()
    if isinstance(inhoud, Message):
        inhoud = inhoud.as_bytes()
    if isinstance(inhoud, str):
        inhoud = inhoud.encode()
    return Bestand((naam or "bijlage")[:200], (mime or "application/octet-stream")[:100], inhoud or b"")
