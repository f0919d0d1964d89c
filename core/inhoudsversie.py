"""The one counter of published content, for ETags that are right in every process."""

from datetime import UTC, datetime
from typing import NamedTuple
from weakref import WeakSet

import psycopg
from django.db import OperationalError, connection, models
from django.db.models import F
from django.db.models.functions import Now

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


NUMMER = b"bloei_inhoudsversie"  # the prepared statement
NUMMER_VRAAG = f"SELECT nummer FROM {Inhoudsversie._meta.db_table} WHERE id = {ENIGE_RIJ}".encode()  # noqa: S608 - our own name
_voorbereid: WeakSet[psycopg.Connection] = WeakSet()
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


def huidig_nummer() -> int:
    """The number alone, for what asks nothing else: prepared once for each connection, and without a cursor it costs
    a tenth of the processor time.

    Raises OperationalError or another DatabaseError of Django when the database is away.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors:
        verbinding = connection.connection
        if verbinding not in _voorbereid:
            _lees(verbinding.pgconn.prepare(NUMMER, NUMMER_VRAAG))
            _voorbereid.add(verbinding)
        antwoord = _lees(verbinding.pgconn.exec_prepared(NUMMER, None))
        return int(antwoord.get_value(0, 0) or 0) if antwoord.ntuples else NOOIT.nummer


def _lees(antwoord: psycopg.pq.abc.PGresult) -> psycopg.pq.abc.PGresult:
    if antwoord.status not in (psycopg.pq.ExecStatus.COMMAND_OK, psycopg.pq.ExecStatus.TUPLES_OK):
        raise OperationalError(antwoord.get_error_message())
    return antwoord
