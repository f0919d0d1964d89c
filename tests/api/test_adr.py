"""The NL API Design Rules, as far as a document shows them: Spectral with a ruleset of our own, by rule id."""

import json
import re
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
    "/core/doc-openapi": lambda doc: doc.update(openapi="3.1"),
    "/core/doc-openapi-contact": lambda doc: doc["info"]["contact"].pop("email"),
    "/core/semver": lambda doc: doc["info"].update(version="1.01.0"),
    "/core/uri-version": lambda doc: doc["servers"].append({"url": "https://bloei.example/api"}),
    "/core/transport/tls": lambda doc: doc["servers"].append({"url": "http://bloei.example/api/v1"}),
    "/core/path-segments-kebab-case": lambda doc: doc["paths"].update(
        {"/agenda_items": doc["paths"]["/agenda-items"]}
    ),
    "/core/no-trailing-slash": lambda doc: doc["paths"].update({"/themas/": doc["paths"]["/themas"]}),
    "/core/version-header": lambda doc: _koppen(doc, "/kernen").pop("API-Version"),
    "/core/transport/cors": lambda doc: _koppen(doc, "/projecten").pop("Access-Control-Allow-Origin"),
    "/geo/content-crs": lambda doc: _koppen(doc, "/projecten").pop("Content-Crs"),
    "/core/publish-openapi": lambda doc: doc["paths"].pop("/openapi.json"),
    "/core/query-keys-camel-case": lambda doc: doc["paths"]["/kernen"]["get"]["parameters"][0].update(
        name="paginaGrootte_"
    ),
    "/core/naming-properties": lambda doc: _velden(doc, "Verwijzing").update(een_url={"type": "string"}),
    "/core/naming-schemas": lambda doc: doc["components"]["schemas"].update(een_schema={"type": "object"}),
    "/core/http-methods": lambda doc: doc["paths"]["/themas"].update(trace=doc["paths"]["/themas"]["get"]),
    "/core/error-handling/problem-details": lambda doc: doc["components"]["responses"]["Fout404"][
        "content"
    ].update({"application/json": {}}),
    "/core/error-handling/problem-members": lambda doc: doc["components"]["schemas"]["Probleem"][
        "required"
    ].remove("detail"),
    "/core/error-handling/invalid-input": lambda doc: doc["paths"]["/zoek"]["get"]["responses"].pop("400"),
    "/core/date-time/timezone": lambda doc: _velden(doc, "Verwijzing").update(
        moment={"type": "string", "format": "date-time-local"}
    ),
    "/core/date-time/date-omit-time-portion": lambda doc: _velden(doc, "Mijlpaal")["datum"].update(
        format="date-time"
    ),
    # As pydantic writes it: the format is hidden in a choice.
    "/core/date-time/date-has-format": lambda doc: _velden(doc, "Kernagenda").update(
        herzieningDatum={"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}
    ),
}


def _koppen(doc: dict, pad: str) -> dict:
    return doc["paths"][pad]["get"]["responses"]["200"]["headers"]


def _velden(doc: dict, schema: str) -> dict:
    return doc["components"]["schemas"][schema]["properties"]


def test_elke_eigen_regel_wordt_gebroken():
    regels = re.findall(r"^  (/\S+):", (ADR / "ruleset.yaml").read_text(), re.MULTILINE)
    assert set(regels) == set(STUK)


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
