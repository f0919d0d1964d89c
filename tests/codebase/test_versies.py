"""The documents promise what is tested: one PostgreSQL, one Python."""

import re
import tomllib
from pathlib import Path

from site_bloei.postgres import VERSION

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "publiccode.yml", ROOT / "Makefile"]


def named(what: str) -> dict[str, set[str]]:
    """The versions that each document says of Python or PostgreSQL."""
    version = re.compile(rf'\b{what}(?:"?\s+versionMin: ")? ?([\d.]*\d)')
    found = {str(path.relative_to(ROOT)): set(version.findall(path.read_text())) for path in DOCUMENTS}
    return {name: versions for name, versions in found.items() if versions}


def test_postgresql_is_the_embedded_one():
    promised = named("PostgreSQL")
    assert {
        "README.md",
        "docs/productie.md",
        "docs/architectuur.md",
        "docs/instellingen.md",
        "publiccode.yml",
    } <= set(promised)
    assert set().union(*promised.values()) == {str(VERSION)}


def test_python_is_the_one_that_is_asked_for():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    oldest = pyproject["project"]["requires-python"].removeprefix(">=")
    promised = named("Python")
    assert {"README.md", "README.nl.md", "docs/productie.md", "publiccode.yml"} <= set(promised)
    assert (
        set().union(*promised.values())
        == {oldest}
        == {pyproject["tool"]["ty"]["environment"]["python-version"]}
    )
