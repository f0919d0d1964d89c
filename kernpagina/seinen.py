"""What layers above want to hear of the village."""

from django.dispatch import Signal

# Somebody said how it goes with an agreement, and somebody else has to confirm it; likewise.
stand_gemeld = Signal()
# What was said was confirmed or sent back; likewise.
stand_besloten = Signal()
# How it goes with an agreement was confirmed, in the transaction in which it was: `instance` is the AfspraakMelding.
stand_bevestigd = Signal()
