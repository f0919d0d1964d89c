"""The one counter of published content, for ETags that are right in every process."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.db.models import F
from django.db.models.functions import Now

from core.models import Inhoudsversie

ENIGE_RIJ = 1


class Versie(NamedTuple):
    nummer: int
    gewijzigd: datetime


NOOIT = Versie(0, datetime(2019, 1, 1, tzinfo=UTC))


def verhoog_inhoudsversie() -> None:
    """Say that something public may have changed. Inside a transaction it counts when that is committed."""
    rij = Inhoudsversie.objects.filter(pk=ENIGE_RIJ)
    volgende = {"nummer": F("nummer") + 1, "gewijzigd": Now()}
    if not rij.update(**volgende):
        Inhoudsversie.objects.bulk_create(
            [Inhoudsversie(pk=ENIGE_RIJ, gewijzigd=NOOIT.gewijzigd)], ignore_conflicts=True
        )
        rij.update(**volgende)


def huidige_inhoudsversie() -> Versie:
    """The number and moment of the last change. Read it before the content it belongs to: a change in between
    then only costs the reader one more request."""
    rij = Inhoudsversie.objects.filter(pk=ENIGE_RIJ).values_list("nummer", "gewijzigd").first()
    return Versie(*rij) if rij else NOOIT
