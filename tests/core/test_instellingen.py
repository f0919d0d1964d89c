"""Production refuses to start half configured."""

import os
import secrets
import subprocess
import sys
from itertools import combinations

import pytest
from django.conf import settings

VEREIST = {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "DATABASE_URL": "postgresql://iemand@nergens/bloei",
    "ALLOWED_HOSTS": "bloei.example",
}


def start(*opdracht, **omgeving):
    """Run Python with production settings and only these variables."""
    schoon = {naam: os.environ[naam] for naam in ("PATH", "SYSTEMROOT") if naam in os.environ}
    return subprocess.run(
        [sys.executable, *opdracht],
        cwd=settings.BASE_DIR,
        env=schoon | {"DJANGO_SETTINGS_MODULE": "site_bloei.settings.base"} | omgeving,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "ontbreekt",
    [namen for aantal in (1, 3) for namen in combinations(VEREIST, aantal)],
    ids=lambda namen: " en ".join(namen),
)
def test_noemt_alles_wat_ontbreekt_en_niets_anders(ontbreekt):
    omgeving = {naam: "" if naam in ontbreekt else waarde for naam, waarde in VEREIST.items()}
    klaar = start("-c", "import site_bloei.settings.base", **omgeving)
    laatste_regel = klaar.stderr.strip().splitlines()[-1]
    assert klaar.returncode != 0
    assert "kan niet starten" in laatste_regel
    assert {naam for naam in VEREIST if naam in laatste_regel} == set(ontbreekt)


def test_met_alles_erin_is_het_veilig():
    """Django's own checks for production, with every warning an error."""
    klaar = start("manage.py", "check", "--deploy", "--fail-level", "WARNING", **VEREIST)
    assert klaar.returncode == 0, klaar.stderr


def test_debug_en_demo_staan_nooit_aan_in_productie():
    vraag = "from site_bloei.settings import base; print(base.DEBUG, base.DEMO)"
    klaar = start("-c", vraag, DEBUG="true", DEMO="true", **VEREIST)
    assert klaar.stdout.strip() == "False False", klaar.stderr


@pytest.mark.parametrize(
    "sleutel",
    ["x", "ab" * 40, "django-insecure-" + secrets.token_urlsafe(50)],
    ids=["kort", "eentonig", "van-de-demo"],
)
@pytest.mark.parametrize("instellingen", ["site_bloei.settings.base", "site_bloei.settings.dev"])
def test_een_sleutel_die_te_raden_is_start_niet(sleutel, instellingen):
    klaar = start("-c", f"import {instellingen}", **VEREIST | {"SECRET_KEY": sleutel})
    assert klaar.returncode != 0
    assert "token_urlsafe" in klaar.stderr.strip().splitlines()[-1]


def test_de_sleutel_van_de_demo_wordt_in_productie_geweigerd():
    vraag = "from site_bloei.settings import dev; print(dev.SECRET_KEY)"
    sleutel = start("-c", vraag, DATABASE_URL=VEREIST["DATABASE_URL"]).stdout.strip()
    assert sleutel
    assert start("-c", "import site_bloei.settings.base", **VEREIST | {"SECRET_KEY": sleutel}).returncode != 0
