"""Two websites on two ports, one database, one folder of media: as `uitrol/` sets them up, for the tests of this folder."""

import json
import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path
from socket import create_connection
from typing import Any

import psycopg

from demo import processen
from tests.meting.processen import vrije_poort
from tests.sjabloon import sjabloon, url_van
from tests.uitrol.nginx import ROOT, SITE

GEDULD = 180  # seconds
TOKEN = "a" * 32  # of a form: what the cookie says too
# What the proxy in front tells a website.
KOPPEN = {"Host": SITE, "X-Forwarded-Proto": "https"}


@dataclass(frozen=True)
class Antwoord:
    status: int
    koppen: dict[str, str]
    inhoud: bytes

    @property
    def tekst(self) -> str:
        return self.inhoud.decode()


@dataclass
class Klant:
    """Asks one server, over a connection that is kept. With a certificate: over https."""

    poort: int
    certificaat: Path | None = None
    _verbinding: HTTPConnection | None = field(default=None, repr=False)

    def vraag(self, pad: str, **koppen: str) -> Antwoord:
        return self._stuur("GET", pad, koppen)

    def doe(self, pad: str, koekje: str) -> Antwoord:
        """Press the button of a form."""
        koppen = {
            "Cookie": f"sessionid={koekje}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Referer": f"https://{SITE}{pad}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self._stuur("POST", pad, koppen, b"reden=Het+gaat+niet+door.")

    def _stuur(self, methode: str, pad: str, koppen: dict[str, str], inhoud: bytes | None = None) -> Antwoord:
        for nog in (True, False):
            opnieuw = self._verbinding is None
            verbinding = self._verbinding = self._verbinding or self._verbind()
            try:
                verbinding.request(methode, pad, inhoud, {**KOPPEN, **koppen})
                antwoord: HTTPResponse = verbinding.getresponse()
                gelezen = antwoord.read()
            except (OSError, HTTPException):
                # A connection that the other side closed for want of questions is no failure; a new one that fails is.
                self._verbinding = None
                if opnieuw or not nog:
                    raise
                continue
            if antwoord.will_close:
                self._verbinding = None
            return Antwoord(antwoord.status, dict(antwoord.getheaders()), gelezen)
        raise AssertionError

    def _verbind(self) -> HTTPConnection:
        verbinding = HTTPConnection("127.0.0.1", self.poort, timeout=GEDULD)
        if self.certificaat:
            veilig = ssl.create_default_context(cafile=self.certificaat)
            verbinding.sock = veilig.wrap_socket(
                create_connection(("127.0.0.1", self.poort), timeout=GEDULD), server_hostname=SITE
            )
        return verbinding


class Website:
    """One gunicorn, as one machine would have it."""

    def __init__(self, omgeving: dict[str, str], log: Path) -> None:
        self.poort, self.omgeving, self.log = vrije_poort(), omgeving, log
        self.begin()

    def begin(self) -> None:
        opdracht = [sys.executable, "-m", "gunicorn", "--config=python:machinekamer.gunicorn"]
        opdracht += [
            f"--bind=127.0.0.1:{self.poort}",
            "--no-control-socket",
            "--graceful-timeout=3",
            "site_bloei.wsgi",
        ]
        with self.log.open("ab") as uit:
            self.proces = subprocess.Popen(
                opdracht, cwd=ROOT, env=self.omgeving, stdout=uit, stderr=uit, process_group=0
            )

    def wacht(self) -> None:
        tot = time.monotonic() + GEDULD
        while True:
            with suppress(OSError, HTTPException):
                Klant(self.poort).vraag("/healthz/live")
                return
            assert self.proces.poll() is None, self.log.read_text()
            assert time.monotonic() < tot, self.log.read_text()
            time.sleep(0.1)

    def sla_dood(self) -> None:
        """With all that it made: as when the machine goes."""
        os.killpg(self.proces.pid, signal.SIGKILL)
        self.proces.wait()

    def eindig(self) -> None:
        processen.end([self.proces])


@contextmanager
def databank(naam: str, van: str | None = None) -> Iterator[str]:
    """The URL of a database of its own on the server of the tests, without content; of ours, or a copy of another one."""
    weg = f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)'
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(weg)
        server.execute(f'CREATE DATABASE "{naam}" TEMPLATE "{van or sjabloon()}"')
        try:
            yield url_van(naam)
        finally:
            server.execute(weg)


def omgeving_van(map_: Path, url: str, **erbij: str) -> dict[str, str]:
    """The settings that both websites have, as /etc/bloei.env would."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.uitrol.instellingen",
        "PYTHONPATH": str(ROOT),
        "SECRET_KEY": "".join(f"{nummer:x}q" for nummer in range(30)),
        "ALLOWED_HOSTS": SITE,
        "DATABASE_URL": url,
        "MEDIA_ROOT": str(map_ / "media"),
        "WISLIJST": str(map_ / "wislijst.csv"),
        "PROXY_AANTAL": "1",
        **erbij,
    }


def vul(omgeving: dict[str, str], aantal: int) -> dict[str, Any]:
    opdracht = [sys.executable, "-m", "tests.uitrol.vul", str(aantal)]
    klaar = subprocess.run(opdracht, cwd=ROOT, env=omgeving, check=True, capture_output=True, text=True)
    return json.loads(klaar.stdout.splitlines()[-1])


@contextmanager
def twee_websites(map_: Path, omgeving: dict[str, str]) -> Iterator[list[Website]]:
    """They may still be starting: `wacht`."""
    websites = [Website(omgeving, map_ / f"website-{nummer}.log") for nummer in range(2)]
    try:
        yield websites
    finally:
        for website in websites:
            website.eindig()
