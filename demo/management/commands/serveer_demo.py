"""`make demo`: set up the example site and serve it until Ctrl-C."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from io import StringIO
from types import FrameType

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from demo import processen
from demo.bouwers.accounts import ACCOUNTS

ADDRESS = "127.0.0.1"
START_PATIENCE = 60  # seconds until the website must answer
STOP_SIGNALS = signal.SIGINT, signal.SIGTERM, signal.SIGHUP

PYTHON = [sys.executable, "-m"]
WORKER = ["nice", *PYTHON, "django", "werk"]  # visitors go before pictures


def web_server(port: int) -> list[str]:
    """The command of the website; it waits for a line on its input (`demo/klaarstaan.py`)."""
    return [
        *PYTHON, "gunicorn", "site_bloei.wsgi:application", "--config=python:demo.klaarstaan",
        f"--bind={ADDRESS}:{port}", "--preload", "--workers=2", "--threads=4", "--graceful-timeout=5",
        "--worker-class=machinekamer.gunicorn.Werker", "--logger-class=machinekamer.gunicorn.Logboek",
        "--log-level=warning", "--no-control-socket",
        # The most that gunicorn lets through: a long address is answered by the site, in the form the API promises.
        "--limit-request-line=8190",
        # No header from outside says where the site stands.
        "--forwarder-headers=",
    ]  # fmt: skip


class Command(BaseCommand):
    help = "Vult de voorbeeldsite, zet de website aan en houdt die aan tot Ctrl-C."
    # Checks need no database, and migrating comes first.
    requires_migrations_checks = False

    def handle(self, *args: str, **options: object) -> None:
        if settings.DEBUG or not settings.DEMO:
            raise CommandError("Dit is alleen voor de demo. Gebruik `make demo`.")
        port = int(os.environ.get("PORT", "8000"))
        self._refuse_busy_port(port)
        for signal_number in STOP_SIGNALS:
            signal.signal(signal_number, _stop)
        try:
            self._set_up_and_serve(port)
        except Stopped:
            self.stdout.write("\nDe demo is gestopt. De gegevens blijven bewaard in var/.")

    def _refuse_busy_port(self, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((ADDRESS, port))
            except OSError as error:
                raise CommandError(
                    f"Poort {port} is niet vrij ({error.strerror}). Draait de demo al? Stop die met Ctrl-C. "
                    f"Of kies een andere poort: make demo PORT={port + 1}"
                ) from error

    def _set_up_and_serve(self, port: int) -> None:
        """When one of the processes ends, all end."""
        # First, for the website reads the list of them when it is imported.
        self._do("Stijl, scripts en plaatjes verzamelen", "collectstatic", "--no-input")
        web = processen.start(web_server(port), stdin=subprocess.PIPE)
        processes = [web]
        try:
            self._do("De databank bijwerken", "migrate", "--no-input")
            self._do("De kernen en de voorbeelden klaarzetten", "laad_demo")
            connections.close_all()
            self.stdout.write("De website openen ...")
            processen.tell(web, "open")
            processes.append(processen.start(WORKER))
            self._wait_until_it_answers(port, processes)
            self._tell(port)
            while all(process.poll() is None for process in processes):
                time.sleep(0.5)
            raise CommandError(
                "De demo is gestopt omdat een onderdeel ermee ophield; hierboven staat waarom."
            )
        finally:
            for signal_number in STOP_SIGNALS:  # nobody may interrupt an end halfway
                signal.signal(signal_number, signal.SIG_IGN)
            processen.end(processes)

    def _do(self, what: str, command: str, *arguments: str) -> None:
        self.stdout.write(f"{what} ...")
        call_command(command, *arguments, verbosity=0, stdout=StringIO())

    def _wait_until_it_answers(self, port: int, processes: list[subprocess.Popen]) -> None:
        begin = time.monotonic()
        while all(process.poll() is None for process in processes):
            with suppress(OSError, http.client.HTTPException):
                connection = http.client.HTTPConnection(ADDRESS, port, timeout=START_PATIENCE)
                connection.request("GET", "/")
                connection.getresponse()
                return
            if time.monotonic() - begin > START_PATIENCE:
                break
            time.sleep(0.2)
        raise CommandError("De website start niet; hierboven staat waarom.")

    def _tell(self, port: int) -> None:
        site = f"http://{ADDRESS}:{port}"
        accounts = "\n".join(f"  {name:<18} {account.uitleg}" for name, account in ACCOUNTS.items())
        secret = "staat in DEMO_WACHTWOORD" if os.environ.get("DEMO_WACHTWOORD") else "is bloei-demo"
        self.stdout.write(
            f"\nBloei! draait: {self.style.SUCCESS(site)}\n\n"
            f"Inloggen kan op {site}/cms/. Het wachtwoord {secret}.\n{accounts}\n\nStoppen: Ctrl-C\n"
        )


class Stopped(KeyboardInterrupt):
    """Somebody asked the demo to stop. A task that runs at once, such as indexing a page, lets only Ctrl-C through."""


def _stop(signal_number: int, frame: FrameType | None) -> None:
    raise Stopped
