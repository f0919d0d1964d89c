"""The bill of materials names everything that is installed to run, and nothing else."""

import json
import re
import subprocess
import sys
from pathlib import Path

from machinekamer.stuklijst import stuklijst

ROOT = Path(__file__).parents[2]


def test_every_line_of_the_lock_is_in_it():
    lijst = stuklijst()
    purls = [onderdeel["purl"] for onderdeel in lijst["components"]]
    python = re.findall(r"^(\S+)==(\S+)", (ROOT / "requirements/run.txt").read_text(), re.MULTILINE)
    assert len(python) > 40
    assert {f"pkg:pypi/{naam}@{versie}" for naam, versie in python} == {
        onderdeel["purl"]
        for onderdeel in lijst["components"]
        if onderdeel["purl"].startswith("pkg:pypi/") and "scope" not in onderdeel
    }
    naar_keuze = {onderdeel["name"] for onderdeel in lijst["components"] if "scope" in onderdeel}
    assert {"boto3", "django-storages", "valkey"} <= naar_keuze
    assert "pkg:npm/%40utrecht/alert-css@4.0.2" in purls
    assert not [purl for purl in purls if "esbuild" in purl or "pytest" in purl], "these only build or test"
    assert len(purls) == len(set(purls))
    assert set(lijst["dependencies"][0]["dependsOn"]) == set(purls)


def test_the_same_version_gives_the_same_list():
    opdracht = [sys.executable, "-m", "machinekamer.stuklijst"]
    eerste, tweede = (
        subprocess.run(opdracht, cwd=ROOT, capture_output=True, text=True, check=True).stdout for _ in "ab"
    )
    assert eerste == tweede
    assert json.loads(eerste) == stuklijst()
    assert json.loads(eerste)["bomFormat"] == "CycloneDX"


def test_another_lock_gives_another_list(tmp_path):
    for naam in (
        "pyproject.toml",
        "requirements/run.txt",
        "requirements/meer.txt",
        "stijl/package-lock.json",
    ):
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text((ROOT / naam).read_text())
    zelfde = stuklijst(tmp_path)["serialNumber"]
    assert zelfde == stuklijst()["serialNumber"]
    slot = tmp_path / "requirements/meer.txt"
    slot.write_text(slot.read_text().replace("django==", "django==9."))
    assert stuklijst(tmp_path)["serialNumber"] != zelfde
