"""The outbox says by signal that a mailbox isn't there; one line that acts on it."""

from django.dispatch import receiver

from berichten.seinen import onbestelbaar
from volgen import abonnementen


@receiver(onbestelbaar)
def op_onbestelbaar(adres, op, **kwargs) -> None:
    abonnementen.onbestelbaar(adres, op)
