"""What layers above want to hear of the village."""

from django.dispatch import Signal

# How it goes with an agreement was confirmed, in the transaction in which it was: `instance` is the AfspraakMelding.
stand_bevestigd = Signal()
