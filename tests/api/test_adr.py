"""The NL API Design Rules, as far as a document shows them: Spectral with a ruleset of our own, by rule id."""

import json
import subprocess
from collections import defaultdict
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from api.openapi import document

ADR = Path(__file__).parent / "adr"
SPECTRAL = ADR / "node_modules" / ".bin" / "spectral"
# What breaks a rule, by the id of that rule.
STUK: dict[str, Callable[[dict], object]] = {
    "/core/semver": lambda doc: doc["info"].update(version="v1"),
    "/core/transport/tls": lambda doc: doc["servers"].append({"url": "http://bloei.example/api/v1"}),
    "/core/path-segments-kebab-case": lambda doc: doc["paths"].update(
        {"/agenda_items": doc["paths"]["/agenda-items"]}
    ),
    "/core/version-header": lambda doc: doc["paths"]["/kernen"]["get"]["responses"]["200"]["headers"].pop(
        "API-Version"
    ),
    "/core/publish-openapi": lambda doc: doc["paths"].pop("/openapi.json"),
    "/core/query-keys-camel-case": lambda doc: doc["paths"]["/kernen"]["get"]["parameters"][0].update(
        name="paginaGrootte_"
    ),
}


@pytest.fixture(scope="module")
def meldingen(tmp_path_factory) -> dict[str, list[dict]]:
    """What Spectral says of our document (`heel`) and of the one in which everything is broken (`stuk`).

    In one go, because it is slow to start.
    """
    assert SPECTRAL.exists(), "Spectral ontbreekt: draai `make adr`."
    map_ = tmp_path_factory.mktemp("adr")
    heel, stuk = document(), deepcopy(document())
    for maak_stuk in STUK.values():
        maak_stuk(stuk)
    for naam, doc in (("heel", heel), ("stuk", stuk)):
        (map_ / f"{naam}.json").write_text(json.dumps(doc))
    opdracht = [
        SPECTRAL,
        "lint",
        *sorted(map_.iterdir()),
        "--ruleset",
        ADR / "ruleset.yaml",
        "--format",
        "json",
    ]
    opdracht += ["--quiet", "--fail-severity", "hint"]
    gedaan = subprocess.run(opdracht, capture_output=True, text=True, check=False, cwd=ADR)
    assert gedaan.returncode in (0, 1), gedaan.stderr
    per_bestand = defaultdict(list)
    for melding in json.loads(gedaan.stdout):
        per_bestand[Path(melding["source"]).stem].append(melding)
    return per_bestand


def test_geen_fout_en_geen_waarschuwing(meldingen):
    assert [(m["code"], m["message"], m["path"]) for m in meldingen["heel"]] == []


@pytest.mark.parametrize("regel", STUK)
def test_de_regels_slaan_aan(meldingen, regel):
    """A rule that never complains guards nothing."""
    assert regel in {melding["code"] for melding in meldingen["stuk"]}
