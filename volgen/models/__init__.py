"""What became public, and who follows it; a file for each."""

from volgen.models.kanaal import Kanaal
from volgen.models.webhook import Bezorging, Stand, Webhook
from volgen.models.wijziging import Gevolgd, Soort, Wijziging, WijzigingQuerySet

__all__ = [
    "Bezorging",
    "Gevolgd",
    "Kanaal",
    "Soort",
    "Stand",
    "Webhook",
    "Wijziging",
    "WijzigingQuerySet",
]
