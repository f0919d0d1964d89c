"""A PostgreSQL and a copy that follows it, each in a folder of its own."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from site_bloei.postgres import EmbeddedPostgres
from site_bloei.postgres_installed import programs
from tests.site_bloei.village import Village, fill_from_template, let_go

GEDULD = 60  # seconds


class Volger:
    """Both servers, by their URLs; the copy can be held up, stopped and started."""

    def __init__(self, map_: Path, uid: int) -> None:
        self.dorp, self.kopie = Village(map_ / "var", uid), Village(map_ / "kopie" / "var", uid)
        _, self.url = self.dorp.hold()
        fill_from_template(self.url)
        _maak_kopie(self.dorp.var, self.kopie.var)
        self.begin()

    def begin(self) -> None:
        self._houder, self.kopie_url = self.kopie.hold()

    def stop(self) -> None:
        """In order: the last one who uses it stops it."""
        let_go(self._houder)
        self.kopie.holders.remove(self._houder)

    def vraag(self, url: str, vraag: str) -> object:
        with psycopg.connect(url, autocommit=True) as databank:
            return (databank.execute(vraag).fetchone() or [None])[0]

    def houd_op(self) -> None:
        self.vraag(self.kopie_url, "SELECT pg_wal_replay_pause()")
        self._wacht(lambda: self.vraag(self.kopie_url, "SELECT pg_get_wal_replay_pause_state()") == "paused")

    def ga_door(self) -> None:
        self.vraag(self.kopie_url, "SELECT pg_wal_replay_resume()")
        self.haal_in()

    def haal_in(self) -> None:
        tot = self.vraag(self.url, "SELECT pg_current_wal_lsn()")
        self._wacht(lambda: self.vraag(self.kopie_url, f"SELECT pg_last_wal_replay_lsn() >= '{tot}'") is True)

    def eindig(self) -> None:
        for dorp in (self.kopie, self.dorp):
            for houder in dorp.holders:
                houder.communicate(timeout=GEDULD)

    def _wacht(self, klaar) -> None:
        tot = time.monotonic() + GEDULD
        while not klaar():
            assert time.monotonic() < tot, "the copy doesn't follow"
            time.sleep(0.05)


def _maak_kopie(van: Path, naar: Path) -> None:
    data = van / "postgres"
    naar.mkdir(parents=True)
    wie = {"user": data.stat().st_uid, "group": data.stat().st_gid, "extra_groups": []}
    for map_ in (naar.parent, naar):
        map_.chmod(0o777)
    opdracht = [
        programs() / "pg_basebackup",
        f"--pgdata={naar / 'postgres'}",
        "--write-recovery-conf",
        "--checkpoint=fast",
    ]
    opdracht += [f"--host={EmbeddedPostgres(van).socket_dir}", "--username=bloei", "--no-sync"]
    subprocess.run(opdracht, check=True, cwd="/", **(wie if wie["user"] else {}))
    for naam in ("postmaster.pid", "log"):
        (naar / "postgres" / naam).unlink(missing_ok=True)


@contextmanager
def volgende_databank(map_: Path, uid: int) -> Iterator[Volger]:
    volger = Volger(map_, uid)
    try:
        yield volger
    finally:
        volger.eindig()
