"""How gunicorn shares what comes at once over its processes, with the configuration that serves the site."""

import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

from demo import processen
from machinekamer import gunicorn
from tests.meting.processen import vrije_poort

ROOT = Path(__file__).parents[2]
TRAAG = """
import os, time
def application(environ, start_response):
    time.sleep(0.5)
    start_response("200 OK", [("Content-Length", str(len(str(os.getpid()))))])
    return [str(os.getpid()).encode()]
"""
SAMEN = gunicorn.workers * gunicorn.threads


def vraag(poort: int, keer: int = 1) -> list[bytes]:
    """Which process answered, over one connection."""
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=30)
    antwoorden = []
    for _ in range(keer):
        verbinding.request("GET", "/")
        antwoorden.append(verbinding.getresponse().read())
    verbinding.close()
    return antwoorden


def test_what_comes_at_once_is_shared(tmp_path):
    """As many as there are threads go to each, over connections that stay open as well; of more, none is lost."""
    (tmp_path / "traag.py").write_text(TRAAG)
    poort = vrije_poort()
    opdracht = [
        sys.executable, "-m", "gunicorn", "--config=python:machinekamer.gunicorn", f"--bind=127.0.0.1:{poort}",
        f"--pythonpath={tmp_path},{ROOT}", "traag",
    ]  # fmt: skip
    proces = processen.start(opdracht)
    try:
        with ThreadPoolExecutor(SAMEN * 3) as rij:
            for _ in range(100):
                try:
                    vraag(poort)
                    break
                except ConnectionError:
                    time.sleep(0.1)
            for keer in (1, 2):
                per_proces = Counter(
                    pid for antwoord in rij.map(vraag, [poort] * SAMEN, [keer] * SAMEN) for pid in antwoord
                )
                assert sorted(per_proces.values()) == [gunicorn.threads * keer] * gunicorn.workers
            assert len([*rij.map(vraag, [poort] * SAMEN * 3)]) == SAMEN * 3
    finally:
        processen.end([proces])
