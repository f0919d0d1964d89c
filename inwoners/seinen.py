"""What is told of residents, for apps that hold something of them."""

from django.dispatch import Signal

# Somebody chose another way to have their name shown; `inwoner`.
naam_veranderd = Signal()
