"""Who saves something and who starts the site anew don't do so at the same time: a lock of PostgreSQL, let go when a process dies."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# Any fixed number; says "the practice site" to PostgreSQL.
SLOT = 7_195_002


def _vraag(functie: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {functie}(%s)", [SLOT])
        return cursor.fetchone()[0]


@contextmanager
def open_voor_iedereen() -> Iterator[bool]:
    """Whether somebody may save something; as long as this lasts the site isn't started anew."""
    mag = _vraag("pg_try_advisory_lock_shared")
    try:
        yield mag
    finally:
        if mag:
            _vraag("pg_advisory_unlock_shared")


@contextmanager
def dicht() -> Iterator[None]:
    """Wait for who is saving, and let nobody begin."""
    _vraag("pg_advisory_lock")
    try:
        yield
    finally:
        _vraag("pg_advisory_unlock")
