"""What became public, and who follows it; a file for each."""

from volgen.models.kanaal import Kanaal
from volgen.models.wijziging import Gevolgd, Soort, Wijziging, WijzigingQuerySet

__all__ = ["Gevolgd", "Kanaal", "Soort", "Wijziging", "WijzigingQuerySet"]
