"""A database with all migrations done, made once and copied by whoever needs one: a copy takes a second.

It stays on the server until a migration or a package changes.
"""

import hashlib
import importlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).parents[1]
BEGIN = "bloei_sjabloon_"
BEZIG = f"{BEGIN}bezig"


def url_van(database: str) -> str:
    """The URL of another database on the server of the tests."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()


def sjabloon() -> str:
    """Return the name of the database to copy (`CREATE DATABASE ... TEMPLATE`), after making it where it isn't there."""
    naam = BEGIN + _vingerafdruk()
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        # The parts of `make test` begin at the same time; one makes it, the others wait.
        server.execute("SELECT pg_advisory_lock(hashtext(%s))", [BEGIN])
        databases = {rij[0] for rij in server.execute("SELECT datname FROM pg_database")}
        if naam not in databases:
            for oud in (database for database in databases if database.startswith(BEGIN)):
                server.execute(f'DROP DATABASE "{oud}" WITH (FORCE)')
            # It gets its name when it is whole: who is killed halfway leaves nothing that looks like it.
            server.execute(f'CREATE DATABASE "{BEZIG}"')
            _migreer()
            server.execute(f'ALTER DATABASE "{BEZIG}" RENAME TO "{naam}"')
    return naam


def _migreer() -> None:
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--no-input", "--verbosity=0"],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "site_bloei.settings.test",
            "DATABASE_URL": url_van(BEZIG),
        },
        check=True,
    )


def _vingerafdruk() -> str:
    """Of whatever decides what migrating gives: our own migrations, and the packages with those of others."""
    bestanden = [ROOT / "requirements" / "dev.txt", *sorted(ROOT.glob("*/migrations/*.py"))]
    return hashlib.sha256(b"\0".join(bestand.read_bytes() for bestand in bestanden)).hexdigest()[:12]


if __name__ == "__main__":
    importlib.import_module("site_bloei.settings.test")  # starts the server of the tests
    sjabloon()
