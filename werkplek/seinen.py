"""What the work in the background tells whoever wants to know."""

from django.dispatch import Signal

# The worker did everything once; `nu` is when it began.
ronde_gedaan = Signal()
