"""PostgreSQL is stopped for twenty seconds under load: the site goes on with what it has, says why, and recovers by itself."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from tests.site_bloei.village import Village, fill_from_template, open_directory

ROOT = Path(__file__).parents[2]
WEG = 20  # seconds
PAUZE = 0.4  # seconds between what one visitor asks; eight of them
GEDULD = 120  # seconds until all has to have recovered
ZONDER = "bloei; hit; detail=zonder-databank"
BEWAARD = ("/beesd/", "/api/v1/kernen", "/agenda.ics")
NIET_BEWAARD = ("/zoeken/?q=plein", "/en/beesd/agenda/", "/cms/login/")
SLEUTEL = "alleen-voor-deze-proef"
VUL = "import django; django.setup(); from tests.dorp import maak_site; maak_site('Beesd')"


@dataclass
class Draaiend:
    """The site with two processes, its worker, and a PostgreSQL of its own."""

    dorp: Village
    url: str
    poort: int
    werk: subprocess.Popen[bytes]

    def vraag(self, pad: str, **koppen: str) -> tuple[int, dict[str, str], bytes]:
        verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=30)
        try:
            verbinding.request("GET", pad, headers=koppen)
            antwoord = verbinding.getresponse()
            return antwoord.status, dict(antwoord.getheaders()), antwoord.read()
        finally:
            verbinding.close()

    def wacht_op(self, pad: str, status: int) -> None:
        tot = time.monotonic() + GEDULD
        while (gekregen := self.vraag(pad))[0] != status:
            assert time.monotonic() < tot, gekregen
            time.sleep(0.2)


@dataclass
class Drukte:
    """Visitors who go on asking for the same pages; counts what they got."""

    site: Draaiend
    geteld: Counter = field(default_factory=Counter)
    # Of each page, how often one after the other it was given as it was kept.
    bewaard: Counter = field(default_factory=Counter)

    def __enter__(self) -> "Drukte":
        self.door = True
        self.draden = [threading.Thread(target=self._loop) for _ in range(8)]
        for draad in self.draden:
            draad.start()
        return self

    def __exit__(self, *fout) -> None:
        self.door = False
        for draad in self.draden:
            draad.join()

    def _loop(self) -> None:
        while self.door:
            for pad in BEWAARD:
                try:
                    status, koppen, _ = self.site.vraag(pad)
                except (OSError, http.client.HTTPException) as fout:
                    status, koppen = repr(fout), {}
                zegt = koppen.get("Cache-Status", "")
                self.geteld[pad, status, zegt] += 1
                self.bewaard[pad] = self.bewaard[pad] + 1 if zegt == "bloei; hit" else 0
                time.sleep(PAUZE)


@pytest.fixture
def site() -> Iterator[Draaiend]:
    with open_directory() as base, socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
        vrij.close()
        dorp = Village(base / "var", os.geteuid())
        _, url = dorp.hold()
        fill_from_template(url)
        omgeving = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "site_bloei.settings.test",
            "DATABASE_URL": url,
            "PYTHONPATH": str(ROOT),
            "METINGEN_SLEUTEL": SLEUTEL,
        }
        kan = {"cwd": ROOT, "env": omgeving}
        subprocess.run([sys.executable, "-c", VUL], **kan, check=True)
        web = [sys.executable, "-m", "gunicorn", "--config=python:machinekamer.gunicorn"]
        web += [f"--bind=127.0.0.1:{poort}", "--no-control-socket", "--graceful-timeout=3", "site_bloei.wsgi"]
        uit = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        processen = [
            subprocess.Popen(opdracht, **kan, **uit)
            for opdracht in (web, [sys.executable, "manage.py", "werk", "--pauze=1"])
        ]
        try:
            _wacht_tot_er_iemand_is(poort)
            yield Draaiend(dorp, url, poort, processen[1])
        finally:
            for proces in processen:
                proces.terminate()
                proces.wait()
            for holder in dorp.holders:
                holder.communicate()


def _wacht_tot_er_iemand_is(poort: int) -> None:
    tot = time.monotonic() + GEDULD
    while True:
        try:
            socket.create_connection(("127.0.0.1", poort), timeout=1).close()
            return
        except OSError:
            assert time.monotonic() < tot, "The website doesn't start."
            time.sleep(0.2)


def hartslag(url: str) -> float:
    with psycopg.connect(url) as databank:
        return databank.execute("SELECT extract(epoch FROM op)::float FROM machinekamer_hartslag").fetchone()[
            0
        ]


def test_without_postgresql_for_twenty_seconds(site: Draaiend):
    site.wacht_op("/healthz/ready", 200)
    tot = time.monotonic() + GEDULD
    with Drukte(site) as ervoor:
        # So often, that neither of the two processes is one that doesn't have it.
        while any(ervoor.bewaard[pad] < 25 for pad in BEWAARD):
            assert time.monotonic() < tot, ervoor.geteld
            time.sleep(0.5)
    assert {status for _, status, _ in ervoor.geteld} == {200}

    with Drukte(site) as intussen:
        for proces in site.dorp.server():
            if proces.pid == int((site.dorp.var / "postgres" / "postmaster.pid").read_text().split()[0]):
                proces.send_signal(signal.SIGINT)
        begin = time.monotonic()
        site.wacht_op("/healthz/ready", 503)
        reden = json.loads(site.vraag("/healthz/ready")[2])["onderdelen"]["databank"]
        assert reden == "De databank is niet bereikbaar."
        while time.monotonic() < begin + WEG:
            assert site.vraag("/healthz/live")[0] == 200
            for pad in NIET_BEWAARD:
                status, koppen, _ = site.vraag(pad)
                assert (pad, status) == (pad, 503)
                assert int(koppen["Retry-After"]) > 0
            time.sleep(1)
    assert {status for _, status, _ in intussen.geteld} == {200}, (ervoor.geteld, intussen.geteld)
    assert all(intussen.geteld[pad, 200, ZONDER] > 20 for pad in BEWAARD)

    assert site.werk.poll() is None
    terug = time.time()
    site.dorp.hold()
    for pad in (*BEWAARD, *NIET_BEWAARD):
        site.wacht_op(pad, 200)
    tot = time.monotonic() + GEDULD
    while hartslag(site.url) < terug:
        assert time.monotonic() < tot, "the worker doesn't go on"
        time.sleep(0.5)
    assert site.werk.poll() is None
    site.wacht_op("/healthz/ready", 200)
    # Both processes count together.
    metingen = site.vraag("/metrics", Authorization=f"Bearer {SLEUTEL}")[2].decode()
    zonder = re.search(
        r"^bloei_bewaard_total\{uitkomst=\"hit; detail=zonder-databank\"\} ([\d.]+)$", metingen, re.MULTILINE
    )
    assert float(zonder[1]) >= sum(intussen.geteld[pad, 200, ZONDER] for pad in BEWAARD)
    # What changes now, is seen at the first look.
    with psycopg.connect(site.url) as databank:
        databank.execute("UPDATE core_inhoudsversie SET nummer = nummer + 1")
    assert site.vraag("/beesd/")[1]["Cache-Status"] == "bloei; fwd=miss"
