"""What the files of the repository look like."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    if name and (ROOT / name).exists()
]
TEMPLATES = ROOT / "templates"

REQUIREMENT = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w.<>=!' ]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def files(pattern: str) -> list[Path]:
    return [path for path in TRACKED if path.match(pattern)]


@pytest.mark.parametrize("lock", files("requirements/*.txt"), ids=relative)
def test_lock_holds_versions_and_hashes_only(lock):
    """No address of a registry and no path of a machine: a lock file works everywhere, or nowhere."""
    lines = lock.read_text().splitlines()
    assert lines
    strange = [line for line in lines if not (REQUIREMENT.fullmatch(line) or HASH.fullmatch(line))]
    assert strange == []


def test_locks_agree_on_versions():
    """What the tests ran with is what runs."""
    versions = [
        {line.removesuffix(" \\") for line in (ROOT / f"requirements/{name}.txt").read_text().splitlines()}
        for name in ("run", "demo", "dev")
    ]
    assert versions[0] <= versions[1] <= versions[2]


def test_no_module_is_too_long():
    """A file of more than 250 lines is two files, also of tests."""
    long = {
        relative(path): length
        for path in files("*.py")
        if "migrations" not in path.relative_to(ROOT).parts
        and (length := len(path.read_text().splitlines())) > 250
    }
    assert long == {}


# Triggers, and indexes on tables of Wagtail: schema that no model can name.
SCHEMA_IN_SQL = {"core/migrations/0008_plek.py", "search/migrations/0001_woorden.py"}
# What was kept in one table and has to be kept in another, while both versions run.
VERHUISD = {"toegang/migrations/0002_naar_allauth.py", "meedoen/migrations/0009_naam_zoals_gekozen.py"}


def test_migrations_hold_schema_only():
    """Setting up is `richt_in`, which can be run again; a data migration can't."""
    migrations = [path for path in files("*.py") if path.parent.name == "migrations"]
    assert migrations
    with_data = {relative(path) for path in migrations if re.search(r"\bRun(Python|SQL)\b", path.read_text())}
    assert with_data == SCHEMA_IN_SQL | VERHUISD
    assert not [path for path in SCHEMA_IN_SQL if "RunPython" in (ROOT / path).read_text()]
