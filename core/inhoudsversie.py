"""The one counter of published content, for ETags that are right in every process."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection, models
from django.db.models import F
from django.db.models.functions import Now
from django.dispatch import Signal

ENIGE_RIJ = 1


class Inhoudsversie(models.Model):
    """One row: how often what the public may read has changed, and when that last was.

    Every answer of the API and the feeds takes its ETag from this row. It lives in the database, so that
    it goes up in the same transaction as the change itself, and is the same for every process.
    """

    nummer = models.BigIntegerField("nummer", default=0)
    gewijzigd = models.DateTimeField("gewijzigd")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "inhoudsversie"
        verbose_name_plural = "inhoudsversies"

    def __str__(self) -> str:
        return str(self.nummer)


# Sent after something public changed and the number was raised, in the same transaction: `instance` is what changed.
inhoud_veranderd = Signal()

VRAAG = f"SELECT nummer, gewijzigd FROM {Inhoudsversie._meta.db_table} WHERE id = %s"  # noqa: S608 - our own name


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
    then only costs the reader one more request.

    Asked for by every visitor, so without making a queryset of it.
    """
    with connection.cursor() as cursor:
        cursor.execute(VRAAG, [ENIGE_RIJ])
        rij = cursor.fetchone()
    return Versie(*rij) if rij else NOOIT
