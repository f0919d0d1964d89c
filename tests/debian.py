"""Programs that tests need and that Debian has: installed where we may, by one process at a time."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

SLOT = Path(tempfile.gettempdir()) / "bloei-apt.lock"
# Without a service that Debian would start with it.
STIL = {"RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"}


def mag_installeren() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def installeer(pakket: str, tot: Callable[[], object]) -> None:
    """Install this, unless `tot` says that it is there by now.

    Says nothing when it fails; who needs it looks whether it is there. `make test` asks for two programs at once, and apt
    refuses the second as long as the first is at it.
    """
    with SLOT.open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not tot():
            _apt("update")
            _apt("install", "-y", "--no-install-recommends", pakket)


def _apt(*opdracht: str) -> None:
    # Somebody else may be installing something as well: wait for that. Not for a network that isn't there.
    geduld = ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"]
    subprocess.run(["apt-get", "-qq", *geduld, *opdracht], check=False, env={**os.environ, **STIL})
