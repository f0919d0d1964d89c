"""What the database has prepared stays prepared from test to test.

psycopg forgets every prepared statement when something is rolled back, a savepoint too, because the rollback may have
taken a table along that a statement was about. A test ends with one, and then each question of the next would be parsed
and planned anew, which was half of what the database did. Here only a rollback of what changed a table,
a type or an index makes it forget. The site itself does as psycopg does.
"""

import re
from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg._preparing import Prepare, PrepareManager
from psycopg.pq.abc import PGresult

BOUWT = re.compile(rb"(?:CREATE|ALTER|DROP|DISCARD|DEALLOCATE)\b").match


class Blijft(PrepareManager):
    """Forgets as psycopg does from the first time that something is built, until that transaction is rolled back."""

    prepared_max = 1_000  # the questions of the whole site; psycopg's own are those of a page
    _gebouwd = False

    def _should_discard(self, prep: Prepare, results: Sequence[PGresult]) -> bool:
        gebouwd = self._gebouwd or any(BOUWT(result.command_status or b"") for result in results)
        weg = gebouwd and super()._should_discard(prep, results)
        self._gebouwd = gebouwd
        return weg

    def clear(self) -> bool:
        gebouwd, self._gebouwd = self._gebouwd, False
        return gebouwd and super().clear()


def blijft_voorbereid(connection: BaseDatabaseWrapper, **kwargs) -> None:
    """For each new connection of the tests."""
    oud, nieuw = connection.connection._prepared, Blijft()
    nieuw.prepare_threshold = oud.prepare_threshold
    connection.connection._prepared = nieuw
