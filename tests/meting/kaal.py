"""Gunicorn with nothing behind it: answers that were written beforehand, byte for byte; the least that one can cost."""

import json
from collections.abc import Callable, Iterable
from functools import cache

from tests.meting.processen import MAP

BYTES = MAP / "bytes"
VAN_GUNICORN = {"Date", "Server", "Connection"}
Koppen = list[tuple[str, str]]


def schrijf(naam: str, koppen: Koppen, inhoud: bytes) -> None:
    """Keep an answer, to be given at `/<naam>`."""
    BYTES.mkdir(exist_ok=True)
    (BYTES / naam).write_bytes(inhoud)
    (BYTES / f"{naam}.json").write_text(json.dumps([kop for kop in koppen if kop[0] not in VAN_GUNICORN]))


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    koppen, inhoud = _antwoorden().get(environ["PATH_INFO"], ([], b""))
    start_response("200 OK", koppen)
    return [inhoud]


@cache
def _antwoorden() -> dict[str, tuple[Koppen, bytes]]:
    return {
        f"/{kop.stem}": (
            [tuple(paar) for paar in json.loads(kop.read_text())],
            kop.with_suffix("").read_bytes(),
        )
        for kop in BYTES.glob("*.json")
    }
