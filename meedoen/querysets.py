from datetime import datetime
from typing import Self

from django.db.models import QuerySet

from meedoen.keuzes import OPENBAAR, Stand


class ReactieQuerySet(QuerySet):
    def openbaar(self) -> Self:
        """What everybody may read, the newest first."""
        return self.filter(stand__in=OPENBAAR).order_by("-geplaatst_op", "-pk")

    def wacht(self) -> Self:
        """What waits to be read, the oldest first."""
        return self.filter(stand=Stand.BEVESTIGD).order_by("bevestigd_op", "pk")

    def nergens_bij(self, punten) -> Self:
        """Placed, and belonging to none of these points of the outcome."""
        return self.filter(stand__in=OPENBAAR).exclude(uitkomstpunt__in=list(punten))

    def nooit_bevestigd(self, voor: datetime) -> Self:
        return self.filter(stand=Stand.CONCEPT, gemaakt_op__lt=voor)
