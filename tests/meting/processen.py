"""What runs while measuring: web servers, and the processor time and memory that they and the database take."""

import os
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from demo import processen

WORTEL = Path(__file__).parents[2]
MAP = WORTEL / "var" / "meting"
TIKKEN = os.sysconf("SC_CLK_TCK")  # per second
GEDULD = 180  # seconds for a server to answer


@dataclass(frozen=True)
class Server:
    naam: str
    poort: int
    pid: int

    @property
    def geheugen(self) -> float:
        """MB of master and workers, what they share counted once."""
        return sum(_pss(pid) for pid in stamboom(self.pid)) / 1024


@contextmanager
def server(naam: str, wsgi: str, omgeving: dict[str, str]) -> Iterator[Server]:
    """Gunicorn as the demo and production run it, two workers with four threads each; what isn't Bloei! has gunicorn's own."""
    poort = vrije_poort()
    opdracht = [
        sys.executable, "-m", "gunicorn", wsgi, f"--bind=127.0.0.1:{poort}", "--preload", "--workers=2",
        "--threads=4", "--log-level=warning", "--no-control-socket", "--forwarder-headers=", "--keep-alive=60",
        *(["--worker-class=machinekamer.gunicorn.Werker"] if wsgi.startswith("site_bloei") else []),
    ]  # fmt: skip
    with _met_omgeving({**omgeving, "SITE_URL": f"http://127.0.0.1:{poort}"}):
        proces = processen.start(opdracht)
    try:
        wacht_op(poort, proces)
        yield Server(naam, poort, proces.pid)
    finally:
        processen.end([proces])


def doe(*opdracht: str, omgeving: dict[str, str]) -> None:
    """Run a module of Python with these variables, and stop at an error."""
    subprocess.run(
        [sys.executable, "-m", *opdracht],
        cwd=WORTEL,
        env={**os.environ, **omgeving},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def processortijd(pid: int) -> float:
    """Seconds that a process and all below it took, with those that ended since."""
    return sum(_eigen_tijd(nummer) + _van_wie_eindigde(nummer) for nummer in stamboom(pid))


def _eigen_tijd(pid: int) -> float:
    """Of the threads of one process. In nanoseconds: an answer that is kept takes a twentieth of a tick."""
    tijd = 0
    for draad in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):
            tijd += int(draad.read_text().split()[0])
    return tijd / 1e9


def _van_wie_eindigde(pid: int) -> float:
    return sum(map(int, _stat(pid)[13:15])) / TIKKEN


def stamboom(pid: int) -> list[int]:
    """A process and all below it."""
    onder = defaultdict(list)
    for map_ in Path("/proc").iterdir():
        if map_.name.isdigit() and (stat := _stat(int(map_.name))):
            onder[int(stat[1])].append(int(map_.name))
    gevonden, rij = [], [pid]
    while rij:
        gevonden.append(rij.pop())
        rij += onder[gevonden[-1]]
    return gevonden


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return proef.getsockname()[1]


def _stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat from the third on; none when it has ended. See proc(5)."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return []


def _pss(pid: int) -> int:
    """kB of memory, its share of what is shared."""
    with suppress(OSError):
        for regel in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if regel.startswith("Pss:"):
                return int(regel.split()[1])
    return 0


@contextmanager
def _met_omgeving(erbij: dict[str, str]) -> Iterator[None]:
    vorige = dict(os.environ)
    os.environ.update(erbij)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(vorige)


def wacht_op(poort: int, proces: subprocess.Popen) -> None:
    eind = time.monotonic() + GEDULD
    while time.monotonic() < eind and proces.poll() is None:
        with suppress(OSError, HTTPException):
            verbinding = HTTPConnection("127.0.0.1", poort, timeout=GEDULD)
            verbinding.request("GET", "/")
            verbinding.getresponse()
            return
        time.sleep(0.2)
    raise RuntimeError("Een server start niet; hierboven staat waarom.")
