"""Gunicorn with nothing behind it: answers that were written beforehand, byte for byte; the least that one can cost.

Below `/vraag/` the database is asked for the number of the content first, and nothing else is done: the least that an
answer can cost where several machines serve one site, and no board says what the number is (docs/adr/0061).
"""

import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from threading import local

import psycopg

from tests.meting.processen import MAP

BYTES = MAP / "bytes"
VRAAG = b"SELECT nummer, gewijzigd FROM core_inhoudsversie WHERE id = 1"
EERST = "/vraag"
VAN_GUNICORN = {"Date", "Server", "Connection"}
Koppen = list[tuple[str, str]]


def schrijf(naam: str, koppen: Koppen, inhoud: bytes) -> None:
    """Keep an answer, to be given at `/<naam>`."""
    BYTES.mkdir(exist_ok=True)
    (BYTES / naam).write_bytes(inhoud)
    (BYTES / f"{naam}.json").write_text(json.dumps([kop for kop in koppen if kop[0] not in VAN_GUNICORN]))


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    pad = environ["PATH_INFO"]
    if pad.startswith(EERST):
        _verbinding().exec_prepared(b"versie", [])
    koppen, inhoud = _antwoorden().get(pad.removeprefix(EERST), ([], b""))
    start_response("200 OK", koppen)
    return [inhoud]


_van_deze_draad = local()


def _verbinding() -> psycopg.pq.abc.PGconn:
    if not hasattr(_van_deze_draad, "verbinding"):
        _van_deze_draad.verbinding = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
        _van_deze_draad.verbinding.pgconn.prepare(b"versie", VRAAG)
    return _van_deze_draad.verbinding.pgconn


@cache
def _antwoorden() -> dict[str, tuple[Koppen, bytes]]:
    return {
        f"/{kop.stem}": (
            [tuple(paar) for paar in json.loads(kop.read_text())],
            kop.with_suffix("").read_bytes(),
        )
        for kop in BYTES.glob("*.json")
    }
