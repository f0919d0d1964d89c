"""The mail backend of the site: what Wagtail and Django mail by themselves goes through the outbox as well."""

from uuid import uuid4

from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from berichten.models import Bericht
from berichten.post import bezorg


class OutboxBackend(BaseEmailBackend):
    """Put each mail in the outbox, once for each address: a new password, a remark in the margin of a page.

    So no visitor waits for a mail server, and nothing is lost when that fails. Attachments are left out.
    """

    def send_messages(self, email_messages) -> int:
        for mail in email_messages:
            html = next(
                (inhoud for inhoud, soort in getattr(mail, "alternatives", ()) if soort == "text/html"), ""
            )
            Bericht.objects.bulk_create(
                Bericht(
                    sleutel=f"los:{uuid4()}",
                    adres=adres,
                    onderwerp=" ".join(mail.subject.split())[:200],
                    tekst=mail.body,
                    html=html,
                )
                for adres in mail.recipients()
            )
        transaction.on_commit(lambda: bezorg.enqueue())
        return len(email_messages)
