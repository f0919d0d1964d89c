"""docs/instellingen.md lists exactly the environment variables that there are."""

import re
from pathlib import Path

from site_bloei.settings.omgeving import omgeving

from .test_layers import layers

ROOT = Path(__file__).parents[2]


def test_every_environment_variable_is_in_the_table_and_the_other_way_round():
    documented = set(
        re.findall(r"^\| `([A-Z0-9_]+)` \|", (ROOT / "docs/instellingen.md").read_text(), re.MULTILINE)
    )
    of_the_demo = {"PORT"}  # the Makefile's own
    assert documented == set(omgeving.scheme) | of_the_demo


def test_nobody_reads_the_environment_past_its_declaration():
    """Outside `omgeving.py`, a variable has no type and no place in the table."""
    readers = re.compile(r"os\.environ(?:\.get)?[\[(]\"([A-Z0-9_]+)\"|getenv\(\"([A-Z0-9_]+)\"")
    known = set(omgeving.scheme) | {"PORT", "DJANGO_SETTINGS_MODULE"}
    strays = {
        f"{path.relative_to(ROOT)}: {name}"
        for app in layers()
        for path in (ROOT / app).rglob("*.py")
        for pair in readers.findall(path.read_text())
        for name in pair
        if name and name not in known
    }
    assert strays == set()
