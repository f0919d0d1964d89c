"""The mail backend of the site: what Wagtail and Django mail by themselves goes through the outbox as well."""

from uuid import uuid4

from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from berichten.models import Bericht
from berichten.post import bezorg
from core.teksten import schoon


class OutboxBackend(BaseEmailBackend):
    """Put each mail in the outbox, once for each address: a new password, a remark in the margin of a page.

    So no visitor waits for a mail server, and nothing is lost when that fails. Attachments are left out.
    """

    def send_messages(self, email_messages) -> int:
        for mail in email_messages:
            html = next(
                (inhoud for inhoud, soort in getattr(mail, "alternatives", ()) if soort == "text/html"), ""
            )
            for adres in mail.recipients():
                # One at a time: the guard that cleans text stands before each save.
                Bericht.objects.create(
                    sleutel=f"los:{uuid4()}",
                    adres=adres,
                    onderwerp=" ".join(schoon.regel(str(mail.subject)).split())[:200],
                    tekst=mail.body,
                    html=html,
                )
        transaction.on_commit(lambda: bezorg.enqueue())
        return len(email_messages)
