"""What is told of residents, for apps that hold something of them."""

from django.dispatch import Signal

# A name is shown in another way; `inwoner`, and `gekozen` when they chose so themselves.
naam_veranderd = Signal()
