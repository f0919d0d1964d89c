"""The demo, running the way `make demo` runs it, on a database of its own."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import psycopg

from tests.sjabloon import sjabloon, url_van

ROOT = Path(__file__).parents[2]
DATABASE = "bloei_browser"
PATIENCE = 600  # seconds; making all examples is part of it


@dataclass(frozen=True)
class Demo:
    address: str
    environment: dict[str, str]  # for a command of `manage.py` on the same database
    log: Path

    def manage(self, *arguments: str) -> str:
        """Do what an administrator does on the command line; return what it says."""
        assert self._commands.stdin
        assert self._commands.stdout
        self._commands.stdin.write(json.dumps(arguments) + "\n")
        self._commands.stdin.flush()
        code, said = json.loads(self._commands.stdout.readline())
        if code:
            raise subprocess.CalledProcessError(code, arguments, said)
        return said

    @cached_property
    def _commands(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.browser.opdrachten"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        if "_commands" in self.__dict__:
            self._commands.communicate()


@contextmanager
def running_demo(work_dir: Path) -> Iterator[Demo]:
    """Yield a demo with fresh content; its media and log are in `work_dir`."""
    with _free_port() as reserved:
        port = reserved.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    log = work_dir / "demo.log"
    with _empty_database() as database_url, log.open("w") as output:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.browser.instellingen",
            "DATABASE_URL": database_url,
            "DEBUG": "false",
            "DEMO": "true",
            "MEDIA_ROOT": str(work_dir / "media"),
            "PORT": str(port),
            "SITE_URL": address,
        }
        demo = subprocess.Popen(
            [sys.executable, "manage.py", "serveer_demo"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_it_runs(demo, log)
            with closing(Demo(address, environment, log)) as site:
                yield site
            assert demo.poll() is None, f"The demo stopped halfway:\n{log.read_text()}"
        finally:
            demo.terminate()
            demo.wait(timeout=60)


def _wait_until_it_runs(demo: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while "Bloei! draait" not in log.read_text():
        if demo.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"The demo doesn't start:\n{log.read_text()}")
        time.sleep(0.2)


@contextmanager
def _empty_database() -> Iterator[str]:
    """Yield the URL of a database without content on the server of the tests; drop it afterwards."""
    drop = f'DROP DATABASE IF EXISTS "{DATABASE}" WITH (FORCE)'
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(drop)
        connection.execute(f'CREATE DATABASE "{DATABASE}" TEMPLATE "{sjabloon()}"')
        yield url_van(DATABASE)
        connection.execute(drop)


def _free_port() -> socket.socket:
    reserved = socket.socket()
    reserved.bind(("127.0.0.1", 0))
    return reserved
