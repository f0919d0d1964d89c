"""What is told of the site as a whole, for apps above this one."""

from django.dispatch import Signal

# `richt_in` is done, after an install or an upgrade. A receiver makes what it misses, and returns what it did: a list of
# Dutch sentences.
ingericht = Signal()
