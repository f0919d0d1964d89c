"""The outbox says by signal that a mailbox isn't there; one line that acts on it."""

from django.dispatch import receiver

from berichten.seinen import onbestelbaar
from inwoners.models import Adres


@receiver(onbestelbaar)
def op_onbestelbaar(adres, op, **kwargs) -> None:
    Adres.objects.filter(email=adres.lower(), onbestelbaar_op=None).update(onbestelbaar_op=op)
