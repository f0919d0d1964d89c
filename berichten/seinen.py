"""What the outbox tells of, for who knows more of an address than it does."""

from django.dispatch import Signal

# A mail server said that the mailbox `adres` isn't there and won't be; at the moment `op`.
onbestelbaar = Signal()
