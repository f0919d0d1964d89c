"""The programs that do the work: PostgreSQL's own to dump and restore, openssl to encrypt."""

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

KORTST = 32  # characters of a key
RONDEN = 600_000  # of PBKDF2, as OWASP advises
VERSLEUTEL = ["enc", "-aes-256-ctr", "-pbkdf2", "-md", "sha256", "-iter", str(RONDEN), "-salt"]
NAAM = "BLOEI_VEILIG"  # in the environment of openssl, where no other user looks


class NietGelukt(Exception):
    """Says in Dutch what went wrong, and what to do."""


def postgres(programma: str, *opties: str, **stromen) -> None:
    """Run pg_dump or pg_restore on the database of this site; its password goes by the environment."""
    velden = {**connection.get_connection_params(), "dbname": connection.settings_dict["NAME"]}
    wachtwoord = velden.pop("password", None)
    bekend = {
        "host",
        "port",
        "user",
        "dbname",
        "sslmode",
        "sslrootcert",
        "sslcert",
        "sslkey",
        "connect_timeout",
    }
    waar = make_conninfo(**{naam: waarde for naam, waarde in velden.items() if naam in bekend})
    omgeving = {**os.environ, **({"PGPASSWORD": wachtwoord} if wachtwoord else {})}
    opdracht = [_pad(programma, settings.POSTGRES_PROGRAMMAS), *opties, f"--dbname={waar}"]
    klaar = subprocess.run(opdracht, env=omgeving, stderr=subprocess.PIPE, text=True, check=False, **stromen)
    if klaar.returncode:
        raise NietGelukt(f"{programma} zegt: {klaar.stderr.strip()[-800:]}")


@contextmanager
def schrijf(pad: Path, sleutel: str) -> Generator[IO[bytes]]:
    """A file to write to; with a key, only what is encrypted reaches the disk."""
    with pad.open("xb") as bestand:
        if not sleutel:
            yield bestand
            return
        with _openssl([], sleutel, stdin=subprocess.PIPE, stdout=bestand) as proces:
            assert proces.stdin  # noqa: S101 - a pipe was asked for
            yield proces.stdin
            proces.stdin.close()


@contextmanager
def lees(pad: Path, sleutel: str) -> Generator[IO[bytes]]:
    """The same file to read from."""
    with pad.open("rb") as bestand:
        if not sleutel:
            yield bestand
            return
        with _openssl(["-d"], sleutel, stdin=bestand, stdout=subprocess.PIPE) as proces:
            assert proces.stdout  # noqa: S101 - a pipe was asked for
            yield proces.stdout
            # What comes after the end of an archive is read too: a full pipe would never let openssl go.
            while proces.stdout.read(65_536):
                pass


@contextmanager
def _openssl(opties: list[str], sleutel: str, **stromen) -> Generator[subprocess.Popen]:
    opdracht = [_pad("openssl"), *VERSLEUTEL, *opties, "-pass", f"env:{NAAM}"]
    proces = subprocess.Popen(opdracht, env={**os.environ, NAAM: sleutel}, **stromen)
    try:
        yield proces
    except BaseException:
        proces.kill()
        raise
    finally:
        for stroom in (proces.stdin, proces.stdout):
            if stroom and proces.poll() is not None:
                stroom.close()
    if proces.wait():
        raise NietGelukt("openssl kon dit niet versleutelen of ontsleutelen; hierboven staat waarom.")


def _pad(programma: str, map_: str = "") -> str:
    pad = shutil.which(programma, path=map_ or None)
    if pad is None:
        raise NietGelukt(
            f"Het programma {programma} is er niet. Installeer het, of zet POSTGRES_PROGRAMMAS op de map met pg_dump "
            "en pg_restore (docs/instellingen.md)."
        )
    return pad
