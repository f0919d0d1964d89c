"""What `make demo` starts ends with it: nothing stays behind that holds the port."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from demo import processen

STUBBORN_FAMILY = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if len(sys.argv) == 1:
    subprocess.run([sys.executable, __file__, "child"])
time.sleep(99)
"""
PARENT = """
import sys, time
from demo import processen
child = processen.start([sys.executable, "-c", "import time; time.sleep(99)"])
print(child.pid, flush=True)
time.sleep(99)
"""


def test_end_stops_an_obedient_process():
    process = processen.start([sys.executable, "-c", "import time; time.sleep(99)"])
    processen.end([process])
    assert process.returncode == -signal.SIGTERM


def test_end_kills_whoever_does_not_listen_with_its_children(monkeypatch, tmp_path):
    monkeypatch.setattr(processen, "STOP_PATIENCE", 0.1)
    program = tmp_path / "koppig.py"
    program.write_text(STUBBORN_FAMILY)
    process = processen.start([sys.executable, str(program)])
    while not (children := psutil.Process(process.pid).children()):
        time.sleep(0.05)
    processen.end([process])
    assert process.returncode == -signal.SIGKILL
    assert_gone(children)


def test_ctrl_c_reaches_us_only():
    """The terminal sends it to its whole group; what we start isn't in it."""
    process = processen.start([sys.executable, "-c", "import time; time.sleep(99)"])
    try:
        assert os.getpgid(process.pid) != os.getpgid(0)
    finally:
        processen.end([process])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent was killed")
def test_ends_when_its_parent_is_killed():
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout
    child = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    assert_gone([child])


def assert_gone(processes: list[psutil.Process]) -> None:
    """Within five seconds; one that nobody has buried yet is gone too."""
    deadline = time.monotonic() + 5
    while alive := [process for process in processes if _is_alive(process)]:
        assert time.monotonic() < deadline, alive
        time.sleep(0.05)


def _is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
