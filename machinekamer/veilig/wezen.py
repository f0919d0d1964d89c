"""Files that no row of the database names, and files that a row names but that aren't there."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.db import connection

from machinekamer.veilig.telling import media

# What somebody is uploading has its row a moment later.
JONG = timedelta(days=1)


def zoek(nu: datetime) -> tuple[list[str], list[str]]:
    """Return (orphans, what is missing), each in order. What came in the last day is no orphan."""
    # The files first: what comes meanwhile is named by then.
    er_zijn = set(_onder(""))
    with connection.cursor() as cursor:
        genoemd = set(media(cursor))
    wezen = [
        naam for naam in sorted(er_zijn - genoemd) if default_storage.get_modified_time(naam) < nu - JONG
    ]
    return wezen, sorted(genoemd - er_zijn)


def _onder(map_: str) -> Iterator[str]:
    mappen, bestanden = default_storage.listdir(map_)
    yield from (f"{map_}{naam}" for naam in bestanden)
    for naam in mappen:
        yield from _onder(f"{map_}{naam}/")
