"""The NL API Design Rules, as far as a document shows them: Spectral with a ruleset of our own, by rule id."""

import json
import subprocess
from pathlib import Path

import pytest

from api.openapi import document

ADR = Path(__file__).parent / "adr"
SPECTRAL = ADR / "node_modules" / ".bin" / "spectral"


def lint(pad: Path) -> list[dict]:
    assert SPECTRAL.exists(), "Spectral ontbreekt: draai `make adr`."
    opdracht = [
        SPECTRAL,
        "lint",
        pad,
        "--ruleset",
        ADR / "ruleset.yaml",
        "--format",
        "json",
        "--quiet",
        "--fail-severity",
        "hint",
    ]
    gedaan = subprocess.run(opdracht, capture_output=True, text=True, check=False, cwd=ADR)
    assert gedaan.returncode in (0, 1), gedaan.stderr
    return json.loads(gedaan.stdout)


def test_geen_fout_en_geen_waarschuwing(tmp_path):
    pad = tmp_path / "openapi.json"
    pad.write_text(json.dumps(document()))
    assert [(m["code"], m["message"], m["path"]) for m in lint(pad)] == []


@pytest.mark.parametrize(
    ("maak_stuk", "regel"),
    [
        (lambda doc: doc["info"].update(version="v1"), "/core/semver"),
        (lambda doc: doc["servers"].append({"url": "http://bloei.example/api/v1"}), "/core/transport/tls"),
        (
            lambda doc: doc["paths"].update({"/agenda_items": doc["paths"]["/agenda-items"]}),
            "/core/path-segments-kebab-case",
        ),
        (
            lambda doc: doc["paths"]["/kernen"]["get"]["responses"]["200"]["headers"].pop("API-Version"),
            "/core/version-header",
        ),
        (lambda doc: doc["paths"].pop("/openapi.json"), "/core/publish-openapi"),
        (
            lambda doc: doc["paths"]["/kernen"]["get"]["parameters"][0].update(name="paginaGrootte_"),
            "/core/query-keys-camel-case",
        ),
    ],
)
def test_de_regels_slaan_aan(tmp_path, maak_stuk, regel):
    """A rule that never complains guards nothing."""
    doc = json.loads(json.dumps(document()))
    maak_stuk(doc)
    pad = tmp_path / "openapi.json"
    pad.write_text(json.dumps(doc))
    assert regel in {melding["code"] for melding in lint(pad)}
