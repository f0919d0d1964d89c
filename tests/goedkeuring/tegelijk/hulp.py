"""Two people at the same moment, for real: two threads, two connections, and a database whose changes stay.

The second begins when the first is halfway, holding whatever it holds; the first goes on when the second is done or
waits for it. So what a test sees doesn't hang on who is quicker.
"""

from collections.abc import Callable
from contextlib import contextmanager
from threading import Thread, current_thread
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import psycopg
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.utils.module_loading import import_string

from tests.sjabloon import sjabloon, url_van


@contextmanager
def eigen_database():
    """A copy of the database with its migrations done, for as long as this lasts."""
    naam, oud = f"bloei_tegelijk_{uuid4().hex[:8]}", connection.settings_dict["NAME"]
    with psycopg.connect(url_van("postgres"), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{naam}" TEMPLATE "{sjabloon()}"')
        _verbind_met(naam)
        try:
            yield
        finally:
            _verbind_met(oud)
            server.execute(f'DROP DATABASE "{naam}" WITH (FORCE)')


def _verbind_met(database: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = database
    # The numbers of the kinds of pages may be others there.
    ContentType.objects.clear_cache()


class Persoon(Thread):
    """Does one thing; `uitkomst` is what it gave, or the exception that it ended in."""

    def __init__(self, doe: Callable[[], Any]) -> None:
        super().__init__(daemon=True)
        self.doe = doe
        self.uitkomst: Any = None

    def run(self) -> None:
        try:
            self.uitkomst = self.doe()
        except Exception as fout:  # noqa: BLE001 - the test looks at it
            self.uitkomst = fout
        finally:
            connections.close_all()


def tegelijk(eerste: Callable[[], Any], tweede: Callable[[], Any], halverwege: str) -> tuple[Any, Any]:
    """Do both; the second from the moment that the first calls the function `halverwege`. Returns what came of each."""
    een, twee = Persoon(eerste), Persoon(tweede)
    echt = import_string(halverwege)

    def onderbroken(*args, **kwargs):
        if current_thread() is een and not twee.ident:
            twee.start()
            while twee.is_alive() and not _iemand_wacht():
                twee.join(0.01)
        return echt(*args, **kwargs)

    with patch(halverwege, onderbroken):
        een.start()
        een.join(60)
        twee.join(60)
    assert twee.ident, f"{halverwege} was never called"
    assert [een.is_alive(), twee.is_alive()] == [False, False], "they wait for each other"
    return een.uitkomst, twee.uitkomst


def _iemand_wacht() -> bool:
    """Whether somebody in this database waits for a row that another holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"
        )
        return cursor.fetchone()[0]
