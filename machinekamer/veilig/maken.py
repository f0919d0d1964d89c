"""Make a copy of the database and of the media that belong to it."""

import hashlib
import shutil
import tarfile
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import SpooledTemporaryFile

from django.core.files.storage import default_storage
from django.db import connection

from machinekamer.veilig import inhoudsopgave
from machinekamer.veilig.inhoudsopgave import DATABANK, MEDIA
from machinekamer.veilig.programmas import postgres, schrijf
from machinekamer.veilig.telling import ZONDER_INHOUD, media, tel

IN_GEHEUGEN = 4 * 1024 * 1024  # bytes of one file
POGINGEN = 2


def stel_veilig(doel: Path, nu: datetime, sleutel: str) -> tuple[Path, int]:
    """Write a folder of its own below `doel`; return it, with how many files were named that aren't there.

    What is public goes on meanwhile. The folder gets its name when it is whole: what is cut off halfway is no copy.
    Raises NietGelukt, and leaves nothing behind then.
    """
    inhoudsopgave.controleer_sleutel(sleutel)
    map_ = doel / f"bloei-{nu:%Y%m%dT%H%M%SZ}"
    concept = doel / f".{map_.name}.bezig"
    doel.mkdir(parents=True, exist_ok=True)
    for poging in range(1, POGINGEN + 1):
        concept.mkdir(mode=0o700)
        try:
            ontbreekt = _schrijf(concept, nu, sleutel)
            # A file that was thrown away in the meantime is no longer named the next time.
            if not ontbreekt or poging == POGINGEN:
                concept.rename(map_)
                return map_, ontbreekt
        finally:
            shutil.rmtree(concept, ignore_errors=True)
    raise AssertionError


def _schrijf(map_: Path, nu: datetime, sleutel: str) -> int:
    with _een_moment() as (cursor, moment):
        telling, namen = tel(cursor), media(cursor)
        zonder = [f"--exclude-table-data={tabel}" for tabel in ZONDER_INHOUD]
        with schrijf(map_ / DATABANK, sleutel) as uit:
            postgres("pg_dump", "--format=custom", f"--snapshot={moment}", *zonder, stdout=uit)
    with schrijf(map_ / MEDIA, sleutel) as uit:
        sommen = _pak_in(namen, uit)
    inhoud = {
        "gemaakt_op": nu.isoformat(),
        "tabellen": telling,
        "media": {"aantal": len(sommen), "som": inhoudsopgave.som_van_media(sommen)},
        "ontbreekt": len(namen) - len(sommen),
    }
    inhoudsopgave.schrijf(map_, inhoud, sleutel)
    return len(namen) - len(sommen)


@contextmanager
def _een_moment() -> Generator:
    """A transaction that sees one moment, and the name by which pg_dump sees the same."""
    eigen = connection.copy()
    try:
        with eigen.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            yield cursor, cursor.fetchone()[0]
    finally:
        eigen.close()


def _pak_in(namen: list[str], uit) -> list[tuple[str, str]]:
    """Every file that is there, with its sum. By the storage, which may be elsewhere than on this machine."""
    sommen = []
    with tarfile.open(fileobj=uit, mode="w|") as tar:
        for naam in namen:
            som = hashlib.sha256()
            # Whole before it is written: an archive says first how long a file is.
            with SpooledTemporaryFile(IN_GEHEUGEN) as tijdelijk:
                try:
                    with default_storage.open(naam) as bestand:
                        for stuk in bestand.chunks():
                            som.update(stuk)
                            tijdelijk.write(stuk)
                except FileNotFoundError:
                    continue
                lid = tarfile.TarInfo(naam)
                lid.size = tijdelijk.tell()
                tijdelijk.seek(0)
                tar.addfile(lid, tijdelijk)
            sommen.append((naam, som.hexdigest()))
    return sommen
