"""What the rule tells of. Wagtail's own signal comes before it is written down who submitted the text."""

from django.dispatch import Signal

# A text waits for approval; `instance` is the step, `user` who submitted or changed it.
ingediend = Signal()
