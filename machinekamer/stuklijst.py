"""A bill of materials in CycloneDX, of what a version is made of: `make stuklijst`.

It comes from the locks, not from what happens to be installed: the same version gives the same list on any machine.
"""

import json
import re
import sys
import tomllib
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

WORTEL = Path(__file__).parents[1]
REGEL = re.compile(r"^([a-z0-9-]+)==([\w.]+)", re.MULTILINE)
Onderdeel = dict[str, Any]


def stuklijst(wortel: Path = WORTEL) -> dict[str, Any]:
    """The whole list, as JSON writes it."""
    project = tomllib.loads((wortel / "pyproject.toml").read_text())["project"]
    onderdelen = sorted([*_python(wortel), *_node(wortel)], key=lambda onderdeel: onderdeel["bom-ref"])
    zelf = {
        "type": "application",
        "bom-ref": f"bloei@{project['version']}",
        "name": "Bloei!",
        "version": project["version"],
        "licenses": [{"license": {"id": project["license"]}}],
    }
    inhoud = json.dumps([zelf, onderdelen], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, inhoud)}",
        "version": 1,
        "metadata": {"component": zelf},
        "components": onderdelen,
        "dependencies": [
            {"ref": zelf["bom-ref"], "dependsOn": [onderdeel["bom-ref"] for onderdeel in onderdelen]}
        ],
    }


def _python(wortel: Path) -> Iterator[Onderdeel]:
    altijd, alles = (
        REGEL.findall((wortel / "requirements" / lijst).read_text()) for lijst in ("run.txt", "meer.txt")
    )
    for naam, versie in alles:
        onderdeel = _onderdeel(naam, versie, f"pkg:pypi/{naam}@{versie}")
        # For more than one machine (`make meer`).
        yield onderdeel if (naam, versie) in altijd else {**onderdeel, "scope": "optional"}


def _node(wortel: Path) -> Iterator[Onderdeel]:
    """What becomes part of the style sheet; not what only makes it."""
    pakketten = json.loads((wortel / "stijl" / "package-lock.json").read_text())["packages"]
    for pad, pakket in pakketten.items():
        if not pad or pakket.get("dev"):
            continue
        naam, versie = pad.rpartition("node_modules/")[2], pakket["version"]
        onderdeel = _onderdeel(naam, versie, f"pkg:npm/{naam.replace('@', '%40')}@{versie}")
        soort, _, som = pakket["integrity"].partition("-")
        onderdeel["hashes"] = [{"alg": soort.upper().replace("SHA", "SHA-"), "content": b64decode(som).hex()}]
        if licentie := pakket.get("license"):
            onderdeel["licenses"] = [{"license": {"id": licentie}}]
        yield onderdeel


def _onderdeel(naam: str, versie: str, purl: str) -> Onderdeel:
    return {"type": "library", "bom-ref": purl, "name": naam, "version": versie, "purl": purl}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(stuklijst(), indent=2, ensure_ascii=False) + "\n")
