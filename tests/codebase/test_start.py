"""What is in memory when the site has started as it is served: nothing that is only for building, testing or the demo."""

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# With the static files as they lie in the code: gathering them is no part of starting.
START = """
import json, sys
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
import site_bloei.wsgi
print(json.dumps(sorted(sys.modules)))
"""
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "site_bloei.settings.base",
    "SECRET_KEY": "only-to-start-with-0123456789-abcdefghijklmnopqrstuvwxyz",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "ALLOWED_HOSTS": "bloei.example",
}


@pytest.fixture(scope="module")
def in_memory() -> set[str]:
    """The modules of a fresh process; it has no database, for starting asks nothing of it."""
    env = {"PATH": os.environ["PATH"], **PRODUCTION}
    start = [sys.executable, "-W", "ignore", "-c", START]
    done = subprocess.run(start, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_no_package_of_development_or_demo(in_memory):
    """Those that are declared for it; what they bring along, a library of the site may look for by itself."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    named = [line for group in groups.values() for line in group if isinstance(line, str)]
    runs = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements/run.txt").read_text(), re.MULTILINE)
    more = {re.match(r"[a-z0-9-]+", line)[0] for line in named} - set(runs)
    modules = {
        module
        for module, packages in packages_distributions().items()
        if {re.sub(r"[-_.]+", "-", package).lower() for package in packages} <= more
    }
    assert {"pytest", "psutil"} <= modules
    assert in_memory & modules == set()


def test_no_demo_and_nothing_that_makes_catalogues(in_memory):
    """polib itself is there: wagtail-localize takes a translator's PO file, on the site as well."""
    assert "core.checks" in in_memory
    assert {name for name in in_memory if name == "demo" or name.startswith("demo.")} == set()
    assert "core.talen.catalogi" not in in_memory
