"""Which Chromium the tests use, and how it's started.

`python -m tests.browser.chromium` makes sure there is one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.debian import installeer, mag_installeren

# Quiet, the same everywhere (also as root in a container), and nothing asked of third parties.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


SHELL = "chromium-headless-shell"  # draws no window of its own: a whole Chromium takes three times as long over a visitor
ON_SYSTEM = (SHELL, "chromium", "chromium-browser")


def find_on_system() -> str | None:
    """The path of the Chromium to use: BLOEI_CHROMIUM, else the system's; None means Playwright's own."""
    return os.environ.get("BLOEI_CHROMIUM") or next(filter(None, map(shutil.which, ON_SYSTEM)), None)


def find() -> str | None:
    """The path of a Chromium that is there, Playwright's own included; None when there is none."""
    if path := find_on_system():
        return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install one: Debian's, else Playwright's own."""
    if mag_installeren():
        # It brings its libraries along. The whole Chromium where there is no shell.
        installeer(SHELL, tot=lambda: shutil.which(SHELL))
        installeer("chromium", tot=find_on_system)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def only_a_whole_one() -> bool:
    """Whether the system has no shell where we may install it."""
    return mag_installeren() and find_on_system() in map(shutil.which, ON_SYSTEM[1:])


def main() -> None:
    if not find() or only_a_whole_one():
        print(
            "De tests gaan het snelst in een Chromium zonder venster; die wordt nu geïnstalleerd ...",
            flush=True,
        )
        install()
    if path := find():
        print(f"Testen in {path}")
    else:
        sys.exit(
            "Er is geen Chromium en die kon niet worden geïnstalleerd. Installeer Chromium "
            "(Debian: sudo apt-get install chromium) of wijs er een aan: "
            "BLOEI_CHROMIUM=/pad/naar/chromium make test"
        )


if __name__ == "__main__":
    main()
