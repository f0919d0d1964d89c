"""Put a copy back, in an empty database, and prove that everything is there."""

import hashlib
import shutil
import tarfile
from pathlib import Path
from tempfile import SpooledTemporaryFile

from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection

from machinekamer.veilig import inhoudsopgave
from machinekamer.veilig.inhoudsopgave import DATABANK, MEDIA, Inhoud
from machinekamer.veilig.maken import IN_GEHEUGEN
from machinekamer.veilig.programmas import NietGelukt, lees, postgres
from machinekamer.veilig.telling import tabellen, tel


def zet_terug(map_: Path, sleutel: str) -> Inhoud:
    """Return what the copy says of itself. Raises NietGelukt: before anything was touched, or with what isn't the same."""
    inhoud = inhoudsopgave.lees(map_, sleutel)
    with connection.cursor() as cursor:
        if tabellen(cursor):
            raise NietGelukt("Deze databank is niet leeg. Maak een nieuwe, lege, en zet DATABASE_URL daarop.")
    connection.close()
    opties = ("--no-owner", "--no-privileges", "--no-comments", "--exit-on-error", "--single-transaction")
    with lees(map_ / DATABANK, sleutel) as bron:
        postgres("pg_restore", *opties, stdin=bron)
    with lees(map_ / MEDIA, sleutel) as bron:
        sommen = _pak_uit(bron)
    _vergelijk(inhoud, sommen)
    return inhoud


def _pak_uit(bron) -> list[tuple[str, str]]:
    sommen = []
    with tarfile.open(fileobj=bron, mode="r|") as tar:
        for lid in tar:
            bestand = tar.extractfile(lid)
            if bestand is None:
                raise NietGelukt(f"{lid.name} in de kopie is geen bestand.")
            try:
                # The same name, or the database would look for it in vain.
                if default_storage.exists(lid.name):
                    default_storage.delete(lid.name)
                with SpooledTemporaryFile(IN_GEHEUGEN) as tijdelijk:
                    # Whole before it is stored: a bucket wants to know how long a file is, and an archive can't go back.
                    shutil.copyfileobj(bestand, tijdelijk)
                    tijdelijk.seek(0)
                    naam = default_storage.save(lid.name, File(tijdelijk, lid.name))
            except SuspiciousFileOperation as fout:
                raise NietGelukt(f"{lid.name} in de kopie wil buiten de map met media staan.") from fout
            with default_storage.open(naam) as terug:
                som = hashlib.sha256()
                for stuk in terug.chunks():
                    som.update(stuk)
            sommen.append((naam, som.hexdigest()))
    return sommen


def _vergelijk(inhoud: Inhoud, sommen: list[tuple[str, str]]) -> None:
    with connection.cursor() as cursor:
        nu = tel(cursor)
    anders = sorted(
        tabel
        for tabel in nu.keys() | inhoud["tabellen"].keys()
        if nu.get(tabel) != inhoud["tabellen"].get(tabel)
    )
    if anders:
        raise NietGelukt(f"Niet hetzelfde als toen: {', '.join(anders)}. Zet de site zo niet aan.")
    if inhoudsopgave.som_van_media(sommen) != inhoud["media"]["som"]:
        raise NietGelukt("De media zijn niet dezelfde als toen. Zet de site zo niet aan.")
