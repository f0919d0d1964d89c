"""Processes that live and die with the one that started them."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress

PR_SET_PDEATHSIG = 1  # Linux, <sys/prctl.h>
STOP_PATIENCE = 15  # seconds for a process to end before it and its children are killed


def start(command: list[str], stdin: int = subprocess.DEVNULL) -> subprocess.Popen:
    """Start a command that gets its signals from us alone, and ends when we do, even by a `kill -9` (on Linux).

    Ctrl-C goes to every process of the terminal's group, and a gunicorn worker that is told twice to stop, by the
    terminal and by its own master, waits for itself forever, with the port still in hand.
    """
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def end_with_parent() -> None:
        if libc:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

    return subprocess.Popen(
        command,
        stdin=stdin,
        process_group=0,
        preexec_fn=end_with_parent,  # safe: we have no threads
    )


def tell(process: subprocess.Popen, line: str) -> None:
    """Write a line to a process that was started with a pipe, and nothing after it. Whether it has ended, isn't told."""
    if process.stdin:
        with suppress(BrokenPipeError), process.stdin:
            process.stdin.write(f"{line}\n".encode())


def end(processes: Iterable[subprocess.Popen]) -> None:
    """Ask all to end, wait for them, and kill with its children whoever doesn't."""
    for process in processes:
        process.terminate()
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=STOP_PATIENCE)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
