"""The embedded PostgreSQL starts again after whatever happened to it, and loses nothing."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from site_bloei import postgres
from site_bloei.postgres import EmbeddedPostgres, PostgresStartError, ingebouwde_database_url

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
        for process in processes:
            process.kill()

    def kill_everything(self) -> None:
        for holder in self.holders:
            holder.kill()
            holder.wait()
        self.kill_server()


def let_go(holder: subprocess.Popen[str]) -> None:
    """End the process in an orderly way."""
    holder.communicate(timeout=60)
    assert holder.returncode == 0


def write(url: str, text: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS gastenboek (tekst text)")
        connection.execute("INSERT INTO gastenboek VALUES (%s)", [text])


def read(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        return [tekst for (tekst,) in connection.execute("SELECT tekst FROM gastenboek").fetchall()]


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
        for process in village.server():
            process.kill()


@pytest.fixture
def base() -> Iterator[Path]:
    with open_directory() as path:
        yield path


@pytest.fixture(params=USERS.values(), ids=USERS.keys())
def empty_village(request: pytest.FixtureRequest) -> Iterator[Village]:
    """Where PostgreSQL never ran yet."""
    with village_of(request.param) as village:
        yield village


@pytest.fixture(scope="module", params=USERS.values(), ids=USERS.keys())
def first_village(request: pytest.FixtureRequest) -> Iterator[Village]:
    """Where it ran once and was stopped; the others are copies of it, because a first start takes seconds."""
    with village_of(request.param) as village:
        holder, _ = village.hold()
        let_go(holder)
        yield village


@pytest.fixture
def village(first_village: Village) -> Iterator[Village]:
    """Where it ran before."""
    with village_of(first_village.uid) as village:
        subprocess.run(["cp", "-Rp", first_village.var, village.var], check=True)
        yield village


def test_last_user_stops_the_server_and_data_stays(village):
    holder, url = village.hold()
    write(url, "eerste keer")
    let_go(holder)
    assert village.server() == []

    _, url = village.hold()
    assert read(url) == ["eerste keer"]


def test_processes_share_one_server(village):
    first, url = village.hold()
    write(url, "van de eerste")
    second, other_url = village.hold()
    assert other_url == url

    let_go(first)
    assert read(url) == ["van de eerste"], "the server must stay for the second process"
    let_go(second)
    assert village.server() == []


def test_two_processes_may_start_at_once(empty_village):
    village = empty_village
    both = [hold_server(village.var, village.uid, stdin=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    assert village.server() == []


def test_starts_again_after_kill_9_of_everything(village):
    _, url = village.hold()
    write(url, "voor de klap")
    village.kill_everything()

    _, url = village.hold()
    assert read(url) == ["voor de klap"]


def test_finds_the_server_that_survived_a_kill_9_of_its_users(village):
    holder, url = village.hold()
    write(url, "voor de klap")
    holder.kill()
    holder.wait()
    assert village.server(), "a killed user can't stop the server"

    holder, url = village.hold()
    assert read(url) == ["voor de klap"]
    let_go(holder)
    assert village.server() == [], "whoever is last stops it, also when another started it"


def test_starts_again_when_only_the_server_was_killed(village):
    _, url = village.hold()
    write(url, "voor de klap")
    village.kill_server()

    _, url = village.hold()
    assert read(url) == ["voor de klap"]


def test_believes_no_process_id_that_is_somebody_elses_by_now(village):
    _, url = village.hold()
    write(url, "voor de klap")
    data = village.var / "postgres"
    owner = data.stat().st_uid
    pid_file = (data / "postmaster.pid").read_text().splitlines()
    village.kill_everything()

    # The dead server's process id now belongs to a process of the same user that has nothing to do with it.
    bystander = subprocess.Popen(["sleep", "300"], user=owner if ROOT else None)
    try:
        for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
            (data / name).write_text("\n".join([str(bystander.pid), *pid_file[1:]]) + "\n")
            os.chown(data / name, owner, -1)
        _, url = village.hold()
        assert read(url) == ["voor de klap"]
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_begins_anew_after_a_first_start_that_was_cut_short(empty_village):
    village = empty_village
    draft = village.var / "postgres.nieuw"
    draft.mkdir(parents=True)
    (draft / "PG_VERSION").write_text("18\n")
    for path in (village.var, draft, draft / "PG_VERSION"):
        os.chown(path, village.uid, -1)

    _, url = village.hold()
    write(url, "het werkt")
    assert read(url) == ["het werkt"]


def test_ctrl_c_leaves_the_server_to_its_other_users(village):
    first, url = village.hold()
    village.hold()
    write(url, "nog steeds")
    first.send_signal(signal.SIGINT)
    first.wait(timeout=60)
    time.sleep(0.2)
    assert read(url) == ["nog steeds"]


@pytest.mark.parametrize("name", ["een map, met 'n komma", "een-heel-lange-naam-" * 5])
def test_works_where_a_path_cannot_name_a_socket(base, name):
    server = EmbeddedPostgres(base / name / "var")
    try:
        url = server.use()
        write(url, name)
        assert read(url) == [name]
    finally:
        server._stop()
        if server.socket_dir != server.data:
            shutil.rmtree(server.socket_dir)


def test_says_what_to_do_with_data_of_another_version(base):
    (base / "postgres").mkdir()
    (base / "postgres" / "PG_VERSION").write_text("16\n")
    with pytest.raises(PostgresStartError, match=r"is van PostgreSQL 16, en dit is 18.*pg_dump"):
        EmbeddedPostgres(base).use()


def test_says_what_to_do_when_the_package_is_missing(base, monkeypatch):
    monkeypatch.setattr(postgres, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL.*make install"):
        ingebouwde_database_url(base)


@pytest.mark.skipif(not ROOT, reason="only root can make data of somebody else")
def test_says_what_to_do_with_data_of_another_user(base):
    data = base / "var" / "postgres"
    data.mkdir(parents=True, mode=0o700)
    os.chown(base / "var", ORDINARY_UID, ORDINARY_UID)
    failed = hold_server(base / "var", ORDINARY_UID, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert "is van een andere gebruiker (nummer 0)" in failed.communicate(timeout=60)[1]
