"""The embedded PostgreSQL starts again after whatever happened to it, and loses nothing."""

import os
import shutil
import signal
import subprocess
import time

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from site_bloei import postgres_installed
from site_bloei.postgres import EmbeddedPostgres, PostgresStartError, ingebouwde_database_url
from tests.site_bloei.village import ORDINARY_UID, ROOT, hold_server, let_go


def write(url: str, text: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS gastenboek (tekst text)")
        connection.execute("INSERT INTO gastenboek VALUES (%s)", [text])


def read(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        return [tekst for (tekst,) in connection.execute("SELECT tekst FROM gastenboek").fetchall()]


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
    monkeypatch.setattr(postgres_installed, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL.*make install"):
        ingebouwde_database_url(base)


@pytest.mark.skipif(not ROOT, reason="only root can make data of somebody else")
def test_says_what_to_do_with_data_of_another_user(base):
    data = base / "var" / "postgres"
    data.mkdir(parents=True, mode=0o700)
    os.chown(base / "var", ORDINARY_UID, ORDINARY_UID)
    failed = hold_server(base / "var", ORDINARY_UID, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert "is van een andere gebruiker (nummer 0)" in failed.communicate(timeout=60)[1]
