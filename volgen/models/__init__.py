"""What became public, and who follows it; a file for each."""

from volgen.models.abonnement import Abonnement, AbonnementQuerySet, Ritme, Staat, Volgt
from volgen.models.editie import LANGSTE_VOORWOORD, Editie, EditieStand, Levering, Voorwoord
from volgen.models.kanaal import Kanaal
from volgen.models.webhook import Bezorging, Stand, Webhook
from volgen.models.wijziging import Gevolgd, Soort, Wijziging, WijzigingQuerySet

__all__ = [
    "LANGSTE_VOORWOORD",
    "Abonnement",
    "AbonnementQuerySet",
    "Bezorging",
    "Editie",
    "EditieStand",
    "Gevolgd",
    "Kanaal",
    "Levering",
    "Ritme",
    "Soort",
    "Staat",
    "Stand",
    "Volgt",
    "Voorwoord",
    "Webhook",
    "Wijziging",
    "WijzigingQuerySet",
]
