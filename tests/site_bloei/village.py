"""An embedded PostgreSQL in a directory of its own, and the processes that use it, as root and as an ordinary user."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from site_bloei.postgres_installed import programs
from tests.sjabloon import sjabloon, url_van

ROOT = os.geteuid() == 0
ORDINARY_UID = pwd.getpwnam("daemon").pw_uid  # a user that every system has
# Root has to manage as well as an ordinary user; only root can try both.
USERS = {"as-ourselves": os.geteuid()} | ({"ordinary-user": ORDINARY_UID} if ROOT else {})

# The imports come before root becomes somebody else, who may not be allowed to read root's Python.
HOLD_SERVER = """
import os, signal, sys
from pathlib import Path
import psutil, psycopg, psycopg_binary
from site_bloei.postgres import ingebouwde_database_url
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where whoever runs the tests ignores Ctrl-C
var, uid = Path(sys.argv[1]), int(sys.argv[2])
if uid != os.geteuid():
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)
print(ingebouwde_database_url(var), flush=True)
sys.stdin.read()
"""


def hold_server(var: Path, uid: int, **options: Any) -> subprocess.Popen[str]:
    """Start a process that has the server run, tells the URL, and keeps it until its input ends."""
    command = [sys.executable, "-c", HOLD_SERVER, str(var), str(uid)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[2], text=True, **options)


class Village:
    """A `var` directory, and the processes that use the PostgreSQL in it."""

    def __init__(self, var: Path, uid: int) -> None:
        self.var = var
        self.uid = uid
        self.holders: list[subprocess.Popen[str]] = []

    def hold(self) -> tuple[subprocess.Popen[str], str]:
        """Start a process that keeps the server; return it with the URL that it got."""
        holder = hold_server(self.var, self.uid, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.holders.append(holder)
        assert holder.stdout
        url = holder.stdout.readline().strip()
        assert url.startswith("postgresql://"), "the process ended without a server; its error is above"
        return holder, url

    def server(self) -> list[psutil.Process]:
        return [
            process
            for process in psutil.process_iter(["name", "cwd"])
            if process.info["name"] == "postgres" and process.info["cwd"] == str(self.var / "postgres")
        ]

    def kill_server(self) -> None:
        processes = self.server()
        assert processes, "there is no server to kill"
        kill(processes)

    def kill_everything(self) -> None:
        for holder in self.holders:
            holder.kill()
            holder.wait()
        self.kill_server()


def kill(processes: Iterable[psutil.Process]) -> None:
    """Of a server; once the first is killed, the others may go by themselves before their turn comes."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.kill()


def let_go(holder: subprocess.Popen[str]) -> None:
    """End the process in an orderly way."""
    holder.communicate(timeout=60)
    assert holder.returncode == 0


@contextmanager
def open_directory() -> Iterator[Path]:
    """A short directory that every user may enter; pytest's own `tmp_path` is for its owner only."""
    path = Path(tempfile.mkdtemp(prefix="bloei-pg-")).resolve()
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@contextmanager
def village_of(uid: int) -> Iterator[Village]:
    with open_directory() as base:
        os.chown(base, uid, -1)
        village = Village(base / "var", uid)
        yield village
        for holder in village.holders:
            holder.kill()
            holder.wait()
        kill(village.server())


def fill_from_template(url: str) -> None:
    """Everything that migrating gives, without doing that once more."""
    met = [str(programs() / "pg_dump"), "--format=custom", f"--dbname={url_van(sjabloon())}"]
    dump = subprocess.run(met, check=True, capture_output=True).stdout
    terug = [str(programs() / "pg_restore"), "--no-owner", "--exit-on-error", f"--dbname={url}"]
    subprocess.run(terug, input=dump, check=True)
